/** Where the chip can stand: free ground near the site's own button, found by asking the page what is there. */
import type { Anchor } from './overlay';

/** A place in the viewport. `edge`: which side stays put when the chip's width changes. All CSS px. */
export interface Spot {
  x: number;
  y: number;
  edge: 'left' | 'right';
}

const STEP = 8; // px between two looks along a row
const AIR = 7; // px to each side of the chip that are looked at, too; its neighbours are at least so far away
const CONTROLS =
  'button,a[href],input,select,textarea,label,summary,svg,img,video,canvas,iframe,[contenteditable="true"],[contenteditable=""],' +
  '[role="button"],[role="link"],[role="tab"],[role="textbox"],[role="progressbar"],[role="checkbox"],[role="switch"],[role="combobox"]';
const OVERLAYS = '[role="menu"],[role="listbox"],[role="dialog"],[role="alertdialog"],[role="tooltip"],dialog,[popover]';

/** The innermost element at a point, through open shadow roots, our own left out. */
function topmost(x: number, y: number, ours: Element): Element | null {
  let root: Document | ShadowRoot = document;
  let found: Element | null = null;
  for (;;) {
    const next: Element | undefined = root.elementsFromPoint(x, y).find((element) => element !== ours);
    if (!next || next === found) return found;
    found = next;
    if (!next.shadowRoot) return found;
    root = next.shadowRoot;
  }
}

/** Does `outer` contain `inner`, counting shadow trees as inside their hosts? */
function encloses(outer: Element, inner: Element): boolean {
  for (let node: Node | null = inner; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node === outer) return true;
  }
  return false;
}

function textAt(element: Element, x: number, y: number): boolean {
  const range = document.createRange();
  for (const child of element.childNodes) {
    if (child.nodeType !== Node.TEXT_NODE || !child.textContent?.trim()) continue;
    range.selectNodeContents(child);
    for (const box of range.getClientRects()) {
      if (x >= box.left - 2 && x <= box.right + 2 && y >= box.top && y <= box.bottom) return true;
    }
  }
  return false;
}

/** What stands at a point of the page. */
interface Look {
  x: number;
  y: number;
  element: Element | null;
}

const lookAt = (x: number, y: number, ours: Element): Look => ({ x, y, element: topmost(x, y, ours) });

/** Three looks along the middle of the chip. Each makes the browser lay the page out: they are taken once for all questions. */
export function along(box: DOMRect, ours: Element): Look[] {
  const middle = box.top + box.height / 2;
  return [box.left + 2, box.left + box.width / 2, box.right - 2].map((x) => lookAt(x, middle, ours));
}

/** Something floats over the composer here (a menu of the site, a list of names to mention). */
export function isCovered(anchor: Anchor, looks: Look[]): boolean {
  return looks.some(({ element }) => {
    const floating = element?.closest(OVERLAYS);
    return !!floating && !encloses(floating, anchor.editor);
  });
}

/** Has something come to stand under the chip since its place was chosen, as one more editor of a thread? */
export function isTaken(anchor: Anchor, looks: Look[]): boolean {
  return looks.some((look) => !isFree(anchor, look));
}

function isFree(anchor: Anchor, { x, y, element }: Look): boolean {
  if (!element) return false; // outside the viewport
  if (encloses(anchor.editor, element)) return false;
  for (const kind of [CONTROLS, OVERLAYS]) {
    const near = element.closest(kind);
    if (near && !encloses(near, anchor.editor)) return false;
  }
  return !textAt(element, x, y);
}

/** Is the whole of this box free ground? */
export function isFreeBox(anchor: Anchor, box: DOMRect, ours: Element): boolean {
  for (let x = box.x; x <= box.x + box.width; x += STEP) {
    for (const y of [box.y + 2, box.y + box.height / 2, box.y + box.height - 2]) {
      if (!isFree(anchor, lookAt(x, y, ours))) return false;
    }
  }
  return true;
}

interface Row {
  y: number;
  from: number; // x of the first place to look at; places are STEP apart
  to: number;
  edge: Spot['edge']; // the chip's side that is nearest to the button
  want: number; // x that side should be near
}

/** The free stretch of `width` px in a row whose `edge` is nearest to `want`: x of that edge, or null. */
function freeStretch(anchor: Anchor, row: Row, width: number, height: number, ours: Element): number | null {
  const heights = [row.y + 2, row.y + height / 2, row.y + height - 2];
  const isClear = (x: number) => heights.every((y) => isFree(anchor, lookAt(x, y, ours)));
  const places = Array.from({ length: Math.floor((row.to - row.from) / STEP) + 1 }, (_, index) => row.from + index * STEP);
  const clear = places.map(isClear);
  const need = Math.ceil(width / STEP) + 1;
  let best: number | null = null;
  for (let first = 0; first + need <= places.length; first++) {
    const edge = places[row.edge === 'left' ? first : first + need - 1] ?? 0;
    if (best !== null && Math.abs(edge - row.want) >= Math.abs(best - row.want)) continue;
    const left = row.edge === 'left' ? edge : edge - width;
    // Neighbours may begin between two places: look at the air on both sides, too.
    if (clear.slice(first, first + need).every(Boolean) && isClear(left - AIR) && isClear(left + width + AIR)) best = edge;
  }
  return best;
}

/** Rows to try, the best first: beside the button, then below and above composer and button. */
function rows(anchor: Anchor, height: number): Row[] {
  const editor = anchor.editor.getBoundingClientRect();
  const submit = anchor.submit?.getBoundingClientRect() ?? null;
  const left = Math.max(STEP, Math.min(editor.left, submit?.left ?? editor.left) - STEP);
  const to = Math.min(innerWidth - STEP, Math.max(editor.right, submit?.right ?? editor.right) + STEP);
  const edge = submit && submit.left + submit.width / 2 < (editor.left + editor.right) / 2 ? 'left' : 'right';
  /** Places from `left` on that meet `x` exactly. */
  const row = (y: number, x: number): Row => ({ y, from: x - Math.floor((x - left) / STEP) * STEP, to, edge, want: x });
  const bottom = Math.max(editor.bottom, submit?.bottom ?? 0);
  const top = Math.min(editor.top, submit?.top ?? editor.top);
  const outer = (submit ?? editor)[edge];
  const beside = submit ? [row(submit.top + (submit.height - height) / 2, edge === 'right' ? submit.left : submit.right)] : [];
  return [...beside, ...[editor.bottom + 6, bottom + 6, top - height - 6, bottom + 40].map((y) => row(y, outer))];
}

/** While Post is scrolled away: at the lower edge of what is seen of the text, across the window, as beside the text. */
function rowsInWindow({ editor }: Anchor, height: number): Row[] {
  const { bottom, right } = editor.getBoundingClientRect();
  const lowest = innerHeight - height - STEP;
  const to = innerWidth - STEP;
  const from = to - Math.floor((to - STEP) / STEP) * STEP;
  const ys = [Math.min(bottom + 6, lowest), lowest, innerHeight / 2];
  return ys.map((y) => ({ y, from, to, edge: 'right', want: Math.min(right, to) }));
}

export interface Found {
  spot: Spot;
  size: number; // of `widths`
}

/**
 * The best free place for a chip of one of `widths` px (the widest first) and `height` px.
 * Null where there is none: the chip then goes to the corner of the window.
 */
export function findSpot(anchor: Anchor, widths: number[], height: number, ours: Element): Found | null {
  return firstFree(rows(anchor, height), anchor, widths, height, ours);
}

/** The same while Post is out of sight. Null: there is nothing but text, and the chip must not lie over it. */
export function findSpotInWindow(anchor: Anchor, widths: number[], height: number, ours: Element): Found | null {
  return firstFree(rowsInWindow(anchor, height), anchor, widths, height, ours);
}

function firstFree(from: Row[], anchor: Anchor, widths: number[], height: number, ours: Element): Found | null {
  for (const row of from) {
    for (const [size, width] of widths.entries()) {
      const x = freeStretch(anchor, row, width, height, ours);
      if (x !== null) return { spot: { x, y: row.y, edge: row.edge }, size };
    }
  }
  return null;
}
