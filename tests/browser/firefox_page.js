// Finds what a locator of firefox_page.py speaks of, through open shadow roots, and answers one question about it.
const [steps, question, argument] = arguments;

const within = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((node) => (node.shadowRoot ? within(node.shadowRoot) : []))];
const rootsOf = (node) => [...(node.shadowRoot ? within(node.shadowRoot) : []), ...within(node)];
const seen = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible' && node.getBoundingClientRect().width > 0;
const own = { button: 'button', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]', textbox: 'textarea, input:not([type])', heading: 'h1, h2, h3' };
const trimmed = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

function named(node) {
  const by = node.getAttribute('aria-labelledby');
  const labels = by ? by.split(' ').map((id) => node.getRootNode().getElementById(id)) : [...(node.labels ?? [])];
  return trimmed(node.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map((label) => label?.textContent).join(' ') : node.textContent));
}

function suits(text, { words, exact, source, flags }) {
  if (source !== undefined) return new RegExp(source, flags).test(text);
  return exact ? text === words : text.toLowerCase().includes(words.toLowerCase());
}

function step(nodes, how) {
  if (how.nth !== undefined) return [nodes.at(how.nth)].filter(Boolean);
  const all = (selector) => [...new Set(nodes.flatMap((node) => rootsOf(node).flatMap((root) => [...root.querySelectorAll(selector)])))];
  if (how.role === undefined) return all(how.css).filter((node) => how.text === undefined || trimmed(node.textContent) === how.text);
  const selector = [`[role="${how.role}"]`, own[how.role]].filter(Boolean).join(', ');
  return all(selector).filter((node) => seen(node) && (how.name === null || suits(named(node), how.name)));
}

const found = steps.reduce(step, [document]);
const [first] = found;
const answers = {
  count: () => found.length,
  visible: () => seen(first),
  text: () => first.innerText ?? first.textContent,
  focused: () => first.getRootNode().activeElement === first || first.contains(document.activeElement),
  disabled: () => first.disabled === true || first.getAttribute('aria-disabled') === 'true',
  name: () => named(first),
  attribute: () => first.getAttribute(argument),
  focus: () => void first.focus(),
  script: () => (0, eval)(`(${argument})`)(first) ?? null,
  press: () => void first.click(),
  middle: () => {
    let box = first.getBoundingClientRect();
    const isInView = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    if (!isInView) first.scrollIntoView({ block: 'center', inline: 'center' });
    box = first.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  },
};
return question === 'count' ? found.length : first ? answers[question]() : null;
