/** Sites a person adds: read only what was added and is allowed, in the browser's registration as in our list, one change at a time. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { add, addedSites, isToAdd, keepInStep, remove } from '../../extension/background/added';
import { covers, hostIn, ownPattern, patternOf } from '../../extension/origins';

const TOOT = 'https://toot.example/*';
const OTHER = 'https://other.example/*';

interface Registered {
  id: string;
  matches: string[];
  runAt: string;
  allFrames: boolean;
  js: string[];
}

const world = { allowed: new Set<string>(), registered: new Map<string, Registered>(), stored: {} as Record<string, unknown>, lookedAfter: [] as string[] };

Object.assign(globalThis, {
  chrome: {
    runtime: {
      getURL: (name: string) => `moz-extension://id/${name}`,
      getManifest: () => ({
        host_permissions: ['http://127.0.0.1/*', 'https://*.x.com/*'],
        content_scripts: [
          { matches: ['https://*.x.com/*'], js: ['moz-extension://id/sites/x.js'], css: null }, // whole addresses and nulls, as Firefox tells them
          { matches: ['https://*.x.com/*'], js: ['moz-extension://id/content.js'], css: ['underline.css'] },
        ],
      }),
    },
    storage: { local: { get: async (key: string) => ({ [key]: world.stored[key] }), set: async (what: object) => Object.assign(world.stored, what) } },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => world.allowed.has(origin)),
      remove: async ({ origins }: { origins: string[] }) => origins.forEach((origin) => world.allowed.delete(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...world.registered.values()],
      registerContentScripts: async (scripts: Registered[]) => {
        for (const script of scripts) {
          if (world.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          world.registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => ids.forEach((id) => world.registered.delete(id)),
      insertCSS: async () => {},
      executeScript: async () => {},
    },
    tabs: {
      query: async ({ url }: { url: string[] }) => {
        world.lookedAfter.push(...url);
        return [{ id: 1 }];
      },
    },
  },
});

beforeEach(() => Object.assign(world, { allowed: new Set(), registered: new Map(), stored: {}, lookedAfter: [] }));

test('a site that is added and allowed is registered for every frame, from the start of a page, and its open tabs are looked after', async () => {
  world.allowed.add(TOOT);
  assert.equal(await add(TOOT), true);
  const script = world.registered.get(TOOT);
  assert.deepEqual([script?.matches, script?.runAt, script?.allFrames], [[TOOT], 'document_start', true]);
  assert.deepEqual(script?.js, ['sites/mastodon.js', 'content.js'], 'no whole address, which no browser registers, and of sites those anybody may run');
  assert.deepEqual(world.lookedAfter, [TOOT]);
  assert.deepEqual(await addedSites(), [TOOT]);
});

test('a site the browser does not allow is not added', async () => {
  assert.equal(await add(TOOT), false);
  assert.equal(world.registered.size, 0);
});

test('popup and browser tell of the same site at once: it is registered once', async () => {
  world.allowed.add(TOOT);
  assert.deepEqual(await Promise.all([add(TOOT), add(TOOT)]), [true, true]);
  assert.deepEqual(await addedSites(), [TOOT]);
});

test('a permission for every site is no wish to have every site read', async () => {
  for (const pattern of ['https://*/*', '*://*/*', 'https://*.example/*', '<all_urls>']) {
    world.allowed.add(pattern);
    assert.equal(await add(pattern), false, pattern);
  }
  assert.equal(world.registered.size, 0);
});

test('a site given back is neither registered nor allowed any more; the others stay', async () => {
  for (const site of [TOOT, OTHER]) world.allowed.add(site);
  await add(TOOT);
  await add(OTHER);
  await remove(TOOT);
  assert.deepEqual([...world.registered.keys()], [OTHER]);
  assert.deepEqual([...world.allowed], [OTHER]);
  assert.deepEqual(await addedSites(), [OTHER]);
});

test('taken back in the browser’s own settings, it is forgotten', async () => {
  world.allowed.add(TOOT);
  await add(TOOT);
  world.allowed.clear();
  await keepInStep();
  assert.deepEqual([world.registered.size, world.stored.added], [0, []]);
});

test('an update of the extension forgets what was registered: it is registered again', async () => {
  world.allowed.add(TOOT);
  await add(TOOT);
  world.registered.clear();
  await keepInStep();
  assert.deepEqual([...world.registered.keys()], [TOOT]);
});

const TO_ADD: [string, boolean][] = [
  [TOOT, true],
  ['http://intranet.example/*', true],
  ['https://x.com/*', false],
  ['https://mobile.x.com/*', false],
  ['https://notx.com/*', true],
  ['http://127.0.0.1/*', false],
];
for (const [pattern, mayBeAdded] of TO_ADD) test(`${pattern} can be added: ${mayBeAdded}`, () => assert.equal(isToAdd(pattern), mayBeAdded));

test('patterns: of a page, of one host, and what covers what', () => {
  assert.equal(patternOf('https://toot.example:8443/@ann?x=1#y'), TOOT);
  assert.equal(hostIn(TOOT), 'toot.example');
  assert.equal(hostIn('https://*.x.com/*'), null);
  assert.equal(ownPattern('m.x.com', ['https://*.x.com/*']), 'https://*.x.com/*');
  assert.equal(ownPattern('x.com.evil.example', ['https://*.x.com/*']), null);
  assert.ok(covers('https://*.x.com/*', 'x.com'));
  assert.ok(!covers('https://*.x.com/*', 'fox.com'));
  assert.ok(!covers('<all_urls>', 'x.com'));
});
