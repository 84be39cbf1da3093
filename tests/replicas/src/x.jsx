// Replica of X: home composer, the modal for a post, reply, quote, edit or scheduled post, threads, an article, chat. Draft.js 0.11 in React 18.
import { CompositeDecorator, ContentState, Editor, EditorState } from 'draft-js';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useBio } from './bio.js';
import { SHAPES, acceptsClick, caption, changed, replica, say, submit, teach, toast, trapFocus } from './replica.js';
import { classOf as c, dress } from './styles.js';

teach({
  Schedule: ['Planen', 'Programmer', '予約設定', 'جدولة'],
  Update: ['Aktualisieren', 'Mettre à jour', '更新', 'تحديث'],
  Preview: ['Vorschau', 'Aperçu', 'プレビュー', 'معاينة'],
  'Add a title': ['Titel hinzufügen', 'Ajouter un titre', 'タイトルを追加', 'إضافة عنوان'],
  Publish: ['Veröffentlichen', 'Publier', '公開', 'نشر'],
});
dress(document, 'x');

/** What the modal is opened for: the word on its button, what stands in it, and whether another post is shown. */
const MODALS = {
  '/compose/post': { word: 'Post' },
  '/compose/reply': { word: 'Reply', reply: true },
  '/compose/quote': { word: 'Post', quote: true },
  '/compose/post/schedule': { word: 'Schedule' },
  '/compose/post/edit': { word: 'Update', written: new URLSearchParams(location.search).get('draft') ?? '' },
};

/** Links, mentions and hashtags become elements of their own while you type: text nodes are split and replaced. */
const spots = (pattern) => (block, found) => {
  for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length);
};
const Spot = ({ children }) => <span className={c('link')}>{children}</span>;
const decorator = new CompositeDecorator([
  { strategy: spots(/https?:\/\/[^\s]+/g), component: Spot },
  { strategy: spots(/@\w{1,15}/g), component: Spot },
  { strategy: spots(/#[\p{L}\p{N}_]+/gu), component: Spot },
]);
const empty = () => EditorState.createEmpty(decorator);
const textOf = (state) => state.getCurrentContent().getPlainText('\n');

const Icon = ({ shape }) => (
  <svg viewBox="0 0 24 24" className={c('icon')} aria-hidden="true"><path d={shape} /></svg>
);

function Box({ index, state, onChange, generation }) {
  return (
    <div className={c('editorBox')} data-testid={`tweetTextarea_${index}RichTextInputContainer`}>
      <Editor
        key={generation}
        editorState={state}
        onChange={onChange}
        ariaLabel={say('Post text')}
        ariaMultiline
        placeholder={say('What’s happening?')}
        spellCheck
        webDriverTestID={`tweetTextarea_${index}`}
      />
    </div>
  );
}

/** One composer of the page: the home column's or the modal's. Holds one editor, or several for a thread. */
function Composer({ surface, word = 'Post', written = '', button, canAdd, onSent, children }) {
  const [states, setStates] = useState(() => [written ? EditorState.createWithContent(ContentState.createFromText(written), decorator) : empty()]);
  const [generation, setGeneration] = useState(0);
  const texts = states.map(textOf);
  const disabled = texts.every((text) => text.trim() === '');

  const put = (index, next) => {
    setStates((before) => before.map((state, at) => (at === index ? next : state)));
    changed(texts.map((text, at) => (at === index ? textOf(next) : text)).join('\n---\n'));
  };
  const send = () => {
    if (disabled) return;
    submit(surface, texts.filter((text) => text.trim() !== ''));
    setStates([EditorState.moveFocusToEnd(empty())]);
    toast('/me/status/1861000000000000001');
    onSent?.();
  };
  const onKeys = (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  };

  useEffect(() => {
    replica.model = (index = 0) => texts[index] ?? '';
    replica.rerender = () => {
      const active = document.activeElement?.closest('[data-testid^="tweetTextarea_"]')?.getAttribute('data-testid');
      flushSync(() => setGeneration((before) => before + 1));
      if (active) document.querySelector(`[data-testid="${active}"][contenteditable]`)?.focus();
    };
  });

  return (
    // The key is caught on a parent, before Draft makes a new paragraph of it.
    <div className={c('sheet')} onKeyDownCapture={onKeys}>
      {states.map((state, index) => (
        <div className={c('composer')} key={index}>
          <a role="link" href="/me" aria-label={say('Profile')}><div className={c('avatar')} data-testid="UserAvatar-Container-me" /></a>
          <div className={c('grow')}>
            <Box index={index} state={state} onChange={(next) => put(index, next)} generation={generation} />
          </div>
        </div>
      ))}
      {children}
      <div className={c('bar')} data-testid="toolBar">
        <button type="button" className={c('iconButton')} aria-label={say('Photo')}><Icon shape={SHAPES.photo} /></button>
        <button type="button" className={c('iconButton')} aria-label={say('Emoji')}><Icon shape={SHAPES.smile} /></button>
        <button type="button" className={c('quiet')} aria-label={say('Everyone can reply')}>
          <Icon shape={SHAPES.globe} /> {say('Everyone can reply')}
        </button>
        <div className={c('barEnd')}>
          {canAdd && (
            <button
              type="button" className={c('quiet')} data-testid="addButton" aria-label={say('Add post')} disabled={disabled}
              onClick={() => setStates((before) => [...before, empty()])}
            >+</button>
          )}
          <button
            type="button" className={c('pill')} data-testid={button} aria-disabled={disabled}
            onClick={(event) => acceptsClick(event.nativeEvent) && send()}
          >
            <span>{say(states.length > 1 && word === 'Post' ? 'Post all' : word)}</span>
          </button>
        </div>
      </div>
    </div>
  );
}

const Post = ({ author, handle, children, testid }) => (
  <article className={c('feedPost')} data-testid={testid}>
    <div className={c('avatar')} />
    <div className={c('grow')}>
      <div data-testid="User-Name"><span className={c('name')}>{author}</span> <span className={c('soft')}>@{handle}</span></div>
      <div data-testid="tweetText">{children}</div>
    </div>
  </article>
);

function Modal({ word, written, reply, quote, onClose }) {
  const [veil, setVeil] = useState(null);
  useEffect(() => {
    if (veil) trapFocus(veil);
  }, [veil]);
  return createPortal(
    <div className={c('veil')}>
      <div ref={setVeil} className={c('dialog')} role="dialog" aria-modal="true" aria-label={say(word)}>
        <div className={c('dialogTop')}>
          <button type="button" className={`${c('quiet')} ${c('close')}`} aria-label={say('Close')} onClick={onClose}>✕</button>
        </div>
        {reply && <Post author="Bob Example" handle="bob" testid="tweet">How did the visit to the depot go?</Post>}
        <Composer surface={reply ? 'reply' : 'post'} word={word} written={written} button="tweetButton" canAdd onSent={onClose}>
          {quote && <div data-testid="attachments"><Post author="Bob Example" handle="bob" testid="tweet">How did the visit to the depot go?</Post></div>}
        </Composer>
      </div>
    </div>,
    document.body,
  );
}

/** The chat's box: a private message. Forepost does not read it. */
function Chat() {
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim() === '') return;
    submit('message', [text]);
    setText('');
  };
  useEffect(() => {
    replica.model = () => text;
  });
  return (
    <div className={c('card')}>
      <textarea
        className={c('field')} data-testid="dm-composer-textarea" aria-label={say('Write a message')} value={text}
        onChange={(event) => { setText(event.target.value); changed(event.target.value); }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="button" className={c('pill')} data-testid="dm-composer-send-button" onClick={send}>{say('Send')}</button>
    </div>
  );
}

/** The older chat, in Draft.js. Public code knows its name on the box itself, and on what is around it. */
function OldChat() {
  const [state, setState] = useState(empty);
  const [generation, setGeneration] = useState(0);
  const text = textOf(state);
  const send = () => {
    if (text.trim() === '') return;
    submit('message', [text]);
    setState(EditorState.moveFocusToEnd(empty()));
  };
  useEffect(() => {
    replica.model = () => text;
    replica.rerender = () => {
      const had = document.activeElement?.closest('.public-DraftEditor-content');
      flushSync(() => setGeneration((before) => before + 1));
      if (had) document.querySelector('.public-DraftEditor-content').focus();
    };
  });
  const onKeys = (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  };
  return (
    <div className={c('card')} onKeyDownCapture={onKeys}>
      <div className={c('field')} data-testid="dmComposerTextInput">
        <Editor
          key={generation} editorState={state} webDriverTestID="dmComposerTextInput" ariaLabel={say('Write a message')}
          onChange={(next) => { setState(next); changed(textOf(next)); }}
        />
      </div>
      <button type="button" className={c('pill')} data-testid="dmComposerSendButton" onClick={send}>{say('Send')}</button>
    </div>
  );
}

/** An article: a title and a text, and a second question before it is published. */
function Article() {
  const [title, setTitle] = useState('');
  const [state, setState] = useState(empty);
  const [generation, setGeneration] = useState(0);
  const [asking, setAsking] = useState(false);
  const text = textOf(state);
  useEffect(() => {
    replica.model = () => text;
    replica.rerender = () => {
      const had = document.activeElement?.closest('.public-DraftEditor-content');
      flushSync(() => setGeneration((before) => before + 1));
      if (had) document.querySelector('.public-DraftEditor-content').focus();
    };
  });
  const publish = () => {
    submit('article', [title, text].filter(Boolean));
    setAsking(false);
    toast();
  };
  return (
    <div className={c('sheet')}>
      <div className={c('bar')}>
        <div className={c('barEnd')}>
          <button type="button" className={c('quiet')}>{say('Preview')}</button>
          <button type="button" className={c('pill')} data-replica="publish" disabled={text.trim() === ''} onClick={(event) => acceptsClick(event.nativeEvent) && setAsking(true)}>{say('Publish')}</button>
        </div>
      </div>
      <textarea className={c('line')} rows={1} placeholder={say('Add a title')} value={title} onChange={(event) => setTitle(event.target.value)} />
      <div className={c('editorBox')}>
        <Editor key={generation} editorState={state} onChange={(next) => { setState(next); changed(textOf(next)); }} ariaLabel="composer" spellCheck />
      </div>
      {asking && (
        <div role="dialog" aria-modal="true" className={c('card')}>
          <button type="button" className={c('pill')} onClick={publish}>{say('Publish')}</button>
        </div>
      )}
    </div>
  );
}

/** The profile's form, with the bio as it was saved last. */
function Bio({ onClose }) {
  const { text, key, field } = useBio();
  return createPortal(
    <div className={c('veil')}>
      <div className={c('dialog')} role="dialog" aria-modal="true" aria-label={say('Edit profile')}>
        <div className={c('dialogTop')}>
          <button type="button" className={`${c('quiet')} ${c('close')}`} aria-label={say('Close')} onClick={onClose}>✕</button>
          <button
            type="button" className={c('pill')} data-testid="Profile_Save_Button"
            onClick={(event) => { if (acceptsClick(event.nativeEvent)) { submit('profile', [text]); onClose(); } }}
          >{say('Save')}</button>
        </div>
        <textarea key={key} className={c('field')} name="description" rows={3} aria-label={say('Bio')} {...field} />
      </div>
    </div>,
    document.body,
  );
}

function Page() {
  const [path, setPath] = useState(location.pathname);
  const go = (next) => { history.pushState(null, '', next + location.search); setPath(next); };
  useEffect(() => {
    const back = () => setPath(location.pathname);
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const modal = MODALS[path];
  const column = path.startsWith('/messages') ? (path === '/messages/older' ? <OldChat /> : <Chat />) : path.startsWith('/compose/articles/') ? <Article /> : !modal && <Composer surface="post" button="tweetButtonInline" />;
  return (
    <div className={c('shell')}>
      <nav className={c('rail')}>
        <a href="/home">{say('Home')}</a>
        <a href="/messages">{say('Messages')}</a>
        <a href="/me" data-testid="AppTabBar_Profile_Link">{say('Profile')}</a>
        <button type="button" className={c('pill')} data-testid="SideNav_NewTweet_Button" onClick={() => go('/compose/post')}>{say('Post')}</button>
      </nav>
      <main className={c('column')} data-testid="primaryColumn">
        <div className={c('top')}>{say(path.startsWith('/messages') ? 'Messages' : 'Home')}</div>
        {column}
        <Post author="Bob Example" handle="bob">A quiet morning at the depot. #trains</Post>
        <Post author="Carol Example" handle="carol">The canal path is open again from Saturday.</Post>
      </main>
      {modal && <Modal {...modal} onClose={() => go('/home')} />}
      {path === '/settings/profile' && <Bio onClose={() => go('/home')} />}
    </div>
  );
}

const root = document.createElement('div');
root.id = 'react-root';
document.body.append(root);
createRoot(root).render(<Page />);
caption('X');
