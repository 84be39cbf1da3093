// Replica of any site nobody described: a React textarea in a form, and a bare contenteditable. Only the generic fallback protects here.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { apart } from './plain-apart.js';
import { acceptsClick, caption, changed, h, replica, say, submit, teach, toast } from './replica.js';
import { classOf as c, dress } from './styles.js';

teach({ Title: ['Titel', 'Titre', 'タイトル', 'العنوان'], 'Your name': ['Dein Name', 'Votre nom', 'お名前', 'اسمك'] });
dress(document, 'plain');

/** A controlled textarea: React owns the value and refuses one set behind its back. `titled`: with two lines above it. */
function Form({ titled }) {
  const [text, setText] = useState('');
  const [title, setTitle] = useState(new URLSearchParams(location.search).get('line') ?? '');
  const [generation, setGeneration] = useState(0);
  useEffect(() => {
    replica.model = () => text;
    replica.rerender = () => {
      const had = document.activeElement?.tagName === 'TEXTAREA';
      flushSync(() => setGeneration((before) => before + 1));
      if (!had) return;
      const box = document.querySelector('textarea');
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    };
  });
  const send = (event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    submit('post', title ? [title, text] : [text]);
    setText('');
    setTitle('');
    toast();
  };
  return (
    <form className={c('card')} onSubmit={send}>
      {titled && (
        <>
          <input type="text" name="author" className={c('line')} placeholder={say('Your name')} />
          <label htmlFor="heading">{say('Title')}</label>
          <input id="heading" className={c('line')} value={title} onChange={(event) => setTitle(event.target.value)} />
        </>
      )}
      <label htmlFor="notice">{say('Your notice')}</label>
      <textarea
        key={generation} id="notice" className={c('field')} rows={5} value={text}
        onChange={(event) => { setText(event.target.value); changed(event.target.value); }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form.requestSubmit();
        }}
      />
      <button className={c('pill')} type="submit">{say('Publish')}</button>
    </form>
  );
}

/** No framework, no library: what the browser itself makes of a contenteditable. */
function editable() {
  let box = null;
  const text = () => box.innerText.replace(/\n$/, '');
  const make = (html) => {
    const next = h('div', { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('Your notice'), class: 'box' });
    next.append(...html);
    next.addEventListener('input', () => changed(text()));
    next.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      send();
    });
    return next;
  };
  const send = () => {
    if (text().trim() === '') return;
    submit('post', [text()]);
    box.replaceChildren();
    toast();
  };
  box = make([]);
  const share = h('button', { type: 'button', class: 'pill' }, say('Share'));
  // `?on=mousedown,click`: the events at which it posts. Who does it by hand may post at the first of a press.
  const events = (new URLSearchParams(location.search).get('on') ?? 'click').split(',');
  for (const type of events) share.addEventListener(type, (event) => acceptsClick(event) && send());
  const card = h('div', { class: 'card' }, h('div', { class: 'name' }, say('Your notice')), box);
  card.append(
    h('div', { class: 'bar' }, h('div', { class: 'barEnd' },
      share)),
  );
  replica.model = text;
  replica.rerender = () => {
    const had = document.activeElement === box;
    const next = make([...box.cloneNode(true).childNodes]);
    box.replaceWith(next);
    box = next;
    if (!had) return;
    box.focus();
    getSelection().selectAllChildren(box);
    getSelection().collapseToEnd();
  };
  return card;
}

const root = h('main', {});
document.body.append(h('div', { class: 'top' }, 'Village notice board'), root);
if (location.pathname.startsWith('/editable')) root.append(editable());
else if (location.pathname.startsWith('/apart')) root.append(apart());
else if (location.pathname.startsWith('/blank')) {
  // A frame without an address of its own: what stands in it was put there by this page. `?later`: once it has loaded.
  const put = () => {
    const frame = h('iframe', { class: 'frame', title: say('Your notice') });
    root.append(frame);
    frame.contentDocument.body.append(editable());
  };
  if (location.search === '?later') addEventListener('load', () => setTimeout(put, 300));
  else put();
}
else createRoot(root).render(<Form titled={location.pathname.startsWith('/titled')} />);
caption('a real site');
