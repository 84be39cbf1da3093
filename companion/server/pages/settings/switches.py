"""On and off, the pause, the mode, and what happens around a post: countdown, counts, record, language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, get_args

from companion.draft import Mode
from companion.server.pages import said
from companion.server.pages.change import Answer, Ask, Done, Form
from companion.server.pages.desk import Desk
from companion.server.pages.undo import changing
from companion.store.settings import SettingsPatch
from companion.store.settings_store import patched

PAUSES = {"15": "15 minutes", "60": "an hour"}
COUNTDOWNS = (0, 3, 5, 10, 20, 30, 60)  # seconds
DAYS = (30, 90, 182, 365, 730, 1095, 1825, 2555, 3650)
LANGUAGES = {"auto": "As the browser has it", "en": "English", "gd": "Gàidhlig", "cy": "Cymraeg"}


def patching(desk: Desk, **change: Any) -> Callable[[], str]:
    """Apply a change as the API does. The answer takes it back."""
    patch, now = SettingsPatch(**change), desk.now
    return changing(desk.companion.settings, lambda present: patched(present, patch, None, now))


def checking(desk: Desk, form: Form) -> Answer:
    """Off is off until it is switched on; a pause ends by itself."""
    match form.get("checking"):
        case "on":
            return Done("Posts are checked again.", patching(desk, on=True, paused_until=None), at="checking")
        case "off":
            return Done("Nothing is checked until you switch it on again.", patching(desk, on=False), at="checking")
        case minutes if minutes in PAUSES:
            until = desk.now + timedelta(minutes=int(minutes or 0))
            back = patching(desk, paused_until=until)
            return Done(f"Nothing is checked until {said.clock(until)}. It comes back by itself.", back, at="checking")
    return None


def mode(desk: Desk, form: Form) -> Answer:
    """The points before official posts are asked when they are due. The mode is switched all the same."""
    if form.get("mode") not in get_args(Mode):
        return None
    back = patching(desk, mode=form["mode"])
    if form["mode"] == "official" and desk.companion.settings.present.readiness.is_due(desk.now):
        return Done("Saved: you are posting officially. First, a few points to have settled.", back, page="readiness")
    return Done("Saved.", back, at="mode")


def countdown(desk: Desk, form: Form) -> Answer:
    seconds = _number(form.get("seconds"), 0, 60)
    if seconds is None:
        return None
    words = f"After Post you have {said.counted(seconds, 'second')} to take it back." if seconds else "No countdown."
    return Done(f"Saved. {words}", patching(desk, gut_check=seconds), at="around")


def language(desk: Desk, form: Form) -> Answer:
    if form.get("language") not in languages(desk.companion.settings.present.language):
        return None
    return Done("Saved.", patching(desk, language=form["language"]), at="language")


def counting(desk: Desk, form: Form) -> Answer:
    """Chosen once at the first run, and here at any time."""
    match form.get("measure"):
        case "yes":
            return Done("Saved. Forepost counts for you, on this machine.", patching(desk, measure=True), at="counting")
        case "no":
            words = "Saved. Nothing is counted. What was counted so far stays until you delete it."
            return Done(words, patching(desk, measure=False), at="counting")
    return None


def recording(desk: Desk, form: Form) -> Answer:
    """Fewer days delete posts for good, so that is asked first."""
    present = desk.companion.settings.present.record
    on, days = form.get("record"), _number(form.get("days"), 1, 3650)
    if on not in ("on", "off") or days is None:
        return None
    fewer = days < present.keep_days and desk.companion.records.count() > 0
    if fewer and form.get("sure") != "yes":
        return Ask(
            f"Keep posts for {span(days)} only?",
            "Posts in your record that are older, and not marked to be kept, are deleted within the hour, for good.",
            "Keep them no longer",
            {"change": "recording", "record": on, "days": str(days)},
            no="Leave it as it is",
            at="recording",
        )
    back = patching(desk, record=on == "on", record_keep_days=days)
    words = {
        "on": "Saved. Official posts are kept as a working copy on this machine.",
        "off": "Saved. No more posts are kept. Those in the record stay until you delete them.",
    }
    return Done(words[on], back, at="recording")


def span(days: int) -> str:
    """90 days · half a year · 1 year · 3 years"""
    years, rest = divmod(days, 365)
    if days == 182:
        return "half a year"
    return said.counted(days, "day") if rest or not years else said.counted(years, "year")


def day_choices(present: int) -> list[tuple[int, str]]:
    return [(days, span(days)) for days in sorted({*DAYS, present})]


def languages(present: str) -> dict[str, str]:
    """What can be chosen; a choice made elsewhere is among them."""
    return LANGUAGES if present in LANGUAGES else {**LANGUAGES, present: present}


def paused_until(desk: Desk) -> datetime | None:
    return desk.companion.settings.present.pause_at(desk.now)


def _number(typed: str | None, least: int, most: int) -> int | None:
    if typed is None or not (typed.isascii() and typed.isdigit() and len(typed) < 6):
        return None
    return int(typed) if least <= int(typed) <= most else None
