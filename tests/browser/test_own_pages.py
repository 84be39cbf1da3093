"""Forepost's own pages: practice, popup and welcome, and connecting with a short code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

from companion.server.messages import PageName
from tests.browser.companion import free_known_port
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost
from tests.browser.own_pages import open_page, refused_by_policy
from tests.browser.surfaces import Surface
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD, MENDED, PHONE

pytestmark = pytest.mark.browser

POPUP = "popup/popup.html"
WELCOME = "welcome/welcome.html"

PRACTICE_BOX = Surface("practice-box", "", "textarea.composer", "form .go")
PRACTICE_RICH = Surface("practice-rich", "", "div.composer", "div[data-box] .go")


class OwnPage:
    """A page of ours; whatever its console says that is an error is a fault of ours."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def close(self) -> None:
        self.page.close()
        assert self.errors == []


@pytest.fixture
def open_own(forepost: Forepost) -> Iterator[Callable[[str], Any]]:
    opened: list[OwnPage] = []

    def open_page(name: str) -> Any:
        own = OwnPage(forepost.context.new_page())
        opened.append(own)
        own.page.goto(forepost.own_address(name))
        return own.page

    yield open_page
    for own in opened:
        own.close()


def practice(forepost: Forepost) -> str:
    """The address of a link that opens the practice page, as the extension and the command line ask for it."""
    path = forepost.companion.call("/v1/pages", {"page": "practice"})["path"]
    return f"http://127.0.0.1:{forepost.companion.port}{path}"


@pytest.mark.parametrize("surface", [PRACTICE_BOX, PRACTICE_RICH], ids=str)
def test_on_the_practice_page_a_post_is_held_mended_and_posted(surface: Surface, forepost: Forepost) -> None:
    own = OwnPage(forepost.context.new_page())
    own.page.goto(practice(forepost))
    composer = Composer(own.page, surface, forepost.companion)
    composer.write(HELD)
    composer.wait_underlined(PHONE)
    posts = own.page.locator(".posts li")

    composer.press_post()
    expect(composer.review).to_be_visible()
    expect(posts).to_have_count(0)
    composer.answer("Remove it")
    composer.answer("Post")

    expect(posts).to_have_text([MENDED])
    own.close()


def test_the_practice_link_works_once(forepost: Forepost) -> None:
    page = forepost.context.new_page()
    address = practice(forepost)
    page.goto(address)
    expect(page.get_by_role("heading", name="Practice", exact=True)).to_be_visible()
    page.close()
    page = forepost.context.new_page()
    refused = refused_by_policy(page)
    page.goto(address)
    expect(page.get_by_role("heading", name="This link was used or is too old")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('section')).borderRadius") == "14px", "in our look"
    page.close()
    assert refused == []


def test_the_welcome_page_says_what_is_read_and_that_it_is_connected(open_own: Callable[[str], Any]) -> None:
    page = open_own(WELCOME)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text(re.compile("connected", re.I))


def test_whether_to_count_is_chosen_on_the_welcome_page(open_own: Callable[[str], Any], forepost: Forepost) -> None:
    forepost.companion.call("/v1/settings/import", {"file": None})  # as at the first run: nobody was asked yet
    page = open_own(WELCOME)
    page.get_by_role("button", name="Count for me").press("Enter")
    expect(page.get_by_text("Forepost counts for you.")).to_be_visible()
    expect(page.get_by_role("button", name="Do not count")).to_be_hidden()
    assert forepost.companion.call("/v1/settings/read", {})["measure"] is True
    forepost.companion.call("/v1/settings/patch", {"measure": False})


def test_the_mode_chosen_in_the_popup_is_the_one_on_the_chip(
    open_own: Callable[[str], Any], forepost: Forepost
) -> None:
    with forepost.opening() as open_surface:
        composer = open_surface(X_HOME).write(CLEAN)
        composer.checked()
        page = open_own(POPUP)
        page.get_by_role("radio", name=re.compile("Official")).check()
        expect(composer.chip).to_have_attribute("aria-label", re.compile("Official"))
        points = page.get_by_role("button", name="See the points")
        expect(points).to_be_visible()
        page.get_by_role("radio", name=re.compile("Personal")).check()
        expect(composer.chip).to_have_attribute("aria-label", re.compile("Personal"))
        expect(points).to_be_hidden()


def test_from_the_popup_every_page_is_one_jump_away(open_own: Callable[[str], Any], forepost: Forepost) -> None:
    """By its button where it has one, and by the message every button sends: background, link, session, page."""
    page = open_own(POPUP)
    with forepost.context.expect_page() as opened:
        page.get_by_role("button", name=re.compile("Practi[cs]e")).click()
    expect(opened.value.get_by_role("heading", name="Practice", exact=True)).to_be_visible()
    opened.value.close()
    page = open_own(POPUP)  # the first one closed itself behind its button
    for name in get_args(PageName):
        with forepost.context.expect_page() as opened:
            page.evaluate("page => { void chrome.runtime.sendMessage({ kind: 'open-page', page }) }", name)
        expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
        assert re.fullmatch(rf"http://127\.0\.0\.1:\d+/ui/[\w-]{{32}}/{name}", opened.value.url)
        expect(opened.value.locator("header [aria-current=page]")).to_have_attribute("href", name)
        if name == "mistake":  # no form of ours is a post: it must not be held by what stands in it
            opened.value.get_by_label("What is right?").press_sequentially(f"Ring {PHONE}")
            opened.value.get_by_role("button", name="Write the correction").click()
            expect(opened.value.get_by_text("Choose a site above first")).to_be_visible()
            expect(opened.value.locator("forepost-overlay")).to_have_count(0)
        opened.value.close()


def test_every_page_is_shown_takes_a_form_and_takes_it_back(forepost: Forepost) -> None:
    page = forepost.context.new_page()
    for name in get_args(PageName):
        open_page(page, forepost.companion, name)
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    open_page(page, forepost.companion, "settings")
    page.locator("input[name=mode][value=professional]").click()
    page.locator("form:has(input[value=professional]) button").click()
    expect(page.locator("[role=status]")).to_contain_text("Saved.")
    assert forepost.companion.call("/v1/settings/read", {})["mode"] == "professional"
    page.locator("[role=status] button").click()
    expect(page.locator("[role=status]")).to_contain_text("As it was before.")
    assert forepost.companion.call("/v1/settings/read", {})["mode"] == "personal"
    page.close()


def test_a_short_code_connects_a_browser_without_a_native_host(put: Callable[..., Forepost], browser_name: str) -> None:
    forepost = put(connected=False, port=free_known_port(), browser=browser_name)
    with forepost.opening() as open_surface:
        composer = open_surface(X_HOME).write(HELD)
        composer.chip_says("Not connected")

        own = OwnPage(forepost.context.new_page())
        own.page.goto(forepost.own_address(POPUP))
        code = forepost.companion.call("/v1/pairings", {"kind": "open"})["code"]
        own.page.get_by_role("textbox").fill(code.lower().replace("-", " "))
        own.page.get_by_role("textbox").press("Enter")
        expect(own.page.get_by_role("radio", name=re.compile("Personal"))).to_be_visible(timeout=20_000)
        own.page.close()

        composer.wait_underlined(PHONE, limit=10)
        assert composer.model() == HELD
