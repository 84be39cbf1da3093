/** Puts the overlay of one composer together: host element, shadow root, chip, card, review, notices. */
import { makeCard } from './card';
import { faceOf, makeChip } from './chip';
import { el } from './dom';
import { watchHand } from './hand';
import { watchLayout } from './layout';
import { toLookAt } from './listed';
import type { Mode } from '../protocol';
import type { Anchor, Answers, MountOverlay, View } from './overlay';
import { makeBubble, placeBeside } from './bubble';
import { makeCountdown } from './countdown';
import { watchPointer } from './pointer';
import { makeReview } from './review';
import { raiseShield } from './shield';
import { overlaySheet } from './style';
import { themeBehind } from './theme';
import { makeWhose } from './whose';
import { COUNTDOWN, direction, EXPLAIN, HELP, language, NOTICES, QUESTIONS, SPOKEN } from '../words/words';

/** To look whether something has come to stand where we are makes the page paint its text: that waits for a rest in writing (ms). */
const REST = 500;

export const mountOverlay: MountOverlay = (firstAnchor, actions) => {
  let anchor: Anchor = firstAnchor;
  let view: View | null = null;
  let spokenLast = '';
  let resting: ReturnType<typeof setTimeout> | undefined;

  const host = document.createElement('forepost-overlay');
  host.setAttribute('popover', 'manual'); // the top layer: no z-index and no overflow of the page can bury it
  const root = host.attachShadow({ mode: SHADOW_MODE });
  root.adoptedStyleSheets.push(overlaySheet());
  const ground = el('div', { class: 'ground' });
  // The chip keeps its words while a check is under way: this tells that one is, for a template is no part of what is painted.
  const sign = el('template');
  const status = el('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });

  const origin = () => host.getBoundingClientRect();
  const focused = () => root.activeElement;
  const chip = makeChip(host, origin, pressChip, openModes);
  const bubble = makeBubble(origin, () => chip.element);
  const countdown = makeCountdown();
  const card = makeCard({
    actions,
    origin,
    focused,
    chip: () => chip.element.getBoundingClientRect(),
    say,
    speak: (word) => announce(NOTICES[word] ?? word),
  });
  const whose = makeWhose({ origin, chip: () => chip.element.getBoundingClientRect(), choose, leave });
  const review = makeReview(actions, () => hand.lift());
  ground.append(sign, status, chip.element, bubble.element, countdown.element, card.element, whose.element, review.element);
  root.append(ground);

  const hand = watchHand(host);
  const lowerShield = raiseShield(host, root, (event) => {
    if (event.key === 'Escape') onEscape(event);
    if (event.key === 'ArrowDown' && focused() === chip.element) {
      event.preventDefault(); // or the page scrolls, and the line moves away under the hand
      openModes();
    }
  });
  const layout = watchLayout(() => place());
  const unwatch = watchPointer({
    anchor: () => anchor,
    findings: () => (view && view.state.kind !== 'off' ? toLookAt(view.findings).all : []),
    card,
    host,
    escape: onEscape,
    moved: () => place(),
  });
  attach();

  /** Into the page, and into its top layer. Again when the page threw our host away. */
  function attach(): void {
    // An editor that is being swapped is nowhere: that alone is no reason to open a review anew.
    const moves = host.parentNode !== anchor.mount && (!review.isOpen || !host.isConnected || anchor.editor.isConnected);
    if (moves) anchor.mount.append(host);
    if (host.isConnected && !host.matches(':popover-open')) host.showPopover();
    if (moves && review.isOpen) review.openAgain();
    // See underline.css. Where the browser did not put that sheet into the page, we are there all the same.
    if (!getComputedStyle(host).getPropertyValue('--forepost-here')) host.style.setProperty('--forepost-here', 'block');
    ground.className = `ground ${themeBehind(anchor.editor)}`;
  }

  function draw(next: View, beside: Anchor): void {
    const elsewhere = beside.editor !== anchor.editor || beside.submit !== anchor.submit || beside.mount !== anchor.mount;
    const listed = beside.list || anchor.list;
    anchor = beside;
    view = next;
    // To set them to what they are would make the browser lay the page out again.
    if (host.lang !== language()) host.lang = language();
    if (ground.dir !== direction()) ground.dir = direction();
    sign.content.textContent = next.state.kind;
    const otherwise = chip.draw(next);
    card.draw(next);
    review.draw(next);
    bubble.stateChanged(next.state.kind);
    const asks = whose.draw(next);
    const answered = next.state.kind !== 'checking';
    clearTimeout(resting);
    if (otherwise || asks || elsewhere || card.openId !== null || (answered && listed) || !host.isConnected) place(elsewhere);
    else if (answered) resting = setTimeout(() => place(), REST);
    speakOf(next);
  }

  /** Puts everything where it belongs now. `anew`: the anchor is another one. */
  function place(anew = false): void {
    layout.follow(anchor);
    if (anew || host.parentNode !== anchor.mount || !host.isConnected) attach();
    chip.place(anchor);
    card.place(anchor);
    bubble.place();
    placeCountdown();
    whose.place(anchor);
  }

  /** What a screen reader hears: nothing while checking, nothing for a first clean check, nothing twice. */
  function speakOf(of: View): void {
    if (of.state.kind === 'checking') return;
    const face = faceOf(of);
    const { holds, warns } = toLookAt(of.findings);
    const count = of.state.kind === 'checked' || of.state.kind === 'partly' ? holds.length + warns.length : 0;
    const found = count > 0 ? SPOKEN.toLookAt(count) : '';
    const calm = face?.tone === 'calm' && spokenLast.startsWith('found') ? SPOKEN.allClear : '';
    const uneasy = face && (face.tone === 'off' || of.state.kind === 'partly') ? `${face.also || face.state}. ${face.explain}` : '';
    const text = [found, calm, uneasy].filter((part) => part !== '').join(' ');
    const key = `${found ? 'found' : ''}${text}`;
    if (key === spokenLast) return;
    spokenLast = key;
    if (text) announce(text);
  }

  function announce(text: string): void {
    // A text that comes again must be a change, or it is not read out.
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }

  function say(word: string): void {
    const text = NOTICES[word] ?? word;
    bubble.show(text);
    announce(text);
  }

  function ask(word: string, { yes, no }: Answers): void {
    const { text, yes: agree, no: deny } = QUESTIONS[word] ?? { text: word, yes: '', no: '' };
    const answer = async (given: () => Promise<boolean>): Promise<void> => {
      actions.focusEditor();
      say((await given()) ? 'noted' : 'answer-refused');
    };
    bubble.show(text, [
      { label: agree, press: () => void answer(yes) },
      { label: deny, press: () => void answer(no) },
    ]);
    announce(text);
  }

  async function count(seconds: number): Promise<boolean> {
    card.close(false);
    bubble.hide();
    hand.lift();
    attach();
    const decided = countdown.run(seconds);
    placeCountdown();
    announce(COUNTDOWN.spoken(seconds));
    const goes = await decided;
    actions.focusEditor();
    if (!goes) say('taken-back');
    return goes;
  }

  function placeCountdown(): void {
    if (countdown.isOpen) placeBeside(countdown.element, chip.element.getBoundingClientRect(), origin());
  }

  /** A line with the way to a page that helps. */
  function offer(text: string, page: keyof typeof HELP): void {
    bubble.show(text, [{ label: HELP[page], press: () => actions.openPage(page) }]);
    announce(text);
  }

  function pressChip(): void {
    const first = view ? toLookAt(view.findings).all[0] : undefined;
    if (view?.state.kind === 'off') void actions.start();
    else if (first && view?.state.kind !== 'not-here' && view?.state.kind !== 'resting') openCard(first.finding.id, true);
    else if (chip.face) offer(chip.face.explain, 'mistake');
  }

  function openModes(): void {
    if (!view) return;
    bubble.hide();
    whose.open(view);
    whose.place(anchor);
  }

  function choose(mode: Mode): void {
    actions.focusEditor();
    void actions.chooseMode(mode).then((kept) => {
      if (!kept) say('mode-refused');
      else if (mode === 'official' && view?.pointsDue) offer(EXPLAIN.points, 'readiness');
    });
  }

  function leave(asked: boolean): void {
    actions.focusEditor();
    if (asked) void actions.leaveUnasked();
  }

  function openCard(id: string, focus: boolean): void {
    bubble.hide();
    card.open(id, focus, false);
  }

  function onEscape(event: KeyboardEvent): void {
    if (whose.element.contains(focused())) {
      whose.close();
    } else if (countdown.isOpen) {
      countdown.takeBack();
    } else if (!review.isOpen && !card.openId) {
      bubble.hide(); // a notice is no reason to keep the key from the site
      return;
    }
    if (review.isOpen) review.giveUp();
    else if (card.openId) card.close(true);
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function remove(): void {
    clearTimeout(resting);
    hand.stop();
    countdown.takeBack();
    card.close(false);
    review.giveUp();
    lowerShield();
    unwatch();
    layout.stop();
    bubble.hide();
    host.remove();
  }

  return {
    show: (next, beside = anchor) => hand.free(() => draw(next, beside)),
    openCard,
    closeCard: () => card.close(true),
    get openId() {
      return card.openId;
    },
    review: () => {
      card.close(false);
      bubble.hide();
      hand.lift();
      attach();
      return review.ask();
    },
    say,
    ask,
    countdown: count,
    takeBack: () => countdown.takeBack(),
    isOut: () => offer(EXPLAIN.out, 'mistake'),
    remove,
    owns: (path) => path.includes(host),
  };
};
