/** When the whole of Forepost rests: what the settings say, and the clock. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restOf } from '../../extension/rest';

const NOON = Date.UTC(2026, 0, 5, 12);
const LATER = '2026-01-05T12:15:00Z';

const TABLE: [boolean, string | null, number | 'off' | 'awake'][] = [
  // on, paused until → milliseconds left of a pause, off, or awake
  [true, null, 'awake'],
  [true, LATER, 15 * 60_000],
  [true, '2026-01-05T11:59:59Z', 'awake'], // a pause that is over
  [true, '2026-01-05T12:00:00Z', 'awake'],
  [true, '2026-01-06T12:00:00Z', 24 * 60 * 60_000],
  [true, '2026-01-06T12:00:01Z', 'awake'], // longer than any that can be asked for: the clock was set back
  [false, null, 'off'],
  [false, LATER, 'off'], // the end of the pause does not switch it on
];

for (const [on, paused_until, expected] of TABLE) {
  test(`on ${on}, paused until ${paused_until}: ${expected}`, () => {
    const rest = restOf({ on, paused_until }, NOON);
    const seen = rest === null ? 'awake' : rest.until === null ? 'off' : rest.until.getTime() - NOON;
    assert.equal(seen, expected);
  });
}
