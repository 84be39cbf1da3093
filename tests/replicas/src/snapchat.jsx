// Replica of Snapchat on the web: a chat, which is private, and a public post's caption, of which no evidence is known: a bare form.
import { acceptsClick, bioDialog, caption, changed, h, replica, say, submit, teach, toast } from './replica.js';
import { dress } from './styles.js';

teach({ 'Send a chat': ['Chat senden', 'Envoyer un chat', 'チャットを送信', 'أرسل محادثة'], 'Add a description': ['Beschreibung hinzufügen', 'Ajouter une description', '説明を追加', 'أضف وصفًا'] });
dress(document, 'snapchat');

/** Enter sends; there is no button. */
function chat() {
  const box = h('div', { contenteditable: 'true', role: 'textbox', 'aria-label': say('Send a chat'), class: 'box' });
  box.addEventListener('input', () => changed(box.innerText));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (box.innerText.trim() === '') return;
    submit('message', [box.innerText.trim()]);
    box.replaceChildren();
  });
  replica.model = () => box.innerText;
  document.querySelector('main').append(h('div', { class: 'card' }, box));
}

function spotlight() {
  let field = null;
  const make = (value) => {
    field = h('textarea', { class: 'field', placeholder: say('Add a description') });
    field.value = value;
    field.addEventListener('input', () => changed(field.value));
    return field;
  };
  const send = (event) => {
    if (!acceptsClick(event) || field.value.trim() === '') return;
    submit('post', [field.value]);
    field.value = '';
    toast();
  };
  document.querySelector('main').append(
    h('div', { class: 'card' }, make(''), h('div', { class: 'bar' }, h('button', { type: 'button', class: 'pill', onclick: send }, say('Post')))));
  replica.model = () => field.value;
  replica.rerender = () => {
    const old = field;
    const had = document.activeElement === old;
    old.replaceWith(make(old.value));
    if (!had) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  };
}

document.body.append(h('main', {}, h('div', { class: 'top' }, 'Snapchat')));
if (location.pathname.startsWith('/web')) chat();
else if (location.pathname.startsWith('/profile')) bioDialog();
else spotlight();
caption('Snapchat');
