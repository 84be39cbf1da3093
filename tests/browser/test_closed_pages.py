"""What a person meets where a page of the companion is no more: readable, in our look, with the way to a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.access import axe_finds_nothing
from tests.browser.companion import Companion
from tests.browser.expecting import expect
from tests.browser.own_pages import open_page, put_on, refused_by_policy

pytestmark = pytest.mark.browser


def used_link(page: Any, companion: Companion) -> None:
    link = f"http://127.0.0.1:{companion.port}{companion.call('/v1/pages', {'page': 'guide'})['path']}"
    page.goto(link)
    page.goto(link)


def tab_after_a_restart(page: Any, companion: Companion) -> None:
    open_page(page, companion, "guide")
    again(companion)
    page.get_by_role("link", name="Settings").first.click()


def reload_after_a_restart(page: Any, companion: Companion) -> None:
    open_page(page, companion, "guide")
    again(companion)
    page.reload()


def form_after_a_restart(page: Any, companion: Companion) -> None:
    open_page(page, companion, "settings")
    again(companion)
    page.get_by_role("button", name="Pause for an hour").click()


def counts_deleted_in_two_tabs(page: Any, companion: Companion) -> None:
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
    plain_page: Any, companion: Companion, way: Callable[[Any, Companion], None], heading: str
) -> None:
    page = plain_page
    refused = refused_by_policy(page)
    way(page, companion)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for look in ("light", "dark-200"):
        put_on(page, look)
        axe_finds_nothing(page)
    room = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert room[0] <= room[1]
    page.goto("about:blank")
    assert refused == [], "what is laid on it is allowed by its own policy"
