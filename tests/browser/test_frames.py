"""Composers in a frame: YouTube's live chat in a page of its own, and an editor in a frame without an address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.browser.composer import Composer
from tests.browser.firefox_page import FirefoxFrame, FirefoxPage
from tests.browser.forepost import Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.plain import PLAIN_EDITABLE
from tests.browser.surfaces.youtube import YOUTUBE_LIVE
from tests.browser.test_specification import HELD, let_go

pytestmark = pytest.mark.browser


class Framed:
    """A frame, asked as if it were the page itself. `probe`: where the replica's own account is kept."""

    def __init__(self, page: Any, frame: Any, probe: Any) -> None:
        self.tab = page
        self.locator, self.get_by_role = frame.locator, frame.get_by_role
        self.evaluate = probe.evaluate
        hand = frame if isinstance(frame, FirefoxFrame) else page
        self.keyboard, self.mouse, self.on = hand.keyboard, hand.mouse, page.on


def in_frame(surface: Surface, page_around: str, own_document: bool, open_composer: Open) -> Composer:
    around = open_composer(replace(surface, url=page_around, editor="iframe"))
    page = around.page
    frame = page.frame("iframe") if isinstance(page, FirefoxPage) else page.query_selector("iframe").content_frame()
    return Composer(Framed(page, frame, frame if own_document else page), surface, around.companion)


def live_through(composer: Composer) -> None:
    """Read, held and let go as it was written."""
    composer.write(HELD)
    draft = composer.sent()
    assert (draft["site"], draft["surface"]) == (composer.surface.known_as, composer.surface.kind)

    composer.press_post("key")
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [HELD]


def test_what_is_written_in_a_live_chat_is_read_held_and_let_go(open_composer: Open) -> None:
    live_through(in_frame(YOUTUBE_LIVE, "https://www.youtube.com/live/1", True, open_composer))


@pytest.mark.parametrize("when", ["", "?later"], ids=["while it loads", "later"])
def test_so_is_what_is_written_in_a_frame_without_an_address_that_the_page_makes(
    when: str, open_composer: Open
) -> None:
    live_through(in_frame(PLAIN_EDITABLE, f"https://plain.example/blank{when}", False, open_composer))
