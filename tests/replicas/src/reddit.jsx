// Replica of Reddit: Lexical slotted into a web component, a title in a shadow root, a collapsed twin; About in the settings; and the old site's plain forms.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import { SHAPES, acceptsClick, bioIn, caption, changed, h, icon, replica, say, submit, teach, toast } from './replica.js';
import { dress } from './styles.js';

teach({
  'Join the conversation': ['Beteilige dich', 'Participer à la conversation', '会話に参加', 'انضم إلى المحادثة'],
  Title: ['Titel', 'Titre', 'タイトル', 'العنوان'],
  Body: ['Text', 'Corps du texte', '本文', 'النص'],
});
dress(document, 'reddit');

/** An element whose shadow root holds `inside()`; what the page puts into its slots stays in the page. */
function element(name, inside) {
  customElements.define(name, class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      dress(root, 'reddit');
      root.append(...inside());
    }
  });
}
element('shreddit-app', () => [h('slot')]);
element('comment-composer-host', () => [h('slot')]);
element('faceplate-form', () => [h('slot')]);
element('shreddit-post', () => [h('slot', { name: 'title' }), h('slot', { name: 'text-body' })]);
element('shreddit-composer', () => [
  h('div', { class: 'box' }, h('slot', { name: 'rte' })),
  h('div', { class: 'bar' },
    h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Photo') }, icon(SHAPES.photo)),
    h('div', { class: 'barEnd' }, h('slot', { name: 'cancel-button' }), h('slot', { name: 'submit-button' }))),
]);
element('faceplate-textarea-input', () => [h('textarea', { id: 'innerTextArea', class: 'line', rows: '1', placeholder: say('Title') })]);

/** Lexical, slotted: the editor stands in the page, the frame around it in the shadow. */
function slotted() {
  const editor = createEditor({ namespace: 'replica', onError: (error) => { throw error; } });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const make = () => h('div', { slot: 'rte', contenteditable: 'true', role: 'textbox', 'aria-label': say('Body'), class: 'slotted' });
  const text = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  const listeners = [];
  const made = {
    root: make(), text,
    clear: () => editor.update(() => { $getRoot().clear().append($createParagraphNode()); }),
    onText: (listener) => listeners.push(listener),
  };
  editor.setRootElement(made.root);
  editor.registerUpdateListener(() => {
    changed(text());
    for (const listener of listeners) listener();
  });
  replica.model = text;
  replica.rerender = () => {
    const had = document.activeElement === made.root;
    const next = make();
    made.root.replaceWith(next);
    made.root = next;
    editor.setRootElement(next);
    if (had) editor.focus();
  };
  return made;
}

function comment() {
  const editor = slotted();
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('comment', [editor.text()]);
    editor.clear();
    toast();
  };
  const button = h('button', {
    type: 'submit', id: 'comment-composer-submit-button', slot: 'submit-button', class: 'pill', disabled: true, onclick: (event) => acceptsClick(event) && send(),
  }, say(location.search.includes('edit') ? 'Save' : 'Comment')); // a published comment is edited in the same box
  const composer = h('shreddit-composer', { name: 'content', mode: 'richText' }, editor.root,
    h('button', { type: 'button', id: 'comment-composer-cancel-button', slot: 'cancel-button', class: 'quiet', onclick: () => editor.clear() }, say('Cancel')), button);
  composer.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  }, true);
  editor.onText(() => { button.disabled = editor.text().trim() === ''; });
  const twin = h('div', { class: 'nothing' }, h('faceplate-textarea-input', { 'data-testid': 'trigger-button', placeholder: say('Join the conversation') }));
  return h('comment-composer-host', {}, twin, h('faceplate-form', { action: '/svc/shreddit/t3_1/create-comment' }, composer));
}

function post() {
  const editor = slotted();
  const title = h('faceplate-textarea-input', { name: 'title' });
  const titled = () => title.shadowRoot.querySelector('textarea');
  const button = h('button', {
    type: 'button', id: 'submit-post-button', class: 'pill', disabled: true,
    onclick: (event) => {
      if (!acceptsClick(event)) return;
      submit('post', [titled().value, editor.text()].filter(Boolean));
      titled().value = '';
      editor.clear();
      toast();
    },
  }, say('Post'));
  const refresh = () => { button.disabled = titled().value.trim() === '' && editor.text().trim() === ''; };
  title.addEventListener('input', refresh);
  editor.onText(refresh);
  return h('div', {}, title, h('shreddit-composer', { name: 'optionalBody' }, editor.root),
    h('div', { class: 'bar' }, h('button', { type: 'button', class: 'quiet' }, say('Cancel')), h('div', { class: 'barEnd' }, button)));
}

/** The settings of the profile: a display name, About, and the button that saves them. */
function about() {
  const save = h('button', { type: 'submit', class: 'pill' }, say('Save'));
  const form = h('form', {}, h('input', { name: 'displayName', class: 'line', 'aria-label': say('Profile') }),
    bioIn({ name: 'about', id: 'about', 'aria-label': say('Bio') }, save), h('div', { class: 'bar' }, h('div', { class: 'barEnd' }, save)));
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** A new post of the old site: a title and a text, both text areas of one form. */
function oldPost() {
  const field = (name, rows) => h('textarea', { name, rows, class: 'field', });
  let [title, box] = [field('title', 2), field('text', 5)];
  const form = h('form', { id: 'newlink', class: 'card' },
    h('label', {}, say('Title'), title), h('label', {}, say('Body'), box),
    h('button', { type: 'submit', name: 'submit', class: 'pill', onclick: (event) => { if (!acceptsClick(event)) event.preventDefault(); } }, say('Post')));
  form.addEventListener('input', () => changed(box.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit('post', [title.value, box.value].filter(Boolean));
    title.value = box.value = '';
    toast();
  });
  replica.model = () => box.value;
  replica.rerender = () => {
    const had = document.activeElement === box;
    const next = field('text', 5);
    next.value = box.value;
    box.replaceWith(next);
    box = next;
    if (had) box.focus();
  };
  return form;
}

function oldAnswered() {
  const [title, body] = [h('a', { href: '#' }, 'Market'), h('div', {}, 'The market is back on Thursday.')];
  title.classList.add('title');
  body.classList.add('usertext-body');
  return h('div', { class: 'card' }, title, body);
}

/** The old site: forms as they were in 2008. A message is written in the same form as a comment. */
function old(kind) {
  const form = h('form', { class: 'card' });
  form.classList.add('usertext');
  let box = null;
  const make = (value) => {
    const next = h('textarea', { name: 'text', class: 'field', rows: '5', 'aria-label': say('Body') });
    next.value = value;
    next.addEventListener('input', () => changed(next.value));
    return next;
  };
  box = make('');
  const button = h('button', { type: 'submit', class: 'pill', onclick: (event) => { if (!acceptsClick(event)) event.preventDefault(); } }, say('Save'));
  button.classList.add('save');
  form.append(box, h('div', { class: 'usertext-buttons' }, button));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (box.value.trim() === '') return;
    submit(kind, [box.value]);
    box.value = '';
    toast();
  });
  replica.model = () => box.value;
  replica.rerender = () => {
    const had = document.activeElement === box;
    const next = make(box.value);
    box.replaceWith(next);
    box = next;
    if (!had) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  };
  return form;
}

/** What is being answered: a title and its text. */
const answered = () => h('shreddit-post', { author: 'bob' },
  h('h1', { slot: 'title', class: 'said' }, 'Market'), h('div', { slot: 'text-body' }, 'The market is back on Thursday.'));

const asked = location.pathname;
const writing = asked.endsWith('/submit') ? 'post' : asked.startsWith('/message/') ? 'message' : 'comment';
if (location.hostname.startsWith('old.')) {
  const who = h('div', { class: 'soft' }, h('span', {}, h('a', { href: '/user/ann/' }, 'ann')));
  who.firstChild.classList.add('user');
  document.body.append(h('div', { class: 'top' }, 'reddit', who), h('main', {}, ...(writing === 'post' ? [oldPost()] : [oldAnswered(), old(writing)])));
} else {
  document.body.append(
    h('after-login-toast-dispatcher', { username: 'ann' }),
    h('shreddit-app', { 'user-logged-in': true },
      h('main', {}, h('div', { class: 'card' },
        asked.startsWith('/settings') ? about() : writing === 'post' ? post() : h('div', {}, answered(), comment())))));
}
caption('Reddit');
