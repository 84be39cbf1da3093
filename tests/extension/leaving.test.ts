/** What tells that a post left, and what does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Look, whatBecame } from '../../extension/composer/leaving';

/** Looks one after the other, a tenth of a second each; the last one stays. */
const looks = (...seen: Look[]) => {
  const left = [...seen];
  return () => (left.length > 1 ? left.shift() : left[0]) ?? 'written';
};
const never = new AbortController().signal;
const calm = () => false;

const CASES: [string, () => Look, () => boolean, string, string][] = [
  ['the composer closes', looks('written', 'closed'), calm, 'sent', 'composer-closed'],
  ['the editor is emptied', looks('written', 'emptied'), calm, 'sent', 'editor-emptied'],
  ['emptied, but Cancel was pressed', looks('emptied'), () => true, 'unsure', 'editor-emptied'],
  ['the text still stands there', looks('written'), calm, 'unsure', 'none'],
  ['the editor was only swapped', looks('closed', 'closed', 'written'), calm, 'unsure', 'none'],
  ['emptied first, closed then', looks('emptied', 'closed'), calm, 'sent', 'composer-closed'],
];
for (const [what, look, doubted, left, signal] of CASES) {
  test(`${what}: ${left}`, async () => assert.deepEqual(await whatBecame(look, doubted, never, 1200), { left, signal }));
}

test('a page that goes away leaves it open, and is told at once', async () => {
  const gone = new AbortController();
  const became = whatBecame(looks('written'), calm, gone.signal);
  gone.abort();
  assert.deepEqual(await became, { left: 'unsure', signal: 'composer-closed' });
});
