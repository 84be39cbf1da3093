"""Two composers on one page, each with its own account, mode and answer; and pages that change under an open review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces.facebook import FACEBOOK_REPLY
from tests.browser.surfaces.plain import PLAIN_EDITABLE
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

OWN = "We at the Scottish Housing Regulator think the path should stay open."
TWO_ACCOUNTS = """() => {
  const boxes = document.querySelectorAll('main [role="textbox"]');
  boxes[1].setAttribute('aria-label', 'Comment as Ann');
  boxes[2].setAttribute('aria-label', 'Comment as Canal Path Trust');
}"""


def written_by(draft: dict[str, Any]) -> tuple[str, str | None]:
    return draft["text"], (draft["account"] or {}).get("name")


def test_what_was_answered_for_one_account_is_asked_again_for_the_other(open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_REPLY)
    composer.ask(TWO_ACCOUNTS)
    ann, trust = (
        composer.page.locator(f'[role="textbox"][aria-label="Comment as {name}"]')
        for name in ("Ann", "Canal Path Trust")
    )
    ann.focus()
    composer.put(HELD)
    composer.wait_underlined(PHONE)
    trust.focus()
    composer.put(CLEAN)
    asked = {(HELD, "Ann"), (CLEAN, "Canal Path Trust")}
    until("each is asked about as its own", lambda: asked <= {written_by(draft) for draft in composer.drafts()})
    ann.focus()
    composer.page.keyboard.press("Enter")
    composer.held()
    let_go(composer)
    assert composer.wait_submitted() == [HELD], "and what stands in the other box stays there"

    trust.focus()
    composer.page.keyboard.press("Control+a")
    composer.put(HELD)
    composer.page.keyboard.press("Enter")
    expect(composer.review).to_be_visible()
    assert composer.submitted() == [HELD], "the same words, of another account"


@pytest.fixture
def with_modes(forepost: Forepost) -> Iterator[None]:
    """One of the two accounts is the person's own, the other one official."""
    modes = {"facebook:ann": {"mode": "personal"}, "facebook:canal path trust": {"mode": "official", "official": True}}
    forepost.companion.call("/v1/settings/patch", {"accounts": modes})
    yield
    forepost.companion.call("/v1/settings/patch", {"accounts": dict.fromkeys(modes)})


@pytest.mark.usefixtures("with_modes")
def test_each_of_two_accounts_on_a_page_writes_in_its_own_mode(open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_REPLY)
    composer.ask(TWO_ACCOUNTS)
    for name in ("Ann", "Canal Path Trust"):
        composer.page.locator(f'[role="textbox"][aria-label="Comment as {name}"]').focus()
        composer.put(f"{OWN} Best, {name}")

    expect(composer.chip.first).to_have_accessible_name("Forepost: 2 to look at Ann, Personal")
    expect(composer.chip.last).to_have_accessible_name("Forepost: Checked Canal Path Trust, Official")


def test_a_composer_put_into_a_dialog_under_the_review_keeps_it_and_posts_once(open_composer: Open) -> None:
    composer = open_composer(PLAIN_EDITABLE).write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    composer.ask("""() => {
      const dialog = document.createElement('dialog');
      document.body.append(dialog);
      dialog.append(document.querySelector('main'));
      dialog.showModal();
    }""")
    mount = "document.querySelector('forepost-overlay').parentNode.localName"
    until("the review is in the dialog", lambda: composer.ask(mount) == "dialog")
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [HELD]
    assert composer.model() == ""


def test_the_language_is_switched_under_card_and_review(open_composer: Open) -> None:
    """The page draws its button anew, with another word: it is the same button to us."""
    composer = open_composer(PLAIN_EDITABLE).write(HELD)
    composer.wait_underlined(PHONE)
    composer.chip.click()
    expect(composer.card).to_contain_text(PHONE)
    composer.ask(NAMED_ANEW.format("Teilen"))
    expect(composer.card).to_contain_text(PHONE)
    composer.close_card()

    composer.page.locator("main button").click(no_wait_after=True)
    composer.held()
    composer.ask(NAMED_ANEW.format("共有"))
    composer.held()
    let_go(composer)

    until("the button of now is pressed, once", lambda: composer.ask("window.__pressed") == ["共有"])


NAMED_ANEW = """(() => {{
  const before = document.querySelector('main button');
  const now = before.cloneNode();
  now.textContent = '{0}';
  now.addEventListener('click', () => (window.__pressed ??= []).push('{0}'));
  before.replaceWith(now);
}})()"""
