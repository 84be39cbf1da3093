/** Whether the whole of Forepost rests: switched off by the person, or on a pause. */
import type { SiteAnswer } from './protocol';

/** `until` null: until the person switches it on. */
export interface Rest {
  until: Date | null;
}

/** Null when checks go on as usual. `now`: milliseconds. */
export function restOf({ on, paused_until }: Pick<SiteAnswer, 'on' | 'paused_until'>, now = Date.now()): Rest | null {
  if (!on) return { until: null };
  const until = paused_until === null ? null : new Date(paused_until);
  return until && until.getTime() > now ? { until } : null;
}
