/** The gut check: some seconds beside the chip in which a post can be taken back, by hand, by key or by writing on. */
import { button, el } from './dom';
import { COUNTDOWN } from '../words/words';

const SECOND = 1000; // ms
const LATE = 5000; // ms: the machine slept; nothing goes out at a time nobody expects

export interface Countdown {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** Resolves to true when the time is up or the person would not wait, to false when it was taken back. */
  run(seconds: number): Promise<boolean>;
  takeBack(): void;
}

export function makeCountdown(): Countdown {
  const element = el('div', { class: 'countdown', role: 'group', 'aria-label': COUNTDOWN.name, hidden: true });
  const left = el('span', { 'aria-hidden': 'true' }); // a number that is read out every second helps nobody
  const back = button(COUNTDOWN.back, 'go', () => settle(false));
  element.append(
    left,
    back,
    button(COUNTDOWN.now, 'plain', () => settle(true)),
  );
  let answer: ((goes: boolean) => void) | null = null;
  let end = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function run(seconds: number): Promise<boolean> {
    settle(false);
    end = Date.now() + seconds * SECOND;
    addEventListener('beforeunload', keepPage);
    element.hidden = false;
    const decided = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    tick();
    back.focus({ preventScroll: true });
    return decided;
  }

  function tick(): void {
    const rest = end - Date.now();
    left.textContent = COUNTDOWN.left(Math.max(0, Math.ceil(rest / SECOND)));
    if (rest <= 0) settle(rest > -LATE);
    else timer = setTimeout(tick, rest % SECOND || SECOND);
  }

  function settle(goes: boolean): void {
    if (!answer) return; // nothing is counted down: most keys come here, and what stands there already costs as much to set
    clearTimeout(timer);
    removeEventListener('beforeunload', keepPage);
    element.hidden = true;
    const resolve = answer;
    answer = null;
    resolve(goes);
  }

  return {
    element,
    get isOpen() {
      return answer !== null;
    },
    run,
    takeBack: () => settle(false),
  };
}

/** Whoever leaves now believes that it is posted: the browser asks first. */
function keepPage(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
