/**
 * Underlines in a text area where the browser gives no ranges over its value (Firefox): a see-through copy of
 * the text area's box, with the same font and wrapping, laid over it in a shadow root of its own.
 */
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

export class Mirror {
  private readonly host = document.createElement('forepost-mirror');
  private readonly copy = document.createElement('div');
  private readonly lines = document.createElement('div');
  private marks: Mark[] = [];
  private readonly gone = new AbortController();

  constructor(
    private readonly field: HTMLTextAreaElement,
    mount: HTMLElement,
  ) {
    const root = this.host.attachShadow({ mode: SHADOW_MODE });
    for (const layer of [this.copy, this.lines]) root.append(layer);
    this.host.style.cssText =
      'all: initial; display: var(--forepost-here, none); position: fixed; pointer-events: none; z-index: 2147483646; overflow: hidden;';
    mount.append(this.host);
    const follow = { capture: true, passive: true, signal: this.gone.signal };
    window.addEventListener('scroll', () => this.paint(), follow);
    window.addEventListener('resize', () => this.paint(), follow);
  }

  draw(marks: Mark[]): void {
    this.marks = marks;
    this.paint();
  }

  /** Boxes of `start`…`end` (UTF-16): CSS pixels in the viewport. */
  rects(start: number, end: number): DOMRect[] {
    this.layOut();
    const text = this.copy.firstChild;
    if (!text || end > this.field.value.length) return [];
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    return [...range.getClientRects()];
  }

  remove(): void {
    this.gone.abort();
    this.host.remove();
  }

  private paint(): void {
    this.lines.replaceChildren();
    if (this.marks.length === 0 || !this.field.isConnected) return;
    const frame = this.field.getBoundingClientRect();
    const colours = COLOURS[themeBehind(this.field)];
    for (const mark of this.marks) {
      for (const box of this.rects(mark.start, mark.end)) this.lines.append(line(box, frame, mark, colours));
    }
  }

  /** Puts the copy exactly where the text area is, scrolled as far. */
  private layOut(): void {
    const frame = this.field.getBoundingClientRect();
    Object.assign(this.host.style, {
      left: `${frame.left}px`,
      top: `${frame.top}px`,
      width: `${frame.width}px`,
      height: `${frame.height}px`,
    });
    const style = getComputedStyle(this.field);
    for (const name of COPIED) this.copy.style.setProperty(name, style.getPropertyValue(name));
    const bar = this.field.offsetWidth - this.field.clientWidth - borders(style);
    Object.assign(this.copy.style, {
      position: 'absolute',
      left: '0',
      top: `${-this.field.scrollTop}px`,
      width: `${frame.width - Math.max(0, bar)}px`,
      whiteSpace: 'pre-wrap',
      borderStyle: 'solid',
      borderColor: 'transparent',
      color: 'transparent',
    });
    this.copy.textContent = this.field.value;
  }
}

function borders(style: CSSStyleDeclaration): number {
  return Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth);
}

function line(box: DOMRect, frame: DOMRect, mark: Mark, { hold, ground, warn }: (typeof COLOURS)[Theme]): HTMLElement {
  const element = document.createElement('div');
  const light = mark.weight === 'warn';
  Object.assign(element.style, {
    position: 'absolute',
    left: `${box.left - frame.left}px`,
    top: `${box.top - frame.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    borderBottom: light ? `2px dotted ${warn}` : `2.5px solid ${hold}`,
    background: light ? 'none' : ground,
  });
  return element;
}
