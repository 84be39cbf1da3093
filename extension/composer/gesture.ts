/**
 * One press of Post is many events (pointerdown, mousedown … click, submit). This decides once for each press, at
 * the first event that is aimed at Post, and gives all the rest of the press the same answer.
 *
 * Pure: it sees a few facts of each event and knows nothing of the page, so that every order of events can be tested.
 */

/** What the hold needs to know of a DOM event. `time` in milliseconds on the event clock. */
export interface Fact {
  type: string;
  time: number;
  key: string;
  repeat: boolean;
  /** Made by the person, not by a script. */
  trusted: boolean;
}

/** One attempt to post. `commit` is called once, when a press that was held is complete, or passes after all. */
export interface Attempt {
  choice: 'pass' | 'hold';
  commit(): unknown;
}

/** What one composer says of a press. `goes` is called where it passes: another composer that it would send may hold it. */
export interface Vote extends Attempt {
  goes(): void;
}

/** A press of which no event was seen for this long is over; longer while the button or key is down (milliseconds). */
const OVER = 700;
const OVER_WHILE_DOWN = 10_000;

const BEGINS = new Set(['pointerdown', 'mousedown', 'touchstart', 'keydown']);
const ENDS = new Set(['pointerup', 'mouseup', 'touchend', 'keyup', 'click']);

interface Press {
  by: 'pointer' | 'key';
  key: string;
  last: number;
  /** The button or key is still down: a long press is one press. */
  down: boolean;
  attempt: Attempt | null;
  committed: boolean;
}

export class Gestures {
  private press: Press | null = null;

  /**
   * Should this event be swallowed? `aim` tells whether the event, taken alone, is an attempt to post; it is asked
   * only when the press it belongs to has no answer yet, and again of the last event of a held one.
   */
  swallows(fact: Fact, aim: () => Attempt | null): boolean {
    const press = this.pressOf(fact);
    note(press, fact);
    const before = press.attempt;
    press.attempt ??= aim();
    if (press.attempt?.choice !== 'hold') return false;
    if (press.committed || !completes(fact)) return true;
    const last = before ? aim() : press.attempt;
    if (!last) return true; // it ends beside Post: the person thought better of it
    press.attempt = last;
    press.committed = last.choice === 'hold';
    last.commit();
    return press.committed; // the answer may have come between press and click: then the click goes through
  }

  /**
   * Is this event the tail of a press that was held? Then it is swallowed wherever it lands, our own review included, until
   * the next key goes down: who is quick answers the review before the held press has grown old.
   */
  isTail(fact: Fact): boolean {
    const press = this.press;
    if (!press?.committed || press.by !== 'key' || isOver(press, fact.time)) return false;
    if (fact.type === 'keydown' && !fact.repeat) {
      this.press = null;
      return false;
    }
    const tail = fact.type === 'keydown' ? fact.repeat && press.key === fact.key : fact.type.startsWith('key');
    if (tail) note(press, fact);
    return tail;
  }

  private pressOf(fact: Fact): Press {
    const by = fact.type.startsWith('key') ? 'key' : 'pointer';
    const current = this.press;
    if (current && goesOn(current, fact, by)) return current;
    this.press = { by, key: fact.key, last: fact.time, down: false, attempt: null, committed: false };
    return this.press;
  }
}

/** Does this event belong to the press we know? No page has seen a held one, so what a script does is not its tail. */
function goesOn(press: Press, fact: Fact, by: Press['by']): boolean {
  if (isOver(press, fact.time) || (press.committed && !fact.trusted)) return false;
  return !begins(fact, by, press);
}

function isOver(press: Press, time: number): boolean {
  return time - press.last > (press.down ? OVER_WHILE_DOWN : OVER);
}

function note(press: Press, fact: Fact): void {
  press.last = fact.time;
  if (BEGINS.has(fact.type)) press.down = true;
  if (ENDS.has(fact.type)) press.down = false;
}

/** Is this the first event of a new press? The mouse events that follow a pointerdown are not. */
function begins(fact: Fact, by: Press['by'], current: Press): boolean {
  if (!BEGINS.has(fact.type)) return false;
  if (by === 'key') return !(fact.repeat && current.by === 'key' && current.key === fact.key);
  return fact.type === 'pointerdown' || current.by !== 'pointer';
}

/** The event with which a held press is complete. A touch that scrolls the page comes to none of them. */
function completes({ type }: Fact): boolean {
  return type === 'click' || type === 'submit' || type === 'keydown';
}
