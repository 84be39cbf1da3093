/** The popup: the state of the connection in words, the mode, this site's switch, and the ways to the other pages. */
import { button, el } from '../overlay/dom';
import { modeBadge } from '../overlay/glyph';
import { dressPage, mark } from '../overlay/page';
import { faultPanel } from '../overlay/pairing';
import { CHIP, FAULTS, MODES, POPUP, clockTime, speak } from '../words/words';
import { ask, type Connection, type Mode, type SiteAnswer } from '../protocol';
import { restOf } from '../rest';
import { capturePanel } from './capture';

const PAUSE = 15; // minutes

interface Tab {
  id: number;
  host: string;
}

interface Known {
  connection: Connection | null; // null: not answered yet
  tab: Tab | null; // null: no page we could read, as a new tab or the browser's settings
  site: SiteAnswer | null; // null: not among our sites
}

const main = document.getElementById('popup') as HTMLElement;
const known: Known = { connection: null, tab: null, site: null };

async function start(): Promise<void> {
  speak('auto', navigator.languages);
  dressPage(POPUP.brand);
  draw();
  const [tab, connection] = await Promise.all([activeTab(), ask({ kind: 'status' })]);
  known.tab = tab;
  known.connection = connection;
  if (tab && (await mayRead(tab.host))) known.site = await ask({ kind: 'site', host: tab.host });
  draw();
}

/** The page the popup was opened over. Its address is known through `activeTab`. */
async function activeTab(): Promise<Tab | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url || tab.id === undefined || !/^https?:/.test(tab.url)) return null;
  return { id: tab.id, host: new URL(tab.url).hostname };
}

function mayRead(host: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [`*://${host}/*`] }).then(
    (granted) => granted || chrome.permissions.contains({ origins: [`https://${host}/*`] }),
    () => false,
  );
}

function draw(): void {
  const { connection } = known;
  const connected = connection?.kind === 'connected' ? connection : null;
  const parts: (Node | null)[] = [
    top(),
    connection?.kind === 'fault' ? faultPanel(connection.fault, changed) : null,
    connected ? modes(connected.mode) : null,
    rows(),
    el(
      'div',
      { class: 'btns' },
      button(POPUP.settings, 'plain', () => go('settings')),
      button(POPUP.practice, 'plain', () => go('practice')),
    ),
    el('div', { class: 'links' }, button(POPUP.welcome, 'link', openWelcome), known.tab ? button(POPUP.capture, 'link', capture) : null),
    el('p', { class: 'note', role: 'status', id: 'note' }),
  ];
  main.replaceChildren(...parts.filter((part) => part !== null));
}

/** A change made by the person, here or by the companion's answer to it. */
function changed(connection: Connection): void {
  known.connection = connection;
  draw();
}

function top(): HTMLElement {
  const { connection, site, tab } = known;
  const rest = site && restOf(site);
  const calm = connection?.kind === 'connected' && site?.enabled === true && !rest;
  let words: string = POPUP.asking;
  if (connection?.kind === 'fault') words = FAULTS[connection.fault].chip;
  else if (rest) words = rest.until ? CHIP.pausedUntil(clockTime(rest.until)) : CHIP.off;
  else if (connection) words = calm ? POPUP.protected : tab && site ? POPUP.notThisSite : '';
  return el(
    'div',
    { class: 'top' },
    el('h1', {}, mark(20), POPUP.brand),
    el('span', { class: `state ${calm ? 'calm' : 'warn'}`, role: 'status' }, words),
  );
}

function modes(current: Mode): HTMLElement {
  const choice = (mode: Mode) => {
    const radio = el('input', { type: 'radio', name: 'mode', value: mode, checked: mode === current });
    radio.addEventListener('change', () => attempt(async () => changed(await ask({ kind: 'set-mode', mode })), `[value="${mode}"]`));
    return el('label', {}, radio, modeBadge(mode), MODES[mode].name);
  };
  const choices = (Object.keys(MODES) as Mode[]).map(choice);
  return el('fieldset', {}, el('legend', {}, POPUP.modes), el('div', { class: 'modes' }, ...choices));
}

function rows(): HTMLElement {
  const { tab, site } = known;
  const list = el('div', { class: 'rows' });
  if (!tab) list.append(el('p', {}, POPUP.notAPage));
  else if (!site) list.append(el('p', {}, POPUP.notASite(tab.host)));
  else list.append(siteSwitch(tab.host, site.enabled), el('div', {}, pausing(site)));
  list.append(el('div', {}, el('span', {}, POPUP.privateMessages), el('span', { class: 'value' }, POPUP.notRead)));
  return list;
}

function siteSwitch(host: string, enabled: boolean): HTMLElement {
  const box = el('input', { type: 'checkbox', role: 'switch', class: 'switch', checked: enabled });
  box.addEventListener('change', () =>
    attempt(async () => {
      known.site = await ask({ kind: 'set-site', host, enabled: box.checked });
      draw();
    }, '.switch'),
  );
  return el('label', {}, POPUP.checkOn(host), box);
}

/** A pause of a quarter of an hour, or the end of one. */
function pausing(site: SiteAnswer): HTMLElement {
  const resting = restOf(site) !== null;
  const press = () =>
    attempt(async () => {
      const answer = await ask({ kind: 'pause', minutes: resting ? 0 : PAUSE });
      if (answer.kind === 'failed') throw new Error(answer.fault);
      if (known.tab) known.site = await ask({ kind: 'site', host: known.tab.host });
      draw();
    }, '.pause');
  const it = button(resting ? POPUP.goOn : POPUP.pause, resting ? 'go' : 'plain', press);
  it.classList.add('pause');
  return it;
}

/** Do it, keep the focus where it was, and say so when it failed. */
async function attempt(work: () => Promise<void>, focus: string): Promise<void> {
  let note = '';
  try {
    await work();
  } catch {
    draw();
    note = POPUP.failed;
  }
  main.querySelector<HTMLElement>(focus)?.focus();
  const place = document.getElementById('note');
  if (place) place.textContent = note;
}

async function go(page: string): Promise<void> {
  const answer = await ask({ kind: 'open-page', page });
  if (answer.kind === 'failed') changed({ kind: 'fault', fault: answer.fault });
  else window.close();
}

async function openWelcome(): Promise<void> {
  await ask({ kind: 'open-extension-page', page: 'welcome' });
  window.close();
}

async function capture(): Promise<void> {
  if (known.tab) main.replaceChildren(await capturePanel(known.tab.id, known.tab.host, draw));
}

void start();
