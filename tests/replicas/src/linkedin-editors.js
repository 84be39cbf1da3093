// LinkedIn's two editors as its replica mounts them: TipTap 2, and Quill 1.3.7 where an older part of the site is left.
import { Editor } from '@tiptap/core';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import History from '@tiptap/extension-history';
import Mention from '@tiptap/extension-mention';
import Paragraph from '@tiptap/extension-paragraph';
import Placeholder from '@tiptap/extension-placeholder';
import Text from '@tiptap/extension-text';
import Quill from 'quill';
import { changed, h, replica } from './replica.js';

/** TipTap mounted in `holder` with LinkedIn's attributes on its editable. */
export function tiptap(holder, attributes, send) {
  let editor = null;
  const make = (content) => {
    editor = new Editor({
      element: holder,
      content,
      injectCSS: false,
      extensions: [
        Document, Paragraph, Text, History, HardBreak,
        Mention.configure({ renderText: ({ node }) => `@${node.attrs.label}` }),
        Placeholder.configure({ placeholder: '…' }),
      ],
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', ...attributes },
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
          send();
          return true;
        },
      },
      onUpdate: () => { changed(text()); refresh(); },
    });
  };
  const text = () => editor.getText({ blockSeparator: '\n' });
  let refresh = () => {};
  make('');
  replica.model = text;
  replica.mention = (label) => editor.chain().focus().insertContent([{ type: 'mention', attrs: { id: 'ann', label } }, { type: 'text', text: ' ' }]).run();
  replica.rerender = () => {
    const had = editor.isFocused;
    const content = editor.getJSON();
    editor.destroy();
    make(content);
    if (!had) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  };
  return {
    text,
    write: (words) => editor.commands.setContent(words, true),
    clear: () => editor.commands.clearContent(true),
    focus: () => editor.commands.focus('end'),
    onText: (tell) => { refresh = tell; tell(); },
    destroy: () => editor.destroy(),
  };
}

/** Quill in `holder`. `focusIn`: the root whose selection holds the caret. */
export function quillIn(holder, attributes, focusIn = document) {
  let quill = null;
  let refresh = () => {};
  const text = () => quill.getText().replace(/\n$/, '');
  const make = (contents) => {
    const container = h('div', {});
    holder.replaceChildren(container);
    quill = new Quill(container, { modules: { toolbar: false }, placeholder: '' });
    if (contents) quill.setContents(contents, 'silent');
    for (const [name, value] of Object.entries({ role: 'textbox', 'aria-multiline': 'true', ...attributes })) quill.root.setAttribute(name, value);
    quill.on('text-change', () => { changed(text()); refresh(); });
    refresh();
  };
  make(null);
  replica.model = text;
  replica.rerender = () => {
    const had = focusIn.activeElement === quill.root;
    make(quill.getContents());
    if (!had) return;
    quill.root.focus();
    const selection = focusIn.getSelection?.() ?? document.getSelection(); // in Firefox, shadow roots have none of their own
    selection.selectAllChildren(quill.root.lastElementChild);
    selection.collapseToEnd();
  };
  return {
    text,
    clear: () => quill.setText(''),
    focus: () => quill.root.focus(),
    onText: (tell) => { refresh = tell; tell(); },
  };
}
