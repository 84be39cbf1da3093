/**
 * Tells the popup what is recognised of the composer the person was in last, and its shape without a word of it.
 *
 * Put into the frames of a tab by a press in the popup, beside the content script: who never asks never loads it.
 */
import { findAll } from '../composer/dom';
import { SWITCHED_OFF } from '../composer/find';
import { recognitionOf } from '../composer/recognition';
import type { CaptureAnswer } from '../protocol';
import { structureOf } from './structure';

declare global {
  var forepostCapture: (() => CaptureAnswer | null) | undefined;
}

/** Null: the content script does not run in this frame. */
globalThis.forepostCapture = () => {
  const last = globalThis.forepostLast?.();
  if (last === undefined) return null;
  if (!last) return { kind: findAll(document, SWITCHED_OFF).length > 0 ? 'switched-off' : 'no-composer' };
  return { kind: 'captured', recognition: recognitionOf(last.site, last.place), structure: structureOf(document, last.place.editor) };
};
