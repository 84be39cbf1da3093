/** Which editor library draws an editable. Fixes are put in differently in each (see `replace.ts`). */

export type Engine = 'draft' | 'lexical' | 'prosemirror' | 'quill' | 'field' | 'plain';

const MARKS: [Engine, string][] = [
  ['draft', '.public-DraftEditor-content, .DraftEditor-root'],
  ['lexical', '[data-lexical-editor]'],
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
];

export function engineOf(editor: HTMLElement): Engine {
  if (isField(editor)) return 'field';
  return MARKS.find(([, selector]) => editor.closest(selector))?.[0] ?? 'plain';
}

/** A form's own field: its text is its value, and no nodes of the page hold it. */
export function isField(editor: Element): editor is HTMLTextAreaElement | HTMLInputElement {
  return editor.localName === 'textarea' || isLine(editor);
}

/** A field of one line, as a title or a content warning has. */
export function isLine(editor: Element): editor is HTMLInputElement {
  return editor.localName === 'input' && (editor as HTMLInputElement).type === 'text';
}

/** Firefox shows the page an empty clipboard in a synthetic paste, so fixes go another way there. */
export const FIREFOX = typeof navigator !== 'undefined' && navigator.userAgent.includes('Firefox/');
