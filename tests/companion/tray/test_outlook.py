"""What the tray makes of the companion's answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from companion.tray.outlook import AWAY, Outlook, outlook_of
from companion.tray.words import status, tooltip

NOW = datetime(2026, 11, 25, 14, 15, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"on": True, "paused_until": None}, Outlook("on", "personal")),
        ({"on": True, "paused_until": "2026-11-25T14:30:00Z"}, Outlook("paused", "personal", LATER)),
        ({"on": True, "paused_until": "2026-11-25T14:15:00Z"}, Outlook("on", "personal")),
        ({"on": False, "paused_until": "2026-11-25T14:30:00Z"}, Outlook("off", "personal")),
        ({"on": True, "paused_until": None, "readiness_due": True}, Outlook("on", "personal", readiness_due=True)),
        ({"on": True, "set_aside": "a.broken-1"}, Outlook("on", "personal", set_aside="a.broken-1")),
        ({"on": False, "set_aside": None}, Outlook("off", "personal")),
        ({}, Outlook("on", "personal")),  # a companion older than the tray
    ],
)
def test_what_is_shown(settings: dict[str, Any], expected: Outlook) -> None:
    assert outlook_of({"mode": "personal", **settings}, NOW) == expected


def test_only_where_drafts_are_checked_does_it_say_so() -> None:
    """Never a green state that was not earned."""
    for outlook in (AWAY, Outlook("off", "official"), Outlook("paused", "official", LATER)):
        assert status(outlook).endswith("nothing is checked")
    assert tooltip(Outlook("on", "official")) == "Forepost. Your drafts are checked. You are writing as Official."
