/** Proofs and codes, against figures computed with Python's hmac and hashlib (the companion's own functions). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64Url, hex, hmac, hmacHex, keyOfCode, newNonce, same, toBase64Url } from '../../extension/proof';

const SECRET = Uint8Array.from({ length: 32 }, (_, place) => place);
const NONCE = '00112233445566778899aabbccddeeff';
const SERVER_NONCE = 'ffeeddccbbaa99887766554433221100';
const ORIGIN = 'chrome-extension://doojfkjommbhipolhpipcoeaipdkpbhb';

test('hello: what we send and what the companion must answer', async () => {
  assert.equal(await hmacHex(SECRET, 'client', NONCE, '41729'), '7f06d49d2cb1fa4c0cdc58f13186245db0dac9e029c210603a692ea174b5d3a1');
  assert.equal(
    await hmacHex(SECRET, 'server', NONCE, '41729', 'start-1'),
    'e48035506fb22a36701e92ae6c5cabe065a9384b4170eca537fe66987605a3a9',
  );
});

test('a short code becomes a key, and the key a proof, a secret and a token', async () => {
  const key = await keyOfCode('ABCD-EFGH', NONCE);
  assert.equal(hex(key), '5e522cec022e51080094263c3ab803eb6ae70e40b7e80ea9f747a6495b5a8356');
  assert.equal(await hmacHex(key, 'pair', NONCE, '41729', ORIGIN), 'f9e06351d961945a12e9d3550f9b2ffe9942de7cab36371aba10f9fa8674f44e');
  assert.equal(toBase64Url(await hmac(key, 'secret', NONCE, SERVER_NONCE)), 'CK4g6-4DklWOg-2nNr8OexlAWGOeuu6LWizimYlD_6k');
  assert.equal(toBase64Url(await hmac(key, 'token', NONCE, SERVER_NONCE)), '3zrJ5MnoFe109MYbpXp5dt7Ip8Cb5ZGdwVgf-Rj0ZOU');
});

test('a code may be typed in small letters, with spaces or without its dash', async () => {
  const right = hex(await keyOfCode('ABCD-EFGH', NONCE));
  assert.equal(hex(await keyOfCode(' abcd efgh', NONCE)), right);
  assert.notEqual(hex(await keyOfCode('ABCD-EFGJ', NONCE)), right);
});

test('base64url without padding, there and back', () => {
  assert.equal(toBase64Url(SECRET), 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8');
  assert.deepEqual(fromBase64Url('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'), SECRET);
});

test('hashes are the same only when they are', () => {
  assert.ok(same('ab12', 'ab12'));
  for (const [a, b] of [['ab12', 'ab13'], ['ab12', 'ab1'], ['', 'a'], ['a', '']] as const) assert.ok(!same(a, b), `${a} ${b}`);
});

test('a nonce is 32 hex characters and never the same', () => {
  assert.match(newNonce(), /^[0-9a-f]{32}$/);
  assert.notEqual(newNonce(), newNonce());
});
