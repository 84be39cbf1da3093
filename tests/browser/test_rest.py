"""Switched off or on a pause, Forepost reads nothing on any site, and says so instead of looking calm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import HELD, PHONE

pytestmark = pytest.mark.browser

AWAKE: dict[str, Any] = {"on": True, "paused_until": None}


@pytest.fixture
def set_to(forepost: Forepost) -> Iterator[Any]:
    """Changes the settings from elsewhere, as the tray does; all is as before at the end."""
    yield lambda change: forepost.companion.call("/v1/settings/patch", change)
    forepost.companion.call("/v1/settings/patch", AWAKE)


def in_minutes(minutes: int) -> str:
    return (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()


def come_back(composer: Composer) -> bool:
    """To the window: then the settings are looked at, every two seconds at most."""
    composer.page.evaluate("window.dispatchEvent(new Event('focus'))")
    return True


@pytest.mark.parametrize(
    ("change", "said"),
    [({"on": False}, "Checks are off"), ({"paused_until": in_minutes(60)}, "Paused until")],
    ids=["off", "paused"],
)
def test_nothing_is_read_and_nothing_held_until_it_goes_on(
    change: dict[str, Any], said: str, set_to: Any, open_composer: Open
) -> None:
    set_to(change)
    composer = open_composer(X_HOME).write(HELD)
    composer.chip_says(said)
    assert composer.drafts() == []

    set_to(AWAKE)
    until("it is underlined", lambda: come_back(composer) and composer.underlined() == [PHONE])

    set_to(change)
    until("it is quiet again", lambda: come_back(composer) and said in composer.chip.inner_text())
    composer.press_post()
    assert composer.wait_submitted() == [HELD]
    expect(composer.review).to_be_hidden()
