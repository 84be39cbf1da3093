/** Names that `build.mjs` fills in when it bundles: constants and the site files found on the disk. */

/** 'open' in test builds, so that tests and axe can look inside; 'closed' for people. */
declare const SHADOW_MODE: ShadowRootMode;
/** Does installing open the welcome page? Not in test builds. */
declare const OPEN_WELCOME: boolean;

declare module 'virtual:sites' {
  import type { SiteData } from './sites/schema';
  const sites: SiteData[];
  export default sites;
}

/** A style sheet as text. */
declare module '*.css' {
  const text: string;
  export default text;
}
