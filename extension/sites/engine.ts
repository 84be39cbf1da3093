/** Reads the site files: which site is this, what kind of composer is that, who is writing and for whom. */
import type { Draft } from '../protocol';
import { closestDeep, containsDeep, findAll, nameOf } from '../composer/dom';
import { hasWord, type WordKind } from './words';
import type { Reader, SiteData, SurfaceData } from './schema';

export type Account = NonNullable<Draft['account']>;

/** The host a frame belongs to: an about:blank or blob: frame belongs to the page that made it. */
export function hostOf(place: Pick<Location, 'hostname'>, origin: string): string {
  if (place.hostname) return place.hostname;
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}

/** The site of a host name, by exact name or by `*.` for its subdomains; null where no file knows it. */
export function siteOf(host: string, sites: SiteData[]): SiteData | null {
  return sites.find((site) => site.hosts.some((pattern) => hostMatches(host, pattern))) ?? null;
}

/** The site whose signs all stand on this page, whatever its host: one that anybody may run; null where there is none. */
export function siteBySigns(page: ParentNode, sites: SiteData[]): SiteData | null {
  return sites.find(({ anywhere }) => anywhere?.signs.every((sign) => page.querySelector(sign) !== null)) ?? null;
}

export function hostMatches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Does a path match a pattern with `*` for anything? */
export function pathMatches(path: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}

/** What a site file says of this editor; null when none of its selectors knows it. */
export function surfaceOf(site: SiteData, editor: Element, path: string): SurfaceData | null {
  return (
    site.surfaces.find(
      (surface) =>
        (surface.paths?.some((pattern) => pathMatches(path, pattern)) ?? true) &&
        surface.editor.some((selector) => matches(editor, selector)) &&
        (!surface.words || isNamed(editor, surface.words)),
    ) ?? null
  );
}

/** Is it called so, in whatever language? What is called a message as well is taken for one. */
function isNamed(editor: Element, words: WordKind): boolean {
  const name = nameOf(editor);
  return hasWord(words, name) && !hasWord('message', name);
}

/** A broken selector matches nothing: the generic fallback then protects. */
export function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** The box that holds the editor and its Post button. */
export function scopeOf(surface: SurfaceData, editor: HTMLElement): HTMLElement | null {
  for (const selector of surface.scope ?? []) {
    try {
      const scope = closestDeep(editor, selector);
      if (scope) return scope;
    } catch {
      // A broken selector: the next one may be right, and without a scope the structure rules still work.
    }
  }
  return null;
}

/** Who is writing, as far as the page shows it; null when it does not. */
export function accountOf(surface: SurfaceData, editor: HTMLElement, scope: Element | null, path: string): Account | null {
  const name = firstOf(surface.account, editor, scope);
  if (!name) return null;
  const organisation = surface.organisationPaths?.some((pattern) => pathMatches(path, pattern));
  const own = name.replace(/^@/, '').toLowerCase();
  const id = surface.home === undefined ? own : `${own}@${surface.home}`;
  return { id, name, kind: organisation ? 'organisation' : (surface.accountKind ?? 'unknown') };
}

/** The first value that a list of readers finds; null for none. */
export function firstOf(readers: Reader[] | undefined, editor: HTMLElement, scope: Element | null): string | null {
  for (const reader of readers ?? []) {
    const value = valueFor(reader, editor, scope);
    if (value) return value;
  }
  return null;
}

/** The reader that finds it; null for none. */
export function readerOf(readers: Reader[], editor: HTMLElement, scope: Element | null): Reader | null {
  return readers.find((reader) => valueFor(reader, editor, scope) !== null) ?? null;
}

function valueFor(reader: Reader, editor: HTMLElement, scope: Element | null): string | null {
  try {
    for (const element of elementsFor(reader, editor, scope)) {
      const value = trimmed(readFrom(element, reader.read), reader);
      if (value) return value;
    }
  } catch {
    // A broken selector says nothing.
  }
  return null;
}

/** The part of what was read that the reader is after; '' for nothing. */
export function trimmed(text: string, { strip, until, after, forms }: Omit<Reader, 'sel' | 'in' | 'within' | 'read'>): string {
  let value = text.replaceAll(/\s+/g, ' ').trim();
  if (forms) return forms.map((form) => filledIn(form, value)).find(Boolean) ?? '';
  if (!strip && !until && !after) return value;
  if (strip && value.startsWith(strip)) value = value.slice(strip.length);
  if (until) value = value.slice(0, Math.max(0, value.indexOf(until)));
  if (after) value = value.includes(after) ? value.slice(value.indexOf(after) + after.length) : '';
  return value.trim().replace(/\.$/, '');
}

/** What stands in the place of `{}` when a value has this form; '' when it has not. */
function filledIn(form: string, value: string): string {
  const pattern = form
    .replaceAll(/[.+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.+')
    .replace('{}', '(?<value>.+)');
  return new RegExp(`^${pattern}$`, 'u').exec(value)?.groups?.value?.trim() ?? '';
}

/** Where a reader looks, in the order it looks: the first of these that has something to read is taken. */
function elementsFor(reader: Reader, editor: HTMLElement, scope: Element | null): HTMLElement[] {
  if (reader.in === 'editor') return editor.matches(reader.sel) ? [editor] : [];
  const around = reader.within ? closestDeep(editor, reader.within) : scope;
  if (reader.within && !around) return [];
  const found = findAll(reader.in === 'page' ? document : (around ?? document), reader.sel);
  return reader.in === 'before' ? found.filter((element) => isBefore(element, editor)).reverse() : found;
}

/** Does it stand before the editor? What is around the editor does not: it holds the draft itself. */
function isBefore(element: HTMLElement, editor: HTMLElement): boolean {
  const follows = (element.compareDocumentPosition(editor) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return follows && !containsDeep(element, editor);
}

function readFrom(element: HTMLElement, rule: Reader['read']): string {
  if (rule === 'label') return element.getAttribute('aria-label') ?? '';
  if (rule === 'value') return (element as HTMLInputElement).value;
  if (rule === 'path1') return pathOf(element).split('/').find(Boolean) ?? '';
  if (rule.startsWith('attr:')) return element.getAttribute(rule.slice('attr:'.length)) ?? '';
  if (rule.startsWith('query:')) return new URLSearchParams(location.search).get(rule.slice('query:'.length)) ?? '';
  if (rule === 'text') return element.textContent ?? '';
  // innerText, not textContent: the lines are those one sees; the tree has none
  const lines = element.innerText
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines[rule === 'line1' ? 0 : 1] ?? '';
}

function pathOf(element: HTMLElement): string {
  const href = element.getAttribute('href');
  return href ? new URL(href, location.href).pathname : '';
}
