/**
 * The decision about a press of Post, and what follows from it.
 *
 *   press ─▶ clean: untouched, or counted down first where the person chose that · held: review · not checked yet: wait ≤ 800 ms · companion away: let go, and say so
 */
import type { Decision } from '../overlay/overlay';
import type { Vote } from './gesture';
import { lead, PASS, replay, type Way } from './release';
import { pause } from './replace';

/** Longest wait of a press for the answer about a text that was not checked yet (milliseconds). */
const LONGEST_WAIT = 800;

/** Of the drafts of now, taken together. `open`: not answered yet. `unknown`: the companion cannot be asked. */
export type Standing = 'clear' | 'held' | 'open' | 'unknown';

/** What a press of Post needs from the composer it would send. */
export interface Sender {
  isOn(): boolean;
  /** Reads the editors again and answers all that would go out, as one string. */
  textNow(): string;
  /** The id of the account that writes; null where the page does not show it at this moment. */
  writer(): string | null;
  standing(): Standing;
  /** Resolves when every draft of now is answered. */
  settled(): Promise<unknown>;
  /** Where Post is now: pages re-render. */
  postButton(): HTMLElement | null;
  review(): Promise<Decision>;
  /** Seconds in which this post can be taken back before it goes; 0: it goes at once, as where nothing is written. */
  gutCheck(): number;
  /** Counts so many seconds down. False: the post was taken back, and the person told so. */
  countdown(seconds: number): Promise<boolean>;
  say(word: string): void;
  focusEditor(): void;
  changed(): void;
  /** A press goes to the site now. `anyway`: the person was shown what is held, and decided so. */
  leaves(anyway: boolean): void;
}

/** What the person agreed to. `writer`: the account's id; null where the page showed none. */
interface Approved {
  text: string;
  writer: string | null;
}

export class Posting {
  private pass: (Approved & { until: number }) | null = null;
  /** The attempt that is being dealt with: meanwhile every other press is swallowed. */
  private busy: Way | null = null;

  constructor(private readonly sender: Sender) {}

  /** Somebody, or the page, tries to post. */
  attempt(way: Way): Vote {
    const { sender } = this;
    if (!sender.isOn()) return passes(way, nothing);
    if (this.hasPass()) return this.lets(way);
    if (this.busy) {
      sender.changed(); // the page may have taken the review away
      return holds(nothing);
    }
    const standing = sender.standing();
    if (standing === 'clear' || standing === 'unknown') {
      if (sender.gutCheck() === 0) return this.lets(way, standing === 'unknown');
      return holds(() => this.begin(way, () => this.release(way)));
    }
    if (standing === 'held') return holds(() => this.begin(way, () => this.ask(way)));
    const answered = this.answered();
    return holds(() => this.begin(way, () => this.waitThenAct(way, answered)));
  }

  /** The press reaches the site untouched. */
  private lets(way: Way, unchecked = false): Vote {
    return passes(way, () => {
      this.pass = null;
      if (unchecked) this.sender.say('not-checked');
      this.sender.leaves(false);
    });
  }

  /** The text is another one now: a pass was for what stood there, and not for the same words written anew. */
  written(): void {
    this.pass = null;
  }

  private begin(way: Way, work: () => Promise<void>): void {
    this.busy = way;
    void work().finally(() => {
      this.end(way);
      this.sender.changed();
    });
  }

  private end(way: Way): void {
    if (this.busy === way) this.busy = null;
  }

  private answered(): Promise<unknown> {
    return Promise.race([this.sender.settled(), pause(LONGEST_WAIT)]);
  }

  private async waitThenAct(way: Way, answered: Promise<unknown>): Promise<void> {
    await answered;
    if (this.sender.standing() === 'held') return this.ask(way);
    await this.release(way);
  }

  /** The review: every hold is shown, and the person decides. */
  private async ask(way: Way): Promise<void> {
    const { sender } = this;
    const [shown, writer] = [sender.textNow(), sender.writer()];
    const decision = await sender.review();
    if (decision === 'edit') return sender.focusEditor();
    let anyway = decision === 'post-anyway';
    // What the page has changed since is not what the person was shown.
    const changed = sender.standing() === 'open' && sender.textNow() !== shown;
    if (!anyway || changed || isAnother(writer, sender.writer())) {
      await this.answered();
      const standing = sender.standing();
      if (standing === 'held') return this.ask(way);
      anyway &&= standing !== 'open';
    }
    await this.release(way, anyway);
  }

  private async release(way: Way, anyway = false): Promise<void> {
    const { sender } = this;
    const approved = { text: sender.textNow(), writer: sender.writer() };
    const seconds = sender.gutCheck();
    if (seconds > 0) {
      if (!(await sender.countdown(seconds))) return;
      if (!anyway && sender.standing() === 'open') await this.answered();
      if (sender.textNow() !== approved.text) return; // written on meanwhile: it was not this that was meant to go
      if (!anyway && sender.standing() === 'held') return this.ask(way); // so it was found while the seconds ran
    }
    const unchecked = !anyway && sender.standing() !== 'clear';
    if (unchecked) sender.say('not-checked');
    const button = () => (way.by === 'click' && way.button.isConnected ? way.button : sender.postButton());
    this.armPass(approved);
    sender.leaves(anyway);
    const taken = replay(way, button, () => sender.textNow());
    this.armPass(approved); // the site may have a second step, and the person be quick
    this.end(way); // what is written and pressed from now on is another post
    const took = await taken;
    if (sender.textNow() !== approved.text) this.pass = null;
    if (this.pass === null) return; // it went, or the person's own press already has
    // Some sites refuse a press that is not the person's own: then theirs goes through, once.
    this.armPass(approved);
    if (!took) sender.say(unchecked ? 'press-post-again-unchecked' : 'press-post-again');
  }

  /** One press of exactly this goes through, within ten seconds. */
  private armPass(approved: Approved): void {
    this.pass = { ...approved, until: Date.now() + PASS };
  }

  private hasPass(): boolean {
    const { pass, sender } = this;
    return pass !== null && Date.now() < pass.until && pass.text === sender.textNow() && !isAnother(pass.writer, sender.writer());
  }
}

const nothing = () => {};

/** Of a press that was held till its click, the page has missed what came before. */
function passes(way: Way, goes: () => void): Vote {
  return { choice: 'pass', commit: () => way.by === 'click' && lead(way, way.button), goes };
}

function holds(commit: () => void): Vote {
  return { choice: 'hold', commit, goes: nothing };
}

/** A page that shows no account for a moment has not changed it. */
function isAnother(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before !== now;
}
