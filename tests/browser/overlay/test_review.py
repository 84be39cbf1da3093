"""The review: what is held is fixed in one press, or posted on purpose."""

from __future__ import annotations

import pytest

from tests.browser.clipboard import copied
from tests.browser.expecting import expect
from tests.browser.overlay.stage import TEXT, Stage

pytestmark = pytest.mark.browser


def test_review_is_left_with_escape(stage: Stage) -> None:
    stage.build().show().hold()
    assert stage.focused() == "Remove it"
    stage.page.keyboard.press("Escape")
    expect(stage.review).to_be_hidden()
    assert stage.decision == "edit"
    assert stage.focused() == "[composer]"
    assert stage.text() == TEXT


def test_keep_editing(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Keep editing").click()
    assert stage.decision == "edit"


def test_post_anyway_waits_for_the_tick(stage: Stage) -> None:
    stage.build().show().hold()
    anyway = stage.button("Post anyway")
    expect(anyway).to_be_disabled()
    anyway.click(force=True)
    assert stage.decision is None
    expect(stage.review.get_by_role("status")).to_have_text("Tick what you mean to share, or fix it.")
    stage.review.get_by_role("checkbox", name="I mean to share this").check()
    expect(anyway).to_be_enabled()
    anyway.click()
    assert stage.decision == "post-anyway"
    assert stage.text() == TEXT


def test_only_held_items_want_a_tick(stage: Stage) -> None:
    stage.build().show().hold()
    expect(stage.review.get_by_role("listitem")).to_have_count(2)  # the hold and the warning, not the hint
    expect(stage.review.get_by_role("checkbox")).to_have_count(1)


def test_fixing_all_turns_the_button_into_post(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.keyboard.press("Enter")
    post = stage.button("Post")
    expect(post).to_be_enabled()
    expect(post).to_be_focused()
    expect(stage.review.get_by_role("heading", name="Fixed: Looks like a mobile number")).to_be_visible()
    stage.page.keyboard.press("Enter")
    assert stage.decision == "post"


def test_post_looks_ready_only_when_a_press_of_it_counts(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => { stages[0].slow = new Promise((done) => { window.written = done }) }")
    stage.button("Remove it").click()
    expect(stage.editor).not_to_contain_text("07400")
    stage.show()
    expect(stage.button("Post anyway")).to_be_disabled()
    expect(stage.review.get_by_role("heading", name="Looks like a mobile number")).to_be_visible()

    stage.page.evaluate("() => written()")
    expect(stage.button("Post")).to_be_focused()
    stage.button("Post").click()
    assert stage.decision == "post"


def test_fixed_item_stays_with_put_back(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Remove it").click()
    stage.button("Put back").click()
    expect(stage.button("Remove it")).to_be_focused()
    expect(stage.button("Post anyway")).to_be_disabled()
    assert stage.text() == TEXT


def test_tick_survives_a_new_review(stage: Stage) -> None:
    stage.build().show().hold()
    stage.review.get_by_role("checkbox").check()
    stage.show("{kind: 'checking'}").show()
    expect(stage.review.get_by_role("checkbox")).to_be_checked()


def test_while_checking_post_waits_and_a_lost_companion_leaves_post_anyway(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Remove it").click()
    expect(stage.button("Post")).to_be_enabled()
    stage.show("{kind: 'checking'}")
    expect(stage.button("Post")).to_be_disabled()
    stage.show("{kind: 'off', fault: 'not-running'}")
    expect(stage.button("Post anyway")).to_be_enabled()


def test_refused_fix_offers_a_copy(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => { stages[0].refuse = true }")
    stage.button("Use our enquiry line").click()
    stage.button("Copy the suggestion").click()
    expect(stage.review.get_by_role("status")).to_have_text("Copied. Paste it where you want it.")
    assert copied(stage.page) == "our enquiry line"
    assert stage.text() == TEXT


def test_refused_removal_says_how_to_do_it(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => { stages[0].refuse = true }")
    stage.button("Remove it").click()
    expect(stage.review.get_by_text("Please take these words out in the text yourself.")).to_be_visible()
    expect(stage.button("Post anyway")).to_be_disabled()


def test_four_emphases_same_words_and_places(stage: Stage) -> None:
    stage.build().show()
    seen = {}
    for _ in range(4):
        stage.hold()
        seen[stage.review.get_attribute("data-variant")] = stage.probe("buttons")
        stage.page.keyboard.press("Escape")
    assert {"0", "1", "2", "3"} == set(seen)
    assert len({str(buttons) for buttons in seen.values()}) == 1, "words and places of buttons never change"


def test_a_review_right_after_another_stays_open(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => { stages[0].overlay.review().then(() => stages[0].log.push('second')) }")
    stage.page.evaluate("() => new Promise((next) => requestAnimationFrame(() => setTimeout(next)))")
    assert stage.decision == "edit", "the first is answered"
    expect(stage.review).to_be_visible()
    assert "second" not in stage.log


def test_ask_somebody_first_about_all_that_is_open(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Ask someone first").click()
    expect(stage.review.get_by_role("link", name="Your line manager")).to_be_focused()
    assert stage.log == ["ask phone,employer"]
    stage.button("Copy the draft, masked").click()
    said = "Copied, with held words left out. Nothing has been sent."
    expect(stage.review.get_by_role("status")).to_have_text(said)
    assert "07400" not in copied(stage.page)
    stage.button("Back").click()
    expect(stage.button("Ask someone first")).to_be_focused()
    expect(stage.review.get_by_role("link")).to_have_count(0)
    assert stage.decision is None
