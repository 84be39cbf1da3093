/** A text that leaves with no press seen: told from one the person took out, one that was cancelled, and one we saw go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, Slip } from '../../extension/composer/slip';

const STORIES: [string, (Act | 'sent' | 'emptied')[], boolean][] = [
  ['written, an unknown button pressed, empty', ['edited', 'pressed', 'emptied'], true],
  ['written, and taken out by hand', ['edited', 'emptied'], false],
  ['an emoji chosen from a button, then taken out by hand', ['edited', 'pressed', 'edited', 'emptied'], false],
  ['cancelled', ['edited', 'doubted', 'emptied'], false],
  ['Post pressed, and we saw it', ['edited', 'sent', 'emptied'], false],
  ['Post pressed, and the click that ends the press', ['edited', 'sent', 'pressed', 'emptied'], false],
  ['seen once, the next one slips', ['edited', 'sent', 'emptied', 'edited', 'pressed', 'emptied'], true],
  ['slipped once, the next one is seen', ['edited', 'pressed', 'emptied', 'edited', 'sent'], false],
  ['slipped, and written again', ['edited', 'pressed', 'emptied', 'edited'], true],
  ['emptied by the page alone', ['emptied'], false],
];
for (const [story, steps, happened] of STORIES) {
  test(`${story}: ${happened ? 'slipped' : 'all is well'}`, () => {
    const slip = new Slip();
    for (const step of steps) {
      if (step === 'sent') slip.sent();
      else if (step === 'emptied') slip.stands(false);
      else {
        slip.did(step);
        slip.stands(true);
      }
    }
    assert.equal(slip.happened, happened);
  });
}
