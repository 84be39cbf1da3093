/** The overlay's style sheet: constructable, px only, for every theme, forced colours and reduced motion. */
import { CONTROLS } from './controls';
import { properties } from './tokens';

const CSS = `
:host {
  all: initial !important; direction: ltr !important; display: var(--forepost-here, none) !important;
  position: fixed !important; left: 0 !important; top: 0 !important;
  width: 0 !important; height: 0 !important; overflow: visible !important; z-index: 2147483647 !important;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.ground { font: 14px/1.45 var(--sans); color: var(--ink); text-align: start; letter-spacing: normal; word-spacing: normal; }
.ground.light { ${properties('light')} }
.ground.dark { ${properties('dark')} }
${CONTROLS}
.chip {
  position: absolute; display: inline-flex; align-items: center; gap: 7px; height: 28px; min-width: 28px; max-width: 340px;
  padding: 0 10px 0 4px; border: 1px solid var(--line); border-radius: 999px; background: var(--paper); color: var(--ink);
  font: 13px/1 var(--sans); white-space: nowrap; cursor: pointer; appearance: none; margin: 0;
}
.chip .state { font-weight: 600; }
.chip .more { overflow: hidden; text-overflow: ellipsis; color: var(--soft); line-height: 1.4; }
.chip .dot { flex: none; width: 7px; height: 7px; border-radius: 50%; background: var(--act); }
.chip.calm { border-color: var(--calm); } .chip.calm .state { color: var(--calm); }
.chip.warn { border-color: var(--warn); } .chip.warn .state { color: var(--warn); }
.chip.hold { border-color: var(--hold); } .chip.hold .state { color: var(--hold); }
.chip.off { border: 1px dashed var(--soft); } .chip.off .state { color: var(--soft); font-weight: 500; }
.chip .does { color: var(--act); font-weight: 600; }
.chip[data-size="mark"] { padding-right: 4px; }
.chip[data-size="short"] .more, .chip[data-size="mark"] :is(.more, .state, .does, .dot) { display: none; }
.chip[data-size="mark"]::after { content: attr(data-tally) / ""; font-weight: 700; padding-right: 4px; }
.chip.covered { visibility: hidden; }

.bubble, .countdown {
  position: absolute; display: flex; gap: 8px; align-items: center; width: max-content; max-width: min(300px, calc(100vw - 16px)); padding: 8px 6px 8px 12px;
  border: 1px solid var(--line); border-radius: 10px; background: var(--paper); box-shadow: var(--lift); font-size: 13px;
  transition: opacity var(--blink);
}
.bubble:has(.plain) { max-width: min(420px, calc(100vw - 16px)); } /* room for its words beside what may be pressed */
.bubble .b { overflow-wrap: normal; }
.bubble .b.icon, .whose > .b.icon { flex: none; }

.whose {
  position: absolute; display: flex; gap: 4px; align-items: center; width: max-content; max-width: min(640px, calc(100vw - 12px)); padding: 5px 5px 5px 12px;
  border: 1px solid var(--line); border-radius: 10px; background: var(--paper); box-shadow: var(--lift); font-size: 13px;
}
.whose .choices { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; }
.whose .lead { margin-right: 4px; color: var(--soft); overflow-wrap: anywhere; }
.whose .choices .b { display: inline-flex; gap: 6px; align-items: center; padding: 3px 10px 3px 5px; }
.whose .b.first { border-color: var(--act); box-shadow: inset 0 -2px var(--act); }
.countdown { padding: 8px; max-width: min(420px, calc(100vw - 16px)); }
.countdown span { min-width: 104px; padding-left: 4px; font-weight: 600; font-variant-numeric: tabular-nums; }
:is(.bubble, .countdown, .card):not([hidden]) ~ .whose { visibility: hidden; } /* one thing at a time */

.card {
  position: absolute; width: min(360px, calc(100vw - 16px)); max-height: calc(100vh - 16px); overflow: auto; padding: 14px 16px;
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); box-shadow: var(--lift);
}
.head { display: flex; gap: 9px; align-items: flex-start; }
.head .sev { margin-top: 2px; }
.title { flex: 1; min-width: 0; font: 650 15px/1.4 var(--sans); overflow-wrap: anywhere; }
.head .b.icon { margin: -4px -8px -4px 0; }
.quote { margin: 9px 0; padding: 5px 10px; border-radius: var(--radius-quote); background: var(--raise); overflow-wrap: anywhere; white-space: pre-line; max-height: 96px; overflow: auto; }
.why { margin: 0 0 8px; overflow-wrap: anywhere; }
.head + .why { margin-top: 8px; }
.clause { margin: 0 0 12px; color: var(--soft); font-size: 12.5px; overflow-wrap: anywhere; }
.btns { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.btns.quiet { gap: 2px 4px; margin: 6px 0 0 -4px; }
.btns.quiet .b { padding-inline: 4px; }
.ask .why { margin: 0 0 8px; }
.mails { display: flex; flex-direction: column; gap: 6px; align-items: flex-start; list-style: none; margin-bottom: 12px; }
.mails .b { display: inline-block; text-decoration: none; }
.asking { padding: 13px 0; border-top: 1px solid var(--line); }
.asking h3 { font: 600 14px/1.45 var(--sans); margin-bottom: 4px; }
.head + :is(.ask, .btns) { margin-top: 10px; }
.turn { display: flex; gap: 6px; align-items: center; justify-content: space-between; margin-top: 10px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12.5px; }
.turn .b { min-height: 28px; }

.b:focus { outline: 3px solid var(--focus); outline-offset: 2px; } /* also after a click: the default must be seen */
dialog {
  width: min(540px, calc(100vw - 24px)); max-width: none; max-height: calc(100vh - 24px); height: fit-content;
  position: fixed; inset: 0; margin: auto; padding: 20px 22px 0; overflow: auto;
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); color: var(--ink); box-shadow: var(--lift);
}
dialog::backdrop { background: #0b1118; opacity: 0.45; }
dialog[open]:not(:modal) { box-shadow: 0 0 0 200vmax #0b111873; } /* while a fix is made: looks the same */
dialog h2 { font: 650 19px/1.3 var(--sans); margin-bottom: 3px; }
.sub { display: flex; gap: 8px; align-items: center; margin-bottom: 14px; color: var(--soft); overflow-wrap: anywhere; }
.list { list-style: none; }
.item { display: grid; grid-template-columns: 18px minmax(0, 1fr) auto; gap: 4px 11px; padding: 13px 0; border-top: 1px solid var(--line); }
.item > .sev { margin-top: 2px; }
.item h3 { font: 600 14px/1.45 var(--sans); overflow-wrap: anywhere; }
.item h3 q { quotes: none; font-weight: 600; }
.item .w { grid-column: 2; color: var(--soft); font-size: 13.5px; overflow-wrap: anywhere; }
.item .w cite { display: block; font-style: normal; font-size: 12.5px; margin-top: 2px; }
.item .fixes { grid-column: 3; grid-row: 1 / 3; display: flex; flex-direction: column; gap: 8px; align-items: flex-end; max-width: 190px; }
.item .aside { grid-column: 2 / 4; }
.tick { display: flex; width: fit-content; gap: 8px; align-items: center; min-height: 28px; margin-top: 3px; color: var(--soft); font-size: 13px; cursor: pointer; }
.tick input { width: 18px; height: 18px; margin: 3px; accent-color: var(--act); cursor: pointer; }
.item.done h3 { color: var(--calm); }
.foot {
  position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; justify-content: space-between;
  padding: 14px 0 20px; border-top: 1px solid var(--line); background: var(--paper);
}
.foot :is(.b.link, .b:last-child) { margin-left: auto; }
.foot .b.link:not([hidden]) + .b { margin-left: 0; }
.foot .note { flex: 1 0 100%; text-align: right; text-wrap: balance; color: var(--soft); font-size: 12.5px; }

/* Four emphases of the review, in rotation, so that it does not become wallpaper. Words and places never change. */
dialog[data-variant="1"] .item.open > .sev { width: 26px; height: 26px; margin: -2px -4px 0; }
dialog[data-variant="2"] .item.open.hold { box-shadow: inset 4px 0 var(--hold); background: var(--hold-bg); margin: 0 -22px; padding: 13px 22px; }
dialog[data-variant="2"] .item.open.hold + .item { border-top-color: transparent; }
dialog[data-variant="2"] .item.open.hold .w, dialog[data-variant="2"] .item.open.hold .tick { color: var(--ink); }
dialog[data-variant="3"] .item.open h3 { font-weight: 500; }
dialog[data-variant="3"] .item.open .w { color: var(--ink); font-weight: 600; }
dialog[data-variant="3"] .item.open .w cite { color: var(--soft); font-weight: 400; }

@media (max-width: 460px), (max-height: 420px) {
  dialog { padding: 14px 14px 0; }
  .foot { position: static; padding-bottom: 14px; }
}
@media (max-width: 460px) {
  .item .fixes { grid-column: 2 / 4; grid-row: auto; flex-flow: row wrap; align-items: center; max-width: none; margin-top: 4px; }
  dialog[data-variant="2"] .item.open.hold { margin: 0 -14px; padding: 13px 14px; }
}
@media (forced-colors: active) {
  .chip .dot { background: CanvasText; }
  dialog[data-variant="2"] .item.open.hold { border-left: 4px solid CanvasText; }
  .card, .bubble, .countdown, .whose, dialog { border-width: 2px; }
}
@media print { .ground { display: none; } }
`;

let sheet: CSSStyleSheet | null = null;

/** One sheet for all overlays of a page. */
export function overlaySheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
