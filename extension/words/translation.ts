/** What a language file may say: any part of what the English one does. What it leaves out is shown in English. */
import type * as english from './en';
import type * as pages from './en_pages';

/** The English words as a shape: any string in the place of a string, a sentence from the same numbers in the place of one. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Name in keyof T]: Shape<T[Name]> };

/** A part of a shape, at any depth; a list or a sentence only as a whole. */
type Part<T> = T extends string | readonly string[] | ((...given: never[]) => string) ? T : { readonly [Name in keyof T]?: Part<T[Name]> };

export type Words = Shape<typeof english>;
/** Those of the extension's own pages, which a site never loads. */
export type PageWords = Shape<typeof pages>;
export type Translation = Part<Words> & Part<PageWords>;

/** All of `whole`, in the words of `part` where it has them. */
export function fill<T extends object>(whole: T, part: Part<T>): T {
  return filled(whole, part) as T; // of the same shape as `whole`: only its own names are taken over
}

function filled(whole: unknown, part: unknown): unknown {
  if (part === undefined) return whole;
  if (!isGroup(whole) || !isGroup(part)) return part;
  return Object.fromEntries(Object.entries(whole).map(([name, words]) => [name, filled(words, part[name])]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
