// What every replica shares: the window.__replica probe that tests read, labels in five languages, and the caption bar.
import { beHostile, classOf } from './styles.js';
import { say } from './words.js';

export { say, teach } from './words.js';

/** The events a hold may have to stop; the probe notes which of them reach the page, and in which state. */
const GESTURES = [
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click', 'auxclick', 'dblclick',
  'keydown', 'keypress', 'keyup', 'submit',
];

const query = new URLSearchParams(location.search);

/**
 * submitted: every post that left, as {surface, texts}. changes: every text the editor's model went through.
 * events: the gestures that reached the page. model(): the text by the editor's own account. rerender(): replace the editor's node.
 * say(label): an English label in the page's language.
 */
export const replica = {
  submitted: [],
  changes: [],
  events: [],
  model: () => '',
  rerender: () => {},
  say,
};
window.__replica = replica;

for (const type of GESTURES) {
  document.addEventListener(
    type,
    (event) => {
      const target = event.composedPath()[0];
      replica.events.push({
        type,
        key: event.key ?? '',
        trusted: event.isTrusted,
        prevented: event.defaultPrevented,
        onEditor: target instanceof Element && target.closest('[contenteditable="true"], textarea') !== null,
      });
    },
    { capture: true, passive: true },
  );
}

/** Note a text of the model; equal neighbours count once. */
export function changed(text) {
  if (replica.changes.at(-1) !== text) replica.changes.push(text);
}

/** A post leaves: what the real site would send to its server. */
export function submit(surface, texts) {
  replica.submitted.push({ surface, texts });
  document.body.dataset.submitted = String(replica.submitted.length);
}

/** Some sites ignore a click that no person made; `?strict` makes a replica one of them. */
export const acceptsClick = (event) => event.isTrusted || !query.has('strict');

if (query.has('hostile')) beHostile();

if (query.get('theme') === 'dark') document.documentElement.dataset.theme = 'dark';

/** Build a node: `h('div', {role: 'button', onclick: fn, class: 'pill'}, child, 'text')`. Classes are hashed. */
export function h(tag, attributes = {}, ...children) {
  const node = tag === 'svg' || tag === 'path' ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.setAttribute('class', value.split(' ').map(classOf).join(' '));
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

/** A drawn icon, so that a button with it is not text-only. */
export const icon = (shape = 'M4 4h16v16H4z') => h('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, h('path', { d: shape }));

export const SHAPES = {
  photo: 'M3 5h18v14H3zM7 15l3-4 3 3 2-2 3 3z',
  smile: 'M12 3a9 9 0 1 0 .1 0zM8 14c2 3 6 3 8 0z',
  globe: 'M12 3a9 9 0 1 0 .1 0zM3 12h18M12 3v18',
  bubble: 'M4 5h16v11H10l-4 4v-4H4z',
};

/** The bar that says what this page is, with the button that replaces the editor's node. */
export function caption(site) {
  const button = h('button', { type: 'button', class: 'captionButton', 'data-replica': 'rerender' }, 'Re-render the editor');
  // The focus must stay where it is: a real re-render does not take it away either.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => replica.rerender());
  const search = h('form', { role: 'search' }, h('input', { type: 'text', name: 'q', class: 'captionField', placeholder: say('Search') }));
  document.body.append(twin(), h('footer', { class: 'caption' }, `test replica · not ${site}`, button, search));
}

/** Bait: a composer of no size, with something in it and a button beside it, as sites keep them for measuring. */
function twin() {
  return h('div', { class: 'nothing' },
    h('div', { contenteditable: '' }, 'Ring me on 07400 999999'), h('button', { type: 'button' }, say('Reply')));
}

/** What a profile said before: `?bio=`. */
export const savedBio = () => query.get('bio') ?? '';

/** A field of a profile, as a text area with the words that were saved last, and the node that saves it. */
export function bioIn(attributes, saveWith) {
  const make = (value) => {
    const next = h('textarea', { class: 'field', rows: '3', ...attributes });
    next.value = value;
    next.addEventListener('input', () => changed(next.value));
    return next;
  };
  let box = make(savedBio());
  replica.model = () => box.value;
  replica.rerender = () => {
    const had = document.activeElement === box;
    const next = make(box.value);
    box.replaceWith(next);
    box = next;
    if (had) box.focus();
  };
  saveWith.addEventListener('click', (event) => {
    if (acceptsClick(event)) submit('profile', [box.value]);
  });
  return box;
}

/** An invented page: a bio in a dialog, where nobody is known to have seen the site's own. Its buttons are words only. */
export function bioDialog() {
  const button = (word) => h('div', { role: 'button', tabindex: '0', class: 'quiet' }, say(word));
  const save = button('Save');
  const dialog = h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': say('Edit profile'), class: 'dialog' },
    bioIn({ placeholder: say('Bio') }, save), h('div', { class: 'bar' }, button('Cancel'), h('div', { class: 'barEnd' }, save)));
  document.body.append(h('div', { class: 'veil' }, dialog));
}

/** A short notice that the post left; `href`: with the link to it. */
export function toast(href) {
  const note = h('div', { role: 'status', class: 'toast' }, say('Your post was sent.'));
  if (href) note.append(' ', h('a', { href }, say('View')));
  document.body.append(note);
  setTimeout(() => note.remove(), 2500);
}

/** A page's own focus trap: what leaves the dialog is pulled back, as the real sites' modals do. */
export function trapFocus(dialog) {
  const pull = (event) => {
    if (!dialog.isConnected) return document.removeEventListener('focusin', pull);
    if (!event.composedPath().includes(dialog)) dialog.querySelector('[contenteditable="true"], button')?.focus();
  };
  document.addEventListener('focusin', pull);
}
