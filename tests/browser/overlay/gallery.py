"""Photographs every state of overlay, popup and welcome page: `python -m tests.browser.overlay.gallery FOLDER`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.chromium import find_chromium, to_pages
from tests.browser.overlay.stage import WHO, Stage, bundle, composer
from tests.browser.overlay.test_popup import CONNECTED, RECOGNISED, WELL, Own, bundle_pages, fault
from tests.browser.pages import PageServer, serve_pages

LOOKS: dict[str, tuple[dict[str, str], dict[str, Any]]] = {  # what the page looks like, how the browser is set
    "light": ({"ground": "#ffffff"}, {}),
    "dark": ({"ground": "#15202b", "ink": "#f7f9f9"}, {}),
    "forced": ({}, {"forced_colors": "active", "color_scheme": "dark"}),
    "rtl": ({"dir": "rtl"}, {}),
    "zoom-200": ({}, {"viewport": {"width": 380, "height": 400}, "device_scale_factor": 2}),
}
STATES = {
    "checked": "{kind: 'checked'}",
    "partly": "{kind: 'partly', reason: 'site-changed'}",
    "off": "{kind: 'off', fault: 'not-running'}",
    "not-paired": "{kind: 'off', fault: 'not-paired'}",
    "not-here": "{kind: 'not-here', by: 'person'}",
    "slipped": "{kind: 'partly', reason: 'left-unseen'}",
    "unknown-box": "{kind: 'partly', reason: 'not-recognised'}",
    "account-lost": "{kind: 'partly', reason: 'account-lost'}",
}

# The page under the popup, and what is known of it.
POPUPS: dict[str, tuple[str, dict[str, Any]]] = {
    "offered": ("https://council.example/", {}),
    "mastodon": ("https://toot.example/", {"signs": 0}),
    "added": ("https://toot.example/", {"added": ["https://toot.example/*"]}),
    "withheld": ("https://x.com/", {}),
    "recognised": ("https://x.com/", {}),
}


def overlays(browser: Browser, pages: PageServer, script: str, into: Path) -> None:
    """Chip, card, review in its four emphases and after a fix, in each look."""
    for look, (page, setting) in LOOKS.items():
        context = browser.new_context(**{"viewport": {"width": 700, "height": 560}, **setting})
        stage = Stage(context.new_page(), pages, script).build(looks=page).show()

        def shoot(name: str, stage: Stage = stage, look: str = look) -> None:
            stage.page.screenshot(path=into / f"{look}-{name}.png")

        shoot("chip")
        stage.chip.click()
        shoot("card")
        stage.button("Remove it").click()
        stage.button("Put back").wait_for()
        shoot("card-fixed")
        stage.button("Put back").click()
        stage.card.wait_for(state="hidden")
        stage.open_card("phone", focus=True).button("Not useful").click()
        stage.button("Undo").wait_for()
        shoot("card-answered")
        stage.button("Undo").click()
        stage.card.wait_for(state="hidden")
        stage.open_card("employer", focus=True).button("Ask first").click()
        stage.button("Back").wait_for()
        shoot("card-ask")
        stage.page.keyboard.press("Escape")
        for _ in range(4):
            stage.show().hold()
            shoot(f"review-{stage.review.get_attribute('data-variant')}")
            stage.page.keyboard.press("Escape")
        stage.show().hold().button("Ask someone first").click()
        stage.button("Back").wait_for()
        shoot("review-ask")
        stage.page.keyboard.press("Escape")
        stage.hold().button("Remove it").click()
        stage.button("Put back").wait_for()
        shoot("review-fixed")
        stage.page.keyboard.press("Escape")
        stage.page.evaluate("() => void stages[0].overlay.countdown(60)")
        shoot("countdown")
        asked = {**WHO, "unknown": {"suggested": None}}
        stage.build(looks=page, setting=asked).show()
        shoot("whose-asked")
        context.close()


def chips(browser: Browser, pages: PageServer, script: str, into: Path) -> None:
    """Every state of the chip, with a notice under the first."""
    for look in ("light", "dark"):
        for name, state in STATES.items():
            context = browser.new_context(viewport={"width": 620, "height": 200})
            stage = Stage(context.new_page(), pages, script)
            stage.build(composer("A fine day."), looks=LOOKS[look][0]).show(state)
            if name == "checked":
                stage.page.evaluate("() => stages[0].overlay.say('press-post-again')")
            stage.page.screenshot(path=into / f"{look}-chip-{name}.png")
            context.close()


def own_pages(browser: Browser, pages: PageServer, bundles: Path, into: Path) -> None:
    """Popup and welcome page, well and with each kind of fault."""
    for scheme in ("light", "dark"):
        for name, status in {"well": CONNECTED, "off": fault("not-running"), "code": fault("code-expired")}.items():
            for page, width in (("popup", 340), ("welcome", 900)):
                context = browser.new_context(viewport={"width": width, "height": 400}, color_scheme=scheme)
                own = Own(context.new_page(), pages, bundles)
                own.open(page, {**WELL, "status": status}).get_by_text("Looking for").wait_for(state="detached")
                own.page.screenshot(path=into / f"{scheme}-{page}-{name}.png", full_page=True)
                context.close()
        for name, (tab, stored) in POPUPS.items():
            context = browser.new_context(viewport={"width": 340, "height": 400}, color_scheme=scheme)
            own = Own(context.new_page(), pages, bundles)
            granted = ("127.0.0.1", "x.com") if name != "withheld" else ("127.0.0.1",)
            own.open("popup", {**WELL, "capture": RECOGNISED}, tab, (*granted, *stored.get("added", ())), stored)
            if name == "recognised":
                own.page.get_by_role("button", name="What is recognised on this site").click()
            own.page.screenshot(path=into / f"{scheme}-popup-{name}.png", full_page=True)
            if name == "added":
                own.page.evaluate("() => { document.documentElement.dir = 'rtl' }")
                own.page.screenshot(path=into / f"{scheme}-popup-rtl.png", full_page=True)
            context.close()


def shoot_all(playwright: Playwright, into: Path) -> None:
    pages = serve_pages()
    flags = ["--no-sandbox", "--disable-gpu", *to_pages(pages)]
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
    with tempfile.TemporaryDirectory() as scratch:
        script, bundles = bundle(Path(scratch)), bundle_pages(Path(scratch))
        overlays(browser, pages, script, into)
        chips(browser, pages, script, into)
        own_pages(browser, pages, bundles, into)
    browser.close()
    pages.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        shoot_all(driver, target)
