// Replica of Instagram: the create dialog (Next, Next, caption, Share in its head), a comment that Enter sends, a private message.
import { lexical, pressable } from './lexical.js';
import { SHAPES, bioIn, caption, h, icon, say, submit, teach, toast, trapFocus } from './replica.js';
import { dress } from './styles.js';

teach({
  'Write a caption...': ['Schreibe eine Bildunterschrift …', 'Écrivez une légende…', 'キャプションを入力…', 'اكتب شرحًا توضيحيًا...'],
  'Add a comment…': ['Kommentieren …', 'Ajouter un commentaire…', 'コメントを追加…', 'إضافة تعليق...'],
  'Message…': ['Nachricht …', 'Votre message…', 'メッセージ…', 'رسالة...'],
  'Create new post': ['Neuen Beitrag erstellen', 'Créer une publication', '新規投稿を作成', 'إنشاء منشور جديد'],
  'Add location': ['Ort hinzufügen', 'Ajouter un lieu', '場所を追加', 'إضافة موقع'],
  'Edit info': ['Info bearbeiten', 'Modifier les infos', '情報を編集', 'تعديل المعلومات'],
  Submit: ['Senden', 'Envoyer', '送信', 'إرسال'],
  'Change photo': ['Foto ändern', 'Changer la photo', '写真を変更', 'تغيير الصورة'],
  Done: ['Fertig', 'Terminé', '完了', 'تم'],
  Profile: ['Profil', 'Profil', 'プロフィール', 'الملف الشخصي'],
});
dress(document, 'instagram');

const picture = (alt) => h('img', { alt, class: 'avatar', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' });

/** Three steps in one dialog node; only the last one has an editor. `edit`: a published post opened again. */
function create(edit) {
  const editor = lexical({ label: say('Write a caption...'), rich: true, attributes: { 'aria-placeholder': say('Write a caption...') } });
  const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': say('Create new post'), class: 'dialog' });
  const veil = h('div', { class: 'veil' }, dialog);
  const head = (title, before, after) => h('div', { class: 'dialogTop' }, before, h('div', { role: 'heading', class: 'grow' }, say(title)), after);
  const back = (to) => pressable({ 'aria-label': say('Back'), class: 'iconButton' }, to, icon('M15 5l-7 7 7 7'));
  const words = (label, action) => pressable({ class: 'quiet' }, action, say(label));
  const leave = () => {
    submit('post', [editor.text()]);
    veil.remove();
    toast();
  };
  const crop = () => dialog.replaceChildren(head('Create new post', back(() => {}), words('Next', filters)), h('div', { class: 'box' }));
  const filters = () => dialog.replaceChildren(head('Create new post', back(crop), words('Next', write)), h('div', { class: 'box' }));
  const write = () => {
    const top = edit
      ? head('Edit info', words('Cancel', () => veil.remove()), words('Done', leave))
      : head('Create new post', back(filters), words('Share', leave));
    dialog.replaceChildren(top,
      h('div', { class: 'composer' }, picture(''), h('span', { class: 'name' }, 'me')),
      editor.box,
      h('div', { class: 'bar' }, pressable({ 'aria-label': say('Emoji'), class: 'iconButton' }, () => {}, icon(SHAPES.smile))),
      // Words and no icon, and after the editor: not the button that posts.
      words('Add location', () => {}));
    editor.focus();
  };
  document.body.append(veil);
  trapFocus(dialog);
  if (edit || new URLSearchParams(location.search).get('step') !== 'first') write();
  else crop();
}

function comment() {
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('comment', [editor.text()]);
    editor.clear();
    toast();
  };
  const editor = lexical({ label: say('Add a comment…'), rich: false, onEnter: send });
  const button = pressable({ class: 'quiet', 'aria-disabled': 'true' }, send, say('Post'));
  document.querySelector('main').append(
    h('article', { class: 'card' },
      h('a', { href: '/bob/', class: 'name' }, picture('bob'), 'bob'),
      h('h1', { dir: 'auto', class: 'said' }, 'A quiet morning at the depot.'),
      h('section', { class: 'bar' },
        ...['Like', 'Comment', 'Share'].map((name) => h('button', { type: 'button', class: 'iconButton', 'aria-label': say(name) }, icon(SHAPES.bubble)))),
      h('section', { class: 'commentRow' },
        pressable({ 'aria-label': say('Emoji'), class: 'iconButton' }, () => {}, icon(SHAPES.smile)),
        h('div', { class: 'commentBox' }, editor.box), button)));
  editor.onText(() => {
    const disabled = String(editor.text().trim() === '');
    if (button.getAttribute('aria-disabled') !== disabled) button.setAttribute('aria-disabled', disabled);
  });
}

/** A private message: Forepost does not read it. */
function direct() {
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('message', [editor.text()]);
    editor.clear();
  };
  const editor = lexical({ label: say('Message…'), rich: false, onEnter: send });
  document.querySelector('main').append(h('section', { class: 'card' }, editor.box, pressable({ class: 'quiet' }, send, say('Send'))));
}

/** The profile's form. Its button is a div. */
function bio() {
  const save = pressable({ class: 'pill' }, () => {}, say('Submit'));
  const form = h('form', { class: 'card' },
    h('div', { class: 'bar' }, pressable({ class: 'quiet' }, () => {}, say('Change photo'))),
    bioIn({ id: 'pepBio', placeholder: say('Bio') }, save), save);
  document.querySelector('main').append(form);
}

document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' },
      h('a', { href: '/' }, icon(SHAPES.globe), 'Instagram'),
      h('a', { href: '/direct/inbox/' }, icon(SHAPES.bubble), say('Message')),
      h('input', { type: 'search', 'aria-label': say('Search'), class: 'field' }),
      h('a', { href: '/me/' }, picture('me'), say('Profile'))),
    h('main', { role: 'main' }, h('div', { class: 'top' }, 'Instagram'))));
if (location.pathname.startsWith('/direct/')) direct();
else if (location.pathname.startsWith('/accounts/edit')) bio();
else if (location.pathname.startsWith('/p/')) comment();
else create(location.pathname.startsWith('/me/edit'));
caption('Instagram');
