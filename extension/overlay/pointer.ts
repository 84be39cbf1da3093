/** Pointer, Escape and typing around the composer: opens the card over its words and takes it away again. */
import { isHtml } from '../nodes';
import type { Card } from './card';
import type { Anchor, Shown } from './overlay';

const OPEN_AFTER = 150; // ms the pointer rests on the words
const CLOSE_AFTER = 300; // ms it may be away, on its way to the card

export interface PointerWorld {
  anchor(): Anchor;
  findings(): Shown[];
  card: Card;
  host: Element;
  escape(event: KeyboardEvent): void;
  /** The window was scrolled or resized. */
  moved(): void;
}

/** Start watching; the returned function stops. */
export function watchPointer(world: PointerWorld): () => void {
  const { card, host } = world;
  const gone = new AbortController();
  const { signal } = gone;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingFor: string | null = null; // the finding about to open, or '' for closing
  let frame = 0;

  /** The finding whose words are at this point, when the pointer is in an editor. */
  function wordsAt(path: EventTarget[], { clientX: x, clientY: y }: MouseEvent): string | null {
    if (!path.some(isEditable)) return null;
    const hit = world.findings().find(({ finding }) => {
      const rects = world.anchor().rects(finding);
      return rects.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom);
    });
    return hit?.finding.id ?? null;
  }

  function forget(): void {
    clearTimeout(timer);
    waitingFor = null;
  }

  function wait(what: string, after: number, then: () => void): void {
    if (what === waitingFor) return;
    clearTimeout(timer);
    waitingFor = what;
    timer = setTimeout(() => {
      waitingFor = null;
      then();
    }, after);
  }

  function hover(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    const path = event.composedPath();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const onCard = path.includes(host);
      const id = onCard ? card.openId : wordsAt(path, event);
      if (id !== card.leftId) card.leftId = null;
      else if (id !== null) {
        forget();
        return;
      } // closed on purpose: not again before the pointer has been away
      if (id !== null && id === card.openId) forget();
      else if (id !== null && (card.openId === null || card.passing)) wait(id, OPEN_AFTER, () => card.open(id, false, true));
      else if (card.openId !== null && card.passing) wait('', CLOSE_AFTER, () => card.close(true));
      else forget();
    });
  }

  function press(event: MouseEvent): void {
    const path = event.composedPath();
    if (!event.isTrusted || path.includes(host)) return;
    cancelAnimationFrame(frame);
    forget();
    const id = wordsAt(path, event);
    if (id === null) card.close(false);
    else if (event.detail === 1 && getSelectionIsCaret()) card.open(id, false, false);
  }

  /** The person went on writing: the card must not lie over the lines below. */
  function typed(event: Event): void {
    if (event.isTrusted && !card.busy && !event.composedPath().includes(host)) card.close(false);
  }

  window.addEventListener('pointermove', hover, { capture: true, passive: true, signal });
  window.addEventListener('click', press, { capture: true, passive: true, signal });
  window.addEventListener('beforeinput', typed, { capture: true, passive: true, signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || event.isComposing || event.composedPath().includes(host)) return;
      cancelAnimationFrame(frame);
      forget();
      world.escape(event);
    },
    { capture: true, signal },
  );
  window.addEventListener('scroll', world.moved, { capture: true, passive: true, signal });
  window.addEventListener('resize', world.moved, { passive: true, signal });
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    gone.abort();
  };
}

/** A press that selects words is not a wish to see the card. */
function getSelectionIsCaret(): boolean {
  return document.getSelection()?.isCollapsed ?? true;
}

function isEditable(node: EventTarget): boolean {
  return isHtml(node) && (node.isContentEditable || node.matches('textarea, input'));
}
