"""The line beside the chip: a new account is asked about once; the chip's letter opens it; nothing is in the way."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.expecting import expect
from tests.browser.overlay.stage import WHO, Stage

pytestmark = pytest.mark.browser


def asking(stage: Stage, suggested: str | None = None) -> Stage:
    return stage.build(setting={**WHO, "unknown": {"suggested": suggested}}).show()


def line(stage: Stage) -> Any:
    return stage.page.get_by_role("group", name="Mode")


def lies_over(one: Any, other: Any) -> bool:
    a, b = one.bounding_box(), other.bounding_box()
    return bool(
        a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    )


def test_a_new_account_is_asked_about_in_one_line_that_is_in_nobodys_way(stage: Stage) -> None:
    asking(stage)
    expect(line(stage)).to_contain_text("New: you use @jane_hendry as")
    assert stage.focused() != "Personal"
    for other in (stage.editor, stage.page.locator(".site"), stage.chip):
        assert not lies_over(line(stage), other)


@pytest.mark.parametrize("mode", ["Personal", "Professional", "Official"])
def test_an_answer_is_one_press(stage: Stage, mode: str) -> None:
    asking(stage)
    line(stage).get_by_role("button", name=mode, exact=True).click()
    expect(line(stage)).to_be_hidden()
    expect(stage.chip).to_have_accessible_name(f"Forepost: 2 to look at @jane_hendry · Public, {mode}, 1 hint")
    assert stage.log == ["focus editor", f"mode {mode.lower()}"]


def test_the_points_before_official_posts_are_asked_at_the_switch_while_they_are_due(stage: Stage) -> None:
    stage.build(setting={**WHO, "unknown": {"suggested": None}, "pointsDue": True}).show()
    line(stage).get_by_role("button", name="Official", exact=True).click()
    expect(stage.status).to_have_text("The policy has a few points to settle first.")
    expect(stage.chip).to_have_accessible_name(re.compile("Official"))
    stage.button("See them").click()
    assert stage.log == ["focus editor", "mode official", "open readiness"]


def test_an_organisation_is_offered_official_first(stage: Stage) -> None:
    asking(stage, suggested="official")
    assert line(stage).get_by_role("button").all_inner_texts()[0] == "Official"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_waved_away_it_is_not_asked_again(stage: Stage, how: str) -> None:
    asking(stage)
    away = line(stage).get_by_role("button", name="Do not ask about this account")
    if how == "button":
        away.click()
    else:
        away.focus()
        stage.page.keyboard.press("Escape")
    expect(line(stage)).to_be_hidden()
    assert stage.log == ["focus editor", "left unasked"]
    stage.show()
    expect(line(stage)).to_be_hidden()


def test_the_keyboard_gets_from_the_chip_to_the_mode_and_back(stage: Stage) -> None:
    stage.build().show()
    expect(stage.chip).to_have_accessible_description("Arrow down changes the mode.")
    stage.chip.focus()
    stage.page.keyboard.press("ArrowDown")
    expect(line(stage)).to_contain_text("You use @jane_hendry as")
    expect(line(stage).get_by_role("button", name="Personal")).to_be_focused()
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("Enter")
    assert stage.log == ["focus editor", "mode professional"]
    assert stage.focused() == "[composer]"


def test_the_letter_opens_the_modes_and_the_words_open_the_card(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click(position={"x": 12, "y": 14})
    expect(line(stage)).to_be_visible()
    line(stage).get_by_role("button", name="Close", exact=True).click()
    expect(line(stage)).to_be_hidden()
    stage.chip.click(position={"x": 60, "y": 14})
    expect(stage.card).to_be_visible()
    expect(line(stage)).to_be_hidden()


@pytest.mark.parametrize(
    "state", ["{kind: 'off', fault: 'not-running'}", "{kind: 'not-here', by: 'person'}", "{kind: 'idle'}"]
)
def test_nobody_is_asked_where_nothing_is_checked(stage: Stage, state: str) -> None:
    asking(stage)
    stage.show(state)
    expect(line(stage)).to_be_hidden()
