/** The editors that one press of Post sends, under watch: each with its session, and told of when it is written in or laid out. */
import { isField } from './engine';
import { isSwitchedOff } from './find';
import { ComposerSession, type Surroundings } from './session';
import type { Place } from './submit';
import { Outlook, type Seen } from './surroundings';

/** Who is told of what happens to an editor. */
export interface Watcher extends Surroundings {
  /** Its text may have changed. */
  noticed(editor: HTMLElement): void;
  /** It, or what it stands in, has another size: it may have left the page. */
  laidOut(editor: HTMLElement): void;
}

interface Watched {
  session: ComposerSession;
  outlook: Outlook;
  stop(): void;
}

export class Editors {
  private readonly watched = new Map<HTMLElement, Watched>();

  constructor(
    private readonly watcher: Watcher,
    private readonly scope: HTMLElement | null,
  ) {}

  get all(): HTMLElement[] {
    return [...this.watched.keys()];
  }

  /** Of those that are on the page: one that was taken away has nothing to say, whatever stood in it. */
  get sessions(): ComposerSession[] {
    return [...this.watched.values()].map(({ session }) => session).filter(({ editor }) => editor.isConnected);
  }

  /** Does the page ask us to stay away from one of them? Then none is read, as one press sends them all. */
  get isKeptAway(): boolean {
    return this.all.some(isSwitchedOff);
  }

  has(editor: HTMLElement): boolean {
    return this.watched.has(editor);
  }

  session(editor: HTMLElement): ComposerSession | undefined {
    return this.watched.get(editor)?.session;
  }

  look(place: Place): Seen {
    return (this.watched.get(place.editor)?.outlook ?? new Outlook()).look(place);
  }

  /** Post was pressed: what counts is the page of now. */
  lookAfresh(): void {
    for (const { outlook } of this.watched.values()) outlook.forget();
  }

  add(editor: HTMLElement): void {
    const { watcher } = this;
    const session = new ComposerSession(editor, watcher);
    // Later: to watch one more box while told of these makes the browser complain to the page.
    const size = new ResizeObserver(() => setTimeout(() => this.has(editor) && watcher.laidOut(editor)));
    const look = () => watcher.noticed(editor);
    const content = new MutationObserver(look);
    size.observe(editor);
    if (this.scope) size.observe(this.scope); // it grows when a post is added to a thread, and the button moves
    if (!isField(editor)) content.observe(editor, { childList: true, characterData: true, subtree: true });
    // A value set by the page, as a restored draft is, makes no input; but it moves the caret.
    else editor.addEventListener('selectionchange', look);
    const stop = () => {
      editor.removeEventListener('selectionchange', look);
      size.disconnect();
      content.disconnect();
      session.end();
    };
    this.watched.set(editor, { session, outlook: new Outlook(), stop });
  }

  remove(editor: HTMLElement): void {
    this.watched.get(editor)?.stop();
    this.watched.delete(editor);
  }

  end(): void {
    for (const editor of this.all) this.remove(editor);
  }
}
