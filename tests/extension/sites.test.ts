/** The site files: each keeps to the schema, every selector parses, and hosts, paths and words match what they should. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transform } from 'esbuild';
import { manifestFor, NAMED_SITES } from '../../extension/manifest.mjs';
import { hostMatches, hostOf, pathMatches, siteBySigns, siteOf, surfaceOf, trimmed } from '../../extension/sites/engine';
import { readSites, writtenSites } from '../../extension/sites/files.mjs';
import { type Reader, type SiteData, UNKNOWN } from '../../extension/sites/schema';
import { hasWord, isWord } from '../../extension/sites/words';

declare const EXTENSION: string;

const folder = join(EXTENSION, 'sites');
const sites: SiteData[] = readSites(folder);
const written: Written[] = writtenSites(folder);
const IDS = JSON.parse(readFileSync(join(EXTENSION, '../companion/desktop/extension_ids.json'), 'utf8'));
const schema = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8')) as Rule;

/** What a file says of a selector that is weaker than its surface. */
interface Weaker {
  sel: string;
  seen?: string;
  evidence?: string;
}

type Written = { id: string; surfaces: ({ id: string; seen: string; evidence: string } & Record<string, unknown>)[] };

/** As much of JSON Schema as the schema uses. */
interface Rule {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  minItems?: number;
  minimum?: number;
  items?: Rule;
  required?: string[];
  properties?: Record<string, Rule>;
  additionalProperties?: boolean;
  dependentRequired?: Record<string, string[]>;
}

/** Where and why a value breaks the rule. */
function broken(value: unknown, rule: Rule, at: string): string[] {
  if (Array.isArray(rule.type)) return broken(value, { ...rule, type: typeof value === 'string' ? 'string' : 'object' }, at);
  if ('const' in rule) return value === rule.const ? [] : [`${at}: not ${rule.const}`];
  if (rule.enum) return rule.enum.includes(value) ? [] : [`${at}: not one of ${rule.enum.join(', ')}`];
  if (rule.type === 'string') {
    if (typeof value !== 'string' || value.length < (rule.minLength ?? 0)) return [`${at}: not a text`];
    return !rule.pattern || new RegExp(rule.pattern).test(value) ? [] : [`${at}: does not match ${rule.pattern}`];
  }
  if (rule.type === 'integer') return Number.isInteger(value) && (value as number) >= (rule.minimum ?? 0) ? [] : [`${at}: not a number`];
  if (rule.type === 'array') {
    if (!Array.isArray(value) || value.length < (rule.minItems ?? 0)) return [`${at}: not a list`];
    return value.flatMap((item, place) => broken(item, rule.items ?? {}, `${at}[${place}]`));
  }
  if (typeof value !== 'object' || value === null) return [`${at}: not an object`];
  const object = value as Record<string, unknown>;
  const dependent = Object.entries(rule.dependentRequired ?? {}).flatMap(([name, others]) => (name in object ? others : []));
  const missing = [...(rule.required ?? []), ...dependent].filter((name) => !(name in object)).map((name) => `${at}.${name}: missing`);
  const inside = Object.entries(object).flatMap(([name, part]) => {
    const own = rule.properties?.[name];
    return own ? broken(part, own, `${at}.${name}`) : [`${at}.${name}: unknown`];
  });
  return [...missing, ...inside];
}

test('every site file keeps to the schema', () => {
  assert.ok(sites.length >= 3);
  for (const site of written) assert.deepEqual(broken(site, schema, site.id), []);
});

test('the schema refuses what it should', () => {
  const wrong = { id: 'X!', hosts: [], surfaces: [{ kind: 'dance', editor: ['a'], submit: [], keys: ['F1'], run: 'code' }] };
  const faults = broken(wrong, schema, 'wrong').join('\n');
  for (const part of ['wrong.id', 'wrong.hosts', '.kind', '.keys[0]', '.run: unknown', '.seen: missing'])
    assert.ok(faults.includes(part), part);
  const weaker = { editor: [{ sel: 'a', seen: 'once' }], submit: [7], account: [{ sel: 'a', read: 'text', seen: '2026-01' }] };
  const others = broken({ surfaces: [weaker], anywhere: { name: 'M', signs: ['a'] } }, schema, 'it').join('\n');
  for (const part of [
    'editor[0].seen: does not',
    'editor[0].evidence: missing',
    'submit[0]',
    'account[0].evidence: missing',
    'anywhere.seen: missing',
  ])
    assert.ok(others.includes(part), part);
});

test('a selector that is weaker than its surface says so itself, and the extension is given it plain', () => {
  const lists = ['editor', 'scope', 'submit', 'account', 'audience', 'replyTo'];
  const weaker = written.flatMap(({ surfaces }) =>
    surfaces.flatMap((surface) =>
      lists
        .flatMap((list) => (surface[list] ?? []) as (string | Weaker)[])
        .flatMap((one) => (typeof one === 'string' || one.seen === undefined ? [] : [{ own: one, surface }])),
    ),
  );
  assert.ok(weaker.length > 20);
  for (const { own, surface } of weaker) assert.notEqual(own.evidence, surface.evidence, own.sel);
  const own = weaker.filter(({ own }) => /own knowledge/.test(own.evidence ?? '') && !/\d{4}/.test(own.evidence ?? ''));
  for (const {
    own: { sel, seen },
  } of own)
    assert.equal(seen, UNKNOWN, sel); // nobody saw it: it has no date
  const chat = sites.find(({ id }) => id === 'x')?.surfaces.find(({ id }) => id === 'chat');
  assert.ok(chat?.editor.every((one) => typeof one === 'string'));
  assert.equal(chat?.dates?.['[data-testid="dmComposerTextInput"]'], UNKNOWN);
  assert.ok(!JSON.stringify(sites).includes('breaksWhen'), 'for the people who mend it');
});

test('every selector parses', async () => {
  const readers = (list: Reader[] = []) => list.map(({ sel }) => sel);
  const selectors = sites.flatMap(({ surfaces }) =>
    surfaces.flatMap((s) => [...s.editor, ...(s.scope ?? []), ...s.submit, ...readers(s.account), ...readers(s.audience), ...readers(s.replyTo)]),
  );
  assert.ok(selectors.length > 40);
  for (const selector of selectors) {
    const { warnings } = await transform(`${selector} {}`, { loader: 'css', logLevel: 'silent' });
    assert.deepEqual(warnings.map(({ text }) => text), [], selector);
  }
});

test('no site file asks for more than the manifest names', () => {
  const named = NAMED_SITES.map((pattern) => pattern.replace(/^https:\/\/(\*\.)?/, '').replace('/*', ''));
  for (const { hosts } of sites) {
    for (const host of hosts) assert.ok(named.some((name) => host === name || host.endsWith(`.${name}`)), host);
  }
});

test('the manifest asks for these permissions and no others', () => {
  const manifest = manifestFor({ test: false, ids: IDS, version: '1.0.0', sites });
  const { permissions, host_permissions } = manifest;
  assert.deepEqual(permissions, ['storage', 'nativeMessaging', 'scripting', 'activeTab']);
  assert.deepEqual(host_permissions, ['http://127.0.0.1/*', ...NAMED_SITES]);
  assert.ok(!('web_accessible_resources' in manifest), 'a page must not be able to tell that we are here');
  assert.ok(!('key' in manifest), 'stores give their own id');
  assert.ok('key' in manifestFor({ test: true, ids: IDS, version: '1.0.0', sites }), 'test builds have a fixed id');
});

test('each page loads what is known of its own site, in all frames and before the page begins', () => {
  const { content_scripts } = manifestFor({ test: false, ids: IDS, version: '1.0.0', sites });
  for (const pattern of NAMED_SITES) {
    const scripts = content_scripts.filter(({ matches }) => matches.includes(pattern));
    const site = siteOf(new URL(pattern.replace('*.', 'www.')).hostname, sites);
    assert.deepEqual(scripts.map(({ js }) => js), [[`sites/${site?.id}.js`], ['content.js']], pattern);
    for (const script of scripts) assert.ok(script.all_frames && script.run_at === 'document_start' && 'match_origin_as_fallback' in script);
  }
});

test('a site is known by its host names', () => {
  const found: [string, string | null][] = [
    ['x.com', 'x'],
    ['mobile.twitter.com', 'x'],
    ['www.linkedin.com', 'linkedin'],
    ['m.facebook.com', 'facebook'],
    ['bsky.app', 'bluesky'],
    ['notbsky.app', null],
    ['mastodon.social', 'mastodon'],
    ['old.reddit.com', 'reddit'],
    ['m.youtube.com', 'youtube'],
    ['www.tiktok.com', 'tiktok'],
    ['notx.com', null],
    ['x.com.evil.example', null],
    ['plain.example', null],
  ];
  for (const [host, id] of found) assert.equal(siteOf(host, sites)?.id ?? null, id, host);
  assert.ok(!hostMatches('evilx.com', '*.x.com'));
});

test('a frame without an address belongs to the page that made it', () => {
  assert.equal(hostOf({ hostname: 'x.com' }, 'https://x.com'), 'x.com');
  assert.equal(hostOf({ hostname: '' }, 'https://x.com'), 'x.com');
  assert.equal(hostOf({ hostname: '' }, 'null'), '', 'a sandboxed frame belongs to nobody');
});

test('paths match with * for anything', () => {
  assert.ok(pathMatches('/company/12/admin/page-posts/', '/company/*/admin/*'));
  assert.ok(!pathMatches('/in/company/12/admin/', '/company/*/admin/*'));
  assert.ok(!pathMatches('/messagesX', '/messages'), 'a dot or a plus is itself');
});

test('of what was read, the part the reader is after', () => {
  const header = 'Ann Example \n Post to Anyone';
  assert.equal(trimmed(header, { until: ' Post to ' }), 'Ann Example');
  assert.equal(trimmed(header, { after: ' Post to ' }), 'Anyone');
  assert.equal(trimmed('Ann Auf Alle posten', { until: ' Post to ' }), '', 'another language says nothing, rather than something wrong');
  assert.equal(trimmed('Comment as Ann', { strip: 'Comment as ' }), 'Ann');
  assert.equal(trimmed('Sharing with Friends. ', { strip: 'Sharing with ' }), 'Friends');
  assert.equal(trimmed(' The market is  back. ', {}), 'The market is back.', 'a text that is read as it is keeps its last dot');
});

test('a label in one of several languages', () => {
  const forms = ['Comment as {}', 'Als {} kommentieren', '{}としてコメント'];
  assert.equal(trimmed('Comment as Ann', { forms }), 'Ann');
  assert.equal(trimmed('Als Ann Example  kommentieren', { forms }), 'Ann Example');
  assert.equal(trimmed('Annとしてコメント', { forms }), 'Ann');
  assert.equal(trimmed('Komentuj jako Ann', { forms }), '', 'a language we do not know says nothing, rather than something wrong');
  assert.equal(trimmed('Ann (Example) Post to Anyone', { forms: ['{} Post to *'] }), 'Ann (Example)');
  assert.equal(trimmed('Ann Post to Friends + family', { forms: ['* Post to {}'] }), 'Friends + family');
});

test('the words of an unknown button', () => {
  for (const name of ['Post', '  POST ', 'Reply', 'Veröffentlichen', 'Répondre', '投稿する', 'Po\u200bst']) assert.ok(isWord('post', name), name);
  for (const name of ['Postpone', 'Post office', 'Like', '']) assert.ok(!isWord('post', name), name);
  for (const name of ['Cancel', 'Abbrechen', 'キャンセル']) assert.ok(isWord('cancel', name), name);
  for (const name of ['Done', 'Fertig', '完了']) assert.ok(isWord('done', name) && !isWord('cancel', name) && !isWord('post', name), name);
});

test('the words of an unknown editor', () => {
  for (const name of ['Message', 'Type a message', 'Nachricht schreiben', 'メッセージを入力']) assert.ok(hasWord('message', name), name);
  for (const name of ["What's on your mind?", 'Messaging policy', 'What is happening?']) assert.ok(!hasWord('message', name), name);
  assert.ok(hasWord('search', 'Search posts') && !hasWord('search', 'Research notes'));
  assert.ok(hasWord('answer', 'Comment as Ann'));
  for (const name of ['Title', 'Add a title', 'subject', 'Titel hinzufügen', 'タイトルを追加']) assert.ok(hasWord('title', name), name);
  for (const name of ['Your name', 'Entitled to', 'E-mail', 'Subjective']) assert.ok(!hasWord('title', name), name);
});

const page = (...standing: string[]) => ({ querySelector: (sign: string) => (standing.includes(sign) ? {} : null) }) as unknown as ParentNode;

test('an instance is known by all its signs together, never by one', () => {
  assert.equal(siteBySigns(page('#mastodon', 'script#initial-state'), sites)?.id, 'mastodon');
  assert.equal(siteBySigns(page('#mastodon'), sites), null);
  assert.equal(siteBySigns(page(), sites), null);
});

test('nothing that others wrote is read beside a private message, as the popup says', () => {
  const messages = sites.flatMap(({ surfaces }) => surfaces.filter(({ kind }) => kind === 'message'));
  assert.ok(messages.length >= 5);
  assert.deepEqual(messages.filter(({ replyTo }) => replyTo !== undefined), []);
});

test("below a story one writes to its author; a story's own words are a post", () => {
  const facebook = siteOf('www.facebook.com', sites);
  const box = { matches: (selector: string) => selector === '[contenteditable="true"][role="textbox"]' } as unknown as Element;
  const kind = (path: string) => facebook && surfaceOf(facebook, box, path)?.kind;
  for (const path of ['/stories/1/2/', '/stories/1', '/stories']) assert.equal(kind(path), 'message', path);
  for (const path of ['/stories/create', '/stories/create/']) assert.equal(kind(path), 'post', path);
});
