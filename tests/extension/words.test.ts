/** Words per language: which is chosen, what falls back, and that no code holds words for people of its own. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { localesOf } from '../../extension/locales.mjs';
import { manifestFor } from '../../extension/manifest.mjs';
import * as en from '../../extension/words/en';
import { MANIFEST } from '../../extension/words/en_pages';
import { pageWordsIn } from '../../extension/words/pages';
import { CHIP, chosen, direction, language, speak, TRANSLATIONS, wordsIn } from '../../extension/words/words';

declare const EXTENSION: string; // the extension's folder

const ids = { chromium: [{ build: 'development', key: 'k' }], firefox: [{ id: 'i' }] };
const known = { en: {}, gd: { CARD: { close: 'Dùin' } }, cy: {} };
const CHOICES: [string, string[], string, string][] = [
  ['auto', ['gd', 'en-GB'], 'gd', 'the first of the browser’s'],
  ['auto', ['de-AT', 'gd-GB', 'en'], 'gd', 'one nobody wrote is passed over'],
  ['auto', ['cy', 'en-GB'], 'en', 'a file without a word is not a language yet'],
  ['auto', ['en-GB', 'gd'], 'en', 'English before another one'],
  ['auto', ['ja'], 'en', 'nothing the browser asks for'],
  ['auto', [], 'en', 'a browser that says nothing'],
  ['gd', ['en-GB'], 'gd', 'the setting before the browser'],
  ['en', ['gd'], 'en', 'the setting before the browser'],
  ['cy', ['gd'], 'en', 'a setting that cannot be met yet'],
];
for (const [setting, browser, language, why] of CHOICES) {
  test(`setting ${setting}, browser ${browser}: ${language}, ${why}`, () => assert.equal(chosen(setting, browser, known), language));
}

test('what a language does not say is said in English', () => {
  const words = wordsIn({ CARD: { close: 'Dùin' }, CHIP: { toLookAt: (count) => `${count} ri fhaicinn` } });
  assert.equal(words.CARD.close, 'Dùin');
  assert.equal(words.CARD.next, en.CARD.next);
  assert.equal(words.CHIP.toLookAt(2), '2 ri fhaicinn');
  assert.equal(words.CHIP.hints(2), en.CHIP.hints(2));
  assert.deepEqual(pageWordsIn({ WELCOME: { read: ['Aon.'] } }).WELCOME.read, ['Aon.']);
  assert.deepEqual(words.FAULTS, en.FAULTS);
});

test('the language of the settings is spoken, and what is drawn afterwards is in it', () => {
  const filled = { en: {}, gd: { CHIP: { checked: 'Air a sgrùdadh' } } };
  assert.equal(speak('gd', ['en-GB'], filled), true);
  assert.deepEqual([language(), CHIP.checked, CHIP.partly], ['gd', 'Air a sgrùdadh', en.CHIP.partly]);
  assert.equal(speak('gd', [], filled), false, 'no change');
  assert.equal(speak('auto', ['en-GB'], filled), true);
  assert.equal(CHIP.checked, en.CHIP.checked);
});

test('a language written from the right is laid out from the right', () => {
  assert.deepEqual(['en', 'gd', 'ar', 'he'].map((one) => direction(one)), ['ltr', 'ltr', 'rtl', 'rtl']);
});

test('nobody speaks before asking the settings', () => {
  const speakers = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.includes('node_modules'));
  const deaf = speakers.filter((name) => /speak\(['"]/.test(readFileSync(join(EXTENSION, name), 'utf8')));
  assert.deepEqual(deaf, []);
});

test('the manifest speaks each language there is; what one does not say the browser takes from English', async () => {
  const locales = await localesOf(EXTENSION);
  assert.deepEqual(Object.keys(locales).sort(), Object.keys(TRANSLATIONS).sort());
  assert.deepEqual(Object.keys(locales.en), Object.keys(MANIFEST));
  const asked = JSON.stringify(manifestFor({ test: false, ids, version: '1', sites: [] })).matchAll(/__MSG_(\w+)__/g);
  assert.deepEqual([...asked].map(([, name = '']) => name).filter((name) => !(name in MANIFEST)), []);
});

// -- no words in code ---------------------------------------------------------------------------------------------------

const SHOWN_ATTRIBUTES = new Set([
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);
const SHOWN_PROPERTIES = new Set(['textContent', 'innerText', 'innerHTML', 'title', 'placeholder', 'alt', 'ariaLabel', 'ariaDescription']);
const LETTERS = /\p{L}{2}/u;

/** The literal words in an expression, the branches of a choice and the parts of a template included. */
function literals(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (ts.isBinaryExpression(node)) return [...literals(node.left), ...literals(node.right)];
  return [];
}

/** The expressions a node puts before people: children and attributes of `el`, names of buttons, texts that are assigned. */
function shownBy(node: ts.Node): ts.Node[] {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return ts.isPropertyAccessExpression(node.left) && SHOWN_PROPERTIES.has(node.left.name.text) ? [node.right] : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const { expression: called, arguments: given } = node;
  const [first, second] = given;
  if (ts.isIdentifier(called) && called.text === 'button' && first) return [first];
  if (ts.isIdentifier(called) && called.text === 'el') return [...given.slice(2), ...(second ? attributes(second) : [])];
  if (!ts.isPropertyAccessExpression(called)) return [];
  if (['append', 'prepend', 'replaceChildren'].includes(called.name.text)) return [...given];
  const names = called.name.text === 'setAttribute' && first && ts.isStringLiteral(first) && SHOWN_ATTRIBUTES.has(first.text);
  return names && second ? [second] : [];
}

function attributes(node: ts.Node): ts.Node[] {
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    const named = ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name));
    return named && SHOWN_ATTRIBUTES.has(property.name.text) ? [property.initializer] : [];
  });
}

function wordsInCode(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const shown of shownBy(node)) found.push(...literals(shown).filter((text) => LETTERS.test(text)));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest));
  return found;
}

const BAKED: [string, string[]][] = [
  ["button('Close', 'plain', close)", ['Close']],
  ["el('p', { class: 'note' }, 'Not a word of it')", ['Not a word of it']],
  ["el('p', {}, held ? 'Look here' : CARD.done)", ['Look here']],
  ["el('input', { 'aria-label': 'Short code', type: 'text' })", ['Short code']],
  ["element.setAttribute('title', 'Partly')", ['Partly']],
  ['note.textContent = `Copied ${count} words`', ['Copied ', ' words']],
  ["panel.append('There')", ['There']],
  ["el('p', { class: 'note', role: 'status' }, CARD.done, ' · ')", []],
];
for (const [code, found] of BAKED) test(`words in code are seen: ${code}`, () => assert.deepEqual(wordsInCode(code), found));

const ROOMS = ['overlay', 'popup', 'welcome', 'composer', 'capture'];
const FILES = ROOMS.flatMap((room) => readdirSync(join(EXTENSION, room)).map((name) => join(room, name)));

test('no code holds words of its own', () => {
  const code = FILES.filter((name) => name.endsWith('.ts'));
  assert.ok(code.length > 40);
  const found = code.flatMap((name) => wordsInCode(readFileSync(join(EXTENSION, name), 'utf8')).map((text) => `${name}: ${text}`));
  assert.deepEqual(found, []);
});

test('no page holds words of its own but the name of the product', () => {
  const pages = FILES.filter((name) => name.endsWith('.html'));
  assert.equal(pages.length, 2);
  for (const name of pages) {
    const seen = readFileSync(join(EXTENSION, name), 'utf8').replaceAll(/<!--.*?-->|<[^>]*>/gs, ' ');
    assert.equal(seen.trim(), 'Forepost', name);
  }
});
