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

/** Every test begins like a background that was just woken: without a proof. A network error takes it away. */
beforeEach(async () => {
  Object.assign(world, { ports: new Map(), native: null, mayReach: true, stored: { pairing: PAIRING } });
  await call('/v1/reviews', {});
  world.sent = [];
});

const ask = () => call<{ fine: boolean }>('/v1/reviews', { text: CANARY });
const toldTo = (port: number) => world.sent.filter((sent) => sent.port === port && (sent.token || JSON.stringify(sent.body).includes(CANARY)));

test('hello comes first, then token and text; while the proof is fresh it is not asked for again', async () => {
  world.ports.set(PORT, ours);
  assert.deepEqual(await ask(), { ok: true, value: { fine: true } });
  await ask();
  assert.deepEqual(world.sent.map(({ path }) => path), ['/v1/hello', '/v1/reviews', '/v1/reviews']);
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

test('after a network error whoever answers has to prove itself first', async () => {
  world.ports.set(PORT, ours);
  await ask();
  let killed = false;
  world.ports.set(PORT, (sent) => {
    if (!killed) {
      killed = true; // the companion is gone; next time somebody else has its port
      return 'nobody';
    }
    return stranger(sent);
  });
  world.sent = [];
  assert.deepEqual(await ask(), { ok: false, fault: 'port-taken' });
  const afterwards = world.sent.slice(1);
  assert.ok(afterwards.length > 0 && afterwards.every(({ path }) => path === '/v1/hello'));
});

test('a companion that was restarted is asked again without anybody noticing', async () => {
  world.ports.set(PORT, ours);
  await ask();
  let restarting = true;
  world.ports.set(PORT, (sent) => {
    const answer = restarting ? 'nobody' : ours(sent);
    restarting = false;
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
