/** One line beside the chip: which mode this account writes in. Asked once of a new account, or opened from the chip. */
import type { Mode } from '../protocol';
import { button, closeButton, el, moveTo, paintAnew } from './dom';
import { modeBadge } from './glyph';
import type { Anchor, View } from './overlay';
import { MODES, WHOSE } from '../words/words';

const GAP = 6; // px

export interface Whose {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** Opened by the person: the focus goes to the mode of now. */
  open(view: View): void;
  /** As its close button does. */
  close(): void;
  /** Answers whether it looks otherwise now. */
  draw(view: View): boolean;
  place(anchor: Anchor): void;
}

export interface WhoseWorld {
  origin(): { x: number; y: number };
  chip(): DOMRect;
  choose(mode: Mode): void;
  /** Closed without an answer; `asked`: it was our question. */
  leave(asked: boolean): void;
}

export function makeWhose(world: WhoseWorld): Whose {
  const element = el('div', { class: 'whose', role: 'group', 'aria-label': WHOSE.group, hidden: true });
  let opened = false;
  let asking = false;
  let answered = false; // until the account is known, our question must not come back
  let drawn = '';

  function draw(view: View): boolean {
    if (!view.unknown) answered = false;
    const quiet =
      view.state.kind === 'idle' || view.state.kind === 'off' || view.state.kind === 'not-here' || view.state.kind === 'resting';
    const asked = !quiet && !answered && view.unknown !== undefined;
    asking = asked;
    const hidden = !asked && !opened;
    if (element.hidden !== hidden) element.hidden = hidden; // set anew it would cost the page a layout
    const look = JSON.stringify([asked ? view.unknown : view.mode, view.account, asked]);
    if (element.hidden || look === drawn) return false;
    drawn = look;
    paintAnew(element, () => paint(view, asked), focusFirst);
    return true;
  }

  function paint({ account, mode, unknown }: View, asked: boolean): void {
    const suggested = unknown?.suggested ?? null;
    const modes = (Object.keys(MODES) as Mode[]).sort((a, b) => Number(b === suggested) - Number(a === suggested));
    const lead = account ? (asked ? WHOSE.asked(account) : WHOSE.opened(account)) : WHOSE.draft;
    element.replaceChildren(
      el(
        'div',
        { class: 'choices' },
        el('span', { class: 'lead' }, lead),
        ...modes.map((one) => choice(one, asked ? one === suggested : one === mode, asked)),
      ),
      closeButton(asked ? WHOSE.leave : WHOSE.close, () => leave(asked)),
    );
  }

  function choice(mode: Mode, first: boolean, asked: boolean): HTMLElement {
    const node = button('', 'plain', () => choose(mode));
    node.append(modeBadge(mode), MODES[mode].name);
    node.classList.toggle('first', first);
    if (!asked) node.setAttribute('aria-pressed', String(first));
    return node;
  }

  function choose(mode: Mode): void {
    shut();
    world.choose(mode);
  }

  function leave(asked: boolean): void {
    shut();
    world.leave(asked);
  }

  function shut(): void {
    opened = false;
    answered = true;
    element.hidden = true;
  }

  function open(view: View): void {
    opened = true;
    drawn = '';
    draw(view);
    focusFirst();
  }

  function focusFirst(): void {
    const first = element.querySelector<HTMLElement>('[aria-pressed="true"]') ?? element.querySelector<HTMLElement>('.b');
    first?.focus({ preventScroll: true });
  }

  /** Below the chip or above it, in sight, and where that can be over neither the text nor the site's own button. */
  function place(anchor: Anchor): void {
    if (element.hidden) return;
    const at = world.chip();
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = Math.max(GAP, Math.min(at.left, innerWidth - width - GAP));
    const kept = [anchor.editor, anchor.submit].flatMap((one) => (one?.isConnected ? [one.getBoundingClientRect()] : []));
    const lowest = Math.max(at.bottom, ...kept.map(({ bottom }) => bottom)) + GAP;
    const highest = Math.min(at.top, ...kept.map(({ top }) => top)) - GAP - height;
    const tops = [at.bottom + GAP, at.top - GAP - height, lowest, highest].filter((top) => top >= GAP && top + height <= innerHeight - GAP);
    const clear = tops.find((top) => kept.every((box) => !overlap(box, new DOMRect(left, top, width, height))));
    moveTo(element, left, clear ?? tops[0] ?? at.bottom + GAP, world.origin());
  }

  return {
    element,
    get isOpen() {
      return !element.hidden;
    },
    open,
    close: () => leave(asking),
    draw,
    place,
  };
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
