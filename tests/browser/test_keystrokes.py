"""What a key costs the page: in a draft that was checked, writing on writes nothing into what is drawn of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.browsers import in_firefox_alone
from tests.browser.composer import NEXT_FRAME, Composer
from tests.browser.forepost import Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.facebook import FACEBOOK_POST
from tests.browser.surfaces.mastodon import MASTODON_POST
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import PHONE

pytestmark = pytest.mark.browser

HELD = f"Ring me on {PHONE} about the visit."

# A write into the overlay, even of what stands there already, makes the browser paint all the text again. So does an
# underline that is taken away and put back. What is written from now on is kept in `__written`.
WATCH = """() => {
  window.__written = [];
  const ours = ([name]) => name.startsWith('forepost');
  window.__ranges = () => [...CSS.highlights].filter(ours).flatMap(([, ranges]) => [...ranges]);
  window.__before = __ranges();
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  window.__writing = new MutationObserver((all) => {
    for (const { type, target, attributeName } of all) {
      __written.push([type, attributeName, target.className].filter(Boolean).join(' '));
    }
  });
  for (const ours of document.querySelectorAll('forepost-overlay, forepost-mirror')) {
    for (const root of [ours, ours.shadowRoot]) __writing.observe(root, everything);
  }
}"""
SAME_RANGES = "() => { const now = __ranges(); return now.length === 1 && now[0] === __before[0]; }"


def written(composer: Composer) -> list[Any]:
    return list(composer.ask("() => __written"))


@pytest.mark.parametrize("surface", [X_HOME, FACEBOOK_POST], ids=str)
def test_writing_on_in_a_checked_draft_draws_nothing_anew(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.sent()
    composer.wait_underlined(PHONE)
    composer.ask(WATCH)

    composer.go_on(" I")
    assert composer.is_checking(), "the sign that a check is under way is no write"
    composer.go_on(" am in")
    composer.sent()
    composer.wait_underlined(PHONE)
    composer.ask("() => { dispatchEvent(new Event('scroll')) }")  # everything is put in its place again
    composer.ask(NEXT_FRAME)

    assert written(composer) == []
    assert composer.ask(SAME_RANGES), "the underline is the one from before"


@in_firefox_alone  # Chromium has ranges over what stands in a text area
def test_the_mirror_of_a_text_area_takes_over_what_was_typed_and_no_more(open_composer: Open) -> None:
    composer = open_composer(MASTODON_POST).write(HELD)
    composer.sent()
    composer.wait_underlined(PHONE)
    composer.ask(WATCH)

    composer.go_on(" I am in")
    composer.sent()
    composer.wait_underlined(PHONE)

    assert set(written(composer)) == {"characterData"}


def test_what_looks_otherwise_is_drawn(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(HELD)
    composer.sent()
    composer.wait_underlined(PHONE)
    composer.ask(WATCH)

    composer.go_on(" Or on 07400 654321.")
    composer.chip_says("2 to look at")
    composer.wait_underlined(PHONE, "07400 654321")
    assert written(composer), "the chip's new words"
    assert composer.ask("() => __ranges().includes(__before[0])"), "of the underlines only the new one is new"


@pytest.mark.parametrize("surface", [X_HOME, FACEBOOK_POST, MASTODON_POST], ids=str)
def test_an_underline_goes_along_with_its_words(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(f"One.\n{HELD}")
    composer.sent()
    composer.wait_underlined(PHONE)

    composer.page.keyboard.press("Control+Home")
    composer.put("Before it. ")
    composer.sent()
    composer.wait_underlined(PHONE)
    composer.page.keyboard.press("Control+z")
    composer.sent()
    composer.wait_underlined(PHONE)
