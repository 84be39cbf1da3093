/** Proof of identity between this browser and the companion: nonces, codes and keyed hashes (HMAC-SHA256, PBKDF2). */

const utf8 = new TextEncoder();

/** Rounds of PBKDF2 that make guessing a short code slow. */
const ROUNDS = 600_000;

/** 32 hex characters of randomness. */
export function newNonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** What the lines, joined by line feeds, hash to under `secret` (raw bytes). */
export async function hmac(secret: Uint8Array<ArrayBuffer>, ...lines: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(lines.join('\n'))));
}

export async function hmacHex(secret: Uint8Array<ArrayBuffer>, ...lines: string[]): Promise<string> {
  return hex(await hmac(secret, ...lines));
}

/** The key both sides make of a short code. Case, dash and spaces do not count. */
export async function keyOfCode(code: string, nonce: string): Promise<Uint8Array<ArrayBuffer>> {
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  const password = await crypto.subtle.importKey('raw', utf8.encode(plain), 'PBKDF2', false, ['deriveBits']);
  const rule = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode(nonce), iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(rule, password, 256));
}

/** Compares without telling, by the time it takes, where two hashes part. */
export function same(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let place = 0; place < a.length; place += 1) difference |= a.charCodeAt(place) ^ b.charCodeAt(place % (b.length || 1));
  return difference === 0;
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** base64url without padding, as tokens and secrets travel. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
