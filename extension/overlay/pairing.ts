/** Mending the link to the companion: the one action of each fault, and the field for a short code. */
import { ask, type Connection, type ConnectionFault } from '../protocol';
import { button, el } from './dom';
import { PAIRING, POPUP } from '../words/pages';
import { FAULTS } from '../words/words';

/** The companion's address, as the manifest names it. */
export const LOOPBACK = 'http://127.0.0.1/*';

const NEEDS_CODE: readonly ConnectionFault[] = ['code-expired', 'not-paired', 'disconnected'];

/** Do what mends this fault. Must be called straight from a click: browsers ask for permissions only then. */
async function mend(fault: ConnectionFault): Promise<Connection> {
  if (fault === 'permission-missing') {
    const granted = await chrome.permissions.request({ origins: [LOOPBACK] });
    return granted ? ask({ kind: 'status' }) : { kind: 'fault', fault };
  }
  if (fault === 'not-running') return ask({ kind: 'status', start: true });
  if (fault === 'not-paired' || fault === 'disconnected') return ask({ kind: 'pair' });
  return ask({ kind: 'status' });
}

/** One sentence, one action and, where a code may help, its field. `mended` gets what came of it. */
export function faultPanel(fault: ConnectionFault, mended: (connection: Connection) => void): HTMLElement {
  const note = el('p', { class: 'note', role: 'status' });
  const panel = el('section', { class: 'fault' }, el('p', {}, FAULTS[fault].sentence));
  const attempt = (work: () => Promise<Connection>) => async () => {
    note.textContent = POPUP.asking;
    mended(await work().catch((): Connection => ({ kind: 'fault', fault })));
  };
  if (fault !== 'code-expired')
    panel.append(
      button(
        FAULTS[fault].action,
        'go',
        attempt(() => mend(fault)),
      ),
    );
  if (NEEDS_CODE.includes(fault)) panel.append(codeForm(note, (code) => attempt(() => ask({ kind: 'pair', code }))()));
  panel.append(note);
  return panel;
}

/** `ABCD-EFGH` out of what was typed, in any case and with any spaces or dashes; null when it cannot be a code. */
export function codeIn(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}

function codeForm(note: HTMLElement, send: (code: string) => void): HTMLFormElement {
  const field = el('input', {
    id: 'code',
    type: 'text',
    inputmode: 'text',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: 12,
    'aria-describedby': 'code-hint',
  });
  const form = el(
    'form',
    { class: 'code' },
    el('label', { for: 'code' }, PAIRING.label),
    el('div', { class: 'line' }, field, el('button', { type: 'submit', class: 'b' }, PAIRING.send)),
    el('p', { class: 'hint', id: 'code-hint' }, PAIRING.hint),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = codeIn(field.value);
    if (code) return send(code);
    note.textContent = PAIRING.codeShape;
    field.focus();
  });
  return form;
}
