/** Where the chip can stand: free ground near the site's own button, found by asking the page what is there. */
import type { Anchor } from './overlay';

/** A place in the viewport. `edge`: which side stays put when the chip's width changes. All CSS px. */
export interface Spot {
  x: number;
  y: number;
  edge: 'left' | 'right';
}

const STEP = 8; // px between two looks along a row; also the gap we keep to the neighbours
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

/** Something floats over the composer here (a menu of the site, a list of names to mention). */
export function isCovered(anchor: Anchor, box: DOMRect, ours: Element): boolean {
  const middle = box.top + box.height / 2;
  return [box.left + 2, box.left + box.width / 2, box.right - 2].some((x) => {
    const floating = topmost(x, middle, ours)?.closest(OVERLAYS);
    return !!floating && !encloses(floating, anchor.editor);
  });
}

function isFree(anchor: Anchor, x: number, y: number, ours: Element): boolean {
  const element = topmost(x, y, ours);
  if (!element) return false; // outside the viewport
  if (encloses(anchor.editor, element)) return false;
  for (const kind of [CONTROLS, OVERLAYS]) {
    const near = element.closest(kind);
    if (near && !encloses(near, anchor.editor)) return false;
  }
  return !textAt(element, x, y);
}

/** Is the whole of this box free ground? */
export function isFreeBox(anchor: Anchor, box: { x: number; y: number; width: number; height: number }, ours: Element): boolean {
  for (let x = box.x; x <= box.x + box.width; x += STEP) {
    for (const y of [box.y + 2, box.y + box.height / 2, box.y + box.height - 2]) {
      if (!isFree(anchor, x, y, ours)) return false;
    }
  }
  return true;
}

/** The free run of `width` px in a row that ends nearest to `want`; its left end, or null. */
function freeRun(anchor: Anchor, row: Row, width: number, height: number, ours: Element): number | null {
  const columns: boolean[] = [];
  const middle = row.y + height / 2;
  for (let x = row.from; x <= row.to; x += STEP) {
    columns.push([row.y + 2, middle, row.y + height - 2].every((y) => isFree(anchor, x, y, ours)));
  }
  const need = Math.ceil(width / STEP) + 2; // one column of air at each end
  let best: number | null = null;
  let run = 0;
  columns.forEach((free, index) => {
    run = free ? run + 1 : 0;
    if (run < need) return;
    const left = row.from + (index - need + 2) * STEP;
    const far = (x: number) => Math.abs(x + width / 2 - row.want);
    if (best === null || far(left) < far(best)) best = left;
  });
  return best;
}

interface Row {
  y: number;
  from: number;
  to: number;
  want: number; // x the chip's middle should be near
}

/** Rows to try, the best first: beside the button, then below and above composer and button. */
function rows(anchor: Anchor, width: number, height: number): Row[] {
  const editor = anchor.editor.getBoundingClientRect();
  const submit = anchor.submit?.getBoundingClientRect() ?? null;
  const from = Math.max(4, Math.min(editor.left, submit?.left ?? editor.left) - STEP);
  const to = Math.min(innerWidth - 4, Math.max(editor.right, submit?.right ?? editor.right) + STEP);
  const atStart = submit ? submit.left + submit.width / 2 < (editor.left + editor.right) / 2 : false;
  const want = submit ? (atStart ? submit.left : submit.right) : editor.right - width / 2;
  const span = { from, to, want };
  const bottom = Math.max(editor.bottom, submit?.bottom ?? 0);
  const top = Math.min(editor.top, submit?.top ?? editor.top);
  const beside = submit ? [{ ...span, y: submit.top + (submit.height - height) / 2 }] : [];
  const outside = [editor.bottom + 6, bottom + 6, top - height - 6, bottom + 40].map((y) => ({ ...span, y }));
  return [...beside, ...outside];
}

/**
 * The best free place for a chip of one of `widths` px (the widest first) and `height` px.
 * Null where there is none: the chip then goes to the corner of the window.
 */
export function findSpot(anchor: Anchor, widths: number[], height: number, ours: Element): { spot: Spot; size: number } | null {
  for (const row of rows(anchor, widths[0] ?? 0, height)) {
    for (const [size, width] of widths.entries()) {
      const left = freeRun(anchor, row, width, height, ours);
      if (left === null) continue;
      const right = left + width / 2 > (row.from + row.to) / 2;
      return { spot: { x: right ? left + width : left, y: row.y, edge: right ? 'right' : 'left' }, size };
    }
  }
  return null;
}
