/** The review: a modal dialog when Post was held. Fixing is one press; posting anyway is a decision. */
import type { Fix } from '../protocol';
import { askPanel } from './ask';
import { button, copyText, el, paintAnew } from './dom';
import { modeBadge } from './glyph';
import { toLookAt } from './listed';
import type { Actions, Decision, Shown, View } from './overlay';
import { isHeld, isOver, paintRow, type Row, type RowState } from './row';
import { holdInput } from './shield';
import { ASK, CHIP, MODES, NOTICES, REVIEW } from '../words/words';

const VARIANTS = 4;
let variant = Math.floor(Math.random() * VARIANTS); // the next emphasis, in rotation over the reviews of a page

export interface ReviewDialog {
  readonly element: HTMLDialogElement;
  readonly isOpen: boolean;
  ask(): Promise<Decision>;
  draw(view: View): void;
  /** What the page took away, or was put elsewhere, is modal no more. */
  openAgain(): void;
  /** Leave the review and go back to the text. */
  giveUp(): void;
}

/** `catchUp` draws what waits till a press is over. */
export function makeReview(actions: Actions, catchUp: () => void): ReviewDialog {
  const element = el('dialog', {
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-labelledby': 'review-title',
    'aria-describedby': 'review-sub',
  });
  const sub = el('p', { class: 'sub', id: 'review-sub' });
  const list = el('ul', { class: 'list' });
  const status = el('p', { class: 'note', role: 'status', id: 'review-note' });
  const main = button('', 'plain', pressMain);
  main.setAttribute('aria-describedby', 'review-note');
  const keep = button(REVIEW.keepEditing, 'plain', () => decide('edit'));
  const askFirst = button(REVIEW.askFirst, 'link', openAsk);
  const asking = el('div', { class: 'asking', hidden: true });
  const foot = el('div', { class: 'foot' }, status, keep, askFirst, main);
  element.append(el('h2', { id: 'review-title' }, REVIEW.title), sub, list, asking, foot);
  let view: View | null = null;
  let rows: Row[] = [];
  let isAside = false;
  let answer: ((decision: Decision) => void) | null = null;

  // Escape and the browser's own "close": back to the text, always.
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    decide('edit');
  });
  element.addEventListener('close', () => {
    if (!element.open) decide('edit'); // the event comes late: a next review may already be open
  });

  function ask(): Promise<Decision> {
    if (answer) decide('edit');
    rows = [];
    list.replaceChildren();
    turn(false);
    element.dataset.variant = String(variant);
    variant = (variant + 1) % VARIANTS;
    const decided = new Promise<Decision>((resolve) => {
      answer = resolve;
    });
    if (view) draw(view);
    element.showModal();
    focusNext();
    return decided;
  }

  function decide(decision: Decision): void {
    const resolve = answer;
    answer = null;
    if (element.open) element.close();
    if (!resolve) return;
    if (decision === 'edit') actions.focusEditor();
    resolve(decision);
  }

  function draw(next: View): void {
    view = next;
    if (!answer) return;
    drawSub(next);
    if (next.state.kind !== 'checking' || rows.length === 0) match(next);
    drawFoot(next);
  }

  /** The count as well: of a list that is longer than the window nothing else says that it goes on. */
  function drawSub({ mode, account, audience, findings }: View): void {
    const { holds, warns } = toLookAt(findings);
    const count = holds.length + warns.length;
    const parts = [MODES[mode].name, account, audience, count > 1 && CHIP.toLookAt(count)];
    const who = parts.filter((part) => !!part).join(' · ');
    sub.replaceChildren(modeBadge(mode), who);
  }

  /** Rows follow the findings: known ones keep their row and tick, new ones come in, vanished ones say so, unless we are just mending them. */
  function match(next: View): void {
    const { holds, warns } = toLookAt(next.findings);
    const free = rows.filter(({ state }) => state.kind !== 'fixed');
    for (const shown of [...holds, ...warns]) {
      const at = free.findIndex((row) => row.shown.finding.id === shown.finding.id);
      const row = at < 0 ? undefined : free.splice(at, 1)[0];
      if (row) refresh(row, shown);
      else add(shown);
    }
    for (const row of free) if (row.state.kind !== 'gone' && row.state.kind !== 'working') setState(row, { kind: 'gone' });
  }

  function refresh(row: Row, shown: Shown): void {
    const changed = JSON.stringify(shown) !== JSON.stringify(row.shown);
    row.shown = shown;
    if (row.state.kind === 'gone') setState(row, { kind: 'open' });
    else if (changed && row.state.kind === 'open')
      paintAnew(
        row.element,
        () => paint(row),
        () => focusFirst(row),
      );
  }

  function add(shown: Shown): void {
    const tick = el('input', { type: 'checkbox' });
    const row: Row = { element: el('li', { class: 'item' }), tick, ticked: false, shown, state: { kind: 'open' } };
    tick.addEventListener('click', () => {
      row.ticked = tick.checked; // our shield lets trusted clicks through only
      if (view) drawFoot(view);
    });
    tick.addEventListener('change', () => {
      tick.checked = row.ticked;
    });
    const before = isHeld(row) ? rows.find((other) => !isHeld(other)) : undefined;
    rows.splice(before ? rows.indexOf(before) : rows.length, 0, row);
    list.insertBefore(row.element, before?.element ?? null);
    paint(row);
  }

  function setState(row: Row, state: RowState): void {
    row.state = state;
    paint(row);
    if (view) drawFoot(view);
  }

  function paint(row: Row): void {
    paintRow(row, `row-${rows.indexOf(row)}`, { mend, putBack, copyOut });
  }

  async function mend(row: Row, fix: Fix): Promise<void> {
    if (row.state.kind === 'working') return;
    if (fix.kind === 'open') return actions.openPage(fix.page);
    if (fix.kind === 'copy') return copyOut(fix.text);
    row.state = { kind: 'working' };
    const outcome = await aside(() => actions.fix(row.shown.finding, fix)).finally(() => {
      row.state = { kind: 'open' };
    });
    if (outcome.kind === 'copy') setState(row, { kind: 'refused', text: outcome.text, why: outcome.why });
    else setState(row, { kind: 'fixed', putBack: outcome.putBack });
    focusNext();
  }

  /** Whom to ask, about all that is still open. */
  async function openAsk(): Promise<void> {
    const open = rows.filter((row) => !isOver(row));
    const mails = await actions.askFirst([...new Set(open.map(({ shown }) => shown.finding.rule))]);
    if (!mails) return tell(ASK.refused);
    const back = () => {
      turn(false);
      if (view) drawFoot(view);
      askFirst.focus();
    };
    asking.replaceChildren(el('h3', {}, ASK.title), askPanel(mails, { actions, back, tell }));
    turn(true);
    asking.querySelector<HTMLElement>('.b')?.focus();
  }

  /** To the people one can ask, or back to the list. */
  function turn(toAsk: boolean): void {
    asking.hidden = !toAsk;
    list.hidden = toAsk;
    askFirst.hidden = toAsk;
  }

  async function putBack(row: Row, undo: () => Promise<boolean>): Promise<void> {
    if (!(await aside(undo))) return tell(NOTICES['put-back-refused'] ?? '');
    row.ticked = row.tick.checked = false;
    setState(row, { kind: 'open' });
    focusFirst(row);
  }

  /**
   * Do something in the editor. Behind a modal dialog it is inert and takes no change, so for that moment the dialog is
   * not modal; the person's keys and presses wait, lest they go into the text.
   */
  async function aside<T>(work: () => Promise<T>): Promise<T> {
    const over = holdInput();
    isAside = true;
    if (view) drawFoot(view); // what a press would not reach does not look ready
    element.close();
    element.show();
    try {
      return await work();
    } finally {
      over();
      isAside = false;
      element.close();
      if (answer) element.showModal();
      if (view) drawFoot(view);
    }
  }

  async function copyOut(text: string): Promise<void> {
    tell(NOTICES[(await copyText(text, element)) ? 'copied' : 'copy-refused'] ?? '');
  }

  function openAgain(): void {
    if (isAside) return;
    element.close();
    element.showModal();
    focusNext();
  }

  /** What the main button does now, and why it may have to wait. */
  function mainState(of: View): { decision: 'post' | 'post-anyway'; note: string; ready: boolean } {
    const open = rows.filter((row) => isHeld(row) && !isOver(row));
    if (open.length > 0) {
      const ready = open.every(({ ticked }) => ticked);
      return { decision: 'post-anyway', note: ready ? '' : REVIEW.wait, ready };
    }
    const { kind } = of.state;
    if (kind === 'checked' || kind === 'partly') return { decision: 'post', note: REVIEW.clear, ready: true };
    if (kind === 'checking') return { decision: 'post', note: REVIEW.checking, ready: false };
    return { decision: 'post-anyway', note: REVIEW.unchecked, ready: true };
  }

  function drawFoot(of: View): void {
    const { decision, note, ready } = mainState(of);
    main.textContent = decision === 'post' ? REVIEW.post : REVIEW.postAnyway;
    main.className = `b ${decision === 'post' ? 'go' : 'plain'}`;
    main.setAttribute('aria-disabled', String(isAside || !ready));
    if (asking.hidden) tell(note); // what was said of the mail or the copy stays
  }

  function tell(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  function pressMain(): void {
    catchUp(); // by what is known now, not by what was when the hand came down
    if (!view) return;
    const { decision, note, ready } = mainState(view);
    if (!ready) tell(note);
    else if (isSeen()) decide(decision);
  }

  /** A page that hides the dialog must not get a press out of it (threat A11). */
  function isSeen(): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.offsetWidth >= 200;
  }

  /** The next thing to do: the first open held item's fix, else the first open one's, else the main button. */
  function focusNext(): void {
    const open = rows.filter(({ state }) => state.kind === 'open' || state.kind === 'refused');
    const next = open.find(isHeld);
    if (next) focusFirst(next);
    else main.focus();
  }

  function focusFirst(row: Row): void {
    (row.element.querySelector<HTMLElement>('.b') ?? keep).focus();
  }

  return {
    element,
    get isOpen() {
      return element.open;
    },
    ask,
    draw,
    openAgain,
    giveUp: () => decide('edit'),
  };
}
