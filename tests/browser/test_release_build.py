"""A smoke run on the release build: what people get holds a post just the same, and no page can reach into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.facebook import FACEBOOK_POST
from tests.browser.surfaces.linkedin import LINKEDIN_CLASSIC
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def release(put: Callable[..., Forepost]) -> Forepost:
    return put("release")


@pytest.fixture
def open_release(release: Forepost) -> Iterator[Open]:
    with release.opening() as open_surface:
        yield open_surface


def read_aloud(composer: Composer) -> list[tuple[str, str]]:
    """Role and name of everything on the page as assistive technology gets it, closed shadow roots included."""
    session = composer.page.context.new_cdp_session(composer.page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]


def review_is_open(composer: Composer) -> bool:
    return ("alertdialog", "Before you post") in read_aloud(composer)


@pytest.mark.parametrize("surface", [X_HOME, LINKEDIN_CLASSIC, FACEBOOK_POST], ids=str)
def test_the_release_build_holds_and_keeps_pages_out(surface: Surface, open_release: Open) -> None:
    composer = open_release(surface).type(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    until("the review is open", lambda: review_is_open(composer))
    assert composer.submitted() == []

    hosts = "[...document.querySelectorAll('*')].filter((node) => node.localName === 'forepost-overlay')"
    if surface is not LINKEDIN_CLASSIC:  # there the overlay lies in the site's own shadow root
        assert composer.ask(f"{hosts}.length") >= 1
        assert composer.ask(f"{hosts}.every((node) => node.shadowRoot === null)") is True
    forged = "new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })"
    composer.ask(f"{hosts}.forEach((node) => {{ node.click(); node.dispatchEvent({forged}); }})")
    assert composer.submitted() == []
    assert review_is_open(composer)

    composer.page.keyboard.press("Escape")
    until("the review is closed", lambda: not review_is_open(composer))
    assert composer.model() == HELD


def test_the_release_build_lets_a_clean_post_pass(open_release: Open) -> None:
    composer = open_release(X_HOME).type(CLEAN)
    composer.sent()
    composer.press_post()
    assert composer.wait_submitted() == [CLEAN]
