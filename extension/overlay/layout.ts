/** Tells when the page around a composer was laid out anew, so that the overlay follows it. No polling. */
import { isElement, isShadowRoot } from '../nodes';
import type { Anchor } from './overlay';

const UP = 10; // ancestors watched: further up, boxes do not change with the composer, or all of them do

/** The boxes whose change of size moves the composer's row: editor, button, what is around them, the page. */
function boxes({ editor, submit, mount }: Anchor): Element[] {
  const found: Element[] = [mount, document.body];
  for (const start of [editor, submit]) {
    let node: Node | null = start;
    for (let step = 0; node && node !== document && step < UP; step++) {
      if (isElement(node)) found.push(node);
      node = isShadowRoot(node) ? node.host : node.parentNode;
    }
  }
  return found;
}

export interface LayoutWatch {
  follow(anchor: Anchor): void;
  stop(): void;
}

function sizeOf(box: Element): string {
  const { width, height } = box.getBoundingClientRect();
  return `${width} ${height}`;
}

/** `moved` is called soon after a change of layout; for the first look at a box only if it changed since `follow`. */
export function watchLayout(moved: () => void): LayoutWatch {
  let watched: readonly Element[] = [];
  let placed = new Map<Element, string>(); // sizes at `follow`, of boxes that were not looked at since
  const observer = new ResizeObserver((entries) => {
    const news = entries.filter(({ target }) => placed.get(target) !== sizeOf(target));
    for (const { target } of entries) placed.delete(target);
    if (news.length > 0) setTimeout(moved); // not now: to watch other boxes in here makes the browser complain to the page
  });
  return {
    follow(anchor) {
      const next = [...new Set(boxes(anchor))];
      if (next.length === watched.length && next.every((box, index) => box === watched[index])) return;
      observer.disconnect();
      watched = next;
      placed = new Map(next.map((box) => [box, sizeOf(box)]));
      for (const box of next) observer.observe(box);
    },
    stop: () => observer.disconnect(),
  };
}
