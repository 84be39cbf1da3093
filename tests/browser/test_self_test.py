"""The popup's account of this site, and the chip when a site has changed under us: what is not sure is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.popup import press_toolbar_button
from tests.browser.surfaces.x import X_HOME
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


@pytest.fixture(params=["chromium", "firefox"])
def browser_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_is_recognised_is_told_and_what_has_changed_makes_the_check_partial(
    shared: Callable[[str, str], Forepost], browser_name: str, open_composer: Open
) -> None:
    composer = open_composer(X_HOME).write(CLEAN)
    composer.checked()
    popup = press_toolbar_button(shared("dev", browser_name), composer.page)
    popup.get_by_role("button", name="What is recognised on this site").click()
    popup.says("Described as “post”, last seen on the site in")
    report = str(popup.script("return document.querySelector('textarea').value"))
    assert 'submit: [data-testid="tweetButtonInline"]' in report
    assert 'account: [data-testid^="UserAvatar-Container-"]:not(article *)' in report
    assert CLEAN not in report
    popup.close()

    composer.ask(CHANGED)
    composer.go_on(f" {HELD}")
    composer.page.locator("#changed").click()
    composer.wait_submitted()
    until("it is told that a text left unseen", lambda: "gone out unchecked" in composer.ask(TITLE))
    composer.chip_says("Partly checked")

    composer = open_composer(X_HOME)
    composer.ask(NEW_BOX)
    composer.page.locator("#new-box").click()
    composer.go_on(CLEAN)
    composer.chip_says("Partly checked")
    assert "does not know this box" in composer.ask(TITLE)
    expect(composer.chip).to_have_count(1)


TITLE = "document.querySelector('forepost-overlay').shadowRoot.querySelector('.chip').title"
