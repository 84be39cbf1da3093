/**
 * Underlines in a text area where the browser gives no ranges over its value (Firefox): a see-through copy of
 * the text area's box, with the same font and wrapping, laid over it in a shadow root of its own.
 */
import { editBetween } from '../composer/remap';
import type { Mark } from './mark';
import { themeBehind } from './theme';
import type { Theme } from './tokens';

/** As in underline.css. */
const COLOURS: Record<Theme, { hold: string; ground: string; warn: string }> = {
  light: { hold: '#a8201a', ground: '#a8201a1f', warn: '#9a5b00' },
  dark: { hold: '#ff9d94', ground: '#ff9d9438', warn: '#f0b65c' },
};

/** What decides where a character stands in a text area. */
const COPIED = [
  'box-sizing',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'font',
  'font-kerning',
  'font-feature-settings',
  'font-variant-ligatures',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'tab-size',
  'text-align',
  'text-indent',
  'text-transform',
  'direction',
  'word-break',
  'overflow-wrap',
] as const;

const HOST = 'all:initial;display:var(--forepost-here, none);position:fixed;pointer-events:none;z-index:2147483646;overflow:hidden';

export class Mirror {
  private readonly host = document.createElement('forepost-mirror');
  private readonly copy = document.createElement('div');
  private readonly text = document.createTextNode('');
  private readonly lines = document.createElement('div');
  private marks: Mark[] = [];
  private drawn = '';
  private readonly gone = new AbortController();

  constructor(
    private readonly field: HTMLTextAreaElement,
    mount: HTMLElement,
  ) {
    const root = this.host.attachShadow({ mode: SHADOW_MODE });
    dress(this.host, HOST);
    this.copy.append(this.text);
    for (const layer of [this.copy, this.lines]) root.append(layer);
    mount.append(this.host);
    const follow = { capture: true, passive: true, signal: this.gone.signal };
    window.addEventListener('scroll', () => this.paint(), follow);
    window.addEventListener('resize', () => this.paint(), follow);
  }

  draw(marks: Mark[]): void {
    this.marks = marks;
    this.paint();
  }

  /** Goes along with an edit elsewhere. False when there are not as many as before: then more than this is to be drawn. */
  moves(marks: Mark[]): boolean {
    if (marks.length !== this.marks.length) return false;
    this.draw(marks);
    return true;
  }

  /** Boxes of `start`…`end` (UTF-16): CSS pixels in the viewport. */
  rects(start: number, end: number): DOMRect[] {
    this.layOut();
    return this.boxes(start, end);
  }

  remove(): void {
    this.gone.abort();
    this.host.remove();
  }

  private paint(): void {
    const styles = this.marks.length > 0 && this.field.isConnected ? this.styles() : [];
    if (styles.join() === this.drawn) return;
    this.drawn = styles.join();
    this.lines.replaceChildren(...styles.map(line));
  }

  /** Of the lines, one under each box of the marked words. */
  private styles(): string[] {
    this.layOut();
    const frame = this.field.getBoundingClientRect();
    const colours = COLOURS[themeBehind(this.field)];
    return this.marks.flatMap(({ start, end, weight }) => this.boxes(start, end).map((box) => styleOf(box, frame, weight, colours)));
  }

  /** Puts the copy exactly where the text area is, scrolled as far. What is so already is not written: that would lay all of it out. */
  private layOut(): void {
    const frame = this.field.getBoundingClientRect();
    const box = `left:${frame.left}px;top:${frame.top}px;width:${frame.width}px;height:${frame.height}px`;
    dress(this.host, `${HOST};${box};`.replaceAll(';', '!important;')); // stronger than what the page says of all elements
    const style = getComputedStyle(this.field);
    const bar = this.field.offsetWidth - this.field.clientWidth - borders(style);
    const place = `position:absolute;left:0;top:${-this.field.scrollTop}px;width:${frame.width - Math.max(0, bar)}px`;
    const font = COPIED.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
    dress(this.copy, `${font};${place};white-space:pre-wrap;border-style:solid;border-color:transparent;color:transparent`);
    const edit = editBetween(this.text.data, this.field.value);
    if (edit) this.text.replaceData(edit.start, edit.oldEnd - edit.start, this.field.value.slice(edit.start, edit.newEnd));
  }

  private boxes(start: number, end: number): DOMRect[] {
    if (end > this.text.length) return [];
    const range = document.createRange();
    range.setStart(this.text, start);
    range.setEnd(this.text, end);
    return [...range.getClientRects()];
  }
}

const dresses = new WeakMap<HTMLElement, string>();

function dress(element: HTMLElement, style: string): void {
  if (dresses.get(element) === style) return;
  dresses.set(element, style);
  element.style.cssText = style;
}

function borders(style: CSSStyleDeclaration): number {
  return Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth);
}

function styleOf(box: DOMRect, frame: DOMRect, weight: Mark['weight'], { hold, ground, warn }: (typeof COLOURS)[Theme]): string {
  const place = `left:${box.left - frame.left}px;top:${box.top - frame.top}px;width:${box.width}px;height:${box.height}px`;
  const look = weight === 'warn' ? `border-bottom:2px dotted ${warn}` : `border-bottom:2.5px solid ${hold};background:${ground}`;
  return `position:absolute;${place};${look}`;
}

function line(style: string): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = style;
  return element;
}
