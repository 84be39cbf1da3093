"""A new answer comes in just as the person presses, or stands on a control: the press counts, the focus stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.expecting import expect
from tests.browser.overlay.stage import TEXT, WHO, Stage, composer

pytestmark = pytest.mark.browser

LATER = f"Well. {TEXT}"  # the same findings, elsewhere in the text


def line(stage: Stage) -> Stage:
    """The mode is read anew, as after a change in the tray."""
    return stage.build(setting={**WHO, "unknown": {"suggested": None}}).show()


def card(stage: Stage) -> Stage:
    return stage.build().show().open_card("phone", focus=True)


def review(stage: Stage) -> Stage:
    return stage.build().show().hold()


def another_answer(stage: Stage) -> None:
    stage.page.evaluate(
        "() => { Object.assign(stages[0].setting, { mode: 'official', unknown: { suggested: 'official' } }) }"
    )
    stage.write(LATER).show()


PARTS = [
    (line, "Professional", "mode professional"),
    (card, "Remove it", "fix phone remove"),
    (review, "Remove it", "fix phone remove"),
]
in_each_part = pytest.mark.parametrize(("part", "label", "done"), PARTS, ids=[part.__name__ for part, _, _ in PARTS])


def middle(one: Any) -> tuple[float, float]:
    box = one.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@in_each_part
def test_a_press_counts_though_another_answer_comes_before_the_button_is_let_go(
    stage: Stage, part: Callable[[Stage], Stage], label: str, done: str
) -> None:
    part(stage)
    stage.page.mouse.move(*middle(stage.button(label)))
    stage.page.mouse.down()
    another_answer(stage)
    stage.page.mouse.up()
    assert done in stage.log


def test_a_key_counts_though_another_answer_comes_before_it_is_let_go(stage: Stage) -> None:
    card(stage).button("Remove it").focus()
    stage.page.keyboard.down("Space")
    another_answer(stage)
    stage.page.keyboard.up("Space")
    assert "fix phone remove" in stage.log


@in_each_part
def test_the_focus_stays_on_the_control_though_another_answer_comes(
    stage: Stage, part: Callable[[Stage], Stage], label: str, done: str
) -> None:
    part(stage)
    stage.button(label).focus()
    another_answer(stage)
    expect(stage.overlay.locator(".chip")).to_have_attribute("aria-label", re.compile("Official"))
    assert stage.focused() == label
    stage.page.keyboard.press("Enter")
    assert done in stage.log


def test_post_does_not_go_by_what_was_there_before_the_hand_came_down(stage: Stage) -> None:
    stage.build(composer("See you at our new office.")).show().hold()
    stage.page.mouse.move(*middle(stage.button("Post")))
    stage.page.mouse.down()
    another_answer(stage)  # with a number in the text, which is held
    stage.page.mouse.up()
    expect(stage.review).to_contain_text("07400 123456")
    assert stage.decision is None


def test_what_was_held_back_is_drawn_once_the_hand_has_left(stage: Stage) -> None:
    review(stage)
    stage.page.mouse.move(*middle(stage.review.get_by_role("heading", name="Before you post")))
    stage.page.mouse.down()
    another_answer(stage)
    expect(stage.review).not_to_contain_text("Official")
    stage.page.mouse.up()
    expect(stage.review).to_contain_text("Official")


@pytest.mark.parametrize("how", ["hand", "key"])
def test_what_is_said_of_an_answer_is_not_talked_over_by_what_is_drawn_after_it(stage: Stage, how: str) -> None:
    card(stage)
    stage.button("Not useful").focus()
    if how == "hand":
        stage.page.mouse.click(*middle(stage.button("Not useful")))
    else:
        stage.page.keyboard.press("Space")
    expect(stage.button("Undo")).to_be_visible()
    said = stage.status.inner_text()
    stage.page.evaluate("() => new Promise((over) => setTimeout(() => over(null), 300))")
    assert stage.status.inner_text() == said
