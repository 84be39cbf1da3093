// More of LinkedIn's replica: the dialog in which a page posts, an article with its title, and the older comment box.
import { quillIn, tiptap } from './linkedin-editors.js';
import { SHAPES, acceptsClick, bioIn, h, icon, savedBio, say, submit, teach, toast } from './replica.js';

teach({
  About: ['Info', 'Infos', '概要', 'نبذة'],
  Headline: ['Slogan', 'Titre de profil', 'ヘッドライン', 'العنوان المهني'],
  'Write with help': ['Mit Hilfe schreiben', 'Rédiger avec aide', '文章作成を支援', 'الكتابة بمساعدة'],
  Title: ['Titel', 'Titre', 'タイトル', 'العنوان'],
  'Article editor content': ['Inhalt des Artikels', 'Contenu de l’article', '記事の内容', 'محتوى المقالة'],
  'Tell your network about it': ['Erzähle deinem Netzwerk davon', 'Parlez-en à votre réseau', 'ネットワークに知らせる', 'أخبر شبكتك'],
});

/** Buttons switch themselves off while there is nothing to send. */
const offWhileBlank = (button, box) => box.onText(() => { button.disabled = box.text().trim() === ''; });

/** An organisation's page posts: its name stands in the dialog, where a person's would. */
export function pagePost() {
  const holder = h('div', { class: 'editorBox' });
  const post = h('button', { type: 'button', class: 'pill', disabled: true }, say('Post'));
  const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', class: 'dialog' },
    h('div', { class: 'dialogTop' },
      h('button', { type: 'button', class: 'header' }, `Acme Labs ${say('Post to Anyone')}`),
      h('button', { type: 'button', class: 'iconButton close', 'aria-label': say('Close') }, icon('M5 5l14 14M19 5L5 19'))),
    holder,
    h('div', { class: 'bar' },
      h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Photo') }, icon(SHAPES.photo)),
      h('div', { class: 'barEnd' }, post)));
  const veil = h('div', { class: 'veil' }, dialog);
  document.body.append(veil);
  const send = () => {
    submit('post', [box.text()]);
    veil.remove();
    toast();
  };
  const box = tiptap(holder, { 'aria-label': say('Text editor for creating content') }, send);
  offWhileBlank(post, box);
  post.addEventListener('click', (event) => acceptsClick(event) && send());
  box.focus();
}

/** A title and a text; Next leads to a dialog with an editor of its own, from which the article is published. */
export function article() {
  const holder = h('div', { class: 'editorBox' });
  const title = h('textarea', { id: 'article-editor-headline__textarea', class: 'line', rows: '1', placeholder: say('Title') });
  title.classList.add('article-editor-headline__textarea');
  const next = h('button', { type: 'button', class: 'pill', disabled: true, onclick: (event) => acceptsClick(event) && share() }, say('Next'));
  next.classList.add('article-editor-nav__publish');
  const page = h('div', { class: 'card' }, h('div', { class: 'dialogTop' }, h('span', { class: 'grow' }, 'Ann Example'), next), title, holder);
  document.querySelector('main').append(page);
  const box = tiptap(holder, { 'aria-label': say('Article editor content'), 'data-test-article-editor-content-textbox': '' }, () => {});
  offWhileBlank(next, box);
  const share = () => {
    const words = h('div', { role: 'textbox', contenteditable: 'true', class: 'box', 'aria-label': say('Tell your network about it') });
    const publish = h('button', {
      type: 'button', class: 'pill', onclick: () => {
        submit('article', [title.value, box.text()].filter(Boolean));
        veil.remove();
        toast();
      },
    }, say('Publish'));
    const veil = h('div', { class: 'veil' }, h('div', { role: 'dialog', 'aria-modal': 'true', class: 'dialog' }, words, h('div', { class: 'bar' }, publish)));
    document.body.append(veil);
  };
}

/** A form of the profile, over the page with the person's name: About with its editor, or the older one with a text area. */
export function profile() {
  document.querySelector('main').prepend(h('h1', {}, 'Ann Example'));
  const save = h('button', { type: 'button', class: 'pill' }, say('Save'));
  const old = location.pathname.includes('/intro/');
  const holder = h('div', { class: 'editorBox' });
  const dialog = h(old ? 'div' : 'dialog', { role: old ? 'dialog' : false, class: 'dialog native', 'aria-label': say('Edit profile') },
    h('div', { class: 'dialogTop' }, h('button', { type: 'button', class: 'iconButton close', 'aria-label': say('Close') }, icon('M5 5l14 14M19 5L5 19'))),
    h('button', { type: 'button', class: 'quiet' }, say('Write with help')),
    old ? bioIn({ 'aria-label': say('Headline') }, save) : holder, h('div', { class: 'bar' }, h('div', { class: 'barEnd' }, save)));
  document.body.append(old ? h('div', { class: 'veil' }, dialog) : dialog);
  if (old) return save.setAttribute('data-view-name', 'profile-form-save');
  dialog.showModal();
  const box = tiptap(holder, { 'aria-label': say('About') }, () => {});
  box.write(savedBio());
  return save.addEventListener('click', (event) => acceptsClick(event) && submit('profile', [box.text()]));
}

/** The comment box of the older page: Quill, and a form around it. */
export function oldComment() {
  const holder = h('div', { class: 'editorBox' });
  const button = h('button', { type: 'submit', class: 'pill', disabled: true }, say('Post'));
  button.classList.add('comments-comment-box__submit-button--cr', 'comments-comment-box__submit-button');
  const form = h('form', { class: 'commentBox' }, holder, h('div', { class: 'commentEnd' },
    h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Emoji') }, icon(SHAPES.smile)), button));
  form.classList.add('comments-comment-box__form');
  const row = h('div', { class: 'commentRow' }, h('span', { class: 'avatar' }), form);
  row.classList.add('comments-comment-box');
  const words = h('p', {}, 'We are looking for two more volunteers for the open day.');
  words.classList.add('update-components-text');
  const update = h('div', { class: 'card' }, h('div', { class: 'name' }, 'Bob Example'), words, row);
  update.classList.add('feed-shared-update-v2');
  document.querySelector('main').append(update);
  const box = quillIn(holder, { 'aria-label': say('Text editor for creating comment') });
  offWhileBlank(button, box);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit('comment', [box.text()]);
    box.clear();
    toast();
  });
  button.addEventListener('click', (event) => { if (!acceptsClick(event)) event.preventDefault(); });
}
