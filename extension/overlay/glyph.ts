/** The small pictures: one shape for each severity and each mode, so that nothing is told by colour alone. */
import type { Mode, Severity } from '../protocol';
import { el, svg } from './dom';
import { MODES } from '../words/words';

export type Glyph = Severity | 'done';

const OUTLINES: Record<Glyph, () => SVGElement[]> = {
  // an octagon with a bar and a dot
  hold: () => [
    svg('path', { class: 'fill', d: 'M5.4 1h7.2L17 5.4v7.2L12.6 17H5.4L1 12.6V5.4z' }),
    svg('path', { class: 'mark', d: 'M9 4.6v5.2' }),
    svg('circle', { class: 'spot', cx: 9, cy: 13, r: 1.2 }),
  ],
  // a triangle
  warn: () => [
    svg('path', { class: 'fill', d: 'M9 1.2 17.4 16H.6z' }),
    svg('path', { class: 'mark', d: 'M9 6.4v4.2' }),
    svg('circle', { class: 'spot', cx: 9, cy: 13.2, r: 1.05 }),
  ],
  // a dot
  hint: () => [svg('circle', { class: 'fill', cx: 9, cy: 9, r: 4.5 })],
  // a tick in a ring
  done: () => [svg('circle', { class: 'fill', cx: 9, cy: 9, r: 8 }), svg('path', { class: 'mark', d: 'm5.2 9.3 2.6 2.6 5-5.4' })],
};

/** A severity's picture; its meaning is said in words beside it, so it is hidden from screen readers. */
export function glyph(kind: Glyph): SVGElement {
  return svg('svg', { class: `sev ${kind}`, viewBox: '0 0 18 18', 'aria-hidden': 'true', focusable: 'false' }, ...OUTLINES[kind]());
}

/** A mode's letter in its shape: circle, rounded square or hexagon. The letter is drawn, not text: the mode's name is said beside it. */
export function modeBadge(mode: Mode): HTMLElement {
  return el('span', { class: `mode ${mode}`, 'data-letter': MODES[mode].letter, 'aria-hidden': 'true' });
}
