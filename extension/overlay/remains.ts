/** What an older copy of the content script left on the page: in an update, Firefox ends it before it can clear up. */
import { findAll } from '../composer/dom';
import { HIGHLIGHTS } from './underline';

export function clearRemains(): void {
  if (document.readyState === 'loading') return; // the page has just begun: there was no older copy
  for (const host of findAll(document, 'forepost-overlay, forepost-mirror')) host.remove();
  for (const name of HIGHLIGHTS) CSS.highlights.delete(name); // by name: Firefox hands no iterator of the page's to us
}
