"""A site nobody named: the person adds it from the toolbar button, it is protected, and they take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.popup import press_toolbar_button
from tests.browser.surfaces.mastodon import MASTODON_POST
from tests.browser.test_specification import CLEAN, HELD

pytestmark = pytest.mark.browser

HOST = "toot.example"
INSTANCE = replace(MASTODON_POST, name="mastodon-instance", url=f"https://{HOST}/home")
ADD, STOP = "Check what I write on this site", "Stop reading this site"


@pytest.fixture(params=["chromium", "firefox"])
def browser_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def own(put: Callable[..., Forepost], browser_name: str) -> Forepost:
    return put(browser=browser_name, would_allow=(f"https://{HOST}/*",))


@pytest.fixture
def open_own(own: Forepost) -> Iterator[Open]:
    with own.opening() as open_surface:
        yield open_surface


def sites(forepost: Forepost) -> dict[str, Any]:
    return dict(forepost.companion.call("/v1/settings/read", {})["sites"])


def test_any_mastodon_is_recognised_added_protected_and_given_back(own: Forepost, open_own: Open) -> None:
    composer = open_own(INSTANCE)
    popup = press_toolbar_button(own, composer.page)
    popup.says(f"{HOST} looks like Mastodon, and Forepost does not read it yet.")
    popup.get_by_role("button", name=ADD).click()
    popup.allow()
    until("the site is kept", lambda: sites(own).get(HOST, {}).get("enabled"))
    popup.close()

    composer.write(HELD)
    draft = composer.sent()
    assert (draft["site"], draft["account"]["id"], draft["audience"]) == ("mastodon", f"ann@{HOST}", "Public")
    composer.press_post()
    composer.held()
    composer.answer("Keep editing")

    composer.open()  # as after a restart: now the browser brings the script by itself
    composer.write(CLEAN).checked()

    popup = press_toolbar_button(own, composer.page)
    popup.get_by_role("button", name=STOP).click()
    popup.says(f"{HOST} looks like Mastodon, and Forepost does not read it yet.")
    popup.close()
    assert HOST not in sites(own)
    expect(composer.chip).to_have_count(0)
    asked = len(composer.drafts())
    composer.go_on(HELD)
    composer.press_post()
    composer.wait_submitted()
    assert len(composer.drafts()) == asked, "a site that was given back is not read, in an open page either"
