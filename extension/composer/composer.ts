/** One composer: the editors that one press of Post sends, what is known of their drafts, and what is drawn of it. */
import type { Decision } from '../overlay/overlay';
import type { Draft, Here, Mode, ReviewAnswer, Surface } from '../protocol';
import type { Rest } from '../rest';
import type { SurfaceData } from '../sites/schema';
import { Aftermath, type Leaver } from './aftermath';
import { leaverOf, remainsOf, type Where } from './leaver';
import { isBlank } from './blank';
import { Caret } from './caret';
import { Drawing } from './drawing';
import { Editors, type Watcher } from './editors';
import { isField } from './engine';
import type { Frame } from './frame';
import { Profile } from './profile';
import { Posting, type Sender, type Standing } from './posting';
import { read } from './read';
import type { ComposerSession } from './session';
import type { Fate } from './ledger';
import type { Look } from './leaving';
import { type Act, Slip } from './slip';
import type { Subject } from './subject';
import { isPost } from './submit';
import type { Seen } from './surroundings';

/** How long an editor may be off the page before it is let go: sites swap editors while they re-render (milliseconds). */
const GRACE = 2500;

/** By then a site has sent and emptied what it sends (milliseconds). */
const LATER = 1500;

export class Composer implements Watcher, Sender, Subject {
  readonly posting = new Posting(this);
  private readonly aftermath: Aftermath;
  readonly drawing: Drawing;
  private readonly caret = new Caret();
  private readonly watched: Editors;
  private readonly profile: Profile | null;
  private readonly slip = new Slip();
  private ownMode: Mode | null = null;
  /** Editors whose text may be another one, and since when (on the page's clock). */
  private readonly unread = new Map<HTMLElement, number>();

  constructor(
    private readonly frame: Frame<Composer>,
    readonly kind: Surface,
    readonly surface: SurfaceData | null,
    readonly scope: HTMLElement | null,
    public current: HTMLElement,
  ) {
    this.watched = new Editors(this, scope);
    this.aftermath = new Aftermath(this, frame.background);
    this.profile = kind === 'profile' ? new Profile(frame.siteName, (note) => void frame.background.noteProfile(note)) : null;
    this.drawing = new Drawing(this, frame.background, frame.mountOverlay, (view) => {
      this.aftermath.saw(view);
      frame.drawn(view);
    });
    this.add(current);
  }

  // -- its editors --------------------------------------------------------------------------------------------------

  get editors(): HTMLElement[] {
    return this.watched.all;
  }

  /** Of the editors that are on the page. */
  get sessions(): ComposerSession[] {
    return this.watched.sessions;
  }

  /** Are all its editors off the page? */
  get isVacant(): boolean {
    return this.sessions.length === 0;
  }

  /** Does the page ask us to stay away from one of its editors? */
  get isKeptAway(): boolean {
    return this.watched.isKeptAway;
  }

  /** Looks after this editor from now on. What already stands in it, as a restored draft, is checked. */
  add(editor: HTMLElement): void {
    if (this.watched.has(editor)) return;
    this.watched.add(editor);
    if (!this.current.isConnected) this.current = editor;
    this.noticed(editor);
  }

  focused(editor: HTMLElement): void {
    this.current = editor;
    if (this.isOn()) this.profile?.found(this.look(editor).account, read(editor).text);
    this.reconsider();
  }

  /** The focus is leaving this editor, perhaps for a card of ours. */
  left(editor: HTMLElement): void {
    this.caret.remember(editor);
  }

  /** The text of an editor may have changed: it is read once for a frame, however often it changes till then. */
  noticed(editor: HTMLElement): void {
    this.unread.set(editor, performance.now());
    this.drawing.written();
  }

  catchUp(): void {
    const unread = [...this.unread];
    this.unread.clear();
    if (this.isOn()) for (const [editor, since] of unread) this.readOf(editor, since);
  }

  /** The other posts of a thread are judged beside it, so what is known of them may not hold any more. */
  private readOf(editor: HTMLElement, since: number): void {
    if (this.watched.session(editor)?.noticed(performance.now() - since)) {
      this.posting.written();
      this.drawing.takeBack();
      for (const session of this.sessions) if (session.editor !== editor) session.reconsider();
    }
    if (!this.isVacant) this.slip.stands(this.sessions.some((session) => !session.isBlank));
  }

  /** Settings or the page around changed. */
  reconsider(): void {
    if (this.isOn()) for (const session of this.sessions) session.reconsider();
    this.changed();
  }

  /** The person did something on the page. Of a text field nobody tells us that the page has emptied it: we look a little later. */
  did(act: Act): void {
    this.slip.did(act);
    if (act === 'pressed' && isField(this.current)) setTimeout(() => this.noticed(this.current), LATER);
  }

  end(): void {
    this.watched.end();
    this.drawing.end();
    this.aftermath.end();
  }

  /** The page was laid out anew: perhaps with one more editor, as when a post is added to a thread, or without this one. */
  laidOut(editor: HTMLElement): void {
    if (editor.isConnected) this.frame.gather(this);
    else this.missing(editor);
    this.changed();
  }

  /** An editor left the page: the site may be putting another one in its place. */
  private missing(editor: HTMLElement): void {
    this.drawing.forget(editor);
    const next = this.frame.successor(this, editor);
    if (next) this.add(next);
    else this.frame.gather(this);
    setTimeout(() => this.letGo(editor), GRACE);
  }

  private letGo(editor: HTMLElement): void {
    if (editor.isConnected) return;
    this.watched.remove(editor);
    const left = this.sessions[0];
    if (!left) this.frame.ended(this);
    else if (this.current === editor) this.focused(left.editor);
  }

  // -- Surroundings: what a session needs ---------------------------------------------------------------------------

  draft(session: ComposerSession, text: string): Draft {
    const { audience, replyTo } = this.look(session.editor);
    return {
      text,
      ...this.where(session.editor),
      mode: this.ownMode,
      bio: null,
      audience,
      reply_to: replyTo,
      siblings: this.sessions.filter((other) => other !== session && !other.isBlank).map((other) => other.text),
      limit: this.surface?.limit ?? null,
    };
  }

  private where(editor: HTMLElement): Where {
    const { account, replyTo } = this.look(editor);
    return { site: this.frame.siteName, surface: this.kind === 'post' && replyTo !== null ? 'reply' : this.kind, account };
  }

  check(draft: Draft): Promise<ReviewAnswer> {
    return this.frame.check(this, draft);
  }

  revision(): number {
    return this.frame.background.revision;
  }

  changed(): void {
    this.drawing.soon();
  }

  answered(): void {
    this.drawing.now();
  }

  // -- Sender: what a press of Post needs -----------------------------------------------------------------------------

  /** Does pressing this button post what is written here? */
  isPostedBy(button: HTMLElement): boolean {
    const { surface, scope } = this;
    if (this.isKeptAway) return false;
    return this.sessions.some(({ editor }) => !isBlank(read(editor).text) && isPost(button, { editor, surface, scope }));
  }

  isOn(): boolean {
    return this.frame.isOn() && !this.isKeptAway;
  }

  rest(): Rest | null {
    return this.frame.background.rest;
  }

  textNow(): string {
    this.readAgain();
    return this.sessions.map(({ text }) => text).join('\u0000');
  }

  writer(): string | null {
    return this.look(this.current).account?.id ?? null;
  }

  standing(): Standing {
    this.watched.lookAfresh();
    this.readAgain();
    if (this.sessions.some((session) => session.holds)) return 'held';
    if (this.sessions.some((session) => !session.isSettled())) return 'open';
    return this.sessions.some((session) => session.fault !== null) ? 'unknown' : 'clear';
  }

  /** All that would go out now, each post of a thread and whatever stands beside it. */
  private readAgain(): void {
    this.frame.gather(this);
    for (const { editor } of this.sessions) this.readOf(editor, performance.now());
  }

  settled(): Promise<unknown> {
    return Promise.all(this.sessions.map((session) => session.settled()));
  }

  postButton(): HTMLElement | null {
    return this.look(this.current).post;
  }

  review(): Promise<Decision> {
    return this.drawing.review();
  }

  gutCheck(): number {
    return this.sessions.every((session) => session.isBlank) ? 0 : this.frame.background.gutCheck;
  }

  countdown(seconds: number): Promise<boolean> {
    return this.drawing.countdown(seconds);
  }

  say(word: string): void {
    this.drawing.say(word);
  }

  focusEditor(): void {
    this.caret.giveBack(this.current);
  }

  leaves(anyway: boolean): void {
    this.slip.sent();
    this.profile?.saved(this.look(this.current).account, this.textNow());
    void this.aftermath.leaves(anyway);
  }

  // -- what a post leaves behind ----------------------------------------------------------------------------------------

  leaver(): Leaver {
    return leaverOf(this.sessions, this.where(this.current), this.judgedMode());
  }

  remains(): Look {
    return remainsOf(this.editors);
  }

  isOut(): void {
    this.drawing.isOut();
  }

  askWhether(entry: number): void {
    this.drawing.askWhether(entry);
  }

  here(): Here {
    const { site, surface } = this.where(this.current);
    return { site, surface, mode: this.judgedMode() };
  }

  settle(id: string, fate: Fate | null): void {
    this.aftermath.settle(id, fate);
  }

  // -- Subject: what is drawn -----------------------------------------------------------------------------------------

  get expectsPost(): boolean {
    return this.surface !== null;
  }

  get doubt(): string | null {
    if (this.slip.happened) return 'left-unseen';
    if (this.surface === null) return this.frame.isDescribed ? 'not-recognised' : null;
    const lost = this.surface.accountAlways && this.frame.background.knowsAccounts && this.look(this.current).account === null;
    return lost ? 'account-lost' : null;
  }

  look(editor: HTMLElement): Seen {
    return this.watched.look({ editor, surface: this.surface, scope: this.scope });
  }

  mode(): Mode {
    return this.ownMode ?? this.frame.background.mode;
  }

  /** The mode the text was judged in; before that, the one it will be. */
  judgedMode(): Mode {
    return this.sessions.map(({ review }) => review?.mode).find((mode) => mode) ?? this.mode();
  }

  setMode(mode: Mode | null): true {
    this.ownMode = mode;
    this.reconsider();
    return true;
  }
}
