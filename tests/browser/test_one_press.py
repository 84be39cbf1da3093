"""What a site hears of a press that was held: all of it, once, however the site listens to its button."""

from __future__ import annotations

import pytest

from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces.plain import PLAIN_EDITABLE
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

MIDDLE = (
    "(node) => { const box = node.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }"
)

on_each_event = pytest.mark.parametrize("events", ["mousedown", "pointerdown", "pointerup", "mousedown,click"])


@on_each_event
def test_a_press_before_the_answer_posts_once_whatever_the_site_listens_for(events: str, open_composer: Open) -> None:
    composer = open_composer(PLAIN_EDITABLE, f"?on={events}").write(CLEAN)
    composer.press_post()

    assert composer.wait_submitted() == [CLEAN]
    assert composer.model() == ""


@on_each_event
def test_the_answer_comes_while_the_button_is_down_and_it_posts_once(events: str, open_composer: Open) -> None:
    composer = open_composer(PLAIN_EDITABLE, f"?on={events}")
    composer.focus()
    composer.page.mouse.move(*composer.button.evaluate(MIDDLE))
    composer.put(CLEAN)
    composer.page.mouse.down()
    assert composer.submitted() == []
    composer.checked()
    composer.page.mouse.up()

    assert composer.wait_submitted() == [CLEAN]


@on_each_event
def test_let_go_by_the_review_it_posts_once(events: str, open_composer: Open) -> None:
    composer = open_composer(PLAIN_EDITABLE, f"?on={events}").write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [HELD]
    expect(composer.review).to_be_hidden()


def test_where_only_a_press_of_the_persons_own_counts_they_are_told_so(open_composer: Open) -> None:
    composer = open_composer(PLAIN_EDITABLE, "?on=mousedown&strict").write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    let_go(composer)
    composer.notice_says("Checked. Press Post again.")
    assert composer.submitted() == []
    composer.press_post()

    assert composer.wait_submitted() == [HELD]
