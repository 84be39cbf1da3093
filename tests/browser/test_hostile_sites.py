"""Sites that work against the overlay or have their composer in a frame: a post is held and let go all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.x import X_MODAL
from tests.browser.test_specification import HELD, PHONE, let_go

pytestmark = pytest.mark.browser


def live_through(composer: Composer) -> None:
    """Underlined, opened from the chip, held, let go as it was written."""
    composer.write(HELD)
    composer.wait_underlined(PHONE)
    composer.chip.click()
    expect(composer.card).to_contain_text(PHONE)
    composer.close_card()
    composer.press_post()
    expect(composer.review).to_be_visible()
    assert composer.submitted() == []
    let_go(composer)
    assert composer.wait_submitted() == [HELD]


def test_style_that_takes_everything_from_everybody(open_composer: Open) -> None:
    """X's dialog: strict policy with Trusted Types, a focus trap, the highest z-index, transform and zoom."""
    composer = open_composer(X_MODAL, "?hostile")
    live_through(composer)


class InFrame(Composer):
    """A composer in the page's only frame."""

    @property
    def editor(self) -> Any:
        return self.page.frame_locator("iframe").locator(self.surface.editor)

    @property
    def button(self) -> Any:
        return self.page.frame_locator("iframe").locator(self.surface.button)

    @property
    def overlay(self) -> Any:
        return self.page.frame_locator("iframe").locator("forepost-overlay")

    def ask(self, expression: str) -> Any:
        return self.page.frames[-1].evaluate(expression)


@pytest.fixture
def open_frame(forepost: Forepost) -> Iterator[Callable[[Surface], InFrame]]:
    opened: list[InFrame] = []

    def open_surface(surface: Surface) -> InFrame:
        composer = InFrame(forepost.context.new_page(), surface, forepost.companion)
        opened.append(composer)
        composer.open()
        return composer

    yield open_surface
    for composer in opened:
        composer.page.close()
        assert composer.faults == []


def test_a_composer_in_a_frame_that_has_its_page_in_an_attribute(open_frame: Callable[[Surface], InFrame]) -> None:
    live_through(open_frame(replace(PLAIN_FORM, url="https://plain.example/srcdoc")))
