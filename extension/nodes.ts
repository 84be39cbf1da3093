/**
 * What a node is, by its own account: one that another document made, as of a page that fills a frame of its own, is of no
 * class that `instanceof` knows here (in Firefox).
 */

const HTML = 'http://www.w3.org/1999/xhtml';

export function isElement(node: EventTarget | null | undefined): node is Element {
  return (node as Node | null | undefined)?.nodeType === Node.ELEMENT_NODE;
}

export function isHtml(node: EventTarget | null | undefined): node is HTMLElement {
  return isElement(node) && node.namespaceURI === HTML;
}

/** `name`: of a tag, as "form". */
export function isTag<Name extends keyof HTMLElementTagNameMap>(
  node: EventTarget | null | undefined,
  name: Name,
): node is HTMLElementTagNameMap[Name] {
  return isHtml(node) && node.localName === name;
}

export function isShadowRoot(node: Node | null | undefined): node is ShadowRoot {
  return node?.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}
