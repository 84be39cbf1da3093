/** Whether the whole of Forepost rests: switched off by the person, or on a pause. */
import type { SiteAnswer } from './protocol';

/** Milliseconds. No longer pause can be asked for: a longer one is a clock that was set back, and must not last for ever. */
const LONGEST = 24 * 60 * 60_000;

/** `until` null: until the person switches it on. */
export interface Rest {
  until: Date | null;
}

/** Null when checks go on as usual. `now`: milliseconds. */
export function restOf({ on, paused_until }: Pick<SiteAnswer, 'on' | 'paused_until'>, now = Date.now()): Rest | null {
  if (!on) return { until: null };
  const until = paused_until === null ? null : new Date(paused_until);
  const left = until ? until.getTime() - now : 0;
  return left > 0 && left <= LONGEST ? { until } : null;
}
