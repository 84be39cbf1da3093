"""What a person meets where a page of the companion is no more: readable, in our look, with the way to a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from companion.store.paths import places
from tests.browser.access import axe_finds_nothing
from tests.browser.companion import Companion
from tests.browser.own_pages import open_page, plain_browser, put_on, weeks_ago

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with plain_browser(playwright) as started:
        yield started


@pytest.fixture
def companion(tmp_path: Path) -> Iterator[Companion]:
    running = Companion(tmp_path / "state", tmp_path / "probe")
    weeks_ago(places(running.state))
    running.start()
    running.warm()
    yield running
    running.stop()


def used_link(page: Page, companion: Companion) -> None:
    link = f"http://127.0.0.1:{companion.port}{companion.call('/v1/pages', {'page': 'guide'})['path']}"
    page.goto(link)
    page.goto(link)


def tab_after_a_restart(page: Page, companion: Companion) -> None:
    open_page(page, companion, "guide")
    again(companion)
    page.get_by_role("link", name="Settings").first.click()


def reload_after_a_restart(page: Page, companion: Companion) -> None:
    open_page(page, companion, "guide")
    again(companion)
    page.reload()


def form_after_a_restart(page: Page, companion: Companion) -> None:
    open_page(page, companion, "settings")
    again(companion)
    page.get_by_role("button", name="Pause for an hour").click()


def counts_deleted_in_two_tabs(page: Page, companion: Companion) -> None:
    """The button in the second is about a file that is gone."""
    open_page(page, companion, "what-forepost-knows")
    other = page.context.new_page()
    other.goto(page.url)
    for tab in (page, other):
        tab.get_by_role("button", name="Delete counts.sqlite3").click()
    other.get_by_role("button", name="Delete it").click()
    expect(other.get_by_text("Deleted: counts.sqlite3.")).to_be_visible()
    page.get_by_role("button", name="Delete it").click()


def again(companion: Companion) -> None:
    companion.stop()
    companion.start()


@pytest.mark.parametrize(
    ("way", "heading"),
    [
        (used_link, "This link was used or is too old"),
        (tab_after_a_restart, "This page has closed"),
        (reload_after_a_restart, "This page has closed"),
        (form_after_a_restart, "This page has closed"),
        (counts_deleted_in_two_tabs, "That is not here any more"),
    ],
)
def test_it_says_so_in_our_look(
    browser: Browser, companion: Companion, way: Callable[[Page, Companion], None], heading: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    way(page, companion)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for look in ("light", "dark-200"):
        put_on(page, look)
        axe_finds_nothing(page)
    room = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert room[0] <= room[1]
    assert refused == [], "what is laid on it is allowed by its own policy"
    context.close()
