"""The replicas themselves, without Forepost: each editor writes, posts and re-renders as its real site's does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.browsers import in_chromium_alone
from tests.browser.companion import Companion, until
from tests.browser.composer import Composer, Press
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import (
    ENGINES,
    IDENTITIES,
    KEYS,
    MESSAGES,
    OTHER_ENDS,
    PROFILES,
    SURFACES,
    UNKNOWN_PROFILES,
    Surface,
)
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT, FACEBOOK_POST
from tests.browser.surfaces.linkedin import LINKEDIN_SDUI
from tests.browser.surfaces.x import X_HOME, X_REPLY

pytestmark = [
    pytest.mark.browser,
    in_chromium_alone,
]  # what they are in Firefox, every test of Forepost there shows; a whole run has its time

ALL = [*SURFACES, *MESSAGES, *PROFILES, *UNKNOWN_PROFILES, *IDENTITIES, *OTHER_ENDS]
# What every surface writes and posts, the specification shows with Forepost there: here is one of each site and editor.
ONE_EACH = {
    (urlsplit(each.url).hostname, each.engine, each.slotted): each
    for each in reversed([*SURFACES, *PROFILES, *UNKNOWN_PROFILES])
}
TEXT = "Hello @bob, see #trains 👨‍👩‍👧 at\nhttps://plain.example today"


@pytest.fixture
def open_bare(bare: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a surface in a browser that knows nothing of Forepost. Nothing may go wrong inside the page."""
    opened: list[Composer] = []

    def open_surface(surface: Surface, query: str = "") -> Composer:
        composer = Composer(bare, surface, Companion(tmp_path, tmp_path)).open(query)
        opened.append(composer)
        return composer

    yield open_surface
    for composer in opened:
        assert composer.faults == []
        composer.leave()


@pytest.mark.parametrize("surface", ONE_EACH.values(), ids=str)
def test_each_replica_writes_gets_a_new_node_and_posts_once(surface: Surface, open_bare: Open) -> None:
    composer = open_bare(surface).write(TEXT)
    assert composer.model() == TEXT

    composer.editor.evaluate("(node) => { node.dataset.old = 'yes'; }")
    composer.rerender()
    expect(composer.page.locator(f"{surface.editor}[data-old]")).to_have_count(0)
    composer.page.keyboard.press("Control+End")
    composer.go_on(" and more")
    assert composer.model() == f"{TEXT} and more"

    composer.press_post()
    composer.finish()
    assert composer.wait_submitted() == [f"{TEXT} and more"]


@pytest.mark.parametrize("surface", MESSAGES, ids=str)
def test_a_private_message_is_written_in_a_real_editor(surface: Surface, open_bare: Open) -> None:
    composer = open_bare(surface).write(TEXT)
    written = composer.ask("__replica.message()") if surface.name == "messenger-tab" else composer.model()
    assert written.strip() == TEXT


def ways_to_try(surface: Surface) -> list[Press]:
    """The mouse was tried above. A native button and a div with a role are pressed from the keyboard."""
    touch: list[Press] = ["touch"] if surface in ENGINES else []
    key: list[Press] = ["key"] if surface in KEYS and surface.key is not None else []
    on_button: list[Press] = ["enter on button", "space on button"] if surface in (X_HOME, FACEBOOK_POST) else []
    return [*touch, *key, *on_button]


@pytest.mark.parametrize("surface", [surface for surface in SURFACES if ways_to_try(surface)], ids=str)
def test_every_way_of_posting_posts_once(surface: Surface, open_bare: Open) -> None:
    composer = open_bare(surface)
    for how in ways_to_try(surface):
        composer.again().write("Good morning")
        composer.press_post(how)
        composer.finish()
        assert composer.wait_submitted() == ["Good morning"], how


@pytest.mark.parametrize(
    ("surface", "label"), [(X_HOME, "Posten"), (FACEBOOK_COMMENT, "Kommentieren"), (LINKEDIN_SDUI, "Posten")], ids=str
)
def test_labels_follow_the_language(surface: Surface, label: str, open_bare: Open) -> None:
    composer = open_bare(surface, "?lang=de").write("Guten Morgen")
    expect(composer.page.get_by_role("button", name=label).last).to_be_visible()


BY_HOST = {
    host: [each for each in ALL if urlsplit(each.url).hostname == host]
    for host in sorted({str(urlsplit(each.url).hostname) for each in ALL})
}


@pytest.mark.parametrize("host", BY_HOST)
def test_every_label_is_translated(host: str, bare: Any) -> None:
    faults: list[str] = []

    def went_wrong(error: object) -> None:
        faults.append(str(error))

    bare.on("pageerror", went_wrong)
    places = bare.locator("iframe, textarea, [contenteditable='true']")

    def is_there() -> bool:
        return any(place.is_visible() for place in places.all())

    for surface in BY_HOST[host]:
        bare.goto(f"{surface.url}{'&' if '?' in surface.url else '?'}lang=ar")
        assert faults == [], surface
        until(f"{surface} is there", is_there)
        assert faults == [], f"{surface}, a moment later"
        assert bare.evaluate("document.documentElement.dir") == "rtl"
    bare.goto("about:blank")
    assert faults == []
    bare.remove_listener("pageerror", went_wrong)


def test_a_thread_goes_out_as_one(open_bare: Open) -> None:
    composer = open_bare(X_REPLY).write("one")
    composer.page.locator('[data-testid="addButton"]').click()
    composer.page.locator('[data-testid="tweetTextarea_1"][contenteditable]').click()
    composer.go_on("two")
    composer.press_post()
    assert composer.wait_submitted() == ["one\n---\ntwo"]
