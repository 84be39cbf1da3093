"""Whose account, in which mode: asked once, remembered, and the wrong one is caught before it posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces import IDENTITIES, Surface
from tests.browser.surfaces.facebook import FACEBOOK_POST
from tests.browser.surfaces.linkedin import LINKEDIN_PAGE
from tests.browser.surfaces.x import X_HOME, X_REPLY
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

ME = "x:me"
PAGE = "linkedin:acme labs"


@pytest.fixture
def known(forepost: Forepost) -> Iterator[Forepost]:
    """Nothing is known of the account at first, and afterwards again."""
    forget(forepost)
    yield forepost
    forget(forepost)


def forget(forepost: Forepost) -> None:
    forepost.companion.call("/v1/settings/patch", {"accounts": {ME: None, PAGE: None}, "mode": "personal"})


def accounts(forepost: Forepost) -> dict[str, Any]:
    return dict(forepost.companion.call("/v1/settings/read", {})["accounts"])


def line(composer: Composer) -> Any:
    return composer.overlay.get_by_role("group", name="Mode")


def test_a_new_account_is_asked_about_once(known: Forepost, open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(CLEAN)
    composer.checked()
    expect(line(composer)).to_contain_text("New: you use me as")
    expect(composer.editor).to_be_focused()

    line(composer).get_by_role("button", name="Professional").click()

    until("the account is kept", lambda: accounts(known).get(ME, {}).get("mode") == "professional")
    expect(composer.chip).to_have_accessible_name("Forepost: Checked me · Everyone can reply, Professional")
    expect(line(composer)).to_be_hidden()
    again = open_composer(X_REPLY).write(CLEAN)
    expect(again.chip).to_have_accessible_name("Forepost: Checked me · Everyone can reply, Professional")
    expect(line(again)).to_be_hidden()


def test_waved_away_nothing_is_said_of_the_account_and_it_is_not_asked_again(
    known: Forepost, open_composer: Open
) -> None:
    composer = open_composer(X_HOME).write(CLEAN)
    line(composer).get_by_role("button", name="Do not ask about this account").click()

    until("the account is kept", lambda: ME in accounts(known))
    assert accounts(known)[ME].get("mode") is None
    assert not accounts(known)[ME]["official"]
    again = open_composer(X_REPLY).write(CLEAN)
    again.checked()
    expect(line(again)).to_be_hidden()


def test_an_official_account_in_personal_mode_is_caught(known: Forepost, open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(CLEAN)
    line(composer).get_by_role("button", name="Official").click()
    until("the account is official", lambda: accounts(known).get(ME, {}).get("official") is True)
    composer.notice_says("The policy has a few points to settle first.")
    until("it was checked as an official post", lambda: not composer.is_checking())

    composer.chip.focus()
    scrolled = composer.page.evaluate("() => scrollY")
    composer.page.keyboard.press("ArrowDown")
    line(composer).get_by_role("button", name="Personal").click()
    expect(composer.editor).to_be_focused()
    assert composer.page.evaluate("() => scrollY") == scrolled
    expect(composer.chip).to_have_accessible_name("Forepost: 1 to look at me · Everyone can reply, Personal")

    composer.press_post()
    composer.held()
    expect(composer.review.get_by_role("heading", name="Two voices in one post")).to_be_visible()


def test_who_writes_as_an_organisation_is_offered_official_first(known: Forepost, open_composer: Open) -> None:
    composer = open_composer(LINKEDIN_PAGE).write(CLEAN)
    first = line(composer).get_by_role("button").first
    expect(first).to_have_text("Official")
    first.click()

    until("the account is official", lambda: accounts(known).get(PAGE, {}).get("official") is True)
    expect(composer.chip).to_have_accessible_name(re.compile("Acme Labs · .*, Official"))


@pytest.mark.parametrize("surface", IDENTITIES, ids=str)
def test_who_writes_is_read_where_it_shows_at_times(surface: Surface, known: Forepost, open_composer: Open) -> None:
    composer = open_composer(surface).write(CLEAN)
    account = composer.sent()["account"]
    assert (account["id"], account["kind"]) == (surface.account, "organisation" if surface.organisation else "unknown")
    expect(line(composer)).to_contain_text(f"New: you use {account['name']} as")
    offered = line(composer).get_by_role("button").first
    expect(offered).to_have_text("Official" if surface.organisation else "Personal")


def test_where_the_page_shows_no_account_the_mode_is_of_this_text_only(known: Forepost, open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_POST).write(CLEAN)
    composer.checked()
    expect(line(composer)).to_be_hidden()

    composer.chip.focus()
    composer.page.keyboard.press("ArrowDown")
    line(composer).get_by_role("button", name="Professional").click()

    until("it is asked in this mode", lambda: composer.drafts()[-1]["mode"] == "professional")
    assert accounts(known).get(ME) is None
    assert known.companion.call("/v1/settings/read", {})["mode"] == "personal"


def test_a_mode_changed_elsewhere_is_seen_at_the_next_focus(known: Forepost, open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_POST).write(CLEAN)
    composer.checked()
    known.companion.call("/v1/settings/patch", {"mode": "professional"})

    def seen() -> bool:
        composer.ask("window.dispatchEvent(new Event('focus'))")
        return "Professional" in (composer.chip.get_attribute("aria-label") or "")

    until("the chip shows the mode", seen)


def test_in_official_mode_the_post_being_answered_is_read_for_a_request_and_not_kept(
    known: Forepost, open_composer: Open
) -> None:
    request = "Could you send me the minutes of your last board meeting?"
    known.companion.call("/v1/settings/patch", {"accounts": {ME: {"mode": "official", "official": True}}})
    composer = open_composer(X_REPLY)
    composer.page.locator('[role="dialog"] article [data-testid="tweetText"]').evaluate(
        "(post, words) => { post.textContent = words }", request
    )
    composer.write("Thanks, noted.")

    assert composer.sent()["reply_to"] == request
    expect(composer.chip).to_have_accessible_name("Forepost: Checked me · Everyone can reply, Official, 1 hint")
    composer.chip.click(position={"x": 60, "y": 14})
    expect(composer.card).to_contain_text("May be a request for information")
    kept = [file for file in known.companion.state.rglob("*") if file.is_file() and b"minutes" in file.read_bytes()]
    assert kept == []


def test_whoever_writes_when_it_goes_is_the_one_whose_post_was_looked_at(open_composer: Open) -> None:
    """The site changes the account while the review is open: what was answered was answered for another one."""
    composer = open_composer(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    avatar = composer.page.locator('[data-testid="UserAvatar-Container-me"]').first
    avatar.evaluate("(avatar) => { avatar.dataset.testid = 'UserAvatar-Container-SHR_Scotland' }")
    let_go(composer)

    expect(composer.review).to_contain_text("Personal · SHR_Scotland")
    composer.held()
    let_go(composer)
    assert composer.wait_submitted() == [HELD]
