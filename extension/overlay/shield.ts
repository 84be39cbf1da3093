/**
 * Between our controls and the page: pages with focus traps and shortcuts must not see what happens inside our
 * overlay, and what a page's script makes up must not reach our controls.
 */

const TRAPPED = ['focusin', 'focusout', 'focus', 'blur', 'mousedown', 'pointerdown', 'touchstart'] as const;
const KEYS = ['keydown', 'keypress', 'keyup'] as const;
const OURS = [
  'click',
  'dblclick',
  'auxclick',
  'pointerup',
  'mouseup',
  'input',
  'beforeinput',
  'change',
  'submit',
  'copy',
  'contextmenu',
  'wheel',
] as const;

/** Put the shield up. `onKey` gets the trusted key presses inside the overlay. Returns what takes it down. */
export function raiseShield(host: Element, root: ShadowRoot, onKey: (event: KeyboardEvent) => void): () => void {
  const gone = new AbortController();
  const outer = { capture: true, signal: gone.signal };
  const isOurs = (event: Event) => event.composedPath().includes(host);

  // On the window, before the page's document sees them. The browser's own doing (focus, caret, activation) stays.
  for (const type of TRAPPED) {
    window.addEventListener(type, (event) => isOurs(event) && event.stopImmediatePropagation(), { ...outer, passive: true });
  }
  for (const type of KEYS) {
    window.addEventListener(
      type,
      (event) => {
        if (!isOurs(event)) return;
        event.stopImmediatePropagation();
        // A key held down since before (Enter to post) must not press our default button.
        if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
        if (type === 'keydown' && event.isTrusted && !event.isComposing) onKey(event);
      },
      outer,
    );
  }
  for (const type of OURS) {
    root.addEventListener(type, refuseMadeUp, { capture: true, signal: gone.signal });
    root.addEventListener(type, (event) => event.stopPropagation(), { signal: gone.signal });
  }
  return () => gone.abort();
}

/** Only the person's own hand, key or assistive technology moves our controls (threat A11). */
function refuseMadeUp(event: Event): void {
  const second = event.type === 'click' && (event as MouseEvent).detail > 1; // the tail of a double click on Post
  if (event.isTrusted && !second) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Keeps the person's keys and presses from the page until the returned function is called. */
export function holdInput(): () => void {
  const over = new AbortController();
  const swallow = (event: Event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['keydown', 'keypress', 'pointerdown', 'mousedown', 'touchstart', 'click']) {
    window.addEventListener(type, swallow, { capture: true, passive: false, signal: over.signal });
  }
  return () => over.abort();
}
