/** The panel that shows and copies the shape of the page's composer, so that a change of a site can be reported. */
import { button, copyText, el } from '../overlay/dom';
import { CAPTURE } from '../words/words';
import type { CaptureAnswer, Notice } from '../protocol';

/** Ask the tab's content script for the structure. Every frame hears the question; the one with a composer answers. */
async function structureOf(tab: number): Promise<CaptureAnswer | null> {
  const notice: Notice = { kind: 'capture' };
  try {
    return (await chrome.tabs.sendMessage<Notice, CaptureAnswer | undefined>(tab, notice)) ?? null;
  } catch {
    return null; // no content script there
  }
}

/** Build the panel for a tab on `host`; `back` returns to the popup's first view. */
export async function capturePanel(tab: number, host: string, back: () => void): Promise<HTMLElement> {
  const answer = await structureOf(tab);
  const panel = el('section', { class: 'capture' }, el('h2', {}, CAPTURE.title));
  const note = el('p', { class: 'note', role: 'status' });
  const buttons = el('div', { class: 'btns' });
  if (answer?.kind === 'captured') {
    const box = el('textarea', { readonly: true, 'aria-label': CAPTURE.box, spellcheck: 'false' });
    box.value = `${host}\n${answer.structure}`;
    const copy = async () => {
      note.textContent = (await copyText(box.value, panel)) ? CAPTURE.copied : CAPTURE.copyRefused;
    };
    panel.append(el('p', {}, CAPTURE.sentence), box);
    buttons.append(button(CAPTURE.copy, 'go', copy));
  } else {
    panel.append(el('p', {}, answer ? CAPTURE.noComposer : CAPTURE.noAnswer));
  }
  buttons.append(button(CAPTURE.back, 'plain', back));
  panel.append(buttons, note);
  return panel;
}
