// The site files that are on the disk: all of them as one module for the popup, and for a page the script of its own site alone.
// A missing file is no error: the generic fallback protects.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SITES = ['schema.json', 'words.json'];

/** The site files of a folder, read: `[{ id, hosts, surfaces }]`. */
export function readSites(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !NOT_SITES.includes(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** The esbuild plugin behind `import sites from 'virtual:sites'`; not `wanted`: an empty list. */
export function siteFiles(folder, wanted) {
  return {
    name: 'site-files',
    setup(build) {
      build.onResolve({ filter: /^virtual:sites$/ }, ({ path }) => ({ path, namespace: 'sites' }));
      build.onLoad({ filter: /.*/, namespace: 'sites' }, () => ({
        contents: JSON.stringify(wanted ? readSites(folder).map(needed) : []),
        loader: 'json',
      }));
    },
  };
}

/** The script that goes before the content script on the pages of a site. */
export const scriptOf = (site) => `sites/${site.id}.js`;

/** What stands in it: `forepostSites` by their ids, so that a newer one takes the place of an older one. */
export function scriptText(site) {
  return `(globalThis.forepostSites ??= {})[${JSON.stringify(site.id)}] = ${JSON.stringify(needed(site), null, 1)};\n`;
}

/** What the content script needs of a file: where it comes from is for the people who mend it. */
function needed(site) {
  const surfaces = site.surfaces.map(({ evidence, breaksWhen, ...surface }) => surface);
  return { id: site.id, hosts: site.hosts, anywhere: site.anywhere, surfaces };
}
