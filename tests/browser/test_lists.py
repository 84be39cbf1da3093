"""A list of names or emoji is open under the caret: Enter chooses from it, and posts nothing."""

from __future__ import annotations

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import HELD, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("begun", "chosen"), [("@b", "@Bob Example "), (":b", "🐝 ")], ids=["mention", "emoji"])
def test_enter_chooses_from_an_open_list_and_posts_after_it(begun: str, chosen: str, open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_COMMENT).write(f"{HELD} {begun}")
    composer.wait_underlined(PHONE)
    expect(composer.page.locator('[role="listbox"]')).to_be_visible()

    composer.page.keyboard.press("Enter")
    composer.wait_for_model(lambda text: text == f"{HELD} {chosen}")
    expect(composer.page.locator('[role="listbox"]')).to_have_count(0)
    until("the text as it stands is read", lambda: composer.drafts()[-1]["text"] == composer.model())
    composer.chip_says("1 to look at")
    expect(composer.review).to_be_hidden()
    assert composer.submitted() == []

    composer.page.keyboard.press("Enter")
    composer.held()
    assert composer.model() == f"{HELD} {chosen}"


def test_a_key_that_posts_all_the_same_is_held(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    composer.editor.evaluate("(editor) => editor.setAttribute('aria-activedescendant', 'choice')")
    composer.press_post("key")
    composer.held()
