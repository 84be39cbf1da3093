/** What is shown when an editor did not take a fix: why, and the way to do it by hand. */
import { button, el } from './dom';
import { CARD } from '../words/words';

/** `text` is what the fix would have put in; '' where it would have taken words out. */
export function refusal(why: string, text: string, copy: (text: string) => void): Node[] {
  const reason = el('p', { class: 'why' }, why);
  if (text === '') return [reason, el('p', { class: 'why' }, CARD.byHand)];
  return [reason, el('blockquote', { class: 'quote' }, text), button(CARD.copy, 'plain', () => copy(text))];
}
