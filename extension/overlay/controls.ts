/** Buttons, glyphs and mode badges as they look everywhere: in the overlay, the popup and the welcome page. */

export const CONTROLS = `
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
h2, h3, p, ul, blockquote { margin: 0; padding: 0; }
button, input { font: inherit; }

.b {
  min-height: 32px; padding: 5px 12px; border: 1px solid var(--line); border-radius: var(--radius-button);
  background: var(--paper); color: var(--ink); font: 600 13.5px/1.35 var(--sans); cursor: pointer; overflow-wrap: anywhere;
}
.b:hover { background: var(--raise); }
.b.go { background: var(--act); border-color: var(--act); color: var(--act-ink); }
.b.link { border-color: transparent; background: none; color: var(--soft); font-weight: 500; padding: 5px 6px; }
.b.link:hover { color: var(--ink); text-decoration: underline; }
.b[aria-disabled="true"] { background: var(--raise); border-style: dashed; color: var(--soft); cursor: default; }
.b.icon { display: inline-grid; place-items: center; min-height: 28px; width: 28px; padding: 0; border-color: transparent; background: none; color: var(--soft); }
.b.icon:hover { background: var(--raise); color: var(--ink); }
.b.icon svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }

.sev { flex: none; width: 18px; height: 18px; }
.sev .fill { fill: var(--soft); }
.sev .mark { fill: none; stroke: var(--paper); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.sev .spot { fill: var(--paper); }
.sev.hold .fill { fill: var(--hold); }
.sev.warn .fill { fill: var(--warn); }
.sev.done .fill { fill: var(--calm); }
.mode {
  flex: none; display: inline-grid; place-items: center; width: 20px; height: 20px;
  font: 700 11px/1 var(--sans); color: var(--paper); background: var(--soft);
}
.mode::before { content: attr(data-letter) / ""; }
.mode.personal { border-radius: 50%; }
.mode.professional { border-radius: 5px; }
.mode.official { clip-path: polygon(50% 0, 100% 22%, 100% 70%, 50% 100%, 0 70%, 0 22%); background: var(--act); color: var(--act-ink); }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) {
  .sev[class] .fill { fill: CanvasText; } .sev .mark { stroke: Canvas; } .sev .spot { fill: Canvas; }
  .mode[class] { forced-color-adjust: none; background: CanvasText; color: Canvas; }
  .b.go { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; }
  .b[aria-disabled="true"] { color: GrayText; border-color: GrayText; }
}
`;
