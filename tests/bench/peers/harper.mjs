// Times harper.js, a grammar checker, in Node, off the network; prints the figures as one line of JSON.
// node harper.mjs TEXTS.json, where TEXTS holds {"280": [first, …], …}: the first of each size is not counted.
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';

const PATIENCE = 20_000; // ms for one call; a longer one ends that size

const attempts = [];
Socket.prototype.connect = (...target) => {
  attempts.push(String(target.flat()[0]?.host ?? target.flat()[0]));
  throw new Error('no network while measuring');
};

const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.round(share * (times.length - 1))];
const memory = () => process.memoryUsage.rss() / 1e6;

async function timed(linter, text) {
  const start = performance.now();
  await linter.lint(text, { language: 'plaintext' });
  return performance.now() - start;
}

const texts = JSON.parse(await readFile(process.argv[2], 'utf-8'));
const began = performance.now();
const { Dialect, LocalLinter } = await import('harper.js');
const { binary } = await import('harper.js/binary');
const linter = new LocalLinter({ binary, dialect: Dialect.British });
await timed(linter, texts['280'][0]);
const figures = { first_answer_s: (performance.now() - began) / 1000, rss_idle_mb: memory() };
for (const [size, [first, ...others]] of Object.entries(texts)) {
  const once = await timed(linter, first);
  if (once > PATIENCE) {
    figures[`gave_up_s_${size}`] = once / 1000;
    continue;
  }
  const times = [];
  for (const text of others) times.push(await timed(linter, text));
  figures[`p50_ms_${size}`] = percentile(times, 0.5);
  figures[`p95_ms_${size}`] = percentile(times, 0.95);
}
figures.rss_after_60k_mb = memory();
const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(3))]));
process.stdout.write(`${JSON.stringify(attempts.length ? { network: attempts[0] } : rounded)}\n`);
