"""A page with one composer and the overlay on it, driven without an extension (see overlay-gallery/stage.ts)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.expecting import expect
from tests.browser.pages import PageServer

ROOT = Path(__file__).resolve().parents[3]
ESBUILD = ROOT / "extension" / "node_modules" / ".bin" / "esbuild"
ADDRESS = "https://practice.test/"
WHO: dict[str, Any] = {"account": "@jane_hendry", "audience": "Public"}

TEXT = "Great day at our new office! If the ramp is shut ring me on 07400 123456 and I'll come down."
PICTURE = '<button class="icon" aria-label="Picture"><svg width="20" height="20"></svg></button>'
COMPOSER = """
<div class="composer"><div contenteditable role="textbox" aria-label="Post text" aria-multiline="true">{text}</div>
<div class="row">{picture}{middle}<button class="site">Post</button></div></div>
"""
PAGE = """<!doctype html><html lang="en" dir="{dir}"><head><title>A site</title><style>
body {{ margin: 0; padding: 24px; font: 15px "DejaVu Sans"; background: {ground}; color: {ink}; min-height: 700px }}
.composer {{ border: 1px solid #888; padding: 14px 16px 10px; width: min(520px, 100%); box-sizing: border-box }}
[contenteditable] {{ font-size: 17px; line-height: 1.5; min-height: 50px }}
.row {{ display: flex; justify-content: space-between; align-items: center; margin-top: 8px }}
{style}</style></head><body><main>{body}</main>
<script>{before}</script><script src="/stage.js"></script></body></html>"""


def bundle(folder: Path) -> str:
    """The overlay and its stand-in for a content script, as one classic script."""
    out = folder / "stage.js"
    source = ROOT / "tests" / "extension" / "overlay-gallery" / "stage.ts"
    options = ["--bundle", "--format=iife", '--define:SHADOW_MODE="open"', "--log-level=error"]
    subprocess.run([ESBUILD, source, *options, f"--outfile={out}"], check=True)
    return out.read_text()


def composer(text: str = TEXT, middle: str = "") -> str:
    """A composer as sites have it: text above, a row with tools and Post below. `middle`: more of that row."""
    return COMPOSER.format(text=text, middle=middle, picture=PICTURE)


class Stage:
    """One page with one composer and its overlay."""

    def __init__(self, page: Any, pages: PageServer, script: str) -> None:
        self.page = page
        self.pages = pages
        self.looks: dict[str, str] = {}
        self.overlay = page.locator("forepost-overlay")
        self.chip = page.get_by_role("button", name="Forepost:")
        self.card = self.overlay.locator(".card")
        self.review = page.get_by_role("alertdialog", name="Before you post")
        self.status = self.overlay.locator(".ground > [role=status]")
        self.editor = page.locator("[contenteditable]")
        pages.show(f"{ADDRESS}stage.js", script, "text/javascript")

    def build(
        self,
        body: str = "",
        *,
        looks: dict[str, str] | None = None,
        mount: str = "body",
        policy: str | None = None,
        setting: dict[str, Any] = WHO,
        before: str = "",
    ) -> Stage:
        """Load the page and put the overlay on its composer. `looks`: ground, ink, style, dir.

        `before`: a script of the page, which runs first. `policy`: its Content-Security-Policy.
        """
        self.looks = looks or {}
        look = {"ground": "#ffffff", "ink": "#111111", "style": "", "dir": "ltr", **self.looks}
        self.pages.show(ADDRESS, PAGE.format(body=body or composer(), before=before, **look), policy=policy)
        self.page.goto(ADDRESS)
        self.page.evaluate(
            "([mount, setting]) => stages.push(stage(document.querySelector('.composer'),"
            " document.querySelector(mount), JSON.parse(setting)))",
            [mount, json.dumps(setting)],
        )
        return self

    def show(self, state: str = "{kind: 'checked'}") -> Stage:
        self.page.evaluate(f"() => stages[0].show({state})")
        return self

    def write(self, text: str) -> Stage:
        self.page.evaluate("(text) => { stages[0].editor.textContent = text }", text)
        return self

    def hold(self) -> Stage:
        self.page.evaluate("() => stages[0].hold()")
        expect(self.review).to_be_visible()
        return self

    def open_card(self, rule: str, focus: bool) -> Stage:
        self.page.evaluate("([id, focus]) => stages[0].overlay.openCard(id, focus)", [rule, focus])
        expect(self.card).to_be_visible()
        return self

    def say(self, word: str) -> Stage:
        self.page.evaluate("(word) => stages[0].overlay.say(word)", word)
        return self

    @property
    def log(self) -> list[str]:
        """What the overlay asked its surroundings for."""
        return list(self.page.evaluate("() => stages[0].log"))

    @property
    def decision(self) -> Any:
        return self.page.evaluate("() => stages[0].decision")

    def button(self, name: str) -> Any:
        return self.overlay.get_by_role("button", name=name, exact=True)

    def text(self) -> str:
        return str(self.editor.inner_text())

    def focused(self) -> str:
        """The name of what has the focus; '[composer]' for the editor."""
        return str(self.probe("focused"))

    def probe(self, what: str, *words: str) -> Any:
        """Ask overlay-gallery/probe.ts."""
        return self.page.evaluate("([what, words]) => probe[what](...words)", [what, list(words)])

    def middle_of(self, quote: str) -> tuple[float, float]:
        """The middle of these words on the screen, in CSS px."""
        x, y = self.probe("middleOf", quote)
        return x, y
