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
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { start, oldEnd: old.length - tail, newEnd: now.length - tail };
}

/** Where `span` stands after `edit`; null when the edit went into it. Text typed right beside it leaves it alone. */
export function moveSpan(span: Span, edit: Edit | null): Span | null {
  if (!edit || span.end <= edit.start) return span;
  if (span.start < edit.oldEnd) return null;
  const by = edit.newEnd - edit.oldEnd;
  return { start: span.start + by, end: span.end + by };
}
