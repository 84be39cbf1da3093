"""The popup's account of this site, and the chip when a site has changed under us: what is not sure is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.popup import press_toolbar_button
from tests.browser.surfaces.facebook import FACEBOOK_REPLY
from tests.browser.surfaces.linkedin import LINKEDIN_CLASSIC
from tests.browser.surfaces.x import X_HOME
from tests.browser.surfaces.youtube import YOUTUBE_LIVE
from tests.browser.test_frames import in_frame
from tests.browser.test_specification import CLEAN, HELD

pytestmark = pytest.mark.browser

# As after a change of the site: no name, no words, a picture. Nobody could know this as Post.
CHANGED = """(() => {
  const button = document.querySelector('[data-testid="tweetButtonInline"]');
  button.removeAttribute('data-testid');
  button.querySelector('span').textContent = '';
  button.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  button.setAttribute('aria-label', '➤');
  button.id = 'changed';
})()"""
NEW_BOX = """(() => {
  const box = document.createElement('textarea');
  Object.assign(box, { rows: 4, cols: 40, id: 'new-box' });
  document.querySelector('[data-testid="primaryColumn"]').replaceChildren(box);
})()"""


# As after a change of the site: nothing on the page tells who writes by any name we know.
NAMELESS = """(() => {
  const signs = '[data-testid^="UserAvatar-Container-"], a[data-testid="AppTabBar_Profile_Link"]';
  for (const sign of document.querySelectorAll(signs)) sign.removeAttribute('data-testid');
})()"""


def report(forepost: Forepost, page: Any) -> str:
    """What the popup's account of this site says, for those who mend site files."""
    popup = press_toolbar_button(forepost, page)
    popup.get_by_role("button", name="What is recognised on this site").click()
    popup.says("Described as “")
    told = str(popup.script("return document.querySelector('textarea').value"))
    popup.close()
    return told


def test_what_is_recognised_is_told_and_what_has_changed_makes_the_check_partial(
    forepost: Forepost, open_composer: Open
) -> None:
    composer = open_composer(X_HOME).write(CLEAN)
    composer.checked()
    told = report(forepost, composer.page)
    assert "site: x, surface: post, seen: 20" in told
    assert 'submit: [data-testid="tweetButtonInline"]' in told
    assert 'account: [data-testid^="UserAvatar-Container-"]:not(article *)' in told
    assert CLEAN not in told

    composer.ask(CHANGED)
    composer.go_on(f" {HELD}")
    composer.page.locator("#changed").click()
    composer.wait_submitted()
    until("it is told that a text left unseen", lambda: "gone out unchecked" in composer.ask(TITLE))
    assert "Partly checked" in composer.ask(NAME), "also where there is room for a mark only, as beside a picture"

    composer = open_composer(X_HOME)
    composer.ask(NEW_BOX)
    composer.page.locator("#new-box").click()
    composer.go_on(CLEAN)
    composer.chip_says("Partly checked")
    assert "does not know this box" in composer.ask(TITLE)
    expect(composer.chip).to_have_count(1)


def test_what_is_recognised_in_a_shadow_root_and_in_a_frame_is_told(forepost: Forepost, open_composer: Open) -> None:
    classic = open_composer(LINKEDIN_CLASSIC).write(CLEAN)
    classic.checked()
    told = report(forepost, classic.page)
    assert "site: linkedin, surface: post" in told
    assert "account: .share-unified-settings-entry-button" in told
    assert CLEAN not in told

    live = in_frame(YOUTUBE_LIVE, "https://www.youtube.com/live/1", True, open_composer).write(CLEAN)
    live.checked()
    told = report(forepost, live.page.tab)
    assert "site: youtube, surface: live" in told
    assert "submit: #send-button button" in told
    assert CLEAN not in told


@pytest.fixture
def accounts(forepost: Forepost) -> Iterator[Callable[[str], None]]:
    """Make an account known to the companion, as if the person had been asked about it."""
    made: list[str] = []

    def know(account: str) -> None:
        made.append(account)
        forepost.companion.call("/v1/settings/patch", {"accounts": {account: {"mode": "personal"}}})

    yield know
    forepost.companion.call("/v1/settings/patch", {"accounts": dict.fromkeys(made)})


def test_an_account_the_site_shows_no_more_makes_the_check_partial(
    accounts: Callable[[str], None], open_composer: Open
) -> None:
    composer = open_composer(X_HOME)
    composer.ask(NAMELESS)
    composer.write(CLEAN).checked()  # nobody's account was ever seen here: nothing is missed

    accounts("x:me")
    composer = open_composer(X_HOME)
    composer.write(CLEAN).checked()
    composer.ask(NAMELESS)
    composer.go_on(" again")
    composer.chip_says("Partly checked")
    assert "can no longer see which account is writing here" in composer.ask(TITLE)

    accounts("facebook:ann")
    composer = open_composer(FACEBOOK_REPLY).write(CLEAN)
    assert composer.sent()["account"] is None
    composer.checked()  # Facebook's replies never say who writes


TITLE = "document.querySelector('forepost-overlay').shadowRoot.querySelector('.chip').title"
NAME = "document.querySelector('forepost-overlay').shadowRoot.querySelector('.chip').ariaLabel"
