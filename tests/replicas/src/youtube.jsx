// Replica of YouTube: a comment and a community post in custom elements around a bare contenteditable, with empty twins of their buttons.
import { channel, chat, studio } from './youtube-more.js';
import { SHAPES, acceptsClick, caption, changed, h, icon, replica, say, submit, teach, toast } from './replica.js';
import { dress } from './styles.js';

teach({
  'Live chat': ['Livechat', 'Chat en direct', 'チャット', 'الدردشة المباشرة'],
  'Add a comment…': ['Kommentar hinzufügen…', 'Ajouter un commentaire…', 'コメントする…', 'إضافة تعليق…'],
  'What’s on your mind?': ['Was denkst du gerade?', 'À quoi pensez-vous ?', '最新情報を共有しましょう', 'بمَ تفكّر؟'],
  'Create a community post': ['Communitybeitrag erstellen', 'Créer un post', 'コミュニティ投稿を作成', 'إنشاء منشور'],
});
dress(document, 'youtube');

// Polymer's elements are known to the browser by name only; what they hold stands in the page itself.
for (const name of ['ytd-comments', 'ytd-comment-simplebox-renderer', 'ytd-commentbox', 'ytd-backstage-post-dialog-renderer', 'yt-formatted-string', 'yt-button-shape', 'ytd-watch-metadata', 'ytd-comment-thread-renderer', 'ytd-active-account-header-renderer']) {
  customElements.define(name, class extends HTMLElement {});
}

/** The box both kinds of post are written in. */
function commentbox({ surface, label, word }) {
  let root = null;
  const text = () => root.innerText.replace(/\n$/, '');
  const tell = () => {
    changed(text());
    button.disabled = text().trim() === '';
  };
  const make = (content) => {
    const next = h('div', { id: 'contenteditable-root', contenteditable: 'true', role: 'textbox', 'aria-label': say(label), class: 'line written' });
    next.append(...content);
    next.addEventListener('input', tell);
    return next;
  };
  const send = () => {
    submit(surface, [text()]);
    root.replaceChildren();
    button.disabled = true;
    toast();
  };
  const cancel = () => {
    root.replaceChildren();
    tell();
  };
  const twin = () => h('div', { id: 'submit-button', class: 'nothing' }, h('yt-button-shape', {}, h('button', { type: 'button', 'aria-label': say(word) })));
  const button = h('button', {
    type: 'button', class: 'pill', 'aria-label': say(word), disabled: true, onclick: (event) => acceptsClick(event) && send(),
  }, say(word));
  root = make([]);
  replica.model = text;
  replica.rerender = () => {
    const had = document.activeElement === root;
    const next = make([...root.cloneNode(true).childNodes]);
    root.replaceWith(next);
    root = next;
    if (!had) return;
    root.focus();
    getSelection().selectAllChildren(root);
    getSelection().collapseToEnd();
  };
  return h('ytd-commentbox', { id: 'commentbox' },
    h('div', { class: 'composer' }, h('div', { id: 'author-thumbnail' }, h('span', { class: 'avatar' })),
      h('div', { class: 'grow' }, h('yt-formatted-string', { id: 'contenteditable-textarea' }, root))),
    h('div', { class: 'bar' },
      h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Emoji') }, icon(SHAPES.smile)),
      h('div', { class: 'barEnd' },
        h('div', { id: 'cancel-button' }, h('yt-button-shape', {}, h('button', { type: 'button', class: 'quiet', onclick: cancel }, say('Cancel')))),
        twin(), h('div', { id: 'submit-button' }, h('yt-button-shape', {}, button)))));
}

/** Somebody else's comment. */
const said = () => h('div', { class: 'feedPost' }, h('span', { class: 'avatar' }),
  h('div', {}, h('a', { href: '/@bob' }, '@bob'), h('div', { id: 'content-text' }, 'The market is back on Thursday.')));

/** Below a video: the box stands behind a line that has to be pressed first. */
function comments() {
  // A published comment is edited in the same box.
  const word = location.search.includes('edit') ? 'Save' : 'Comment';
  const box = commentbox({ surface: 'comment', label: 'Add a comment…', word });
  const placeholder = h('div', { id: 'placeholder-area', class: 'soft', role: 'button', tabindex: '0' }, say('Add a comment…'));
  const simplebox = h('ytd-comment-simplebox-renderer', {}, placeholder);
  placeholder.addEventListener('click', () => simplebox.replaceChildren(box));
  if (['/watch', '/watch/menu'].includes(location.pathname)) placeholder.click();
  if (location.pathname.startsWith('/watch/reply')) {
    return h('ytd-comments', { id: 'comments' }, h('ytd-comment-thread-renderer', {}, said(), box));
  }
  return h('div', {}, h('ytd-watch-metadata', {}, h('h1', { class: 'said' }, 'A morning at the depot')),
    h('ytd-comments', { id: 'comments' }, simplebox, h('ytd-comment-thread-renderer', {}, said())));
}

const community = () => h('ytd-backstage-post-dialog-renderer', {}, h('div', { class: 'name' }, say('Create a community post')),
  commentbox({ surface: 'post', label: 'What’s on your mind?', word: 'Post' }));

/** What the address asks for; the live chat is a page of its own, which the watch page shows in a frame. */
function content() {
  if (location.hostname.startsWith('studio.')) return location.pathname.includes('/editing/') ? channel() : studio();
  if (location.pathname.startsWith('/live_chat')) return chat();
  if (location.pathname.startsWith('/live')) return h('iframe', { id: 'chatframe', src: '/live_chat', class: 'frame', title: say('Live chat') });
  return h('div', { class: 'card' }, location.pathname.startsWith('/@ann') ? community() : comments());
}

document.body.append(
  h('div', { class: 'shell' },
    h('nav', { class: 'rail' }, h('form', { role: 'search' }, h('input', { class: 'line', name: 'search_query', placeholder: say('Search') }))),
    // The menu of the account, once it was opened: it stays on the page.
    location.pathname === '/watch/menu' ? h('ytd-active-account-header-renderer', {}, h('span', { id: 'channel-handle' }, '@ann')) : '',
    h('main', {}, content())));
caption('YouTube');
