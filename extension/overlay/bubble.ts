/** A short sentence by the chip. It stays at least six seconds, then goes with the next change of state. */
import { button, closeButton, el, moveTo } from './dom';
import { CARD } from '../words/words';

const READING = 6000; // ms a notice stays at least
const GAP = 6; // px

/** What may be pressed in the line; it then goes. */
export interface Choice {
  label: string;
  press(): void;
}

export interface Bubble {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  show(text: string, choices?: readonly Choice[]): void;
  hide(): void;
  stateChanged(kind: string): void;
  place(): void;
}

export function makeBubble(origin: () => { x: number; y: number }, chip: () => HTMLElement): Bubble {
  const element = el('div', { class: 'bubble', hidden: true });
  let since = 0;
  let state = '';
  let seen: DOMRect | null = null; // where the chip was last
  let lasting = false; // a question waits for its answer
  let leaving: ReturnType<typeof setTimeout> | undefined;

  function show(text: string, choices: readonly Choice[] = []): void {
    clearTimeout(leaving);
    leaving = undefined;
    since = performance.now();
    const pressed = (choice: Choice) => {
      hide();
      choice.press();
    };
    const buttons = choices.map((choice) => button(choice.label, 'plain', () => pressed(choice)));
    element.replaceChildren(el('span', {}, text), ...buttons, closeButton(CARD.close, hide));
    lasting = choices.length > 1;
    element.hidden = false;
    place();
  }

  function hide(): void {
    clearTimeout(leaving);
    leaving = undefined;
    element.hidden = true;
  }

  function stateChanged(kind: string): void {
    const changed = kind !== state;
    state = kind;
    if (!changed || lasting || element.hidden || leaving !== undefined) return;
    leaving = setTimeout(hide, Math.max(0, READING - (performance.now() - since)));
  }

  /** A text that went takes the chip with it: the line stays where the chip was. */
  function place(): void {
    const at = chip().getBoundingClientRect();
    if (at.width > 0) seen = at;
    if (!element.hidden && seen) placeBeside(element, seen, origin());
  }

  return {
    element,
    get isOpen() {
      return !element.hidden;
    },
    show,
    hide,
    stateChanged,
    place,
  };
}

/** A line below the chip, or above it where there is no room. `zero`: where (0, 0) of the overlay lies in the viewport. */
export function placeBeside(element: HTMLElement, chip: DOMRect, zero: { x: number; y: number }): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = chip.bottom + GAP; // above it would lie over the text
  const top = below + height <= innerHeight - GAP ? below : chip.top - GAP - height;
  const left = Math.max(GAP, Math.min(chip.left, innerWidth - width - GAP));
  moveTo(element, left, top, zero);
}
