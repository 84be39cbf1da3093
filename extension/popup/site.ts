/** The popup's rows about the page under it: read or not, private messages, the pause; or how the site is added. */
import { button, el } from '../overlay/dom';
import { POPUP } from '../words/pages';
import { ask, type SiteAnswer } from '../protocol';
import { restOf } from '../rest';
import type { Reach, Tab } from './reach';

const PAUSE = 15; // minutes
const PRACTICE = '127.0.0.1'; // our own page has no messages

/** The page under the popup, as far as it is known. */
export interface Page {
  tab: Tab | null; // null: no page we could read, as a new tab or the browser's settings
  reach: Reach | null;
  site: SiteAnswer | null; // null: it is not read
}

export interface Desk {
  /** Do it, keep the focus where it was (a selector), and say so when it failed. */
  attempt(work: () => Promise<void>, focus: string): void;
  /** Look again at what may be read here, and draw. */
  learn(): Promise<void>;
}

export function siteRows({ tab, reach, site }: Page, desk: Desk): HTMLElement {
  if (!tab || !reach) return el('p', { class: 'nothing' }, POPUP.notAPage);
  if (reach.kind === 'offered') return offer(tab, reach.looksLike, desk);
  if (reach.kind === 'withheld') return withheld(tab, reach.pattern, desk);
  if (!site) return el('div', { class: 'rows' });
  return el(
    'div',
    { class: 'rows' },
    siteSwitch(tab, site, desk),
    tab.host === PRACTICE ? null : messagesSwitch(tab, site, desk),
    site.record ? el('div', {}, el('span', {}, POPUP.officialPosts), el('span', { class: 'value' }, POPUP.kept)) : null,
    el('div', {}, pausing(site, desk)),
    reach.added ? el('div', {}, giveBack(tab, desk)) : null,
  );
}

/** None of our sites: the person may add it, and the browser asks them whether it may be read. */
function offer({ host, pattern }: Tab, looksLike: string | null, desk: Desk): HTMLElement {
  return el(
    'section',
    { class: 'panel' },
    el('p', {}, looksLike === null ? POPUP.notASite(host) : POPUP.looksLike(host, looksLike)),
    el('p', { class: 'soft' }, POPUP.addMeans),
    allowing(POPUP.add, pattern, desk),
  );
}

/** One of our sites, and the browser says no: at its first start in Firefox, or because the person took it back there. */
function withheld({ host }: Tab, pattern: string, desk: Desk): HTMLElement {
  return el('section', { class: 'panel' }, el('p', {}, POPUP.withheld(host)), allowing(POPUP.allow, pattern, desk));
}

/** Must ask straight from the click: browsers ask people only then. The background hears of the answer too, should the popup close. */
function allowing(label: string, pattern: string, desk: Desk): HTMLButtonElement {
  const it = button(label, 'go', () =>
    desk.attempt(async () => {
      if (await chrome.permissions.request({ origins: [pattern] })) await ask({ kind: 'add-site', pattern });
      await desk.learn();
    }, '.switch, .allow'),
  );
  it.classList.add('allow');
  return it;
}

function giveBack({ pattern }: Tab, desk: Desk): HTMLButtonElement {
  return button(POPUP.remove, 'link', () =>
    desk.attempt(async () => {
      await ask({ kind: 'remove-site', pattern });
      await desk.learn();
    }, '.allow'),
  );
}

function siteSwitch({ host }: Tab, { enabled }: SiteAnswer, desk: Desk): HTMLElement {
  return toggle('enabled', POPUP.checkOn(host), enabled, (on) => ask({ kind: 'set-site', host, about: { enabled: on } }), desk);
}

function messagesSwitch({ host }: Tab, { messages }: SiteAnswer, desk: Desk): HTMLElement {
  const row = toggle('messages', POPUP.privateMessages, messages, (on) => ask({ kind: 'set-site', host, about: { messages: on } }), desk);
  row.querySelector('input')?.setAttribute('aria-describedby', 'messages-means');
  return el('div', { class: 'stack' }, row, el('p', { class: 'soft', id: 'messages-means' }, POPUP.messagesMean));
}

function toggle(name: string, label: string, on: boolean, change: (on: boolean) => Promise<SiteAnswer>, desk: Desk): HTMLElement {
  const box = el('input', { type: 'checkbox', role: 'switch', class: `switch ${name}`, checked: on });
  box.addEventListener('change', () =>
    desk.attempt(async () => {
      await change(box.checked);
      await desk.learn();
    }, `.${name}`),
  );
  return el('label', {}, label, box);
}

/** A pause of a quarter of an hour, or the end of one. */
function pausing(site: SiteAnswer, desk: Desk): HTMLElement {
  const resting = restOf(site) !== null;
  const it = button(resting ? POPUP.goOn : POPUP.pause, resting ? 'go' : 'plain', () =>
    desk.attempt(async () => {
      const answer = await ask({ kind: 'pause', minutes: resting ? 0 : PAUSE });
      if (answer.kind === 'failed') throw new Error(answer.fault);
      await desk.learn();
    }, '.pause'),
  );
  it.classList.add('pause');
  return it;
}
