// Replica of LinkedIn: the classic composer in its shadow root, the new dialog and comment, the message box; more in linkedin-more.js.
import { quillIn, tiptap } from './linkedin-editors.js';
import { article, oldComment, pagePost, profile } from './linkedin-more.js';
import { SHAPES, acceptsClick, caption, changed, h, icon, replica, say, submit, teach, toast } from './replica.js';
import { dress } from './styles.js';

teach({
  Schedule: ['Planen', 'Programmer', '予約', 'جدولة'],
  'Open menu for switching identity when interacting with this post': ['Menü zum Wechseln der Identität öffnen', 'Ouvrir le menu de changement d’identité', 'この投稿で使用するIDの切り替えメニューを開く', 'فتح قائمة تبديل الهوية'],
  'Video player': ['Videoplayer', 'Lecteur vidéo', '動画プレーヤー', 'مشغل الفيديو'],
  'This is a modal window.': ['Dies ist ein modales Fenster.', 'Ceci est une fenêtre modale.', 'これはモーダルウィンドウです。', 'هذه نافذة مشروطة.'],
});
dress(document, 'linkedin');

/** The open shadow root in which LinkedIn keeps its older parts: composer and messages. */
const outlet = h('div', { id: 'interop-outlet', 'data-testid': 'interop-shadowdom' });
const interop = outlet.attachShadow({ mode: 'open' });
dress(interop, 'linkedin');

function classic() {
  const editor = h('div', { class: 'editorBox' });
  const post = h('button', { type: 'button', class: 'pill', disabled: true }, say('Post'));
  post.classList.add('share-actions__primary-action');
  // Who posts, and to whom: two lines of one button.
  const who = h('button', { type: 'button', class: 'header' });
  who.classList.add('share-unified-settings-entry-button');
  who.innerText = `Ann Example\n${say('Post to Anyone')}`;
  const modal = h('div', { class: 'dialog', role: 'dialog', 'aria-labelledby': 'share-to-linkedin-modal__header' },
    h('h2', { id: 'share-to-linkedin-modal__header', class: 'soft' }, say('Create a post')), who, editor,
    h('div', { class: 'bar' },
      h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Emoji') }, icon(SHAPES.smile)),
      h('div', { class: 'barEnd' }, post)));
  modal.classList.add('share-box-v2__modal');
  const veil = h('div', { class: 'veil' }, modal);
  interop.append(veil);

  const box = quillIn(editor, { 'aria-label': say('Text editor for creating content'), 'data-test-ql-editor-contenteditable': 'true' }, interop);
  box.onText(() => { post.disabled = box.text().trim() === ''; });
  post.addEventListener('click', (event) => {
    if (!acceptsClick(event)) return;
    submit('post', [box.text()]);
    veil.remove();
    toast();
  });
  box.focus();
}

/**
 * The new dialog: an empty one stands in for it first and is swapped half a second later. Its one button is renamed when a post is
 * scheduled; a published post that is edited comes with its words, and Save.
 */
function sdui({ word = 'Post', written = '' } = {}) {
  const standIn = h('dialog', { class: 'dialog native', 'data-testid': 'dialog' }, h('div', { class: 'soft' }, '…'));
  document.body.append(standIn);
  standIn.showModal();
  setTimeout(() => {
    standIn.remove();
    const holder = h('div', { class: 'editorBox' });
    const post = h('button', { type: 'button', class: 'pill', disabled: true }, say(word));
    const dialog = h('dialog', { class: 'dialog native', 'data-testid': 'dialog' },
      h('div', { 'data-sdui-screen': 'com.linkedin.sdui.flagshipnav.sharing.ShareCompose' },
        h('div', { class: 'dialogTop' },
          h('div', { role: 'button', tabindex: '0', class: 'header', 'aria-haspopup': 'dialog' }, `Ann Example ${say('Post to Anyone')}`),
          h('button', { type: 'button', class: 'iconButton close', 'aria-label': say('Close'), onclick: () => dialog.close() }, icon('M5 5l14 14M19 5L5 19'))),
        holder,
        h('div', { class: 'bar' },
          h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Emoji') }, icon(SHAPES.smile)),
          h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Photo') }, icon(SHAPES.photo)),
          h('div', { class: 'barEnd' }, post))));
    document.body.append(dialog);
    dialog.showModal();
    const send = () => {
      if (box.text().trim() === '') return;
      submit('post', [box.text()]);
      dialog.close();
      dialog.remove();
      box.destroy();
      toast();
    };
    const box = tiptap(holder, { componentkey: 'ShareBox_textEditor', 'aria-label': say('Text editor for creating content') }, send);
    box.onText(() => { post.disabled = box.text().trim() === ''; });
    post.addEventListener('click', (event) => acceptsClick(event) && send());
    box.write(written);
    box.focus();
  }, 500);
}

/** For people who run a page: as whom they comment, shown by a picture. */
const asPage = () => h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Open menu for switching identity when interacting with this post') },
  h('img', { alt: 'Acme Labs', class: 'avatar', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' }));

/** The comment's own button is not there until something is written. */
function comment() {
  const holder = h('div', { class: 'editorBox' });
  const end = h('div', { class: 'commentEnd' }, h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Emoji') }, icon(SHAPES.smile)));
  const send = () => {
    if (box.text().trim() === '') return;
    submit('comment', [box.text()]);
    box.clear();
    toast();
  };
  const action = h('button', { type: 'button', class: 'quiet' }, icon(SHAPES.bubble), ` ${say('Comment')}`);
  action.querySelector('svg').id = 'comment-small';
  document.querySelector('main').append(
    h('div', { class: 'card' },
      h('div', { class: 'name' }, 'Bob Example'), h('p', { 'data-testid': 'expandable-text-box' }, 'We are looking for two more volunteers for the open day.'),
      h('div', { class: 'bar' }, location.pathname === '/feed/as-page/' ? asPage() : '', action),
      h('div', { componentkey: 'commentBox-urn:li:activity:1', class: 'commentRow' },
        h('span', { class: 'avatar' }),
        h('div', { class: 'commentBox' },
          h('div', { 'data-testid': 'ui-core-tiptap-text-editor-wrapper' }, holder), end))));
  const box = tiptap(holder, { 'aria-label': say('Text editor for creating comment') }, send);
  let button = null;
  box.onText(() => {
    const wanted = box.text().trim() !== '';
    if (wanted && !button) {
      button = h('button', { type: 'button', class: 'pill', componentkey: 'x_commentButtonSection_1' }, `\n  ${say('Comment')}\n`);
      button.addEventListener('click', (event) => acceptsClick(event) && send());
      end.append(button);
    }
    if (!wanted && button) {
      button.remove();
      button = null;
    }
  });
}

/** A private message, in the shadow root. Forepost does not read it. Enter sends. */
function message() {
  const box = h('div', { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('Write a message'), class: 'box' });
  box.classList.add('msg-form__contenteditable');
  const send = () => {
    if (box.innerText.trim() === '') return;
    submit('message', [box.innerText.trim()]);
    box.replaceChildren();
  };
  const button = h('button', { type: 'submit', class: 'pill', onclick: send }, say('Send'));
  button.classList.add('msg-form__send-button');
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  });
  box.addEventListener('input', () => changed(box.innerText));
  const form = h('div', { class: 'chat' }, h('div', { class: 'name' }, 'Bob Example'), box, button);
  form.classList.add('msg-form');
  interop.append(form);
  replica.message = () => box.innerText;
  if (location.pathname.startsWith('/messaging')) replica.model = () => box.innerText;
}

const asked = location.pathname;
const open = {
  '/classic': classic,
  '/sdui': () => sdui(),
  '/schedule': () => sdui({ word: 'Schedule' }),
  '/edit': () => sdui({ word: 'Save', written: new URLSearchParams(location.search).get('draft') ?? '' }),
}[asked] ?? (asked.startsWith('/company/') ? pagePost : asked.startsWith('/article/') ? article : asked.startsWith('/in/') ? profile : undefined);
const start = h('button', { type: 'button', class: 'quiet', 'data-replica': 'start', onclick: () => open?.() }, say('Start a post'));
document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' }, h('a', { href: '/feed/' }, say('Home')), h('a', { href: '/messaging/' }, say('Messages'))),
    h('main', {}, h('div', { class: 'card' }, start))),
  outlet,
  // Bait: a dialog that is not a composer.
  h('div', { role: 'dialog', 'aria-label': say('Video player'), class: 'soft' }, say('This is a modal window.')),
);
if (open) open();
else if (asked.startsWith('/old')) oldComment();
else if (location.pathname.startsWith('/messaging')) message();
else {
  message();
  comment();
}
caption('LinkedIn');
