/**
 * Puts a fix into an editor, by the person's own press only: once, verified, never tried twice.
 *
 * Each editor library listens to something else, and the wrong way corrupts text or crashes the composer; the ways
 * below were measured on the real libraries in both browsers. A selection must be set one task before the text is
 * changed: editors learn of it by `selectionchange`, and would else write at the old caret.
 */
import { selectionOf } from './dom';
import { type Engine, engineOf, FIREFOX, isField } from './engine';
import { caretAt, comparable, rangeOf, read } from './read';

/** Milliseconds for an editor to learn of a selection, and to write what it was given into its model and the page. */
const TO_LEARN = 60;
const TO_WRITE = 120;
const MOST_LOOKS = 5;

/** Puts `text` in place of `start`…`end` (UTF-16). Resolves to true when the editor then reads exactly so. */
export async function replace(editor: HTMLElement, start: number, end: number, text: string): Promise<boolean> {
  const before = read(editor).text;
  const wanted = before.slice(0, start) + text + before.slice(end);
  if (!(await select(editor, start, end))) return false;
  if (read(editor).text !== before) return false; // the person went on typing meanwhile: these are no longer the places
  await put(editor, before.slice(start, end), text);
  return reads(editor, wanted);
}

/**
 * Does the editor read so, now or soon? It is looked at, not touched: a second try could put the text in twice.
 * A key of the person ends the looking when the change was there before it: what comes after is theirs, an undo as well.
 */
async function reads(editor: HTMLElement, wanted: string): Promise<boolean> {
  let taken = false;
  const look = () => comparable(read(editor).text) === comparable(wanted);
  const lookFirst = (event: KeyboardEvent) => {
    taken ||= event.isTrusted && look();
  };
  editor.addEventListener('keydown', lookFirst, true);
  try {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      await pause(TO_WRITE);
      taken ||= look();
      if (taken) return true;
    }
    return false;
  } finally {
    editor.removeEventListener('keydown', lookFirst, true);
  }
}

/** Selects `start`…`end` and waits until the editor knows; an empty span is a caret. False when there is no such place. */
async function select(editor: HTMLElement, start: number, end: number): Promise<boolean> {
  editor.focus({ preventScroll: true });
  if (isField(editor)) {
    editor.setSelectionRange(start, end);
  } else {
    const reading = read(editor);
    const range = start === end ? (caretAt(reading, start) ?? caretInEmpty(editor)) : rangeOf(reading, start, end);
    const selection = selectionOf(editor);
    if (!range || !selection) return false;
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }
  await pause(TO_LEARN);
  return true;
}

/** The caret of an editor in which nothing stands: in the innermost element of its last line. */
function caretInEmpty(editor: HTMLElement): Range {
  let inside: Element = editor;
  while (inside.lastElementChild && inside.lastElementChild.localName !== 'br') inside = inside.lastElementChild;
  const range = editor.ownerDocument.createRange();
  range.setStart(inside, 0);
  return range;
}

async function put(editor: HTMLElement, old: string, text: string): Promise<void> {
  const engine = engineOf(editor);
  if (text === '') {
    if (old !== '') remove(editor, engine);
  } else if (engine === 'field' || engine === 'plain') {
    document.execCommand('insertText', false, text);
  } else if (takesPaste(engine, old, text)) {
    paste(editor, text);
  } else {
    await putLines(editor, engine, old, text);
  }
}

/** Draft of Firefox makes a line break of `insertParagraph` in the page and not in its model, which then loses lines. */
function takesPaste(engine: Engine, old: string, text: string): boolean {
  if (FIREFOX) return engine === 'draft' && text.includes('\n');
  return engine === 'draft' || (engine !== 'quill' && (old + text).includes('\n'));
}

function remove(editor: HTMLElement, engine: Engine): void {
  if (engine === 'draft' || engine === 'lexical' || engine === 'prosemirror') {
    editor.dispatchEvent(clipboardEvent('cut', ''));
  } else {
    document.execCommand('delete');
  }
}

/** Line by line: a break inside `insertText` is lost, and typing over several blocks leaves some of them behind on the page. */
async function putLines(editor: HTMLElement, engine: Engine, old: string, text: string): Promise<void> {
  if (old.includes('\n') || (old !== '' && text.includes('\n'))) {
    remove(editor, engine);
    await pause(TO_WRITE);
  }
  for (const [place, line] of text.split('\n').entries()) {
    if (place > 0) document.execCommand('insertParagraph');
    if (line) document.execCommand('insertText', false, line);
  }
}

/** A plain-text paste that touches no clipboard. The event must carry its own data: pages read it from there. */
function paste(editor: HTMLElement, text: string): void {
  editor.dispatchEvent(clipboardEvent('paste', text));
}

function clipboardEvent(type: 'cut' | 'paste', text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  if (type === 'paste') clipboardData.setData('text/plain', text);
  const firefox = { dataType: 'text/plain', data: text }; // it takes no `clipboardData`
  return new ClipboardEvent(type, { clipboardData, ...firefox, bubbles: true, cancelable: true, composed: true });
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
