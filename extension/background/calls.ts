/**
 * Calls that mend what can be mended without asking: they connect to a companion that is installed, start one that is not
 * running, and tell by name what is wrong.
 */
import { type Answer, type Check, call, nameFault, pairingUnderWay, pairNatively, startCompanion } from '../companion';
import type { ConnectionFault } from '../protocol';
import { tellTabs } from './tabs';

/** How long a first question waits for a companion that is being started (milliseconds). */
const SOON = 1000;

/**
 * A companion that is not running is started the first time since the browser was. Later, one that is away was stopped by
 * somebody; then the person is asked.
 */
export async function companion<T>(path: string, body: unknown, is?: Check<T>): Promise<Answer<T>> {
  const answer = await call(path, body, is);
  if (answer.ok) {
    void isDue('start', Number.POSITIVE_INFINITY); // it has been there: if it goes, somebody stopped it
    return answer;
  }
  if (answer.fault === 'not-paired' && (await connect()) === null) return call(path, body, is);
  if (answer.fault === 'not-running' && (await isDue('start', Number.POSITIVE_INFINITY)) && (await startSoon()))
    return call(path, body, is);
  if (answer.fault === 'port-taken') return { ok: false, fault: await nameOf(answer.fault) };
  return answer;
}

/** Connects without asking; all who need it meanwhile wait for the same connection, not for one each. */
export async function connect(): Promise<ConnectionFault | null> {
  return pairingUnderWay() || (await isDue('pair', 10_000)) ? pairNatively() : 'not-paired';
}

/** Starts the companion. False when that takes long: the chip then says what is missing, and tabs hear of it when it is there. */
async function startSoon(): Promise<boolean> {
  const started = startCompanion().then((fault) => fault === null);
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), SOON);
  });
  const soon = await Promise.race([started, late]);
  if (!soon) void started.then((there) => (there ? tellTabs({ kind: 'changed' }) : undefined));
  return soon;
}

/** Whether the stranger on the port is our own companion that forgot us: asked of the native host, not at every call. */
async function nameOf(fault: ConnectionFault): Promise<ConnectionFault> {
  if (await isDue('name', 60_000)) await chrome.storage.session.set({ stranger: await nameFault(fault) });
  const { stranger } = await chrome.storage.session.get<{ stranger?: ConnectionFault }>('stranger');
  return stranger ?? fault;
}

/** Was this last done longer ago than `every` milliseconds, or not at all since the browser started? It counts as done now. */
async function isDue(what: 'pair' | 'start' | 'name', every: number): Promise<boolean> {
  const key = `done:${what}`;
  const known = await chrome.storage.session.get<Record<string, number>>(key);
  const due = known[key] === undefined || Date.now() - known[key] > every;
  if (due) await chrome.storage.session.set({ [key]: Date.now() });
  return due;
}
