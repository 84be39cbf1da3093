/** How long to wait after an input before a draft is checked, so that nobody is judged in the middle of a word. */
import { editBetween } from './remap';

/** Milliseconds: inside a word, and after its end. */
export const AFTER_INPUT = 400;
export const AFTER_WORD = 250;

const WORD_END = /[\s.,;:!?)\]}"'”’…。、！？]/u;

/** Milliseconds to wait after the edit that made `now` of `old`. */
export function pauseAfter(old: string, now: string): number {
  const edit = editBetween(old, now);
  if (!edit) return AFTER_INPUT;
  const last = now.charAt(edit.newEnd - 1);
  return edit.newEnd > edit.start && WORD_END.test(last) ? AFTER_WORD : AFTER_INPUT;
}
