/** Carries out the fix a person chose, and knows how to put their own words back. */
import type { Finding, Fix, Mode } from '../protocol';
import type { FixOutcome } from '../overlay/overlay';
import { NOTICES } from '../words/words';
import { append } from './append';
import { comparable, read } from './read';
import { editBetween, moveSpan } from './remap';
import { replace } from './replace';
import type { ComposerSession } from './session';

/** What a fix may change besides the text. */
export interface Reach {
  session: ComposerSession;
  /** This draft's own mode; null for the account's or the current one. Answers true. */
  setMode(mode: Mode | null): true;
}

export async function carryOut(reach: Reach, finding: Finding, fix: Fix): Promise<FixOutcome> {
  const { session } = reach;
  if (fix.kind === 'switch_mode') {
    reach.setMode(fix.mode);
    return { kind: 'fixed', putBack: async () => reach.setMode(null) };
  }
  const before = read(session.editor).text;
  const done = fix.kind === 'replace' ? await swap(session, finding, fix) : fix.kind === 'insert' && (await add(session, fix));
  session.noticed();
  if (!done) return { kind: 'copy', text: textOf(fix), why: NOTICES['fix-refused'] ?? '' };
  return { kind: 'fixed', putBack: () => putBack(session, before, done) };
}

/** A stretch that was changed: what stands there now, where it began, and the text as a whole after it. */
interface Done {
  place: number;
  now: string;
  old: string;
  after: string;
}

async function swap(session: ComposerSession, finding: Finding, fix: Extract<Fix, { kind: 'replace' }>): Promise<Done | null> {
  // The person may have typed since the card was drawn: the fix is taken at its place of now.
  const present = session.present().filter((shown) => shown.finding.id === finding.id);
  const nearest = present.sort((a, b) => away(a.finding, finding) - away(b.finding, finding))[0];
  const now = nearest?.finding.fixes.find((other) => other.id === fix.id);
  if (now?.kind !== 'replace') return null;
  const old = read(session.editor).text.slice(now.start, now.end);
  if (!(await replace(session.editor, now.start, now.end, now.text))) return null;
  return { place: now.start, now: now.text, old, after: read(session.editor).text };
}

function away(a: Finding, b: Finding): number {
  return Math.abs((a.start ?? 0) - (b.start ?? 0));
}

async function add(session: ComposerSession, fix: Extract<Fix, { kind: 'insert' }>): Promise<Done | null> {
  const piece = await append(session.editor, fix.at, fix.text);
  return piece && { place: piece.place, now: piece.text, old: '', after: read(session.editor).text };
}

/** The old words in the place of the new ones; true as well when the editor's own undo has already done it. */
async function putBack(session: ComposerSession, before: string, done: Done): Promise<boolean> {
  const text = read(session.editor).text;
  if (comparable(text) === comparable(before)) return true;
  const span = moveSpan({ start: done.place, end: done.place + done.now.length }, editBetween(done.after, text));
  const back = span !== null && (await replace(session.editor, span.start, span.end, done.old));
  session.noticed();
  return back;
}

function textOf(fix: Fix): string {
  return 'text' in fix ? fix.text : '';
}
