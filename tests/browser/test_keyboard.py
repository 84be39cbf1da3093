"""The whole way by keys alone, as voice control goes it too: jump, open, fix, put back, dismiss, write on, post."""

from __future__ import annotations

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import PHONE

pytestmark = pytest.mark.browser

OTHER = "07400 654321"
TWO = f"Ring me on {PHONE} or {OTHER} about the visit"
JUMP = "Alt+Shift+F"


def said(composer: Composer) -> str:
    """What the live region told a screen reader last."""
    return str(composer.overlay.locator(".ground > [role=status]").first.inner_text()).strip()


def tab_to(composer: Composer, name: str, role: str = "button") -> None:
    """Tab until this control has the focus; every stop on the way is one of ours."""
    target = composer.overlay.get_by_role(role, name=name)

    def reached() -> bool:
        composer.page.keyboard.press("Tab")
        return bool(composer.ask(FOCUSED) == name)

    until(f"Tab reaches {name}", reached)
    expect(target).to_be_focused()


def jumped_to(composer: Composer) -> str:
    """Jump to the next finding: what its card quotes; nothing while words are still being put back."""
    composer.page.keyboard.press(JUMP)
    return "".join(str(quote.inner_text()) for quote in composer.card.locator(".quote").all())


FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.ariaLabel ?? (at?.labels?.[0] ?? at)?.textContent?.trim() ?? '';
}"""


def test_the_whole_way_by_keys(open_composer: Open, request: pytest.FixtureRequest) -> None:
    composer = open_composer(X_HOME).write(TWO)
    composer.wait_underlined(PHONE, OTHER)
    until("the findings are told", lambda: said(composer) == "2 things to look at. Alt+Shift+F opens the first.")
    keys = composer.page.keyboard

    for words in (PHONE, OTHER, PHONE):
        keys.press(JUMP)
        expect(composer.card.locator(".quote")).to_contain_text(words)
        expect(composer.card.get_by_role("button", name="Remove it")).to_be_focused()
    keys.press("Escape")
    expect(composer.card).to_be_hidden()
    expect(composer.editor).to_be_focused()
    composer.go_on("!")
    composer.wait_model(f"{TWO}!")

    keys.press(JUMP)
    keys.press("Enter")
    composer.wait_for_model(lambda text: PHONE not in text, "the fix is made")
    expect(composer.card.get_by_role("button", name="Put back")).to_be_focused()
    until("the fix is told", lambda: said(composer) == "Done. Your text is changed.")
    keys.press("Enter")
    composer.wait_model(f"{TWO}!")
    expect(composer.editor).to_be_focused()
    composer.wait_underlined(PHONE, OTHER)

    until("the jumps come round to the first", lambda: PHONE in jumped_to(composer))
    expect(composer.card.get_by_role("button", name="Remove it")).to_be_focused()
    request.addfinalizer(composer.companion.take_back_answers)
    tab_to(composer, "Not a problem here")
    keys.press("Enter")
    composer.wait_underlined(OTHER)
    keys.press("Escape")
    expect(composer.editor).to_be_focused()

    composer.press_post("key")
    composer.held()
    tab_to(composer, "I mean to share this", "checkbox")
    keys.press("Space")
    tab_to(composer, "Post anyway")
    keys.press("Enter")
    assert composer.wait_submitted() == [f"{TWO}!"]
