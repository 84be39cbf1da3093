/**
 * Finds the editor an event came from, and says whether it is one to look after.
 *
 * Found lazily, by the person's own focus, input or press: no page is scanned and nothing is polled. What carries our own
 * `data-forepost="off"` is not read anywhere. Where no site file names the editor, so are passwords, searches, code editors
 * and what spelling checkers are kept from: sites put those attributes on the very boxes people post from.
 */
import { isElement } from '../nodes';
import { hasWord } from '../sites/words';
import { closestDeep, everything, isShown, nameOf } from './dom';
import { isField, isLine } from './engine';

const EDITABLE = 'textarea, input:not([type]), input[type="text" i], [contenteditable]:not([contenteditable="false" i])';

const CODE = '.cm-editor, .CodeMirror, .monaco-editor, .ace_editor, .view-lines, [data-language] [contenteditable]';

/** What people and pages set to keep writing tools away. Quill sets the first by itself on every editor; that is no wish of anybody. */
const OPTED_OUT = [
  '[data-gramm="false"]:not(.ql-editor)',
  '[data-enable-grammarly="false"]',
  '[data-lt-active="false"]',
  '[data-ms-editor="false"]',
].join(',');

const SECRET =
  '[autocomplete~="one-time-code"], [autocomplete*="password"], [data-1p-ignore], [data-lpignore="true"], [data-bwignore], [data-form-type="other"]';

/** Smaller than this (CSS pixels) nobody writes a post in. */
const LEAST = { width: 120, height: 18 };

/** The editor (its outermost editable) that an event path starts in, or null. */
export function editorIn(path: EventTarget[]): HTMLElement | null {
  const first = path.find(isElement);
  return first ? editorAround(first) : null;
}

/** The outermost editable around `element` within its own tree, or null. */
export function editorAround(element: Element): HTMLElement | null {
  if (isField(element)) return element;
  let host = element.closest<HTMLElement>(EDITABLE);
  if (!host || isField(host) || !host.isContentEditable) return null;
  for (let above = host.parentElement; above?.isContentEditable; above = above.parentElement) {
    if (above.matches(EDITABLE)) host = above;
  }
  return host;
}

/** What a page sets to have an editor, or all that stands in something, left alone by us. */
export const SWITCHED_OFF = '[data-forepost="off"]';

/** Did the page ask to be left alone, on the editor or on something it stands in? */
export const isSwitchedOff = (editor: HTMLElement) => closestDeep(editor, SWITCHED_OFF) !== null;

/** May it be read, and can somebody write a text of more than a few words in it now? */
export function isWritable(editor: HTMLElement): boolean {
  return !isSwitchedOff(editor) && hasRoom(editor);
}

/** Can somebody write a text of more than a few words in it now? */
export function hasRoom(editor: HTMLElement): boolean {
  if (isField(editor) && (editor.disabled || editor.readOnly)) return false;
  const box = editor.getBoundingClientRect();
  return isShown(editor) && box.width >= LEAST.width && box.height >= LEAST.height;
}

/** Where no site file says what this is: is it none of ours? Of one-line fields only a title is: names and addresses stay unread. */
export function isLeftAlone(editor: HTMLElement): boolean {
  if (isLine(editor) && !isTitle(editor)) return true;
  return closestDeep(editor, `${OPTED_OUT}, ${CODE}`) !== null || editor.matches(SECRET) || isSearch(editor);
}

/** On a site nobody has described: a title with no text below it belongs to some other form. */
export function isLoneLine(editor: HTMLElement, scope: HTMLElement | null): boolean {
  return isLine(editor) && !(scope !== null && editorsIn(scope).some((other) => !isLine(other) && isWritable(other)));
}

/** Does the page call it a title, by a label, a placeholder or the field's own name? */
function isTitle(line: HTMLInputElement): boolean {
  const labels = [...(line.labels ?? [])].map((label) => label.textContent ?? '');
  return [nameOf(line), line.name, ...labels].some((name) => hasWord('title', name));
}

function isSearch(editor: HTMLElement): boolean {
  const role = editor.getAttribute('role');
  if (role === 'searchbox' || closestDeep(editor, '[role="search"], search')) return true;
  if (role === 'combobox' && !editor.isContentEditable) return true;
  return hasWord('search', nameOf(editor));
}

/** Does the address say that people chat here in public, as beside a live video? */
export const isLiveChat = (path: string) => /\blive[_-]?chat\b/.test(path);

/** On a site nobody has described: is this a private message? Asked of its names and of the address. A live chat is public. */
export function looksPrivate(editor: HTMLElement, path: string): boolean {
  if (isLiveChat(path)) return false;
  return hasWord('message', nameOf(editor)) || /^\/(messages?|messaging|direct|dm|chats?|inbox)(\/|$)/.test(path);
}

/** Does a list of names or emoji to choose from hang on the editor? */
export function hasList(editor: HTMLElement): boolean {
  return !!editor.getAttribute('aria-activedescendant') || editor.getAttribute('aria-expanded') === 'true';
}

/** Every editor below `root` that is on the page now, open shadow roots included. */
export function editorsIn(root: ParentNode): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const element of everything(root)) {
    const editor = element.matches(EDITABLE) ? editorAround(element) : null;
    if (editor) found.add(editor);
  }
  return [...found];
}
