// Builds the extension, not minified: `build/extension/…` and a zip beside it of each build for people.
//
//   dev                 test build: open shadow roots, fixed id
//   dev-without-sites   the same as if there were no site files: the generic fallback alone
//   release             for people
//
//   node build.mjs          all three        node build.mjs --dev   only the test builds
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { localesOf } from './locales.mjs';
import { manifestFor } from './manifest.mjs';
import { readSites, scriptOf, scriptText, siteFiles } from './sites/files.mjs';
import { zip } from './zip.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const output = resolve(here, '../build/extension');
const MOST_KB = 60; // of what a page loads: the content script and a site file, gzip

const entries = {
  content: 'content.ts',
  background: 'background.ts',
  capture: 'capture/capture.ts',
  'popup/popup': 'popup/popup.ts',
  'welcome/welcome': 'welcome/welcome.ts',
};
const pages = ['popup/popup.html', 'popup/popup.css', 'welcome/welcome.html', 'welcome/welcome.css'];

const BUILDS = {
  dev: { test: true, sites: true },
  'dev-without-sites': { test: true, sites: false },
  release: { test: false, sites: true },
};

const onlyTest = process.argv.includes('--dev');
for (const [name, kind] of Object.entries(BUILDS)) if (kind.test || !onlyTest) await make(name, kind);

function json(file) {
  return JSON.parse(readFileSync(join(here, file), 'utf8'));
}

async function make(name, kind) {
  const done = join(output, name);
  const into = `${done}.new`; // a build that fails leaves the last good one alone
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: entries,
    outdir: into,
    bundle: true,
    format: 'iife',
    target: ['chrome125', 'firefox149'],
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.css': 'text' },
    define: { SHADOW_MODE: kind.test ? '"open"' : '"closed"', OPEN_WELCOME: String(!kind.test) },
    plugins: [siteFiles(join(here, 'sites'), kind.sites)],
    logLevel: 'warning',
  });
  for (const name of readdirSync(into, { recursive: true })) if (name.endsWith('.js')) leavePathsOut(join(into, name));
  for (const page of pages) cpSync(join(here, page), join(into, page));
  for (const icon of readdirSync(join(here, 'icons')).filter((name) => name.endsWith('.png'))) {
    cpSync(join(here, 'icons', icon), join(into, 'icons', icon));
  }
  for (const [language, messages] of Object.entries(await localesOf(here))) {
    mkdirSync(join(into, '_locales', language), { recursive: true });
    writeFileSync(join(into, '_locales', language, 'messages.json'), `${JSON.stringify(messages, null, 2)}\n`);
  }
  cpSync(join(here, 'overlay/underline.css'), join(into, 'underline.css'));
  const sites = kind.sites ? readSites(join(here, 'sites')) : [];
  mkdirSync(join(into, 'sites'));
  for (const site of sites) writeFileSync(join(into, scriptOf(site)), scriptText(site));
  writeFileSync(
    join(into, 'manifest.json'),
    `${JSON.stringify(manifestFor({ test: kind.test, ids: json('../companion/desktop/extension_ids.json'), version: json('package.json').version, sites }), null, 2)}\n`,
  );
  rmSync(done, { recursive: true, force: true });
  renameSync(into, done);
  report(name, done, sites);
  if (kind.sites && !onlyTest) pack(name, done);
}

/** esbuild notes above each part which file it comes from: half a kilobyte of what a page loads. */
function leavePathsOut(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ *\/\/ [\w./-]+\.(?:ts|css|json)\n/gm, ''));
}

function report(name, into, sites) {
  const zipped = (file) => gzipSync(readFileSync(join(into, file))).length / 1000;
  const size = zipped('content.js') + Math.max(0, ...sites.map((site) => zipped(scriptOf(site))));
  console.log(`${name}: ${into} (content script ${size.toFixed(1)} kB gzip, with the largest site file)`);
  if (size > MOST_KB) throw new Error(`The content script is larger than ${MOST_KB} kB gzip.`);
}

function pack(name, from) {
  const file = join(output, '..', `forepost-extension-${name}.zip`);
  const bytes = zip(from);
  writeFileSync(file, bytes);
  console.log(`${name}: ${file} sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
