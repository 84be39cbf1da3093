/** A press that began on a control of ours counts: what is drawn anew meanwhile would take the control away, and the press with it. */

/** The clicks of a finger come a little after it was lifted (ms). */
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

  const options = { capture: true, passive: true, signal: gone.signal };
  for (const start of ['pointerdown', 'keydown']) window.addEventListener(start, press, options);
  for (const end of ['pointerup', 'pointercancel', 'keyup']) window.addEventListener(end, letGo, options);
  return {
    free: (draw) => {
      if (isDown) waiting = draw;
      else draw();
    },
    lift,
    stop: () => {
      clearTimeout(over);
      gone.abort();
    },
  };
}
