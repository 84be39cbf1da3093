/** Walking a page whose parts may live in open shadow roots: up, down and across. */
import { isElement, isShadowRoot } from '../nodes';

/** The element above, stepping from a shadow root to its host. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (isShadowRoot(parent)) return parent.host;
  return isElement(parent) ? parent : null;
}

/** `element` and what is above it, nearest first, at most `limit` of them. */
export function* upwards(element: Element, limit = Number.POSITIVE_INFINITY): Generator<Element> {
  let at: Element | null = element;
  for (let step = 0; at && step < limit; step += 1) {
    yield at;
    at = parentOf(at);
  }
}

/** `closest`, through shadow roots. */
export function closestDeep(element: Element, selector: string): HTMLElement | null {
  let at: Element | null = element;
  while (at) {
    const hit: HTMLElement | null = at.closest<HTMLElement>(selector);
    if (hit) return hit;
    const root: Node = at.getRootNode();
    at = isShadowRoot(root) ? root.host : null;
  }
  return null;
}

/** `contains`, through shadow roots. */
export function containsDeep(above: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (at === above) return true;
  return false;
}

/** Every match of `selector` below `root`, open shadow roots included, in document order within each root. */
export function findAll(root: ParentNode, selector: string): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  for (const inner of shadowRootsIn(root)) found.push(...findAll(inner, selector));
  return found;
}

/** Every element below `root`, open shadow roots included. */
export function* everything(root: ParentNode): Generator<Element> {
  yield* root.querySelectorAll('*');
  for (const inner of shadowRootsIn(root)) yield* everything(inner);
}

/** To find shadow roots every element has to be touched: for so long (milliseconds) it is remembered where they are. */
const REMEMBERED = 300;

let remembered = new WeakMap<ParentNode, { at: number; roots: ShadowRoot[] }>();

/** Post was pressed: what counts is the page of now. */
export function lookAfresh(): void {
  remembered = new WeakMap();
}

/** The open shadow roots directly below `root`; our own are no part of the page. */
function shadowRootsIn(root: ParentNode): ShadowRoot[] {
  const known = remembered.get(root);
  if (known && performance.now() - known.at < REMEMBERED) return known.roots;
  const roots = isElement(root) && root.shadowRoot ? [root.shadowRoot] : [];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot && !element.localName.startsWith('forepost-')) roots.push(element.shadowRoot);
  }
  remembered.set(root, { at: performance.now(), roots });
  return roots;
}

/** Is it on the page and not hidden? (It may still be scrolled away.) */
export function isShown(element: Element): boolean {
  if (!element.isConnected) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** The selection that holds the caret of an editor: Chromium keeps one for each shadow root, Firefox one for all. */
export function selectionOf(editor: HTMLElement): Selection | null {
  const root = editor.getRootNode() as Partial<DocumentOrShadowRoot> & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? editor.ownerDocument.getSelection();
}

/** The element that has the focus, inside shadow roots too. */
export function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** What an editor is called: its label or placeholder. */
export function nameOf(editor: Element): string {
  const names = ['aria-label', 'placeholder', 'aria-placeholder', 'data-placeholder', 'title'];
  return names.map((name) => editor.getAttribute(name) ?? '').find(Boolean) ?? '';
}
