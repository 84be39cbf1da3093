/**
 * What the extension needs of a site file (`sites/*.json`), and the closed vocabulary it may use. `schema.json` describes the file
 * itself, which also says of each surface, and of each selector where it differs, what it rests on and what would make it wrong.
 */
import type { Draft, Surface } from '../protocol';

/**
 * How a value is taken from the element a reader found: its text, the first or second line of it, its
 * aria-label, an attribute, what stands in a field now, the first part of the path of its link, or, wherever it stands, a part of the page's own address.
 */
export type ReadRule = 'text' | 'line1' | 'line2' | 'label' | 'value' | 'path1' | `attr:${string}` | `query:${string}`;

/**
 * Where a reader looks: in the composer's scope (default), anywhere in the page, the last match before the
 * editor in its scope, or the editor itself.
 */
export type ReadPlace = 'scope' | 'page' | 'before' | 'editor';

export interface Reader {
  sel: string;
  in?: ReadPlace;
  /** Instead of the scope: the nearest ancestor of the editor that is one of these. */
  within?: string;
  read: ReadRule;
  /** Taken off the front of what was read. */
  strip?: string;
  /** What is read ends before this; a text without it says nothing. */
  until?: string;
  /** What is read begins after this; a text without it says nothing. */
  after?: string;
  /** What is read has one of these forms, `{}` for the value and `*` for anything: a label in several languages. Without one it says nothing. */
  forms?: string[];
}

/**
 * How Post is known in any language when no selector finds it. `textOnlyLast`: the last button of the scope that is words only;
 * `textOnlyBefore`: the last such button before the editor, where Post stands in the head of a dialog.
 */
export type SubmitRule = 'textOnlyLast' | 'textOnlyBefore';
export type SubmitKey = 'Enter' | 'Mod+Enter' | 'Alt+Enter';
export type Limit = NonNullable<Draft['limit']>;

export interface SurfaceData {
  id: string;
  /** `message` is known so that it is *not* read, unless the person turned that on: nothing of it leaves the content script and nothing is held. */
  kind: Surface;
  /** Paths (with `*`) outside which this surface is not looked for. */
  paths?: string[];
  editor: string[];
  /** Only an editor whose name has one of these words, in any language, and none for a private message. */
  words?: 'answer';
  scope?: string[];
  /** Every editor in the scope goes out with one press of the button. */
  group?: 'allInScope';
  submit: string[];
  submitRule?: SubmitRule;
  keys: SubmitKey[];
  account?: Reader[];
  /** The site always shows who is writing here, in every language: not to find it is a sign that the site has changed. */
  accountAlways?: true;
  audience?: Reader[];
  /** What is being answered. When it is found, a `post` is a `reply`. */
  replyTo?: Reader[];
  /** Paths on which an organisation is writing, not a person. */
  organisationPaths?: string[];
  /** Who writes when no path says otherwise. */
  accountKind?: 'person' | 'unknown';
  limit?: Limit;
  /** No part of a file: set where the site is one of many, to the host its accounts are of. */
  home?: string;
  /** Year and month in which somebody last saw this on the live site. */
  seen: string;
  /** The same of each selector in `editor` that has a date of its own; UNKNOWN for one that nobody is known to have seen. */
  dates?: Record<string, string>;
}

/** In the place of a date: nobody is known to have seen it. */
export const UNKNOWN = 'unknown';

/** A site that anybody may run on a host of their own: where all of the signs stand on a page, it is one of these. */
export interface Anywhere {
  /** What people call it. */
  name: string;
  signs: string[];
}

export interface SiteData {
  id: string;
  hosts: string[];
  anywhere?: Anywhere;
  surfaces: SurfaceData[];
}
