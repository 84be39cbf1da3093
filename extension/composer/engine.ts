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

export function isField(editor: Element): editor is HTMLTextAreaElement {
  return editor.localName === 'textarea';
}

/** Firefox shows the page an empty clipboard in a synthetic paste, so fixes go another way there. */
export const FIREFOX = typeof navigator !== 'undefined' && navigator.userAgent.includes('Firefox/');
