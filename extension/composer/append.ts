/** Puts one line before or after all that is written, as a disclaimer is. */
import { read } from './read';
import { replace } from './replace';

/** A piece of text and the place where it stands (UTF-16). */
export interface Piece {
  place: number;
  text: string;
}

/**
 * Puts `line` at the start or the end of what is written, a space between it and the text. One line only: several are
 * folded or lost by some editors. Resolves to what was put where, or null when the editor did not take it.
 */
export async function append(editor: HTMLElement, at: 'start' | 'end', line: string): Promise<Piece | null> {
  const piece = pieceFor(read(editor).text, at, line);
  return (await replace(editor, piece.place, piece.place, piece.text)) ? piece : null;
}

/** What has to be put where, so that `line` stands apart by one space. Empty lines at the end stay below it. */
export function pieceFor(text: string, at: 'start' | 'end', line: string): Piece {
  const one = line.replaceAll(/\s*\n\s*/g, ' ').trim();
  if (at === 'start') return { place: 0, text: text && !/^\s/.test(text) ? `${one} ` : one };
  const head = text.replace(/\n+$/, '');
  return { place: head.length, text: head && !/\s$/.test(head) ? ` ${one}` : one };
}
