"""The card: by keyboard, by pointer, and back to the text."""

from __future__ import annotations

import pytest

from tests.browser.clipboard import copied
from tests.browser.expecting import expect
from tests.browser.overlay.stage import TEXT, Stage

pytestmark = pytest.mark.browser


def test_card_by_keyboard_and_back(stage: Stage) -> None:
    stage.build().show()
    stage.page.get_by_role("button", name="Post", exact=True).focus()
    stage.page.keyboard.press("Tab")
    expect(stage.chip).to_be_focused()
    stage.page.keyboard.press("Enter")
    assert stage.focused() == "Remove it"  # the fix is the first button and has the focus
    stage.page.keyboard.press("Escape")
    expect(stage.card).to_be_hidden()
    assert stage.focused() == "[composer]"
    assert stage.text() == TEXT


def test_fix_by_keyboard_then_put_back(stage: Stage) -> None:
    stage.build().show()
    stage.open_card("phone", focus=True)
    stage.page.keyboard.press("Enter")
    expect(stage.button("Put back")).to_be_focused()
    assert "07400" not in stage.text()
    stage.page.keyboard.press("Enter")
    expect(stage.card).to_be_hidden()
    assert stage.text() == TEXT
    assert stage.focused() == "[composer]"


def test_previous_and_next_turn_through_all(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    titles = []
    for _ in range(3):
        titles.append(stage.card.get_by_role("heading").text_content())
        stage.button("Next").click()
    assert titles == [
        "Please look: Looks like a mobile number",
        "Worth a look: You speak about your employer",
        "A hint: A short hint",
    ]


def test_escape_in_the_editor_dismisses_the_card_and_is_not_passed_on(stage: Stage) -> None:
    stage.build(before="window.keys = []; document.addEventListener('keydown', (e) => keys.push(e.key), true)").show()
    stage.editor.click(position={"x": 2, "y": 5})
    stage.open_card("phone", focus=False)
    expect(stage.card).to_be_visible()
    stage.page.keyboard.press("Escape")
    expect(stage.card).to_be_hidden()
    assert stage.page.evaluate("() => keys") == []  # the site would have closed its own dialog
    stage.page.keyboard.press("Escape")
    assert stage.page.evaluate("() => keys") == ["Escape"]


def test_hover_opens_stays_and_goes(stage: Stage) -> None:
    stage.build().show()
    stage.page.mouse.move(*stage.middle_of("07400 123456"))
    expect(stage.card).to_be_visible()
    assert stage.focused() != "Remove it"  # hovering never takes the focus
    box = stage.card.bounding_box()
    assert box is not None
    stage.page.mouse.move(box["x"] + 20, box["y"] + 4)
    stage.page.mouse.move(box["x"] + 30, box["y"] + 40)
    stage.page.evaluate("() => new Promise((go) => setTimeout(go, 450))")  # longer than the card waits to go
    expect(stage.card).to_be_visible()
    stage.page.mouse.move(5, 700)
    expect(stage.card).to_be_hidden()


def test_closed_with_escape_it_stays_closed_under_a_resting_pointer(stage: Stage) -> None:
    stage.build().show()
    x, y = stage.middle_of("07400 123456")
    stage.page.mouse.move(x, y)
    stage.page.mouse.click(x, y)
    expect(stage.card).to_be_visible()
    stage.page.keyboard.press("Escape")
    stage.page.mouse.move(x + 1, y)
    stage.page.evaluate("() => new Promise((go) => setTimeout(go, 250))")  # longer than a hover waits to open
    expect(stage.card).to_be_hidden()
    stage.page.mouse.move(5, 700)
    stage.page.mouse.move(x, y, steps=2)
    expect(stage.card).to_be_visible()


def test_click_on_the_words_opens_and_elsewhere_closes(stage: Stage) -> None:
    stage.build().show()
    stage.page.mouse.click(*stage.middle_of("our new office"))
    expect(stage.card.get_by_role("heading")).to_contain_text("You speak about your employer")
    assert stage.focused() == "[composer]"
    stage.page.mouse.click(5, 700)
    expect(stage.card).to_be_hidden()


def test_typing_takes_the_card_away(stage: Stage) -> None:
    stage.build().show()
    stage.page.mouse.click(*stage.middle_of("our new office"))
    expect(stage.card).to_be_visible()
    stage.page.keyboard.type("x")
    expect(stage.card).to_be_hidden()


ANSWERS = {
    "Always allow": ("allowed", "Allowed. Settings has the list."),
    "Not useful": ("not_useful", "Not mentioned again. Settings has the list."),
    "Not a problem here": ("dismissed", "Left as it is on this site. Settings has the list."),
}


@pytest.mark.parametrize("label", ANSWERS)
def test_an_answer_is_said_back_in_one_line_and_can_be_taken_back_by_keyboard(stage: Stage, label: str) -> None:
    answer, line = ANSWERS[label]
    stage.build().show()
    stage.open_card("phone", focus=True)
    stage.button(label).focus()
    stage.page.keyboard.press("Enter")

    expect(stage.card.get_by_role("heading")).to_have_text(line)
    expect(stage.status).to_have_text(line)
    expect(stage.chip).to_have_accessible_name("Forepost: 1 to look at @jane_hendry · Public, Personal, 1 hint")
    expect(stage.button("Undo")).to_be_focused()
    stage.page.keyboard.press("Enter")

    expect(stage.card).to_be_hidden()
    expect(stage.status).to_have_text("As it was before.")
    assert stage.focused() == "[composer]"
    expect(stage.chip).to_have_accessible_name("Forepost: 2 to look at @jane_hendry · Public, Personal, 1 hint")
    assert [entry for entry in stage.log if entry != "focus editor"] == [f"{answer} phone", "undo phone"]


def test_card_of_a_finding_that_went_closes(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    stage.write("All well.")
    stage.show("{kind: 'checking'}")
    expect(stage.card).to_be_visible()
    stage.show()
    expect(stage.card).to_be_hidden()


def test_words_over_two_lines_stay_uncovered(stage: Stage) -> None:
    stage.build(looks={"style": "[contenteditable] { width: 300px }"}).show()  # the number breaks in the middle
    stage.open_card("phone", focus=False)
    words, card = stage.probe("boxOf", "07400 123456"), stage.card.bounding_box()
    assert card is not None
    assert words["height"] > 40, "the words go over two lines"
    assert card["y"] >= words["y"] + words["height"]


def test_ask_first_opens_mails_and_copies_only_a_masked_draft(stage: Stage) -> None:
    stage.build().show()
    stage.open_card("employer", focus=True)
    stage.button("Ask first").click()

    mails = stage.card.get_by_role("link")
    expect(mails).to_have_text(["Your line manager", "Communications team (press@regulator.example)"])
    expect(mails.first).to_be_focused()
    hrefs = [mail.get_attribute("href") or "" for mail in mails.all()]
    assert all(href.startswith("mailto:") and "07400" not in href for href in hrefs), hrefs
    expect(stage.card).to_contain_text("Nothing has been sent.")

    stage.button("Copy the draft, masked").click()
    expect(stage.status).to_have_text("Copied, with held words left out. Nothing has been sent.")
    assert copied(stage.page) == TEXT.replace("07400 123456", "[left out]")
    stage.page.evaluate("() => { stages[0].refuse = true }")
    stage.button("Copy the draft, masked").click()
    expect(stage.status).to_have_text("Not all of the draft was checked, so it was not copied.")
    stage.button("Back").click()
    expect(stage.button("Ask first")).to_be_visible()
    assert stage.log == ["ask employer"]
