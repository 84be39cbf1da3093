/**
 * The shape of a composer with every word taken out, for reporting that a site has changed.
 *
 * What survives: tags, attribute names, and values that are structure (roles, states, test ids, class names). A part of
 * an identifier that also stands anywhere in the page as text, label or address is taken out too, unless it is one
 * of the plain interface words below: a test id may end in the account's own name.
 */
import { isElement, isShadowRoot, isTag } from '../nodes';

const UP = 10; // ancestors looked through for the box that holds composer and buttons
const LINES = 600;

/** Attributes whose value is a plain state: kept when it is one short word or a small number. */
const STATES = new Set(
  'role type contenteditable tabindex dir hidden disabled spellcheck aria-multiline aria-haspopup aria-expanded aria-disabled aria-hidden aria-modal aria-autocomplete aria-pressed aria-selected'.split(
    ' ',
  ),
);
/** Attributes whose value is an identifier: kept without what may be personal. */
const IDENTIFIERS =
  /^(id|name|for|slot|componentkey|aria-(labelledby|describedby|controls|owns)|data-(testid|test-id|test|e2e|tid|cy|qa|control-name|icon)|data-test-.*)$/;
/** Attributes with words for people: only their length is told. */
const WORDED = new Set(
  'aria-label aria-description aria-placeholder aria-valuetext aria-roledescription title alt placeholder value data-placeholder'.split(
    ' ',
  ),
);
/** Interface words that may stay although the page shows them as text. */
const PLAIN = new Set(
  `account action actions add app area article attach audience author avatar bar body bottom box btn button buttons caption card cell chat
  close column comment comments compose composer container content control controls counter create dialog draft draftjs dropdown edit editable editor emoji
  field file focus foot footer form frame gif group header home icon image inline input inner interop item label layer layers layout left lexical link list main
  media menu message messages modal nav navigation new notranslate outer outlet page pane panel photo picker placeholder poll popup post posts primary profile
  progress prosemirror public publish quill quote range reply rich right root row save schedule scroll search section send share shadow shadowdom side span state status
  submit switcher tab text textarea textbox textfield thread tiptap title toggle toolbar tools top tweet tweets upload user video view visibility wrap wrapper write`.split(
    /\s+/,
  ),
);

/** The structure around `composer`, up to `root` (its document), as indented lines. No word of text is in it. */
export function structureOf(root: Document, composer: Element): string {
  const page = wordsOf(root);
  const box = boxAround(composer);
  const above: Element[] = [];
  for (let element = parentOf(box); element; element = parentOf(element)) above.unshift(element);
  const lines = above.map((element, depth) => `${'  '.repeat(depth)}${tagOf(element, page)}`);
  describe(box, above.length, composer, page, lines);
  return fold(lines).slice(0, LINES).join('\n');
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}

/** The dialog of the composer, or the nearest ancestor that has a button outside the composer. */
function boxAround(composer: Element): Element {
  let element: Element = composer;
  for (let step = 0; step < UP; step++) {
    const parent = parentOf(element);
    if (!parent || parent === document.body) break;
    element = parent;
    if (element.matches('dialog, [role="dialog"]')) return element;
    if (element.querySelector('button, [role="button"], [type="submit"]')) return parentOf(element) ?? element;
  }
  return element;
}

function describe(element: Element, depth: number, composer: Element, page: Set<string>, lines: string[]): void {
  const indent = '  '.repeat(depth);
  lines.push(`${indent}${tagOf(element, page)}${element === composer ? '   <-- composer' : ''}`);
  if (/^(script|style|template|iframe)$/i.test(element.localName)) return;
  if (element.shadowRoot) {
    lines.push(`${indent}  #shadow-root`);
    for (const child of element.shadowRoot.children) describe(child, depth + 2, composer, page, lines);
  }
  for (const child of element.childNodes) {
    if (isElement(child)) describe(child, depth + 1, composer, page, lines);
    else if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) lines.push(`${indent}  ${lengthOf(child.textContent.trim())}`);
  }
}

function tagOf(element: Element, page: Set<string>): string {
  const attributes = [...element.attributes].map((attribute) => attributeOf(attribute, page)).filter((text) => text !== '');
  return `<${[element.localName, ...attributes].join(' ')}>`;
}

function attributeOf({ name, value }: Attr, page: Set<string>): string {
  if (name === 'style' || !/^[a-z][a-z0-9-]*$/.test(name)) return '';
  if (STATES.has(name)) return /^(-?\d{1,2}|[a-z-]{0,20})$/.test(value) ? `${name}="${value}"` : `${name}="…"`;
  if (name === 'class') return classOf(value, page);
  if (IDENTIFIERS.test(name)) return `${name}="${identifierOf(value, page)}"`;
  if (WORDED.has(name)) return `${name}="${lengthOf(value)}"`;
  return identifierOf(name, page); // of everything else only that it is there
}

/** Class names made by hand are kept, those made by machines are counted. */
function classOf(value: string, page: Set<string>): string {
  const tokens = value.split(/\s+/).filter((token) => token !== '');
  const kept = tokens.filter((token) => /^[A-Za-z]+([-_]+[A-Za-z]+)*$/.test(token) && token.length > 3).slice(0, 6);
  const rest = tokens.length - kept.length;
  const shown = [...kept.map((token) => identifierOf(token, page)), ...(rest > 0 ? [`+${rest}`] : [])];
  return shown.length > 0 ? `class="${shown.join(' ')}"` : '';
}

/** Numbers become #; words that the page shows as text become …; after "user…container" everything goes. */
function identifierOf(value: string, page: Set<string>): string {
  const chunks = value.replace(/(user\w*-container-).*/i, '$1…').split(/([^A-Za-z0-9]+)/);
  const shown = chunks.map((chunk) => {
    if (!/[A-Za-z0-9]/.test(chunk)) return /^[-_:.#/ …]*$/.test(chunk) ? chunk : '…';
    if (isPersonal(chunk, page)) return '…';
    return chunk.replace(/\d{3,}/g, '#').replace(/[A-Z]?[a-z]+|[A-Z]+/g, (word) => (isPersonal(word, page) ? '…' : word));
  });
  return shown.join('').slice(0, 80);
}

function isPersonal(word: string, page: Set<string>): boolean {
  const lower = word.toLowerCase();
  return !PLAIN.has(lower) && (page.has(lower) || word.length > 40);
}

const lengthOf = (text: string) => `…(${text.length})`;

/** Every word the page shows or names: texts, labels, field values, addresses. Lower case. */
function wordsOf(root: Document | ShadowRoot): Set<string> {
  const words = new Set<string>();
  const take = (text: string | null) => {
    for (const [word] of (text ?? '').matchAll(/[\p{L}\p{M}]+/gu)) words.add(word.toLowerCase());
  };
  const walk = (tree: Document | ShadowRoot) => {
    take(tree instanceof Document ? tree.documentElement.textContent : tree.textContent);
    for (const element of tree.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) if (WORDED.has(name) || name === 'href' || name === 'src') take(value);
      if (isTag(element, 'input') || isTag(element, 'textarea')) take(element.value);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(root);
  return words;
}

/** Equal neighbours are told once, with their number. */
function fold(lines: string[]): string[] {
  const folded: { line: string; times: number }[] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    if (last?.line === line) last.times++;
    else folded.push({ line, times: 1 });
  }
  return folded.map(({ line, times }) => (times > 1 ? `${line} ×${times}` : line));
}
