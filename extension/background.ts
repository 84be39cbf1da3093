/**
 * The background: answers the requests of content scripts, popup and welcome page, and is the only one to talk to the companion.
 *
 * The browser stops and wakes it at will, so nothing lives in its memory. `storage.local`: the pairing and the last known
 * switches. `storage.session`: what is quiet in which tab, and what was already tried since the browser started.
 */
import { isReview, isSettings } from './answers';
import { around } from './around';
import { type Answer, connectionFault, done, pairingNow, pairNatively, pairWithCode, startCompanion } from './companion';
import { add, isToAdd, keepInStep, remove } from './background/added';
import { companion, connect } from './background/calls';
import { accountsOn, lastKnown, remember, siteIn } from './background/switches';
import { lookAfterOpenTabs, ownScripts, tellTabs } from './background/tabs';
import { hostIn } from './origins';
import type {
  AccountSettings,
  AllowAnswer,
  Answers,
  CardSaid,
  Connection,
  Done,
  Mode,
  ProfileNote,
  Request,
  ReviewAnswer,
  Settings,
  SiteAnswer,
  SiteSwitch,
} from './protocol';
import { show } from './toolbar';
import { speak } from './words/words';

/** What is known of accounts that the person never spoke of. */
const UNSPOKEN: AccountSettings = { disclaimer: false, official: false, asked: true };

void lastKnown().then(({ language }) => speak(language, navigator.languages));

chrome.runtime.onMessage.addListener((request: Request, sender, answer) => {
  if (sender.id !== chrome.runtime.id) return false;
  answerTo(request, sender).then(answer, () => answer(null));
  return true; // the answer comes later
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void welcome();
  if (reason === 'install' || reason === 'update') void lookAfterOpenTabs(ownScripts());
  void keepInStep();
});

chrome.runtime.onStartup.addListener(() => void keepInStep());

// The popup may be gone before the person has answered the browser's question: then this is how we hear of it.
chrome.permissions.onAdded.addListener(({ origins = [] }) => void allowed(origins));
chrome.permissions.onRemoved.addListener(({ origins = [] }) => void taken(origins));

chrome.tabs.onRemoved.addListener((tab) => void chrome.storage.session.remove(quietKey(tab)));

async function answerTo(request: Request, sender: chrome.runtime.MessageSender): Promise<Answers[Request['kind']]> {
  const tab = sender.tab?.id ?? -1;
  switch (request.kind) {
    case 'review':
      return review(request.draft, tab);
    case 'site':
      return site(request.host, request.site);
    case 'status':
      return status(request.start ?? false);
    case 'set-mode':
      return setMode(request.mode);
    case 'set-site':
      return setSite(request.host, request.about);
    case 'add-site':
      return addSite(request.pattern);
    case 'remove-site':
      return removeSite(request.pattern);
    case 'pause':
      return done(await patch(pauseOf(request.minutes)));
    case 'set-account':
      return setAccount(`${request.site}:${request.id}`, request.about);
    case 'note-profile':
      return noteProfile(request.note);
    case 'allow':
      return allow(request.said);
    case 'disallow':
      return done(await patch({ allow_remove: request.id }));
    case 'measure':
      return done(await patch({ measure: request.on }));
    case 'dismiss':
      return dismiss(request.id, request.quiet, tab);
    case 'pair':
      return pair(request.code);
    case 'open-page':
      return openPage(request.page);
    case 'open-extension-page':
      await chrome.tabs.create({ url: chrome.runtime.getURL(`${request.page}/${request.page}.html`) });
      return { kind: 'done' };
    case 'icon':
      await show(tab, request.icon);
      return { kind: 'done' };
    default:
      return around(request);
  }
}

// -- checking -----------------------------------------------------------------------------------------------------------

async function review(draft: unknown, tab: number): Promise<ReviewAnswer> {
  const [answer, dismissed] = await Promise.all([companion('/v1/reviews', draft, isReview), quietIn(tab)]);
  if (!answer.ok) return { kind: 'unchecked', fault: answer.fault };
  return { kind: 'reviewed', review: answer.value, dismissed };
}

async function dismiss(id: string, quiet: boolean, tab: number): Promise<Done> {
  const others = (await quietIn(tab)).filter((known) => known !== id);
  await chrome.storage.session.set({ [quietKey(tab)]: quiet ? [...others, id] : others });
  return { kind: 'done' };
}

async function quietIn(tab: number): Promise<string[]> {
  const key = quietKey(tab);
  const known = await chrome.storage.session.get<Record<string, string[]>>(key);
  return known[key] ?? [];
}

function quietKey(tab: number): string {
  return `quiet:${tab}`;
}

// -- settings -----------------------------------------------------------------------------------------------------------

async function settings(): Promise<Answer<Settings>> {
  const answer = await companion('/v1/settings/read', {}, isSettings);
  if (answer.ok) await remember(answer.value);
  return answer;
}

/** A change of settings. Every tab hears of it. */
async function patch(change: object): Promise<Answer<Settings>> {
  const answer = await companion('/v1/settings/patch', change, isSettings);
  if (!answer.ok) return answer;
  await remember(answer.value);
  await tellTabs({ kind: 'changed' });
  return answer;
}

async function site(host: string, named?: string): Promise<SiteAnswer> {
  const answer = await settings();
  if (answer.ok) {
    const { measure, record } = answer.value;
    const here = siteIn(answer.value, host, connected(answer.value));
    return { ...here, accounts: accountsOn(named, answer.value), measure, record };
  }
  return siteIn(await lastKnown(), host, { kind: 'fault', fault: connectionFault(answer.fault) });
}

async function setAccount(key: string, about: Partial<AccountSettings>): Promise<Done> {
  const answer = await settings();
  if (!answer.ok) return done(answer);
  return done(await patch({ accounts: { [key]: { ...UNSPOKEN, ...answer.value.accounts[key], ...about, asked: true } } }));
}

async function noteProfile(note: ProfileNote): Promise<Done> {
  const answer = await companion<{ disclaimer: boolean }>('/v1/profiles/note', note);
  if (answer.ok) await tellTabs({ kind: 'changed' });
  return done(answer);
}

/** The entry that was added stands last in the list. */
async function allow(said: CardSaid): Promise<AllowAnswer> {
  const answer = await patch({ allow_add: said });
  const entry = answer.ok ? answer.value.allow.at(-1) : undefined;
  return entry ? { kind: 'allowed', id: entry.id } : { kind: 'failed', fault: answer.ok ? 'not-running' : connectionFault(answer.fault) };
}

async function setMode(mode: Mode): Promise<Connection> {
  return connectionOf(await patch({ mode }));
}

/** The change of settings that begins a pause; no minutes end it, and switch everything on. */
function pauseOf(minutes: number): object {
  return minutes > 0 ? { paused_until: new Date(Date.now() + minutes * 60_000).toISOString() } : { on: true, paused_until: null };
}

async function setSite(host: string, about: Partial<SiteSwitch>): Promise<SiteAnswer> {
  await patch({ sites: { [host]: about } });
  return site(host);
}

// -- sites the person adds ------------------------------------------------------------------------------------------------

async function addSite(pattern: string): Promise<Done> {
  if (!isToAdd(pattern)) return { kind: 'done' }; // one of ours, allowed again: the browser has told us
  if (!(await add(pattern))) return { kind: 'failed', fault: 'permission-missing' };
  return done(await patch({ sites: { [hostIn(pattern) ?? '']: { enabled: true } } }));
}

async function removeSite(pattern: string): Promise<Done> {
  await remove(pattern);
  return done(await patch({ sites: { [hostIn(pattern) ?? '']: null } }));
}

/** The browser lets us read there: because the person added a site, or took back that one of ours must not be read. */
async function allowed(patterns: string[]): Promise<void> {
  for (const pattern of patterns.filter(isToAdd)) await addSite(pattern);
  if (!patterns.every(isToAdd)) await lookAfterOpenTabs(ownScripts());
}

async function taken(patterns: string[]): Promise<void> {
  await keepInStep();
  await tellTabs({ kind: 'gone', patterns });
}

// -- connection -----------------------------------------------------------------------------------------------------------

async function status(start: boolean): Promise<Connection> {
  let answer = await settings();
  if (!answer.ok && start && (await startCompanion()) === null) answer = await settings();
  if (start) await tellTabs({ kind: 'changed' });
  return connectionOf(answer);
}

async function pair(code: string | undefined): Promise<Connection> {
  const fault = await (code ? pairWithCode(code) : pairNatively());
  if (fault) return { kind: 'fault', fault };
  const answer = await settings();
  await tellTabs({ kind: 'changed' });
  return connectionOf(answer);
}

function connectionOf(answer: Answer<Settings>): Connection {
  return answer.ok ? connected(answer.value) : { kind: 'fault', fault: connectionFault(answer.fault) };
}

function connected({ mode, revision, readiness_due, set_aside }: Settings): Connection {
  return { kind: 'connected', mode, revision, pointsDue: readiness_due, setAside: Boolean(set_aside) };
}

// -- tabs and pages -------------------------------------------------------------------------------------------------------

async function openPage(page: string): Promise<Done> {
  const answer = await companion<{ path: string }>('/v1/pages', { page });
  const pairing = await pairingNow();
  if (!answer.ok || !pairing) return done(answer.ok ? { ok: false, fault: 'not-paired' } : answer);
  await chrome.tabs.create({ url: `http://127.0.0.1:${pairing.port}${answer.value.path}` });
  return { kind: 'done' };
}

async function welcome(): Promise<void> {
  await connect();
  if (OPEN_WELCOME) await chrome.tabs.create({ url: chrome.runtime.getURL('welcome/welcome.html') });
}
