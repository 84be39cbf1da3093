/**
 * The content script: one in every frame of a named site, from document_start.
 *
 *   hold ──── thirteen events on window, always awake        composer/hold.ts
 *   editors ─ awake from the first focus, input or press     composer/composer.ts, one a Post button
 *   overlay ─ drawn when there is something written           overlay/mount.ts
 *   asking ── background only; no token and no address here   protocol.ts
 *
 * It holds the text and its last review, no more. It never writes to an editor but by the person's own press.
 */
import { Background } from './composer/background_link';
import { Composers } from './composer/composers';
import { aimOf } from './composer/aim';
import { Here } from './composer/here';
import { holdPosts } from './composer/hold';
import { clearRemains } from './overlay/remains';
import { hostOf } from './sites/engine';

declare global {
  /** Takes an older copy of this script off the page, after an update of the extension. */
  var forepostRetire: (() => void) | undefined;
}

globalThis.forepostRetire?.();
clearRemains();
start();

function start(): void {
  const gone = new AbortController();
  const host = hostOf(location, self.origin);
  const here = new Here(host);
  const background = new Background(
    host,
    () => here.name,
    () => retire(),
  );
  const composers = new Composers(background, here);
  const release = holdPosts(aimOf(composers));
  const listening = { capture: true, passive: true, signal: gone.signal };

  /** After an update or removal of the extension: leave no listener and no node, and never hold again. */
  function retire(): void {
    if (gone.signal.aborted) return;
    gone.abort();
    release();
    composers.end();
    background.end();
    globalThis.forepostRetire = undefined;
    globalThis.forepostLast = undefined;
  }

  globalThis.forepostRetire = retire;
  globalThis.forepostLast = () => composers.lastPlace();
  background.onChanged = () => composers.reconsider();
  window.addEventListener('focusin', (event) => composers.focused(event.composedPath()), listening);
  window.addEventListener('focusout', (event) => composers.left(event.composedPath()), listening);
  // Moving the focus within one shadow root makes no focusin that reaches us; the click that did it does.
  window.addEventListener('click', (event) => composers.focused(event.composedPath()), listening);
  for (const type of ['click', 'keydown', 'beforeinput', 'input'])
    window.addEventListener(type, (event) => composers.acted(event), listening);
  window.addEventListener('input', (event) => composers.typed(event.composedPath()), listening);
  window.addEventListener('focus', () => composers.any && void background.refresh(), { signal: gone.signal });
  window.addEventListener('load', () => composers.lookAtFocus(), { once: true, signal: gone.signal });
  window.addEventListener('keydown', (event) => composers.shortcut(event), { capture: true, signal: gone.signal });
  if (document.readyState === 'complete') composers.lookAtFocus();
}
