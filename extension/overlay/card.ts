/** The card of one finding: the words, why it matters, where the policy says so, and what to do. */
import type { Finding, Fix, Mails } from '../protocol';
import { askPanel } from './ask';
import { button, closeButton, copyText, el, moveTo, paintAnew } from './dom';
import { glyph } from './glyph';
import { toLookAt } from './listed';
import type { Actions, Anchor, Answered, CardAnswer, FixOutcome, Shown, View } from './overlay';
import { refusal } from './refusal';
import { ASK, CARD, REVIEW, SEVERITIES } from '../words/words';

const GAP = 8; // px between the words and the card

/** What the card shows: the question, or what came of a fix or an answer. */
type Phase =
  | { kind: 'asking' }
  | { kind: 'working' }
  | { kind: 'fixed'; putBack: () => Promise<boolean> }
  | { kind: 'answered'; answered: Answered }
  | { kind: 'asking-somebody'; mails: Mails }
  | { kind: 'refused'; text: string; why: string };

export interface Card {
  readonly element: HTMLElement;
  readonly openId: string | null;
  /** Opened by hover: closes again when the pointer leaves words and card. */
  readonly passing: boolean;
  /** A fix or its taking back is under way in the editor. */
  readonly busy: boolean;
  /** The finding whose card was closed last: the pointer may still rest on its words. */
  leftId: string | null;
  open(id: string, focus: boolean, passing: boolean): void;
  /** Take the card away. `giveFocusBack`: when the focus was inside, it returns to the editor. */
  close(giveFocusBack: boolean): void;
  draw(view: View): void;
  place(anchor: Anchor): void;
}

export interface CardWorld {
  actions: Actions;
  origin(): { x: number; y: number };
  chip(): DOMRect;
  /** A notice beside the chip, and aloud. */
  say(word: string): void;
  /** Aloud only: the card itself shows it. */
  speak(word: string): void;
  focused(): Element | null;
}

export function makeCard(world: CardWorld): Card {
  const { actions } = world;
  const element = el('div', { class: 'card', role: 'dialog', 'aria-labelledby': 'card-title', tabindex: -1, hidden: true });
  let shown: Shown[] = []; // in the order of previous and next
  let current: Shown | null = null;
  let phase: Phase = { kind: 'asking' };
  let passing = false;
  let leftId: string | null = null;
  let anchor: Anchor | null = null;

  const hasFocus = () => element.contains(world.focused());

  function open(id: string, focus: boolean, fromHover: boolean): void {
    const wanted = shown.find(({ finding }) => finding.id === id);
    if (!wanted) return;
    const same = current?.finding.id === id && !element.hidden && (phase.kind === 'asking' || phase.kind === 'working');
    passing = fromHover && (!same || passing);
    if (!same) {
      current = wanted;
      phase = { kind: 'asking' };
      paint();
    }
    element.hidden = false;
    if (anchor) place(anchor);
    if (focus) focusFirst();
  }

  function close(giveFocusBack: boolean): void {
    if (element.hidden) return;
    const inside = hasFocus();
    leftId = current?.finding.id ?? leftId;
    element.hidden = true;
    current = null;
    if (giveFocusBack && inside) actions.focusEditor();
  }

  function draw(view: View): void {
    shown = toLookAt(view.findings).all;
    if (!current || view.state.kind === 'checking') return;
    const { id } = current.finding;
    const still = shown.find(({ finding }) => finding.id === id);
    if (phase.kind === 'asking' && !still) close(true);
    else if (phase.kind === 'asking' && still && JSON.stringify(still) !== JSON.stringify(current)) {
      current = still;
      paintAnew(element, paint, focusFirst);
    } else if (still) current = still;
  }

  function focusFirst(): void {
    (element.querySelector<HTMLElement>('.mails .b, .b.go, .btns .b') ?? element).focus();
  }

  function paint(): void {
    if (!current) return;
    const { finding, quote } = current;
    element.replaceChildren(...head(finding), ...body(finding, quote), ...turn());
  }

  function head(finding: Finding): Node[] {
    const done = phase.kind === 'fixed' || phase.kind === 'answered';
    const about = !done && phase.kind !== 'asking-somebody';
    const title = el(
      'h2',
      { class: 'title', id: 'card-title' },
      about ? el('span', { class: 'unseen' }, `${SEVERITIES[finding.severity]}: `) : null,
      titleOf(finding),
    );
    return [el('div', { class: 'head' }, glyph(done ? 'done' : finding.severity), title, closeButton(CARD.close, dismissCard))];
  }

  function titleOf({ title }: Finding): string {
    if (phase.kind === 'answered') return CARD.answered[phase.answered.word];
    if (phase.kind === 'asking-somebody') return ASK.title;
    return phase.kind === 'fixed' ? REVIEW.fixed(title) : title;
  }

  function body(finding: Finding, quote: string): Node[] {
    if (phase.kind === 'answered') {
      const { undo } = phase.answered;
      return [
        row(
          button(CARD.undo, 'plain', () => takeBack(undo, 'undone', 'undo-refused')),
          button(CARD.edit, 'plain', dismissCard),
        ),
      ];
    }
    if (phase.kind === 'asking-somebody') {
      return [askPanel(phase.mails, { actions, back: () => turnTo({ kind: 'asking' }), tell: world.say })];
    }
    if (phase.kind === 'fixed') {
      const { putBack } = phase;
      return [
        el('p', { class: 'why' }, CARD.done),
        row(
          button(CARD.putBack, 'plain', () => takeBack(putBack, 'put-back', 'put-back-refused')),
          button(CARD.edit, 'plain', dismissCard),
        ),
      ];
    }
    if (phase.kind === 'refused') {
      return [...refusal(phase.why, phase.text, copy), row(button(CARD.edit, 'plain', dismissCard))];
    }
    const { ref, text } = finding.clause;
    return [
      ...(quote ? [el('blockquote', { class: 'quote' }, quote)] : []),
      el('p', { class: 'why' }, finding.why),
      el('p', { class: 'clause' }, text ? `${ref}: ${text}` : ref),
      ...(finding.fixes.length
        ? [row(...finding.fixes.map((fix, place) => button(fix.label, place === 0 ? 'go' : 'plain', () => mend(finding, fix))))]
        : []),
      quiet(
        button(CARD.dismiss, 'link', () => answer(finding, 'dismissed')),
        button(CARD.notUseful, 'link', () => answer(finding, 'not_useful')),
        ...(quote ? [button(CARD.allow, 'link', () => answer(finding, 'allowed'))] : []),
      ),
    ];
  }

  function turn(): Node[] {
    const place = shown.findIndex(({ finding }) => finding.id === current?.finding.id);
    if (shown.length < 2 || place < 0 || phase.kind !== 'asking') return [];
    const step = (by: number) => {
      const next = shown[(place + by + shown.length) % shown.length];
      if (next) open(next.finding.id, true, false);
    };
    return [
      el(
        'div',
        { class: 'turn' },
        button(CARD.previous, 'link', () => step(-1)),
        el('span', {}, CARD.of(place + 1, shown.length)),
        button(CARD.next, 'link', () => step(1)),
      ),
    ];
  }

  async function mend(finding: Finding, fix: Fix): Promise<void> {
    if (phase.kind === 'working') return;
    if (fix.kind === 'open') return actions.openPage(fix.page);
    if (fix.kind === 'copy') return copy(fix.text);
    if (fix.kind === 'ask_first') return askFirst(finding);
    phase = { kind: 'working' };
    const inside = hasFocus();
    const outcome = await actions.fix(finding, fix).finally(() => {
      phase = { kind: 'asking' };
    });
    if (current?.finding.id !== finding.id) return; // closed or turned to another one meanwhile
    settle(outcome);
    if (inside) focusFirst();
  }

  async function askFirst(finding: Finding): Promise<void> {
    const mails = await actions.askFirst([finding.rule]);
    if (!mails) return world.say(ASK.refused);
    if (current?.finding.id === finding.id) turnTo({ kind: 'asking-somebody', mails });
  }

  /** Show another side of the card; the focus stays in it. */
  function turnTo(next: Phase): void {
    const inside = hasFocus();
    phase = next;
    passing = false;
    paint();
    if (anchor) place(anchor);
    if (inside) focusFirst();
  }

  function settle(outcome: FixOutcome): void {
    phase =
      outcome.kind === 'fixed' ? { kind: 'fixed', putBack: outcome.putBack } : { kind: 'refused', text: outcome.text, why: outcome.why };
    passing = false;
    paint();
    world.speak(outcome.kind === 'fixed' ? 'fixed' : 'fix-refused');
    if (anchor) place(anchor);
  }

  async function takeBack(undo: () => Promise<boolean>, well: string, refused: string): Promise<void> {
    const done = phase;
    phase = { kind: 'working' };
    const back = await undo().finally(() => {
      phase = done;
    });
    world.say(back ? well : refused);
    if (back) dismissCard();
  }

  async function copy(text: string): Promise<void> {
    world.say((await copyText(text, element)) ? 'copied' : 'copy-refused');
  }

  /** Said back in one line, with the way to take it back; the focus stays in the card. */
  async function answer(finding: Finding, given: CardAnswer): Promise<void> {
    if (phase.kind === 'working') return;
    phase = { kind: 'working' };
    const answered = await actions.answer(finding, given).finally(() => {
      phase = { kind: 'asking' };
    });
    if (!answered) return world.say('answer-refused');
    if (current?.finding.id !== finding.id) return; // closed or turned to another one meanwhile
    turnTo({ kind: 'answered', answered });
    world.speak(CARD.answered[answered.word]);
  }

  /** Closed on purpose: the person goes back to the text. */
  function dismissCard(): void {
    close(true);
  }

  function place(at: Anchor): void {
    anchor = at;
    if (element.hidden || !current) return;
    const seen = at.rects(current.finding).filter((box) => box.bottom > 0 && box.top < innerHeight);
    const boxes = seen.length > 0 ? seen : [world.chip()];
    const { offsetWidth: width, offsetHeight: height } = element;
    // Words may go over several lines: none of them is covered.
    const below = Math.max(...boxes.map(({ bottom }) => bottom)) + GAP;
    const above = Math.min(...boxes.map(({ top }) => top)) - GAP - height;
    const fits = below + height <= innerHeight - GAP || above < GAP;
    const top = Math.max(GAP, Math.min(fits ? below : above, innerHeight - height - GAP));
    const left = Math.max(GAP, Math.min(boxes.at(-1)?.left ?? 0, innerWidth - width - GAP));
    moveTo(element, left, top, world.origin());
  }

  return {
    element,
    get openId() {
      return element.hidden ? null : (current?.finding.id ?? null);
    },
    get passing() {
      return passing;
    },
    get leftId() {
      return leftId;
    },
    set leftId(id: string | null) {
      leftId = id;
    },
    get busy() {
      return phase.kind === 'working';
    },
    open,
    close,
    draw,
    place,
  };
}

const row = (...buttons: Node[]) => el('div', { class: 'btns' }, ...buttons);
const quiet = (...buttons: Node[]) => el('div', { class: 'btns quiet' }, ...buttons);
