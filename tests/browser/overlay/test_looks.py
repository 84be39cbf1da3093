"""Theme and zoom."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.overlay.stage import Stage

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


def test_all_of_the_review_can_be_reached_at_200_percent(browser: Browser, script: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 360}, device_scale_factor=2)
    stage = Stage(context.new_page(), script).build().show().hold()
    for name in ("Remove it", "Keep editing", "Post anyway"):
        stage.button(name).scroll_into_view_if_needed()
        box = stage.button(name).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert 0 <= box["y"] <= 360
    wide = stage.review.evaluate("(e) => e.scrollWidth > e.clientWidth")
    assert not wide, "no scrolling sideways"
    context.close()
