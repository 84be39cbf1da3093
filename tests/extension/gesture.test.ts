/** One press of Post, one answer: whatever events it is made of and in whatever order they come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Attempt, type Fact, Gestures } from '../../extension/composer/gesture';

type Step = string | [type: string, more: Partial<Fact>];

/** Plays events, 10 ms apart; tells which were swallowed, and how often it was asked and committed. */
function play(steps: Step[], aim: (type: string) => 'pass' | 'hold' | null) {
  const gestures = new Gestures();
  const swallowed: string[] = [];
  let asked = 0;
  let committed = 0;
  let time = 1000;
  for (const step of steps) {
    const [type, more] = typeof step === 'string' ? [step, {}] : step;
    time += more.time ?? 10;
    const fact: Fact = { type, key: '', repeat: false, trusted: true, ...more, time };
    const attempt = (): Attempt | null => {
      const choice = aim(type);
      if (!choice) return null;
      asked += 1;
      const commit = () => {
        committed += 1;
      };
      return { choice, commit };
    };
    if (gestures.isTail(fact) || gestures.swallows(fact, attempt)) swallowed.push(type);
  }
  return { swallowed, asked, committed };
}

const MOUSE = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
const TOUCH = ['pointerdown', 'touchstart', 'pointerup', 'touchend', 'mousedown', 'mouseup', 'click'];
const enter = (type: string, more: Partial<Fact> = {}): Step => [type, { key: 'Enter', ...more }];

test('a clean press has no event swallowed and is asked about once', () => {
  for (const steps of [MOUSE, TOUCH, [...MOUSE, 'submit']]) {
    const seen = play(steps, () => 'pass');
    assert.deepEqual(seen, { swallowed: [], asked: 1, committed: 0 });
  }
});

test('a held press is swallowed whole and committed once, at its last event, which is asked about too', () => {
  assert.deepEqual(play(MOUSE, () => 'hold'), { swallowed: MOUSE, asked: 2, committed: 1 });
  assert.deepEqual(play(TOUCH, () => 'hold'), { swallowed: TOUCH, asked: 2, committed: 1 });
  assert.deepEqual(play(['submit'], () => 'hold'), { swallowed: ['submit'], asked: 1, committed: 1 });
});

test('the answer came between press and click: the click itself goes through, and the submit it makes', () => {
  const seen = play([...MOUSE, 'submit'], (type) => (type === 'click' ? 'pass' : 'hold'));
  assert.deepEqual(seen, { swallowed: ['pointerdown', 'mousedown', 'pointerup', 'mouseup'], asked: 2, committed: 1 });
});

test('a press that ends beside Post, and a touch that scrolls the page, post nothing', () => {
  assert.equal(play(MOUSE, (type) => (type === 'click' ? null : 'hold')).committed, 0);
  assert.equal(play(['pointerdown', 'touchstart', 'touchend'], () => 'hold').committed, 0);
  assert.equal(play(['pointerdown', 'touchstart', 'touchend', ...MOUSE], () => 'hold').committed, 1, 'the next press does');
});

test('a press that begins beside Post is judged by the event that hits it', () => {
  const seen = play(MOUSE, (type) => (type === 'click' ? 'hold' : null));
  assert.deepEqual(seen, { swallowed: ['click'], asked: 1, committed: 1 });
});

test('a key is held at keydown; its repeats and its end are swallowed wherever they land', () => {
  const steps = [enter('keydown'), enter('keypress'), enter('keydown', { repeat: true }), enter('keyup')];
  const seen = play(steps, (type) => (type === 'keydown' ? 'hold' : null));
  assert.deepEqual(seen, { swallowed: ['keydown', 'keypress', 'keydown', 'keyup'], asked: 1, committed: 1 });
});

test('the keys that answer the review are no part of the press that opened it, however quick they are', () => {
  const answer: Step[] = [['keydown', { key: 'Tab' }], ['keyup', { key: 'Tab' }], enter('keydown'), enter('keypress'), enter('keyup')];
  const steps = [enter('keydown'), enter('keyup'), ...answer];
  let press = 0;
  const seen = play(steps, (type) => (type === 'keydown' && ++press === 1 ? 'hold' : null));
  assert.deepEqual(seen.swallowed, ['keydown', 'keyup']);
});

test('a long press is one press', () => {
  const slow: Step[] = ['pointerdown', 'mousedown', ['pointerup', { time: 3000 }], 'mouseup', 'click'];
  assert.equal(play(slow, () => 'pass').asked, 1);
  assert.equal(play(slow, () => 'hold').committed, 1);
});

test('every press is asked about anew', () => {
  assert.equal(play([...MOUSE, ['pointerdown', { time: 50 }], ...MOUSE.slice(1)], () => 'pass').asked, 2);
  assert.equal(play([...MOUSE, enter('keydown')], () => 'pass').asked, 2);
});

test('what a script does after a held press is no part of it, but is after one that passed', () => {
  const scripted: Step = ['click', { trusted: false }];
  assert.equal(play([...MOUSE, scripted], () => 'hold').asked, 3, 'the page saw nothing of a held press');
  assert.equal(play([...MOUSE.slice(0, 4), scripted], () => 'pass').asked, 1, 'a site may post at pointerup');
  assert.equal(play([...MOUSE, ['click', { trusted: false, time: 5000 }]], () => 'pass').asked, 2, 'but not five seconds later');
});
