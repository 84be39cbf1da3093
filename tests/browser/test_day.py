"""A day with the tool, from the tray's menu to the report of a mistake: one person, one screen, all parts at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from companion.tray.icon import FILL
from tests.browser.clipboard import copied
from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.own_pages import open_page
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, PHONE, let_go
from tests.companion.tray.desk import Desk, missing
from tests.companion.tray.test_tray import MISTAKE, OFFICIAL_MODE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(missing()), reason=f"scripts/ensure-tray-hosts.sh would install {missing()}"),
]

SIGNED = "Jane Hendry, Communications Officer"
REPORT = f"The Scottish Housing Regulator's annual report is out. {SIGNED}"
SLIP = f"Ring our colleague on {PHONE} about it. {SIGNED}"
CARELESS = f"Our tenant Mrs Agnes Muir rang from {PHONE}. {SIGNED}"


@pytest.fixture
def here(put: Callable[..., Forepost], browser_name: str) -> Forepost:
    """A Forepost of its own: this day leaves traces everywhere."""
    return put("dev", browser=browser_name)


@pytest.fixture
def composer_of(here: Forepost) -> Iterator[Open]:
    with here.opening() as open_surface:
        yield open_surface


@pytest.fixture
def desk(here: Forepost, tmp_path: Path) -> Iterator[Desk]:
    """The screen with the tray of the same companion."""
    desk = Desk(tmp_path)
    try:
        desk.open()
        desk.host("xembed")
        desk.tray(here.companion.state)
        yield desk
    finally:
        desk.close()


def test_a_day_with_the_tool(here: Forepost, desk: Desk, composer_of: Open) -> None:
    """Write for oneself, become official in the tray, ask first, post, find it in the record, report a mistake."""
    composer, own = composer_of(X_HOME), here.context.new_page()
    composer.write(CLEAN).checked()

    desk.click("1", FILL["personal"])
    desk.choose(OFFICIAL_MODE)
    settle_the_points(own, until("the points are shown", desk.opened)[-1])
    open_page(own, here.companion, "record").get_by_role("button", name=re.compile("^Keep official posts")).click()
    expect(own.get_by_role("heading", name="No post yet")).to_be_visible()

    composer.page.bring_to_front()
    composer.focus()
    composer.page.keyboard.press("Control+a")
    composer.put(CARELESS)
    expect(composer.overlay).to_contain_text("New: you use me as")
    composer.overlay.get_by_role("button", name="Official", exact=True).click()
    composer.chip_says("2 to look at")
    composer.press_post()
    composer.held()
    expect(composer.review).to_contain_text("Official · me · Everyone can reply · 2 to look at")
    composer.answer("Ask someone first")
    mail = unquote(composer.review.get_by_role("link").first.get_attribute("href"))
    assert "Looks like a phone number" in mail
    assert "Muir" not in mail
    composer.answer("Copy the draft, masked")
    until("the masked draft is copied", lambda: "[left out]" in copied(composer.page))
    assert PHONE not in copied(composer.page)
    composer.answer("Keep editing")

    composer.page.keyboard.press("Control+a")
    composer.put(REPORT)
    composer.checked()
    composer.press_post()
    assert composer.wait_submitted() == [REPORT]

    composer.write(SLIP)
    composer.wait_underlined(PHONE)
    composer.press_post()
    expect(composer.review).to_be_visible()
    let_go(composer)
    assert composer.wait_submitted(2) == [REPORT, SLIP]
    expect(composer.overlay).to_contain_text("It is out.")

    find_in_the_record(own, here)

    opened = len(desk.opened())
    desk.click("1", FILL["official"])
    desk.choose(MISTAKE)
    report_the_mistake(own, until("the page is opened", lambda: desk.opened(opened))[-1])
    own.close()


def settle_the_points(own: Any, address: str) -> None:
    own.goto(address)
    expect(own.get_by_role("heading", level=1)).to_have_text("Before official posts")
    for point in own.get_by_role("checkbox").all():
        point.check()
    own.get_by_role("button", name="Save with today's date").click()
    expect(own.locator("main")).to_contain_text("All of it is settled.")


def find_in_the_record(own: Any, here: Forepost) -> None:
    """By a word of it, with the signal that told so, and the other post not beside it."""
    open_page(own, here.companion, "record").bring_to_front()
    own.get_by_label("Find words, an account or a site").fill("annual")
    own.get_by_role("button", name="Find", exact=True).click()
    entry = own.get_by_role("article")
    expect(entry).to_have_count(1)
    expect(entry).to_contain_text(REPORT)
    expect(entry).to_contain_text("Sent: the site said so.")


def report_the_mistake(own: Any, address: str) -> None:
    """From the note that was made of the post that went anyway; no word of the post is in the report."""
    own.goto(address)
    own.get_by_role("button", name=re.compile("^Fill in from this one")).first.click()
    own.get_by_label("What is wrong with it?").fill("A colleague's phone number")
    own.get_by_role("button", name=re.compile("^Done: ")).first.click()
    own.get_by_role("button", name="Show the report").last.click()
    report = own.get_by_label("The report", exact=True)
    expect(report).to_have_value(re.compile("Where: X\nAccount: me\nWhat is wrong: A colleague's phone number"))
    expect(report).to_have_value(re.compile("Forepost had pointed out:\n- Looks like a phone number"))
    expect(report).to_have_value(re.compile("Done so far:\n- "))
    expect(report).not_to_have_value(re.compile(PHONE))
