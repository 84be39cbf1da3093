// The words of the manifest in each language, as browsers want them: `_locales/<language>/messages.json`, from `words/`.
// What a language does not say is left out; the browser then takes the English.
import { join } from 'node:path';
import { build } from 'esbuild';

/** `{ en: { description: { message: '…' } }, gd: {}, … }` */
export async function localesOf(folder) {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { TRANSLATIONS } from './words'; export { MANIFEST } from './en_pages';",
      resolveDir: join(folder, 'words'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
  });
  const words = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return { ...messagesOf(words.TRANSLATIONS), en: messages(words.MANIFEST) };
}

function messagesOf(translations) {
  return Object.fromEntries(Object.entries(translations).map(([language, { MANIFEST = {} }]) => [language, messages(MANIFEST)]));
}

function messages(said) {
  return Object.fromEntries(Object.entries(said).map(([name, message]) => [name, { message }]));
}
