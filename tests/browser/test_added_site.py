"""A site nobody named: the person adds it from the toolbar button, it is protected, and they take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.popup import press_toolbar_button
from tests.browser.surfaces import Surface
from tests.browser.surfaces.mastodon import MASTODON_POST
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.test_specification import CLEAN, HELD

pytestmark = pytest.mark.browser

TOOT, PLAIN = "toot.example", "plain.example"
INSTANCE = replace(MASTODON_POST, name="mastodon-instance", url=f"https://{TOOT}/home")
ADD, STOP = "Check what I write on this site", "Stop reading this site"


@dataclass(frozen=True)
class Case:
    """A site to add. `told`: what the popup says of it; `seen`: site, account and audience of a draft there."""

    surface: Surface
    host: str
    told: str
    seen: tuple[str, str | None, str | None]


MASTODON = Case(
    INSTANCE,
    TOOT,
    f"{TOOT} looks like Mastodon, and Forepost does not read it yet.",
    ("mastodon", f"ann@{TOOT}", "Public"),
)
ANY_OTHER = Case(PLAIN_FORM, PLAIN, f"Forepost does not read {PLAIN}.", (PLAIN, None, None))


@pytest.fixture(scope="module")
def own_in(put: Callable[..., Forepost]) -> Callable[[str], Forepost]:
    """One of each browser, in which neither site is read at first."""
    return cache(lambda browser: put(browser=browser, would_allow=(f"https://{TOOT}/*", f"https://{PLAIN}/*")))


@pytest.fixture
def own(own_in: Callable[[str], Forepost], browser_name: str) -> Forepost:
    return own_in(browser_name)


@pytest.fixture
def open_own(own: Forepost) -> Iterator[Open]:
    with own.opening() as open_surface:
        yield open_surface


def sites(forepost: Forepost) -> dict[str, Any]:
    return dict(forepost.companion.call("/v1/settings/read", {})["sites"])


def seen(draft: dict[str, Any]) -> tuple[str, str | None, str | None]:
    return draft["site"], (draft.get("account") or {}).get("id"), draft.get("audience")


@pytest.mark.parametrize("case", [MASTODON, ANY_OTHER], ids=["mastodon", "any-other"])
def test_a_site_is_recognised_added_protected_and_given_back(case: Case, own: Forepost, open_own: Open) -> None:
    composer = open_own(case.surface)
    expect(composer.chip).to_have_count(0)
    popup = press_toolbar_button(own, composer.page)
    popup.says(case.told)
    popup.get_by_role("button", name=ADD).click()
    popup.allow()
    until("the site is kept", lambda: sites(own).get(case.host, {}).get("enabled"))
    popup.close()

    composer.write(HELD)
    assert seen(composer.sent()) == case.seen
    composer.press_post()
    composer.held()
    composer.answer("Keep editing")

    composer.open()  # as after a restart: now the browser brings the script by itself
    composer.write(CLEAN).checked()

    popup = press_toolbar_button(own, composer.page)
    popup.get_by_role("button", name=STOP).click()
    popup.says(case.told)
    popup.close()
    assert case.host not in sites(own)
    expect(composer.chip).to_have_count(0)
    asked = len(composer.drafts())
    composer.go_on(HELD)
    composer.press_post()
    composer.wait_submitted()
    assert len(composer.drafts()) == asked, "a site that was given back is not read, in an open page either"
