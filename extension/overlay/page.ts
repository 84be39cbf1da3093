/** The ground of an extension page: the same tokens and controls as the overlay, following the system's theme. */
import { CONTROLS } from './controls';
import { svg } from './dom';
import { direction, language } from '../words/words';
import { properties } from './tokens';

/** Say of this page in which language it is now, and what it is called there. */
export function namePage(title: string): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = title;
}

/** Give this page the tokens and controls; its own style sheet only lays out. */
export function dressPage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { ${properties('light')} }
    @media (prefers-color-scheme: dark) { :root { ${properties('dark')} } }
    ${CONTROLS}`);
  document.adoptedStyleSheets.push(sheet);
}

/** The mark: a flag on a post. */
export function mark(size: number): SVGElement {
  const pole = svg('path', { d: 'M5 1.5v17', stroke: 'currentColor', 'stroke-width': 2.4, 'stroke-linecap': 'round' });
  const flag = svg('path', { class: 'flag', d: 'M6.5 3h10l-3.4 3.6L16.5 10h-10z' });
  return svg('svg', { class: 'logo', viewBox: '0 0 20 20', width: size, height: size, 'aria-hidden': 'true' }, pole, flag);
}
