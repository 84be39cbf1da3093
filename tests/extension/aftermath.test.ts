/** What a press of Post leaves behind: nothing of a clean one, and of the others what the person chose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Aftermath, type Desk, type Subject } from '../../extension/composer/aftermath';
import type { Look } from '../../extension/composer/leaving';
import type { View } from '../../extension/overlay/overlay';
import type { Mode } from '../../extension/protocol';

// What of a page the code listens to; nothing happens on this one.
const page = new EventTarget();
const notices: { href: string; closest(): { textContent: string } }[] = [];
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  window: page,
  document: { querySelectorAll: () => notices },
  location: { hostname: 'x.com' },
});

const finding = {
  id: 'a',
  rule: 'personal.phone',
  severity: 'hold',
  start: 0,
  end: 1,
  title: '',
  why: '',
  clause: { ref: '', text: '' },
  judgement: false,
  fixes: [],
} as const;

interface Case {
  rules?: string[];
  mode?: Mode;
  measures?: boolean;
  keeps?: boolean;
  look?: Look;
}

/** A composer with a text, and a desk that writes down what it is told. */
function scene({ rules = [], mode = 'personal', measures = false, keeps = false, look = 'emptied' }: Case) {
  const did: unknown[] = [];
  const state = { look };
  const note = { site: 'x', surface: 'post', mode, account: null, rules, verdict: rules.length > 0 ? 'hold' : 'clear' } as const;
  const subject: Subject = {
    leaver: () => ({ note: { ...note, rules }, text: 'a text' }),
    remains: () => state.look,
    isOut: () => did.push('out'),
    askWhether: (entry) => did.push(`ask ${entry}`),
  };
  const desk: Desk = {
    measures,
    keeps,
    tell: (outcomes) => outcomes.length > 0 && did.push(outcomes.map(({ outcome }) => outcome).join()),
    note: ({ posted_anyway }) => did.push(posted_anyway ? 'note anyway' : 'note'),
    keep: async ({ text, left, signal, mode, link }) => did.push(`keep ${mode} ${text}, ${left} ${signal}${link ? ` ${link}` : ''}`),
    settleRecord: async (entry, sent) => did.push(`settle ${entry} ${sent}`) > 0,
  };
  const aftermath = new Aftermath(subject, desk);
  const view: View = {
    state: { kind: 'checked' },
    mode,
    findings: rules.length > 0 ? [{ finding: { ...finding, fixes: [] }, quote: 'x' }] : [],
  };
  return { aftermath, did, state, view };
}

const CASES: [string, Case, boolean, unknown[]][] = [
  ['a clean post', { measures: true }, false, []],
  ['a clean personal post while official ones are kept', { keeps: true }, false, []],
  ['one with something in it, by somebody who does not measure', { rules: ['personal.phone'] }, true, ['note anyway', 'out']],
  ['one with something in it, measured', { rules: ['personal.phone'], measures: true }, true, ['note anyway', 'shown,posted_anyway', 'out']],
  ['an official one, kept', { mode: 'official', keeps: true }, false, ['keep official a text, sent editor-emptied']],
  ['an official one, not kept', { mode: 'official' }, false, []],
];
for (const [what, given, anyway, left] of CASES) {
  test(`left behind by ${what}`, async () => {
    const { aftermath, did, view } = scene(given);
    aftermath.saw(view);
    await aftermath.leaves(anyway);
    aftermath.end();
    assert.deepEqual(did, left);
  });
}

test('a text that still stands is asked about once, and is one entry when Post is pressed again', async () => {
  const { aftermath, did, state } = scene({ mode: 'official', keeps: true, look: 'written' });
  await aftermath.leaves(false);
  assert.deepEqual(did, ['keep official a text, unsure none', 'ask 1', 'settle 1 null']);
  state.look = 'closed';
  await aftermath.leaves(false);
  assert.deepEqual(did.slice(3), ['settle 1 false', 'keep official a text, sent composer-closed']);
});

test('a link in the notice of the site itself tells that it left, and is kept', async (t) => {
  const { aftermath, did, state } = scene({ mode: 'official', keeps: true, look: 'written' });
  t.after(() => notices.splice(0));
  notices.push({ href: 'https://x.com/jane/status/16', closest: () => ({ textContent: 'View' }) }); // of the post before
  const left = aftermath.leaves(false);
  notices.push({ href: 'https://x.com/jane/status/17', closest: () => ({ textContent: 'View' }) });
  state.look = 'emptied';
  await left;
  assert.deepEqual(did, ['keep official a text, sent site-said-so https://x.com/jane/status/17']);
});

test('two presses of one post are one post', async () => {
  const { aftermath, did } = scene({ rules: ['personal.phone'] });
  await Promise.all([aftermath.leaves(true), aftermath.leaves(false)]);
  assert.deepEqual(did, ['note anyway', 'out']);
});

test('a post that did not leave is open as before; given up, it was only shown', async () => {
  const { aftermath, did, view } = scene({ rules: ['personal.phone'], measures: true, look: 'written' });
  aftermath.saw(view);
  await aftermath.leaves(true);
  assert.deepEqual(did, ['note anyway']);
  aftermath.end();
  assert.deepEqual(did.slice(1), ['shown']);
});
