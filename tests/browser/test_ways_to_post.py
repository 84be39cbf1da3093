"""Other ways to a post: quoted, scheduled, edited and saved, brought back, cancelled; and what only looks like one."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.firefox_page import FirefoxPage
from tests.browser.forepost import Open
from tests.browser.surfaces import OTHER_ENDS, Surface
from tests.browser.surfaces.facebook import FACEBOOK_POST
from tests.browser.surfaces.linkedin import LINKEDIN_EDIT, LINKEDIN_SCHEDULED
from tests.browser.surfaces.mastodon import MASTODON_POST
from tests.browser.surfaces.reddit import REDDIT_COMMENT
from tests.browser.surfaces.x import X_EDIT, X_HOME, X_QUOTE, X_SCHEDULED
from tests.browser.surfaces.youtube import YOUTUBE_COMMENT
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

RESTORED = f"?draft={quote(HELD)}"

UP = (0, 20, 60, 90)  # how far a finger goes up the screen, step by step, in CSS pixels
# As a touch screen tells the browser's window of it.
TOUCH = """
const [x, y, way] = arguments;
const { windowUtils } = window;
const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect();
const touch = (kind, up) => {
  const at = [mozInnerScreenX + left + x, mozInnerScreenY + top + y - up].map(Math.round);
  return new Promise((done) => windowUtils.sendNativeTouchPoint(1, kind, ...at, 1, 90, done));
};
return (async () => {
  for (const up of way) await touch(windowUtils.TOUCH_CONTACT, up);
  await touch(windowUtils.TOUCH_REMOVE, way.at(-1));
})();
"""


@pytest.mark.parametrize("surface", OTHER_ENDS, ids=str)
def test_saving_an_edit_and_scheduling_are_held_and_cancel_is_not(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)
    cancel = composer.page.get_by_role("button", name="Cancel")
    if cancel.count():
        cancel.click()
        composer.wait_model("")
        expect(composer.review).to_be_hidden()
        composer.write(HELD)
        composer.wait_underlined(PHONE)

    composer.press_post()
    composer.held()
    let_go(composer)
    composer.finish()

    assert composer.wait_submitted() == [HELD]


def test_done_posts_nothing_where_the_dialog_has_a_button_that_posts(open_undescribed: Open) -> None:
    """As of a list of people; on Instagram Done is all there is, and saves an edit: the specification has that."""
    composer = open_undescribed(FACEBOOK_POST).write(HELD)
    composer.wait_underlined(PHONE)
    composer.ask("""() => {
      const done = Object.assign(document.createElement('button'), { textContent: 'Done' });
      done.addEventListener('click', () => { window.__done = true; });
      document.querySelector('[role=dialog]').append(done);
    }""")

    composer.page.get_by_role("button", name="Done", exact=True).click()

    assert composer.ask("window.__done") is True
    expect(composer.review).to_be_hidden()
    composer.press_post()
    composer.held()


@pytest.mark.parametrize("surface", [X_QUOTE, X_SCHEDULED, LINKEDIN_SCHEDULED], ids=str)
def test_a_button_with_another_word_is_held_as_well(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    draft = composer.sent()
    assert (draft["surface"], draft["reply_to"]) == ("post", None), "what is quoted is not answered"

    composer.press_post()
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [HELD]


@pytest.mark.parametrize("surface", [LINKEDIN_EDIT, MASTODON_POST], ids=str)
def test_a_draft_the_site_brings_back_is_checked_when_it_appears(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface, RESTORED)
    composer.wait_for_model(lambda text: text == HELD)
    assert composer.sent()["text"] == HELD
    composer.chip_says("1 to look at")

    composer.press_post()
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [HELD]


def test_a_press_that_ends_beside_post_is_no_post(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    composer.button.hover()
    mouse = composer.page.mouse
    mouse.down()
    mouse.move(5, 5)
    mouse.up()
    assert composer.review.count() == 0
    composer.press_post()
    composer.held()


def push_up(composer: Composer, x: float, y: float) -> None:
    """With a finger, from this place."""
    if isinstance(composer.page, FirefoxPage):
        composer.page.in_window(TOUCH, x, y, UP)
        return
    hand = composer.page.context.new_cdp_session(composer.page)
    for kind, up in zip(("touchStart", "touchMove", "touchMove", "touchMove"), UP, strict=True):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y - up}]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_touch_that_scrolls_the_page_is_no_post(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    box = composer.button.bounding_box()
    push_up(composer, box["x"] + 10, box["y"] + 10)
    until("the page is scrolled", lambda: composer.ask("scrollY > 0"))
    assert composer.review.count() == 0

    composer.press_post("touch")
    composer.held()


def test_what_nobody_has_touched_is_read_when_it_is_posted(open_composer: Open) -> None:
    composer = open_composer(X_EDIT, RESTORED)
    assert composer.model() == HELD
    assert composer.drafts() == []

    composer.press_post()
    composer.held()


@pytest.mark.parametrize("surface", [YOUTUBE_COMMENT, REDDIT_COMMENT], ids=str)
def test_cancel_empties_the_box_and_nothing_is_held(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)

    composer.page.get_by_role("button", name="Cancel").click()

    composer.wait_model("")
    expect(composer.review).to_be_hidden()
    composer.wait_underlined()
    composer.write(CLEAN).checked()
    composer.press_post()
    assert composer.wait_submitted() == [CLEAN]


@pytest.mark.parametrize("described", [True, False], ids=["with site files", "without"])
def test_a_search_is_not_read(described: bool, open_composer: Open, open_undescribed: Open) -> None:
    composer = (open_composer if described else open_undescribed)(X_HOME)
    composer.page.locator('form[role="search"] input').click()
    composer.page.keyboard.type(HELD)
    composer.write(CLEAN).checked()
    assert all(CLEAN.startswith(draft["text"]) for draft in composer.drafts()), "only this text, perhaps in pieces"
    assert all(draft["siblings"] == [] for draft in composer.drafts()), "nor is a composer of no size"
