/** What a composer needs from the frame it is in. */
import type { MountOverlay, View } from '../overlay/overlay';
import type { Draft, Mode, ProfileNote, ReviewAnswer } from '../protocol';
import type { Rest } from '../rest';
import type { Desk } from './aftermath';
import type { Wishes } from './drawing';

/** `C`: the composer. */
export interface Frame<C> extends Wishes, Desk {
  readonly siteName: string;
  /** Does a site file speak of this site? */
  readonly isDescribed: boolean;
  isOn(): boolean;
  rest(): Rest | null;
  gutCheck(): number;
  mode(): Mode;
  /** Is any account of this site known? */
  knowsAccounts(): boolean;
  revision(): number;
  check(composer: C, draft: Draft): Promise<ReviewAnswer>;
  mountOverlay: MountOverlay;
  noteProfile(note: ProfileNote): void;
  /** Adds to a composer what one press sends with it, and nobody has focused yet. */
  gather(composer: C): void;
  /** Drawn anew: the toolbar icon follows. */
  drawn(view: View): void;
  /** Another editor of the same kind, when the page has put one in the place of `editor`. */
  successor(composer: C, editor: HTMLElement): HTMLElement | null;
  /** Nothing is left of it on the page. */
  ended(composer: C): void;
}
