"""Sites that work against the overlay or have their composer in a frame: a post is held and let go all the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.bluesky import BLUESKY_POST
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT
from tests.browser.surfaces.instagram import INSTAGRAM_COMMENT
from tests.browser.surfaces.linkedin import LINKEDIN_COMMENT
from tests.browser.surfaces.mastodon import MASTODON_POST
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.reddit import REDDIT_COMMENT, REDDIT_OLD_COMMENT
from tests.browser.surfaces.threads import THREADS_REPLY
from tests.browser.surfaces.tiktok import TIKTOK_COMMENT
from tests.browser.surfaces.x import X_HOME, X_MODAL
from tests.browser.surfaces.youtube import YOUTUBE_COMMENT
from tests.browser.test_frames import in_frame
from tests.browser.test_specification import HELD, PHONE, let_go

pytestmark = pytest.mark.browser


def live_through(composer: Composer) -> None:
    """Underlined, opened from the chip, held, let go as it was written."""
    composer.write(HELD)
    composer.wait_underlined(PHONE)
    composer.chip.click()
    expect(composer.card).to_contain_text(PHONE)
    composer.close_card()
    composer.press_post()
    expect(composer.review).to_be_visible()
    assert composer.submitted() == []
    let_go(composer)
    assert composer.wait_submitted() == [HELD]


def test_style_that_takes_everything_from_everybody(open_composer: Open) -> None:
    """X's dialog: strict policy with Trusted Types, a focus trap, the highest z-index, transform and zoom."""
    composer = open_composer(X_MODAL, "?hostile")
    live_through(composer)


SET = """(field) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, 'Ring 07400 654321');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}"""


def test_what_the_page_changes_under_the_review_is_shown_and_a_review_it_takes_away_comes_back(
    open_composer: Open,
) -> None:
    composer = open_composer(PLAIN_FORM).write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    for tick in composer.review.get_by_role("checkbox").all():
        tick.check()
    composer.editor.evaluate(SET)
    composer.answer("Post anyway")
    expect(composer.review).to_contain_text("07400 654321")
    composer.held()

    composer.ask("document.querySelector('forepost-overlay').remove()")
    composer.press_post("script")
    composer.held()
    composer.rerender()
    let_go(composer)
    assert composer.wait_submitted() == ["Ring 07400 654321"], "the same words in a new box: answered is answered"


# One of each site.
ONE_EACH = [
    BLUESKY_POST,
    FACEBOOK_COMMENT,
    INSTAGRAM_COMMENT,
    LINKEDIN_COMMENT,
    MASTODON_POST,
    REDDIT_COMMENT,
    REDDIT_OLD_COMMENT,
    THREADS_REPLY,
    TIKTOK_COMMENT,
    X_HOME,
    YOUTUBE_COMMENT,
]

LABEL = re.compile(r"""(?P<before>text-is\(|aria-label=)(?P<quote>["'])(?P<label>.+?)(?P=quote)""")


def in_its_language(selector: str, composer: Composer) -> str:
    """A selector that names an English label, with that label as the page now says it."""

    def said(found: re.Match[str]) -> str:
        label = json.dumps(found["label"])
        return found["before"] + json.dumps(composer.ask(f"__replica.say({label})"), ensure_ascii=False)

    return LABEL.sub(said, selector)


@pytest.mark.parametrize("surface", ONE_EACH, ids=str)
def test_holds_under_hostile_style_and_from_right_to_left(surface: Surface, open_composer: Open) -> None:
    page = open_composer(replace(surface, editor="body"), "?hostile&lang=ar")
    here = [in_its_language(selector, page) for selector in (surface.editor, surface.button)]
    composer = Composer(page.page, replace(surface, editor=here[0], button=here[1]), page.companion)
    composer.editor.focus()  # by key, and so is Post: this style lays some sites' dialogs over the rest of the page
    composer.put(HELD)
    composer.wait_underlined(PHONE)

    composer.press_post("enter on button")
    composer.held()

    assert composer.model() == HELD


def test_a_composer_in_a_frame_that_has_its_page_in_an_attribute(open_composer: Open) -> None:
    live_through(in_frame(PLAIN_FORM, "https://plain.example/srcdoc", True, open_composer))
