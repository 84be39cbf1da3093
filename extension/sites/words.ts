/** Words by which a button or an editor is recognised when a site is not known. Structure is asked first, words last. */
import words from './words.json';

export type WordKind = keyof typeof words;

const sets = Object.fromEntries(Object.entries(words).map(([kind, list]) => [kind, new Set(list.map(plain))])) as Record<
  WordKind,
  Set<string>
>;

/** A name as it is compared: lower case, composed, without zero-width characters and doubled spaces. */
export function plain(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Is the whole name one of these words? */
export function isWord(kind: WordKind, name: string): boolean {
  return sets[kind].has(plain(name));
}

/** Is one of these words in the name, as a word of its own? (Scripts without spaces: anywhere in it.) */
export function hasWord(kind: WordKind, name: string): boolean {
  const text = plain(name);
  if (!text) return false;
  for (const word of sets[kind]) {
    if (/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u.test(word) ? wordIn(word, text) : text.includes(word)) return true;
  }
  return false;
}

function wordIn(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /\p{L}/u.test(char);
}
