// Replica of Facebook: the post dialog of a person, a page, a group and a share, Business Suite, comments that Enter sends, Messenger and the answer to a story as bait. Lexical.
import { lexical, pressable } from './lexical.js';
import { SHAPES, bioDialog, caption, h, icon, replica, say, submit, teach, toast, trapFocus } from './replica.js';
import { dress } from './styles.js';

teach({
  'Chat with Bob Example': ['Chat mit Bob Example', 'Discussion avec Bob Example', 'Bob Exampleとのチャット', 'الدردشة مع Bob Example'],
  'Choose an emoji': ['Emoji auswählen', 'Choisir un émoji', '絵文字を選択', 'اختيار رمز'],
  'Press enter to send': ['Zum Senden die Eingabetaste drücken', 'Appuyez sur Entrée pour envoyer', 'Enterキーを押して送信', 'اضغط على Enter للإرسال'],
  'Leave a comment': ['Hinterlasse einen Kommentar', 'Laisser un commentaire', 'コメントする', 'اترك تعليقًا'],
  'Answer as Ann': ['Als Ann antworten', 'Répondre en tant que Ann', 'Annとして回答', 'الإجابة باسم Ann'],
  'Post comment': ['Kommentar posten', 'Publier le commentaire', 'コメントを投稿', 'نشر التعليق'],
  'Write a comment…': ['Schreibe einen Kommentar …', 'Écrivez un commentaire…', 'コメントを入力…', 'اكتب تعليقًا…'],
  'Write a public comment…': ['Schreibe einen öffentlichen Kommentar …', 'Écrivez un commentaire public…', '公開コメントを入力…', 'اكتب تعليقًا عامًا…'],
  'Message Bob': ['Nachricht an Bob', 'Message à Bob', 'Bobにメッセージ', 'رسالة إلى Bob'],
  'Be the first': ['Mach den Anfang', 'Soyez la première personne', '最初の一人になろう', 'كن الأول'],
  'Share now': ['Jetzt teilen', 'Partager maintenant', '今すぐシェア', 'المشاركة الآن'],
  'Reply to Bob Example': ['Bob Example antworten', 'Répondre à Bob Example', 'Bob Exampleに返信', 'الرد على Bob Example'],
  'Write into the dialogue box': ['Schreibe in das Dialogfeld', 'Écrivez dans la boîte de dialogue', 'ダイアログに入力', 'اكتب في مربع الحوار'],
  Schedule: ['Planen', 'Programmer', '日時指定', 'جدولة'],
  'Edit post': ['Beitrag bearbeiten', 'Modifier la publication', '投稿を編集', 'تعديل المنشور'],
});
dress(document, 'facebook');

/**
 * `page`: a page is posting. Then Next leads to a second dialog, from which it posts; the editor is gone by then.
 * `group`: the group is the audience, and no button says so. `word`: what its button says. `title`: of the dialog.
 */
function post({ page = false, group = false, word = 'Post', title = 'Create post' } = {}) {
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
  const name = say(page ? 'Next' : word);
  const button = pressable({ 'aria-label': name, class: 'pill wide', 'aria-disabled': 'true' }, page ? settings : send, name);
  const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': say(title), class: 'dialog' },
    h('div', { class: 'dialogTop' }, say(title),
      pressable({ 'aria-label': say('Close'), class: 'iconButton close' }, () => veil.remove(), icon('M5 5l14 14M19 5L5 19'))),
    h('div', { class: 'name' }, 'Ann Example'),
    group ? '' : pressable({ 'aria-label': say('Edit privacy. Sharing with Friends. '), class: 'quiet' }, () => {}, icon(SHAPES.globe), say('Friends')),
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

/** Business Suite: a page of its own, on which an organisation posts to several places at once. */
function business() {
  const editor = lexical({ label: say('Write into the dialogue box'), rich: true });
  const send = () => {
    submit('post', [editor.text()]);
    editor.clear();
    toast();
  };
  const words = (word, action) => pressable({ class: 'pill', 'aria-disabled': 'true' }, action, say(word));
  const [schedule, publish] = [words('Schedule', send), words('Publish', send)];
  document.querySelector('main').append(h('div', { class: 'card' }, h('div', { class: 'name' }, 'Canal Path Trust'), h('div', { class: 'box' }, editor.box),
    h('div', { class: 'bar' }, pressable({ class: 'quiet' }, () => editor.clear(), say('Cancel')), h('div', { class: 'barEnd' }, schedule, publish))));
  editor.onText(() => {
    for (const button of [schedule, publish]) button.setAttribute('aria-disabled', String(editor.text().trim() === ''));
  });
}

/**
 * A box below a post. It has several names, and its button two. Beside a photo or a video it stands in no article: `where` is what it
 * stands in then, and `bare` leaves it without its form and the id of its button.
 */
function comment({ label = 'Comment as Ann', word = 'Comment', spy = true, where, bare } = {}) {
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('comment', [editor.text()]);
    editor.clear();
    toast();
  };
  const editor = lexical({ label: say(label), rich: false, onEnter: send, spy });
  const button = pressable({ 'aria-label': say(word), class: 'iconButton', 'aria-disabled': 'true' }, send, icon('M4 4l16 8-16 8 4-8z'));
  const form = h(bare ? 'div' : 'form', { class: 'commentRow' },
    h('span', { class: 'avatar' }),
    h('div', { class: 'commentBox' }, editor.box,
      h('div', { class: 'commentEnd' },
        pressable({ 'aria-label': say('Emoji'), class: 'iconButton' }, () => {}, icon(SHAPES.smile)),
        word === 'Comment' && !bare ? h('div', { id: 'focused-state-composer-submit' }, button) : button)));
  form.addEventListener('submit', (event) => event.preventDefault());
  const around = where ?? { role: 'article', class: 'card' };
  (around.role === 'dialog' ? document.body : document.querySelector('main')).append(
    h('div', around,
      h('div', { class: 'name' }, 'Bob Example'), h('p', { 'data-ad-preview': 'message', 'data-ad-comet-preview': 'message' }, 'The market is back on Thursday.'),
      h('div', { class: 'bar' }, pressable({ 'aria-label': say('Leave a comment'), class: 'quiet' }, () => editor.focus(), icon(SHAPES.bubble), ` ${say('Comment')}`)),
      form));
  editor.onText(() => {
    const disabled = String(editor.text().trim() === '');
    if (button.getAttribute('aria-disabled') !== disabled) button.setAttribute('aria-disabled', disabled);
  });
}

/** A chat tab: a private message. Forepost does not read it. Enter sends. */
function messenger(parent, { label = 'Message', placeholder } = {}) {
  const send = () => {
    if (editor.text().trim() === '') return;
    submit('message', [editor.text()]);
    editor.clear();
  };
  const editor = lexical({ label: say(label), rich: false, onEnter: send, spy: false, attributes: placeholder ? { 'aria-placeholder': placeholder } : {} });
  parent.append(h('div', { class: 'chat', 'aria-label': say('Chat with Bob Example'), role: 'region', 'data-replica': 'chat' },
    h('div', { class: 'name' }, 'Bob Example'), editor.box,
    pressable({ 'aria-label': say('Choose an emoji'), class: 'iconButton' }, () => {}, icon(SHAPES.smile)),
    pressable({ 'aria-label': say('Press enter to send'), class: 'iconButton', 'data-replica': 'send' }, send, icon('M4 4l16 8-16 8 4-8z'))));
  replica.message = editor.text;
  if (/^\/(messages|stories)/.test(location.pathname)) replica.model = editor.text;
}

document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' }, h('a', { href: '/' }, say('Home')), h('a', { href: '/messages/t/1' }, 'Messenger')),
    h('main', { role: 'main' }, h('div', { class: 'card' },
      pressable({ class: 'header', 'data-replica': 'start' }, () => post(), say("What's on your mind, Ann?"))))));
const at = (path) => location.pathname.startsWith(path);
if (location.hostname.startsWith('business.')) business();
else if (at('/profile.php')) bioDialog();
else if (at('/messages')) messenger(document.querySelector('main'));
else if (at('/stories')) messenger(document.querySelector('main'), { label: 'Reply to Bob Example' });
else if (at('/ann/posts/2')) {
  comment({ label: 'Reply to Bob Example', word: 'Post comment' });
  for (const label of ['Answer as Ann', 'Write a comment…', 'Write a public comment…']) comment({ label, spy: false });
  messenger(document.body, { label: 'Message Bob', placeholder: 'Aa' });
} else if (at('/watch')) {
  comment({ where: { class: 'card' }, bare: true });
  messenger(document.body);
} else if (at('/photo')) comment({ where: { role: 'dialog', class: 'card' }, bare: true });
else if (at('/reel')) comment({ label: 'Be the first', where: { class: 'card' } });
else if (at('/ann/posts')) {
  comment();
  messenger(document.body);
} else if (location.search.includes('edit')) post({ word: 'Save', title: 'Edit post' }); // a published one opened again
else post({ page: at('/canalpath'), group: at('/groups/'), word: at('/share') ? 'Share now' : 'Post' });
caption('Facebook');
