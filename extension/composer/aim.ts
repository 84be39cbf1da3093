/** Tells whether an event is an attempt to post, and of which composers. */
import { isTag } from '../nodes';
import type { Composer } from './composer';
import type { Composers } from './composers';
import { lookAfresh, nameOf } from './dom';
import { isField } from './engine';
import { editorIn, hasList, isLiveChat } from './find';
import type { Attempt } from './gesture';
import type { Aim } from './hold';
import { posts, presses } from './keys';
import type { Way } from './release';
import { pressedButton } from './submit';
import { hasWord } from '../sites/words';

export function aimOf(composers: Composers): Aim {
  return {
    attempt: (event, path) => attemptOf(composers, event, path),
    ours: (path) => composers.owner(path) !== null,
  };
}

function attemptOf(composers: Composers, event: Event, path: EventTarget[]): Attempt | null {
  if (event instanceof KeyboardEvent) return byKey(composers, event, path);
  if (event instanceof SubmitEvent) return bySubmit(composers, event, path);
  if (event instanceof MouseEvent && event.button !== 0) return null;
  return byButton(composers, event, path);
}

function byButton(composers: Composers, event: Event, path: EventTarget[]): Attempt | null {
  const button = pressedButton(path);
  if (button) lookAfresh();
  return button && together(composers.postedBy(button), { by: 'click', button, event });
}

function byKey(composers: Composers, event: KeyboardEvent, path: EventTarget[]): Attempt | null {
  if (event.type !== 'keydown' || (event.key !== 'Enter' && event.key !== ' ')) return null;
  const editor = editorIn(path);
  if (editor && event.key === ' ') return null; // it ends a word: no more is asked at so common a key
  if (!editor) return presses(event) ? byButton(composers, event, path) : null;
  if (presses(event) && hasList(editor)) return null; // Enter chooses from it; with Ctrl it posts all the same
  const composer = composers.adopt(editor);
  if (!composer || !sends(composer, editor, event)) return null;
  // With Alt it may post otherwise, as to fewer people; where no file knows the key, it may make a line, or nothing.
  const asButton = knowsKeys(composer) && !event.altKey && !event.shiftKey;
  return together([composer], { by: 'key', editor, event, asButton });
}

function bySubmit(composers: Composers, event: SubmitEvent, path: EventTarget[]): Attempt | null {
  const form = path[0];
  if (!isTag(form, 'form')) return null;
  return together(composers.inForm(form), { by: 'submit', form, submitter: event.submitter });
}

/** One answer for all composers a press would send: the first that is held holds it. */
function together(composers: Composer[], way: Way): Attempt | null {
  const votes = composers.map((composer) => composer.posting.attempt(way));
  const held = votes.find(({ choice }) => choice === 'hold');
  if (!held) for (const vote of votes) vote.goes();
  return held ?? votes[0] ?? null;
}

function sends(composer: Composer, editor: HTMLElement, event: KeyboardEvent): boolean {
  if (composer.surface && knowsKeys(composer)) return posts(event, composer.surface.keys);
  return posts(event, !composer.surface && entersSend(editor) ? ['Enter', 'Mod+Enter'] : ['Mod+Enter']);
}

/** A file that names no key has seen none: Ctrl+Enter posts on so many sites that it is held there, too. */
function knowsKeys(composer: Composer): boolean {
  return Boolean(composer.surface?.keys.length);
}

/** On a site nobody has described: does Enter alone send here? So it is in boxes to answer somebody, and in a live chat. */
function entersSend(editor: HTMLElement): boolean {
  return !isField(editor) && (hasWord('answer', nameOf(editor)) || isLiveChat(location.pathname));
}
