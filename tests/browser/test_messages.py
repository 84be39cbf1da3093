"""Private messages: read where the person turned that on, and there only, until they turn it off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer, Press
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces import MESSAGES, Surface
from tests.browser.surfaces.facebook import MESSENGER
from tests.browser.surfaces.mastodon import MASTODON_MENTION, MASTODON_POST
from tests.browser.surfaces.x import X_CHAT
from tests.browser.test_specification import CLEAN, HELD

pytestmark = pytest.mark.browser


@pytest.fixture
def surface() -> Surface:
    """X, where a test is not about all messages."""
    return X_CHAT


@pytest.fixture
def read_messages(forepost: Forepost, surface: Surface) -> Iterator[Callable[[bool], None]]:
    """Turns messages on this site on or off, as the popup and the settings page do."""
    companion = forepost.companion
    host = str(urlsplit(surface.url).hostname)

    def turn(on: bool) -> None:
        companion.call("/v1/settings/patch", {"sites": {host: {"messages": on}}})

    yield turn
    companion.call("/v1/settings/patch", {"sites": {host: None}})


def come_back(composer: Composer) -> bool:
    """To the box: then the settings are looked at, every two seconds at most."""
    composer.ask("document.activeElement.blur()")
    composer.focus()
    return True


def test_messages_are_read_on_the_site_where_that_is_on_until_it_is_off(
    read_messages: Callable[[bool], None], open_composer: Open
) -> None:
    elsewhere = open_composer(MASTODON_MENTION)
    composer = open_composer(X_CHAT)
    read_messages(True)
    composer.write(HELD)
    draft = composer.sent()
    assert (draft["surface"], draft["reply_to"]) == ("message", None)
    composer.press_post("key")
    composer.held()
    composer.answer("Keep editing")

    read_messages(False)
    until("nothing is shown there any more", lambda: come_back(composer) and composer.chip.count() == 0)
    asked = len(composer.drafts())
    composer.go_on(" and more")
    composer.press_post("key")
    composer.wait_submitted()

    elsewhere.write(CLEAN)
    elsewhere.press_post()
    elsewhere.wait_submitted()
    expect(elsewhere.chip).to_have_count(0)
    assert len(composer.drafts()) == asked, "off, and on another site, nothing is read"

    turned = open_composer(MASTODON_POST).write(HELD)
    turned.chip_says("1 to look at")
    asked = len(turned.drafts())
    turned.ask("document.querySelector('.compose-form__dropdowns svg').classList.add('icon-at')")
    turned.go_on(" and more")
    expect(turned.chip).to_have_count(0)
    turned.press_post()
    turned.wait_submitted()
    assert len(turned.drafts()) == asked, "a post that was turned into a private mention is read no more"


@pytest.mark.parametrize(
    ("surface", "lang"), [*((each, "en") for each in MESSAGES), (MESSENGER, "de"), (MESSENGER, "ar")], ids=str
)
def test_turned_on_a_message_is_held_by_its_key_and_by_its_button(
    surface: Surface, lang: str, read_messages: Callable[[bool], None], open_composer: Open
) -> None:
    read_messages(True)
    composer = open_composer(surface, f"?lang={lang}").write(HELD)
    until("it is read", lambda: [draft["text"] for draft in composer.drafts()][-1:] == [HELD])
    assert composer.drafts()[-1]["surface"] == "message"
    composer.chip_says("1 to look at")
    by_key: list[Press] = ["key"] if surface.key else []
    by_button: list[Press] = ["mouse"] if surface.button != "body" else []  # Snapchat's chat has none
    assert by_key or by_button
    for how in [*by_key, *by_button]:
        composer.press_post(how)
        composer.held(how)
        composer.answer("Keep editing")
        expect(composer.review).to_be_hidden()
    assert composer.submitted() == []
