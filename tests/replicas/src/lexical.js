// Lexical as Meta's sites use it: an editor in a div of ours, and the divs that are its buttons.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode, $getRoot, $getSelection, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, createEditor,
} from 'lexical';
import { acceptsClick, changed, h, replica } from './replica.js';

/** What stands behind these beginnings: a list with it opens under the caret, and Enter chooses from it. */
const CHOICES = { '@b': '@Bob Example ', ':b': '🐝 ' };

/** Lexical in a div of ours. `onEnter` gets plain Enter before Lexical makes a line of it. */
export function lexical({ label, rich, onEnter, spy = true, attributes = {} }) {
  const editor = createEditor({ namespace: 'replica', onError: (error) => { throw error; } });
  (rich ? registerRichText : registerPlainText)(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const text = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  const make = () => h('div', { contenteditable: 'true', role: 'textbox', 'aria-label': label, spellcheck: 'true', ...attributes });
  let root = make();
  let tell = () => {};
  const box = h('div', { class: 'editorBox' }, root);
  editor.setRootElement(root);
  let list = null;
  const begun = () => text().slice(-2);
  const showList = () => {
    const choice = CHOICES[begun()];
    if (Boolean(choice) === Boolean(list)) return;
    list?.remove();
    list = choice ? h('ul', { role: 'listbox' }, h('li', { role: 'option', id: 'choice', 'aria-selected': 'true' }, choice)) : null;
    if (list) box.append(list);
    if (list) root.setAttribute('aria-activedescendant', 'choice');
    else root.removeAttribute('aria-activedescendant');
  };
  const choose = () => {
    const selection = $getSelection();
    selection.anchor.getNode().spliceText(selection.anchor.offset - 2, 2, CHOICES[begun()], true);
  };
  editor.registerUpdateListener(() => {
    if (spy) changed(text());
    if (onEnter) showList();
    tell();
  });
  if (onEnter) {
    editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
      if (event?.shiftKey) return false;
      event?.preventDefault();
      if (list) {
        choose();
        return true;
      }
      onEnter();
      return true;
    }, COMMAND_PRIORITY_HIGH);
  }
  if (spy) {
    replica.model = text;
    replica.rerender = () => {
      const had = document.activeElement === root;
      const next = make();
      root.replaceWith(next);
      root = next;
      editor.setRootElement(root);
      if (had) editor.focus();
    };
  }
  return {
    box, text,
    clear: () => editor.update(() => { $getRoot().clear().append($createParagraphNode()); }),
    focus: () => editor.focus(),
    onText: (listener) => { tell = listener; listener(); },
  };
}

/** Their buttons are divs. */
export function pressable(attributes, action, ...children) {
  const node = h('div', { role: 'button', tabindex: '0', ...attributes }, ...children);
  node.addEventListener('click', (event) => acceptsClick(event) && node.getAttribute('aria-disabled') !== 'true' && action(event));
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    node.click();
  });
  return node;
}
