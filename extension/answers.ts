/** Is an answer of the companion what it should be? A broken one, or one of another version, must not break the page. */
import type { Finding, Fix, Mode, Review, Settings, Severity, Verdict } from './protocol';

type Told = Record<string, unknown>;

const SEVERITIES: readonly Severity[] = ['hold', 'warn', 'hint'];
const VERDICTS: readonly Verdict[] = ['clear', 'advise', 'hold'];
const MODES: readonly Mode[] = ['personal', 'professional', 'official'];

/** All that is drawn of a review or decided by it. What a later version adds beside it does no harm. */
export function isReview(told: unknown): told is Review {
  if (!isTold(told)) return false;
  const { verdict, mode, settings_revision, partly, findings } = told;
  const known = isOneOf(VERDICTS, verdict) && isOneOf(MODES, mode) && isCount(settings_revision);
  return known && isListOf(partly, isText) && isListOf(findings, isFinding);
}

export function isSettings(told: unknown): told is Settings {
  if (!isTold(told)) return false;
  const { revision, mode, sites, accounts, record, on, paused_until, gut_check } = told;
  const known = isCount(revision) && isOneOf(MODES, mode) && isTold(sites) && isTold(accounts);
  return known && isSwitch(on) && isSwitch(record) && isCount(gut_check) && (paused_until === null || isText(paused_until));
}

function isFinding(told: unknown): told is Finding {
  if (!isTold(told)) return false;
  const { id, rule, severity, start, end, title, why, fixes } = told;
  const placed = (start === null && end === null) || (isCount(start) && isCount(end) && start <= end);
  return [id, rule, title, why].every(isText) && isOneOf(SEVERITIES, severity) && placed && isListOf(fixes, isFix);
}

function isFix(told: unknown): told is Fix {
  if (!isTold(told) || ![told.id, told.label, told.kind].every(isText)) return false;
  return told.kind !== 'replace' || (isCount(told.start) && isCount(told.end) && isText(told.text));
}

function isTold(told: unknown): told is Told {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}

function isListOf<T>(told: unknown, is: (one: unknown) => one is T): told is T[] {
  return Array.isArray(told) && told.every(is);
}

function isOneOf<T>(known: readonly T[], told: unknown): told is T {
  return (known as readonly unknown[]).includes(told);
}

function isSwitch(told: unknown): told is boolean {
  return typeof told === 'boolean';
}

function isText(told: unknown): told is string {
  return typeof told === 'string';
}

function isCount(told: unknown): told is number {
  return Number.isInteger(told) && (told as number) >= 0;
}
