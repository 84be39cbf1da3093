/**
 * One editor under watch: its text, the last answer about it, and when to ask again.
 *
 *   input ─▶ pause (400 ms, 250 ms after a word) ─▶ ask, one at a time ─▶ answer, mapped to the text of now
 *
 * It holds the text and its last review, no more, and never writes to the editor.
 */
import type { ConnectionFault, Draft, Finding, Fix, Review, ReviewAnswer } from '../protocol';
import { isBlank } from './blank';
import { pauseAfter } from './pause';
import { read } from './read';
import { type Edit, editBetween, moveSpan } from './remap';

/** Longest text the companion reads, in UTF-16 code units. Longer ones are not sent. */
const MAX_TEXT = 100_000;

/** Milliseconds until a companion that was away is asked again: the next one each time, the last one from then on. */
const RETRIES = [1000, 2000, 4000, 8000, 15_000];

/** A page that changes account or audience at every look must not make us ask for ever. */
const MOST_TRIES = 3;

export type Fault = ConnectionFault | 'too-long' | 'refused';

/** What a session needs from the composer it belongs to. */
export interface Surroundings {
  /** The whole draft around this text: site, account, siblings. */
  draft(session: ComposerSession, text: string): Draft;
  check(draft: Draft): Promise<ReviewAnswer>;
  /** May the editor be read? */
  isOn(): boolean;
  /** Settings revision last heard of; a review made under another one is stale. */
  revision(): number;
  /** What is known of the text changed: draw again. */
  changed(): void;
  /** An answer came, or the reason for none: draw at once. */
  answered(): void;
}

/** A finding where it stands in the text of now. */
export interface Present {
  finding: Finding;
  quote: string;
  dismissed: boolean;
}

interface Answer {
  key: string;
  text: string;
  review: Review;
  emptied: number; // as often as its box had been when it was asked for
}

export class ComposerSession {
  text = '';
  /** Its text is another one than at the last `noticed`. */
  private news = false;
  private answer: Answer | null = null;
  private failure: { key: string; text: string; fault: Fault } | null = null;
  /** How often it was emptied: what is written after that is another text. */
  private emptied = 0;
  private dismissed = new Set<string>();
  private asking: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retries = 0;
  private over = false;

  constructor(
    readonly editor: HTMLElement,
    private readonly around: Surroundings,
  ) {}

  /** Reads the editor again: is the text another one than the last time? Asks after a pause, of which `gone` milliseconds are over. */
  noticed(gone = 0): boolean {
    const before = this.text;
    if (this.readAgain()) this.askIn(pauseAfter(before, this.text) - gone);
    const { news } = this;
    this.news = false;
    return news;
  }

  private readAgain(): boolean {
    if (!this.around.isOn()) return false;
    const { text } = read(this.editor);
    if (text === this.text) return false;
    this.text = text;
    this.news = true;
    this.failure = null; // of what stood there before: written again, it is asked about again
    if (this.isBlank) this.emptied += 1;
    return true;
  }

  /** Something around the text changed (another post of the thread, the mode): ask again if that makes it another draft. */
  reconsider(): void {
    this.readAgain();
    if (!this.isSettled()) this.askIn(0);
  }

  /** Is there an answer, or a known reason for none, for exactly the draft of now? */
  isSettled(): boolean {
    if (isBlank(this.text)) return true;
    return this.isFor(this.answer) || this.isFor(this.failure);
  }

  get isBlank(): boolean {
    return isBlank(this.text);
  }

  /** Why the draft of now could not be checked; null when it was, or is about to be. */
  get fault(): Fault | null {
    return !this.isBlank && this.failure && this.isFor(this.failure) ? this.failure.fault : null;
  }

  get review(): Review | null {
    return this.isBlank ? null : (this.answer?.review ?? null);
  }

  /** Resolves when the draft of now is settled. */
  async settled(): Promise<void> {
    this.readAgain();
    for (let tries = 0; tries < MOST_TRIES && !this.over && !this.isSettled(); tries += 1) await this.ask();
  }

  /** The findings that still stand, with the places of now. Those whose words were edited are left out. */
  present(): Present[] {
    if (!this.answer || this.isBlank) return [];
    if (this.answer.emptied !== this.emptied && this.answer.text !== this.text) return [];
    const edit = editBetween(this.answer.text, this.text);
    return this.answer.review.findings.flatMap((finding) => {
      const moved = move(finding, edit);
      if (!moved) return [];
      const quote = moved.start === null || moved.end === null ? '' : this.text.slice(moved.start, moved.end);
      return [{ finding: moved, quote, dismissed: this.dismissed.has(finding.id) }];
    });
  }

  /** Is there a hold that the person has not answered? Asked of the draft of now only. */
  get holds(): boolean {
    if (!this.isFor(this.answer)) return false;
    return this.present().some(({ finding, dismissed }) => finding.severity === 'hold' && !dismissed);
  }

  /** Quiet about a finding, or no longer: at once, before the background has heard of it. */
  quieten(id: string, quiet: boolean): void {
    if (quiet) this.dismissed.add(id);
    else this.dismissed.delete(id);
    this.around.changed();
  }

  end(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  private askIn(pause: number): void {
    clearTimeout(this.timer);
    if (!this.over) this.timer = setTimeout(() => void this.ask(), pause);
  }

  private ask(): Promise<void> {
    clearTimeout(this.timer);
    this.asking ??= this.askOnce().finally(() => {
      this.asking = null;
      this.around.answered();
    });
    return this.asking;
  }

  private async askOnce(): Promise<void> {
    if (!this.around.isOn()) return;
    const draft = this.around.draft(this, this.text);
    const { emptied } = this;
    if (this.over || isBlank(draft.text)) return;
    const answer: ReviewAnswer = draft.text.length > MAX_TEXT ? { kind: 'unchecked', fault: 'too-long' } : await this.around.check(draft);
    if (this.over) return;
    if (answer.kind === 'unchecked') return this.failed(draft, answer.fault);
    this.retries = 0;
    this.failure = null;
    this.dismissed = new Set(answer.dismissed);
    this.answer = { key: keyOf(draft, answer.review.settings_revision), text: draft.text, review: answer.review, emptied };
    this.readAgain();
    if (!this.isSettled()) this.askIn(pauseAfter(draft.text, this.text));
  }

  /** Fails open: the fault is shown, and the companion is asked again from time to time. */
  private failed(draft: Draft, fault: Fault): void {
    this.failure = { key: keyOf(draft, this.around.revision()), text: draft.text, fault };
    if (fault === 'too-long') return;
    this.readAgain();
    if (draft.text !== this.text) {
      this.askIn(pauseAfter(draft.text, this.text)); // written on meanwhile
      return;
    }
    const wait = RETRIES[Math.min(this.retries, RETRIES.length - 1)] ?? 0;
    this.retries += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (document.visibilityState === 'visible' && this.editor.isConnected) void this.ask();
      else this.failure = null;
    }, wait);
  }

  /** Was this said of exactly the draft of now? While somebody writes, the text alone tells that it was not. */
  private isFor(said: { key: string; text: string } | null): boolean {
    return said?.text === this.text && said.key === keyOf(this.around.draft(this, this.text), this.around.revision());
  }
}

/** All an answer is valid for: the draft as a whole and the settings it was judged under. */
function keyOf(draft: Draft, revision: number): string {
  return JSON.stringify([draft, revision]);
}

function move(finding: Finding, edit: Edit | null): Finding | null {
  if (!edit) return finding;
  const fixes = finding.fixes.flatMap((fix): Fix[] => {
    if (fix.kind !== 'replace') return [fix];
    const span = moveSpan(fix, edit);
    return span ? [{ ...fix, ...span }] : [];
  });
  if (finding.start === null || finding.end === null) return { ...finding, fixes };
  const span = moveSpan({ start: finding.start, end: finding.end }, edit);
  return span ? { ...finding, ...span, fixes } : null;
}
