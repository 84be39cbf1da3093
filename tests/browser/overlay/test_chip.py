"""The chip: its state in words, and a place where it is in nobody's way."""

from __future__ import annotations

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.overlay.stage import TEXT, Stage, composer

pytestmark = pytest.mark.browser


FACES = [
    ("{kind: 'checked'}", "A fine day.", "Forepost: Checked, Personal"),
    ("{kind: 'partly', reason: 'too-slow'}", "A fine day.", "Forepost: Partly checked, Personal"),
    ("{kind: 'partly', reason: 'too-slow'}", TEXT, "Forepost: 2 to look at Partly checked, Personal, 1 hint"),
    ("{kind: 'off', fault: 'not-running'}", TEXT, "Forepost: Companion off · Start, Personal"),
    ("{kind: 'off', fault: 'not-paired'}", TEXT, "Forepost: Not connected · Connect, Personal"),
    ("{kind: 'not-here', by: 'person'}", TEXT, "Forepost: Not checked here, Personal"),
    ("{kind: 'checking'}", TEXT, "Forepost: Checking, Personal"),
]


@pytest.mark.parametrize(("state", "text", "name"), FACES)
def test_chip_says_its_state_in_words(stage: Stage, state: str, text: str, name: str) -> None:
    stage.build(composer(text), setting={}).show(state)
    expect(stage.chip).to_have_accessible_name(name)


def test_no_chip_before_anything_is_written(stage: Stage) -> None:
    stage.build().show("{kind: 'idle'}")
    expect(stage.chip).to_have_count(0)


def test_start_is_one_press(stage: Stage) -> None:
    stage.build().show("{kind: 'off', fault: 'not-running'}")
    stage.chip.click()
    assert stage.log == ["start"]


def test_nothing_moves_while_checking(stage: Stage) -> None:
    stage.build().show()
    before = (stage.chip.bounding_box(), stage.chip.inner_text())
    stage.show("{kind: 'checking'}")
    assert (stage.chip.bounding_box(), stage.chip.inner_text()) == before


FULL_ROW = "".join(f'<button class="icon" style="width:56px" aria-label="Tool {n}">#</button>' for n in range(6))
PLACES: list[tuple[str, str, dict[str, str]]] = [
    ("free row", composer(), {}),
    ("counter beside the button", composer(middle='<span style="margin-left:auto">212 left</span>'), {}),
    ("no room in the row", composer(middle=FULL_ROW), {}),
    ("right to left", composer(), {"dir": "rtl"}),
    (
        "text close below",
        composer(middle=FULL_ROW) + "<p style='margin:2px 0'>" + "Some other post. " * 60 + "</p>",
        {},
    ),
    ("no button known", '<div class="composer"><div contenteditable role="textbox">' + TEXT + "</div></div>", {}),
]


@pytest.mark.parametrize(("case", "body", "looks"), PLACES, ids=[case for case, _, _ in PLACES])
def test_chip_is_never_over_a_control_or_over_text(stage: Stage, case: str, body: str, looks: dict[str, str]) -> None:
    stage.build(body, looks=looks).show()
    expect(stage.chip).to_be_visible()
    seen = stage.probe("chip")
    assert seen["hits"] == []
    assert seen["air"] is None or seen["air"] >= 8
    assert seen["height"] == 28
    assert seen["inside"]


# A menu of the site over the chip, and an answer after which all looks as before; is the chip hidden then?
UNDER_A_MENU = """(names) => {
  if (names) stages[0].editor.setAttribute('aria-expanded', 'true');
  const chip = document.querySelector('forepost-overlay').shadowRoot.querySelector('.chip');
  const { x, y } = chip.getBoundingClientRect();
  const menu = document.createElement('div');
  menu.role = 'listbox';
  menu.style.cssText = `position:fixed;background:#ddd;left:${x}px;top:${y}px;width:300px;height:200px`;
  document.body.append(menu);
  stages[0].show();
  return getComputedStyle(chip).visibility === 'hidden';
}"""


def test_a_list_of_names_is_not_covered_from_the_answer_on(stage: Stage) -> None:
    stage.build().show()
    assert stage.page.evaluate(UNDER_A_MENU, True)


def test_a_menu_of_the_site_is_not_covered_once_the_person_rests(stage: Stage) -> None:
    stage.build().show()
    box = stage.chip.bounding_box()
    assert not stage.page.evaluate(UNDER_A_MENU, False), "whoever writes on pays for no look around"
    expect(stage.chip).to_have_count(0)  # hidden, in its place
    stage.page.evaluate("() => { document.querySelector('[role=listbox]').remove(); stages[0].show() }")
    expect(stage.chip).to_be_visible()
    assert stage.chip.bounding_box() == box


LONG = "body { padding-bottom: 100px } [contenteditable] { min-height: 1800px }"
TO_THE_END = "() => scrollTo(0, document.documentElement.scrollHeight)"


def test_stays_in_sight_while_post_is_scrolled_away_below_a_long_text(stage: Stage) -> None:
    stage.build(looks={"style": LONG}).show()
    expect(stage.chip).to_be_visible()
    seen = stage.probe("chip")
    assert (seen["inside"], seen["hits"]) == (True, [])
    stage.page.evaluate(TO_THE_END)
    until("the chip is beside Post", lambda: stage.probe("chip")["air"] == 8)
    home = from_post(stage)
    stage.page.evaluate("() => scrollTo(0, 0)")
    until("the chip is in sight", lambda: stage.probe("chip")["inside"])
    stage.page.evaluate(TO_THE_END)
    until("the chip is where it was", lambda: from_post(stage) == pytest.approx(home, abs=1))


def from_post(stage: Stage) -> tuple[float, float]:
    """How far the chip stands from Post, CSS px; both stand on whole ones."""
    chip, post = stage.chip.bounding_box(), stage.page.get_by_role("button", name="Post", exact=True).bounding_box()
    return (chip["x"] - post["x"], chip["y"] - post["y"]) if chip and post else (0, 0)


def test_is_not_over_a_long_text_that_fills_the_window(stage: Stage) -> None:
    words = "All of the window is text. " * 600
    stage.build(
        composer(words), looks={"style": "body { margin: 0 } .composer, [contenteditable] { width: 100% }"}
    ).show()
    assert not stage.chip.is_visible() or stage.probe("chip")["hits"] == []


def test_makes_way_for_a_new_editor(stage: Stage) -> None:
    stage.build(composer(middle=FULL_ROW)).show()  # no room in the row: the chip stands below
    stage.page.evaluate(
        """() => document.querySelector('.composer').insertAdjacentHTML('afterend',
        '<div contenteditable="true" role="textbox" aria-label="Second post" style="height:60px;width:520px"></div>')"""
    )
    until("the chip made way", lambda: stage.probe("chip")["hits"] == [])


def test_follows_its_button_without_being_told(stage: Stage) -> None:
    stage.build().show()
    before = stage.chip.bounding_box()
    assert before is not None
    stage.page.evaluate("() => { document.querySelector('[contenteditable]').style.minHeight = '200px' }")

    def followed() -> bool:
        box = stage.chip.bounding_box()
        return box is not None and box["y"] > before["y"] + 100

    until("the chip is beside its button again", followed)
    assert stage.probe("chip")["air"] == 8


def test_follows_its_button_that_moves_before_either_is_drawn(stage: Stage) -> None:
    stage.build()
    stage.page.evaluate(
        """() => {
        stages[0].show();
        document.querySelector('[contenteditable]').style.minHeight = '200px';
    }"""
    )
    until("the chip is beside its button", lambda: stage.probe("chip")["air"] == 8)


def test_the_way_to_what_to_do_after_a_mistake(stage: Stage) -> None:
    stage.build(composer("A fine day.")).show()
    stage.chip.click()
    stage.button("I posted something by mistake").click()
    stage.page.evaluate("() => stages[0].overlay.isOut()")
    stage.button("I posted something by mistake").focus()
    stage.page.keyboard.press("Enter")
    assert stage.log == ["open mistake", "open mistake"]


def test_a_question_takes_no_focus_and_is_answered_once(stage: Stage) -> None:
    stage.build().show()
    stage.editor.focus()
    stage.page.evaluate(
        """() => stages[0].overlay.ask('left', {
        yes: async () => true, no: async () => stages[0].log.push('not sent') > 0 })"""
    )
    expect(stage.status).to_have_text("For your record: did this post go out?")
    assert stage.focused() == "[composer]"
    stage.show("{kind: 'checking'}").show()
    stage.button("No").click()
    expect(stage.status).to_have_text("Noted.")
    expect(stage.button("No")).to_have_count(0)
    assert "not sent" in stage.log
    assert stage.focused() == "[composer]"
