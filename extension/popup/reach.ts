/** What Forepost may do on the page the popup was opened over, and which site that page is by its own signs. */
import sites from 'virtual:sites';
import { named, ownPattern, patternOf } from '../origins';

/** The page under the popup. Its address is known through `activeTab`. */
export interface Tab {
  id: number;
  host: string;
  /** The pattern of its host, as a person adds it. */
  pattern: string;
}

export type Reach =
  /** It is read. `added`: because the person added it. */
  | { kind: 'read'; added: boolean }
  /** A site of ours that the browser does not let us read, at first or any more. */
  | { kind: 'withheld'; pattern: string }
  /** None of ours; it can be added. `looksLike`: the name of what it is, as "Mastodon". */
  | { kind: 'offered'; looksLike: string | null };

export async function activeTab(): Promise<Tab | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url || tab.id === undefined || !/^https?:/.test(tab.url)) return null;
  return { id: tab.id, host: new URL(tab.url).hostname, pattern: patternOf(tab.url) };
}

export async function reachOf(tab: Tab): Promise<Reach> {
  const own = ownPattern(tab.host, named());
  if (own !== null) return (await allows(tab.pattern)) ? { kind: 'read', added: false } : { kind: 'withheld', pattern: own };
  const { added } = await chrome.storage.local.get<{ added?: string[] }>('added');
  if (added?.includes(tab.pattern) && (await allows(tab.pattern))) return { kind: 'read', added: true };
  return { kind: 'offered', looksLike: await looksLike(tab.id) };
}

function allows(pattern: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [pattern] });
}

/** The name of the site whose signs all stand on the page. Looked for only because the person opened the popup there. */
async function looksLike(tab: number): Promise<string | null> {
  const known = sites.flatMap(({ anywhere }) => (anywhere ? [anywhere] : []));
  const signs = known.map((one) => one.signs);
  try {
    const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab }, args: [signs], func: placeOfSigns });
    return known[answer?.result ?? -1]?.name ?? null;
  } catch {
    return null; // a page no extension may look at
  }
}

/** Runs in the page. */
function placeOfSigns(signs: string[][]): number {
  return signs.findIndex((all) => all.every((sign) => document.querySelector(sign) !== null));
}
