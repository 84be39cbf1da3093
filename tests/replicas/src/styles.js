// The replicas' looks, under class names that are random on every load, as the real sites' are.

const hash = () => `r-${Math.random().toString(36).slice(2, 8)}`;
const names = new Map();

/** The random class name that stands for `name` on this load. */
export function classOf(name) {
  if (!names.has(name)) names.set(name, hash());
  return names.get(name);
}

const CSS = `
:root { --ground: #fff; --ink: #0f1419; --soft: #536471; --line: #dfe5e9; --accent: #1d9bf0; --onAccent: #fff; --panel: #fff; --shade: rgb(0 0 0 / 45%); --wash: #f3f5f7; }
:root[data-theme="dark"] { --ground: #000; --ink: #e7e9ea; --soft: #8b98a5; --line: #2f3336; --panel: #101418; --shade: rgb(91 112 131 / 40%); --wash: #16181c; color-scheme: dark; }
:root[data-site="linkedin"] { --ground: #f4f2ee; --accent: #0a66c2; --wash: #fff; }
:root[data-site="linkedin"][data-theme="dark"] { --ground: #000; --panel: #1b1f23; --wash: #1b1f23; }
:root[data-site="facebook"] { --ground: #f0f2f5; --accent: #0866ff; --wash: #fff; }
:root[data-site="facebook"][data-theme="dark"] { --ground: #18191a; --panel: #242526; --wash: #242526; }
:root[data-site="mastodon"] { --accent: #6364ff; --wash: #f6f5ff; }
:root[data-site="mastodon"][data-theme="dark"] { --ground: #181821; --panel: #21212c; --wash: #21212c; }
:root[data-site="youtube"] { --accent: #065fd4; --wash: #fff; }
:root[data-site="youtube"][data-theme="dark"] { --ground: #0f0f0f; --panel: #212121; --wash: #212121; --accent: #3ea6ff; --onAccent: #0f0f0f; }
:root[data-site="tiktok"] { --accent: #d81b46; }
:root[data-site="reddit"] { --accent: #115bca; --wash: #fff; }
:root[data-site="reddit"][data-theme="dark"] { --ground: #0e1113; --panel: #181c1f; --wash: #181c1f; --accent: #648efc; --onAccent: #0e1113; }
:root[data-site="plain"] { --accent: #33663f; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; padding-bottom: 60px; background: var(--ground); color: var(--ink); font: 15px/1.4 "DejaVu Sans", system-ui, sans-serif; }
.shell { display: grid; grid-template-columns: 200px minmax(0, 600px) 1fr; gap: 0; max-width: 1120px; margin: 0 auto; min-height: 100vh; }
.rail { padding: 16px; display: flex; flex-direction: column; gap: 14px; }
.rail a { color: inherit; text-decoration: none; font-size: 18px; }
.column { border-inline: 1px solid var(--line); min-height: 100vh; }
.top { padding: 14px 16px; border-bottom: 1px solid var(--line); font-weight: 700; }
.sheet { padding: 14px 16px; border-bottom: 1px solid var(--line); }
.composer { display: flex; gap: 12px; padding-bottom: 12px; }
.avatar { width: 40px; height: 40px; border-radius: 50%; background: var(--accent); flex: none; display: block; }
.grow { flex: 1; min-width: 0; }
.editorBox { min-height: 52px; padding: 8px 0; font-size: 19px; position: relative; }
.editorBox [contenteditable] { outline: none; white-space: pre-wrap; overflow-wrap: break-word; min-height: 28px; }
.editorBox .public-DraftEditorPlaceholder-root { position: absolute; color: var(--soft); pointer-events: none; }
.editorBox p { margin: 0 0 2px; }
.bar { display: flex; align-items: center; flex-wrap: wrap; gap: 6px; padding-top: 10px; border-top: 1px solid var(--line); }
.barEnd { margin-inline-start: auto; display: flex; align-items: center; gap: 10px; }
.iconButton { border: 0; background: none; color: var(--accent); padding: 6px; border-radius: 50%; cursor: pointer; display: inline-flex; }
.icon { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; }
.quiet { display: inline-flex; align-items: center; gap: 6px; border: 0; background: none; color: var(--accent); font: inherit; font-size: 13px; cursor: pointer; padding: 6px; }
.pill { border: 0; border-radius: 999px; padding: 9px 18px; background: var(--accent); color: var(--onAccent); font: inherit; font-weight: 700; cursor: pointer; text-align: center; }
.pill[disabled], .pill[aria-disabled="true"] { opacity: .5; cursor: default; }
.wide { display: block; width: 100%; border-radius: 8px; }
.link { color: var(--accent); }
.feedPost { padding: 14px 16px; border-bottom: 1px solid var(--line); display: flex; gap: 12px; }
.card { background: var(--wash); border: 1px solid var(--line); border-radius: 10px; margin: 16px; padding: 14px 16px; }
.said { font: inherit; margin: 8px 0; }
.name { font-weight: 700; }
.soft { color: var(--soft); font-size: 13px; }
.veil { position: fixed; inset: 0; background: var(--shade); display: flex; align-items: flex-start; justify-content: center; padding-top: 48px; z-index: 50; }
.dialog { background: var(--panel); color: var(--ink); border: 1px solid var(--line); border-radius: 16px; width: min(600px, 94vw); padding: 14px 18px; max-height: 84vh; overflow: auto; }
dialog.native { margin-top: 48px; }
dialog.native::backdrop { background: var(--shade); }
.dialogTop { display: flex; align-items: center; gap: 12px; padding-bottom: 8px; font-weight: 700; }
.dialogTop .close { margin-inline-start: auto; }
.header { display: flex; align-items: center; gap: 10px; text-align: start; border: 0; background: none; color: inherit; font: inherit; padding: 6px 0; cursor: pointer; white-space: pre-line; }
.field { width: 100%; min-height: 96px; padding: 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); color: var(--ink); font: inherit; resize: vertical; }
.line { width: 100%; min-height: 36px; padding: 8px 4px; border: 0; border-bottom: 1px solid var(--line); background: none; color: inherit; font: inherit; outline: none; resize: none; }
.slotted { outline: none; min-height: 64px; }
.written { white-space: pre-wrap; overflow-wrap: break-word; }
.slotted p { margin: 0; }
.frame { width: 100%; height: 420px; border: 1px solid var(--line); }
.nothing, .nothing * { width: 0; height: 0; padding: 0; border: 0; overflow: hidden; }
.box { border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; min-height: 84px; background: var(--panel); }
.commentRow { display: flex; gap: 10px; align-items: flex-start; padding-top: 10px; }
.commentBox { flex: 1; min-width: 0; background: var(--ground); border: 1px solid var(--line); border-radius: 18px; padding: 2px 14px; }
.commentEnd { display: flex; justify-content: flex-end; gap: 8px; align-items: center; }
.chat { position: fixed; bottom: 44px; inset-inline-end: 24px; width: 260px; background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 10px; z-index: 20; }
.caption { position: fixed; inset-inline: 0; bottom: 0; padding: 6px 14px; background: #7a2e0e; color: #fff; font-size: 12px; z-index: 60; display: flex; gap: 16px; align-items: center; }
.captionField { width: 150px; font: inherit; color: #fff; background: none; border: 1px solid #fff; border-radius: 4px; padding: 2px 8px; }
.captionField::placeholder { color: #fff; }
.captionButton { font: inherit; color: #fff; background: none; border: 1px solid #fff; border-radius: 4px; padding: 2px 8px; cursor: pointer; }
.toast { position: fixed; bottom: 48px; inset-inline: 0; margin: 0 auto; width: max-content; background: var(--accent); color: var(--onAccent); border-radius: 8px; padding: 10px 16px; z-index: 55; }
`;

/** Class names that editors bring along keep their names; all of ours are replaced. */
const OWN = /^(public-|ql-|ProseMirror)/;

const source = CSS.replace(/\.([a-zA-Z][\w-]*)(?=[\s{:,[.>])/g, (whole, name) => (OWN.test(name) ? whole : `.${classOf(name)}`));

/** Constructable sheets need no exception in the page's policy. Each root gets its own. */
export function dress(root, site) {
  if (root === document) document.documentElement.dataset.site = site;
  adopt(root, source);
}

/** A sheet belongs to one document: a frame's must be made by the frame. */
function adopt(root, rules) {
  const sheet = new (root.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Takes everything from everybody but the editors, moves and scales the page, and puts its own dialogs over all. */
const HOSTILE = `
*:not([contenteditable], [contenteditable] *, textarea, head, head *, script) { all: unset !important; display: block !important; }
body { transform: translate(14px, 9px) scale(0.95) !important; zoom: 1.2 !important; letter-spacing: 4px !important; }
[role="dialog"] { position: fixed !important; inset: 30px !important; z-index: 2147483647 !important; background: #fff !important; }
forepost-overlay, forepost-mirror { display: none !important; opacity: 0 !important; pointer-events: none !important; }
`;

export function beHostile() {
  adopt(document, HOSTILE);
}
