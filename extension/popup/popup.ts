/** The popup: the state of the connection in words, the mode, what is read on this site, and the ways to the other pages. */
import { button, el } from '../overlay/dom';
import { modeBadge } from '../overlay/glyph';
import { dressPage, mark, namePage } from '../overlay/page';
import { faultPanel } from '../overlay/pairing';
import { speakAsSet } from '../words/setting';
import { POPUP } from '../words/pages';
import { CHIP, FAULTS, HELP, MODES, clockTime } from '../words/words';
import { ask, type Connection, type Mode } from '../protocol';
import { restOf } from '../rest';
import { capturePanel } from './capture';
import { activeTab, reachOf } from './reach';
import { type Page, siteRows } from './site';

interface Known extends Page {
  connection: Connection | null; // null: not answered yet
}

const main = document.getElementById('popup') as HTMLElement;
const known: Known = { connection: null, tab: null, reach: null, site: null };

async function start(): Promise<void> {
  dressPage();
  await speakAsSet();
  namePage(POPUP.brand);
  draw();
  const [tab, connection] = await Promise.all([activeTab(), ask({ kind: 'status' })]);
  known.tab = tab;
  known.connection = connection;
  if (await speakAsSet()) namePage(POPUP.brand); // it was changed since the companion spoke last
  await learn();
}

/** What may be read on the page under the popup, and what is. */
async function learn(): Promise<void> {
  const { tab } = known;
  known.reach = tab && (await reachOf(tab));
  known.site = tab && known.reach?.kind === 'read' ? await ask({ kind: 'site', host: tab.host }) : null;
  draw();
}

function draw(): void {
  main.replaceChildren(top(), ...(known.connection ? below(known.connection) : []));
}

/** All that can be pressed. It waits for the answer, which would move it under somebody's hand. */
function below(connection: Connection): Node[] {
  const connected = connection.kind === 'connected' ? connection : null;
  const parts: (Node | null)[] = [
    connection.kind === 'fault' ? faultPanel(connection.fault, changed) : null,
    connected?.setAside ? panel(POPUP.setAside, POPUP.seeSetAside, 'settings') : null,
    connected ? modes(connected.mode) : null,
    connected?.mode === 'official' && connected.pointsDue ? panel(POPUP.pointsDue, POPUP.points, 'readiness') : null,
    siteRows(known, { attempt: (work, focus) => void attempt(work, focus), learn }),
    el(
      'div',
      { class: 'btns' },
      button(POPUP.settings, 'plain', () => go('settings')),
      button(POPUP.practice, 'plain', () => go('practice')),
    ),
    el(
      'div',
      { class: 'links' },
      known.site?.measure === null ? button(POPUP.measure, 'link', () => go('counts')) : null,
      button(HELP.mistake, 'link', () => go('mistake')),
    ),
    el('div', { class: 'links' }, button(POPUP.welcome, 'link', openWelcome), known.tab ? button(POPUP.capture, 'link', capture) : null),
    el('p', { class: 'note', role: 'status', id: 'note' }),
  ];
  return parts.filter((part) => part !== null);
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

/** Something to settle on a page of the companion: said as long as it is open, and never waited for. */
function panel(sentence: string, label: string, page: string): HTMLElement {
  const see = button(label, 'plain', () => go(page));
  return el('section', { class: 'panel' }, el('p', { role: 'status' }, sentence), see);
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
