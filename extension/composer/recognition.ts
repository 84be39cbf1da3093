/** What was recognised of a composer, and by what, for the popup's account of this site. No word of the page is in it. */
import type { By, Recognition } from '../protocol';
import { matches, readerOf } from '../sites/engine';
import type { Reader } from '../sites/schema';
import { type Place, postButton } from './submit';

/** The composer the person was in last. `site`: the id of the site file; null where there is none. */
export interface Last {
  site: string | null;
  place: Place;
}

declare global {
  /** The content script's answer; null: no composer yet. */
  var forepostLast: (() => Last | null) | undefined;
}

export function recognitionOf(site: string | null, place: Place): Recognition {
  const { editor, surface, scope } = place;
  const post = postButton(place);
  const named = post && surface?.submit.find((selector) => matches(post, selector));
  const reads = (readers: Reader[] | undefined): By => {
    if (!readers) return { by: 'unasked' };
    const found = readerOf(readers, editor, scope);
    return found ? { by: 'file', selector: found.sel } : { by: 'nothing' };
  };
  const known = surface?.editor.find((selector) => matches(editor, selector));
  return {
    site,
    surface: surface?.id ?? null,
    seen: (known && surface?.dates?.[known]) ?? surface?.seen ?? null, // an older selector must not borrow a newer one's date
    editor: fromFile(known),
    submit: post ? fromFile(named) : { by: 'nothing' },
    account: reads(surface?.account),
    audience: reads(surface?.audience),
  };
}

function fromFile(selector: string | null | undefined): By {
  return selector ? { by: 'file', selector } : { by: 'structure' };
}
