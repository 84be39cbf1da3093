/** Answers of a companion that is broken, or of another version: what is let through to the page, and what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReview, isSettings } from '../../extension/answers';

const fix = { id: 'remove', label: 'Remove it', kind: 'replace', start: 8, end: 20, text: '' };
const finding = { id: 'f1', rule: 'personal.phone', severity: 'hold', start: 8, end: 20, title: 'A number', why: 'Anybody can ring it.', fixes: [fix] };
const review = { verdict: 'hold', mode: 'personal', settings_revision: 3, partly: [], findings: [finding] };
const settings = { revision: 3, mode: 'official', sites: {}, accounts: {}, record: false, on: true, paused_until: null, gut_check: 0 };

test('a whole answer is taken, with whatever a later version adds', () => {
  assert.ok(isReview({ ...review, later: 1, findings: [{ ...finding, later: [] }, { ...finding, start: null, end: null }] }));
  assert.ok(isReview({ ...review, verdict: 'clear', findings: [] }));
  assert.ok(isSettings({ ...settings, later: {} }));
});

const BROKEN: [string, unknown][] = [
  ['nothing', null],
  ['a list', [review]],
  ['words', 'hold'],
  ['no findings', { ...review, findings: undefined }],
  ['a verdict nobody knows', { ...review, verdict: 'maybe' }],
  ['a finding that is none', { ...review, findings: [7] }],
  ['a finding without its reason', { ...review, findings: [{ ...finding, why: undefined }] }],
  ['a severity nobody knows', { ...review, findings: [{ ...finding, severity: 'block' }] }],
  ['half a place', { ...review, findings: [{ ...finding, end: null }] }],
  ['a place before the text', { ...review, findings: [{ ...finding, start: -1 }] }],
  ['a place from back to front', { ...review, findings: [{ ...finding, start: 20, end: 8 }] }],
  ['a fix that says not what it puts there', { ...review, findings: [{ ...finding, fixes: [{ ...fix, text: undefined }] }] }],
];

test('a broken review is not drawn', () => {
  for (const [what, told] of BROKEN) assert.equal(isReview(told), false, what);
});

test('broken settings switch nothing', () => {
  for (const told of [null, {}, { ...settings, on: undefined }, { ...settings, mode: 'loud' }, { ...settings, sites: null }]) {
    assert.equal(isSettings(told), false);
  }
});
