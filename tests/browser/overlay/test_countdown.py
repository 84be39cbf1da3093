"""The gut check: told once, taken back by key or by hand, and never a post at a time nobody expects."""

from __future__ import annotations

import pytest

from tests.browser.expecting import expect
from tests.browser.overlay.stage import Stage

pytestmark = pytest.mark.browser

# A clock that goes only when it is told to, in steps of 100 ms; or in one leap, as when the machine slept.
CLOCK = """let now = Date.now();
let timers = [];
Date.now = () => now;
window.setTimeout = (ring, wait = 0) => { timers.push({ ring, at: now + wait, id: {} }); return timers.at(-1).id; };
window.clearTimeout = (id) => { timers = timers.filter((one) => one.id !== id); };
window.pass = (ms, step = 100) => {
  for (const end = now + ms; now < end; ) {
    now += step;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { ring } of due) ring();
  }
};
window.leap = (ms) => pass(ms, ms);"""
COUNT = "(seconds) => void stages[0].overlay.countdown(seconds).then((goes) => stages[0].log.push(`goes ${goes}`))"


def went(stage: Stage) -> list[str]:
    return [entry for entry in stage.log if entry.startswith("goes")]


def test_it_is_told_once_and_escape_takes_it_back_from_anywhere(stage: Stage) -> None:
    stage.build().show()
    stage.page.evaluate(COUNT, 60)
    expect(stage.status).to_have_text("This goes out in 60 seconds. Escape takes it back.")
    expect(stage.button("Take it back")).to_be_focused()
    stage.editor.focus()
    stage.page.keyboard.press("Escape")
    expect(stage.status).to_have_text("Taken back. Your text is still here.")
    assert (went(stage), stage.focused()) == (["goes false"], "[composer]")

    stage.page.evaluate(COUNT, 60)
    stage.button("Post now").click()
    expect(stage.button("Take it back")).to_have_count(0)
    stage.page.evaluate(COUNT, 60)
    stage.page.evaluate("() => stages[0].overlay.takeBack()")
    assert went(stage) == ["goes false", "goes true", "goes false"]


def test_it_goes_when_the_time_is_up_but_not_after_the_machine_slept(stage: Stage) -> None:
    stage.build(before=CLOCK).show()
    stage.page.evaluate(COUNT, 5)
    expect(stage.page.get_by_text("Goes out in 5 s", exact=True)).to_be_visible()
    stage.page.evaluate("() => pass(4000)")
    expect(stage.page.get_by_text("Goes out in 1 s", exact=True)).to_be_visible()
    assert went(stage) == []
    stage.page.evaluate("() => pass(1100)")
    assert went(stage) == ["goes true"]

    stage.page.evaluate(COUNT, 5)
    stage.page.evaluate("() => leap(3_600_000)")
    assert went(stage) == ["goes true", "goes false"]
