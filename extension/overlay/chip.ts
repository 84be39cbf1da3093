/** The chip: mode, state in words, count and audience, beside the site's own button. */
import { el, moveTo } from './dom';
import { modeBadge } from './glyph';
import type { Anchor, View } from './overlay';
import { toLookAt } from './listed';
import { along, findSpot, findSpotInWindow, isCovered, isFreeBox, isTaken, type Spot } from './spot';
import { CHIP, EXPLAIN, FAULTS, MODES, PARTLY, PARTLY_OTHER, clockTime, language } from '../words/words';

const HEIGHT = 28; // px
const SIZES = ['full', 'short', 'mark'] as const;
const NOWHERE: Spot = { x: 0, y: 0, edge: 'left' };

type Tone = 'calm' | 'warn' | 'hold' | 'off';

/** What the chip says of a view, before it is drawn. */
export interface Face {
  tone: Tone;
  state: string;
  also: string; // a second state that must not be lost, as "Partly checked" beside "2 to look at"
  action: string; // "Start", or ''
  tally: string; // the count or a sign alone, for the smallest chip
  hints: number;
  explain: string; // said when the chip is pressed and there is no card to open
}

/** Null: nothing to say yet. `checking` has no face of its own: the last words stay. */
export function faceOf(view: View): Face | null {
  const { holds, warns, hints } = toLookAt(view.findings);
  const count = holds.length + warns.length;
  const base = { also: '', action: '', tally: CHIP.signs.off as string, hints: hints.length, explain: '' };
  const { state } = view;
  if (state.kind === 'off') {
    const fault = FAULTS[state.fault];
    return { ...base, hints: 0, tone: 'off', state: fault.chip, action: fault.action, explain: fault.sentence };
  }
  if (state.kind === 'not-here') {
    const explain = state.by === 'page' ? EXPLAIN.keptAway : EXPLAIN.notHere;
    return { ...base, hints: 0, tone: 'off', state: CHIP.notHere, explain };
  }
  if (state.kind === 'resting') {
    const words = state.until ? CHIP.pausedUntil(clockTime(state.until)) : CHIP.off;
    return { ...base, hints: 0, tone: 'off', state: words, explain: EXPLAIN.resting };
  }
  if (state.kind === 'checking') return { ...base, hints: 0, tone: 'off', state: CHIP.checking, explain: EXPLAIN.checking };
  if (state.kind === 'idle') return null;
  const partly = state.kind === 'partly';
  const explain = partly ? (PARTLY[state.reason] ?? PARTLY_OTHER) : EXPLAIN.checked;
  if (count > 0) {
    const tone = holds.length > 0 ? 'hold' : 'warn';
    return { ...base, tone, state: CHIP.toLookAt(count), also: partly ? CHIP.partly : '', tally: String(count), explain };
  }
  return partly
    ? { ...base, tone: 'warn', state: CHIP.partly, tally: CHIP.signs.partly, explain }
    : { ...base, tone: 'calm', state: CHIP.checked, tally: CHIP.signs.checked, explain };
}

export interface Chip {
  readonly element: HTMLElement;
  readonly face: Face | null;
  /** Answers whether it looks otherwise now. */
  draw(view: View): boolean;
  place(anchor: Anchor): void;
}

/** `press` is called from a click or a key on the chip, `pressMode` from a click on its mode. `origin` is where (0, 0) of the overlay lies in the viewport. */
export function makeChip(host: Element, origin: () => { x: number; y: number }, press: () => void, pressMode: () => void): Chip {
  const element = el('button', { type: 'button', class: 'chip', hidden: true });
  element.addEventListener('click', (event) => (onMode(event) ? pressMode() : press()));
  let face: Face | null = null;
  let drawn = '';
  let spot: Spot | null = null; // in relation to the upper left corner of `reference`
  let ground = ''; // button and window as they were when the spot was chosen; '' after the words changed
  let away: Spot | null = null; // where it stands in the viewport while Post is scrolled out of sight
  let sizeAtHome = ''; // its size beside the button meanwhile

  /** On the letter, by hand: a key or a voice presses the chip as a whole. */
  function onMode(event: MouseEvent): boolean {
    return event.detail > 0 && event.clientX - element.getBoundingClientRect().left < HEIGHT;
  }

  function draw(view: View): boolean {
    if (view.state.kind !== 'checking' || face === null) face = faceOf(view);
    const appears = element.hidden && face !== null;
    if (element.hidden !== (face === null)) element.hidden = face === null; // see `move`
    const look = JSON.stringify([language(), face, view.mode, view.account, view.audience]);
    if (face === null || look === drawn) return appears;
    drawn = look;
    ground = '';
    const whose = face.tone === 'off' ? [] : [view.account, view.audience]; // of a check that was not made, nothing
    const more = [face.also, ...whose].filter((word) => !!word).join(' · ');
    const does = face.action && `· ${face.action}`;
    const seen = [face.state, does, more].filter((words) => words !== '').join(' ');
    const hints = face.hints > 0 ? [CHIP.hints(face.hints)] : [];
    element.className = `chip ${face.tone}`;
    element.title = face.explain;
    element.setAttribute('aria-description', CHIP.changeMode);
    element.dataset.tally = face.tally;
    // What is seen stands in the name as it is seen, for those who speak to their computer.
    element.setAttribute('aria-label', [`${CHIP.name}: ${seen}`, MODES[view.mode].name, ...hints].join(', '));
    element.replaceChildren(
      modeBadge(view.mode),
      el('span', { class: 'state' }, face.state),
      ...(does ? [' ', el('span', { class: 'does' }, does)] : []),
      ...(more ? [' ', el('span', { class: 'more' }, more)] : []),
      ...(face.hints > 0 ? [el('span', { class: 'dot' })] : []),
    );
    return true;
  }

  function place(anchor: Anchor): void {
    if (element.hidden) return;
    if (isAway(anchor)) standIn(anchor);
    else standBeside(anchor);
  }

  /** Post is scrolled out of sight below a long text, and the text is not. */
  function standIn(anchor: Anchor): void {
    if (!away) sizeAtHome = element.dataset.size ?? '';
    if (!away || isTaken(anchor, along(element.getBoundingClientRect(), host))) {
      const found = findSpotInWindow(anchor, widths(), HEIGHT, host);
      if (found) element.dataset.size = SIZES[found.size];
      away = found?.spot ?? NOWHERE;
      element.classList.toggle('covered', !found);
    }
    move(away);
  }

  function standBeside(anchor: Anchor): void {
    if (away) {
      element.dataset.size = sizeAtHome;
      ground &&= 'away'; // it has to go back, even to a button that stands where it stood before
      away = null;
    }
    const near = reference(anchor);
    const seen = [near.left, near.top, near.right, near.bottom, innerWidth, innerHeight].join();
    let looks = along(element.getBoundingClientRect(), host);
    if (seen !== ground || (isTaken(anchor, looks) && !isCovered(anchor, looks))) {
      const found = (ground === '' ? refit(anchor, near) : follow(anchor, near)) ?? choose(anchor);
      spot = { ...found, x: found.x - near.left, y: found.y - near.top };
      ground = seen;
      move(found);
      looks = along(element.getBoundingClientRect(), host);
    }
    element.classList.toggle('covered', outOfSight(anchor) || isCovered(anchor, looks));
  }

  /** Where the chip was beside the button, in the viewport. It stays there when it can: it must not jump about. */
  function before(near: DOMRect): Spot | null {
    return spot && { ...spot, x: spot.x + near.left, y: spot.y + near.top };
  }

  /** The same place after a scroll or a change of layout; null when something stands there. */
  function follow(anchor: Anchor, near: DOMRect): Spot | null {
    const same = before(near);
    return same && !isTaken(anchor, along(boxAt(same), host)) ? same : null;
  }

  /** The same place for other words, in the largest size that is free there. */
  function refit(anchor: Anchor, near: DOMRect): Spot | null {
    const same = before(near);
    const fits =
      same &&
      SIZES.some((size) => {
        element.dataset.size = size;
        return isFreeBox(anchor, boxAt(same), host);
      });
    return fits ? same : null;
  }

  function boxAt(at: Spot): DOMRect {
    const width = element.offsetWidth;
    return new DOMRect(at.edge === 'right' ? at.x - width : at.x, at.y, width, HEIGHT);
  }

  function choose(anchor: Anchor): Spot {
    const found = findSpot(anchor, widths(), HEIGHT, host);
    element.dataset.size = SIZES[found?.size ?? 1];
    return found?.spot ?? { x: innerWidth - 8, y: innerHeight - HEIGHT - 8, edge: 'right' };
  }

  function widths(): number[] {
    return SIZES.map((size) => {
      element.dataset.size = size;
      return element.offsetWidth;
    });
  }

  function move(to: Spot): void {
    moveTo(element, to.edge === 'right' ? to.x - element.offsetWidth : to.x, to.y, origin());
  }

  return {
    element,
    get face() {
      return face;
    },
    draw,
    place,
  };
}

/** What the chip keeps its distance to. */
function reference(anchor: Anchor): DOMRect {
  return (anchor.submit?.isConnected ? anchor.submit : anchor.editor).getBoundingClientRect();
}

function outOfSight(anchor: Anchor): boolean {
  return !anchor.editor.isConnected || !isInSight(reference(anchor));
}

function isAway({ submit, editor }: Anchor): boolean {
  const box = submit?.isConnected ? submit.getBoundingClientRect() : null;
  // Of a button at the edge of the window, the chip would be half outside.
  return !!box && box.width > 0 && !isWhollyInSight(box) && isInSight(editor.getBoundingClientRect());
}

function isWhollyInSight({ top, bottom }: DOMRect): boolean {
  return top >= 0 && bottom <= innerHeight;
}

function isInSight({ width, top, right, bottom, left }: DOMRect): boolean {
  return width > 0 && bottom >= 0 && top <= innerHeight && right >= 0 && left <= innerWidth;
}
