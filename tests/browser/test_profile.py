"""A profile's fields are surfaces too: read as posts are, and a disclaimer in one counts for that account's posts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces import IDENTITIES, PROFILES, SURFACES, UNKNOWN_PROFILES, Surface
from tests.browser.surfaces.x import X_BIO, X_HOME
from tests.browser.test_specification import HELD, PHONE, let_go

pytestmark = pytest.mark.browser

OWN_VIEWS = "Kestrels and canals. Views are my own."
# Of the fallback, what differs from browser to browser hangs on the editor.
ONE_OF_EACH_EDITOR = {each.engine: each for each in PROFILES}.values()
WORK = "Honestly proud of what we put out today at SHR."


Known = Callable[[], dict[str, Any]]


@pytest.fixture
def surface() -> Surface:
    """X, where a test is not about all profiles."""
    return X_BIO


@pytest.fixture
def known(forepost: Forepost, surface: Surface) -> Iterator[Known]:
    """What is known of the account; nothing at first, and afterwards again."""
    companion = forepost.companion
    account = f"{surface.site}:{surface.account}"
    companion.call("/v1/settings/patch", {"accounts": {account: None}})
    yield lambda: dict(companion.call("/v1/settings/read", {})["accounts"].get(account, {}))
    companion.call("/v1/settings/patch", {"accounts": {account: None}})


def test_a_disclaimer_in_the_profile_counts_until_it_is_taken_out(known: Known, open_composer: Open) -> None:
    post = open_composer(X_HOME).write(WORK)
    post.chip_says("1 to look at")

    bio = open_composer(X_BIO, f"?bio={quote(OWN_VIEWS)}")
    bio.focus()
    until("the disclaimer is known", lambda: known().get("disclaimer"))
    assert (known()["mode"], known()["asked"]) == (None, False), "of the profile only the flag is kept"

    post = open_composer(X_HOME).write(WORK)
    post.checked()
    expect(post.overlay.get_by_role("group", name="Mode")).to_contain_text("New: you use me as")


@pytest.mark.parametrize("surface", PROFILES, ids=str)
def test_what_is_saved_is_held_as_a_post_is_and_a_disclaimer_taken_out_counts_no_more(
    surface: Surface, known: Known, open_composer: Open
) -> None:
    posting = {each.account for each in [*SURFACES, *IDENTITIES] if each.site == surface.site}
    assert surface.account in posting, "the one that posts"
    bio = open_composer(surface, f"?bio={quote(OWN_VIEWS)}")
    bio.focus()
    until("the disclaimer is known", lambda: known().get("disclaimer"))
    bio.page.keyboard.press("Control+a")
    bio.put(f"Kestrels. Ring {PHONE}.")
    draft = bio.sent()
    assert (draft["surface"], draft["account"]["id"]) == ("profile", surface.account)

    bio.press_post()
    bio.held()
    bio.review.get_by_role("checkbox").first.check()
    bio.answer("Post anyway")
    bio.wait_submitted()
    until("it counts no more", lambda: not known()["disclaimer"])


@pytest.mark.parametrize("surface", UNKNOWN_PROFILES, ids=str)
def test_a_profile_that_no_site_file_knows_is_read_and_held_as_a_post(surface: Surface, open_composer: Open) -> None:
    bio = open_composer(surface).write(HELD)
    draft = bio.sent()
    assert (draft["site"], draft["surface"], draft["account"]) == (surface.site, "post", None)

    bio.press_post()
    bio.held()
    let_go(bio)
    assert bio.wait_submitted() == [HELD]


@pytest.mark.parametrize(
    ("surface", "browser_name"),
    [*((each, "chromium") for each in PROFILES), *((each, "firefox") for each in ONE_OF_EACH_EDITOR)],
    ids=str,
)
def test_without_its_site_file_a_profile_is_read_held_and_let_go(surface: Surface, open_undescribed: Open) -> None:
    bio = open_undescribed(surface).write(HELD)
    assert bio.sent()["text"] == HELD

    bio.press_post()
    bio.held()
    let_go(bio)
    assert bio.wait_submitted() == [HELD]
