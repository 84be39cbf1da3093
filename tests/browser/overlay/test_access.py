"""What a screen reader is told, what axe finds, how large the targets are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.access import LOOK, axe_finds_nothing, targets_are_large_enough
from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.firefox_page import FirefoxPage
from tests.browser.overlay.stage import WHO, Stage, composer

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
    bubble = stage.overlay.locator(".bubble")
    expect(bubble).to_contain_text("Checked. Press Post again.")
    expect(stage.status).to_have_text("Checked. Press Post again.")
    stage.show("{kind: 'checking'}")
    expect(bubble).to_be_visible()  # stays long enough to be read
    bubble.get_by_role("button", name="Close").click()
    expect(bubble).to_be_hidden()


def ask_before_posting(stage: Stage) -> None:
    stage.show().open_card("employer", focus=True).button("Ask first").click()
    expect(stage.button("Back")).to_be_visible()


def ask_from_the_review(stage: Stage) -> None:
    stage.show().hold().button("Ask someone first").click()
    expect(stage.button("Back")).to_be_visible()


def fix_in_the_card(stage: Stage) -> None:
    stage.show().open_card("phone", focus=True).button("Remove it").click()
    expect(stage.button("Put back")).to_be_visible()


def fix_in_the_review(stage: Stage) -> None:
    stage.show().hold().button("Remove it").click()
    expect(stage.button("Put back")).to_be_visible()


def answer_in_the_card(stage: Stage) -> None:
    stage.show().open_card("phone", focus=True).button("Not useful").click()
    expect(stage.button("Undo")).to_be_visible()


def open_the_modes(stage: Stage) -> None:
    stage.show().chip.focus()
    stage.page.keyboard.press("ArrowDown")
    expect(stage.page.get_by_role("group", name="Mode")).to_be_visible()


def ask_about_the_account(stage: Stage) -> None:
    stage.build(looks=stage.looks, setting={**WHO, "unknown": {"suggested": None}}).show()
    expect(stage.page.get_by_role("group", name="Mode")).to_be_visible()


def ask_whether_it_left(stage: Stage) -> None:
    stage.show().page.evaluate("() => stages[0].overlay.ask('left', { yes: async () => true, no: async () => true })")
    expect(stage.button("Yes")).to_be_visible()


def be_out(stage: Stage) -> None:
    stage.show().page.evaluate("() => stages[0].overlay.isOut()")
    expect(stage.overlay.locator(".bubble")).to_be_visible()


def count_down(stage: Stage) -> None:
    stage.show().page.evaluate("() => void stages[0].overlay.countdown(60)")
    expect(stage.button("Take it back")).to_be_visible()


SCREENS: dict[str, Callable[[Stage], object]] = {
    "checked": lambda stage: stage.write("A fine day.").show(),
    "to look at": lambda stage: stage.show(),
    "partly checked": lambda stage: stage.write("A fine day.").show("{kind: 'partly', reason: 'site-changed'}"),
    "partly, and to look at": lambda stage: stage.show("{kind: 'partly', reason: 'too-slow'}"),
    "off": lambda stage: stage.show("{kind: 'off', fault: 'not-running'}"),
    "not here": lambda stage: stage.show("{kind: 'not-here'}"),
    "paused": lambda stage: stage.show("{kind: 'resting', until: new Date()}"),
    "card": lambda stage: stage.show().open_card("phone", focus=True),
    "card, fixed": fix_in_the_card,
    "card, answered": answer_in_the_card,
    "card, ask first": ask_before_posting,
    "review": lambda stage: stage.show().hold(),
    "review, fixed": fix_in_the_review,
    "review, ask first": ask_from_the_review,
    "countdown": count_down,
    "notice": lambda stage: stage.show().say("not-checked"),
    "a post is out": be_out,
    "did it leave": ask_whether_it_left,
    "a new account": ask_about_the_account,
    "modes": open_the_modes,
}


@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_and_the_targets_are_large_enough(stage: Stage, name: str, browser_name: str) -> None:
    stage.build(looks={"ground": {"light": "#ffffff", "dark": "#000000"}[LOOK[browser_name]]})
    SCREENS[name](stage)
    axe_finds_nothing(stage.page, "{ include: [{ fromShadowDom: ['forepost-overlay', '.ground'] }] }", passes=5)
    targets_are_large_enough(stage.page, "forepost-overlay")


# What Firefox tells assistive technology of a page it has looked at; needs the browser's own rights.
TOLD = """
const { classes, interfaces } = Components;
const service = classes['@mozilla.org/accessibilityService;1'].getService(interfaces.nsIAccessibilityService);
const all = (one) => [one, ...[...one.children.enumerate(interfaces.nsIAccessible)].flatMap(all)];
return all(service.getAccessibleFor(document)).map((one) => [one.computedARIARole, one.name ?? '']);
"""


def told(page: Any) -> list[tuple[str, str]]:
    """Role and name of everything on the page, as the browser hands it to assistive technology."""
    if isinstance(page, FirefoxPage):
        return [(role, name) for role, name in page.script(TOLD, sandbox="system")]
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]


def heard(stage: Stage, opened: tuple[str, str]) -> list[tuple[str, str]]:
    """All that is told, once this is: Firefox tells of what has changed with its next frame."""
    return until(f"{opened} is told", lambda: all_of_it if opened in (all_of_it := told(stage.page)) else None)


def test_the_accessibility_tree_has_names_for_all(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    card = heard(stage, ("dialog", "Please look: Looks like a mobile number"))
    assert ("button", "Forepost: 2 to look at @jane_hendry · Public, Personal, 1 hint") in card
    assert ("status", "") in card
    for name in ("Remove it", "Not a problem here", "Always allow", "Next", "Close"):
        assert ("button", name) in card

    stage.hold()
    review = heard(stage, ("alertdialog", "Before you post"))
    assert ("checkbox", "I mean to share this") in review
    for role, name in card + review:
        assert name or role not in {"button", "checkbox", "dialog", "alertdialog"}, role
