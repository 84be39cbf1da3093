/**
 * What the overlay shows and what it may ask for. The overlay knows nothing of the companion, of sites or of
 * editors: it takes a view and an actions object, and draws chip, card and review in a shadow root of its own.
 * (Underlines are drawn by `overlay/underline.ts` from offsets; geometry comes in through `Anchor`.)
 */
import type { ConnectionFault, Finding, Fix, Mails, Mode } from '../protocol';

/** A finding as shown: with the words it is about ('' for an absence). */
export interface Shown {
  finding: Finding;
  quote: string;
  /** The person waved it away in this tab: neither counted nor listed. */
  dismissed?: boolean;
}

export type CheckState =
  | { kind: 'idle' } // nothing written yet: no chip
  | { kind: 'checking' } // the chip keeps its last words; screen readers hear nothing
  | { kind: 'checked' }
  | { kind: 'partly'; reason: string } // reason: a key of PARTLY in words/en.ts, as 'text-too-long', 'site-changed', 'too-slow'
  | { kind: 'off'; fault: ConnectionFault } // companion away: with Start or the fault's action
  | { kind: 'not-here'; by: 'person' | 'page' } // switched off for this site, or kept away by the page
  | { kind: 'resting'; until: Date | null }; // switched off everywhere, or paused until then

export interface View {
  state: CheckState;
  mode: Mode;
  account?: string | undefined; // "@jane_hendry"
  audience?: string | undefined; // "Public"
  /** The account was never spoken of: ask once which mode it writes in. `suggested` is offered first. */
  unknown?: { suggested: Mode | null } | undefined;
  /** The policy has points to settle before official posts, and they are to be asked. */
  pointsDue?: boolean | undefined;
  /** The most serious first; dismissed and hint findings are in it too (the overlay shows hints as a dot only). */
  findings: Shown[];
}

/** Where the overlay belongs. All numbers are CSS pixels in the viewport. */
export interface Anchor {
  /** The editable. Focus goes back to it. */
  editor: HTMLElement;
  /** The site's own button, when known: the chip sits beside it, never over it. */
  submit: HTMLElement | null;
  /** Node to mount the host element in: the editor's own dialog, or body. */
  mount: HTMLElement;
  /** A list of the site hangs on the editor, of names to choose from: it may come to lie where we are. */
  list: boolean;
  /** Boxes of a finding's words on the screen, for the card and for hover; empty when scrolled away or absent. */
  rects(finding: Finding): DOMRect[];
}

export type FixOutcome =
  | { kind: 'fixed'; putBack: () => Promise<boolean> } // putBack resolves to true when the old text stands again
  | { kind: 'copy'; text: string; why: string }; // the editor refused: offer to copy this text

/** What the person says of a finding instead of mending it. */
export type CardAnswer = 'dismissed' | 'not_useful' | 'allowed';

/** An answer that was taken. `word`: a key of CARD.answered in words/en.ts. `undo` resolves to true when all is as before. */
export interface Answered {
  word: CardAnswer | 'in_tab';
  undo: () => Promise<boolean>;
}

/** What the person may ask for from chip, card or review. Every one is called from a trusted event only. */
export interface Actions {
  fix(finding: Finding, fix: Fix): Promise<FixOutcome>;
  /** Null: it could not be kept, and nothing was changed. */
  answer(finding: Finding, answer: CardAnswer): Promise<Answered | null>;
  /** Mails with which to ask somebody before posting; null when the companion did not answer. */
  askFirst(rules: string[]): Promise<Mails | null>;
  /** The draft with what is held and every secret left out; null when not all of it was checked. */
  masked(): Promise<string | null>;
  start(): Promise<void>; // start the companion / mend the fault
  openPage(page: string): void;
  /** The mode the person chose beside the chip; false when it could not be kept. */
  chooseMode(mode: Mode): Promise<boolean>;
  /** Asked about a new account, the person waved it away: it is not asked about again. */
  leaveUnasked(): Promise<boolean>;
  focusEditor(): void;
}

export type Decision = 'edit' | 'post-anyway' | 'post'; // 'post': everything was fixed, release as clean

/** What follows from an answer; false: it could not be kept. */
export interface Answers {
  yes(): Promise<boolean>;
  no(): Promise<boolean>;
}

export interface Overlay {
  /**
   * Draw this view, beside `anchor` from now on. Called after every review and on every change of state; cheap when nothing
   * changed. What looks as before is put in another place once the person rests: to look for one costs the page a layout.
   */
  show(view: View, anchor?: Anchor): void;
  /** Open the card of a finding (click on its words, shortcut, chip). `focus`: move the focus into it. */
  openCard(id: string, focus: boolean): void;
  closeCard(): void;
  /** Is a card open for this finding? */
  readonly openId: string | null;
  /** Post was held: ask. Resolves when the person decided; show() keeps updating the list meanwhile. */
  review(): Promise<Decision>;
  /** A short sentence beside the chip that also goes to screen readers, e.g. 'press-post-again', 'not-checked'. */
  say(word: string): void;
  /** A question in the same place, with a yes and a no; `word`: a key of QUESTIONS in words/en.ts. It takes no focus. */
  ask(word: string, answers: Answers): void;
  /** Seconds in which a post can be taken back; the focus goes to the way back. Resolves to false when it was. */
  countdown(seconds: number): Promise<boolean>;
  /** Take back what is being counted down, if anything is. */
  takeBack(): void;
  /** A post that was held went out: what to do if that was a mistake is one press away. */
  isOut(): void;
  /** Take everything away, leave no node and no listener. */
  remove(): void;
  /** Does this event path go through the overlay? (The hold must let those events pass.) */
  owns(path: EventTarget[]): boolean;
}

/** Draw the overlay for one composer. Defined in `overlay/mount.ts`. */
export type MountOverlay = (anchor: Anchor, actions: Actions) => Overlay;
