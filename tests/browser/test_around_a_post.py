"""What surrounds a post: answers of a card, counts, the note for a report, asking first, the gut check, the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pytest

from tests.browser.companion import Companion, until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

Choose = Callable[..., Companion]


@pytest.fixture
def choose(forepost: Forepost) -> Iterator[Choose]:
    """Change settings of the companion, before a page is opened. Afterwards all is as it was."""
    companion = forepost.companion
    before = {"mode": "personal", "measure": False, "record": False, "gut_check": 0}

    def change(**settings: Any) -> Companion:
        companion.call("/v1/settings/patch", settings)
        return companion

    yield change
    companion.call("/v1/settings/patch", before)


def told(companion: Companion, path: str, since: int) -> list[dict[str, Any]]:
    """What arrived at this endpoint since then."""
    return [json.loads(each.body) for each in companion.requests()[since:] if each.path == path]


def test_an_answer_is_taken_back_and_a_post_that_went_anyway_is_noted_and_counted(
    choose: Choose, open_composer: Open
) -> None:
    companion = choose(measure=True)
    since = len(companion.requests())
    composer = open_composer(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    composer.open_card(PHONE)
    composer.card.get_by_role("button", name="Not useful").click()
    expect(composer.card).to_contain_text("Not mentioned again. Settings has the list.")
    composer.wait_underlined()
    composer.card.get_by_role("button", name="Undo").click()
    composer.wait_underlined(PHONE)

    composer.press_post()
    composer.held()
    let_go(composer)
    composer.wait_submitted()

    note = until("the post is noted", lambda: told(companion, "/v1/incidents/note", since))[0]
    assert (note["rules"], note["verdict"], note["posted_anyway"]) == (["personal.phone"], "hold", True)
    assert (note["site"], note["account"]["id"]) == ("x", "me")
    counts = until("it is counted", lambda: told(companion, "/v1/outcomes", since))
    assert [sorted((one["outcome"], one["count"]) for one in batch["outcomes"]) for batch in counts] == [
        [("posted_anyway", 1), ("shown", 1)]
    ], "in one message, and what was taken back is not counted"
    assert PHONE not in json.dumps([note, counts])


def test_asking_first_puts_no_word_of_the_draft_in_a_mail(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    composer.answer("Ask someone first")

    mail = composer.review.get_by_role("link").first
    expect(mail).to_be_focused()
    href = unquote(mail.get_attribute("href"))
    assert href.startswith("mailto:")
    assert "Looks like a phone number" in href, href
    assert [word for word in ("07400", "123456", "visit") if word in href] == [], "no word of the draft"


def test_a_post_can_be_taken_back_goes_once_and_is_kept_as_what_was_seen(choose: Choose, open_composer: Open) -> None:
    companion = choose(gut_check=3, mode="official", record=True)
    since = len(companion.requests())
    composer = open_composer(X_HOME).write(CLEAN)
    composer.chip_says("1 to look at")
    composer.press_post()
    back = composer.overlay.get_by_role("button", name="Take it back")
    expect(back).to_be_focused()
    composer.page.keyboard.press("Escape")
    expect(back).to_be_hidden()
    expect(composer.editor).to_be_focused()
    assert (composer.submitted(), composer.model()) == ([], CLEAN)

    composer.press_post()
    back.click()
    expect(back).to_be_hidden()
    expect(composer.editor).to_be_focused()
    assert (composer.submitted(), composer.model()) == ([], CLEAN)

    composer.press_post("key")
    expect(back).to_be_visible()
    composer.press_post()
    assert composer.wait_submitted() == [CLEAN], "once, though Post was pressed twice"
    kept = until("it is kept", lambda: told(companion, "/v1/records/add", since))[0]
    assert (kept["text"], kept["left"], kept["signal"]) == (CLEAN, "sent", "site-said-so")
    assert kept["link"].endswith("/me/status/1861000000000000001"), "as the site's own notice has it"
    assert composer.submitted() == [CLEAN]

    deaf = open_composer(X_HOME, "?strict").write(CLEAN)
    deaf.chip_says("1 to look at")
    deaf.press_post()
    deaf.overlay.get_by_role("button", name="Post now").click()
    expect(deaf.overlay.locator(".bubble")).to_contain_text("Checked. Press Post again.")
    deaf.press_post()
    assert deaf.wait_submitted() == [CLEAN], "the person's own press is not counted down again"
    last = until("it is kept", lambda: told(companion, "/v1/records/add", since)[1:])[0]
    assert (last["left"], last["signal"]) == ("sent", "site-said-so")


def test_after_the_countdown_it_still_says_that_nothing_was_checked(choose: Choose, open_composer: Open) -> None:
    """The countdown takes the place of the notice: without one afterwards, the post went out as if all were well."""
    companion = choose(gut_check=1)
    composer = open_composer(X_HOME)
    with companion.in_trouble(body="<html>"):
        composer.write(HELD).sent()
        composer.chip_says("Not checked")
        composer.press_post()
        assert composer.wait_submitted() == [HELD]
        composer.notice_says("This went out without a check")

    with companion.in_trouble(seconds=4):
        composer.write(HELD).sent()
        composer.press_post()
        assert composer.wait_submitted(2) == [HELD, HELD]
        composer.notice_says("This went out without a check")

    deaf = open_composer(X_HOME, "?strict")
    with companion.in_trouble(body="<html>"):
        deaf.write(HELD).sent()
        deaf.chip_says("Not checked")
        deaf.press_post()
        deaf.notice_says("Not checked. Press Post again")
        deaf.press_post()
        assert deaf.wait_submitted() == [HELD]


def test_what_is_found_while_the_seconds_run_is_shown_before_it_goes(choose: Choose, open_composer: Open) -> None:
    companion = choose(gut_check=5)
    composer = open_composer(X_HOME)
    with companion.in_trouble(seconds=2.5):  # longer than a press waits, shorter than the countdown
        composer.write(HELD).sent()
        composer.press_post()
        expect(composer.overlay.get_by_role("button", name="Take it back")).to_be_visible()
        composer.held()
    assert composer.submitted() == []


def test_a_post_nobody_saw_leave_is_asked_about_once(choose: Choose, open_composer: Open) -> None:
    companion = choose(gut_check=1, mode="official", record=True)
    since = len(companion.requests())
    composer = open_composer(X_HOME, "?strict").write(CLEAN)
    composer.chip_says("1 to look at")
    composer.press_post()
    composer.overlay.get_by_role("button", name="No", exact=True).click()

    settled = until("it is settled", lambda: told(companion, "/v1/records/settle", since)[1:])
    assert [each["sent"] for each in settled] == [False]
    asked = told(companion, "/v1/records/settle", since)[0]
    assert asked["sent"] is None, "the page of the record need not ask again"
    (kept,) = told(companion, "/v1/records/add", since)
    assert (kept["left"], kept["signal"]) == ("unsure", "none")
    assert (composer.submitted(), composer.model()) == ([], CLEAN)
    expect(composer.overlay.get_by_role("button", name="No", exact=True)).to_be_hidden()
