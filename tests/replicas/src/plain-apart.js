// More of the plain replica: boxes that are to be left alone, one of a kind, in one form with a box that is not.
import { changed, h, replica, say, submit, teach } from './replica.js';

teach({ Password: ['Passwort', 'Mot de passe', 'パスワード', 'كلمة المرور'], Code: ['Code', 'Code', 'コード', 'الرمز'] });

const box = (attributes) => h('textarea', { class: 'field', rows: '1', ...attributes });
const line = (attributes) => h('input', { class: 'line', ...attributes });
const editable = (attributes) => h('div', { contenteditable: 'true', role: 'textbox', class: 'box', ...attributes });

/** What people and pages set to keep writing tools away. */
const OPTED_OUT = { 'data-gramm': 'false', 'data-enable-grammarly': 'false', 'data-lt-active': 'false', 'data-ms-editor': 'false', 'data-forepost': 'off' };

/** What a page says of a secret, by the browser's own names and by those that password keepers honour. */
const SECRET = [
  { autocomplete: 'one-time-code' }, { autocomplete: 'current-password' }, { 'data-1p-ignore': '' }, { 'data-lpignore': 'true' },
  { 'data-bwignore': '' }, { 'data-form-type': 'other' },
];

/** Something in a box of its own, perhaps in a shadow root below it. */
const inside = (attributes, className, ...children) => {
  const around = h('div', attributes, ...children);
  if (className) around.classList.add(className);
  return around;
};
const inShadow = (attributes, child) => {
  const around = inside(attributes);
  around.attachShadow({ mode: 'open' }).append(child);
  return around;
};

export function apart() {
  const plain = box({ id: 'notice', rows: '4' });
  plain.addEventListener('input', () => changed(plain.value));
  replica.model = () => plain.value;
  const alone = [
    ...Object.entries(OPTED_OUT).flatMap(([name, value]) => [box({ [name]: value }), inside({ [name]: value }, '', editable({}))]),
    inShadow({ 'data-forepost': 'off' }, editable({})),
    ...SECRET.map(box),
    line({ type: 'password', placeholder: say('Password') }),
    line({ type: 'text', name: 'title', autocomplete: 'one-time-code', placeholder: say('Title') }),
    line({ type: 'text', placeholder: say('Code') }),
    box({ role: 'searchbox' }), box({ placeholder: say('Search') }), inside({ role: 'search' }, '', box({})),
    ...['cm-editor', 'CodeMirror', 'monaco-editor', 'ace_editor'].map((name) => inside({}, name, editable({}))),
    inside({ 'data-language': 'python' }, '', editable({})),
  ];
  const form = h('form', { class: 'card' }, h('label', { for: 'notice' }, say('Your notice')), plain,
    h('button', { type: 'submit', class: 'pill' }, say('Publish')), ...alone.map((each) => h('p', { 'data-replica': 'apart' }, each)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit('post', [plain.value]);
  });
  return form;
}
