/** Pointer, Escape and typing around the composer: opens the card over its words and takes it away again. */
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

  function wordsAt(x: number, y: number): string | null {
    const box = world.anchor().editor.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
    const hit = world.findings().find(({ finding }) =>
      world
        .anchor()
        .rects(finding)
        .some((rect) => isIn(rect, x, y)),
    );
    return hit?.finding.id ?? null;
  }

  function wait(what: string | null, after: number, then: () => void): void {
    if (what === waitingFor) return;
    clearTimeout(timer);
    waitingFor = what;
    if (what === null) return;
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
      const id = onCard ? card.openId : wordsAt(event.clientX, event.clientY);
      if (id !== null && id === card.openId) wait(null, 0, () => {});
      else if (id !== null && (card.openId === null || card.passing)) wait(id, OPEN_AFTER, () => card.open(id, false, true));
      else if (card.openId !== null && card.passing) wait('', CLOSE_AFTER, () => card.close(true));
      else wait(null, 0, () => {});
    });
  }

  function press(event: MouseEvent): void {
    if (!event.isTrusted || event.composedPath().includes(host)) return;
    const id = wordsAt(event.clientX, event.clientY);
    if (id === null) card.close(false);
    else if (event.detail === 1 && getSelectionIsCaret()) card.open(id, false, false);
  }

  function typed(event: Event): void {
    // The person went on writing: the card must not lie over the lines below.
    if (event.composedPath().includes(world.anchor().editor)) card.close(false);
  }

  window.addEventListener('pointermove', hover, { capture: true, passive: true, signal });
  window.addEventListener('click', press, { capture: true, passive: true, signal });
  window.addEventListener('beforeinput', (event) => event.isTrusted && typed(event), { capture: true, passive: true, signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape' && !event.isComposing && !event.composedPath().includes(host)) world.escape(event);
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

function isIn(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
