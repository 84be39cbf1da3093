/** Welsh (Cymraeg): ready to be filled by somebody who speaks it, in any order; what is missing is shown in English. */
import type { Translation } from './translation';

// A group as in en.ts, with as many of its words as are known: CARD: { close: '…' }.
export const cy: Translation = {};
