/** The walk over an editor's nodes: the text of every editor's own model, and the node of every character. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../extension/composer/read';
import { pieceFor } from '../../extension/composer/append';
import { isBlank } from '../../extension/composer/blank';

/** A stand-in for a node, with just what the walk looks at. */
interface Fake {
  nodeType: number;
  nodeName: string;
  localName: string;
  data?: string;
  alt?: string;
  childNodes: Fake[];
}

const text = (data: string): Fake => ({ nodeType: 3, nodeName: '#text', localName: '', data, childNodes: [] });
const element = (name: string, ...childNodes: Fake[]): Fake => ({ nodeType: 1, nodeName: name.toUpperCase(), localName: name, childNodes });
const image = (alt: string): Fake => ({ ...element('img'), alt });
const [p, div, span, br] = ['p', 'div', 'span', 'br'].map((name) => (...nodes: Fake[]) => element(name, ...nodes));
const reading = (...nodes: Fake[]) => read(div?.(...nodes) as unknown as HTMLElement);

const EDITORS: [string, Fake[], string][] = [
  ['one line of Draft.js', [div!(div!(span!(span!(text('hello')))))], 'hello'],
  ['paragraphs', [p!(text('one')), p!(text('two'))], 'one\ntwo'],
  ['an empty paragraph between', [p!(text('one')), p!(br!()), p!(text('two'))], 'one\n\ntwo'],
  ['a soft break', [p!(text('one'), br!(), text('two'))], 'one\ntwo'],
  ['the break an editor keeps at the end', [p!(text('one'), br!())], 'one'],
  ['an empty editor', [p!(br!())], ''],
  ['a link inside a word', [p!(text('see '), element('a', span!(text('x.org'))), text('!'))], 'see x.org!'],
  ['a mention that is one piece', [p!(text('ask '), span!(text('@Ann Example')), text(' and #openday'))], 'ask @Ann Example and #openday'],
  ['from right to left, with its marks', [p!(text('\u200fاتصل على '), span!(text('07400 123456')), text('\u200f غدا'))], '\u200fاتصل على 07400 123456\u200f غدا'],
  ['an emoji that is an image', [p!(text('hi '), image('👍'), text(' all'))], 'hi 👍 all'],
  ['a picture without words', [p!(text('hi'), image(''))], 'hi'],
  ['nested blocks', [element('ul', element('li', div!(text('a'))), element('li', text('b')))], 'a\nb'],
  ['text, then blocks, as browsers write them', [text('one'), div!(text('two')), div!(text('three'))], 'one\ntwo\nthree'],
  ['style sheets are not text', [element('style', text('p{}')), p!(text('one'))], 'one'],
];

test('reads what the editor itself holds', () => {
  for (const [what, nodes, expected] of EDITORS) assert.equal(reading(...nodes).text, expected, what);
});

test('every segment says where its node stands in the text (UTF-16)', () => {
  const emoji: [string, Fake[], string] = ['emoji of several signs', [p!(text('a👨‍👩‍👧b')), p!(text('c'), image('👍'), text('d'))], ''];
  for (const [what, nodes] of [...EDITORS, emoji]) {
    const { text: all, segments } = reading(...nodes);
    for (const { node, start, length } of segments) {
      const own = (node as unknown as Fake).data ?? (node as unknown as Fake).alt;
      assert.equal(all.slice(start, start + length), own, what);
    }
    const between = segments.reduce((rest, { length }) => rest - length, all.length);
    assert.equal(between, all.split('\n').length - 1, `${what}: nothing but line breaks stands between`);
  }
});

const APPENDED: [string, 'start' | 'end', { place: number; text: string }, string][] = [
  ['My view', 'end', { place: 7, text: ' Own.' }, 'one space between'],
  ['My view ', 'end', { place: 8, text: 'Own.' }, 'a space that is there is not doubled'],
  ['My view\u00a0', 'end', { place: 8, text: 'Own.' }, 'nor is one the browser made a no-break space'],
  ['My view\n\n', 'end', { place: 7, text: ' Own.' }, 'empty lines stay below'],
  ['', 'end', { place: 0, text: 'Own.' }, 'nothing written yet'],
  ['My view', 'start', { place: 0, text: 'Own. ' }, 'before the text'],
];

test('a line is put beside the text with one space, as one line', () => {
  for (const [before, at, piece, why] of APPENDED) assert.deepEqual(pieceFor(before, at, 'Own.'), piece, why);
  assert.equal(pieceFor('A', 'end', 'Two\nlines').text, ' Two lines');
});

test('an editor that holds only breaks and zero-width characters is empty', () => {
  for (const empty of ['', ' \n', '\u200b', '\ufeff\n\u00a0']) assert.ok(isBlank(empty), JSON.stringify(empty));
  assert.ok(!isBlank('.'));
});
