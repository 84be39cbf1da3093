/** Nobody is judged in the middle of a word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AFTER_INPUT, AFTER_WORD, pauseAfter } from '../../extension/composer/pause';

const EDITS: [string, string, number, string][] = [
  ['hell', 'hello', AFTER_INPUT, 'inside a word'],
  ['hello', 'hello ', AFTER_WORD, 'a space ends a word'],
  ['hello', 'hello.', AFTER_WORD, 'so does a full stop'],
  ['こんにちは', 'こんにちは。', AFTER_WORD, 'and one of another script'],
  ['hello there', 'hello', AFTER_INPUT, 'deleting is not the end of a word'],
  ['a c', 'a b c', AFTER_WORD, 'in the middle of a text, a word and its space'],
];

test('the pause is shorter after the end of a word', () => {
  for (const [old, now, pause, why] of EDITS) assert.equal(pauseAfter(old, now), pause, why);
});
