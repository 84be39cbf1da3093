"""Theme, zoom, forced colours, less motion."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.expecting import expect
from tests.browser.overlay.stage import ADDRESS, ESBUILD, ROOT, Stage
from tests.browser.pages import PageServer

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
    assert stage.overlay.locator(".ground").get_attribute("class") == f"ground {theme}"


def reachable(stage: Stage, name: str) -> None:
    """Scrolled to, it stands whole in a window of 320 × 360."""
    stage.button(name).scroll_into_view_if_needed()
    box = stage.button(name).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 360


def test_all_can_be_reached_at_200_percent(stage: Stage) -> None:
    stage.page.set_viewport_size({"width": 320, "height": 360})  # half the room, which is what zoom does to a page
    stage.build().show()
    stage.chip.click(position={"x": 40, "y": 14})  # beside its letter
    for name in ("Remove it", "Not a problem here", "Always allow", "Next", "Close"):
        reachable(stage, name)
    assert not stage.card.evaluate("(e) => e.scrollWidth > e.clientWidth"), "no scrolling sideways"
    stage.page.keyboard.press("Escape")

    stage.hold()
    for name in ("Remove it", "Keep editing", "Post anyway"):
        reachable(stage, name)
    assert not stage.review.evaluate("(e) => e.scrollWidth > e.clientWidth"), "no scrolling sideways"


def test_in_forced_colours_shapes_and_words_tell_all(stage: Stage) -> None:
    stage.page.emulate_media(forced_colors="active")
    stage.build().show()
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


MOVING = """(host) => [...host.shadowRoot.querySelectorAll('*')].filter((one) => {
  const { transitionDuration, animationName } = getComputedStyle(one);
  return transitionDuration !== '0s' || animationName !== 'none';
}).length"""


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_with_less_motion_nothing_moves(stage: Stage, motion: str, moves: bool) -> None:
    stage.page.emulate_media(reduced_motion=motion)
    stage.build().show()
    stage.say("press-post-again")
    assert (stage.overlay.evaluate(MOVING) > 0) == moves


@pytest.mark.parametrize(("ground", "line"), [("#ffffff", "rgb(168, 32, 26)"), ("#15202b", "rgb(255, 157, 148)")])
def test_the_line_under_words_in_a_text_area_fits_the_page(
    page: Any, pages: PageServer, tmp_path: Path, ground: str, line: str
) -> None:
    """Where the browser has no ranges in text areas (Firefox), the line is drawn over them."""
    script = tmp_path / "mirror.js"
    source = ROOT / "extension" / "overlay" / "mirror.ts"
    options = ["--bundle", "--format=iife", "--global-name=mirror", '--define:SHADOW_MODE="open"', "--log-level=error"]
    subprocess.run([ESBUILD, source, *options, f"--outfile={script}"], check=True)
    field = '<textarea cols=60 style="background: none">Ring me on 07400 123456</textarea>'
    body = f'<body style="background: {ground}">{field}<script src="mirror.js"></script>'
    pages.show(ADDRESS, f'<!doctype html><html style="--forepost-here: block">{body}')
    pages.show(f"{ADDRESS}mirror.js", script.read_text(encoding="utf-8"), "text/javascript")
    page.goto(ADDRESS)
    drawn = page.evaluate(
        """() => {
          const it = new mirror.Mirror(document.querySelector('textarea'), document.body);
          it.draw([{ start: 11, end: 23, weight: 'hold' }]);
          const { lastChild } = document.querySelector('forepost-mirror').shadowRoot;
          return [...lastChild.children].map((line) => getComputedStyle(line).borderBottomColor);
        }"""
    )
    assert drawn == [line]
