"""What the tray has to show: made from the companion's answer and the time, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

State = Literal["away", "on", "paused", "off"]


@dataclass(frozen=True)
class Outlook:
    """`mode` is empty when nobody could say it. `until`: when a pause ends, UTC."""

    state: State
    mode: str = ""
    until: datetime | None = None
    readiness_due: bool = False  # official mode was never prepared, or a year ago
    set_aside: str = ""  # the file in which settings are kept that could not be read; empty when there is none


AWAY = Outlook("away")


def outlook_of(settings: Mapping[str, Any], now: datetime) -> Outlook:
    """`settings` as /v1/settings/read answers; a companion older than the tray knows no pause. `now` in UTC."""
    due, set_aside = bool(settings.get("readiness_due")), settings.get("set_aside") or ""
    outlook = Outlook("on", str(settings["mode"]), readiness_due=due, set_aside=set_aside)
    pause = settings.get("paused_until")
    until = datetime.fromisoformat(pause) if pause else None
    if not settings.get("on", True):
        return replace(outlook, state="off")
    if until is not None and until > now:
        return replace(outlook, state="paused", until=until.astimezone(UTC))
    return outlook
