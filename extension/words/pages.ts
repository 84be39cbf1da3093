/** The words of the extension's own pages in the language of now. They follow `speak`, as those of words.ts do. */
import * as en from './en_pages';
import { fill, type PageWords, type Translation } from './translation';
import { followers } from './words';

export let { POPUP, PAIRING, CAPTURE, WELCOME, TOOLBAR, MANIFEST }: PageWords = en;

followers.push((translation) => {
  ({ POPUP, PAIRING, CAPTURE, WELCOME, TOOLBAR, MANIFEST } = pageWordsIn(translation));
});

/** All words of a translation for the pages, in English where it is silent. */
export function pageWordsIn(translation: Translation): PageWords {
  return fill<PageWords>(en, translation);
}
