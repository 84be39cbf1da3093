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

/** `moved` is called soon after a change of layout; never for the first look at a box. */
export function watchLayout(moved: () => void): LayoutWatch {
  let watched: readonly Element[] = [];
  let first = new WeakSet<Element>();
  const observer = new ResizeObserver((entries) => {
    const news = entries.filter(({ target }) => first.has(target));
    for (const { target } of entries) first.add(target);
    if (news.length > 0) setTimeout(moved); // not now: to watch other boxes in here makes the browser complain to the page
  });
  return {
    follow(anchor) {
      const next = [...new Set(boxes(anchor))];
      if (next.length === watched.length && next.every((box, index) => box === watched[index])) return;
      observer.disconnect();
      watched = next;
      first = new WeakSet();
      for (const box of next) observer.observe(box);
    },
    stop: () => observer.disconnect(),
  };
}
