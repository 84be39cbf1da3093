/** What is counted of a draft: each finding once, with what became of it in the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger, type Seen } from '../../extension/composer/ledger';
import type { OutcomeCount } from '../../extension/protocol';

const phone: Seen = { id: 'a', rule: 'personal.phone' };
const other: Seen = { id: 'b', rule: 'personal.phone' };
const street: Seen = { id: 'c', rule: 'personal.home-address' };

/** As "personal.phone shown 2", in order. */
const said = (counts: OutcomeCount[]) => counts.map(({ rule, outcome, count }) => `${rule} ${outcome} ${count}`).sort();
function after(tell: (ledger: Ledger) => void, posted = true): string[] {
  const ledger = new Ledger();
  tell(ledger);
  const counts = said(ledger.close(posted));
  assert.deepEqual(ledger.close(posted), [], 'counted once');
  assert.ok(ledger.isEmpty);
  return counts;
}

const CASES: [string, (ledger: Ledger) => void, boolean, string[]][] = [
  ['nothing shown', () => {}, true, []],
  ['posted with it', (it) => it.saw([phone], 'personal'), true, ['personal.phone posted_anyway 1', 'personal.phone shown 1']],
  ['given up with it', (it) => it.saw([phone], 'personal'), false, ['personal.phone shown 1']],
  ['two of a rule are two', (it) => it.saw([phone, other], 'personal'), true, ['personal.phone posted_anyway 2', 'personal.phone shown 2']],
  [
    'shown again and again is shown once',
    (it) => {
      it.saw([phone], 'personal');
      it.saw([phone], 'personal');
    },
    false,
    ['personal.phone shown 1'],
  ],
  [
    'words taken out by hand',
    (it) => {
      it.saw([phone, street], 'personal');
      it.saw([street], 'personal');
      it.settle('c', 'dismissed');
    },
    true,
    ['personal.home-address dismissed 1', 'personal.home-address shown 1', 'personal.phone edited 1', 'personal.phone shown 1'],
  ],
  [
    'still being written: another id, the same thing',
    (it) => {
      it.saw([phone], 'personal');
      it.saw([other], 'personal');
    },
    true,
    ['personal.phone posted_anyway 1', 'personal.phone shown 1'],
  ],
  [
    'fixed',
    (it) => {
      it.saw([phone], 'personal');
      it.settle('a', 'fixed');
      it.saw([], 'personal');
    },
    true,
    ['personal.phone fixed 1', 'personal.phone shown 1'],
  ],
  [
    'fixed and put back',
    (it) => {
      it.saw([phone], 'personal');
      it.settle('a', 'fixed');
      it.saw([], 'personal');
      it.saw([phone], 'personal');
    },
    true,
    ['personal.phone posted_anyway 1', 'personal.phone shown 1'],
  ],
  [
    'not useful, and then undone',
    (it) => {
      it.saw([phone], 'personal');
      it.settle('a', 'not_useful');
      it.saw([], 'personal');
      it.settle('a', null);
      it.saw([phone], 'personal');
    },
    false,
    ['personal.phone shown 1'],
  ],
  ['an answer about what was never counted', (it) => it.settle('z', 'not_useful'), true, []],
];

for (const [what, tell, posted, counts] of CASES) {
  test(`counted: ${what}`, () => assert.deepEqual(after(tell, posted), counts));
}

test('modes are counted apart', () => {
  const ledger = new Ledger();
  ledger.saw([phone], 'personal');
  ledger.saw([phone], 'official');
  assert.deepEqual(ledger.close(false), [{ rule: 'personal.phone', mode: 'official', outcome: 'shown', count: 1 }]);
});
