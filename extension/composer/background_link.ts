/** The content script's link to the background: what is known of settings and companion, and every request of a frame. */
import {
  type AccountSettings,
  type Answers,
  type CardSaid,
  type Draft,
  type IconState,
  type IncidentNote,
  type Mails,
  type Mode,
  type Notice,
  type OutcomeCount,
  type ProfileNote,
  type RecordAdd,
  type Request,
  type ReviewAnswer,
  type SiteAnswer,
  ask,
} from '../protocol';
import { covers } from '../origins';
import { type Rest, restOf } from '../rest';
import { speak } from '../words/words';

/** Settings are read again on focus, but not more often than this (milliseconds). */
const FRESH = 2000;

export class Background {
  onChanged: () => void = () => {};
  private known: SiteAnswer | null = null;
  private asked = 0;
  private asking: Promise<void> | null = null;
  private icon: IconState | null = null;
  private wake: ReturnType<typeof setTimeout> | undefined;

  /** `site`: the name of the site, once it is known. */
  constructor(
    private readonly host: string,
    private readonly site: () => string,
    private readonly retire: () => void,
  ) {
    chrome.runtime.onMessage.addListener(this.heard);
  }

  end(): void {
    clearTimeout(this.wake);
    // After an update the old runtime is gone and has no listeners to take away.
    if (isAlive()) chrome.runtime.onMessage.removeListener(this.heard);
  }

  /** Is checking on for this site? Until we know, yes: the first question about a draft waits for the answer. */
  get on(): boolean {
    return this.rest === null && (this.known?.enabled ?? true);
  }

  /** Is nothing checked on any site: until when, or until somebody switches it on (null)? */
  get rest(): Rest | null {
    return this.known && restOf(this.known);
  }

  /** Are private messages read here, too? Until we know, they are not. */
  get messages(): boolean {
    return this.known?.messages ?? false;
  }

  /** Seconds in which a post can be taken back; 0: none. */
  get gutCheck(): number {
    return this.known?.gutCheck ?? 0;
  }

  get revision(): number {
    return this.known?.revision ?? 0;
  }

  get mode(): Mode {
    return this.known?.connection.kind === 'connected' ? this.known.connection.mode : 'personal';
  }

  /** The policy's points before official posts were never answered, or a year ago. */
  get pointsDue(): boolean {
    return this.known?.connection.kind === 'connected' && this.known.connection.pointsDue;
  }

  /** What the person said of an account here; null when they were never asked, undefined while nobody can tell. */
  account(id: string): AccountSettings | null | undefined {
    return this.known?.connection.kind === 'connected' ? (this.known.accounts[id] ?? null) : undefined;
  }

  /** Is any account of this site known? Then the page has shown one before, in this browser or another one of this person. */
  get knowsAccounts(): boolean {
    return Object.keys(this.known?.accounts ?? {}).length > 0;
  }

  async setAccount(id: string, about: Partial<AccountSettings>): Promise<boolean> {
    const answer = await this.send({ kind: 'set-account', site: this.site(), id, about });
    await this.refresh(true);
    return answer?.kind === 'done';
  }

  /** A field of a profile. */
  async noteProfile(note: ProfileNote): Promise<void> {
    if (!this.known) await this.refresh();
    if (this.on) await this.send({ kind: 'note-profile', note });
  }

  /** Read switches and revision again, at most every two seconds; `now`: in any case. */
  async refresh(now = false): Promise<void> {
    if (!now && Date.now() - this.asked < FRESH) return this.asking ?? undefined;
    this.asked = Date.now();
    this.asking = this.learn().finally(() => {
      this.asking = null;
    });
    await this.asking;
  }

  async check(draft: Draft): Promise<ReviewAnswer> {
    if (!this.known) await this.refresh();
    if (!this.on) return { kind: 'unchecked', fault: 'refused' };
    const answer = await this.send({ kind: 'review', draft });
    if (answer?.kind === 'reviewed' && this.known) this.known.revision = answer.review.settings_revision;
    if (answer?.kind === 'unchecked') this.heardOf(answer.fault);
    return answer ?? { kind: 'unchecked', fault: 'not-running' };
  }

  private heardOf(fault: Extract<ReviewAnswer, { kind: 'unchecked' }>['fault']): void {
    if (this.known && fault !== 'too-long' && fault !== 'refused') this.known.connection = { kind: 'fault', fault };
  }

  /** Mends what the chip names: starts, connects, or shows where to allow it. */
  async start(): Promise<void> {
    const connection = this.known?.connection;
    const fault = connection?.kind === 'fault' ? connection.fault : 'not-running';
    if (fault === 'not-paired' || fault === 'disconnected' || fault === 'code-expired') {
      const answer = await this.send({ kind: 'pair' });
      if (answer?.kind !== 'connected') await this.send({ kind: 'open-extension-page', page: 'welcome' });
    } else if (fault === 'permission-missing') {
      await this.send({ kind: 'open-extension-page', page: 'welcome' });
    } else {
      await this.send({ kind: 'status', start: true });
    }
    await this.refresh(true);
  }

  /** Answers what takes it back; null when it could not be kept. */
  async allow(said: CardSaid): Promise<(() => Promise<boolean>) | null> {
    const answer = await this.send({ kind: 'allow', said });
    await this.refresh(true);
    if (answer?.kind !== 'allowed') return null;
    return async () => {
      const done = await this.send({ kind: 'disallow', id: answer.id });
      await this.refresh(true);
      return done?.kind === 'done';
    };
  }

  dismiss(id: string, quiet: boolean): void {
    void this.send({ kind: 'dismiss', id, quiet });
  }

  /** Did the person choose that what becomes of findings is counted? */
  get measures(): boolean {
    return this.known?.measure === true;
  }

  /** What became of findings, in one message for all of them. */
  tell(outcomes: OutcomeCount[]): void {
    if (this.measures && outcomes.length > 0) void this.send({ kind: 'outcomes', outcomes });
  }

  /** Mails with which to ask before posting; null when the companion did not answer. */
  async askFirst(rules: string[]): Promise<Mails | null> {
    const answer = await this.send({ kind: 'ask-first', rules });
    return answer?.kind === 'mails' ? answer.mails : null;
  }

  /** A post at which something was shown. */
  note(note: IncidentNote): void {
    void this.send({ kind: 'note', note });
  }

  /** Did the person choose to keep official posts? */
  get keeps(): boolean {
    return this.known?.record ?? false;
  }

  /** The number of the entry; null when none was made. */
  async keep(post: RecordAdd): Promise<number | null> {
    return (await this.send({ kind: 'keep', post }))?.id ?? null;
  }

  /** `sent` null: the person was asked, and has not said. */
  async settleRecord(id: number, sent: boolean | null): Promise<boolean> {
    return (await this.send({ kind: 'settle', id, sent }))?.kind === 'done';
  }

  /** What the toolbar icon of this tab shows from now on. */
  showIcon(icon: IconState): void {
    if (icon === this.icon) return;
    this.icon = icon;
    void this.send({ kind: 'icon', icon });
  }

  openPage(page: string): void {
    void this.send({ kind: 'open-page', page });
  }

  private async learn(): Promise<void> {
    const before = JSON.stringify(this.known);
    const answer = await this.send({ kind: 'site', host: this.host, site: this.site() });
    if (!answer) return;
    this.known = answer;
    speak(answer.language, navigator.languages);
    this.wakeAfter(this.rest);
    if (JSON.stringify(answer) !== before) this.onChanged();
  }

  /** The end of a pause is seen without anybody pressing a key. */
  private wakeAfter(rest: Rest | null): void {
    clearTimeout(this.wake);
    if (rest?.until) this.wake = setTimeout(() => this.onChanged(), rest.until.getTime() - Date.now() + 1);
  }

  private readonly heard = (notice: Notice): void => {
    if (notice.kind === 'changed') void this.refresh(true);
    if (notice.kind === 'gone' && notice.patterns.some((pattern) => covers(pattern, this.host))) this.retire();
  };

  /** Null when the extension was updated or removed under the page: the frame is then left alone for good. */
  private async send<R extends Request>(request: R): Promise<Answers[R['kind']] | null> {
    if (isAlive()) {
      try {
        return await ask(request);
      } catch {
        if (isAlive()) return null; // the background was stopped in the middle of an answer: the next question wakes it
      }
    }
    this.retire();
    return null;
  }
}

/** Does our extension still stand behind this script? */
export function isAlive(): boolean {
  return typeof chrome !== 'undefined' && chrome.runtime?.id !== undefined;
}
