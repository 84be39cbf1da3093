// The site files that are on the disk: all of them as one module for the popup, and for a page the script of its own site alone.
// A missing file is no error: the generic fallback protects.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SITES = ['schema.json', 'words.json'];

/** The site files of a folder as they are written: `[{ id, hosts, surfaces }]`. */
export function writtenSites(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !NOT_SITES.includes(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** The same as the extension needs them (`SiteData` in schema.ts). */
export function readSites(folder) {
  return writtenSites(folder).map(needed);
}

/** The esbuild plugin behind `import sites from 'virtual:sites'`; not `wanted`: an empty list. */
export function siteFiles(folder, wanted) {
  return {
    name: 'site-files',
    setup(build) {
      build.onResolve({ filter: /^virtual:sites$/ }, ({ path }) => ({ path, namespace: 'sites' }));
      build.onLoad({ filter: /.*/, namespace: 'sites' }, () => ({
        contents: JSON.stringify(wanted ? readSites(folder) : []),
        loader: 'json',
      }));
    },
  };
}

/** The script that goes before the content script on the pages of a site. */
export const scriptOf = (site) => `sites/${site.id}.js`;

/** What stands in it: `forepostSites` by their ids, so that a newer one takes the place of an older one. */
export function scriptText(site) {
  return `(globalThis.forepostSites ??= {})[${JSON.stringify(site.id)}] = ${JSON.stringify(site, null, 1)};\n`;
}

/** What the extension needs of a file: where it comes from is for the people who mend it. */
function needed({ id, hosts, anywhere, surfaces }) {
  const known = anywhere && { name: anywhere.name, signs: anywhere.signs.map(selectorOf) };
  return { id, hosts, anywhere: known, surfaces: surfaces.map(surfaceOf) };
}

/** A selector is written alone, or with evidence of its own. */
const selectorOf = (one) => (typeof one === 'string' ? one : one.sel);

function surfaceOf({ evidence, breaksWhen, ...surface }) {
  const plain = { ...surface };
  for (const list of ['editor', 'scope', 'submit']) if (list in surface) plain[list] = surface[list].map(selectorOf);
  for (const list of ['account', 'audience', 'replyTo']) if (list in surface) plain[list] = surface[list].map(readerOf);
  const dates = surface.editor.flatMap((one) => (typeof one === 'string' ? [] : [[one.sel, one.seen]]));
  return dates.length > 0 ? { ...plain, dates: Object.fromEntries(dates) } : plain;
}

function readerOf({ seen, evidence, breaksWhen, ...reader }) {
  return reader;
}
