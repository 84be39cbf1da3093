/**
 * The link to a post that has just left, where the site's own notice carries one ("Your post was sent. View"). Sites say so in
 * their own language: only the link is understood, and only of a short notice, not of a feed that is announced as it grows.
 */
import { ended } from './leaving';
import { pause } from './replace';

const NOTICES = ':is([role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"])';

/** Longest notice, in characters. */
const SHORT = 200;

/** Milliseconds: how long a notice may be in coming after the composer is empty, and how often we look. */
const PATIENCE = 2000;
const BETWEEN = 100;

/** A link of a notice, with all that the notice says. */
export interface Told {
  href: string;
  notice: string;
}

/** Told before the press; answers, after it, the link that has come since, or null. `gone`: the page goes away. */
export function watchForLink(look: () => Told[] = links, host = location.hostname): (gone: AbortSignal) => Promise<string | null> {
  const before = new Set(look().map(({ href }) => href));
  return async (gone) => {
    for (let waited = 0; waited <= PATIENCE && !gone.aborted; waited += BETWEEN) {
      const fresh = look().find((told) => !before.has(told.href) && leadsToPost(told, host));
      if (fresh) return fresh.href.split('#')[0] ?? null;
      await Promise.race([pause(BETWEEN), ended(gone)]);
    }
    return null;
  };
}

function links(): Told[] {
  const found = [...document.querySelectorAll<HTMLAnchorElement>(`${NOTICES} a[href]`)];
  return found.map((link) => ({ href: link.href, notice: link.closest(NOTICES)?.textContent ?? '' }));
}

/** On this very site, and to one thing there, as "/jane/status/1" is, not to a part of it, as "/home". */
function leadsToPost({ href, notice }: Told, host: string): boolean {
  if (!URL.canParse(href)) return false; // a page may write anything there
  const { protocol, hostname, pathname } = new URL(href);
  return notice.length <= SHORT && protocol.startsWith('http') && hostname === host && pathname.split('/').filter(Boolean).length > 1;
}
