// More of YouTube's replica: the live chat, which stands in a frame, and Studio: title and description with their two buttons, and the channel's own description.
import { SHAPES, acceptsClick, changed, h, icon, replica, savedBio, say, submit, teach, toast } from './replica.js';

teach({
  'Chat…': ['Chatten…', 'Discuter…', 'チャット…', 'دردشة…'],
  Schedule: ['Planen', 'Programmer', '日時指定', 'جدولة'],
  Handle: ['Handle', 'Pseudo', 'ハンドル', 'المعرِّف'],
  'Tell viewers about your channel': ['Erzähle von deinem Kanal', 'Présentez votre chaîne', 'チャンネルについて', 'عرّف المشاهدين بقناتك'],
  Title: ['Titel', 'Titre', 'タイトル', 'العنوان'],
  Description: ['Beschreibung', 'Description', '説明', 'الوصف'],
});

for (const name of [
  'yt-live-chat-text-input-field-renderer', 'ytcp-uploads-dialog', 'ytcp-video-metadata-editor', 'ytcp-social-suggestions-textbox', 'ytcp-button',
  'ytcp-channel-editing-channel-handle',
]) customElements.define(name, class extends HTMLElement {});

/** A bare contenteditable, as Polymer has it. `spy`: this is the one the tests ask about. `written`: what stands in it at first. */
function field({ id, label, spy, tell, written = '' }) {
  let node = null;
  const text = () => written; // kept, as Polymer does: out of sight the node itself has no lines
  const make = (content) => {
    const next = h('div', { id, contenteditable: 'true', role: 'textbox', 'aria-label': say(label), class: 'line written' });
    next.append(...content);
    next.addEventListener('input', () => {
      written = next.innerText.replace(/\n$/, '');
      if (spy) changed(text());
      tell();
    });
    return next;
  };
  node = make(written ? [written] : []);
  const box = h('div', {}, node);
  if (spy) {
    replica.model = text;
    replica.rerender = () => {
      const had = document.activeElement === node;
      const next = make([...node.cloneNode(true).childNodes]);
      node.replaceWith(next);
      node = next;
      if (!had) return;
      node.focus();
      getSelection().selectAllChildren(node);
      getSelection().collapseToEnd();
    };
  }
  const clear = () => {
    node.replaceChildren();
    written = '';
  };
  return { box, text, clear };
}

/** Beside a live video. Enter sends. */
export function chat() {
  const send = () => {
    if (box.text().trim() === '') return;
    submit('live', [box.text()]);
    box.clear();
    tell();
  };
  const button = h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Send'), disabled: true, onclick: (event) => acceptsClick(event) && send() }, icon('M4 4l16 8-16 8 4-8z'));
  const tell = () => { button.disabled = box.text().trim() === ''; };
  const box = field({ id: 'input', label: 'Chat…', spy: true, tell });
  box.box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  return h('yt-live-chat-text-input-field-renderer', {},
    h('div', { class: 'composer' }, h('span', { id: 'author-name', class: 'name' }, 'Ann Example'), h('div', { class: 'grow' }, box.box),
      h('button', { type: 'button', class: 'iconButton', 'aria-label': say('Emoji') }, icon(SHAPES.smile)), h('div', { id: 'send-button' }, button)));
}

/**
 * An upload: title and description on the first of several steps; the last one publishes, and the fields are then out of sight.
 * A video that is published already has one button, which saves.
 */
export function studio() {
  const tell = () => { button.firstChild.disabled = title.text().trim() === '' && description.text().trim() === ''; };
  const title = field({ id: 'textbox', label: 'Title', spy: false, tell });
  const description = field({ id: 'textbox', label: 'Description', spy: true, tell });
  const inner = (word, action) => h('button', { type: 'button', class: 'pill', onclick: (event) => acceptsClick(event) && action() }, say(word));
  const publish = () => {
    submit('post', [title.text(), description.text()].filter(Boolean));
    title.clear();
    description.clear();
    toast();
  };
  const fields = h('ytcp-video-metadata-editor', {},
    h('ytcp-social-suggestions-textbox', { id: 'title-textarea' }, h('div', { class: 'soft' }, say('Title')), title.box),
    h('ytcp-social-suggestions-textbox', { id: 'description-textarea' }, h('div', { class: 'soft' }, say('Description')), description.box));
  const card = (...buttons) => h('div', { class: 'card' }, fields, h('div', { class: 'bar' }, h('div', { class: 'barEnd' }, ...buttons)));
  const done = h('ytcp-button', { id: 'done-button', hidden: true }, inner(location.search.includes('schedule') ? 'Schedule' : 'Publish', publish));
  const edits = location.pathname.endsWith('/edit');
  const button = edits ? h('ytcp-button', { id: 'save' }, inner('Save', publish)) : h('ytcp-button', { id: 'next-button' }, inner('Next', () => {
    fields.hidden = true;
    button.hidden = true;
    done.hidden = false;
  }));
  button.firstChild.disabled = true;
  return edits ? card(button) : h('ytcp-uploads-dialog', {}, card(button, done));
}

/** What a channel says of itself, below its handle. Publish is off until something has changed. */
export function channel() {
  const publish = h('button', {
    type: 'button', class: 'pill', disabled: true, onclick: (event) => {
      if (!acceptsClick(event)) return;
      submit('profile', [description.text()]);
      publish.disabled = true;
    },
  }, say('Publish'));
  const tell = () => { publish.disabled = false; };
  const description = field({ id: 'textbox', label: 'Tell viewers about your channel', spy: true, tell, written: savedBio() });
  const handle = h('input', { class: 'line', 'aria-label': say('Handle') });
  handle.value = 'ann'; // no attribute of it, as Polymer does
  return h('div', { class: 'card' },
    h('div', { class: 'bar' }, h('div', { class: 'barEnd' }, h('ytcp-button', { id: 'publish-button' }, publish))),
    h('ytcp-channel-editing-channel-handle', {}, handle),
    h('ytcp-social-suggestions-textbox', { id: 'description-textbox' }, h('div', { class: 'soft' }, say('Description')), description.box));
}
