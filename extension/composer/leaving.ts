/**
 * Did a post leave, after Post was pressed? The page never says so itself; what can be seen is weighed here.
 *
 *   composer gone or emptied within four seconds, and nothing pressed since that looks like Cancel ─▶ sent
 *   emptied, but after Cancel or Escape, or the page went away meanwhile, or nothing changed       ─▶ unsure
 */
import type { RecordAdd } from '../protocol';
import { isWord } from '../sites/words';
import { pause } from './replace';
import { buttonName, pressedButton } from './submit';

/** What the composer looks like after a press of Post. */
export type Look = 'written' | 'emptied' | 'closed';

export interface Left {
  left: RecordAdd['left'];
  signal: RecordAdd['signal'];
}

/** Milliseconds: how long a site may take, how often we look, and for how long a look must hold (sites swap editors). */
export const PATIENCE = 4000;
const BETWEEN = 100;
const HOLDS = 600;

const SIGNALS = { emptied: 'editor-emptied', closed: 'composer-closed', written: 'none' } as const satisfies Record<Look, Left['signal']>;

/** `doubted`: was something pressed that empties a composer without posting? `gone` is aborted when the page goes away. */
export async function whatBecame(look: () => Look, doubted: () => boolean, gone: AbortSignal, patience = PATIENCE): Promise<Left> {
  let seen: Look = 'written';
  let since = 0;
  for (let waited = 0; waited < patience && !gone.aborted; waited += BETWEEN) {
    const now = look();
    if (now !== seen) since = waited;
    seen = now;
    if (seen !== 'written' && waited - since >= HOLDS) break;
    await Promise.race([pause(BETWEEN), ended(gone)]);
  }
  const sent = seen !== 'written' && !doubted() && !gone.aborted;
  return { left: sent ? 'sent' : 'unsure', signal: gone.aborted && seen === 'written' ? 'composer-closed' : SIGNALS[seen] };
}

/** Notices a press of Cancel and its like, and Escape, until it is stopped. */
export function watchForDoubt(): { raised(): boolean; stop(): void } {
  let raised = false;
  const over = new AbortController();
  const look = (event: Event): void => {
    if (!event.isTrusted) return;
    const button = event instanceof KeyboardEvent ? null : pressedButton(event.composedPath());
    raised ||= event instanceof KeyboardEvent ? event.key === 'Escape' : button !== null && isWord('cancel', buttonName(button));
  };
  for (const type of ['click', 'keydown']) window.addEventListener(type, look, { capture: true, passive: true, signal: over.signal });
  return { raised: () => raised, stop: () => over.abort() };
}

/** Resolves when it is aborted. */
export function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
