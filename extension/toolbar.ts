/** The toolbar icon of a tab: four states, told apart by shape. */
import type { IconState } from './protocol';

const TITLES: Record<IconState, string> = {
  checked: 'Forepost: checked',
  look: 'Forepost: something to look at',
  partly: 'Forepost: partly checked',
  off: 'Forepost: not checked here',
};

export async function show(tab: number, state: IconState): Promise<void> {
  if (tab < 0) return;
  const path = Object.fromEntries([16, 32].map((size) => [size, chrome.runtime.getURL(`icons/${state}-${size}.png`)]));
  await chrome.action.setTitle({ tabId: tab, title: TITLES[state] });
  await chrome.action.setIcon({ tabId: tab, path }).catch(() => {}); // the tab was closed meanwhile
}
