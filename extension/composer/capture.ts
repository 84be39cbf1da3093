/**
 * The shape of a composer without a word of it, for a report that a site has changed: element names, roles and the
 * attributes that selectors are made of. No text, no label, no address, no name of an account.
 */
import type { SurfaceData } from '../sites/schema';
import { parentOf, upwards } from './dom';
import { NEAR } from './submit';

const KEPT =
  /^(id|class|role|type|slot|contenteditable|tabindex|is|componentkey|aria-(haspopup|disabled|expanded|multiline|modal|pressed)|data-.+)$/;

/** Attributes that hold words: only how many are told. */
const WORDS = /^(aria-label|aria-placeholder|placeholder|title|alt)$/;

/** Values that look like a name somebody gave to a part of the page, not like content. */
const PLAIN = /^[\w:./ -]{0,80}$/;

const DEEPEST = 40;

export function shapeOf(editor: HTMLElement, scope: HTMLElement | null, surface: SurfaceData | null): string {
  const top = scope ?? [...upwards(editor, NEAR)].at(-1) ?? editor;
  const readers = [...(surface?.account ?? []), ...(surface?.replyTo ?? [])];
  const names = readers.flatMap(({ strip }) => strip ?? []);
  const lines: string[] = [];
  for (let at = parentOf(top); at; at = parentOf(at)) lines.unshift(`… ${tag(at, names)}`);
  write(top, 0, editor, names, lines);
  return lines.join('\n');
}

function write(element: Element, depth: number, editor: Element, names: string[], lines: string[]): void {
  if (depth > DEEPEST || element.localName.startsWith('forepost-')) return;
  const indent = '  '.repeat(depth);
  lines.push(`${indent}${tag(element, names)}${element === editor ? '  ← the editor' : ''}`);
  if (element.shadowRoot) {
    lines.push(`${indent}  #shadow-root`);
    for (const child of element.shadowRoot.children) write(child, depth + 2, editor, names, lines);
  }
  for (const child of element.children) write(child, depth + 1, editor, names, lines);
}

function tag(element: Element, names: string[]): string {
  const attributes = [...element.attributes].flatMap(({ name, value }) => {
    if (WORDS.test(name)) return [`${name}="${wordsIn(value)}"`];
    return KEPT.test(name) ? [`${name}="${masked(value, names)}"`] : [];
  });
  return `<${[element.localName, ...attributes].join(' ')}>`;
}

function wordsIn(value: string): string {
  const count = value.trim().split(/\s+/).filter(Boolean).length;
  return `(${count} ${count === 1 ? 'word' : 'words'})`;
}

/** Numbers are ids of posts and people; what follows a known prefix is the name of an account. */
function masked(value: string, names: string[]): string {
  const named = names.find((name) => value.startsWith(name));
  if (named) return `${named}…`;
  return PLAIN.test(value) ? value.replaceAll(/\d{3,}/g, '0') : '…';
}
