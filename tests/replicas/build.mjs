// Builds the test replicas: one bundle and one bare page a site, into build/replicas/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'build', 'replicas');

const TITLES = {
  x: 'X (test replica)',
  linkedin: 'LinkedIn (test replica)',
  facebook: 'Facebook (test replica)',
  plain: 'A plain site (test replica)',
};

// The page is bare on purpose: a strict policy forbids inline scripts and styles, as on the real sites.
const page = (site) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLES[site]}</title>
<link rel="icon" href="data:,">
<script src="/${site}.js" defer></script>
</head>
<body></body>
</html>
`;

rmSync(out, { recursive: true, force: true });
const sites = Object.keys(TITLES);
await build({
  absWorkingDir: here,
  entryPoints: sites.map((site) => ({ in: join(here, 'src', `${site}.jsx`), out: `${site}/${site}` })),
  outdir: out,
  bundle: true,
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
