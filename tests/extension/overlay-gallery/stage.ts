/** A stand-in for a site and for the content script: one composer, whose overlay a test or the gallery can drive. */
import { mountOverlay } from '../../../extension/overlay/mount';
import type { Actions, Anchor, CheckState, Overlay, Shown, View } from '../../../extension/overlay/overlay';
import type { Finding, Fix } from '../../../extension/protocol';
import { probe } from './probe';

export const PHONE = '07400 123456';
export const EMPLOYER = 'our new office';

const clause = { ref: 'Using Social Media §3', text: 'keep your address and phone number to yourself' };

/** Findings as a companion would answer, for whatever of them stands in the text. */
function findingsIn(text: string): Shown[] {
  const shown: Shown[] = [];
  const add = (quote: string, part: Partial<Finding> & Pick<Finding, 'id' | 'title' | 'severity'>, fixes: (at: number) => Fix[]) => {
    const start = text.indexOf(quote);
    if (start < 0) return;
    const end = start + quote.length;
    shown.push({ quote, finding: { rule: part.id, start, end, why: '', clause, judgement: false, fixes: fixes(start), ...part } });
  };
  add(
    PHONE,
    {
      id: 'phone',
      severity: 'hold',
      title: 'Looks like a mobile number',
      why: 'Anyone can copy it from here, for good. People who ring may not be the ones you meant.',
    },
    (start) => [
      { kind: 'replace', id: 'remove', label: 'Remove it', start, end: start + PHONE.length, text: '' },
      { kind: 'replace', id: 'line', label: 'Use our enquiry line', start, end: start + PHONE.length, text: 'our enquiry line' },
    ],
  );
  add(
    EMPLOYER,
    {
      id: 'employer',
      severity: 'warn',
      title: 'You speak about your employer',
      why: 'Readers may take this for the Regulator’s view.',
      clause: { ref: 'Using Social Media §5', text: 'say that views are your own' },
    },
    () => [
      { kind: 'insert', id: 'disclaimer', label: 'Add “views my own”', at: 'end', text: 'Views my own.' },
      { kind: 'ask_first', id: 'ask', label: 'Ask first' },
    ],
  );
  add('ramp', { id: 'hint', severity: 'hint', title: 'A short hint', why: 'Only so that you know.' }, () => []);
  return shown.filter(({ finding }) => finding.id !== 'employer' || !text.includes('Views my own.'));
}

export interface Stage {
  setting: Setting;
  overlay: Overlay;
  editor: HTMLElement;
  log: string[];
  decision: string | null;
  /** Refuse the next fix, as some editors do. */
  refuse: boolean;
  /** A fix is answered no sooner than this, as of an editor that takes its time to show what it was given. */
  slow: Promise<void>;
  show(state?: CheckState): void;
  hold(): void;
}

export interface Setting {
  mode?: View['mode'];
  account?: string;
  audience?: string;
  unknown?: View['unknown'] | undefined;
  pointsDue?: boolean;
}

/** Wire an overlay to the composer inside `box` (a contenteditable and a button.site). */
export function stage(box: HTMLElement, mount: HTMLElement, setting: Setting = {}): Stage {
  const editor = box.querySelector<HTMLElement>('[contenteditable]');
  if (!editor) throw new Error('The stage needs a contenteditable.');
  const dismissed = new Set<string>();
  const log: string[] = [];
  const view = (state: CheckState): View => ({
    state,
    mode: setting.mode ?? 'personal',
    account: setting.account,
    audience: setting.audience,
    unknown: setting.unknown,
    pointsDue: setting.pointsDue,
    findings: findingsIn(editor.textContent ?? '').map((one) => ({ ...one, dismissed: dismissed.has(one.finding.id) })),
  });
  const anchor: Anchor = {
    editor,
    submit: box.querySelector<HTMLElement>('.site'),
    mount,
    get list() {
      return editor.getAttribute('aria-expanded') === 'true';
    },
    rects: (finding) => boxes(editor, finding),
  };
  /** As real editors are changed; an inert one would take nothing. */
  const write = (text: string) => {
    editor.focus();
    document.getSelection()?.selectAllChildren(editor);
    document.execCommand('insertText', false, text);
    it.show({ kind: 'checking' });
    requestAnimationFrame(() => it.show());
  };
  const actions: Actions = {
    fix: async (finding, fix) => {
      log.push(`fix ${finding.id} ${fix.id}`);
      const was = editor.textContent ?? '';
      if (it.refuse) return { kind: 'copy', text: 'text' in fix ? fix.text : '', why: 'This box did not take the change.' };
      if (fix.kind === 'replace') write(was.slice(0, fix.start) + fix.text + was.slice(fix.end));
      if (fix.kind === 'insert') write(`${was} ${fix.text}`);
      await it.slow;
      return {
        kind: 'fixed',
        putBack: async () => {
          write(was);
          return true;
        },
      };
    },
    answer: async ({ id }, answer) => {
      log.push(`${answer} ${id}`);
      dismissed.add(id);
      it.show();
      const undo = async () => {
        log.push(`undo ${id}`);
        dismissed.delete(id);
        it.show();
        return true;
      };
      return { word: answer, undo };
    },
    askFirst: async (rules) => {
      log.push(`ask ${rules.join()}`);
      const mail = (role: string, address: string | null) => ({
        role,
        address,
        mailto: `mailto:${address ?? ''}?subject=May%20I%20post%20this%3F`,
      });
      const mails = [mail('Your line manager', null), mail('Communications team', 'press@regulator.example')];
      return { mails, subject: 'May I post this?', body: 'Points' };
    },
    masked: async () => (it.refuse ? null : (editor.textContent ?? '').replace(PHONE, '[left out]')),
    start: async () => {
      log.push('start');
    },
    openPage: (page) => log.push(`open ${page}`),
    chooseMode: async (mode) => {
      log.push(`mode ${mode}`);
      setting.mode = mode;
      setting.unknown = undefined;
      it.show();
      return true;
    },
    leaveUnasked: async () => {
      log.push('left unasked');
      setting.unknown = undefined;
      it.show();
      return true;
    },
    focusEditor: () => {
      log.push('focus editor');
      editor.focus();
    },
  };
  const it: Stage = {
    setting,
    overlay: mountOverlay(anchor, actions),
    editor,
    log,
    decision: null,
    refuse: false,
    slow: Promise.resolve(),
    show: (state = { kind: 'checked' }) => it.overlay.show(view(state)),
    hold: () => {
      it.decision = null;
      void it.overlay.review().then((decision) => {
        it.decision = decision;
      });
    },
  };
  return it;
}

function boxes(editor: HTMLElement, finding: Finding): DOMRect[] {
  const node = editor.firstChild;
  if (!node || finding.start === null || finding.end === null || finding.end > (node.textContent ?? '').length) return [];
  const range = document.createRange();
  range.setStart(node, finding.start);
  range.setEnd(node, finding.end);
  return [...range.getClientRects()];
}

declare global {
  interface Window {
    stage: typeof stage;
    stages: Stage[];
    probe: typeof probe;
  }
}
window.stage = stage;
window.stages = [];
window.probe = probe;
