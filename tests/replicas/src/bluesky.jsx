// Replica of Bluesky: the composer dialog with one TipTap editor a post, a thread that goes out as one, a chat as bait.
import { Editor } from '@tiptap/core';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import History from '@tiptap/extension-history';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { SHAPES, acceptsClick, bioIn, caption, changed, h, icon, replica, say, submit, teach, toast, trapFocus } from './replica.js';
import { dress } from './styles.js';

teach({
  'Expand or collapse the full post you are replying to': ['Ganzen Beitrag ein- oder ausklappen, auf den du antwortest', 'Déplier ou replier le post auquel vous répondez', '返信先の投稿を展開または折りたたむ', 'توسيع أو طي المنشور الذي ترد عليه'],
  'Display name': ['Anzeigename', 'Nom affiché', '表示名', 'الاسم المعروض'],
  Description: ['Beschreibung', 'Description', '説明', 'الوصف'],
});
dress(document, 'bluesky');

/** One post of a thread. */
function part(send, refresh) {
  const holder = h('div', { class: 'editorBox' });
  let editor = null;
  const text = () => editor.getText({ blockSeparator: '\n' });
  const make = (content) => {
    editor = new Editor({
      element: holder,
      content,
      injectCSS: false,
      extensions: [Document, Paragraph, Text, History, HardBreak],
      editorProps: {
        attributes: { role: 'textbox', tabindex: '0', 'aria-multiline': 'true', 'aria-label': say('Post text') },
        handleKeyDown: (_view, event) => {
          if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
          send();
          return true;
        },
      },
      onUpdate: refresh,
    });
  };
  make('');
  return {
    holder,
    text,
    focus: () => editor.commands.focus('end'),
    // The real app makes its editor anew when the colours change.
    rerender: () => {
      const had = editor.isFocused;
      const content = editor.getJSON();
      editor.destroy();
      make(content);
      if (!had) return;
      editor.commands.setTextSelection(editor.state.doc.content.size);
      editor.view.focus();
    },
  };
}

const answering = location.pathname.startsWith('/reply');

/** What is being answered: pressed, it opens as a whole. */
const answered = () => h('div', { role: 'button', tabindex: '0', class: 'feedPost', 'aria-label': say('Expand or collapse the full post you are replying to') },
  h('span', { class: 'avatar' }), h('div', {}, 'The market is back on Thursday.'));

function composer() {
  const parts = [];
  const posts = h('div', {});
  const text = () => parts.map((each) => each.text()).join('\n---\n');
  const send = () => {
    if (publish.disabled) return;
    submit('post', parts.map((each) => each.text()));
    veil.remove();
    toast();
  };
  const refresh = () => {
    changed(text());
    publish.disabled = parts.every((each) => each.text().trim() === '');
  };
  const add = () => {
    const next = part(send, refresh);
    parts.push(next);
    posts.append(next.holder);
    publish.textContent = say(answering ? 'Reply' : parts.length > 1 ? 'Post all' : 'Post');
    next.focus();
  };
  const publish = h('button', {
    type: 'button', class: 'pill', 'data-testid': 'composerPublishBtn', disabled: true, onclick: (event) => acceptsClick(event) && send(),
  });
  const view = h('div', { 'data-testid': 'composePostView' },
    h('div', { class: 'dialogTop' },
      h('button', { type: 'button', class: 'quiet', onclick: () => veil.remove() }, say('Close')), publish),
    answering ? answered() : '',
    posts,
    h('div', { class: 'bar' },
      h('button', { type: 'button', class: 'quiet', 'data-testid': 'openReplyGateButton', 'aria-label': say('Everyone can reply') }, icon(SHAPES.globe), say('Everyone can reply'))),
    h('div', { class: 'bar' },
      h('button', { type: 'button', class: 'iconButton', 'data-testid': 'openMediaBtn', 'aria-label': say('Photo') }, icon(SHAPES.photo)),
      h('button', { type: 'button', class: 'iconButton', 'data-replica': 'add', 'aria-label': say('Add post'), onclick: add }, icon('M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z'))));
  const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', class: 'dialog' }, view);
  const veil = h('div', { class: 'veil' }, dialog);
  document.body.append(veil);
  replica.model = text;
  replica.rerender = () => {
    for (const each of parts) each.rerender();
  };
  add();
  trapFocus(dialog);
}

/** A private message. Enter sends. */
function chat() {
  const box = h('textarea', { class: 'field', rows: '2', placeholder: say('Write a message') });
  const send = () => {
    if (box.value.trim() === '') return;
    submit('message', [box.value]);
    box.value = '';
  };
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  replica.model = () => box.value;
  document.querySelector('main').append(
    h('div', { class: 'card', 'data-testid': 'convoScreen' }, box,
      h('div', { role: 'button', tabindex: '0', class: 'iconButton', 'data-replica': 'send', onclick: send, 'aria-label': say('Send') }, icon('M4 4l16 8-16 8 4-8z'))));
}

/** The profile's dialog. */
function bio() {
  const save = h('button', { type: 'button', class: 'pill', 'data-testid': 'editProfileSaveBtn', 'aria-label': say('Save') }, say('Save'));
  document.body.append(h('div', { class: 'veil' }, h('div', { role: 'dialog', 'aria-label': say('Edit profile'), class: 'dialog' },
    h('div', { class: 'dialogTop' }, h('button', { type: 'button', class: 'quiet', 'data-testid': 'editProfileCancelBtn' }, say('Cancel')), save),
    h('input', { type: 'text', class: 'line', 'data-testid': 'editProfileDisplayNameInput', 'aria-label': say('Display name'), value: 'Ann Example' }),
    bioIn({ 'data-testid': 'editProfileDescriptionInput', 'aria-label': say('Description') }, save))));
}

document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' }, h('a', { href: '/' }, say('Home')), h('a', { href: '/profile/ann.example' }, 'Ann')),
    h('main', { role: 'main' },
      h('input', { type: 'search', class: 'field', placeholder: say('Search') }),
      h('div', { class: 'card' }, h('a', { href: '/profile/bob.example' }, 'Bob Example'), h('p', {}, 'The market is back on Thursday.')))));
if (location.pathname.startsWith('/messages')) chat();
else if (location.pathname.startsWith('/profile/')) bio();
else composer();
caption('Bluesky');
