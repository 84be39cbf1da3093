/** The switches as last known: a site that is switched off stays off, and a language is spoken, while the companion is away. */
import type { Connection, Settings, SiteAnswer } from '../protocol';
import { speak } from '../words/words';

export type Switches = Pick<Settings, 'revision' | 'mode' | 'sites' | 'on' | 'paused_until' | 'gut_check' | 'language'>;

/** What counts until the companion has spoken once. */
const AT_FIRST: Switches = { revision: 0, mode: 'personal', sites: {}, on: true, paused_until: null, gut_check: 0, language: 'auto' };

export async function remember({ revision, mode, sites, on, paused_until, gut_check, language }: Switches): Promise<void> {
  const known: Switches = { revision, mode, sites, on, paused_until, gut_check, language };
  speak(language, navigator.languages);
  await chrome.storage.local.set({ settings: known });
}

export async function lastKnown(): Promise<Switches> {
  const { settings: last } = await chrome.storage.local.get<{ settings?: Partial<Switches> }>('settings');
  return { ...AT_FIRST, ...last };
}

/** Without the companion nothing is counted or kept. */
export function siteIn(known: Switches, host: string, connection: Connection): SiteAnswer {
  const { revision, on, paused_until, gut_check, language } = known;
  const { enabled = true, messages = false } = known.sites[host] ?? {};
  const switches = { enabled, messages, on, paused_until, gutCheck: gut_check, language };
  return { ...switches, revision, connection, accounts: {}, measure: false, record: false };
}

/** The accounts of one site: a page's script has no business with those of another. */
export function accountsOn(site: string | undefined, { accounts }: Settings): SiteAnswer['accounts'] {
  const before = `${site ?? ''}:`;
  const own = Object.entries(accounts).filter(([key]) => key.startsWith(before));
  return Object.fromEntries(own.map(([key, about]) => [key.slice(before.length), about]));
}
