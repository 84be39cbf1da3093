/** The open tabs: those to be looked after at once, and what all of them are told. */
import type { Notice } from '../protocol';

/** What the content script consists of, as the manifest says it. */
export type Script = NonNullable<chrome.runtime.ManifestV3['content_scripts']>[number];

export async function tellTabs(notice: Notice): Promise<void> {
  for (const { id } of await chrome.tabs.query({})) {
    if (id !== undefined) chrome.tabs.sendMessage(id, notice).catch(() => {}); // no content script there
  }
}

/** Tabs that were open before: the browser gives them no content script by itself. */
export async function lookAfterOpenTabs(scripts: readonly Script[]): Promise<void> {
  for (const { matches, css, js } of scripts) {
    for (const { id } of await chrome.tabs.query({ url: matches ?? [] })) {
      if (id === undefined) continue;
      const target = { tabId: id, allFrames: true };
      if (css?.length) await chrome.scripting.insertCSS({ target, files: css }).catch(() => {});
      await chrome.scripting.executeScript({ target, files: js ?? [] }).catch(() => {});
    }
  }
}

/** The manifest's content scripts as they stand there: Firefox tells whole addresses, and takes none; of what is not there it tells null. */
export function ownScripts(): readonly Script[] {
  const root = chrome.runtime.getURL('');
  const named = (files: string[] | null | undefined) =>
    (files ?? []).map((file) => (file.startsWith(root) ? file.slice(root.length) : file));
  return (chrome.runtime.getManifest().content_scripts ?? []).map((script) => ({
    ...script,
    js: named(script.js),
    css: named(script.css),
  }));
}
