// Replica of Threads: a dialog with one Lexical editor for each post of a thread, and the reply below a post.
import { lexical, pressable } from './lexical.js';
import { SHAPES, bioDialog, caption, h, icon, replica, say, submit, teach, toast, trapFocus } from './replica.js';
import { dress } from './styles.js';

const EMPTY = 'Empty text field. Type to compose a new post.';
const FILLED = 'Text field. Type to compose a new post.';
teach({
  [EMPTY]: ['Leeres Textfeld. Gib Text ein, um einen Beitrag zu verfassen.', 'Champ de texte vide. Saisissez un nouveau post.', '空のテキストフィールド。入力して投稿を作成します。', 'حقل نص فارغ. اكتب لإنشاء منشور جديد.'],
  [FILLED]: ['Textfeld. Gib Text ein, um einen Beitrag zu verfassen.', 'Champ de texte. Saisissez un nouveau post.', 'テキストフィールド。入力して投稿を作成します。', 'حقل نص. اكتب لإنشاء منشور جديد.'],
  'New thread': ['Neuer Thread', 'Nouveau thread', '新規スレッド', 'سلسلة جديدة'],
  'Add to thread': ['Zum Thread hinzufügen', 'Ajouter au thread', 'スレッドに追加', 'إضافة إلى السلسلة'],
  'Anyone can reply & quote': ['Alle können antworten und zitieren', 'Tout le monde peut répondre et citer', '誰でも返信・引用できます', 'يمكن لأي شخص الرد والاقتباس'],
  Profile: ['Profil', 'Profil', 'プロフィール', 'الملف الشخصي'],
});
dress(document, 'threads');

/** The label says whether something stands in the editor. */
function relabel(editor) {
  editor.box.firstElementChild.setAttribute('aria-label', say(editor.text().trim() === '' ? EMPTY : FILLED));
}

function dialog() {
  const editors = [];
  const list = h('div', {});
  const written = () => editors.map((editor) => editor.text()).filter((text) => text.trim() !== '');
  const post = pressable({ class: 'pill', 'aria-disabled': 'true' }, () => {
    submit('post', written());
    veil.remove();
    toast();
  }, say('Post'));
  const more = pressable({ class: 'quiet', 'aria-disabled': 'true' }, () => add(), say('Add to thread'));
  const refresh = () => {
    const off = String(written().length === 0);
    for (const button of [post, more]) if (button.getAttribute('aria-disabled') !== off) button.setAttribute('aria-disabled', off);
  };
  const add = () => {
    const editor = lexical({ label: say(EMPTY), rich: true });
    editors.push(editor);
    list.append(h('div', { class: 'composer' }, h('span', { class: 'avatar' }), h('div', { class: 'grow' }, h('span', { class: 'name' }, 'me'), editor.box)));
    editor.onText(() => { relabel(editor); refresh(); });
    replica.model = () => editors[0].text();
    editor.focus();
  };
  const box = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': say('New thread'), class: 'dialog' },
    h('div', { class: 'dialogTop' }, pressable({ class: 'quiet' }, () => veil.remove(), say('Cancel')), h('span', {}, say('New thread'))),
    list, more,
    h('div', { class: 'bar' },
      pressable({ class: 'quiet', 'aria-haspopup': 'menu' }, () => {}, say('Anyone can reply & quote')),
      h('div', { class: 'barEnd' }, post)));
  const veil = h('div', { class: 'veil' }, box);
  document.body.append(veil);
  trapFocus(box);
  add();
}

/** Below a post, outside any dialog. */
function reply() {
  const editor = lexical({ label: say(EMPTY), rich: true });
  const post = pressable({ class: 'pill' }, () => {
    if (editor.text().trim() === '') return;
    submit('reply', [editor.text()]);
    editor.clear();
    toast();
  }, say('Post'));
  editor.onText(() => relabel(editor));
  document.querySelector('main').append(
    h('div', { class: 'card', 'data-pressable-container': 'true' }, h('a', { href: '/@bob', class: 'name' }, 'bob'), h('p', {}, 'A quiet morning at the depot.'),
      h('div', { class: 'bar' }, pressable({ 'aria-label': say('Like'), class: 'iconButton' }, () => {}, icon(SHAPES.bubble)))),
    h('div', { class: 'card', 'data-pressable-container': 'true' }, editor.box, h('div', { class: 'bar' }, h('div', { class: 'barEnd' }, post))));
}

document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' },
      h('a', { href: '/' }, 'Threads'),
      h('input', { type: 'search', 'aria-label': say('Search'), class: 'field' }),
      h('a', { href: '/@me' }, icon(SHAPES.smile), say('Profile'))),
    h('main', { role: 'main' }, h('div', { class: 'top' }, 'Threads'))));
if (location.pathname.startsWith('/@bob/post/')) reply();
else if (location.pathname === '/@me') bioDialog();
else dialog();
caption('Threads');
