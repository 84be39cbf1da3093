"""What a screen reader is told, what axe finds, how large the targets are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.overlay.stage import AXE, Stage, composer

pytestmark = pytest.mark.browser


def test_live_region_tells_results_not_progress(stage: Stage) -> None:
    stage.build()
    expect(stage.status).to_have_text("")
    stage.show("{kind: 'checking'}")
    expect(stage.status).to_have_text("")
    stage.show()
    expect(stage.status).to_have_text("2 things to look at. Alt+Shift+F opens the first.")
    stage.write("All well.")
    stage.show("{kind: 'checking'}")
    expect(stage.status).to_have_text("2 things to look at. Alt+Shift+F opens the first.")
    stage.show()
    expect(stage.status).to_have_text("Nothing left to look at.")


def test_a_first_clean_check_is_silent(stage: Stage) -> None:
    stage.build(composer("A fine day.")).show()
    expect(stage.status).to_have_text("")


def test_companion_off_is_told(stage: Stage) -> None:
    stage.build().show("{kind: 'off', fault: 'not-running'}")
    expect(stage.status).to_contain_text("Companion off. The companion is not running, so nothing is checked.")


def test_notice_is_shown_and_told_and_can_be_dismissed(stage: Stage) -> None:
    stage.build().show()
    stage.say("press-post-again")
    bubble = stage.page.locator("forepost-overlay .bubble")
    expect(bubble).to_contain_text("Checked. Press Post again.")
    expect(stage.status).to_have_text("Checked. Press Post again.")
    stage.show("{kind: 'checking'}")
    expect(bubble).to_be_visible()  # stays long enough to be read
    bubble.get_by_role("button", name="Close").click()
    expect(bubble).to_be_hidden()


AXE_STATES = [
    ("chip", "stages[0].show()"),
    ("off", "stages[0].show({kind: 'off', fault: 'not-running'})"),
    ("card", "stages[0].show(), stages[0].overlay.openCard('phone', true)"),
    ("review", "stages[0].show(), stages[0].hold()"),
    ("countdown", "stages[0].show(), stages[0].overlay.countdown(60)"),
    ("notice", "stages[0].show(), stages[0].overlay.say('not-checked')"),
]


@pytest.mark.parametrize("ground", ["#ffffff", "#000000"])
@pytest.mark.parametrize(("name", "arrange"), AXE_STATES)
def test_axe_finds_nothing(stage: Stage, name: str, arrange: str, ground: str) -> None:
    stage.build(looks={"ground": ground}).page.evaluate(f"() => {{ {arrange} }}")
    stage.page.evaluate(AXE.read_text())
    include = "{ include: [{ fromShadowDom: ['forepost-overlay', '.ground'] }] }"
    report = stage.page.evaluate(f"() => axe.run({include}, {{ rules: {{ 'target-size': {{ enabled: true }} }} }})")
    assert len(report["passes"]) > 5, "a closed root would test nothing"
    assert [(v["id"], v["nodes"][0]["html"]) for v in report["violations"]] == []


def tree(stage: Stage) -> list[tuple[str, str]]:
    """Role and name of everything on the page, as Chromium hands it to assistive technology."""
    session = stage.page.context.new_cdp_session(stage.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]


def test_the_accessibility_tree_has_names_for_all(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    heard = tree(stage)
    assert ("button", "Forepost: 2 to look at @jane_hendry · Public, Personal, 1 hint") in heard
    assert ("dialog", "Please look: Looks like a mobile number") in heard
    assert ("status", "") in heard
    assert {("button", name) for name in ("Remove it", "Not a problem here", "Always allow", "Next", "Close")} <= {
        *heard
    }
    assert [node for node in heard if node[0] in {"button", "checkbox", "dialog", "alertdialog"} and not node[1]] == []

    stage.hold()
    heard = tree(stage)
    assert ("alertdialog", "Before you post") in heard
    assert ("checkbox", "I mean to share this") in heard
    assert [node for node in heard if node[0] in {"button", "checkbox", "dialog", "alertdialog"} and not node[1]] == []


def test_targets_are_large_enough(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    assert stage.probe("smallTargets") == []
    stage.hold()
    assert stage.probe("smallTargets") == []
