/**
 * Which button posts a composer. A site file is asked first; then structure, which holds in any language; words come last.
 */
import { isHtml, isTag } from '../nodes';
import { matches } from '../sites/engine';
import type { SurfaceData } from '../sites/schema';
import { hasWord, isWord, plain } from '../sites/words';
import { containsDeep, findAll, isShown, nameOf, upwards } from './dom';

export const BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"]';

/** How far from the editor its button may be, in ancestors they share. */
export const NEAR = 8;

/** What a press may be of: an editor with its scope, and what its site file says, if any. */
export interface Place {
  editor: HTMLElement;
  surface: SurfaceData | null;
  scope: HTMLElement | null;
}

/** The button an event path goes through, nearest first. */
export function pressedButton(path: EventTarget[]): HTMLElement | null {
  return path.find((target): target is HTMLElement => isHtml(target) && target.matches(BUTTON)) ?? null;
}

/** Does pressing `button` post what is in this place? */
export function isPost(button: HTMLElement, place: Place): boolean {
  if (isOff(button) || containsDeep(place.editor, button)) return false;
  const own = knownButtons(place);
  if (own.length > 0) return own.some((known) => known === button || containsDeep(known, button));
  return isPostByStructure(button, place);
}

/** The button that posts what is in this place, for the chip to sit beside and for a release; null when none is seen. */
export function postButton(place: Place): HTMLElement | null {
  const own = knownButtons(place);
  if (own.length > 0) return own.find(isShown) ?? null;
  for (const near of nearby(place)) {
    const buttons = findAll(near, BUTTON).filter(isShown);
    const hit = buttons.findLast((button) => isPostByStructure(button, place));
    if (hit) return hit;
  }
  return null;
}

/** A button that does nothing now: pressing it posts nothing, so there is nothing to hold. */
export function isOff(button: HTMLElement): boolean {
  return button.matches(':disabled') || button.getAttribute('aria-disabled') === 'true';
}

/** The buttons the site file names or points at by structure, in the editor's own scope. */
function knownButtons({ editor, surface, scope }: Place): HTMLElement[] {
  if (!surface) return [];
  const around = scope ?? [...upwards(editor, NEAR)].at(-1);
  if (!around) return [];
  const named = safely(around, surface.submit).filter(isShown);
  if (named.length > 0 || !surface.submitRule || !scope) return named;
  const last =
    surface.submitRule === 'textOnlyLast'
      ? textOnly(scope, editor).at(-1)
      : findAll(scope, BUTTON).findLast((button) => isTextOnly(button) && isShown(button) && isBefore(button, editor));
  return last ? [last] : [];
}

function isBefore(button: HTMLElement, editor: HTMLElement): boolean {
  return (button.compareDocumentPosition(editor) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** One broken selector must not take the others with it. */
function safely(around: ParentNode, selectors: string[]): HTMLElement[] {
  if (selectors.length === 0) return [];
  try {
    return findAll(around, selectors.join());
  } catch {
    return selectors.length > 1 ? selectors.flatMap((selector) => safely(around, [selector])) : [];
  }
}

/**
 * Might this button post something that nobody has focused yet? Asked of every button pressed on a page, so it looks
 * at the button alone.
 */
export function couldPost(button: HTMLElement, surfaces: SurfaceData[]): boolean {
  if (isOff(button)) return false;
  if (isWord('post', buttonName(button)) || (isTag(button, 'button') && button.type === 'submit' && button.form)) return true;
  return surfaces.some(
    ({ submit, submitRule }) => submit.some((selector) => matches(button, selector)) || (submitRule !== undefined && isTextOnly(button)),
  );
}

function isPostByStructure(button: HTMLElement, place: Place): boolean {
  if (!nearby(place).some((near) => containsDeep(near, button))) return false;
  if (button.getAttribute('aria-haspopup') || button.getAttribute('aria-pressed')) return false;
  const name = buttonName(button);
  if (isWord('cancel', name)) return false;
  if (isWord('done', name)) return submitsForm(button, place.editor) || saves(button, place);
  if (isWord('post', name) || submitsForm(button, place.editor) || sendsMessage(button, name, place)) return true;
  return isTextOnly(button) && lastTextOnly(place) === button;
}

/** Done leaves many a dialog. It saves what is in this one where the dialog has no button that posts. */
function saves(button: HTMLElement, { editor }: Place): boolean {
  const scope = genericScope(editor);
  if (!scope || scope !== genericScope(button)) return false;
  return !findAll(scope, BUTTON).some((other) => isShown(other) && isWord('post', buttonName(other)));
}

/** A chat's button is a picture behind the text, and its name may be a sentence: "Press Enter to send". */
function sendsMessage(button: HTMLElement, name: string, { editor, surface }: Place): boolean {
  return surface?.kind === 'message' && hasWord('post', name) && !isBefore(button, editor);
}

/** The ancestors an unknown composer shares with its button: its form or dialog, and the nearest eight. */
function nearby({ editor, scope }: Place): Element[] {
  const near = [...upwards(editor, NEAR + 1)].slice(1);
  return scope && !near.includes(scope) ? [...near, scope] : near;
}

function submitsForm(button: HTMLElement, editor: HTMLElement): boolean {
  const form = editor.closest('form');
  if (!form || !(isTag(button, 'button') || isTag(button, 'input'))) return false;
  return button.form === form && (button.type === 'submit' || button.type === 'image');
}

/** The last words-only button in the nearest box around the editor that has one. */
function lastTextOnly(place: Place): HTMLElement | undefined {
  for (const near of nearby(place)) {
    const last = textOnly(near, place.editor).at(-1);
    if (last) return last;
  }
  return undefined;
}

function textOnly(around: ParentNode, editor: HTMLElement): HTMLElement[] {
  return findAll(around, BUTTON).filter(
    (button) => isTextOnly(button) && isShown(button) && !containsDeep(editor, button) && !isLeave(buttonName(button)),
  );
}

const isLeave = (name: string) => isWord('cancel', name) || isWord('done', name);

function isTextOnly(button: HTMLElement): boolean {
  if (button.getAttribute('aria-haspopup') || button.querySelector('svg, img, video')) return false;
  return plain(buttonName(button)) !== '';
}

/** What the button shows, else what it is called. */
export function buttonName(button: HTMLElement): string {
  const value = isTag(button, 'input') ? button.value : '';
  return plain(button.textContent ?? '') || plain(value) || plain(nameOf(button));
}

/** The scope of an editor no site file knows: its form or dialog. */
export function genericScope(editor: HTMLElement): HTMLElement | null {
  for (const element of upwards(editor)) {
    if (isHtml(element) && matches(element, 'form, dialog, [role="dialog"]')) return element;
  }
  return null;
}
