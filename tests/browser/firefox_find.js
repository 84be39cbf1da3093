// Finds what a locator of firefox_locator.py speaks of, through open shadow roots, and answers one question about it:
// with a list of one, since the driver answers with nothing where the page goes away meanwhile.
const [steps, question, argument] = arguments;

const within = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((node) => (node.shadowRoot ? within(node.shadowRoot) : []))];
const rootsOf = (node) => [...(node.shadowRoot ? within(node.shadowRoot) : []), ...within(node)];
const seen = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible' && node.getBoundingClientRect().width > 0;
const own = { button: 'button', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]', textbox: 'textarea, input:not([type]), input[type=text]', heading: 'h1, h2, h3', link: 'a[href]', status: 'output', group: 'fieldset', navigation: 'nav', listitem: 'li', article: 'article', main: 'main' };
const trimmed = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

function named(node) {
  const by = node.getAttribute('aria-labelledby');
  const labels = by ? by.split(' ').map((id) => node.getRootNode().getElementById(id)) : [...(node.labels ?? [])];
  return trimmed(node.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map((label) => label?.textContent).join(' ') : node.textContent));
}

function described(node) {
  const by = node.getAttribute('aria-describedby');
  const words = by ? by.split(' ').map((id) => node.getRootNode().getElementById(id)?.textContent).join(' ') : node.getAttribute('aria-description');
  return trimmed(words);
}

function suits(text, { words, exact, source, flags }) {
  if (source !== undefined) return new RegExp(source, flags).test(text);
  return exact ? text === words : text.toLowerCase().includes(words.toLowerCase());
}

function step(nodes, how) {
  if (how.nth !== undefined) return [nodes.at(how.nth)].filter(Boolean);
  const all = (selector) => [...new Set(nodes.flatMap((node) => rootsOf(node).flatMap((root) => [...root.querySelectorAll(selector)])))];
  if (how.says !== undefined) {
    const saying = all('*').filter((node) => !node.matches('script, style') && suits(trimmed(node.textContent), how.says));
    return saying.filter((node) => !saying.some((other) => other !== node && node.contains(other)));
  }
  if (how.label !== undefined) return all('input, select, textarea, [aria-label], [aria-labelledby]').filter((node) => suits(named(node), how.label));
  if (how.role === undefined) {
    const holds = (node) => (!how.holds || suits(trimmed(node.textContent), how.holds)) && (!how.has || how.has.reduce(step, [node]).length > 0);
    return all(how.css).filter((node) => holds(node) && (how.text === undefined || trimmed(node.textContent) === how.text));
  }
  const selector = how.level ? `h${how.level}` : [`[role="${how.role}"]`, own[how.role]].filter(Boolean).join(', ');
  const isOne = (node) => seen(node) && !node.closest('[aria-hidden="true"]') && (node.getAttribute('role') ?? how.role) === how.role;
  return all(selector).filter((node) => isOne(node) && (how.name === null || suits(named(node), how.name)));
}

const found = steps.reduce(step, [document]);
const [first] = found;
const value = () => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(first), 'value');
const wordsOf = (node) => {
  const parts = [...(node.shadowRoot?.children ?? [])].filter((part) => !part.matches('style, template'));
  return parts.length > 0 ? parts.map(wordsOf).join('\n') : (node.innerText ?? node.textContent);
};
const boxOf = ({ x, y, width, height }) => ({ x, y, width, height });
const answers = {
  node: () => first,
  visible: () => seen(first),
  text: () => wordsOf(first),
  content: () => first.textContent,
  focused: () => first.getRootNode().activeElement === first || first.contains(document.activeElement),
  disabled: () => first.disabled === true || first.getAttribute('aria-disabled') === 'true',
  checked: () => first.checked ?? first.getAttribute('aria-checked') === 'true',
  name: () => named(first),
  description: () => described(first),
  editable: () => !(first.disabled || first.readOnly),
  style: () => getComputedStyle(first).getPropertyValue(argument),
  value: () => first.value,
  attribute: () => first.getAttribute(argument),
  focus: () => void first.focus(),
  box: () => boxOf(first.getBoundingClientRect()),
  fill: () => {
    first.focus();
    if (value()) value().set.call(first, argument);
    else first.textContent = argument;
    for (const type of ['input', 'change']) first.dispatchEvent(new InputEvent(type, { bubbles: true }));
  },
  select: () => {
    const isMeant = ({ label, value }) => [label, value].includes(argument);
    first.selectedIndex = [...first.options].findIndex(isMeant);
    for (const type of ['input', 'change']) first.dispatchEvent(new Event(type, { bubbles: true }));
  },
  'partly in view': () => {
    const { top, left, bottom, right } = first.getBoundingClientRect();
    return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  },
  'in view': () => {
    if (document.readyState !== 'complete') return null; // before its style sheets have come, nothing is in its place
    const { top, left, bottom, right } = first.getBoundingClientRect();
    const isInView = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    if (!isInView) first.scrollIntoView({ block: 'center', inline: 'center' });
    return boxOf(first.getBoundingClientRect());
  },
};
if (question === 'count') return [found.length];
if (question === 'texts') return [found.map(wordsOf)];
return [first ? answers[question]() : null];
