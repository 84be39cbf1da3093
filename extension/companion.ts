/**
 * The only client of the companion. Nothing of a draft, and no token, goes out before the other side has proved
 * by `hello` that it is the companion this browser was paired with.
 *
 * It proves itself again before every call. A proof that were good for some seconds would hand draft and token to whoever
 * takes the port in that time: when the companion is gone, the browser connects to the next one there without a word.
 */
import type { ConnectionFault, Done } from './protocol';
import { fromBase64Url, hmac, hmacHex, keyOfCode, newNonce, same, toBase64Url } from './proof';

const NATIVE_HOST = 'local.forepost.companion';
const PORTS = [41729, 41730, 41731, 41732, 41733];

/** Patience, in milliseconds: for a hello on our own port or a code, on another port, for an answer, for the native host. */
const HELLO = 4000;
const KNOCK = 1500;
const CALL = 8000;
const NATIVE = 10_000;

export interface Pairing {
  client: string;
  port: number;
  secret: string;
  token: string;
}

/** Told of an answer whether it is what was asked for. Anything is, where nothing of it is used. */
export type Check<T> = (told: unknown) => told is T;
const anything = <T>(_told: unknown): _told is T => true;

export type Answer<T> = { ok: true; value: T } | { ok: false; fault: ConnectionFault | 'too-long' | 'refused' };

/** A companion that answers but not as it should is, for the person, one that is not there. */
export function connectionFault(fault: ConnectionFault | 'too-long' | 'refused'): ConnectionFault {
  return fault === 'too-long' || fault === 'refused' ? 'not-running' : fault;
}

/** Whether something was done, when that is all there is to say. */
export function done(answer: Answer<unknown>): Done {
  return answer.ok ? { kind: 'done' } : { kind: 'failed', fault: connectionFault(answer.fault) };
}

type Hello = { kind: 'ours'; port: number } | { kind: 'stranger'; port: number } | { kind: 'nobody' };
type NativeAnswer =
  | ({ kind: 'paired' } & Pairing)
  | { kind: 'running'; port: number }
  | { kind: 'failed'; fault: 'not-running'; message: string };

/** One API call. Tries again once when the companion goes, perhaps to come back, between its proof and its answer. */
export async function call<T>(path: string, body: unknown, is: Check<T> = anything): Promise<Answer<T>> {
  const pairing = await pairingNow();
  if (!pairing) return { ok: false, fault: 'not-paired' };
  for (let attempt = 0; ; attempt += 1) {
    const port = await provedPort(pairing);
    if (typeof port !== 'number') return { ok: false, fault: port };
    try {
      return await read(await post(port, path, body, CALL, pairing.token), is);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return { ok: false, fault: 'refused' };
      if (attempt > 0) return { ok: false, fault: 'not-running' };
    }
  }
}

async function read<T>(response: Response, is: Check<T>): Promise<Answer<T>> {
  if (response.ok) {
    const value = parsed(await response.text());
    return is(value) ? { ok: true, value } : { ok: false, fault: 'garbled' };
  }
  if (response.status === 404) return { ok: false, fault: 'disconnected' };
  if (response.status === 413) return { ok: false, fault: 'too-long' };
  return { ok: false, fault: 'refused' };
}

/** Null, which is no answer to anything, for what is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// -- hello ----------------------------------------------------------------------------------------------------------

/** The port on which our companion has just proved itself, or why there is none. */
async function provedPort(pairing: Pairing): Promise<number | ConnectionFault> {
  const first = await hello(pairing, pairing.port, HELLO);
  const others = first.kind === 'ours' ? [] : PORTS.filter((port) => port !== pairing.port);
  const answers = [first, ...(await Promise.all(others.map((port) => hello(pairing, port, KNOCK))))];
  const ours = answers.find((answer) => answer.kind === 'ours');
  if (!ours) return faultOf(answers);
  if (ours.port !== pairing.port) await chrome.storage.local.set({ pairing: { ...pairing, port: ours.port } });
  return ours.port;
}

async function hello({ client, secret }: Pairing, port: number, patience: number): Promise<Hello> {
  const key = fromBase64Url(secret);
  const nonce = newNonce();
  const mac = await hmacHex(key, 'client', nonce, String(port));
  const { version } = chrome.runtime.getManifest();
  let response: Response;
  try {
    response = await post(port, '/v1/hello', { client, nonce, mac, version }, patience);
  } catch {
    return { kind: 'nobody' };
  }
  try {
    const answer = (await response.json()) as { mac: string; start_id: string };
    const right = await hmacHex(key, 'server', nonce, String(port), answer.start_id);
    return response.ok && same(right, answer.mac) ? { kind: 'ours', port } : { kind: 'stranger', port };
  } catch {
    return { kind: 'stranger', port };
  }
}

async function faultOf(answers: Hello[]): Promise<ConnectionFault> {
  if (!(await mayReach())) return 'permission-missing';
  // Strangers on the other ports take nothing away: our companion is free to start on its own.
  return answers[0]?.kind === 'stranger' ? 'port-taken' : 'not-running';
}

/** Host permissions can be taken back in the browser's settings. */
export function mayReach(): Promise<boolean> {
  return chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] });
}

// -- starting and mending ---------------------------------------------------------------------------------------------

/** Has the native host start the companion, and finds out what is wrong when it still cannot be asked. */
export async function startCompanion(): Promise<ConnectionFault | null> {
  const pairing = await pairingNow();
  if (!pairing) return 'not-paired';
  const started = await native({ kind: 'start' });
  if (started?.kind === 'running' && started.port !== pairing.port) {
    await chrome.storage.local.set({ pairing: { ...pairing, port: started.port } });
  }
  const now = await pairingNow();
  const port = now && (await provedPort(now));
  if (typeof port === 'number') return null;
  if (started?.kind !== 'running') return port ?? 'not-running';
  // It runs, says the native host. Somebody answers there but does not know us: we were disconnected. Nobody: we are kept from it.
  if (port === 'port-taken') return 'disconnected';
  return port === 'not-running' ? 'blocked' : port;
}

/** Why we cannot be heard, when a stranger or our own companion, which forgot us, holds the port. */
export async function nameFault(fault: ConnectionFault): Promise<ConnectionFault> {
  if (fault !== 'port-taken') return fault;
  return (await startCompanion()) ?? fault;
}

// -- pairing ----------------------------------------------------------------------------------------------------------

export async function pairingNow(): Promise<Pairing | null> {
  const { pairing } = await chrome.storage.local.get<{ pairing?: Pairing }>('pairing');
  return pairing ?? null;
}

let connecting: Promise<ConnectionFault | null> | null = null;

/** Connects by native messaging: no typing at all. Null when it worked. Whoever asks meanwhile gets the same answer. */
export function pairNatively(): Promise<ConnectionFault | null> {
  connecting ??= connect().finally(() => {
    connecting = null;
  });
  return connecting;
}

export function pairingUnderWay(): boolean {
  return connecting !== null;
}

async function connect(): Promise<ConnectionFault | null> {
  const answer = await native({ kind: 'pair', origin: ownOrigin(), name: browserName() });
  if (answer?.kind === 'paired') {
    await keep(answer);
    return null;
  }
  return answer?.kind === 'failed' ? 'not-running' : 'not-paired';
}

/** Connects with the short code that tray or command line show. The code itself never travels. Null when it worked. */
export async function pairWithCode(code: string): Promise<ConnectionFault | null> {
  const nonce = newNonce();
  const key = await keyOfCode(code, nonce);
  let heard = false;
  for (const port of PORTS) {
    const mac = await hmacHex(key, 'pair', nonce, String(port), ownOrigin());
    try {
      const response = await post(port, '/v1/pairings', { kind: 'code', name: browserName(), nonce, mac }, HELLO);
      heard = true;
      if (!response.ok) continue;
      const answer = (await response.json()) as { client: string; nonce: string; mac: string };
      if (!same(answer.mac, await hmacHex(key, 'paired', nonce, answer.nonce, answer.client))) continue;
      const secret = toBase64Url(await hmac(key, 'secret', nonce, answer.nonce));
      const token = toBase64Url(await hmac(key, 'token', nonce, answer.nonce));
      await keep({ client: answer.client, port, secret, token });
      return null;
    } catch {
      // Nobody there, or somebody who does not speak our language: the next port.
    }
  }
  if (!(await mayReach())) return 'permission-missing';
  return heard ? 'code-expired' : 'not-running';
}

async function keep({ client, port, secret, token }: Pairing): Promise<void> {
  await chrome.storage.local.set({ pairing: { client, port, secret, token } });
}

function ownOrigin(): string {
  return chrome.runtime.getURL('').replace(/\/$/, '');
}

function browserName(): string {
  const agent = navigator.userAgent;
  const browser = agent.includes('Firefox/') ? 'Firefox' : agent.includes('Edg/') ? 'Edge' : 'Chromium';
  const system = /Windows|Mac OS X|Android|Linux/.exec(agent)?.[0] ?? '';
  return system ? `${browser} on ${system.replace('Mac OS X', 'macOS')}` : browser;
}

// -- transport --------------------------------------------------------------------------------------------------------

function post(port: number, path: string, body: unknown, patience: number, token?: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience),
  });
}

/** Null when there is no native host, or it does not answer. */
async function native(message: { kind: 'start' } | { kind: 'pair'; origin: string; name: string }): Promise<NativeAnswer | null> {
  const answer = chrome.runtime.sendNativeMessage(NATIVE_HOST, message).catch(() => null);
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), NATIVE);
  });
  return (await Promise.race([answer, late])) as NativeAnswer | null;
}
