/** What is shown of a composer's sessions: the state in one word, the findings in order, the words to underline. */
import type { CheckState, Shown, View } from '../overlay/overlay';
import type { Mark } from '../overlay/mark';
import type { ConnectionFault, IconState, Severity } from '../protocol';
import type { ComposerSession, Present } from './session';

const ORDER: Record<Severity, number> = { hold: 0, warn: 1, hint: 2 };

/** At most so many underlines are shown at once in one composer (design §1). */
const MOST_UNDERLINES = 3;

/** One state for all sessions: the least good news first. `doubt`: why a check may not be whole whatever it found. */
export function stateOf(sessions: readonly ComposerSession[], doubt: string | null): CheckState {
  const written = sessions.filter((session) => !session.isBlank);
  if (written.length === 0) return doubt === 'left-unseen' ? { kind: 'partly', reason: doubt } : { kind: 'idle' };
  const fault = written.map((session) => session.fault).find((found) => found !== null);
  if (fault === 'too-long') return { kind: 'partly', reason: 'text-too-long' };
  if (fault === 'refused') return { kind: 'partly', reason: 'too-slow' };
  if (fault) return { kind: 'off', fault: fault satisfies ConnectionFault };
  if (written.some((session) => !session.isSettled())) return { kind: 'checking' };
  const partly = written.flatMap((session) => session.review?.partly ?? []);
  if (partly[0]) return { kind: 'partly', reason: partly[0] };
  return doubt === null ? { kind: 'checked' } : { kind: 'partly', reason: doubt };
}

/** The toolbar icon for a view; null leaves it as it is. */
export function iconOf({ state, findings }: View): IconState | null {
  if (state.kind === 'checking') return null;
  if (state.kind === 'off' || state.kind === 'not-here' || state.kind === 'resting') return 'off';
  const toLookAt = findings.some(({ finding, dismissed }) => !dismissed && finding.severity !== 'hint');
  if (toLookAt) return 'look';
  return state.kind === 'partly' ? 'partly' : 'checked';
}

/** The most serious first; among equals, in the order of the text. */
export function inOrder(findings: readonly Present[]): Present[] {
  return [...findings].sort(
    (a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity] || (a.finding.start ?? 0) - (b.finding.start ?? 0),
  );
}

export function shown({ finding, quote, dismissed }: Present): Shown {
  return { finding, quote, dismissed };
}

/** The findings whose words are underlined: three at most, the most serious, and one question of judgement among them. */
export function underlined(findings: readonly Present[]): Set<Present> {
  const chosen = new Set<Present>();
  let asked = false;
  for (const present of inOrder(findings)) {
    const { finding, dismissed } = present;
    if (dismissed || finding.severity === 'hint' || finding.start === null || (finding.judgement && asked)) continue;
    asked ||= finding.judgement;
    chosen.add(present);
    if (chosen.size === MOST_UNDERLINES) break;
  }
  return chosen;
}

export function marksOf(findings: readonly Present[], chosen: ReadonlySet<Present>): Mark[] {
  return findings.flatMap((present) => {
    const { start, end, severity } = present.finding;
    if (!chosen.has(present) || start === null || end === null) return [];
    return [{ start, end, weight: severity === 'hold' ? 'hold' : 'warn' } satisfies Mark];
  });
}
