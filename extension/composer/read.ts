/**
 * Reads an editor as plain text that remembers where each character stands in the page.
 *
 * One walk gives the same text as the model of every editor we know (Draft.js, Lexical, Quill, ProseMirror,
 * plain contenteditable). It costs microseconds, so it is done again at every use: editors re-render under us,
 * and a saved DOM Range is then worthless. Offsets are UTF-16 code units, JavaScript's own.
 */
import { isField } from './engine';

/** A stretch of the text that is one DOM node: a text node, or an image that stands for characters (an emoji). */
export interface Segment {
  node: Text | HTMLImageElement;
  start: number;
  length: number;
}

export interface Reading {
  text: string;
  segments: Segment[];
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

export function read(editor: HTMLElement): Reading {
  if (isField(editor)) return { text: editor.value, segments: [] };
  const walk = new Walk();
  walk.children(editor);
  return { text: walk.text, segments: walk.segments };
}

/** The walk: a line break is owed by the edge of a block and paid only when something follows it. */
class Walk {
  text = '';
  segments: Segment[] = [];
  private owed = false;
  private open = false;

  children(parent: Node): void {
    for (const child of parent.childNodes) this.node(child);
  }

  private node(node: Node): void {
    if (node.nodeType === 3) {
      const text = node as Text;
      if (text.data && !isLayoutOnly(text)) this.add(text, text.data);
      return;
    }
    if (node.nodeType !== 1 || SKIPPED.has(node.nodeName)) return;
    if (node.nodeName === 'BR') {
      this.pay();
      this.owed = true;
      this.open = false;
    } else if (node.nodeName === 'IMG') {
      const image = node as HTMLImageElement;
      if (image.alt) this.add(image, image.alt);
    } else if (BLOCKS.has(node.nodeName)) {
      this.edge();
      this.children(node);
      this.edge();
    } else {
      this.children(node);
    }
  }

  private add(node: Text | HTMLImageElement, characters: string): void {
    this.pay();
    this.segments.push({ node, start: this.text.length, length: characters.length });
    this.text += characters;
    this.open = true;
  }

  private pay(): void {
    if (this.owed) this.text += '\n';
    this.owed = false;
  }

  private edge(): void {
    if (this.open) this.owed = true;
    this.open = false;
  }
}

/** The line breaks and indents between tags in hand-written HTML: the browser does not show them. */
function isLayoutOnly(text: Text): boolean {
  if (!/^[\t\n\r ]*$/.test(text.data) || !text.data.includes('\n') || !text.parentElement) return false;
  return !/pre|break-spaces/.test(getComputedStyle(text.parentElement).whiteSpace);
}

/** The DOM range of `start`…`end`, or null when these characters are not (or no longer) there. */
export function rangeOf(reading: Reading, start: number, end: number): Range | null {
  const first = reading.segments.find((segment) => start < segment.start + segment.length);
  const last = reading.segments.findLast((segment) => segment.start < end);
  if (!first || !last || end <= start || first.start >= end) return null;
  const range = first.node.ownerDocument.createRange();
  setEdge(range, 'start', first, start);
  setEdge(range, 'end', last, end);
  return range;
}

/** An empty range before the character at `place`; at the end of the text, after the last one. */
export function caretAt(reading: Reading, place: number): Range | null {
  const inside = reading.segments.find((s) => place <= s.start + s.length) ?? reading.segments.at(-1);
  if (!inside) return null;
  const range = inside.node.ownerDocument.createRange();
  setEdge(range, 'end', inside, place);
  range.collapse(false);
  return range;
}

function setEdge(range: Range, edge: 'start' | 'end', segment: Segment, place: number): void {
  const offset = Math.max(0, Math.min(place - segment.start, segment.length));
  const { node } = segment;
  if (node.nodeType === 3) {
    if (edge === 'start') range.setStart(node, offset);
    else range.setEnd(node, offset);
  } else if (edge === 'start') {
    range.setStartBefore(node);
  } else if (offset > 0) {
    range.setEndAfter(node);
  } else {
    range.setEndBefore(node);
  }
}

/** A text as it is compared: browsers write some spaces as no-break spaces while one types. Same length. */
export function comparable(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
