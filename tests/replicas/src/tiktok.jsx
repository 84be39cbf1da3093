// Replica of TikTok: a comment that Enter posts, the caption of an upload with its second question, a message as bait (Draft.js), and the profile's dialog.
import { Editor, EditorState, RichUtils } from 'draft-js';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useBio } from './bio.js';
import { SHAPES, acceptsClick, caption, changed, replica, savedBio, say, submit, teach, toast } from './replica.js';
import { classOf as c, dress } from './styles.js';

teach({
  'Add comment…': ['Kommentar hinzufügen…', 'Ajouter un commentaire…', 'コメントを追加…', 'إضافة تعليق…'],
  Name: ['Name', 'Nom', '名前', 'الاسم'],
  Description: ['Beschreibung', 'Description', '説明', 'الوصف'],
  'Post now': ['Jetzt posten', 'Publier maintenant', '今すぐ投稿', 'انشر الآن'],
  'Continue to post?': ['Weiter posten?', 'Continuer à publier ?', '投稿を続けますか？', 'هل تريد متابعة النشر؟'],
});
dress(document, 'tiktok');

const textOf = (state) => state.getCurrentContent().getPlainText('\n');

/** TikTok's class names end in the name of the component. */
const named = (component, look = 'grow') => `css-${c(component)}-${component} ${c(look)}`;

const Icon = ({ shape }) => (
  <svg viewBox="0 0 24 24" className={c('icon')} aria-hidden="true"><path d={shape} /></svg>
);

/** Its buttons are mostly divs. */
function Pressable({ onPress, disabled, children, ...rest }) {
  const press = (event) => !disabled && acceptsClick(event.nativeEvent) && onPress();
  const onKeyDown = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  };
  return <div role="button" tabIndex={0} aria-disabled={disabled} onClick={press} onKeyDown={onKeyDown} {...rest}>{children}</div>;
}

/** The state of one Draft editor, as the tests' probe sees it. */
function useDraft() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  const [generation, setGeneration] = useState(0);
  const text = textOf(state);
  useEffect(() => {
    replica.model = () => text;
    replica.rerender = () => {
      const had = document.activeElement?.closest('.public-DraftEditor-content');
      flushSync(() => setGeneration((before) => before + 1));
      if (had) document.querySelector('.public-DraftEditor-content').focus();
    };
  });
  const onChange = (next) => {
    setState(next);
    changed(textOf(next));
  };
  const clear = () => setState(EditorState.moveFocusToEnd(EditorState.createEmpty()));
  return { editor: { key: generation, editorState: state, onChange, spellCheck: true }, text, clear, state, onChange };
}

/** Enter sends, Shift+Enter is a new line. */
function useSending(surface) {
  const draft = useDraft();
  const disabled = draft.text.trim() === '';
  const send = () => {
    if (disabled) return;
    submit(surface, [draft.text]);
    draft.clear();
    toast();
  };
  const handleReturn = (event) => {
    if (event.shiftKey) draft.onChange(RichUtils.insertSoftNewline(draft.state));
    else send();
    return 'handled';
  };
  return { editor: { ...draft.editor, handleReturn }, disabled, send };
}

function Comment() {
  const { editor: { key, ...editor }, disabled, send } = useSending('comment');
  return (
    <div className={named('DivCommentFooter', 'composer')}>
      <div className={c('grow')} data-e2e="comment-input">
        <div className={c('editorBox')}><Editor key={key} {...editor} ariaLabel={say('Add comment…')} placeholder={say('Add comment…')} /></div>
      </div>
      <Pressable className={c('iconButton')} aria-label={say('Emoji')} onPress={() => {}}><Icon shape={SHAPES.smile} /></Pressable>
      <Pressable className={named('DivPostButton', 'pill')} data-e2e="comment-post" disabled={disabled} onPress={send}>{say('Post')}</Pressable>
    </div>
  );
}

function Upload() {
  const { editor: { key, ...editor }, text, clear } = useDraft();
  const [asking, setAsking] = useState(false);
  const send = () => {
    submit('post', [text]);
    setAsking(false);
    clear();
    toast();
  };
  return (
    <div className={c('card')}>
      <div className={c('name')}>{say('Description')}</div>
      <div data-e2e="caption_container" className={c('box')}>
        <div className={c('editorBox')}><Editor key={key} {...editor} ariaLabel={say('Description')} /></div>
      </div>
      <div className={c('bar')}>
        <button type="button" className={c('quiet')}>{say('Cancel')}</button>
        <button
          type="button" className={c('pill')} data-e2e="post_video_button" disabled={text.trim() === ''}
          onClick={(event) => { if (acceptsClick(event.nativeEvent)) location.search.includes('asks') ? setAsking(true) : send(); }}
        >{say('Post')}</button>
      </div>
      {asking && (
        <div role="dialog" aria-modal="true" className={c('card')}>
          <p>{say('Continue to post?')}</p>
          <button type="button" className={c('pill')} data-replica="now" onClick={send}>{say('Post now')}</button>
        </div>
      )}
    </div>
  );
}

/** The profile's dialog, open. Save is off until something has changed, and closes it. */
function Bio() {
  const { text, key, field } = useBio();
  const [open, setOpen] = useState(true);
  if (!open) return null;
  const save = (event) => {
    if (!acceptsClick(event.nativeEvent)) return;
    submit('profile', [text]);
    setOpen(false);
  };
  return (
    <div role="dialog" aria-modal="true" className={c('dialog')}>
      <div className={c('dialogTop')}>{say('Edit profile')}</div>
      <div data-e2e="edit-profile-name-input"><input className={c('line')} defaultValue="Ann" aria-label={say('Name')} /></div>
      <textarea key={key} className={c('field')} data-e2e="edit-profile-bio-input" placeholder={say('Bio')} {...field} />
      <div className={c('bar')}>
        <button type="button" className={c('quiet')}>{say('Cancel')}</button>
        <button type="button" className={c('pill')} data-e2e="edit-profile-save" disabled={text === savedBio()} onClick={save}>{say('Save')}</button>
      </div>
    </div>
  );
}

/** A private message. Forepost does not read it. */
function Message() {
  const { editor: { key, ...editor }, send } = useSending('message');
  return (
    <div className={named('DivMessageInputAndSendButton', 'composer')}>
      <div className={`${c('editorBox')} ${c('grow')}`}><Editor key={key} {...editor} ariaLabel={say('Message')} /></div>
      <Pressable className={c('iconButton')} data-replica="send" aria-label={say('Send')} onPress={send}><Icon shape="M4 4l16 8-16 8 4-8z" /></Pressable>
    </div>
  );
}

const at = (path) => location.pathname.startsWith(path);
const app = document.createElement('main');
document.body.append(app);
createRoot(app).render(
  <div className={c('shell')}>
    <nav className={c('rail')}><a href="/@ann" data-e2e="nav-profile">Ann</a></nav>
    <div className={c('column')}>
      <div className={c('feedPost')}><span className={c('avatar')} /><div><a href="/@bob">bob</a><div data-e2e="browse-video-desc">A quiet morning at the depot.</div></div></div>
      <div className={c('sheet')}>{at('/tiktokstudio') ? <Upload /> : at('/messages') ? <Message /> : location.pathname === '/@ann' ? <Bio /> : <Comment />}</div>
    </div>
  </div>,
);
caption('TikTok');
