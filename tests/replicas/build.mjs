// Builds the test replicas: one bundle and one bare page a site, into build/replicas/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'build', 'replicas');

// One `<site>.json` a replica: its title, the hosts it is served under, and what its editor needs of the page's policy.
const sites = readdirSync(join(here, 'src')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
const titleOf = (site) => `${JSON.parse(readFileSync(join(here, 'src', `${site}.json`), 'utf8')).title} (test replica)`;

// The page is bare on purpose: a strict policy forbids inline scripts and styles, as on the real sites.
const page = (site) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(site)}</title>
<link rel="icon" href="data:,">
<script src="/${site}.js" defer></script>
</head>
<body></body>
</html>
`;

rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: sites.map((site) => ({ in: join(here, 'src', `${site}.jsx`), out: `${site}/${site}` })),
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome125',
  jsx: 'automatic',
  define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
for (const site of sites) {
  mkdirSync(join(out, site), { recursive: true });
  writeFileSync(join(out, site, 'index.html'), page(site));
}
