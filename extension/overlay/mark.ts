/** What an underline is told: which words, and how heavy. */

export type Weight = 'hold' | 'warn';

/** Words to underline: UTF-16 offsets in the editor's text. */
export interface Mark {
  start: number;
  end: number;
  weight: Weight;
}
