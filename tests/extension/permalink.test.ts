/** Which link of a site's own notice is the one to the post that has just left. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Told, watchForLink } from '../../extension/composer/permalink';

const never = new AbortController().signal;
const POST = 'https://x.com/jane/status/17';
const told = (href: string, notice = 'Your post was sent. View'): Told => ({ href, notice });

const CASES: [string, Told[][], string | null][] = [
  ['a notice with a link to one thing of this site', [[], [], [told(POST)]], POST],
  ['the part after # is no part of the address', [[], [told(`${POST}#m`)]], POST],
  ['a notice that stood there before the press', [[told(POST)]], null],
  ['a link to a section of the site', [[], [told('https://x.com/home')]], null],
  ['a link to another site, as to a page of help', [[], [told('https://help.x.com/rules/limits')]], null],
  ['a link that goes nowhere on the web', [[], [told('mailto:a/b/c')]], null],
  ['a link that is no address, before the one to the post', [[], [told('https://['), told(POST)]], POST],
  ['a feed that is announced as it grows', [[], [told(POST, 'word '.repeat(80))]], null],
];
for (const [what, looks, link] of CASES) {
  test(`${what}: ${link ? 'found' : 'left'}`, async () => {
    const left = [...looks];
    const look = () => (left.length > 1 ? left.shift() : left[0]) ?? [];
    assert.equal(await watchForLink(look, 'x.com')(never), link);
  });
}

test('a page that goes away is not waited for', async () => {
  const gone = new AbortController();
  const found = watchForLink(() => [], 'x.com')(gone.signal);
  gone.abort();
  assert.equal(await found, null);
});
