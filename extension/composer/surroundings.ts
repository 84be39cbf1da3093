/** What stands around a draft on the page: who writes, for whom, in answer to what, and the button that posts it. */
import { accountOf, type Account, firstOf } from '../sites/engine';
import type { SurfaceData } from '../sites/schema';
import { type Place, postButton } from './submit';

export interface Seen {
  account: Account | null;
  audience: string | null;
  replyTo: string | null;
  post: HTMLElement | null;
}

/** One drawing asks for the same things many times; within this time (milliseconds) the page is not looked at again. */
const FRESH = 100;

/** So much of what is being answered is read (UTF-16 code units): a request or a tone shows in it, and a long article costs time. */
const MOST_ANSWERED = 4000;

/** Looks at the page around one editor, and remembers for a moment what it saw. */
export class Outlook {
  private seen: Seen | null = null;
  private at = 0;

  look(place: Place): Seen {
    if (this.seen && performance.now() - this.at < FRESH) return this.seen;
    this.at = performance.now();
    this.seen = { ...around(place.surface, place.editor, place.scope), post: postButton(place) };
    return this.seen;
  }

  /** Post was pressed: what counts is the page of now. */
  forget(): void {
    this.seen = null;
  }
}

function around(surface: SurfaceData | null, editor: HTMLElement, scope: HTMLElement | null): Omit<Seen, 'post'> {
  if (!surface) return { account: null, audience: null, replyTo: null };
  return {
    account: accountOf(surface, editor, scope, location.pathname),
    audience: firstOf(surface.audience, editor, scope),
    replyTo: firstOf(surface.replyTo, editor, scope)?.slice(0, MOST_ANSWERED) ?? null,
  };
}
