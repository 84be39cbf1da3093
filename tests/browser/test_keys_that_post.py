"""Keys that post with more held down than a site asks for, and keys that only look as if they posted."""

from __future__ import annotations

import json

import pytest

from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT
from tests.browser.surfaces.linkedin import LINKEDIN_SDUI
from tests.browser.surfaces.mastodon import MASTODON_POST
from tests.browser.surfaces.plain import PLAIN_EDITABLE
from tests.browser.surfaces.reddit import REDDIT_OLD_COMMENT
from tests.browser.surfaces.x import X_HOME
from tests.browser.surfaces.youtube import YOUTUBE_COMMENT
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

WITH_MORE = [
    (X_HOME, "Control+Shift+Enter"),
    (LINKEDIN_SDUI, "Control+Shift+Enter"),
    (MASTODON_POST, "Control+Shift+Enter"),
    (PLAIN_EDITABLE, "Control+Alt+Enter"),
    (FACEBOOK_COMMENT, "Alt+Enter"),
    (FACEBOOK_COMMENT, "Control+Alt+Enter"),
]


@pytest.mark.parametrize(("surface", "chord"), WITH_MORE, ids=str)
def test_a_key_that_posts_is_held_whatever_else_is_down(surface: Surface, chord: str, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)
    composer.page.keyboard.press(chord)
    composer.held(chord)
    let_go(composer)

    assert composer.wait_submitted() == [HELD]


# As some editors have it: there Ctrl+Enter makes a line, and posts nothing.
MAKES_A_LINE = """() => document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.ctrlKey) return;
  event.stopPropagation();
  document.execCommand('insertLineBreak');
  document.execCommand('insertText', false, 'and more');
}, true)"""


def test_a_key_that_makes_a_line_on_a_site_nobody_described_posts_nothing(open_composer: Open) -> None:
    composer = open_composer(PLAIN_EDITABLE)
    composer.ask(MAKES_A_LINE)
    composer.write(CLEAN)
    composer.page.keyboard.press("Control+Enter")

    composer.wait_model(f"{CLEAN}\nand more")
    composer.checked()
    assert composer.submitted() == []
    expect(composer.review).to_be_hidden()


@pytest.mark.parametrize("surface", [YOUTUBE_COMMENT, REDDIT_OLD_COMMENT], ids=str)
def test_ctrl_enter_is_held_where_the_file_names_no_key(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)
    composer.ask(f"""() => document.addEventListener('keydown', (event) => {{
      if (event.key === 'Enter' && event.ctrlKey) document.querySelector({json.dumps(surface.button)}).click();
    }})""")
    composer.page.keyboard.press("Control+Enter")
    composer.held("Control+Enter")
    let_go(composer)

    assert composer.wait_submitted() == [HELD]
