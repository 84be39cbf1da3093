/** What is drawn of a composer: chip, card and review through the overlay, and the underlines of each editor. */
import type { Anchor, CheckState, Decision, MountOverlay, Overlay, View } from '../overlay/overlay';
import type { Mark } from '../overlay/mark';
import { Underline } from '../overlay/underline';
import type { Finding, Mode } from '../protocol';
import type { Account } from '../sites/engine';
import { Deeds, isNew } from './deeds';
import { closestDeep } from './dom';
import { hasList } from './find';
import type { Wishes } from './frame';
import type { ComposerSession, Present } from './session';
import { presentIn, type Subject } from './subject';
import { inOrder, marksOf, shown, stateOf, underlined } from './view';

/** States that hold for more than one text: the next key changes nothing in the chip. */
const LASTING: ReadonlySet<CheckState['kind']> = new Set(['checking', 'not-here', 'resting']);

export class Drawing {
  private overlay: Overlay | null = null;
  private readonly underlines = new Map<HTMLElement, Underline>();
  private frame = 0;
  /** More than the text changed since the last drawing. */
  private stale = false;
  private last: { view: View; anchor: Anchor } | null = null;
  private over = false;

  constructor(
    private readonly subject: Subject,
    private readonly wishes: Wishes,
    private readonly mountOverlay: MountOverlay,
    private readonly drawn: (view: View) => void,
  ) {}

  /** Draws once in the next frame, however often it is called. */
  soon(): void {
    this.stale = true;
    this.written();
  }

  /** A text may have changed: it is read in the next frame, and no more is drawn than that asks for. */
  written(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.subject.catchUp();
      if (this.stale || !this.goesOn()) this.now();
    });
  }

  now(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (this.over) return;
    this.subject.catchUp();
    this.stale = false;
    const view = this.view();
    const anchor = this.anchor();
    this.last = { view, anchor };
    this.underline(anchor.mount);
    if (view.state.kind === 'idle' && !this.overlay) return;
    this.overlay ??= this.mountOverlay(anchor, new Deeds(this.subject, this.wishes));
    this.overlay.show(view, anchor);
    this.drawn(view);
  }

  /** The review, over what is drawn now. */
  review(): Promise<Decision> {
    this.now();
    return this.overlay?.review() ?? Promise.resolve('edit');
  }

  /** Counts down beside the chip; false: the post was taken back. */
  countdown(seconds: number): Promise<boolean> {
    this.now();
    return this.overlay?.countdown(seconds) ?? Promise.resolve(true);
  }

  /** The text is another one now: what is being counted down does not go. */
  takeBack(): void {
    this.overlay?.takeBack();
  }

  say(word: string): void {
    this.overlay?.say(word);
  }

  isOut(): void {
    this.overlay?.isOut();
  }

  /** Where the text still stands, the person is asked whether it left; elsewhere the record itself says that nobody knows. */
  askWhether(entry: number): void {
    this.overlay?.ask('left', { yes: () => this.wishes.settleRecord(entry, true), no: () => this.wishes.settleRecord(entry, false) });
  }

  /** Does an event path go through what we draw? */
  owns(path: EventTarget[]): boolean {
    return this.overlay?.owns(path) ?? false;
  }

  /** Opens the card of the finding after the one that is open. False when there is none to open. */
  openNext(): boolean {
    const ids = this.view()
      .findings.filter(({ dismissed }) => !dismissed)
      .map(({ finding }) => finding.id);
    const next = ids[(ids.indexOf(this.overlay?.openId ?? '') + 1) % ids.length];
    if (!next || !this.overlay) return false;
    this.overlay.openCard(next, true);
    return true;
  }

  /** An editor left the page: its underlines go at once. */
  forget(editor: HTMLElement): void {
    this.underlines.get(editor)?.remove();
    this.underlines.delete(editor);
  }

  end(): void {
    this.over = true;
    cancelAnimationFrame(this.frame);
    for (const underline of this.underlines.values()) underline.remove();
    this.underlines.clear();
    this.overlay?.remove();
    this.overlay = null;
  }

  /**
   * While somebody writes, the chip keeps its words until the next answer, and an underline stays as long as its words do: at
   * most the overlay hears that a check is coming. False where more has to be drawn.
   */
  private goesOn(): boolean {
    const { last, subject } = this;
    if (!last?.anchor.editor.isConnected || last.anchor.submit?.isConnected === false || hasList(subject.current)) return false;
    const before = last.view.state.kind;
    const state = this.state(null);
    if (!LASTING.has(state.kind) || (before !== state.kind && (before === 'idle' || state.kind !== 'checking'))) return false;
    if (!this.marks().every(([{ editor, text }, marks]) => this.underlineOf(editor).shows(marks, text))) return false;
    last.view = { ...last.view, state };
    if (before !== state.kind) this.overlay?.show(last.view, last.anchor);
    return true;
  }

  private state(doubt: string | null): CheckState {
    const { subject } = this;
    return subject.isOn() ? stateOf(subject.sessions, doubt) : offState(subject);
  }

  private view(): View {
    const { subject } = this;
    const { account, audience, post } = subject.look(subject.current);
    return {
      state: this.state(subject.expectsPost && post === null ? 'site-changed' : subject.doubt),
      mode: subject.judgedMode(),
      account: account?.name,
      unknown: account !== null && isNew(this.wishes.account(account.id)) ? { suggested: suggestedFor(account) } : undefined,
      audience: audience ?? undefined,
      pointsDue: this.wishes.pointsDue,
      findings: subject.isOn() ? inOrder(presentIn(subject)).map(shown) : [],
    };
  }

  private anchor(): Anchor {
    const { subject } = this;
    return {
      editor: subject.current,
      submit: subject.look(subject.current).post,
      mount: closestDeep(subject.current, 'dialog, [role="dialog"]') ?? document.body,
      list: hasList(subject.current),
      rects: (finding) => this.rects(finding),
    };
  }

  private underline(mount: HTMLElement): void {
    for (const [{ editor }, marks] of this.marks()) this.underlineOf(editor).draw(marks, mount);
  }

  private marks(): [ComposerSession, Mark[]][] {
    const all = this.subject.sessions.map((session): [ComposerSession, Present[]] => [session, session.present()]);
    const chosen = this.subject.isOn() ? underlined(all.flatMap(([, present]) => present)) : new Set<Present>();
    return all.map(([session, present]) => [session, marksOf(present, chosen)]);
  }

  private underlineOf(editor: HTMLElement): Underline {
    const known = this.underlines.get(editor) ?? new Underline(editor);
    this.underlines.set(editor, known);
    return known;
  }

  private rects({ id }: Finding): DOMRect[] {
    return this.subject.sessions.flatMap((session) =>
      session.present().flatMap(({ finding: { id: own, start, end } }) => {
        if (own !== id || start === null || end === null) return [];
        return this.underlines.get(session.editor)?.rects(start, end) ?? [];
      }),
    );
  }
}

/** An organisation's page is where one posts for it. */
function suggestedFor({ kind }: Account): Mode | null {
  return kind === 'organisation' ? 'official' : null;
}

/** What the person switched off is said first: switching it on would change nothing else. */
function offState(subject: Subject): CheckState {
  const rest = subject.rest();
  if (rest) return { kind: 'resting', until: rest.until };
  return { kind: 'not-here', by: subject.isKeptAway ? 'page' : 'person' };
}
