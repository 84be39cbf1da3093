"""A change of the settings that can be taken back, and nothing else that was changed since with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companion.draft import Model
from companion.store.settings import Settings
from companion.store.settings_store import SettingsStore

AS_BEFORE = "As it was before."


def changing(store: SettingsStore, make: Callable[[Settings], Settings]) -> Callable[[], str]:
    """Make a change. The answer is the way back from it: call it, and it says what it did."""
    before: list[Settings] = []

    def made(present: Settings) -> Settings:
        before.append(present)
        return make(present)

    after = store.replace(made)

    def back() -> str:
        store.replace(lambda now: restored(now, before[0], after))
        return AS_BEFORE

    return back


def restored(now: Settings, before: Settings, after: Settings) -> Settings:
    """The settings of now, without what made `after` of `before`."""
    fields = [name for name in Settings.model_fields if name != "revision"]
    again = {name: _restored(getattr(now, name), getattr(before, name), getattr(after, name)) for name in fields}
    return now.model_copy(update=again)


def _restored(now: Any, before: Any, after: Any) -> Any:
    if before == after:
        return now
    if now == after:
        return before
    if isinstance(now, dict):
        entries = {key: _entry(now.get(key), before.get(key), after.get(key)) for key in (*now, *before)}
        return {key: value for key, value in entries.items() if value is not None}
    if isinstance(now, list):
        kept_entries = [entry for entry in now if entry in before or entry not in after]
        return kept_entries + [entry for entry in before if entry not in after and entry not in kept_entries]
    return before


def _entry(now: Any, before: Any, after: Any) -> Any:
    """One entry of a dictionary; None where there is none. What was changed of it since, or forgotten, stays so."""
    if after in (before, now):
        return now if before == after else before
    if not isinstance(now, Model):
        return now
    usual = type(now)()
    again = {
        name: _restored(*(getattr(usual if one is None else one, name) for one in (now, before, after)))
        for name in type(now).model_fields
    }
    entry = now.model_copy(update=again)
    return None if before is None and entry == usual else entry
