/**
 * What became of each finding of one draft, for the person's own counts: rule, mode and outcome, never a word of it.
 *
 * Pure: it is told what is shown, what the person answered and that the draft is over; then it gives its counts, once.
 */
import type { Mode, OutcomeCount } from '../protocol';

export type Fate = Exclude<OutcomeCount['outcome'], 'shown'>;

/** As much of a finding as is counted. `id` stays while the quoted words stay. */
export interface Seen {
  id: string;
  rule: string;
}

interface Entry {
  rule: string;
  mode: Mode;
  /** What the person did about it; null: nothing yet. */
  fate: Fate | null;
  /** No longer in the text, though nobody pressed anything. */
  gone: boolean;
}

export class Ledger {
  private readonly entries = new Map<string, Entry>();

  /** All that is put before the person now, of a text that was checked as it stands. */
  saw(shown: readonly Seen[], mode: Mode): void {
    const ids = new Set(shown.map(({ id }) => id));
    for (const [id, entry] of this.entries) entry.gone = !ids.has(id);
    for (const { id, rule } of shown) {
      const entry = this.entries.get(id) ?? this.grown(rule, id);
      this.entries.set(id, { rule, mode, fate: entry?.fate === 'fixed' ? null : (entry?.fate ?? null), gone: false });
    }
  }

  /** The person acted on a finding; null takes that back. */
  settle(id: string, fate: Fate | null): void {
    const entry = this.entries.get(id);
    if (entry) entry.fate = fate;
  }

  get isEmpty(): boolean {
    return this.entries.size === 0;
  }

  /** The draft is over. `posted`: it went out, with all that was still in it. Counted once: afterwards this is empty. */
  close(posted: boolean): OutcomeCount[] {
    const counts = new Map<string, OutcomeCount>();
    const count = ({ rule, mode }: Entry, outcome: OutcomeCount['outcome']) => {
      const key = JSON.stringify([rule, mode, outcome]);
      counts.set(key, { rule, mode, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
    };
    for (const entry of this.entries.values()) {
      const fate = entry.fate ?? (entry.gone ? 'edited' : posted ? 'posted_anyway' : null);
      count(entry, 'shown');
      if (fate) count(entry, fate);
    }
    this.entries.clear();
    return [...counts.values()];
  }

  /** Words that are still being written are found anew with each letter: it is the same thing, and counts once. */
  private grown(rule: string, as: string): Entry | undefined {
    for (const [id, entry] of this.entries) {
      if (id === as || entry.rule !== rule || !entry.gone || entry.fate !== null) continue;
      this.entries.delete(id);
      return entry;
    }
    return undefined;
  }
}
