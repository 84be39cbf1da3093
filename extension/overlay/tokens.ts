/** Every colour, radius and shadow of Forepost's own screens, named once. */

export type Theme = 'light' | 'dark';

/** Colours as #rrggbb. Every pair in `PAIRS` reaches 5 : 1 (tests/extension/overlay.tokens.test.ts). */
export const COLOURS = {
  light: {
    ink: '#17212b',
    soft: '#52606d',
    line: '#d9dfe5',
    paper: '#ffffff',
    raise: '#f5f7f9',
    page: '#eef1f4',
    calm: '#0b6b62',
    'calm-bg': '#e3f3f0',
    warn: '#8a5100',
    'warn-bg': '#fdf1dc',
    hold: '#a8201a',
    'hold-bg': '#fdeae8',
    act: '#0b4f7a',
    'act-ink': '#ffffff',
    focus: '#0b4f7a',
  },
  dark: {
    ink: '#e8edf2',
    soft: '#a4b1bd',
    line: '#36424e',
    paper: '#1b232b',
    raise: '#232d37',
    page: '#11171d',
    calm: '#6fd3c4',
    'calm-bg': '#12332f',
    warn: '#f0b65c',
    'warn-bg': '#3a2c12',
    hold: '#ff9d94',
    'hold-bg': '#45201d',
    act: '#7cc4f2',
    'act-ink': '#0c1a24',
    focus: '#7cc4f2',
  },
} as const satisfies Record<Theme, Record<string, string>>;

export type Colour = keyof (typeof COLOURS)['light'];

/** Foreground on background, as used in the style sheets: text, glyphs and focus rings. */
export const PAIRS: readonly (readonly [Colour, Colour])[] = [
  ['ink', 'paper'],
  ['ink', 'raise'],
  ['ink', 'page'],
  ['ink', 'hold-bg'],
  ['ink', 'warn-bg'],
  ['ink', 'calm-bg'],
  ['soft', 'paper'],
  ['soft', 'raise'],
  ['soft', 'page'],
  ['soft', 'hold-bg'],
  ['soft', 'warn-bg'],
  ['paper', 'soft'],
  ['calm', 'paper'],
  ['calm', 'page'],
  ['calm', 'calm-bg'],
  ['warn', 'paper'],
  ['warn', 'page'],
  ['warn', 'warn-bg'],
  ['hold', 'paper'],
  ['hold', 'page'],
  ['hold', 'hold-bg'],
  ['paper', 'calm'],
  ['paper', 'warn'],
  ['paper', 'hold'],
  ['act', 'paper'],
  ['act', 'page'],
  ['act-ink', 'act'],
  ['focus', 'paper'],
  ['focus', 'page'],
];

const SHAPES = `
  --radius: 14px;
  --radius-button: 9px;
  --radius-quote: 8px;
  --lift: 0 1px 2px #0002, 0 10px 30px #0003;
  --blink: 120ms;
  --sans: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;`;

/** The tokens of a theme as CSS custom properties, to stand inside a rule. */
export function properties(theme: Theme): string {
  const colours = Object.entries(COLOURS[theme]).map(([name, value]) => `--${name}: ${value};`);
  return `${colours.join(' ')} color-scheme: ${theme};${SHAPES}`;
}

/** WCAG 2 relative luminance of an sRGB colour, channels 0…255: 0 black, 1 white. */
export function luminance(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast of two #rrggbb colours: 1…21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [one, other]
    .map((hex) => luminance(...((hex.match(/[0-9a-f]{2}/gi) ?? []).map((x) => Number.parseInt(x, 16)) as Rgb)))
    .sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

type Rgb = [number, number, number];
