/** The toolbar icon of a tab: four states, told apart by shape. */
import { TOOLBAR } from './words/pages';
import type { IconState } from './protocol';

export async function show(tab: number, state: IconState): Promise<void> {
  if (tab < 0) return;
  const path = Object.fromEntries([16, 32].map((size) => [size, chrome.runtime.getURL(`icons/${state}-${size}.png`)]));
  try {
    await chrome.action.setTitle({ tabId: tab, title: TOOLBAR[state] });
    await chrome.action.setIcon({ tabId: tab, path });
  } catch {
    // The tab was closed meanwhile.
  }
}
