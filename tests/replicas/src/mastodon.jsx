// Replica of Mastodon: the compose form with its React text area and content warning, as a post, a reply and a private mention.
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { SHAPES, acceptsClick, bioIn, caption, changed, h, replica, say, submit, teach, toast } from './replica.js';
import { classOf as c, dress } from './styles.js';

teach({
  'Edit bio': ['Bio bearbeiten', 'Modifier la bio', '自己紹介を編集', 'تعديل النبذة'],
  'Save changes': ['Änderungen speichern', 'Enregistrer les modifications', '変更を保存', 'حفظ التغييرات'],
  'New post': ['Neuer Beitrag', 'Nouveau message', '新しい投稿', 'منشور جديد'],
  'What’s on your mind?': ['Was gibt’s Neues?', 'Qu’avez-vous en tête ?', '今なにしてる？', 'فيمَ تُفكّر؟'],
  'Content warning': ['Inhaltswarnung', 'Avertissement de contenu', '閲覧注意', 'تحذير من المحتوى'],
  Public: ['Öffentlich', 'Public', '公開', 'للعامة'],
  Update: ['Aktualisieren', 'Mettre à jour', '更新', 'تحديث'],
  'Private mention': ['Private Erwähnung', 'Mention privée', '非公開の返信', 'إشارة خاصة'],
});
dress(document, 'mastodon');

const reply = location.pathname.startsWith('/reply');
const edit = location.search.includes('edit'); // a published post opened again
const mention = location.pathname.startsWith('/mention');
// A flavour of Mastodon with a second button and a key of its own, for posting to fewer people.
const glitch = location.search.includes('glitch');

// The real classes stay: Mastodon does not hash them.
const Icon = ({ id, shape }) => (
  <svg viewBox="0 0 24 24" className={`icon icon-${id} ${c('icon')}`} aria-hidden="true"><path d={shape} /></svg>
);

function Compose() {
  const [text, setText] = useState('');
  const [warning, setWarning] = useState(new URLSearchParams(location.search).get('line') ?? '');
  const [warns, setWarns] = useState(reply || mention || location.search.includes('warning'));
  const [generation, setGeneration] = useState(0);
  const form = useRef(null);
  const box = useRef(null);

  const send = (way = 'post') => {
    // The real form reads the text area itself, for the sake of extensions that change it.
    const value = box.current.value;
    if (value.trim() === '') return;
    submit(mention ? 'message' : way, warning ? [warning, value] : [value]);
    setText('');
    setWarning('');
    box.current.focus();
    toast();
  };
  const onKeys = (event) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) send();
    else if (glitch && event.altKey) send('to followers');
    else if (event.target.id === 'cw-spoiler-input') {
      event.preventDefault();
      box.current.focus();
    }
  };

  // A draft of last time comes back, after the page is there.
  useEffect(() => {
    const kept = new URLSearchParams(location.search).get('draft');
    if (!kept) return;
    box.current.focus();
    setTimeout(() => { setText(kept); changed(kept); }, 300);
  }, []);
  useEffect(() => {
    if (location.pathname === '/profile/edit') return;
    replica.model = () => text;
    replica.rerender = () => {
      const had = document.activeElement === box.current;
      flushSync(() => setGeneration((before) => before + 1));
      if (!had) return;
      box.current.focus();
      box.current.setSelectionRange(box.current.value.length, box.current.value.length);
    };
  });

  return (
    <form
      ref={form} className="compose-form" role="region" aria-label={say('New post')}
      onSubmit={(event) => { event.preventDefault(); send(); }}
    >
      {reply && (
        <div className="reply-indicator">
          <a className="detailed-status__display-name" href="/@bob"><span className="display-name__account">@bob</span></a>
          <div className="reply-indicator__content">How did the visit to the depot go?</div>
        </div>
      )}
      <div className="navigation-bar">
        <div className={`account ${c('composer')}`}>
          <span className={c('avatar')} />
          <span className="display-name"><b>Ann Example</b> <span className={`display-name__account ${c('soft')}`}>@ann</span></span>
        </div>
      </div>
      <div className="compose-form__highlightable">
        {edit && (
          <div className="edit-indicator">
            <button type="button" className={`icon-button ${c('iconButton')}`} aria-label={say('Cancel')} onClick={() => { setText(''); changed(''); }}>
              <Icon id="close" shape="M5 5l14 14M19 5L5 19" />
            </button>
          </div>
        )}
        <div className={`compose-form__dropdowns ${c('bar')}`}>
          <button type="button" className={`dropdown-button ${c('quiet')}`}>
            {mention ? <Icon id="at" shape={SHAPES.smile} /> : <Icon id="globe" shape={SHAPES.globe} />}
            <span className="dropdown-button__label">{say(mention ? 'Private mention' : 'Public')}</span>
          </button>
          <button type="button" className={`dropdown-button ${c('quiet')}`}><span className="dropdown-button__label">English</span></button>
        </div>
        {warns && (
          <div className="spoiler-input">
            <input
              id="cw-spoiler-input" type="text" className={`spoiler-input__input ${c('line')}`} placeholder={say('Content warning')} value={warning}
              onChange={(event) => setWarning(event.target.value)} onKeyDown={onKeys}
            />
          </div>
        )}
        <div className="autosuggest-textarea compose-form__input">
          <textarea
            key={generation} ref={box} className={`autosuggest-textarea__textarea ${c('field')}`} rows={4} dir="auto" value={text}
            aria-label={say('What’s on your mind?')} placeholder={say('What’s on your mind?')}
            onChange={(event) => { setText(event.target.value); changed(event.target.value); }} onKeyDown={onKeys}
          />
        </div>
        <div className={`compose-form__footer ${c('bar')}`}>
          <button type="button" className={c('iconButton')} aria-label={say('Photo')}><Icon id="photo" shape={SHAPES.photo} /></button>
          <button type="button" className={c('quiet')} aria-pressed={warns} onClick={() => setWarns(!warns)}>CW</button>
          <span className={`character-counter ${c('barEnd')}`}>{500 - text.length}</span>
          <div className="compose-form__submit">
            {glitch && <button type="button" className={c('quiet')} disabled={text.trim() === ''} onClick={() => send('to followers')}><Icon id="lock" shape={SHAPES.smile} /></button>}
            <button
              className={`button button--compact ${c('pill')}`} type="submit" disabled={text.trim() === ''}
              onClick={(event) => { if (!acceptsClick(event.nativeEvent)) event.preventDefault(); }}
            >{say(edit ? 'Update' : reply ? 'Reply' : 'Post')}</button>
          </div>
        </div>
      </div>
    </form>
  );
}

/** The profile, in the settings: a page of its own that the server made, with nobody's name on it but in this form. */
function settings() {
  const save = h('button', { type: 'submit', class: 'pill' }, say('Save changes'));
  const form = h('form', { id: 'edit_profile', class: 'card' },
    h('input', { type: 'text', class: 'line', name: 'account[display_name]', 'data-default': 'ann', value: 'Ann Example' }),
    bioIn({ name: 'account[note]', id: 'account_note' }, save), save);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.body.append(h('main', {}, form));
}

/** The newer dialog over the app. */
function bioModal() {
  const save = h('button', { type: 'button', class: 'pill' }, say('Save'));
  save.classList.add('button');
  const cancel = h('button', { type: 'button', class: 'quiet' }, say('Cancel'));
  cancel.classList.add('link-button');
  const actions = h('div', { class: 'bar' }, cancel, save);
  actions.classList.add('safety-action-modal__actions');
  const modal = h('div', { class: 'dialog' }, h('h1', { id: 'bio-title' }, say('Edit bio')), bioIn({ 'aria-labelledby': 'bio-title' }, save), actions);
  modal.classList.add('modal-root__modal', 'safety-action-modal');
  document.body.append(h('div', { class: 'veil' }, modal));
}

const app = document.createElement('div');
app.id = 'mastodon';
app.className = 'notranslate app-holder';
document.body.className = 'app-body';
const atSettings = location.pathname.startsWith('/settings/');
if (!atSettings) document.body.append(app, h('script', { id: 'initial-state', type: 'application/json' }));
if (!atSettings) createRoot(app).render(
  <div className={c('shell')}>
    <div className={c('rail')}><input type="search" className={c('line')} placeholder={say('Search')} /></div>
    <main className={c('column')}>
      <div className={c('sheet')}><Compose /></div>
      <article className={`status ${c('feedPost')}`}>
        <span className={c('avatar')} />
        <div><span className="display-name__account">@bob</span><p>The market is back on Thursday.</p></div>
      </article>
    </main>
  </div>,
);
if (atSettings) settings();
else if (location.pathname === '/profile/edit') bioModal();
caption('Mastodon');
