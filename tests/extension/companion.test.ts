/** The client of the companion: what goes out, to whom, and what each trouble is called. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { call, nameFault, type Pairing, startCompanion } from '../../extension/companion';

const SECRET = Buffer.alloc(32, 7);
const PORT = 50_123; // learned at pairing; none of the five known ones
const PAIRING: Pairing = { client: 'c1', port: PORT, secret: SECRET.toString('base64url'), token: 'the-token' };
const CANARY = 'quokka';

interface Sent {
  port: number;
  path: string;
  token: string | null;
  body: Record<string, string>;
}

type Port = (sent: Sent) => Response | 'nobody';

const world = { ports: new Map<number, Port>(), sent: [] as Sent[], native: null as unknown, mayReach: true, stored: {} as Record<string, unknown> };

const mac = (...lines: string[]) => createHmac('sha256', SECRET).update(lines.join('\n')).digest('hex');
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** Our companion: proves itself, then answers. */
const ours: Port = ({ port, path, body }) => {
  if (path !== '/v1/hello') return json({ fine: true });
  assert.equal(body.version, '1.2');
  assert.equal(body.mac, mac('client', body.nonce ?? '', String(port)), 'our own proof is right');
  return json({ mac: mac('server', body.nonce ?? '', String(port), 's1'), start_id: 's1', version: '1' });
};

/** Somebody else: answers everything, and has heard of hello. */
const stranger: Port = () => json({ mac: 'f'.repeat(64), start_id: 's1', version: '1' });
const silent404: Port = () => json({}, 404);

Object.assign(globalThis, {
  chrome: {
    storage: { local: { get: async (key: string) => ({ [key]: world.stored[key] }), set: async (what: object) => Object.assign(world.stored, what) } },
    permissions: { contains: async () => world.mayReach },
    runtime: { sendNativeMessage: async () => world.native, getURL: () => 'chrome-extension://id/', getManifest: () => ({ version: '1.2' }) },
  },
  fetch: async (address: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
    const { port, pathname } = new URL(address);
    const sent = { port: Number(port), path: pathname, token: headers.Authorization ?? null, body: JSON.parse(body) as Record<string, string> };
    world.sent.push(sent);
    const answer = world.ports.get(sent.port)?.(sent) ?? 'nobody';
    if (answer === 'nobody') throw new TypeError('Failed to fetch');
    return answer;
  },
});

beforeEach(() => {
  Object.assign(world, { ports: new Map(), sent: [], native: null, mayReach: true, stored: { pairing: PAIRING } });
});

const ask = () => call<{ fine: boolean }>('/v1/reviews', { text: CANARY });
const toldTo = (port: number) => world.sent.filter((sent) => sent.port === port && (sent.token || JSON.stringify(sent.body).includes(CANARY)));

test('hello comes first, every time, and then token and text', async () => {
  world.ports.set(PORT, ours);
  assert.deepEqual(await ask(), { ok: true, value: { fine: true } });
  await ask();
  assert.deepEqual(world.sent.map(({ path }) => path), ['/v1/hello', '/v1/reviews', '/v1/hello', '/v1/reviews']);
  assert.equal(world.sent[0]?.token, null, 'no token in a hello');
  assert.equal(world.sent[1]?.token, 'Bearer the-token');
});

test('somebody who cannot prove to be the companion gets neither token nor text', async () => {
  for (const [who, why] of [[stranger, 'a wrong proof'], [silent404, 'a silent 404']] as const) {
    world.ports.set(PORT, who);
    assert.deepEqual(await ask(), { ok: false, fault: 'port-taken' }, why);
    assert.deepEqual(toldTo(PORT), [], why);
  }
});

test('the companion is found on another of the known ports, and that one is remembered', async () => {
  world.ports.set(PORT, stranger);
  world.ports.set(41_731, ours);
  assert.equal((await ask()).ok, true);
  assert.deepEqual(toldTo(PORT), []);
  assert.equal((world.stored.pairing as Pairing).port, 41_731);
});

test('who takes the port of a companion that was there a moment ago hears nothing', async () => {
  world.ports.set(PORT, ours);
  await ask();
  world.ports.set(PORT, stranger);
  world.sent = [];
  assert.deepEqual(await ask(), { ok: false, fault: 'port-taken' });
  assert.deepEqual(toldTo(PORT), []);
});

test('who takes the port between proof and question hears no more than that one', async () => {
  let proved = false;
  world.ports.set(PORT, (sent) => {
    if (sent.path !== '/v1/hello') return 'nobody';
    const answer = proved ? stranger(sent) : ours(sent);
    proved = true;
    return answer;
  });
  assert.deepEqual(await ask(), { ok: false, fault: 'port-taken' });
  assert.deepEqual(world.sent.filter(({ port }) => port === PORT).map(({ path }) => path), ['/v1/hello', '/v1/reviews', '/v1/hello']);
});

test('a companion that is restarted in the middle of a call is asked again without anybody noticing', async () => {
  let restarted = false;
  world.ports.set(PORT, (sent) => {
    const answer = sent.path === '/v1/hello' || restarted ? ours(sent) : 'nobody';
    restarted ||= answer === 'nobody';
    return answer;
  });
  assert.equal((await ask()).ok, true);
});

const TROUBLE: [string, () => void, string][] = [
  ['nobody answers', () => {}, 'not-running'],
  ['nobody answers on our port, a stranger on another', () => world.ports.set(41_729, stranger), 'not-running'],
  ['the permission was taken back', () => Object.assign(world, { mayReach: false }), 'permission-missing'],
  ['never connected', () => Object.assign(world, { stored: {} }), 'not-paired'],
  ['known by hello, then not by its token', () => world.ports.set(PORT, (sent) => (sent.path === '/v1/hello' ? ours(sent) : json({}, 404))), 'disconnected'],
  ['a text too long', () => world.ports.set(PORT, (sent) => (sent.path === '/v1/hello' ? ours(sent) : json({}, 413))), 'too-long'],
  ['still warming up', () => world.ports.set(PORT, (sent) => (sent.path === '/v1/hello' ? ours(sent) : json({}, 503))), 'refused'],
];

test('an answer that is not what was asked for is no answer', async () => {
  const isFine = (told: unknown): told is { fine: true } => (told as { fine?: unknown } | null)?.fine === true;
  for (const garbage of ['<html>', '', 'null', '{"fine": 1}']) {
    world.ports.set(PORT, (sent) => (sent.path === '/v1/hello' ? ours(sent) : new Response(garbage)));
    assert.deepEqual(await call('/v1/reviews', {}, isFine), { ok: false, fault: 'garbled' }, garbage);
  }
});

test('every trouble has its name', async () => {
  for (const [what, prepare, fault] of TROUBLE) {
    Object.assign(world, { ports: new Map(), mayReach: true, stored: { pairing: PAIRING } });
    prepare();
    assert.deepEqual(await ask(), { ok: false, fault }, what);
  }
});

test('the native host tells whose silence it is', async () => {
  world.native = { kind: 'running', port: PORT };
  world.ports.set(PORT, silent404);
  assert.equal(await nameFault('port-taken'), 'disconnected', 'our companion runs there, but has forgotten us');
  world.ports.delete(PORT);
  assert.equal(await startCompanion(), 'blocked', 'it runs, but the browser does not let us reach it');
  world.native = { kind: 'failed', fault: 'not-running', message: '' };
  assert.equal(await startCompanion(), 'not-running');
  world.native = null;
  world.ports.set(PORT, stranger);
  assert.equal(await nameFault('port-taken'), 'port-taken', 'no native host here: a stranger stays one');
});

test('a companion started on another port is found there', async () => {
  world.native = { kind: 'running', port: 50_999 };
  world.ports.set(50_999, ours);
  assert.equal(await startCompanion(), null);
  assert.equal((await ask()).ok, true);
});
