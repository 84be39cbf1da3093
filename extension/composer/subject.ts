/** The composer as far as it is drawn, and as far as something can be done from what is drawn. */
import type { Here, Mode } from '../protocol';
import type { Rest } from '../rest';
import type { Fate } from './ledger';
import type { ComposerSession, Present } from './session';
import type { Seen } from './surroundings';

export interface Subject {
  /** The editor the person is in, or was last. */
  readonly current: HTMLElement;
  readonly sessions: ComposerSession[];
  /** Is it known where Post must be? Then not to see it is worth saying. */
  readonly expectsPost: boolean;
  /** Why what is checked here may not be all there is, as a key of PARTLY; null: no reason. */
  readonly doubt: string | null;
  look(editor: HTMLElement): Seen;
  /** Reads what was written since the last time. */
  catchUp(): void;
  isOn(): boolean;
  rest(): Rest | null;
  /** Does the page ask us to stay away? */
  readonly isKeptAway: boolean;
  judgedMode(): Mode;
  here(): Here;
  setMode(mode: Mode | null): true;
  focusEditor(): void;
  /** What the person did about a finding; null takes it back. */
  settle(id: string, fate: Fate | null): void;
}

export function presentIn({ sessions }: Subject): Present[] {
  return sessions.flatMap((session) => session.present());
}
