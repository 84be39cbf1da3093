// Runs the unit tests in tests/extension: bundles each with esbuild, then hands them to `node --test`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { siteFiles } from './sites/files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const tests = resolve(here, '../tests/extension');
const bundled = join(here, 'node_modules/.cache/tests'); // beside the packages the tests import

const names = readdirSync(tests).filter((name) => name.endsWith('.test.ts'));
rmSync(bundled, { recursive: true, force: true });
mkdirSync(bundled, { recursive: true });
await build({
  entryPoints: names.map((name) => join(tests, name)),
  outdir: bundled,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  loader: { '.css': 'text' },
  define: { SHADOW_MODE: '"open"', OPEN_WELCOME: 'false', EXTENSION: JSON.stringify(here) },
  plugins: [siteFiles(join(here, 'sites'), true)],
  logLevel: 'warning',
});
const files = names.map((name) => join(bundled, name.replace(/\.ts$/, '.mjs')));
const options = ['--test', `--test-concurrency=${files.length}`, '--test-reporter=spec']; // at once: they mostly wait
const run = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit' });
process.exit(run.status ?? 1);
