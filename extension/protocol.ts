/**
 * Every message between the extension's parts, typed. One request, one answer.
 *
 * content script, popup and welcome page → background: `Request`, through `chrome.runtime.sendMessage`.
 * background → content scripts: `Notice`, through `chrome.tabs.sendMessage`; it has no answer.
 * Companion shapes (Draft, Review, Finding, Fix …) come from `api.gen.ts`, generated from the companion's
 * OpenAPI document; offsets are UTF-16 code units.
 */
import type { components } from './api.gen';

export type Settings = components['schemas']['SettingsView'];
export type Draft = components['schemas']['Draft'];
export type Review = components['schemas']['Review'];
export type Finding = components['schemas']['Finding'];
export type Fix = Finding['fixes'][number];
export type Mode = Review['mode'];
export type Severity = Finding['severity'];
export type Verdict = Review['verdict'];
export type AccountSettings = components['schemas']['AccountSettings'];
export type ProfileNote = components['schemas']['ProfileNote'];
export type SiteSwitch = components['schemas']['SiteSwitch'];
export type Surface = NonNullable<Draft['surface']>;
export type IncidentNote = components['schemas']['IncidentNote'];
export type RecordAdd = components['schemas']['RecordAdd'];
export type Mails = components['schemas']['Mails'];
export type OutcomeCount = components['schemas']['OutcomeCount'];
/** What the person answered on a card about some words. */
export type CardSaid = components['schemas']['AllowRequest'];
export type Here = components['schemas']['Here'];

/** Why the companion could not be asked. Each has one sentence and one action in `words/en.ts`. */
export type ConnectionFault =
  | 'not-running' // nobody answers on the five ports
  | 'port-taken' // somebody answers, but cannot prove to be our companion
  | 'garbled' // our companion answers, but not as it should: it is broken or of another version
  | 'blocked' // the browser refused local access
  | 'permission-missing' // host permission for 127.0.0.1 was revoked
  | 'code-expired' // the short code is used up, wrong too often or too old
  | 'disconnected' // the companion no longer knows this browser
  | 'not-paired'; // this browser was never connected

/** What the popup and the chip say of the link to the companion. */
export type Connection = Connected | { kind: 'fault'; fault: ConnectionFault };

export interface Connected {
  kind: 'connected';
  mode: Mode;
  revision: number;
  /** The policy's points before official posts were never answered, or a year ago. */
  pointsDue: boolean;
  /** The settings could not be read, the usual ones took their place, and the person has not seen the settings page since. */
  setAside: boolean;
}

export type Request =
  /** Ask for a review of a draft. Answer: `ReviewAnswer`. */
  | { kind: 'review'; draft: Draft }
  /** What this site and this tab need to know before the first check. `site`: also its known accounts. Answer: `SiteAnswer`. */
  | { kind: 'site'; host: string; site?: string }
  /** Is the companion there, and in which mode? `start`: also try to start it. Answer: `Connection`. */
  | { kind: 'status'; start?: boolean }
  /** Answer: `Connection`, after the change. */
  | { kind: 'set-mode'; mode: Mode }
  /** What the person says of an account on a site; what is left out stays. Answer: `Done`. */
  | { kind: 'set-account'; site: string; id: string; about: Partial<AccountSettings> }
  /** A field of a profile, as it stands or as it was saved: the companion keeps whether it holds a disclaimer. Answer: `Done`. */
  | { kind: 'note-profile'; note: ProfileNote }
  /** Change what is read on this host; what is left out stays. Answer: `SiteAnswer`. */
  | { kind: 'set-site'; host: string; about: Partial<SiteSwitch> }
  /** The browser allowed this pattern, because the person asked for it: read there from now on. Answer: `Done`. */
  | { kind: 'add-site'; pattern: string }
  /** Read there no more, and give the browser its permission back. Answer: `Done`. */
  | { kind: 'remove-site'; pattern: string }
  /** Check nothing for so many minutes; 0: check again from now on. Answer: `Done`. */
  | { kind: 'pause'; minutes: number }
  /** An answer of a card about words: the companion keeps a keyed hash and a masked label. Answer: `AllowAnswer`. */
  | { kind: 'allow'; said: CardSaid }
  /** A post at which something was shown, for a report after a mistake: kept in memory for a day. Answer: `Done`. */
  | { kind: 'note'; note: IncidentNote }
  /** A post for the record of official posts. Answer: `Kept`. */
  | { kind: 'keep'; post: RecordAdd }
  /** Whether an entry of the record was sent after all. Answer: `Done`. */
  | { kind: 'settle'; id: number; sent: boolean | null }
  /** Mails with which to ask somebody about these rules before posting. Answer: `MailsAnswer`. */
  | { kind: 'ask-first'; rules: string[] }
  /** Take back such an answer. Answer: `Done`. */
  | { kind: 'disallow'; id: string }
  /** This finding id, of something that has no words, is quiet in this tab until the browser closes, or no longer. Answer: `Done`. */
  | { kind: 'dismiss'; id: string; quiet: boolean }
  /** Whether what becomes of findings is counted: the person's choice at the first run. Answer: `Done`. */
  | { kind: 'measure'; on: boolean }
  /** What became of findings; counted where the person chose that. Answer: `Done`. */
  | { kind: 'outcomes'; outcomes: OutcomeCount[] }
  /** Pair by native messaging, or with a short code when one is given. Answer: `Connection`. */
  | { kind: 'pair'; code?: string }
  /** Open a page of the companion ("practice", "settings") in a new tab. Answer: `Done`. */
  | { kind: 'open-page'; page: string }
  /** Open a page of the extension ("welcome", "capture") in a new tab. Answer: `Done`. */
  | { kind: 'open-extension-page'; page: 'welcome' }
  /** What the toolbar icon of this tab shows from now on. Answer: `Done`. */
  | { kind: 'icon'; icon: IconState };

/** The four shapes of the toolbar icon (`icons/<state>-<size>.png`). */
export type IconState = 'checked' | 'look' | 'partly' | 'off';

/** `too-long`: longer than is read. `refused`: it is there, but had no answer in time (still warming up, or too busy). */
export type ReviewAnswer =
  | { kind: 'reviewed'; review: Review; dismissed: string[] }
  | { kind: 'unchecked'; fault: ConnectionFault | 'too-long' | 'refused' };

export interface SiteAnswer {
  enabled: boolean;
  /** Private messages are read here, too: the person turned that on. */
  messages: boolean;
  /** The language of the settings: "auto", or as "gd". */
  language: string;
  /** False: the whole of Forepost is switched off, on every site. */
  on: boolean;
  /** UTC, ISO 8601: nothing is checked anywhere until then. Null: no pause. */
  paused_until: string | null;
  /** Settings revision the companion last told; an answer made under another one is stale. */
  revision: number;
  connection: Connection;
  /** Seconds in which a post can be taken back after Post was pressed; 0: it goes at once. */
  gutCheck: number;
  /** Did the person choose that what becomes of findings is counted? Null: they were not asked yet. */
  measure: boolean | null;
  /** Did the person choose to keep official posts? */
  record: boolean;
  /** What the person said of their accounts on this site, by the account's id. */
  accounts: Record<string, AccountSettings>;
}

export type AllowAnswer = { kind: 'allowed'; id: string } | { kind: 'failed'; fault: ConnectionFault };

export type MailsAnswer = { kind: 'mails'; mails: Mails } | { kind: 'failed'; fault: ConnectionFault };

/** `id` null: it was not kept. */
export interface Kept {
  id: number | null;
}

export type Done = { kind: 'done' } | { kind: 'failed'; fault: ConnectionFault };

/** Background → content scripts of every tab. */
export type Notice =
  /** Mode, switches or connection changed: ask again. */
  | { kind: 'changed' }
  /** The browser no longer lets these patterns be read: whoever stands on one of them stops. */
  | { kind: 'gone'; patterns: string[] };

/** By what a part of a composer was recognised. `nothing`: it should be there. `unasked`: the site does not show it there. */
export type By = { by: 'file'; selector: string } | { by: 'structure' } | { by: 'nothing' } | { by: 'unasked' };

/** What was recognised of a composer. No word of the page is in it. */
export interface Recognition {
  /** Id of the site file; null: none knows this site. */
  site: string | null;
  /** Id of the surface in it; null: the file does not know this box. */
  surface: string | null;
  /** Year and month in which somebody last saw this on the live site, or 'unknown'. */
  seen: string | null;
  editor: By;
  submit: By;
  account: By;
  audience: By;
}

/** What `capture/capture.ts` tells the popup of a frame. `switched-off`: no composer is seen, and the page asks us to stay away from a part of it. */
export type CaptureAnswer = { kind: 'captured'; recognition: Recognition; structure: string } | { kind: 'no-composer' | 'switched-off' };

/** The answer that belongs to each request. */
export interface Answers {
  review: ReviewAnswer;
  site: SiteAnswer;
  status: Connection;
  'set-mode': Connection;
  'set-site': SiteAnswer;
  'add-site': Done;
  'remove-site': Done;
  pause: Done;
  'set-account': Done;
  'note-profile': Done;
  allow: AllowAnswer;
  disallow: Done;
  dismiss: Done;
  measure: Done;
  outcomes: Done;
  'ask-first': MailsAnswer;
  note: Done;
  keep: Kept;
  settle: Done;
  pair: Connection;
  'open-page': Done;
  'open-extension-page': Done;
  icon: Done;
}

/** Send a request to the background and wait for its answer. Rejects when the extension was updated under the page. */
export function ask<R extends Request>(request: R): Promise<Answers[R['kind']]> {
  return chrome.runtime.sendMessage(request);
}
