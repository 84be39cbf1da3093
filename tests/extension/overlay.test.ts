/** The overlay's pure parts: contrast of the tokens, what the chip says, which findings are shown, codes, colours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faceOf } from '../../extension/overlay/chip';
import { toLookAt } from '../../extension/overlay/listed';
import type { CheckState, Shown, View } from '../../extension/overlay/overlay';
import { codeIn } from '../../extension/overlay/pairing';
import { parseColour } from '../../extension/overlay/theme';
import { COLOURS, contrast, PAIRS, type Theme } from '../../extension/overlay/tokens';
import * as words from '../../extension/words/en';
import * as pages from '../../extension/words/en_pages';
import type { Severity } from '../../extension/protocol';

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  for (const [front, back] of PAIRS) {
    test(`${front} on ${back} reaches 5 : 1 in ${theme}`, () => {
      const reached = contrast(COLOURS[theme][front], COLOURS[theme][back]);
      assert.ok(reached >= 5, `${reached.toFixed(2)} : 1`);
    });
  }
}

test('contrast is counted as WCAG does', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

function shown(severity: Severity, part: { judgement?: boolean; dismissed?: boolean; id?: string } = {}): Shown {
  const { judgement = false, dismissed = false, id = severity } = part;
  const clause = { ref: '§3', text: '' };
  return {
    quote: 'x',
    dismissed,
    finding: { id, rule: 'r', severity, start: 0, end: 1, title: 't', why: 'w', clause, judgement, fixes: [] },
  };
}

const two = [shown('hold'), shown('warn')];
const FACES: [CheckState, Shown[], string, string, string][] = [
  // state, findings → tone, words, second words
  [{ kind: 'checked' }, [], 'calm', 'Checked', ''],
  [{ kind: 'checked' }, two, 'hold', '2 to look at', ''],
  [{ kind: 'checked' }, [shown('warn')], 'warn', '1 to look at', ''],
  [{ kind: 'checked' }, [shown('hint')], 'calm', 'Checked', ''], // a hint is a dot, no count
  [{ kind: 'checked' }, [shown('hold', { dismissed: true })], 'calm', 'Checked', ''],
  [{ kind: 'partly', reason: 'too-slow' }, [], 'warn', 'Partly checked', ''],
  [{ kind: 'partly', reason: 'too-slow' }, two, 'hold', '2 to look at', 'Partly checked'], // neither may hide the other
  [{ kind: 'off', fault: 'not-running' }, two, 'off', 'Companion off', ''],
  [{ kind: 'not-here', by: 'person' }, [], 'off', 'Not checked here', ''],
  [{ kind: 'resting', until: null }, two, 'off', 'Checks are off', ''],
  [{ kind: 'resting', until: new Date(2026, 0, 5, 14, 30) }, two, 'off', 'Paused until 14:30', ''],
];

for (const [state, findings, tone, said, also] of FACES) {
  test(`chip: ${state.kind} with ${findings.length} findings says ${said}`, () => {
    const view: View = { state, mode: 'personal', findings };
    const face = faceOf(view);
    assert.deepEqual([face?.tone, face?.state, face?.also], [tone, said, also]);
  });
}

test('not checked here: by whose wish', () => {
  const explained = (by: 'person' | 'page') => faceOf({ state: { kind: 'not-here', by }, mode: 'personal', findings: [] })?.explain ?? '';
  assert.ok(explained('person').startsWith('Forepost is switched off for this site.'));
  assert.ok(explained('page').startsWith('This page asked Forepost to stay away from here.'));
});

test('nothing written: no chip', () => assert.equal(faceOf({ state: { kind: 'idle' }, mode: 'personal', findings: [] }), null));

test('no state is calm but a whole check with nothing to look at', () => {
  const states: CheckState[] = [{ kind: 'checking' }, { kind: 'partly', reason: 'new-reason' }, { kind: 'not-here', by: 'person' }];
  for (const fault of Object.keys(words.FAULTS) as (keyof typeof words.FAULTS)[]) states.push({ kind: 'off', fault });
  for (const state of states) assert.notEqual(faceOf({ state, mode: 'personal', findings: [] })?.tone, 'calm', JSON.stringify(state));
});

test('one judgement question at a time, the first', () => {
  const listed = toLookAt([
    shown('hold'),
    shown('warn', { judgement: true, id: 'a' }),
    shown('warn', { judgement: true, id: 'b' }),
    shown('hint'),
  ]);
  assert.deepEqual(
    listed.all.map(({ finding }) => finding.id),
    ['hold', 'a', 'hint'],
  );
});

test('a dismissed question makes room for the next', () => {
  const listed = toLookAt([shown('warn', { judgement: true, id: 'a', dismissed: true }), shown('warn', { judgement: true, id: 'b' })]);
  assert.deepEqual(
    listed.warns.map(({ finding }) => finding.id),
    ['b'],
  );
});

const CODES: [string, string | null][] = [
  ['ABCD-EFGH', 'ABCD-EFGH'],
  ['abcd efgh', 'ABCD-EFGH'],
  ['A2C4–E6G8', 'A2C4-E6G8'], // a dash some keyboards make
  ['ABCDEFG', null],
  ['ABCDEFGHJ', null],
];
for (const [typed, code] of CODES) test(`code “${typed}”`, () => assert.equal(codeIn(typed), code));

const COLOUR_FORMS: [string, number[] | null, number][] = [
  ['rgb(0, 0, 0)', [0, 0, 0], 1],
  ['rgba(255, 255, 255, 0.5)', [255, 255, 255], 0.5],
  ['rgba(0, 0, 0, 0)', [0, 0, 0], 0],
  ['color(srgb 1 0 0.5 / 0.25)', [255, 0, 127.5], 0.25],
  ['oklch(1 0 0)', [255, 255, 255], 1],
  ['lab(0 0 0)', [0, 0, 0], 1],
  ['canvas', null, 0],
];
for (const [form, rgb, alpha] of COLOUR_FORMS) {
  test(`computed colour ${form}`, () => {
    const colour = parseColour(form);
    assert.deepEqual(colour?.rgb ?? null, rgb);
    if (colour) assert.equal(colour.alpha, alpha);
  });
}

/** All strings of the words file, its functions called with an example. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(2, 3))];
  if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
  return [];
}

const NOT_OUR_VOICE = /violat|forbid|inappropriate|are you sure|oops|error|invalid|illegal|please wait|!|\bfail/i;

test('every word keeps the voice', () => {
  const all = strings({ ...words, ...pages });
  assert.ok(all.length > 100);
  assert.deepEqual(
    all.filter((text) => NOT_OUR_VOICE.test(text)),
    [],
  );
});
