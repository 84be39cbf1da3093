/** Which keys post. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Keys, posts, presses } from '../../extension/composer/keys';
import type { SubmitKey } from '../../extension/sites/schema';

const key = (name: string, held: Partial<Keys> = {}): Keys => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const PRESSED: [Keys, SubmitKey[], boolean, string][] = [
  [key('Enter'), ['Enter'], true, 'Enter posts where the site says so'],
  [key('Enter'), ['Mod+Enter'], false, 'elsewhere it makes a line'],
  [key('Enter', { ctrlKey: true }), ['Mod+Enter'], true, 'Ctrl+Enter'],
  [key('Enter', { metaKey: true }), ['Mod+Enter'], true, 'Cmd+Enter'],
  [key('Enter', { shiftKey: true }), ['Enter'], false, 'Shift+Enter makes a line everywhere'],
  [key('Enter', { ctrlKey: true, shiftKey: true }), ['Mod+Enter'], true, 'with Ctrl it posts, whatever else is down'],
  [key('Enter', { ctrlKey: true, altKey: true }), ['Mod+Enter'], true, 'as well'],
  [key('Enter', { altKey: true }), ['Mod+Enter'], false, 'Alt+Enter is another key'],
  [key('Enter', { altKey: true }), ['Alt+Enter'], true, 'which some sites post with'],
  [key('Enter', { altKey: true }), ['Enter'], true, 'or with any Enter'],
  [key('Enter', { ctrlKey: true }), ['Enter'], true, 'this one, too'],
  [key('Enter'), ['Alt+Enter'], false, 'but not without it'],
  [key('a', { ctrlKey: true }), ['Mod+Enter'], false, 'not every key with Ctrl'],
];

test('a key posts when the surface says so', () => {
  for (const [pressed, keys, expected, why] of PRESSED) assert.equal(posts(pressed, keys), expected, why);
});

test('Enter and Space press a button that has the focus', () => {
  assert.ok(presses(key('Enter')) && presses(key(' ')));
  assert.ok(!presses(key('Enter', { ctrlKey: true })) && !presses(key('Tab')));
});
