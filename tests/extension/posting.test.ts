/** What a press of Post leads to, for every state a draft can be in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../../extension/overlay/overlay';
import { Posting, type Sender, type Standing } from '../../extension/composer/posting';
import type { Way } from '../../extension/composer/release';

/** A composer that notes what is asked of it. `standings`: one after the other, the last one stays. */
function sender(standings: Standing[], decision: Decision = 'edit', answers: Promise<unknown> = Promise.resolve()) {
  const did: string[] = [];
  const left: string[] = [];
  const state = { text: 'a draft', writer: 'ann', on: true, seconds: 0, goes: true };
  const fake: Sender = {
    isOn: () => state.on,
    textNow: () => state.text,
    writer: () => state.writer,
    standing: () => (standings.length > 1 ? standings.shift() : standings[0]) ?? 'clear',
    settled: () => answers,
    postButton: () => null,
    review: async () => (did.push('review'), decision),
    gutCheck: () => state.seconds,
    countdown: async (seconds) => {
      did.push(`count ${seconds}`);
      return state.goes;
    },
    say: (word) => did.push(word),
    focusEditor: () => did.push('focus'),
    changed: () => did.push('done'),
    leaves: (anyway) => left.push(anyway ? 'anyway' : 'by itself'),
  };
  return { fake, did, left, state };
}

/** A press on a button that the page has taken away since: nothing is left to press for the person. */
const press = (): Way => ({ by: 'click', button: { isConnected: false } as HTMLElement, event: new Event('click') });

/** A press that nothing else stands in the way of. */
function attempt(posting: Posting) {
  const vote = posting.attempt(press());
  if (vote.choice === 'pass') vote.goes();
  return vote;
}

const until = async (reached: () => boolean) => {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('a clean draft, a site that is switched off and an absent companion are never held', () => {
  const cases: [Standing, boolean, string[]][] = [
    ['clear', true, []],
    ['held', false, []],
    ['unknown', true, ['not-checked']],
  ];
  for (const [standing, on, said] of cases) {
    const { fake, did, state } = sender([standing]);
    state.on = on;
    assert.equal(attempt(new Posting(fake)).choice, 'pass', standing);
    assert.deepEqual(did, said, standing);
  }
});

test('a held draft leads to the review, once, and back to the text', async () => {
  const { fake, did } = sender(['held'], 'edit');
  const posting = new Posting(fake);
  const first = attempt(posting);
  assert.equal(first.choice, 'hold');
  first.commit();
  const again = attempt(posting);
  assert.equal(again.choice, 'hold', 'a second press while the review is open is swallowed');
  again.commit();
  await until(() => did.at(-2) === 'focus');
  assert.deepEqual(did, ['review', 'done', 'focus', 'done'], 'and drawn again: the page may have taken it away');
});

test('a pass is for what stood there, not for the same words written anew', async () => {
  const { fake, did } = sender(['held'], 'post-anyway');
  const posting = new Posting(fake);
  attempt(posting).commit();
  await until(() => did.includes('review'));
  posting.written(); // the site emptied the box, and before anybody looked again the same stood there
  await until(() => did.includes('done'));
  assert.equal(attempt(posting).choice, 'hold');
});

test('an answer that comes between press and click lets the click through', () => {
  const { fake, did, left } = sender(['open', 'clear']);
  const posting = new Posting(fake);
  assert.equal(attempt(posting).choice, 'hold');
  assert.equal(attempt(posting).choice, 'pass');
  assert.deepEqual([did, left], [[], ['by itself']], 'and nothing is shown');
});

test('what the page changed under the review is looked at before it goes', async () => {
  const cases: [Standing[], string[], string[]][] = [
    [['held', 'open', 'held', 'held'], ['review', 'review', 'press-post-again', 'done'], ['anyway']],
    [['held', 'open'], ['review', 'not-checked', 'press-post-again-unchecked', 'done'], ['by itself']],
  ];
  for (const change of [{ text: 'written by the page' }, { writer: 'the office' }])
    for (const [standings, expected, told] of cases) {
      const { fake, did, left, state } = sender([...standings], 'post-anyway');
      attempt(new Posting({ ...fake, review: () => (Object.assign(state, change), fake.review()) })).commit();
      await until(() => did.includes('done'));
      assert.deepEqual([did, left], [expected, told], standings.join());
    }
});

test('an editor that the page put anew under the review, with the same words, needs no second answer', async () => {
  const { fake, did } = sender(['held', 'open'], 'post-anyway');
  attempt(new Posting(fake)).commit();
  await until(() => did.includes('done'));
  assert.deepEqual(did, ['review', 'press-post-again', 'done']);
});

test('no answer in 800 ms: it goes, with a notice', async () => {
  const { fake, did } = sender(['open'], 'edit', new Promise(() => {}));
  const began = performance.now();
  attempt(new Posting(fake)).commit();
  await until(() => did.includes('not-checked'));
  const waited = performance.now() - began;
  assert.ok(waited > 780 && waited < 1500, `${waited} ms`);
});

test('an answer that holds, come while waiting, leads to the review', async () => {
  const { fake, did } = sender(['open', 'held']);
  attempt(new Posting(fake)).commit();
  await until(() => did.includes('done'));
  assert.deepEqual(did, ['review', 'focus', 'done']);
});

test('the site did not take the press made for the person: their own next one goes through, once, for this text', async () => {
  const { fake, did, state } = sender(['held'], 'post-anyway');
  const posting = new Posting(fake);
  attempt(posting).commit();
  await until(() => did.includes('done'));
  assert.deepEqual(did, ['review', 'press-post-again', 'done']);
  assert.equal(attempt(posting).choice, 'pass');
  assert.equal(attempt(posting).choice, 'hold', 'once');

  attempt(posting).commit();
  await until(() => did.filter((word) => word === 'done').length === 2);
  state.writer = 'the office';
  assert.equal(attempt(posting).choice, 'hold', 'for this account only');
  Object.assign(state, { text: 'another draft', writer: 'ann' });
  assert.equal(attempt(posting).choice, 'hold', 'for this text only');
});

test('what goes to the site is told, and whether the person was asked', async () => {
  const cases: [Standing[], string[]][] = [
    [['clear'], ['by itself']],
    [['unknown'], ['by itself']],
    [['open', 'clear'], ['by itself']],
    [['held'], ['anyway']],
  ];
  for (const [standings, told] of cases) {
    const { fake, did, left } = sender(standings, 'post-anyway');
    const vote = attempt(new Posting(fake));
    vote.commit();
    if (vote.choice === 'hold') await until(() => did.includes('done'));
    assert.deepEqual(left, told, standings.join());
  }
  const { fake, did, left } = sender(['held'], 'edit');
  attempt(new Posting(fake)).commit();
  await until(() => did.includes('done'));
  assert.deepEqual(left, [], 'back to the text: nothing went');
});

test('where the person chose a gut check, every post is counted down, and goes when it is over', async () => {
  const cases: [Standing[], string[]][] = [
    [['clear'], ['count 5', 'press-post-again', 'done']],
    // The notice comes when the seconds are over: the countdown would stand in its place.
    [['unknown'], ['count 5', 'not-checked', 'press-post-again-unchecked', 'done']],
    [
      ['open', 'clear'],
      ['count 5', 'press-post-again', 'done'],
    ],
    [['held'], ['review', 'count 5', 'press-post-again', 'done']],
  ];
  for (const [standings, expected] of cases) {
    const { fake, did, left, state } = sender(standings, 'post-anyway');
    state.seconds = 5;
    const posting = new Posting(fake);
    const first = attempt(posting);
    assert.equal(first.choice, 'hold', standings.join());
    first.commit();
    assert.equal(attempt(posting).choice, 'hold', 'a second press meanwhile posts nothing');
    did.splice(did.indexOf('done'), 1); // it was drawn again: the page may have taken it away
    await until(() => did.includes('done'));
    assert.deepEqual(did, expected, standings.join());
    assert.equal(left.length, 1, 'told when it goes, once');
    assert.equal(attempt(posting).choice, 'pass', 'the person’s own press is not counted down again');
  }
});

test('taken back, nothing goes, and the next press is counted down again', async () => {
  const { fake, did, left, state } = sender(['clear']);
  Object.assign(state, { seconds: 5, goes: false });
  const posting = new Posting(fake);
  attempt(posting).commit();
  await until(() => did.includes('done'));
  assert.deepEqual([did, left], [['count 5', 'done'], []]);
  assert.equal(attempt(posting).choice, 'hold');
});

test('a text that changed during the countdown does not go', async () => {
  const { fake, did, left, state } = sender(['clear']);
  state.seconds = 5;
  fake.countdown = async () => {
    state.text = 'written on';
    return true;
  };
  attempt(new Posting(fake)).commit();
  await until(() => did.includes('done'));
  assert.deepEqual([did, left], [['done'], []]);
});

test('a pass is not used up by a press that another composer holds', async () => {
  const { fake, did, left } = sender(['held'], 'post-anyway');
  const posting = new Posting(fake);
  attempt(posting).commit();
  await until(() => did.includes('done'));
  assert.equal(posting.attempt(press()).choice, 'pass');
  assert.equal(attempt(posting).choice, 'pass');
  assert.deepEqual(left, ['anyway', 'by itself'], 'and what did not go is not told');
});

test('while a released post is on its way, the next one is another post', async () => {
  const { fake, did, state } = sender(['open', 'clear', 'held'], 'edit');
  const posting = new Posting(fake);
  attempt(posting).commit();
  await until(() => fake.standing() === 'held');
  state.text = 'the next draft';
  const next = attempt(posting);
  next.commit();
  await until(() => did.includes('review'));
  assert.ok(!did.includes('press-post-again'), 'the first one went: its text is no longer there');
});
