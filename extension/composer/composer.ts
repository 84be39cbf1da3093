/** One composer: the editors that one press of Post sends, what is drawn of them, and what the person may ask for. */
import type { Actions, Anchor, Decision, FixOutcome, MountOverlay, Overlay, View } from '../overlay/overlay';
import { Underline } from '../overlay/underline';
import type { Draft, Finding, Fix, Mode, ReviewAnswer } from '../protocol';
import { accountOf, firstOf } from '../sites/engine';
import type { SurfaceData } from '../sites/schema';
import { closestDeep } from './dom';
import { isField } from './engine';
import { carryOut } from './fix';
import { Posting, type Sender, type Standing } from './posting';
import { ComposerSession, type Present, type Surroundings } from './session';
import { isPost, type Place, postButton } from './submit';
import { inOrder, marksOf, shown, stateOf, underlined } from './view';

/** How long an editor may be off the page before it is let go: sites swap editors while they re-render (milliseconds). */
const GRACE = 2500;

/** What a composer needs from the frame it is in. */
export interface Frame extends Pick<Actions, 'start' | 'openPage'> {
  readonly siteName: string;
  isOn(): boolean;
  mode(): Mode;
  revision(): number;
  check(draft: Draft): Promise<ReviewAnswer>;
  allow(rule: string, quote: string): Promise<boolean>;
  dismiss(id: string): void;
  mountOverlay: MountOverlay;
  /** Drawn anew: the toolbar icon follows. */
  drawn(view: View): void;
  /** Another editor of the same kind, when the page has put one in the place of `editor`. */
  successor(composer: Composer, editor: HTMLElement): HTMLElement | null;
  /** Nothing is left of it on the page. */
  ended(composer: Composer): void;
}

interface Watched {
  session: ComposerSession;
  underline: Underline;
  stop(): void;
}

export class Composer implements Surroundings, Sender {
  readonly posting = new Posting(this);
  private readonly watched = new Map<HTMLElement, Watched>();
  private overlay: Overlay | null = null;
  private current: HTMLElement;
  private ownMode: Mode | null = null;
  private drawing = 0;

  constructor(
    private readonly frame: Frame,
    readonly surface: SurfaceData | null,
    readonly scope: HTMLElement | null,
    first: HTMLElement,
  ) {
    this.current = first;
    this.add(first);
  }

  // -- its editors --------------------------------------------------------------------------------------------------

  get editors(): HTMLElement[] {
    return [...this.watched.keys()];
  }

  /** Looks after this editor from now on. What already stands in it, as a restored draft, is checked. */
  add(editor: HTMLElement): void {
    if (this.watched.has(editor)) return;
    const session = new ComposerSession(editor, this);
    const size = new ResizeObserver(() => (editor.isConnected ? this.changed() : this.missing(editor)));
    const content = new MutationObserver(() => this.noticed(editor));
    size.observe(editor);
    if (!isField(editor)) content.observe(editor, { childList: true, characterData: true, subtree: true });
    const stop = () => {
      size.disconnect();
      content.disconnect();
      session.end();
    };
    this.watched.set(editor, { session, underline: new Underline(editor), stop });
    this.noticed(editor);
  }

  focused(editor: HTMLElement): void {
    this.current = editor;
    this.reconsider();
  }

  /** The text of an editor may have changed. The other posts of a thread are judged beside it, so they may have too. */
  noticed(editor: HTMLElement): void {
    if (this.frame.isOn() && this.watched.get(editor)?.session.noticed()) {
      for (const session of this.sessions) if (session.editor !== editor) session.reconsider();
    }
    this.changed();
  }

  /** Settings or the page around changed. */
  reconsider(): void {
    if (this.frame.isOn()) for (const session of this.sessions) session.reconsider();
    this.changed();
  }

  end(): void {
    cancelAnimationFrame(this.drawing);
    for (const { stop, underline } of this.watched.values()) {
      stop();
      underline.remove();
    }
    this.watched.clear();
    this.overlay?.remove();
    this.overlay = null;
  }

  /** An editor left the page: the site may be putting another one in its place. */
  private missing(editor: HTMLElement): void {
    const next = this.frame.successor(this, editor);
    if (next) this.add(next);
    setTimeout(
      () => {
        if (editor.isConnected || !this.watched.has(editor)) return;
        const watched = this.watched.get(editor);
        watched?.stop();
        watched?.underline.remove();
        this.watched.delete(editor);
        const left = this.editors[0];
        if (!left) return this.frame.ended(this);
        if (this.current === editor) this.current = left;
        this.changed();
      },
      next ? 0 : GRACE,
    );
  }

  private get sessions(): ComposerSession[] {
    return [...this.watched.values()].map(({ session }) => session);
  }

  private get place(): Place {
    return { editor: this.current, surface: this.surface, scope: this.scope };
  }

  // -- Surroundings: what a session needs -----------------------------------------------------------------------------

  draft(session: ComposerSession, text: string): Draft {
    const { surface, scope } = this;
    const { editor } = session;
    const replyTo = firstOf(surface?.replyTo, editor, scope);
    const kind = surface?.kind ?? 'post';
    return {
      text,
      site: this.frame.siteName,
      surface: kind === 'post' && replyTo !== null ? 'reply' : kind,
      mode: this.ownMode,
      account: surface && accountOf(surface, editor, scope, location.pathname),
      bio: null,
      audience: firstOf(surface?.audience, editor, scope),
      reply_to: replyTo,
      siblings: this.sessions.filter((other) => other !== session && !other.isBlank).map((other) => other.text),
      limit: surface?.limit ?? null,
    };
  }

  check(draft: Draft): Promise<ReviewAnswer> {
    return this.frame.check(draft);
  }

  revision(): number {
    return this.frame.revision();
  }

  /** Draws once in the next frame, however often it is called. */
  changed(): void {
    this.drawing ||= requestAnimationFrame(() => this.draw());
  }

  // -- Sender: what a press of Post needs -----------------------------------------------------------------------------

  /** Does pressing this button post what is written here? */
  isPostedBy(button: HTMLElement): boolean {
    return this.editors.some((editor) => isPost(button, { ...this.place, editor }));
  }

  isOn(): boolean {
    return this.frame.isOn();
  }

  textNow(): string {
    for (const session of this.sessions) session.noticed();
    return this.sessions.map(({ text }) => text).join('\u0000');
  }

  standing(): Standing {
    for (const session of this.sessions) session.noticed();
    if (this.sessions.some((session) => session.holds)) return 'held';
    if (this.sessions.some((session) => !session.isSettled())) return 'open';
    return this.sessions.some((session) => session.fault !== null) ? 'unknown' : 'clear';
  }

  settled(): Promise<unknown> {
    return Promise.all(this.sessions.map((session) => session.settled()));
  }

  postButton(): HTMLElement | null {
    return postButton(this.place);
  }

  review(): Promise<Decision> {
    this.draw();
    return this.overlay?.review() ?? Promise.resolve('post-anyway');
  }

  say(word: string): void {
    this.overlay?.say(word);
  }

  focusEditor(): void {
    this.current.focus({ preventScroll: true });
  }

  // -- what is drawn --------------------------------------------------------------------------------------------------

  /** Does an event path go through what we draw? */
  owns(path: EventTarget[]): boolean {
    return this.overlay?.owns(path) ?? false;
  }

  view(): View {
    const post = this.frame.isOn() && this.postButton();
    const state = this.frame.isOn() ? stateOf(this.sessions, this.surface === null || post !== null) : null;
    const reviews = this.sessions.flatMap((session) => session.review ?? []);
    const { surface, scope, current } = this;
    return {
      state: state ?? { kind: 'not-here' },
      mode: reviews[0]?.mode ?? this.ownMode ?? this.frame.mode(),
      account: (surface && accountOf(surface, current, scope, location.pathname)?.name) ?? undefined,
      audience: firstOf(surface?.audience, current, scope) ?? undefined,
      findings: inOrder(this.present()).map(shown),
    };
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

  private draw(): void {
    cancelAnimationFrame(this.drawing);
    this.drawing = 0;
    const view = this.view();
    this.underline();
    if (view.state.kind === 'idle' && !this.overlay) return;
    const anchor = this.anchor();
    this.overlay ??= this.frame.mountOverlay(anchor, this.actions());
    this.overlay.place(anchor);
    this.overlay.show(view);
    this.frame.drawn(view);
  }

  private present(): Present[] {
    return this.sessions.flatMap((session) => session.present());
  }

  private underline(): void {
    const all = new Map(this.sessions.map((session) => [session, session.present()]));
    const chosen = underlined([...all.values()].flat());
    const { mount } = this.anchor();
    for (const [session, present] of all) {
      this.watched.get(session.editor)?.underline.draw(marksOf(present, chosen), mount);
    }
  }

  private anchor(): Anchor {
    return {
      editor: this.current,
      submit: this.postButton(),
      mount: closestDeep(this.current, 'dialog, [role="dialog"]') ?? document.body,
      rects: (finding) => this.rects(finding),
    };
  }

  private rects(finding: Finding): DOMRect[] {
    return [...this.watched.values()].flatMap(({ session, underline }) =>
      session
        .present()
        .flatMap(({ finding: { id, start, end } }) =>
          id === finding.id && start !== null && end !== null ? underline.rects(start, end) : [],
        ),
    );
  }

  // -- what the person may ask for ------------------------------------------------------------------------------------

  private actions(): Actions {
    return {
      fix: (finding, fix) => this.fix(finding, fix),
      dismiss: (finding) => {
        this.frame.dismiss(finding.id);
        for (const session of this.sessions) session.dismiss(finding.id);
      },
      allow: (finding) => this.frame.allow(finding.rule, this.quoteOf(finding)),
      start: () => this.frame.start(),
      openPage: (page) => this.frame.openPage(page),
      focusEditor: () => this.focusEditor(),
    };
  }

  private quoteOf(finding: Finding): string {
    return this.present().find((present) => present.finding.id === finding.id)?.quote ?? '';
  }

  private fix(finding: Finding, fix: Fix): Promise<FixOutcome> {
    const has = (session: ComposerSession) => session.present().some((present) => present.finding.id === finding.id);
    const session = this.sessions.find(has) ?? this.sessions[0];
    if (!session) return Promise.resolve({ kind: 'copy', text: '', why: '' });
    const setMode = (mode: Mode | null): true => {
      this.ownMode = mode;
      this.reconsider();
      return true;
    };
    return carryOut({ session, setMode }, finding, fix);
  }
}
