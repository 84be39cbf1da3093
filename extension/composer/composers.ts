/** All composers of a frame: found when the person focuses, types or presses; grouped by the button that posts them. */
import { mountOverlay } from '../overlay/mount';
import { scopeOf } from '../sites/engine';
import type { Draft, ReviewAnswer, Surface } from '../protocol';
import type { SurfaceData } from '../sites/schema';
import { type Background, isAlive } from './background_link';
import { isBlank } from './blank';
import { Composer } from './composer';
import { containsDeep, findAll, focusedElement, upwards } from './dom';
import { editorAround, editorIn, editorsIn, hasRoom, isLeftAlone, isLoneLine, isSwitchedOff } from './find';
import type { Frame } from './frame';
import type { Here } from './here';
import { read } from './read';
import type { Last } from './recognition';
import { actOf } from './slip';
import { couldPost, genericScope, NEAR } from './submit';
import { iconOf } from './view';

export class Composers {
  private readonly all = new Set<Composer>();
  private last: Composer | null = null;

  constructor(
    private readonly background: Background,
    private readonly here: Here,
  ) {}

  focused(path: EventTarget[]): void {
    if (this.owner(path)) return;
    const editor = editorIn(path);
    if (!editor) return;
    const composer = this.adopt(editor);
    if (composer) {
      void this.background.refresh();
      composer.focused(editor);
    } else if (this.here.isPrivate(editor, this.here.surface(editor))) {
      void this.background.refresh().then(() => this.adopt(editor)?.focused(editor)); // the person may have turned it on
    }
  }

  left(path: EventTarget[]): void {
    const known = this.watched(path);
    if (known) known.composer.left(known.editor);
  }

  typed(path: EventTarget[]): void {
    const watched = this.watched(path);
    if (watched) {
      this.last = watched.composer;
      watched.composer.noticed(watched.editor);
    } else if (!this.owner(path)) {
      const editor = editorIn(path);
      if (editor) this.adopt(editor)?.noticed(editor);
    }
  }

  /** The page loaded with the caret already in an editor, perhaps with a restored draft. */
  lookAtFocus(): void {
    const focused = focusedElement();
    if (focused) this.focused([focused]);
  }

  /** Is there anything on this page to look after? */
  get any(): boolean {
    return this.all.size > 0;
  }

  reconsider(): void {
    for (const composer of this.all) {
      if (this.mayRead(composer.kind)) composer.reconsider();
      else this.forget(composer);
    }
    if (this.background.messages) this.lookAtFocus(); // perhaps it was turned on a moment ago
  }

  end(): void {
    for (const composer of this.all) composer.end();
    this.all.clear();
  }

  /** The composer whose overlay an event path goes through. */
  owner(path: EventTarget[]): Composer | null {
    for (const composer of this.all) if (composer.drawing.owns(path)) return composer;
    return null;
  }

  /** Every composer that pressing `button` would send, those that nobody has focused yet included. */
  postedBy(button: HTMLElement): Composer[] {
    for (const composer of [...this.all]) this.renew(composer);
    const known = [...this.all].filter((composer) => composer.isPostedBy(button));
    if (known.length > 0) return nearest(known, button);
    return nearest(this.discover(button), button);
  }

  /** Every composer with an editor in this form. */
  inForm(form: HTMLFormElement): Composer[] {
    const found = editorsIn(form).map((editor) => this.adopt(editor));
    return [...new Set(found.filter((composer) => composer !== null))];
  }

  /** Alt+Shift+F: the card of the next finding. */
  shortcut(event: KeyboardEvent): void {
    if (!event.isTrusted || event.code !== 'KeyF' || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    const path = event.composedPath();
    const editor = editorIn(path);
    const composer = this.owner(path) ?? (editor && this.known(editor)) ?? this.last;
    if (!composer?.drawing.openNext()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The composer the person was in last. */
  lastPlace(): Last | null {
    const { last } = this;
    if (last?.isKeptAway) return null;
    return last && { site: this.here.site?.id ?? null, place: { editor: last.current, surface: last.surface, scope: last.scope } };
  }

  /** Something the person did on the page: an editor that is empty afterwards may be empty because of it. */
  acted(event: Event): void {
    const path = event.composedPath();
    if (!event.isTrusted || this.all.size === 0 || this.owner(path)) return;
    const act = actOf(event, path, () => this.watched(path) !== null || editorIn(path) !== null);
    if (act) for (const composer of this.all) composer.did(act);
  }

  private known(editor: HTMLElement): Composer | null {
    return this.watched([editor])?.composer ?? null;
  }

  /** The editor under watch that a path goes through. It costs no look at the page: most events are keys in one. */
  private watched(path: EventTarget[]): { composer: Composer; editor: HTMLElement } | null {
    for (const composer of this.all) {
      const editor = composer.editors.find((one) => path.includes(one));
      if (editor) return { composer, editor };
    }
    return null;
  }

  /**
   * The composer of an editor, made when it is new; null for what is not one, and for private messages that are not read.
   * One that a page keeps us away from has a composer where a site file describes it: so that the chip can say so.
   */
  adopt(editor: HTMLElement): Composer | null {
    if (!isAlive()) return null;
    const before = this.known(editor);
    if (before) this.renew(before);
    const known = this.known(editor);
    this.last = known ?? this.last;
    if (known || !hasRoom(editor)) return known;
    const surface = this.here.surface(editor);
    const kind = this.kindOf(editor, surface);
    if (!this.mayRead(kind) || (surface === null && (isSwitchedOff(editor) || !isOurs(editor)))) return null;
    const scope = surface ? scopeOf(surface, editor) : genericScope(editor);
    const composer = this.sharing(surface, scope, editor) ?? this.make(kind, surface, scope, editor);
    this.gather(composer);
    this.last = composer;
    return composer;
  }

  /** A post that was turned into a private message, or back into a post, is another composer. */
  private renew(composer: Composer): void {
    const { current: editor, kind } = composer;
    if (composer.isKeptAway) composer.changed(); // perhaps only since a moment ago
    if (!editor.isConnected || this.here.isPrivate(editor, this.here.surface(editor)) === (kind === 'message')) return;
    this.forget(composer);
    this.adopt(editor)?.noticed(editor);
  }

  /** What is no post any more is not sent to the companion. */
  private async check(composer: Composer, draft: Draft): Promise<ReviewAnswer> {
    this.renew(composer);
    return this.all.has(composer) && !composer.isKeptAway ? this.background.check(draft) : { kind: 'unchecked', fault: 'refused' };
  }

  /** The composer that one press sends together with this editor, or whose editor the page has just replaced by this one. */
  private sharing(surface: SurfaceData | null, scope: HTMLElement | null, editor: HTMLElement): Composer | null {
    const grouped = scope !== null && (surface === null || surface.group === 'allInScope');
    const alike = [...this.all].filter((composer) => composer.scope === scope && composer.surface === surface);
    const found = alike.find((composer) => grouped || composer.isVacant);
    found?.add(editor);
    return found ?? null;
  }

  private kindOf(editor: HTMLElement, surface: SurfaceData | null): Surface {
    return this.here.isPrivate(editor, surface) ? 'message' : (surface?.kind ?? 'post');
  }

  /** Private messages only where the person turned that on. */
  private mayRead(kind: Surface): boolean {
    return kind !== 'message' || this.background.messages;
  }

  private make(kind: Surface, surface: SurfaceData | null, scope: HTMLElement | null, editor: HTMLElement): Composer {
    const composer = new Composer(this.frame(), kind, surface, scope, editor);
    this.all.add(composer);
    return composer;
  }

  /** What goes out with the same press although nobody has focused it: the other posts of a thread, a title, a content warning. */
  private gather(composer: Composer): void {
    const { surface, scope } = composer;
    if (!scope || (surface && surface.group !== 'allInScope')) return;
    const ours = (editor: HTMLElement) => !isSwitchedOff(editor) && isOurs(editor) && this.mayRead(this.kindOf(editor, null));
    const found = surface
      ? surface.editor.flatMap((selector) => findAll(scope, selector))
      : editorsIn(scope).filter((editor) => genericScope(editor) === scope && ours(editor));
    for (const editor of found) if (!this.known(editor) && hasRoom(editor)) composer.add(editor);
  }

  /** Composers near a button that nobody has focused: the site restored a draft, and Post is pressed at once. */
  private discover(button: HTMLElement): Composer[] {
    const surfaces = this.here.site?.surfaces.filter(({ kind }) => this.mayRead(kind));
    if (!couldPost(button, surfaces ?? [])) return [];
    const far = genericScope(button) ?? [...upwards(button, NEAR)].at(-1);
    const written = (far ? editorsIn(far) : []).filter((editor) => !isSwitchedOff(editor) && !isBlank(read(editor).text));
    const found = written.map((editor) => this.adopt(editor)).filter((composer) => composer !== null);
    return [...new Set(found)].filter((composer) => composer.isPostedBy(button));
  }

  private frame(): Frame<Composer> {
    const { background } = this;
    return {
      background,
      siteName: this.here.name,
      isDescribed: this.here.site !== null,
      isOn: () => background.on && isAlive(),
      check: (composer, draft) => this.check(composer, draft),
      mountOverlay,
      gather: (composer) => this.gather(composer),
      drawn: (view) => {
        const icon = iconOf(view);
        if (icon) background.showIcon(icon);
      },
      successor: (composer, editor) => this.successor(composer, editor),
      ended: (composer) => this.forget(composer),
    };
  }

  private forget(composer: Composer): void {
    composer.end();
    this.all.delete(composer);
    if (this.last === composer) this.last = null;
  }

  /** The editor the page has put in the place of one it took away. */
  private successor({ surface, scope, editors }: Composer, gone: HTMLElement): HTMLElement | null {
    const focused = focusedElement();
    const near = focused && editorAround(focused);
    if (near && near !== gone && !editors.includes(near) && this.isAlike(near, surface, scope)) return near;
    if (!surface || !scope?.isConnected) return null;
    const fresh = surface.editor.flatMap((selector) => findAll(scope, selector));
    return fresh.find((editor) => !this.known(editor) && hasRoom(editor)) ?? null;
  }

  private isAlike(editor: HTMLElement, surface: SurfaceData | null, scope: HTMLElement | null): boolean {
    return (
      this.here.surface(editor) === surface && hasRoom(editor) && (scope === null || containsDeep(scope, editor)) && !this.known(editor)
    );
  }
}

/** Is this an editor to look after, where no site file says so? */
function isOurs(editor: HTMLElement): boolean {
  return !isLeftAlone(editor) && !isLoneLine(editor, genericScope(editor));
}

/** Of several composers a button might post, those that share the nearest box with it. */
function nearest(composers: Composer[], button: HTMLElement): Composer[] {
  if (composers.length < 2) return composers;
  for (const box of upwards(button)) {
    const inside = composers.filter(({ editors }) => editors.some((editor) => containsDeep(box, editor)));
    if (inside.length > 0) return inside;
  }
  return composers;
}
