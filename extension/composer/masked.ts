/** A draft as it may be shown to somebody who is asked about it: what is held, and every secret, is left out. */
import type { Finding } from '../protocol';

/** The family of rules about passwords, keys and the like: left out however serious the person takes them. */
const SECRETS = 'credentials.';

/** As much of a finding as counts here: what it is about and how serious it is. */
export interface Held {
  finding: Pick<Finding, 'rule' | 'severity'>;
  quote: string;
}

/** `text` with `mark` in the place of held words, wherever they stand in it. */
export function masked(text: string, findings: readonly Held[], mark: string): string {
  const quotes = findings
    .filter(({ finding, quote }) => quote.trim() !== '' && (finding.severity === 'hold' || finding.rule.startsWith(SECRETS)))
    .map(({ quote }) => quote);
  let rest = 0;
  let shown = '';
  for (const [start, end] of joined([...new Set(quotes)].flatMap((quote) => placesOf(quote, text)))) {
    shown += text.slice(rest, start) + mark;
    rest = end;
  }
  return shown + text.slice(rest);
}

type Place = [start: number, end: number];

function placesOf(quote: string, text: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push([at, at + quote.length]);
  return places;
}

/** In order, and those that touch as one. */
function joined(places: Place[]): Place[] {
  const whole: Place[] = [];
  for (const [start, end] of places.sort((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}
