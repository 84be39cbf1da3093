/** Match patterns of hosts: what the browser is asked for when a person adds a site, and which of them are the manifest's own. */

/** The pattern of everything on the host of a page; match patterns know no ports. */
export function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Does this pattern cover every page of this host? */
export function covers(pattern: string, host: string): boolean {
  const named = /^(?:https?|\*):\/\/([^/]+)\/\*$/.exec(pattern)?.[1] ?? '';
  return named.startsWith('*.') ? host === named.slice(2) || host.endsWith(named.slice(1)) : host === named;
}

/** The one host a pattern is of; null for a pattern of many. A person adds one host at a time. */
export function hostIn(pattern: string): string | null {
  return /^https?:\/\/([^*/]+)\/\*$/.exec(pattern)?.[1] ?? null;
}

/** The manifest's own pattern for this host; null where it names none. */
export function ownPattern(host: string, named: readonly string[]): string | null {
  return named.find((pattern) => covers(pattern, host)) ?? null;
}

/** The patterns the manifest names. */
export function named(): readonly string[] {
  return chrome.runtime.getManifest().host_permissions ?? [];
}
