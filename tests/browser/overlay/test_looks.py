"""Theme, zoom, forced colours, less motion."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.overlay.stage import ESBUILD, ROOT, Stage

pytestmark = pytest.mark.browser


GROUNDS = [
    ("#ffffff", "light"),
    ("#000000", "dark"),
    ("rgb(21 32 43)", "dark"),
    ("oklch(0.25 0.02 250)", "dark"),
    ("rgba(0, 0, 0, 0.1)", "light"),
    ("transparent", "light"),
]


@pytest.mark.parametrize(("ground", "theme"), GROUNDS)
def test_theme_follows_the_page(stage: Stage, ground: str, theme: str) -> None:
    stage.build(looks={"ground": ground}).show()
    assert stage.page.locator("forepost-overlay .ground").get_attribute("class") == f"ground {theme}"


def reachable(stage: Stage, name: str) -> None:
    """Scrolled to, it stands whole in a window of 320 × 360."""
    stage.button(name).scroll_into_view_if_needed()
    box = stage.button(name).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 360


def test_all_can_be_reached_at_200_percent(browser: Browser, script: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 360}, device_scale_factor=2)
    stage = Stage(context.new_page(), script).build().show()
    stage.chip.click()
    for name in ("Remove it", "Not a problem here", "Always allow", "Next", "Close"):
        reachable(stage, name)
    assert not stage.card.evaluate("(e) => e.scrollWidth > e.clientWidth"), "no scrolling sideways"
    stage.page.keyboard.press("Escape")

    stage.hold()
    for name in ("Remove it", "Keep editing", "Post anyway"):
        reachable(stage, name)
    assert not stage.review.evaluate("(e) => e.scrollWidth > e.clientWidth"), "no scrolling sideways"
    context.close()


def test_in_forced_colours_shapes_and_words_tell_all(browser: Browser, script: str) -> None:
    context = browser.new_context(forced_colors="active")
    stage = Stage(context.new_page(), script).build().show()
    text = stage.page.evaluate(
        "() => { document.body.style.color = 'CanvasText'; return getComputedStyle(document.body).color }"
    )
    expect(stage.chip.locator(".dot")).to_have_css("background-color", text)
    expect(stage.chip).to_have_css("border-style", "solid")
    stage.chip.click()
    expect(stage.card).to_have_css("border-width", "2px")
    stage.hold()
    expect(stage.review).to_have_css("border-width", "2px")
    for sign in stage.review.locator(".sev").all():
        expect(sign).to_have_css("color", text)
    stage.page.keyboard.press("Escape")
    stage.show("{kind: 'off', fault: 'not-running'}")
    expect(stage.chip).to_have_css("border-style", "dashed")
    context.close()


MOVING = """(host) => [...host.shadowRoot.querySelectorAll('*')].filter((one) => {
  const { transitionDuration, animationName } = getComputedStyle(one);
  return transitionDuration !== '0s' || animationName !== 'none';
}).length"""


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_with_less_motion_nothing_moves(browser: Browser, script: str, motion: Any, moves: bool) -> None:
    context = browser.new_context(reduced_motion=motion)
    stage = Stage(context.new_page(), script).build().show()
    stage.say("press-post-again")
    assert (stage.page.locator("forepost-overlay").evaluate(MOVING) > 0) == moves
    context.close()


@pytest.mark.parametrize(("ground", "line"), [("#ffffff", "rgb(168, 32, 26)"), ("#15202b", "rgb(255, 157, 148)")])
def test_the_line_under_words_in_a_text_area_fits_the_page(
    context: BrowserContext, tmp_path: Path, ground: str, line: str
) -> None:
    """Where the browser has no ranges in text areas (Firefox), the line is drawn over them."""
    script = tmp_path / "mirror.js"
    source = ROOT / "extension" / "overlay" / "mirror.ts"
    options = ["--bundle", "--format=iife", "--global-name=mirror", '--define:SHADOW_MODE="open"', "--log-level=error"]
    subprocess.run([ESBUILD, source, *options, f"--outfile={script}"], check=True)
    page = context.new_page()
    field = '<textarea cols=60 style="background: none">Ring me on 07400 123456</textarea>'
    page.set_content(f'<html style="--forepost-here: block"><body style="background: {ground}">{field}')
    page.add_script_tag(path=script)
    drawn = page.evaluate(
        """() => {
          const it = new mirror.Mirror(document.querySelector('textarea'), document.body);
          it.draw([{ start: 11, end: 23, weight: 'hold' }]);
          const { lastChild } = document.querySelector('forepost-mirror').shadowRoot;
          return [...lastChild.children].map((line) => getComputedStyle(line).borderBottomColor);
        }"""
    )
    assert drawn == [line]
