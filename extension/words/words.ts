/** The words in the language of now. Each name below follows `speak`; what is drawn afterwards is in the new language. */
import { cy } from './cy';
import * as en from './en';
import { gd } from './gd';
import { fill, type Translation, type Words } from './translation';

export { SHORTCUT } from './en';

/** By language; English has nothing to translate. */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = { en: {}, gd, cy };

export let {
  MODES,
  SEVERITIES,
  CHIP,
  EXPLAIN,
  PARTLY,
  PARTLY_OTHER,
  FAULTS,
  NOTICES,
  QUESTIONS,
  HELP,
  COUNTDOWN,
  WHOSE,
  CARD,
  ASK,
  REVIEW,
  SPOKEN,
}: Words = en;

let spoken = 'en';

/** Told of the translation whenever another language is spoken. */
export const followers: ((translation: Translation) => void)[] = [];

/** The language of now, as a `lang` attribute has it. */
export function language(): string {
  return spoken;
}

const WRITTEN_FROM_THE_RIGHT = ['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** Which way the language of now is written, as a `dir` attribute has it. */
export function direction(language = spoken): 'ltr' | 'rtl' {
  return WRITTEN_FROM_THE_RIGHT.includes(language) ? 'rtl' : 'ltr';
}

/** A time of day as people write it in the language of now, as "14:30". */
export function clockTime(time: Date): string {
  return time.toLocaleTimeString(spoken === 'en' ? 'en-GB' : spoken, { hour: '2-digit', minute: '2-digit' });
}

/**
 * Speak the language of the settings, or with "auto" the first of the browser's that has a file here. `browser`: as
 * `navigator.languages`. True when the language is another one than before.
 */
export function speak(setting: string, browser: readonly string[], known = TRANSLATIONS): boolean {
  const next = chosen(setting, browser, known);
  if (next === spoken) return false;
  spoken = next;
  const words = wordsIn(known[next] ?? {});
  ({ MODES, SEVERITIES, CHIP, EXPLAIN, PARTLY, PARTLY_OTHER, FAULTS, NOTICES, QUESTIONS, HELP, COUNTDOWN, WHOSE } = words);
  ({ CARD, ASK, REVIEW, SPOKEN } = words);
  for (const follow of followers) follow(known[next] ?? {});
  return true;
}

/** All words of a translation, in English where it is silent. */
export function wordsIn(translation: Translation): Words {
  return fill<Words>(en, translation);
}

/** A file without a word in it is not a language yet. */
export function chosen(setting: string, browser: readonly string[], known = TRANSLATIONS): string {
  const wanted = setting === 'auto' ? browser : [setting];
  const bases = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return bases.find((base) => base === 'en' || Object.keys(known[base] ?? {}).length > 0) ?? 'en';
}
