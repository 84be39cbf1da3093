/** A press that began on a control of ours counts: what is drawn anew meanwhile would take the control away, and the press with it. */

/** The click of a finger comes a little after it was lifted (ms). */
const TAP = 100;
/** A hand that rests on a control does not keep a later answer from being seen (ms). */
const LONGEST = 2000;

export interface Hand {
  /** Draw now, or as soon as the press that is under way is over. Of several drawings only the last is made. */
  free(draw: () => void): void;
  /** Make the drawing that waits. */
  lift(): void;
  stop(): void;
}

/** Stands before the shield, which lets no press get to anybody behind it. */
export function watchHand(host: Element): Hand {
  const gone = new AbortController();
  let isDown = false;
  let waiting: (() => void) | null = null;
  let over: ReturnType<typeof setTimeout> | undefined;

  function press(event: Event): void {
    if (!event.isTrusted || !event.composedPath().includes(host)) return;
    isDown = true;
    liftIn(LONGEST);
  }

  function letGo({ isTrusted }: Event): void {
    if (isTrusted && isDown) liftIn(TAP);
  }

  /** The press has come to its control: what follows from it is drawn at once, and what waited only if nothing does. */
  function clicked({ isTrusted }: Event): void {
    if (!isTrusted || !isDown) return;
    isDown = false;
    liftIn(0);
  }

  function liftIn(wait: number): void {
    clearTimeout(over);
    over = setTimeout(lift, wait);
  }

  function lift(): void {
    clearTimeout(over);
    isDown = false;
    const draw = waiting;
    waiting = null;
    draw?.();
  }

  const on = (type: string, then: (event: Event) => void) =>
    window.addEventListener(type, then, { capture: true, passive: true, signal: gone.signal });
  on('pointerdown', press);
  on('keydown', (event) => (event as KeyboardEvent).key === ' ' && press(event));
  for (const end of ['pointerup', 'pointercancel', 'keyup']) on(end, letGo);
  on('click', clicked);
  return {
    free: (draw) => {
      if (isDown) {
        waiting = draw;
        return;
      }
      waiting = null; // an older one
      draw();
    },
    lift,
    stop: () => {
      clearTimeout(over);
      gone.abort();
    },
  };
}
