/** What a composer needs from the frame it is in. */
import type { Actions, MountOverlay, View } from '../overlay/overlay';
import type { AccountSettings, CardSaid, Draft, ReviewAnswer } from '../protocol';
import type { Desk } from './aftermath';
import type { Background } from './background_link';

/** What can be asked for beside a text; the background answers. */
export interface Wishes extends Pick<Actions, 'start' | 'openPage' | 'askFirst'>, Pick<Desk, 'settleRecord'> {
  /** Keeps an answer about words. Answers what takes it back; null when it could not be kept. */
  allow(said: CardSaid): Promise<(() => Promise<boolean>) | null>;
  dismiss(id: string, quiet: boolean): void;
  /** Are the policy's points before official posts still to be asked? */
  readonly pointsDue: boolean;
  /** What the person said of this account; null: nothing yet; undefined: nobody can tell now. */
  account(id: string): AccountSettings | null | undefined;
  setAccount(id: string, about: Partial<AccountSettings>): Promise<boolean>;
}

/** `C`: the composer. */
export interface Frame<C> {
  readonly background: Background;
  readonly siteName: string;
  /** Does a site file speak of this site? */
  readonly isDescribed: boolean;
  isOn(): boolean;
  check(composer: C, draft: Draft): Promise<ReviewAnswer>;
  mountOverlay: MountOverlay;
  /** Adds to a composer what one press sends with it, and nobody has focused yet. */
  gather(composer: C): void;
  /** Drawn anew: the toolbar icon follows. */
  drawn(view: View): void;
  /** Another editor of the same kind, when the page has put one in the place of `editor`. */
  successor(composer: C, editor: HTMLElement): HTMLElement | null;
  /** Nothing is left of it on the page. */
  ended(composer: C): void;
}
