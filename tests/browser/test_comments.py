"""Facebook's boxes below and beside posts: public comments and private chats are told apart in any language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.facebook import (
    FACEBOOK_PHOTO,
    FACEBOOK_REEL,
    FACEBOOK_STORY,
    FACEBOOK_WATCH,
    MESSENGER_TAB,
)
from tests.browser.test_specification import HELD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["de", "ar"])
@pytest.mark.parametrize("surface", [FACEBOOK_WATCH, FACEBOOK_PHOTO, FACEBOOK_REEL], ids=str)
def test_a_comment_outside_an_article_is_read_and_enter_is_held(
    surface: Surface, lang: str, open_composer: Open
) -> None:
    composer = open_composer(surface, f"?lang={lang}").write(HELD)
    draft = composer.sent()
    assert draft["surface"] == "comment"
    assert (draft["account"] or {}).get("id") == surface.account
    composer.press_post("key")
    composer.held()


@pytest.mark.parametrize("lang", ["de", "ar"])
def test_the_chat_beside_it_is_not(lang: str, open_composer: Open) -> None:
    tab = replace(MESSENGER_TAB, url=FACEBOOK_WATCH.url)
    composer = open_composer(tab, f"?lang={lang}").write(HELD)
    composer.press_post("key")
    composer.wait_submitted()
    expect(composer.chip).to_have_count(0)
    assert composer.drafts() == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_answer_to_a_story_is_not_although_it_is_named_like_a_comment(lang: str, open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_STORY, f"?lang={lang}").write(HELD)
    composer.press_post("key")
    composer.wait_submitted()
    expect(composer.chip).to_have_count(0)
    assert composer.drafts() == []
