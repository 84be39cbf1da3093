/** Carries spans from the text they were found in to the text of now: a late answer is mapped or dropped. */

export interface Span {
  start: number;
  end: number;
}

/** The one stretch in which two texts differ: `start`…`oldEnd` of the old one became `start`…`newEnd`. */
export interface Edit {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** Null when the texts are the same. UTF-16 code units. */
export function editBetween(old: string, now: string): Edit | null {
  if (old === now) return null;
  const shorter = Math.min(old.length, now.length);
  const start = most(shorter, (from, to) => old.slice(from, to) === now.slice(from, to));
  const fromEnd = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  const tail = most(shorter - start, (from, to) => fromEnd(old, from, to) === fromEnd(now, from, to));
  return { start, oldEnd: old.length - tail, newEnd: now.length - tail };
}

/** How many characters, `limit` at most, are the same: by halves, as this is asked at every key and of long texts too. */
function most(limit: number, same: (from: number, to: number) => boolean): number {
  let least = 0;
  let below = limit + 1;
  while (below - least > 1) {
    const half = (least + below) >> 1;
    if (same(least, half)) least = half;
    else below = half;
  }
  return least;
}

/** Where `span` stands after `edit`; null when the edit went into it. Text typed right beside it leaves it alone. */
export function moveSpan(span: Span, edit: Edit | null): Span | null {
  if (!edit || span.end <= edit.start) return span;
  if (span.start < edit.oldEnd) return null;
  const by = edit.newEnd - edit.oldEnd;
  return { start: span.start + by, end: span.end + by };
}
