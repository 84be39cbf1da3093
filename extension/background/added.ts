/**
 * The sites a person added: the content script of each, for as long as the browser allows it.
 *
 * `storage.local` keeps which they are. What the browser allows is asked of the browser each time: it can be taken back in
 * its own settings, too. A permission for many hosts at once is no wish to have all of them read.
 */
import sites from 'virtual:sites';
import { hostIn, named, ownPattern } from '../origins';
import { lookAfterOpenTabs, ownScripts, type Script } from './tabs';

const KEY = 'added';

/** One change at a time: the popup and the browser tell of the same one. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work, work);
  last = done;
  return done;
}

/** The patterns of the sites that were added and that the browser allows. */
export async function addedSites(): Promise<string[]> {
  const { [KEY]: kept } = await chrome.storage.local.get<Record<string, string[] | undefined>>(KEY);
  const allowed = await Promise.all((kept ?? []).map((pattern) => chrome.permissions.contains({ origins: [pattern] })));
  return (kept ?? []).filter((_, place) => allowed[place]);
}

/** Reads this site from now on, in open tabs too. False where the browser has not allowed it. */
export function add(pattern: string): Promise<boolean> {
  return inTurn(async () => {
    if (!isToAdd(pattern) || !(await chrome.permissions.contains({ origins: [pattern] }))) return false;
    await keep([...new Set([...(await addedSites()), pattern])]);
    return true;
  });
}

/** Reads this site no more, and gives the browser its permission back. */
export function remove(pattern: string): Promise<void> {
  return inTurn(async () => {
    await keep((await addedSites()).filter((one) => one !== pattern));
    await chrome.permissions.remove({ origins: [pattern] });
  });
}

/** What is registered is made what it should be: after a start, an update (which forgets), or a change in the browser's settings. */
export function keepInStep(): Promise<void> {
  return inTurn(async () => keep(await addedSites()));
}

/** Is this the pattern of one host that the manifest does not name? */
export function isToAdd(pattern: string): boolean {
  const host = hostIn(pattern);
  return host !== null && ownPattern(host, named()) === null;
}

async function keep(patterns: string[]): Promise<void> {
  const known = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const gone = known.filter((id) => !patterns.includes(id));
  const fresh = patterns.filter((pattern) => !known.includes(pattern));
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone });
  if (fresh.length > 0) await chrome.scripting.registerContentScripts(fresh.map(registered));
  await chrome.storage.local.set({ [KEY]: patterns });
  await lookAfterOpenTabs(fresh.map((pattern) => ({ ...contentScript(), matches: [pattern] })));
}

function registered(pattern: string): chrome.scripting.RegisteredContentScript {
  const { js = [], css = [] } = contentScript();
  return {
    id: pattern,
    matches: [pattern],
    js,
    css,
    runAt: 'document_start', // before any listener of the page
    allFrames: true,
    matchOriginAsFallback: true,
  };
}

/** As on the sites the manifest names; of site files those of sites that anybody may run. */
function contentScript(): Script {
  const own = ownScripts().find(({ js }) => js?.includes('content.js'));
  const anywhere = sites.filter((site) => site.anywhere).map(({ id }) => `sites/${id}.js`);
  return { ...own, js: [...anywhere, ...(own?.js ?? [])] };
}
