// Replica of Facebook: the post dialog (Lexical rich text), a comment that Enter sends (Lexical plain text), a Messenger tab as bait.
import { lexical, pressable } from './lexical.js';
import { SHAPES, caption, h, icon, replica, say, submit, toast, trapFocus } from './replica.js';
import { dress } from './styles.js';

dress(document, 'facebook');

/** `page`: a page is posting. Then Next leads to a second dialog, from which it posts; the editor is gone by then. */
function post(page) {
  const editor = lexical({ label: say("What's on your mind, Ann?"), rich: true });
  const send = () => {
    submit('post', [editor.text()]);
    veil.remove();
    toast();
  };
  const settings = () => {
    dialog.replaceWith(h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': say('Post'), class: 'dialog' },
      h('div', { class: 'dialogTop' }, say('Post')),
      pressable({ 'aria-label': say('Post'), class: 'pill wide' }, send, say('Post'))));
  };
  const name = say(page ? 'Next' : 'Post');
  const button = pressable({ 'aria-label': name, class: 'pill wide', 'aria-disabled': 'true' }, page ? settings : send, name);
  const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': say('Create post'), class: 'dialog' },
    h('div', { class: 'dialogTop' }, say('Create post'),
      pressable({ 'aria-label': say('Close'), class: 'iconButton close' }, () => veil.remove(), icon('M5 5l14 14M19 5L5 19'))),
    h('div', { class: 'name' }, 'Ann Example'),
    pressable({ 'aria-label': say('Edit privacy. Sharing with Friends. '), class: 'quiet' }, () => {}, icon(SHAPES.globe), say('Friends')),
    editor.box,
    h('div', { class: 'bar' },
      pressable({ 'aria-label': say('Photo'), class: 'iconButton' }, () => {}, icon(SHAPES.photo)),
      pressable({ 'aria-label': say('Emoji'), class: 'iconButton' }, () => {}, icon(SHAPES.smile))),
    button);
  const veil = h('div', { class: 'veil' }, dialog);
  document.body.append(veil);
  editor.onText(() => {
    const disabled = String(editor.text().trim() === '');
    if (button.getAttribute('aria-disabled') !== disabled) button.setAttribute('aria-disabled', disabled);
  });
  trapFocus(dialog);
  editor.focus();
}

function comment() {
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('comment', [editor.text()]);
    editor.clear();
    toast();
  };
  const editor = lexical({ label: say('Comment as Ann'), rich: false, onEnter: send });
  const button = pressable({ 'aria-label': say('Comment'), class: 'iconButton', 'aria-disabled': 'true' }, send, icon('M4 4l16 8-16 8 4-8z'));
  const form = h('form', { class: 'commentRow' },
    h('span', { class: 'avatar' }),
    h('div', { class: 'commentBox' }, editor.box,
      h('div', { class: 'commentEnd' },
        pressable({ 'aria-label': say('Emoji'), class: 'iconButton' }, () => {}, icon(SHAPES.smile)),
        h('div', { id: 'focused-state-composer-submit' }, button))));
  form.addEventListener('submit', (event) => event.preventDefault());
  document.querySelector('main').append(
    h('div', { role: 'article', class: 'card' },
      h('div', { class: 'name' }, 'Bob Example'), h('p', {}, 'The market is back on Thursday.'),
      h('div', { class: 'bar' }, pressable({ 'aria-label': 'Leave a comment', class: 'quiet' }, () => editor.focus(), icon(SHAPES.bubble), ` ${say('Comment')}`)),
      form));
  editor.onText(() => {
    const disabled = String(editor.text().trim() === '');
    if (button.getAttribute('aria-disabled') !== disabled) button.setAttribute('aria-disabled', disabled);
  });
}

/** A chat tab: a private message. Forepost does not read it. Enter sends. */
function messenger(parent) {
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('message', [editor.text()]);
    editor.clear();
  };
  const editor = lexical({ label: say('Message'), rich: false, onEnter: send, spy: false });
  parent.append(h('div', { class: 'chat', 'aria-label': 'Chat with Bob Example', role: 'region' },
    h('div', { class: 'name' }, 'Bob Example'), editor.box,
    pressable({ 'aria-label': 'Press enter to send', class: 'iconButton' }, send, icon('M4 4l16 8-16 8 4-8z'))));
  replica.message = editor.text;
  if (location.pathname.startsWith('/messages')) replica.model = editor.text;
}

document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' }, h('a', { href: '/' }, 'Home'), h('a', { href: '/messages/t/1' }, 'Messenger')),
    h('main', { role: 'main' }, h('div', { class: 'card' },
      pressable({ class: 'header', 'data-replica': 'start' }, () => post(false), say("What's on your mind, Ann?"))))));
if (location.pathname.startsWith('/messages')) messenger(document.querySelector('main'));
else if (location.pathname.startsWith('/ann/posts')) {
  comment();
  messenger(document.body);
} else post(location.pathname.startsWith('/canalpath'));
caption('Facebook');
