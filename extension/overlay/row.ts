/** One finding in the review: what was seen, why it matters, what can be done; or that it was done. */
import type { Fix } from '../protocol';
import { button, el } from './dom';
import { glyph } from './glyph';
import type { Shown } from './overlay';
import { refusal } from './refusal';
import { CARD, REVIEW, SEVERITIES } from '../words/words';

export type RowState =
  | { kind: 'open' }
  | { kind: 'working' }
  | { kind: 'refused'; text: string; why: string }
  | { kind: 'fixed'; putBack: () => Promise<boolean> }
  | { kind: 'gone' };

export interface Row {
  element: HTMLElement;
  tick: HTMLInputElement;
  ticked: boolean; // by the person: a script can turn the box itself with an event that cannot be cancelled
  shown: Shown;
  state: RowState;
}

/** What its buttons do. */
export interface RowActions {
  mend(row: Row, fix: Fix): void;
  putBack(row: Row, undo: () => Promise<boolean>): void;
  copyOut(text: string): void;
}

export const isHeld = ({ shown }: Row): boolean => shown.finding.severity === 'hold';
export const isOver = ({ state }: Row): boolean => state.kind === 'fixed' || state.kind === 'gone';

/** `id` names its title: its buttons and its tick are described by it. */
export function paintRow(row: Row, id: string, does: RowActions): void {
  const { finding, quote } = row.shown;
  const over = isOver(row);
  row.element.className = over ? 'item done' : `item open ${finding.severity}`;
  row.element.replaceChildren(glyph(over ? 'done' : finding.severity), ...(over ? overParts(row, does) : openParts(row, id, quote, does)));
}

function overParts(row: Row, does: RowActions): Node[] {
  const { title } = row.shown.finding;
  const { state } = row;
  if (state.kind !== 'fixed') return [el('h3', {}, REVIEW.gone(title))];
  const back = button(CARD.putBack, 'plain', () => does.putBack(row, state.putBack));
  return [el('h3', {}, REVIEW.fixed(title)), el('div', { class: 'fixes' }, back)];
}

function openParts(row: Row, id: string, quote: string, does: RowActions): Node[] {
  const { finding } = row.shown;
  const title = el('h3', { id }, el('span', { class: 'unseen' }, `${SEVERITIES[finding.severity]}: `), finding.title);
  if (quote) title.append(': ', el('q', {}, quote));
  const clause = el('cite', {}, finding.clause.text ? `${finding.clause.ref}: ${finding.clause.text}` : finding.clause.ref);
  const parts: Node[] = [title, el('div', { class: 'w' }, finding.why, clause), fixes(row, id, does)];
  if (row.state.kind === 'refused') {
    parts.push(el('div', { class: 'aside' }, ...refusal(row.state.why, row.state.text, (text) => does.copyOut(text))));
  }
  if (isHeld(row)) {
    row.tick.setAttribute('aria-describedby', id);
    parts.push(el('div', { class: 'aside' }, el('label', { class: 'tick' }, row.tick, REVIEW.tick)));
  }
  return parts;
}

function fixes(row: Row, id: string, does: RowActions): HTMLElement {
  const { finding } = row.shown;
  const offered = finding.fixes.filter(({ kind }) => kind !== 'ask_first'); // one way to ask about all of it stands below
  const buttons = offered.map((fix, place) => {
    const press = button(fix.label, place === 0 && isHeld(row) ? 'go' : 'plain', () => does.mend(row, fix));
    press.setAttribute('aria-describedby', id);
    return press;
  });
  return el('div', { class: 'fixes' }, ...buttons);
}
