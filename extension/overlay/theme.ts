/** Which theme fits the page: from the luminance behind the composer, not from the system alone. */
import { isShadowRoot } from '../nodes';
import { luminance, type Theme } from './tokens';

interface Rgba {
  rgb: [number, number, number]; // 0…255
  alpha: number; // 0…1
}

/** A computed colour, or null where it has a form we cannot read. Lightness alone is enough for oklch and its kin. */
export function parseColour(value: string): Rgba | null {
  const numbers = (value.match(/-?[\d.]+%?/g) ?? []).map((n) => (n.endsWith('%') ? Number.parseFloat(n) / 100 : Number(n)));
  const [a = 0, b = 0, c = 0] = numbers;
  const alpha = numbers[3] ?? 1;
  if (/^rgba?\(/.test(value)) return { rgb: [a, b, c], alpha };
  if (/^color\(srgb/.test(value)) return { rgb: [a * 255, b * 255, c * 255], alpha };
  if (/^ok(lab|lch)\(/.test(value)) return { rgb: grey(a), alpha };
  if (/^(lab|lch)\(/.test(value)) return { rgb: grey(a / 100), alpha };
  return null;
}

function grey(lightness: number): [number, number, number] {
  const level = Math.min(1, Math.max(0, lightness)) * 255;
  return [level, level, level];
}

/** The element above, through slots and shadow roots. */
function above(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}

/** Layers of background from the composer outwards are laid over each other until nothing shines through. */
export function themeBehind(composer: Element): Theme {
  let seen = 0; // how much of the light we see is accounted for, 0…1
  const mixed: [number, number, number] = [0, 0, 0];
  for (let element: Element | null = composer; element && seen < 0.98; element = above(element)) {
    const style = getComputedStyle(element);
    const layer = parseColour(style.backgroundColor);
    if (layer && layer.alpha > 0) {
      const share = (1 - seen) * layer.alpha;
      for (const channel of [0, 1, 2] as const) mixed[channel] += layer.rgb[channel] * share;
      seen += share;
    } else if (style.backgroundImage !== 'none') {
      return againstText(composer); // a picture: only the text's own colour tells
    }
  }
  if (seen < 0.98) {
    const canvas = systemIsDark() ? 18 : 255; // the browser's own canvas shines through
    for (const channel of [0, 1, 2] as const) mixed[channel] += canvas * (1 - seen);
  }
  return luminance(...mixed) < 0.25 ? 'dark' : 'light';
}

function againstText(composer: Element): Theme {
  const text = parseColour(getComputedStyle(composer).color);
  return text && luminance(...text.rgb) > 0.4 ? 'dark' : 'light';
}

function systemIsDark(): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const offered = scheme.includes('dark');
  return offered && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}
