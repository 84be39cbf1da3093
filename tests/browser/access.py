"""What every screen of ours is held to: what axe finds, how large its targets are, and that Tab comes to all of it."""

from __future__ import annotations

from typing import Any

from tests.browser.companion import ROOT

AXE = ROOT / "tests" / "replicas" / "node_modules" / "axe-core" / "axe.min.js"
# Of a page's own words and styles axe thinks the same in both browsers: each is asked about one of two looks.
LOOK = {"chromium": "light", "firefox": "dark"}

LARGE = "{ rules: { 'target-size': { enabled: true } } }"

# Controls that are seen and smaller than 24 px in one direction. A box inside a label counts as its label.
SMALL = """(host) => {
  const root = host === null ? document : document.querySelector(host).shadowRoot;
  const controls = [...root.querySelectorAll('button, a[href], label:has(input), input, select, textarea, summary')];
  const isSeen = (one) => one.checkVisibility({ checkVisibilityCSS: true });
  const alone = controls.filter((one) => !one.matches('label input') && isSeen(one));
  const small = alone.filter((one) => ['width', 'height'].some((side) => one.getBoundingClientRect()[side] < 24));
  return { seen: alone.length, small: small.map((one) => one.outerHTML.slice(0, 100)) };
}"""

# Every element the person can act on is noted as Tab comes to it, and whether one could see that it has the focus.
# Not so the button that Enter presses in a field: nobody sees or hears it, and axe sees to it that no Tab comes there.
# What is laid unseen over its label has the label's mark.
BY_TAB = """() => {
  const chosen = (one) => one.form ? one.form.querySelector(`[name="${one.name}"]:checked`)
    : document.querySelector(`[name="${one.name}"]:checked`);
  const isRadioOfAnother = (one) => one.type === 'radio' && !one.checked && chosen(one);
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
  const isForEnter = (one) => one.matches('button.away[aria-hidden=true]');
  const isThere = (one) => one.checkVisibility() && !one.disabled && !isForEnter(one);
  const shown = (one) => getComputedStyle(one).opacity === '0' ? one.closest('label') : one;
  window.left = new Set(all.filter((one) => isThere(one) && !isRadioOfAnother(one)));
  window.unseen = [];
  document.addEventListener('focusin', ({ target }) => {
    window.left.delete(target);
    if (getComputedStyle(shown(target)).outlineStyle === 'none') window.unseen.push(target.outerHTML.slice(0, 100));
  });
  return window.left.size;
}"""
STILL_LEFT = "() => ({ left: [...window.left].map((one) => one.outerHTML.slice(0, 100)), unseen: window.unseen })"


def axe_finds_nothing(page: Any, scope: str = "document", passes: int = 10) -> None:
    """`scope`: a JavaScript expression, what axe is to look at. `passes`: more of its checks must have been made."""
    page.evaluate(f"() => {{ {AXE.read_text(encoding='utf-8')}\n }}")
    report = page.evaluate(f"() => axe.run({scope}, {LARGE})")
    said = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in report["violations"]]
    assert said == [], said
    assert len(report["passes"]) > passes, "axe looked at the page"


def targets_are_large_enough(page: Any, host: str | None = None) -> None:
    """`host`: the element whose open shadow root is looked at, instead of the page."""
    found = page.evaluate(SMALL, host)
    assert found["seen"] > 0, "there is nothing to press"
    assert found["small"] == [], found["small"]


def all_is_reached_by_tab(page: Any) -> None:
    for _ in range(page.evaluate(BY_TAB) + 5):  # and some that are noted nowhere, as an editor of the practice page
        page.keyboard.press("Tab")
    found = page.evaluate(STILL_LEFT)
    assert found == {"left": [], "unseen": []}, found  # all of it by Tab, and seen to be
