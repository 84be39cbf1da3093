/**
 * Listens on `window`, first of all, to the thirteen events with which a draft can be posted, and swallows those of a held press.
 *
 *   event ─▶ ours? IME? ─▶ Gestures (one answer a press) ─▶ pass: untouched │ hold: swallowed, `commit` once
 *
 * Must be installed at document_start: then no listener of the page comes before it.
 */
import { type Attempt, type Fact, Gestures } from './gesture';

const EVENTS = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'auxclick',
  'dblclick',
  'keydown',
  'keypress',
  'keyup',
  'submit',
] as const;

export interface Aim {
  /** Is this event, taken alone, an attempt to post? Null when it is not. */
  attempt(event: Event, path: EventTarget[]): Attempt | null;
  /** Does this path go through our own overlay? */
  ours(path: EventTarget[]): boolean;
}

/** Starts holding. Answers a function that stops it and leaves no listener. */
export function holdPosts(aim: Aim): () => void {
  const gestures = new Gestures();

  const guard = (event: Event): void => {
    if (isComposing(event)) return;
    const fact = factOf(event);
    const path = event.composedPath();
    if (gestures.isTail(fact)) swallow(event);
    else if (!aim.ours(path) && gestures.swallows(fact, () => aim.attempt(event, path))) swallow(event);
  };

  for (const type of EVENTS) window.addEventListener(type, guard, { capture: true, passive: false });
  return () => {
    for (const type of EVENTS) window.removeEventListener(type, guard, { capture: true });
  };
}

/** What a touch does by itself stays: it may be the beginning of a scroll, and a click comes after a tap alone. */
function swallow(event: Event): void {
  if (!event.type.startsWith('touch')) event.preventDefault();
  event.stopImmediatePropagation();
}

/** Enter that ends an input-method composition chooses a word; it posts nothing. With Ctrl it is none of the input method's keys. */
function isComposing(event: Event): boolean {
  return (
    event instanceof KeyboardEvent && (event.isComposing || event.keyCode === 229) && !event.ctrlKey && !event.metaKey && !event.altKey
  );
}

function factOf(event: Event): Fact {
  const key = event instanceof KeyboardEvent ? event : null;
  return {
    type: event.type,
    time: event.timeStamp,
    key: key?.key ?? '',
    repeat: key?.repeat ?? false,
    trusted: event.isTrusted,
  };
}
