/**
 * Underlines words in an editor without putting a node into it.
 *
 * Rich editors: the CSS Custom Highlight API. Text areas: Chromium's OpaqueRange, else a mirror laid over them.
 * Ranges are made anew from offsets at every drawing: editors replace their text nodes under us.
 */
import { isField, isLine } from '../composer/engine';
import { type Reading, rangeOf, read } from '../composer/read';
import { isShadowRoot } from '../nodes';
import type { Mark } from './mark';
import { Mirror } from './mirror';
import { themeBehind } from './theme';
import sheet from './underline.css';

/** The names of all highlights we make; each has its rule in underline.css. */
export const HIGHLIGHTS = ['forepost-hold', 'forepost-warn', 'forepost-hold-dark', 'forepost-warn-dark'] as const;

/** A range over the value of a text area (Chromium's OpaqueRange): it can be highlighted and it knows its boxes. */
interface ValueRange extends AbstractRange {
  getClientRects(): DOMRectList;
}

type FieldWithRanges = (HTMLTextAreaElement | HTMLInputElement) & { createValueRange?: (start: number, end: number) => ValueRange };

type Drawn = [Highlight, AbstractRange];

/** The underlines of one editor. */
export class Underline {
  private drawn: Drawn[] = [];
  private mirror: Mirror | null = null;

  constructor(private readonly editor: HTMLElement) {}

  /**
   * Draws these and takes all others away; what is in its place already stays: taken away and put back, it would make the
   * browser paint the whole text again. `mount`: where a mirror may stand.
   */
  draw(marks: Mark[], mount: HTMLElement): void {
    if (isField(this.editor) && !rangesIn(this.editor)) {
      if (isLine(this.editor)) return; // a field of one line has no mirror: its findings are in the list
      if (marks.length > 0) this.mirror ??= new Mirror(this.editor, mount);
      this.mirror?.draw(marks);
      return;
    }
    const before = this.drawn;
    this.drawn = marks.length > 0 ? this.ranges(marks).map((one) => before.find((old) => isSame(old, one)) ?? one) : [];
    for (const one of this.drawn) if (!before.includes(one)) one[0].add(one[1]);
    for (const one of before) if (!this.drawn.includes(one)) one[0].delete(one[1]);
    if (marks.length > 0) dress(this.editor.getRootNode());
  }

  /** Are these the marks that are drawn, each still on its words? Then an edit elsewhere needs no drawing. A mirror follows it. */
  shows(marks: Mark[], text: string): boolean {
    if (this.mirror) return this.mirror.moves(marks);
    const words = this.drawn.map(([, range]) => this.wordsOf(range)).filter((some) => some !== '');
    return words.length === marks.length && marks.every(({ start, end }, place) => text.slice(start, end) === words[place]);
  }

  /** The boxes of the characters `start`…`end` as far as the editor shows them: CSS pixels in the viewport. */
  rects(start: number, end: number): DOMRect[] {
    const frame = this.editor.getBoundingClientRect();
    return this.boxes(start, end).flatMap((box) => {
      const left = Math.max(box.left, frame.left);
      const top = Math.max(box.top, frame.top);
      const right = Math.min(box.right, frame.right);
      const bottom = Math.min(box.bottom, frame.bottom);
      return right > left && bottom > top ? [new DOMRect(left, top, right - left, bottom - top)] : [];
    });
  }

  remove(): void {
    for (const [highlight, range] of this.drawn) highlight.delete(range);
    this.drawn = [];
    this.mirror?.remove();
    this.mirror = null;
  }

  private boxes(start: number, end: number): Iterable<DOMRect> & { flatMap: DOMRect[]['flatMap'] } {
    if (isField(this.editor) && !rangesIn(this.editor)) return this.mirror?.rects(start, end) ?? [];
    const range = this.range(read(this.editor), start, end);
    return range ? [...range.getClientRects()] : [];
  }

  /** What these marks are now, each with the highlight it belongs in. */
  private ranges(marks: Mark[]): Drawn[] {
    const reading = read(this.editor);
    const dark = themeBehind(this.editor) === 'dark' ? '-dark' : '';
    return marks.flatMap(({ start, end, weight }): Drawn[] => {
      const range = this.range(reading, start, end);
      return range ? [[highlightOf(`forepost-${weight}${dark}`), range]] : [];
    });
  }

  private range(reading: Reading, start: number, end: number): Range | ValueRange | null {
    if (!isField(this.editor)) return rangeOf(reading, start, end);
    const { length } = reading.text;
    return end <= length ? (rangesIn(this.editor)?.(start, end) ?? null) : null;
  }

  /** What a range holds now: it goes along with edits, and is empty when the page took its nodes away. */
  private wordsOf(range: AbstractRange): string {
    return isField(this.editor) ? this.editor.value.slice(range.startOffset, range.endOffset) : range.toString();
  }
}

function isSame([highlight, old]: Drawn, [wanted, range]: Drawn): boolean {
  return (
    highlight === wanted &&
    old.startContainer === range.startContainer &&
    old.startOffset === range.startOffset &&
    old.endContainer === range.endContainer &&
    old.endOffset === range.endOffset
  );
}

function rangesIn(field: FieldWithRanges): ((start: number, end: number) => ValueRange) | null {
  return field.createValueRange ? (start, end) => (field.createValueRange as NonNullable<typeof field.createValueRange>)(start, end) : null;
}

function highlightOf(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}

const dressed = new WeakSet<Node>();

/** Firefox does not let a document's highlight rules reach into shadow roots: give the root our sheet as well. */
function dress(root: Node): void {
  if (!isShadowRoot(root) || dressed.has(root)) return;
  dressed.add(root);
  const own = new CSSStyleSheet();
  own.replaceSync(sheet);
  root.adoptedStyleSheets.push(own);
}
