/** Building nodes without markup: createElement and textContent only, so that Trusted Types pages accept them. */

type Child = Node | string | null;

interface Attributes {
  class?: string;
  [name: string]: string | number | boolean | undefined;
}

/** An HTML element. An attribute that is `undefined` or `false` is left out; `true` stands without a value. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  for (const child of children) if (child !== null && child !== '') element.append(child);
  return element;
}

/** An SVG element; presentation is left to the style sheet. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Node[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A push button. `emphasis`: 'go' is the way we suggest, 'link' is quiet. */
export function button(label: string, emphasis: 'go' | 'plain' | 'link', press: () => void): HTMLButtonElement {
  const node = el('button', { type: 'button', class: `b ${emphasis}` }, label);
  node.addEventListener('click', press);
  return node;
}

/** The cross in the corner. `label`: what it is called, and does. */
export function closeButton(label: string, press: () => void): HTMLButtonElement {
  const node = button('', 'link', press);
  node.className = 'b icon';
  node.setAttribute('aria-label', label);
  node.append(svg('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, svg('path', { d: 'M2.5 2.5l9 9m0-9l-9 9' })));
  return node;
}

/** Paint a part anew. The focus that was on one of its controls is on the same one again, or, where that is gone, where `otherwise` puts it. */
export function paintAnew(part: HTMLElement, paint: () => void, otherwise: () => void): void {
  const called = ({ textContent, ariaLabel }: Element) => `${textContent}${ariaLabel}`;
  const had = part.querySelector<HTMLElement>(':focus');
  paint();
  if (!had || had.matches(':focus')) return;
  const same = part.contains(had) ? had : [...part.querySelectorAll('button')].find((one) => called(one) === called(had));
  if (same) same.focus({ preventScroll: true });
  else otherwise();
}

/** Puts a part of the overlay to a place in the viewport (CSS pixels). `zero`: where (0, 0) of the overlay lies in it. */
export function moveTo({ style }: HTMLElement, left: number, top: number, zero: { x: number; y: number }): void {
  const x = `${Math.round(left - zero.x)}px`;
  const y = `${Math.round(top - zero.y)}px`;
  // Set to what they are, even these would make the browser paint all underlined text again.
  if (style.left !== x) style.left = x;
  if (style.top !== y) style.top = y;
}

/** Give `text` to the clipboard. Where the page's policy refuses, a selection inside our own root is copied. */
export async function copyText(text: string, inside: ParentNode): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = el('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: -1 });
    field.value = text;
    inside.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}
