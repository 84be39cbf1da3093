"""Every page of the companion: what axe finds, by keyboard alone, at 200 %, and with JavaScript off."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.access import LOOK, all_is_reached_by_tab, axe_finds_nothing
from tests.browser.clipboard import copied
from tests.browser.companion import ROOT, Companion
from tests.browser.expecting import expect
from tests.browser.own_pages import NAMES, open_page, put_on

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_all_is_reached_by_tab_and_at_200_percent_nothing_runs_out_of_the_side(
    plain_page: Any, companion: Companion, name: str, browser_name: str
) -> None:
    page = open_page(plain_page, companion, name)
    for more in page.locator("details").all():
        more.evaluate("one => one.setAttribute('open', '')")
    put_on(page, {"light": "light", "dark": "dark-200"}[LOOK[browser_name]])  # each scheme and each width once
    axe_finds_nothing(page, passes=15)
    put_on(page, "dark-200")
    room = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert room[0] <= room[1]

    all_is_reached_by_tab(page)


def test_through_the_settings_by_keyboard_alone(plain_page: Any, companion: Companion) -> None:
    """From the first Tab to a rule that is off, to the way back, and on to another page."""
    page = open_page(plain_page, companion, "settings")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the content")).to_be_focused()
    for name in ("Practice", "Guide", "By mistake", "Settings"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("navigation", name="Pages").get_by_role("link", name=name)).to_be_focused()

    reach(page, page.get_by_role("navigation", name="On this page").get_by_role("link", name="Rules"))
    page.keyboard.press("Enter")
    reach(page, page.locator("#rules-conduct > summary"))
    page.keyboard.press("Enter")
    official = page.locator("[id='conduct.heat:official']")
    reach(page, official)
    page.keyboard.press("End")
    expect(official).to_have_value("off")
    reach(page, page.get_by_role("button", name="Save Tone and fairness"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile("Tone and fairness: saved."))
    expect(page.locator("#rules-conduct")).to_have_attribute("open", "")
    expect(official).to_have_value("off")
    reach(page, page.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("As it was before.")
    expect(official).to_have_value("")

    reach(page, page.locator("header summary"), key="Shift+Tab")
    page.keyboard.press("Enter")
    about = page.get_by_role("link", name="About Forepost")
    reach(page, about)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="About Forepost", level=1)).to_be_visible()


def reach(page: Any, wanted: Any, key: str = "Tab") -> None:
    """Press the key until this has the focus, and see that it can be seen."""
    for _ in range(400):
        if wanted.evaluate("one => one === document.activeElement"):
            expect(wanted).to_be_in_viewport()
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never came to {wanted}")


def test_without_javascript_a_mistake_is_reported_and_corrected(script_free: Any, companion: Companion) -> None:
    page = open_page(script_free, companion, "mistake")
    page.get_by_label("Which account?").fill("@jane_hendry")
    page.get_by_label("Where?").select_option("X")
    page.get_by_role("button", name="Done: Tell your line manager", exact=True).click()
    expect(page.get_by_text("Done, ")).to_be_visible()
    expect(page.get_by_label("Which account?")).to_have_value("@jane_hendry")
    page.get_by_label("What is right?").fill("The office opens at nine on Monday.")
    page.get_by_role("button", name="Write the correction").click()
    expect(page.get_by_role("status")).to_contain_text("of 280 characters: it fits.")
    expect(page.get_by_role("button", name="Copy the report")).to_have_count(0)  # by a script alone, and none is run
    with page.expect_download() as mail:
        page.get_by_role("button", name="Save as a mail (.eml)").click()
    assert mail.value.suggested_filename == "posted-by-mistake.eml"
    assert "?" not in page.url


def test_enter_in_a_field_of_the_report_shows_it_and_ticks_no_step(script_free: Any, companion: Companion) -> None:
    page = open_page(script_free, companion, "mistake")
    done = page.get_by_text("Done, ").count()
    for label, typed in (("When did it go out?", "ten past nine"), ("Which account?", "@me"), ("What is wrong", "no")):
        page.get_by_label(label).fill(typed)
        with page.expect_navigation():
            page.get_by_label(label).press("Enter")
        expect(page.get_by_label("The report", exact=True)).to_have_value(re.compile(f": {typed}\n"))
    expect(page.get_by_label("The report", exact=True)).to_be_in_viewport()
    expect(page.get_by_text("Done, ")).to_have_count(done)


def test_without_javascript_choices_are_saved_asked_about_and_taken_back(
    script_free: Any, companion: Companion, tmp_path: Path
) -> None:
    page = open_page(script_free, companion, "settings")
    page.get_by_role("radio", name="Professional").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("As it was before.")
    expect(page.get_by_role("radio", name="Personal")).to_be_checked()

    mine = tmp_path / "mine.json"
    mine.write_text('{"forepost_settings": 1, "record": true}', encoding="utf-8")
    page.get_by_label("Take over such a file").set_input_files(mine)
    page.get_by_role("button", name="Take it over").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This file was not taken over")
    page.get_by_role("link", name="Back to the settings").click()

    pack = "A policy pack from your organisation"
    broken = tmp_path / "ours.yaml"
    broken.write_text("id: ours\nversion: '1'\ntitle: Ours\nruels: []\n", encoding="utf-8")
    page.get_by_label(pack).set_input_files(broken)
    page.get_by_role("button", name="Look at this file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This file cannot be used yet")
    expect(page.get_by_role("main")).to_contain_text(re.compile("line 4, column 1.*ruels"))
    page.get_by_role("link", name="Back to the settings").click()

    page.get_by_label(pack).set_input_files(ROOT / "docs" / "examples" / "council.yaml")
    page.get_by_role("button", name="Look at this file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check by “Posting with care” from now on?")
    page.get_by_role("link", name="Leave it").click()
    expect(page.get_by_label(pack)).to_be_in_viewport()
    assert "?" not in page.url


def test_without_javascript_the_record_is_searched_and_a_post_taken_out(script_free: Any, companion: Companion) -> None:
    page = open_page(script_free, companion, "record")
    expect(page.get_by_role("heading", name="3 posts")).to_be_visible()
    page.get_by_label("Find words, an account or a site").fill("andrew")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("article")).to_have_count(1)
    assert "andrew" not in page.url
    page.get_by_role("button", name="Take out: Our office").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Take this post out of your record?")
    page.get_by_role("button", name="Take it out").click()
    expect(page.get_by_role("status")).to_have_text("It is out of your record.")
    with page.expect_download() as file:
        page.get_by_role("link", name="Download as CSV").click()
    assert file.value.suggested_filename == "forepost-record.csv"


def test_the_report_can_be_copied(plain_page: Any, companion: Companion) -> None:
    page = open_page(plain_page, companion, "mistake")
    page.get_by_label("Which account?").fill("@jane_hendry")
    page.get_by_role("button", name="Show the report").click()
    page.get_by_role("button", name="Copy the report").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert "Account: @jane_hendry" in copied(page)
