"""A change of the settings that can be taken back, and nothing else that was changed since with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
        touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        kept = {key: value for key, value in now.items() if key not in touched}
        return kept | {key: value for key, value in before.items() if key in touched}
    if isinstance(now, list):
        kept_entries = [entry for entry in now if entry in before or entry not in after]
        return kept_entries + [entry for entry in before if entry not in after and entry not in kept_entries]
    return before
