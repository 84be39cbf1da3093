"""Pages that work against the overlay: scripts, focus traps, style sheets, policies."""

from __future__ import annotations

import pytest

from tests.browser.expecting import expect
from tests.browser.overlay.stage import Stage, composer

pytestmark = pytest.mark.browser


def test_made_up_events_do_nothing(stage: Stage) -> None:
    stage.build().show().hold()
    stage.probe("makeUpEvents")
    expect(stage.review).to_be_visible()
    expect(stage.review.get_by_role("checkbox")).not_to_be_checked()
    assert stage.decision is None
    assert stage.log == []


def test_a_held_key_and_a_double_click_do_not_press(stage: Stage) -> None:
    stage.build().show()
    stage.page.keyboard.down("Enter")
    stage.hold()
    stage.page.keyboard.down("Enter")  # the key is still down: this is a repeat
    stage.page.keyboard.up("Enter")
    box = stage.button("Remove it").bounding_box()
    assert box is not None
    stage.page.mouse.click(box["x"] + 9, box["y"] + 9, click_count=2)
    assert stage.log == ["fix phone remove"]  # by the first click of the two; neither by the key nor by the second


LISTEN = """window.heard = [];
for (const type of ['keydown', 'keyup', 'focusin', 'focusout', 'mousedown', 'pointerdown'])
  document.addEventListener(type, (event) => heard.push(type + event.target.tagName), true);
for (const type of ['click', 'input', 'change']) document.addEventListener(type, () => heard.push(type));"""


def test_the_page_hears_nothing_of_what_happens_inside(stage: Stage) -> None:
    stage.build(before=LISTEN).show().hold()
    stage.page.evaluate("() => { heard.length = 0 }")
    stage.review.get_by_role("checkbox").click()
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("k")
    assert stage.page.evaluate("() => heard") == []


def test_inside_a_native_modal_dialog(stage: Stage) -> None:
    body = f'<dialog aria-label="New post">{composer()}</dialog>'
    stage.build(body, mount="dialog", before="document.querySelector('dialog').showModal()").show()
    stage.chip.click()
    expect(stage.card).to_be_visible()
    stage.page.keyboard.press("Escape")
    expect(stage.card).to_be_hidden()
    assert stage.page.evaluate("() => document.querySelector('dialog').open"), "our Escape must not close theirs"
    stage.hold()
    stage.page.keyboard.press("Escape")
    assert stage.decision == "edit"
    assert stage.page.evaluate("() => document.querySelector('dialog').open")


TRAP = """window.outside = 0;
const out = (event) => !document.querySelector('#trap').contains(event.target);
const back = () => document.querySelector('[contenteditable]').focus();
document.addEventListener('focusin', (event) => out(event) && back(), true);
document.addEventListener('mousedown', (event) => { if (out(event)) outside++ }, true);"""
TRAPPED = """<div id="trap" role="dialog" aria-label="New post"
style="position:fixed;inset:20px;z-index:2147483647;background:#fff;overflow:hidden;transform:scale(1)">{}</div>"""


@pytest.mark.parametrize("mount", ["#trap", "body"])
def test_inside_a_dialog_with_a_focus_trap(stage: Stage, mount: str) -> None:
    stage.build(TRAPPED.format(composer()), mount=mount, before=TRAP).show()
    stage.chip.click()
    assert stage.focused() == "Remove it"
    stage.page.keyboard.press("Escape")
    assert stage.page.evaluate("() => outside") == 0


HOSTILE = """* { color: red !important; font-size: 40px !important } html { font-size: 8px }
forepost-overlay { display: none !important; opacity: 0 !important; visibility: hidden !important;
direction: rtl !important }"""
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def test_hostile_style_and_strict_policy(stage: Stage) -> None:
    stage.build(looks={"style": HOSTILE}, policy=STRICT).show()
    expect(stage.chip).to_be_visible()
    expect(stage.chip.locator(".state")).to_have_css("color", "rgb(168, 32, 26)")
    expect(stage.chip.locator(".state")).to_have_css("font-size", "13px")
    stage.hold()
    expect(stage.review).to_have_css("direction", "ltr")
    expect(stage.overlay).to_have_css("opacity", "1")


def test_thrown_out_by_the_page_it_comes_back(stage: Stage) -> None:
    stage.build().show()
    stage.page.evaluate("() => document.querySelector('forepost-overlay').remove()")
    stage.show()
    expect(stage.chip).to_be_visible()


def test_remove_leaves_nothing(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => stages[0].overlay.remove()")
    expect(stage.overlay).to_have_count(0)
    assert stage.decision == "edit"
    stage.page.mouse.move(*stage.middle_of("07400 123456"))
    assert stage.log == ["focus editor"]
