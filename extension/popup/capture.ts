/** The panel that says what was recognised on this site, and copies a report without any text for when the site has changed. */
import { button, copyText, el } from '../overlay/dom';
import { glyph } from '../overlay/glyph';
import { CAPTURE } from '../words/pages';
import { UNKNOWN } from '../sites/schema';
import type { By, CaptureAnswer, Recognition } from '../protocol';

/** Looks into every frame of the tab; the one with a composer tells of it. Null: the content script runs in none of them. */
async function capturedIn(tab: number): Promise<CaptureAnswer | null> {
  const target = { tabId: tab, allFrames: true };
  try {
    await chrome.scripting.executeScript({ target, files: ['/capture.js'] }); // from the root: Firefox starts at our own page
    const frames = await chrome.scripting.executeScript({ target, func: () => globalThis.forepostCapture?.() ?? null });
    const told = frames.map(({ result }) => result ?? null);
    const first = (kind: CaptureAnswer['kind']) => told.find((answer) => answer?.kind === kind);
    return first('captured') ?? first('switched-off') ?? first('no-composer') ?? null;
  } catch {
    return null; // a page the browser lets nobody look into
  }
}

/** Build the panel for a tab on `host`; `back` returns to the popup's first view. */
export async function capturePanel(tab: number, host: string, back: () => void): Promise<HTMLElement> {
  const answer = await capturedIn(tab);
  const panel = el('section', { class: 'capture' }, el('h1', {}, CAPTURE.title));
  const note = el('p', { class: 'note', role: 'status' });
  const buttons = el('div', { class: 'btns' });
  if (answer?.kind === 'captured') {
    const box = el('textarea', { readonly: true, 'aria-label': CAPTURE.box, spellcheck: 'false' });
    box.value = [host, ...reportOf(answer.recognition), answer.structure].join('\n');
    const copy = async () => {
      note.textContent = (await copyText(box.value, panel)) ? CAPTURE.copied : CAPTURE.copyRefused;
    };
    panel.append(recognised(answer.recognition), el('p', { class: 'soft' }, CAPTURE.sentence), box);
    buttons.append(button(CAPTURE.copy, 'go', copy));
  } else {
    panel.append(el('p', {}, answer ? CAPTURE[answer.kind] : CAPTURE.noAnswer));
  }
  buttons.append(button(CAPTURE.back, 'plain', back));
  panel.append(buttons, note);
  return panel;
}

const PARTS = ['editor', 'submit', 'account', 'audience'] as const;

/** Each part with a mark, in words, and by which selector. */
function recognised(recognition: Recognition): HTMLElement {
  const { site, surface, seen } = recognition;
  const dated = seen === UNKNOWN ? CAPTURE.undated : CAPTURE.described;
  const lead = !site ? CAPTURE.notThisSite : surface && seen ? dated(surface, seen) : CAPTURE.notThisBox;
  const rows = PARTS.map((part) => {
    const by = recognition[part];
    return el(
      'li',
      {},
      glyph(by.by === 'nothing' ? 'warn' : by.by === 'unasked' ? 'hint' : 'done'),
      el('span', {}, `${CAPTURE.parts[part]}: `, el('b', {}, wordOf(by)), by.by === 'file' ? el('code', {}, by.selector) : null),
    );
  });
  return el('div', { class: 'recognised' }, el('p', {}, lead), el('ul', {}, ...rows));
}

function wordOf({ by }: By): string {
  return { file: CAPTURE.known, structure: CAPTURE.byStructure, nothing: CAPTURE.missing, unasked: CAPTURE.unasked }[by];
}

/** The same for people who mend site files: names and selectors, as they stand in the file. */
function reportOf(recognition: Recognition): string[] {
  const { site, surface, seen } = recognition;
  const parts = PARTS.map((part) => {
    const by = recognition[part];
    return `${part}: ${by.by === 'file' ? by.selector : by.by}`;
  });
  return [`site: ${site ?? '-'}, surface: ${surface ?? '-'}, seen: ${seen ?? '-'}`, ...parts];
}
