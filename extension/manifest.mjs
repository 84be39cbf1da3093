// The manifest: one for Chromium and Firefox. Every permission has its reason beside it.
import { scriptOf } from './sites/files.mjs';

/** The named sites. Written by hand: a site file can not widen what the extension may read. */
export const NAMED_SITES = [
  'https://*.x.com/*',
  'https://*.twitter.com/*',
  'https://*.linkedin.com/*',
  'https://*.facebook.com/*',
  'https://*.bsky.app/*',
  'https://mastodon.social/*',
  'https://*.reddit.com/*',
  'https://*.youtube.com/*',
  'https://*.tiktok.com/*',
  'https://*.instagram.com/*',
  'https://*.threads.net/*',
  'https://*.threads.com/*',
  'https://*.snapchat.com/*',
];

/** Any other site is read only when the person adds it: the browser asks them, for that host alone. */
export const ADDABLE_SITES = ['https://*/*', 'http://*/*'];

const COMPANION = 'http://127.0.0.1/*'; // match patterns know no ports

/** Which of the named sites a site file is for. */
function patternsOf({ hosts }) {
  const names = hosts.map((host) => host.replace(/^\*\./, ''));
  return NAMED_SITES.filter((pattern) => {
    const named = new URL(pattern.replace('*.', '')).hostname;
    return names.some((name) => name === named || name.endsWith(`.${named}`));
  });
}

/** `sites`: the site files. `ids`: the content of companion/desktop/extension_ids.json. `test`: a test build, with a fixed id. */
export function manifestFor({ test, ids, version, sites }) {
  const key = ids.chromium.find(({ build }) => build === 'development').key;
  return {
    manifest_version: 3,
    name: test ? 'Forepost (test build)' : 'Forepost',
    version,
    description: '__MSG_description__', // words/en.ts
    default_locale: 'en',
    ...(test ? { key } : {}), // a fixed id; stores give their own
    minimum_chrome_version: '125',
    browser_specific_settings: {
      gecko: {
        id: ids.firefox[0].id,
        strict_min_version: '149.0', // the first in which ::highlight draws underlines
        // Mozilla counts what an add-on hands to a program outside the browser as transmitted, even on the same machine and
        // even if it goes no further (Add-on Policies, "Data Collection and Transmission"). A draft is website content and
        // may hold what identifies a person; the name of the account does. So both are declared, and people are asked.
        data_collection_permissions: { required: ['websiteContent', 'personallyIdentifyingInfo'] },
      },
    },
    permissions: [
      'storage', // the pairing, the last known switches, what is quiet in which tab
      'nativeMessaging', // connects to the companion without typing, and starts it
      'scripting', // looks after tabs that were open before the extension was installed, and after sites the person adds
      'activeTab', // the popup asks the tab it was opened over which site it is, and for the shape of its composer
    ],
    host_permissions: [COMPANION, ...NAMED_SITES],
    optional_host_permissions: ADDABLE_SITES,
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    content_scripts: [
      ...sites.map((site) => ({ matches: patternsOf(site), js: [scriptOf(site)], ...EVERY_FRAME })), // a page loads what is known of its own site
      { matches: NAMED_SITES, js: ['content.js'], css: ['underline.css'], ...EVERY_FRAME },
      // The practice page. A pattern with a path can not have the fallback.
      { matches: ['http://127.0.0.1/ui/*'], js: ['content.js'], css: ['underline.css'], run_at: 'document_start', all_frames: true },
    ],
    action: { default_popup: 'popup/popup.html', default_title: 'Forepost', default_icon: icons('off') },
    icons: icons('checked', [16, 32, 48, 128]),
    // No network but loopback, kept by the browser itself.
    content_security_policy: {
      extension_pages: "default-src 'self'; connect-src http://127.0.0.1:*; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
  };
}

const EVERY_FRAME = {
  run_at: 'document_start', // before any listener of the page
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
};

function icons(state, sizes = [16, 32]) {
  return Object.fromEntries(sizes.map((size) => [size, `icons/${state}-${size}.png`]));
}
