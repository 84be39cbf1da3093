/** A post as it goes to the site, and what is left of it on the page afterwards. */
import type { Mode, Surface } from '../protocol';
import type { Account } from '../sites/engine';
import type { Leaver } from './aftermath';
import { isBlank } from './blank';
import { isShown } from './dom';
import type { Look } from './leaving';
import { read } from './read';
import type { ComposerSession } from './session';

/** Where on the page, and as whom. */
export interface Where {
  site: string;
  surface: Surface;
  account: Account | null;
}

/** All that goes out, and which rules had something to say; what was waved away was shown, too. */
export function leaverOf(sessions: readonly ComposerSession[], where: Where, mode: Mode): Leaver {
  const written = sessions.filter((session) => !session.isBlank);
  const shown = written.flatMap((session) => session.present()).map(({ finding }) => finding);
  const weighty = shown.filter(({ severity }) => severity !== 'hint');
  const verdict = weighty.some(({ severity }) => severity === 'hold') ? 'hold' : weighty.length > 0 ? 'advise' : 'clear';
  const rules = [...new Set(weighty.map(({ rule }) => rule))];
  return { note: { ...where, mode, rules, verdict }, text: written.map(({ text }) => text).join('\n\n') };
}

export function remainsOf(editors: readonly HTMLElement[]): Look {
  if (!editors.some(isShown)) return 'closed';
  return editors.every((editor) => !editor.isConnected || isBlank(read(editor).text)) ? 'emptied' : 'written';
}
