"""What a page keeps from writing tools, and secrets, searches and code, are not read; the box beside them is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.popup import press_toolbar_button
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD

pytestmark = pytest.mark.browser

BESIDE = replace(PLAIN_FORM, name="plain-apart", url="https://plain.example/apart", editor="#notice")

# Writes into every box that is to be left alone, as a person does: the caret in it, and one more key.
BOXES = """[...document.querySelectorAll('[data-replica="apart"]')].map((place) => {
  const inner = [place, ...place.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).find(Boolean) ?? place;
  return inner.querySelector('textarea, input, [contenteditable="true"]');
})"""
NOT_HERE = "Not checked here"
WHY = "This page asked Forepost to stay away from here. What you write in this box is neither read nor sent."
SWITCH = "document.querySelector('[data-testid=\"primaryColumn\"]').{}Attribute('data-forepost', 'off')"


def test_what_is_kept_from_writing_tools_is_not_read_and_the_box_beside_it_is(open_composer: Open) -> None:
    composer = open_composer(BESIDE)
    count = int(composer.ask(f"{BOXES}.length"))
    assert count == 28
    for place in range(count):
        composer.ask(f"() => {BOXES}[{place}].focus()")
        composer.page.keyboard.insert_text(HELD)
    written = composer.ask(f"{BOXES}.filter((box) => (box.value ?? box.textContent) === {HELD!r}).length")
    assert written == count
    expect(composer.chip).to_have_count(0)
    composer.press_post("enter on button")  # a click would only close what Firefox offers below a password or a search
    composer.wait_submitted()
    assert composer.drafts() == []

    composer.write(HELD)
    composer.chip_says("1 to look at")
    assert {draft["text"] for draft in composer.drafts()} <= {HELD[:length] for length in range(len(HELD) + 1)}
    assert all(draft["siblings"] == [] for draft in composer.drafts())


def test_where_the_page_switches_us_off_a_described_box_is_not_read_and_chip_and_popup_say_so(
    forepost: Forepost, open_composer: Open
) -> None:
    composer = open_composer(X_HOME)
    composer.ask(SWITCH.format("set"))
    composer.write(HELD)
    expect(composer.chip).to_contain_text(NOT_HERE)
    assert composer.chip.evaluate("(chip) => chip.title") == WHY
    composer.press_post()
    assert composer.wait_submitted() == [HELD]
    assert composer.drafts() == []
    popup = press_toolbar_button(forepost, composer.page)
    popup.get_by_role("button", name="What is recognised on this site").click()
    popup.says("the page asks it to stay away")
    popup.close()

    composer.ask("document.querySelector('[data-forepost]').removeAttribute('data-forepost')")
    composer.write(HELD)
    composer.chip_says("1 to look at")

    composer.ask(SWITCH.format("set"))
    composer.go_on(f" {CLEAN}")
    expect(composer.chip).to_contain_text(NOT_HERE)
    assert composer.chip.evaluate("(chip) => chip.title") == WHY
    composer.press_post()
    composer.wait_submitted()
    assert all(CLEAN not in draft["text"] for draft in composer.drafts())
