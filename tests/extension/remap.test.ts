/** A late answer is mapped to the text of now, or dropped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editBetween, moveSpan } from '../../extension/composer/remap';

/** [old text, words found in it, text of now, what the span reads then (null: dropped), why] */
const LATE: [string, string, string, string | null, string][] = [
  ['ring 07400 123456 now', '07400 123456', 'ring 07400 123456 now', '07400 123456', 'nothing changed'],
  ['ring 07400 123456 now', '07400 123456', 'do ring 07400 123456 now', '07400 123456', 'typed before it: moved'],
  ['ring 07400 123456 now', '07400 123456', 'ring 07400 123456 now, please', '07400 123456', 'typed after it: where it was'],
  ['ring 07400 123456', '07400 123456', 'ring 07400 1234567', '07400 123456', 'typed right behind it: the next check settles it'],
  ['ring 07400 123456', '07400 123456', 'ring +07400 123456', '07400 123456', 'typed right before it: moved'],
  ['ring 07400 123456 now', '07400 123456', 'ring 07400 99123456 now', null, 'typed into it'],
  ['ring 07400 123456 now', '07400 123456', 'ring 0740 now', null, 'part of it deleted'],
  ['ring 07400 123456 now', '07400 123456', 'ring  now', null, 'all of it deleted'],
  ['a 👨‍👩‍👧 b 07400 123456', '07400 123456', 'a 👨‍👩‍👧 👨‍👩‍👧 b 07400 123456', '07400 123456', 'emoji are several UTF-16 units'],
  ['one one one', 'one one one', 'one one one one', 'one one one', 'a repeated word: the edit is taken to be at the end'],
];

test('a span follows the edit, or is dropped when the edit went into it', () => {
  for (const [old, words, now, expected, why] of LATE) {
    const start = old.indexOf(words);
    const moved = moveSpan({ start, end: start + words.length }, editBetween(old, now));
    assert.equal(moved && now.slice(moved.start, moved.end), expected, why);
  }
});

test('an edit is the one stretch in which two texts differ', () => {
  assert.equal(editBetween('same', 'same'), null);
  assert.deepEqual(editBetween('abc', 'abXc'), { start: 2, oldEnd: 2, newEnd: 3 });
  assert.deepEqual(editBetween('aa', 'aaa'), { start: 2, oldEnd: 2, newEnd: 3 }, 'prefix and suffix never overlap');
  assert.deepEqual(editBetween('', 'new'), { start: 0, oldEnd: 0, newEnd: 3 });
});

test('put into the old text, the edit makes the new one, and no shorter one would', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    let state = seed;
    const upTo = (most: number) => {
      state = (state * 48271) % 2147483647;
      return state % (most + 1);
    };
    const some = (most: number) => Array.from({ length: upTo(most) }, () => 'ab'[upTo(1)]).join('');
    const [old, now] = [some(12), some(12)];
    const edit = editBetween(old, now);
    if (!edit) assert.equal(old, now);
    else {
      assert.equal(old.slice(0, edit.start) + now.slice(edit.start, edit.newEnd) + old.slice(edit.oldEnd), now);
      const [gone, come] = [old.slice(edit.start, edit.oldEnd), now.slice(edit.start, edit.newEnd)];
      assert.ok(gone === '' || come === '' || (gone[0] !== come[0] && gone.at(-1) !== come.at(-1)), `${old} → ${now}`);
    }
  }
});
