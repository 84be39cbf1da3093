"""A smoke run on the package that people get: connected by code, it holds and lets go, and no page reaches into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from tests.browser.companion import free_known_port, until
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.firefox_page import FirefoxPage
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.facebook import FACEBOOK_POST
from tests.browser.surfaces.linkedin import LINKEDIN_CLASSIC
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD, PHONE

pytestmark = pytest.mark.browser

# In Firefox, to see into the closed shadow root: the title of a dialog that is open, and what has the focus.
OPEN_DIALOG = """
const overlaysIn = (root) => [...root.querySelectorAll('*')].flatMap((node) => {
  if (node.localName === 'forepost-overlay') return [node.openOrClosedShadowRoot];
  return node.openOrClosedShadowRoot ? overlaysIn(node.openOrClosedShadowRoot) : [];
});
const dialogs = overlaysIn(document).map((root) => root?.querySelector('[role=alertdialog]'));
const open = dialogs.find((dialog) => dialog?.getClientRects().length > 0);
return open ? open.querySelector('h2').textContent : null;
"""
FOCUSED = """
let at = document.activeElement;
while (at?.openOrClosedShadowRoot?.activeElement) at = at.openOrClosedShadowRoot.activeElement;
return at?.getAttribute('aria-label') ?? (at?.labels?.[0] ?? at)?.textContent.trim() ?? '';
"""


@pytest.fixture(scope="module")
def releases(put: Callable[..., Forepost]) -> Callable[[str], Forepost]:
    """The zip in this browser; in Firefox as where there is no native host, and a person types the short code."""

    def make(browser: str) -> Forepost:
        if browser == "chromium":
            return put("forepost-extension-release.zip")
        forepost = put("forepost-extension-release.zip", browser=browser, connected=False, port=free_known_port())
        page = forepost.context.new_page()
        page.goto(forepost.own_address("popup/popup.html"))
        page.locator("#code").click()
        page.keyboard.type(forepost.companion.call("/v1/pairings", {"kind": "open"})["code"])
        page.keyboard.press("Enter")
        expect(page.get_by_role("radio", name="Personal")).to_be_visible(timeout=20_000)
        page.close()
        return forepost

    return cache(make)


@pytest.fixture
def open_release(releases: Callable[[str], Forepost], browser_name: str) -> Iterator[Open]:
    with releases(browser_name).opening() as open_surface:
        yield open_surface


def read_aloud(composer: Composer) -> list[dict[str, Any]]:
    """Everything on Chromium's page as assistive technology gets it, closed shadow roots included."""
    session = composer.page.context.new_cdp_session(composer.page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [node for node in nodes if not node["ignored"]]


def name_of(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))


def review_is_open(composer: Composer) -> bool:
    if isinstance(composer.page, FirefoxPage):
        return bool(composer.page.script(OPEN_DIALOG, sandbox="system") == "Before you post")
    heard = [(node["role"]["value"], name_of(node)) for node in read_aloud(composer)]
    return ("alertdialog", "Before you post") in heard


def focused(composer: Composer) -> str:
    """The name of what has the focus."""
    if isinstance(composer.page, FirefoxPage):
        return str(composer.page.script(FOCUSED, sandbox="system"))
    with_focus = [
        node
        for node in read_aloud(composer)
        if any(each["name"] == "focused" and each["value"]["value"] for each in node.get("properties", []))
    ]
    return name_of(with_focus[-1]) if with_focus else ""


def tab_to(composer: Composer, name: str) -> None:
    def reached() -> bool:
        composer.page.keyboard.press("Tab")
        return focused(composer) == name

    until(f"Tab reaches {name}", reached)


def test_the_package_holds_a_post_and_lets_it_go(open_release: Open) -> None:
    composer = open_release(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)

    composer.press_post()
    until("the review is open", lambda: review_is_open(composer))
    assert composer.submitted() == []

    tab_to(composer, "I mean to share this")
    composer.page.keyboard.press("Space")
    tab_to(composer, "Post anyway")
    composer.page.keyboard.press("Enter")
    assert composer.wait_submitted() == [HELD]

    composer.write(CLEAN).sent()
    composer.press_post()
    assert composer.wait_submitted(2)[1] == CLEAN


@pytest.mark.parametrize("surface", [X_HOME, LINKEDIN_CLASSIC, FACEBOOK_POST], ids=str)
def test_the_package_keeps_pages_out(surface: Surface, open_release: Open) -> None:
    composer = open_release(surface).write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    until("the review is open", lambda: review_is_open(composer))
    assert composer.submitted() == []

    hosts = "[...document.querySelectorAll('*')].filter((node) => node.localName === 'forepost-overlay')"
    if surface is not LINKEDIN_CLASSIC:  # there the overlay lies in the site's own shadow root
        assert composer.ask(f"{hosts}.length") >= 1
        assert composer.ask(f"{hosts}.every((node) => node.shadowRoot === null)") is True
    forged = "new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })"
    composer.ask(f"{hosts}.forEach((node) => {{ node.click(); node.dispatchEvent({forged}); }})")
    assert composer.submitted() == []
    assert review_is_open(composer)

    composer.page.keyboard.press("Escape")
    until("the review is closed", lambda: not review_is_open(composer))
    assert composer.model() == HELD
