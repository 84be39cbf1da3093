"""The bio is a surface too: it is read as a post is, and a disclaimer in it counts for the posts of that account."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces.x import X_BIO, X_HOME
from tests.browser.test_specification import PHONE

pytestmark = pytest.mark.browser

ME = "x:me"
OWN_VIEWS = "Kestrels and canals. Views are my own."
WORK = "Honestly proud of what we put out today at SHR."


@pytest.fixture(params=["chromium", "firefox"])
def browser_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def known(shared: Callable[[str, str], Forepost], browser_name: str) -> Iterator[Callable[[], dict[str, Any]]]:
    """What is known of the account; nothing at first, and afterwards again."""
    companion = shared("dev", browser_name).companion
    companion.call("/v1/settings/patch", {"accounts": {ME: None}})
    yield lambda: dict(companion.call("/v1/settings/read", {})["accounts"].get(ME, {}))
    companion.call("/v1/settings/patch", {"accounts": {ME: None}})


def test_a_disclaimer_in_the_profile_counts_until_it_is_taken_out(
    known: Callable[[], dict[str, Any]], open_composer: Open
) -> None:
    post = open_composer(X_HOME).write(WORK)
    post.chip_says("1 to look at")

    bio = open_composer(X_BIO, f"?bio={quote(OWN_VIEWS)}")
    bio.focus()
    until("the disclaimer is known", lambda: known().get("disclaimer"))
    assert (known()["mode"], known()["asked"]) == (None, False), "of the profile only the flag is kept"

    post = open_composer(X_HOME).write(WORK)
    post.checked()
    expect(post.overlay.get_by_role("group", name="Mode")).to_contain_text("New: you use me as")

    bio = open_composer(X_BIO, f"?bio={quote(OWN_VIEWS)}")
    bio.focus()
    bio.page.keyboard.press("Control+a")
    bio.go_on(f"Kestrels. Ring {PHONE}.")
    assert bio.sent()["surface"] == "profile"
    bio.press_post()
    bio.held()
    bio.review.get_by_role("checkbox").first.check()
    bio.answer("Post anyway")
    bio.wait_submitted()
    until("it counts no more", lambda: not known()["disclaimer"])
