/** The welcome page: connects this browser, and says what is read, where, and what never. */
import { button, el } from '../overlay/dom';
import { glyph } from '../overlay/glyph';
import { dressPage, mark, namePage } from '../overlay/page';
import { faultPanel, LOOPBACK } from '../overlay/pairing';
import { speakAsSet } from '../words/setting';
import { POPUP, WELCOME } from '../words/pages';
import { ask, type Connection } from '../protocol';

const main = document.getElementById('welcome') as HTMLElement;
const connect = el('section', { class: 'panel' });
const permission = el('section', { class: 'panel' });
const counting = el('section', { class: 'panel', hidden: true, tabindex: -1 });

function panel(title: string, ...parts: Node[]): HTMLElement {
  return el('section', { class: 'panel' }, el('h2', {}, title), ...parts);
}

function list(lines: readonly string[]): HTMLElement {
  return el('ul', {}, ...lines.map((line) => el('li', {}, line)));
}

/** Put a heading and new parts into a panel. */
function fill(section: HTMLElement, title: string, ...parts: Node[]): void {
  section.replaceChildren(el('h2', {}, title), ...parts);
}

/** A state that was earned: a tick and a sentence. */
function sure(sentence: string): HTMLElement {
  return el('p', { class: 'sure', role: 'status' }, glyph('done'), el('span', {}, sentence));
}

function drawConnection(connection: Connection): void {
  const lead = el('p', {}, WELCOME.connectLead);
  if (connection.kind === 'connected') fill(connect, WELCOME.connectTitle, sure(WELCOME.connected));
  else fill(connect, WELCOME.connectTitle, lead, faultPanel(connection.fault, drawConnection));
  void drawPermission();
  void drawCounting(connection.kind === 'connected');
}

async function drawPermission(): Promise<void> {
  const origins = [LOOPBACK];
  if (await chrome.permissions.contains({ origins })) return fill(permission, WELCOME.permissionTitle, sure(WELCOME.permissionGranted));
  const allow = button(WELCOME.permissionAllow, 'go', async () => {
    await chrome.permissions.request({ origins });
    drawConnection(await ask({ kind: 'status' }));
  });
  fill(permission, WELCOME.permissionTitle, el('p', {}, WELCOME.permissionMissing), allow);
}

/** Asked once, when there is somebody to tell; until then nothing is counted. */
async function drawCounting(connected: boolean): Promise<void> {
  const chosen = connected ? (await ask({ kind: 'site', host: location.host })).measure : null;
  counting.hidden = !connected;
  if (chosen !== null) return fill(counting, WELCOME.countTitle, sure(chosen ? WELCOME.counted : WELCOME.notCounted));
  const choose = (on: boolean) => async () => {
    const answer = await ask({ kind: 'measure', on });
    if (answer.kind === 'done') await drawCounting(true);
    else fill(counting, WELCOME.countTitle, el('p', { role: 'status' }, WELCOME.countFailed));
    counting.focus();
  };
  const ways = [button(WELCOME.count, 'plain', choose(true)), button(WELCOME.countNot, 'plain', choose(false))];
  fill(counting, WELCOME.countTitle, el('p', {}, WELCOME.countLead), el('div', { class: 'btns' }, ...ways));
}

async function start(): Promise<void> {
  dressPage();
  await speakAsSet();
  namePage(WELCOME.tab);
  fill(connect, WELCOME.connectTitle, el('p', { role: 'status' }, POPUP.asking));
  const practice = button(WELCOME.practice, 'plain', async () => {
    const answer = await ask({ kind: 'open-page', page: 'practice' });
    if (answer.kind === 'failed') drawConnection({ kind: 'fault', fault: answer.fault });
  });
  main.replaceChildren(
    el(
      'header',
      {},
      el('p', { class: 'brand' }, mark(24), POPUP.brand),
      el('h1', {}, WELCOME.title),
      el('p', { class: 'lead' }, WELCOME.lead),
    ),
    connect,
    permission,
    panel(WELCOME.readTitle, list(WELCOME.read)),
    panel(WELCOME.whereTitle, list(WELCOME.where)),
    panel(WELCOME.neverTitle, list(WELCOME.never)),
    counting,
    panel(WELCOME.tryTitle, el('p', {}, WELCOME.tryLead), practice),
  );
  drawConnection(await ask({ kind: 'status' }));
}

void start();
