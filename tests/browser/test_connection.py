"""The link between browser and companion: killed, restarted, not there yet, never connected."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

import pytest

from tests.browser.companion import busy_known_ports, until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.own_pages import open_page
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD, PHONE

pytestmark = pytest.mark.browser

PROTECTED_WITHIN = 3.0  # seconds, from the last key to an underline, or to a chip that says why not


def waiting() -> float:
    """How many programs want each core of this machine now, at least 1: a promise in seconds is multiplied by it."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@pytest.fixture
def open_fragile(fragile: Forepost) -> Iterator[Open]:
    with fragile.opening() as open_surface:
        yield open_surface


@pytest.fixture
def quiet_ports() -> None:
    """With a stranger on a known port, the extension rightly speaks of that stranger."""
    if busy := busy_known_ports():
        pytest.skip(f"another program, perhaps another companion, listens on port {busy[0]} of this machine")


@pytest.fixture
def no_native_host(fragile: Forepost) -> Iterator[None]:
    """The browser cannot start the companion by itself: its wrapper is not executable."""
    wrapper = fragile.native_host()
    wrapper.chmod(0o600)
    yield
    wrapper.chmod(0o700)


def test_killed_while_typing_it_says_so_lets_posts_go_and_recovers(
    fragile: Forepost, open_fragile: Open, no_native_host: None, quiet_ports: None
) -> None:
    composer = open_fragile(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)

    fragile.companion.kill()
    composer.go_on(" on Monday")
    composer.chip_says("Companion off")
    assert composer.model() == f"{HELD} on Monday"

    composer.press_post("key")
    assert composer.wait_submitted() == [f"{HELD} on Monday"], "fail open: a broken companion keeps nobody from posting"

    composer.write(HELD)
    fragile.companion.start()
    composer.wait_underlined(PHONE, limit=20)
    assert composer.model() == HELD
    composer.press_post("key")
    expect(composer.review).to_be_visible()
    assert len(composer.submitted()) == 1


def test_start_on_the_chip_starts_the_companion(fragile: Forepost, open_fragile: Open, quiet_ports: None) -> None:
    wrapper = fragile.native_host()
    wrapper.chmod(0o600)
    composer = open_fragile(FACEBOOK_COMMENT)
    fragile.companion.kill()
    composer.write(HELD)
    composer.chip_says("Start")
    wrapper.chmod(0o700)

    composer.chip.click()

    composer.wait_underlined(PHONE, limit=20)
    assert composer.model() == HELD


def test_after_a_restart_of_the_machine_protected_soon_or_told_why(fragile: Forepost) -> None:
    fragile.switch_the_machine_off_and_on()

    with fragile.opening() as open_surface:
        composer = open_surface(X_HOME).write(HELD)

        def protected_or_told() -> bool:
            told = composer.chip.count() > 0 and "Start" in composer.chip.inner_text()
            return told or composer.underlined() == [PHONE]

        until("protected, or told why", protected_or_told, PROTECTED_WITHIN * waiting())
        if composer.underlined() != [PHONE]:
            composer.chip.click()
        composer.wait_underlined(PHONE, limit=20)


def test_a_fresh_browser_connects_and_starts_the_companion_by_itself(
    put: Callable[..., Forepost], browser_name: str
) -> None:
    with put(running=False, browser=browser_name).opening() as open_surface:
        open_surface(X_HOME).write(HELD).wait_underlined(PHONE, limit=20)


def test_never_connected_it_says_why_and_keeps_nobody_from_posting(
    put: Callable[..., Forepost], browser_name: str
) -> None:
    with put(connected=False, browser=browser_name).opening() as open_surface:
        composer = open_surface(X_HOME).write(HELD)
        composer.chip_says("Not connected")
        expect(composer.chip).to_have_attribute("title", re.compile("not connected to the companion"))

        composer.press_post()

        assert composer.wait_submitted() == [HELD]
        assert composer.drafts() == []


def test_disconnected_on_the_settings_page_it_says_so_where_somebody_writes_and_can_be_connected_again(
    put: Callable[..., Forepost], browser_name: str
) -> None:
    forepost = put(browser=browser_name)
    with forepost.opening() as open_surface:
        composer = open_surface(X_HOME).write(HELD)
        composer.wait_underlined(PHONE)
        own = open_page(forepost.context.new_page(), forepost.companion, "settings")
        own.get_by_role("button", name=re.compile("^Disconnect ")).click()
        own.get_by_role("button", name="Disconnect it").click()
        expect(own.get_by_text("It can no longer ask the companion.")).to_be_visible()
        own.close()

        since = len(composer.drafts())
        composer.go_on(" on Monday")
        composer.chip_says("Not connected")
        expect(composer.chip).to_have_attribute("title", re.compile("was disconnected in the companion"))
        composer.press_post()
        assert composer.wait_submitted() == [f"{HELD} on Monday"]
        assert len(composer.drafts()) == since, "nothing of it was read"

        composer.write(HELD)
        composer.chip_says("Not connected")
        composer.chip.click()
        composer.wait_underlined(PHONE, limit=20)


def test_the_page_posts_a_clean_text_while_the_companion_sleeps(fragile: Forepost, open_fragile: Open) -> None:
    """A stopped background (the browser stops it at will) wakes and checks; nothing is lost."""
    composer = open_fragile(X_HOME).write(CLEAN)
    composer.checked()
    fragile.stop_background()

    composer.go_on(f" {PHONE}")

    composer.wait_underlined(PHONE)
