/** Lets a held post go: presses Post once for the person, and says so when the site did not take it. */
import { isShown, upwards } from './dom';
import { pause } from './replace';
import { isOff, NEAR } from './submit';

/** How the person tried to post, so that the same can be done for them. `asButton`: the key surely does what the button does. */
export type Way =
  | { by: 'click'; button: HTMLElement; event: Event }
  | { by: 'key'; editor: HTMLElement; event: KeyboardEvent; asButton: boolean }
  | { by: 'submit'; form: HTMLFormElement; submitter: HTMLElement | null };

/** Milliseconds the site has to show that it took the press. */
const TO_TAKE = 400;

/** Milliseconds for which the person's own next press goes through unasked. */
export const PASS = 10_000;

/**
 * Replays the press once. `button`: where Post is now (pages re-render). `text`: what is written now.
 * Resolves to false when nothing has changed after 400 ms; the button then has the focus, for the person to press.
 */
export async function replay(way: Way, button: () => HTMLElement | null, text: () => string): Promise<boolean> {
  const before = text();
  const first = button();
  const label = first?.textContent;
  if (first && lead(way, first)) await pause(0); // so a page has time between the parts of a person's press, too
  if (text() !== before) return true; // it posts when the button goes down
  const pressed = button();
  const signs = watchForSigns(pressed, label);
  press(way, pressed);
  await pause(TO_TAKE);
  const took = signs() || text() !== before;
  if (!took) (pressed ?? button())?.focus({ preventScroll: true });
  return took;
}

/** All of a pointer's press that comes before its click: some pages post at that. False: it was no pointer of a person's. */
export function lead(way: Way, button: HTMLElement): boolean {
  if (way.by !== 'click' || !way.event.isTrusted || !(way.event instanceof MouseEvent)) return false;
  const { clientX, clientY } = way.event;
  const { pointerId = 1, pointerType = 'mouse' } = way.event as PointerEvent;
  const at = { clientX, clientY, pointerId, pointerType, isPrimary: true, detail: 1, bubbles: true, cancelable: true, composed: true };
  const wantsMouse = button.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 1 }));
  if (wantsMouse) button.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }));
  button.dispatchEvent(new PointerEvent('pointerup', at));
  if (wantsMouse) button.dispatchEvent(new MouseEvent('mouseup', at));
  return true;
}

function press(way: Way, button: HTMLElement | null): void {
  if (way.by === 'submit') {
    if (way.submitter?.isConnected) way.form.requestSubmit(way.submitter);
    else way.form.requestSubmit();
  } else if (way.by === 'key' && !way.asButton) {
    way.editor.dispatchEvent(sameKey(way.event));
  } else if (button && !isOff(button)) {
    button.click();
  } else if (way.by === 'key') {
    way.editor.dispatchEvent(sameKey(way.event));
  }
}

function sameKey(event: KeyboardEvent): KeyboardEvent {
  const { key, code, keyCode, which, ctrlKey, metaKey, altKey, shiftKey } = event;
  const init = { key, code, keyCode, which, ctrlKey, metaKey, altKey, shiftKey };
  return new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true });
}

/**
 * Did the site do anything at all? The button goes, greys out or is named anew, or nodes come and go around it, as they do
 * while a site is sending. Asking the person to press again while it sends would post twice.
 */
function watchForSigns(button: HTMLElement | null, label: string | null | undefined): () => boolean {
  if (!button) return () => false;
  let stirred = false;
  const watch = new MutationObserver(() => {
    stirred = true;
  });
  const around = [...upwards(button, NEAR)].at(-1) ?? button;
  watch.observe(around, { childList: true, characterData: true, subtree: true });
  return () => {
    watch.disconnect();
    return stirred || !isShown(button) || isOff(button) || button.ariaBusy === 'true' || button.textContent !== label;
  };
}
