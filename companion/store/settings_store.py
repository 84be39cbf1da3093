"""Keeps the settings in one validated file, and makes every change whole or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from companion.draft import Model
from companion.policy.allow import AllowEntry
from companion.store.private_file import set_aside, write_private
from companion.store.settings import LONGEST_PAUSE, Readiness, Settings, SettingsPatch

ENTRIES = (("accounts",), ("sites",), ("rules",), ("allow",))
PLAIN = ("on", "mode", "measure", "gut_check", "language")  # fields a patch replaces as they are


class StaleRevision(Exception):
    """The change was made against settings that have changed since."""


M = TypeVar("M", bound=Model)


def merged(known: Mapping[str, M], said: Mapping[str, M | None]) -> dict[str, M]:
    """The entries after a change: of one that is given only its given fields change, and None forgets it."""
    after = dict(known)
    for key, change in said.items():
        if change is None:
            after.pop(key, None)
        elif key in after:
            given = {name: getattr(change, name) for name in change.model_fields_set}
            after[key] = after[key].model_copy(update=given)
        else:
            after[key] = change
    return after


def patched(settings: Settings, patch: SettingsPatch, entry: AllowEntry | None, now: datetime) -> Settings:
    """The settings after a change, one revision later. `entry` is what `patch.allow_add` became; it is dated here."""
    after = {name: value for name in PLAIN if (value := getattr(patch, name)) is not None}
    if "paused_until" in patch.model_fields_set:
        until = patch.paused_until
        after["paused_until"] = min(until, now + LONGEST_PAUSE) if until is not None else None
    for name in ("accounts", "sites", "rules"):
        if said := getattr(patch, name):
            after[name] = merged(getattr(settings, name), said)
    record = {"on": patch.record, "keep_days": patch.record_keep_days}
    after["record"] = settings.record.model_copy(
        update={name: value for name, value in record.items() if value is not None}
    )
    if patch.readiness is not None:
        after["readiness"] = Readiness(answers=patch.readiness, answered=now)
    allow = [known for known in settings.allow if known.id not in (patch.allow_remove, entry and entry.id)]
    after["allow"] = [*allow, replace(entry, day=now.astimezone().date())] if entry is not None else allow
    return settings.model_copy(update={**after, "revision": settings.revision + 1})


def read_settings(path: Path) -> Settings:
    """The settings in this file; the usual ones where there is none. Raises OSError and ValidationError."""
    try:
        return Settings.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Settings()


def what_can_be_read(raw: bytes) -> Settings:
    """The settings without what this version cannot read: one field that a later one has must not cost an allow list.

    Of accounts, sites, rules and the allow list only the entries go that cannot be read.
    """
    try:
        found = json.loads(raw)
        while True:
            try:
                return Settings.model_validate_json(json.dumps(found))
            except ValidationError as error:
                places = {each["loc"][: 2 if each["loc"][:1] in ENTRIES else 1] for each in error.errors()}
                for place in sorted(places, key=_numbers_first, reverse=True):  # of a list, the last entries first
                    _take_out(found, place)
    except (ValueError, RecursionError, LookupError, TypeError):
        return Settings()


def _numbers_first(place: tuple[int | str, ...]) -> list[tuple[bool, int | str]]:
    return [(isinstance(step, str), step) for step in place]


def _take_out(found: Any, place: tuple[int | str, ...]) -> None:
    """Raises LookupError or TypeError where nothing is there: then the whole cannot be read."""
    *above, last = place
    for step in above:
        found = found[step]
    del found[last]


class SettingsStore:
    """The settings file and its present content. Safe to use from several threads; the companion is the only writer."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.notice: str | None = None  # for the person, when the file had to be set aside and they have not seen it
        self._clock = clock
        self._lock = threading.Lock()
        self.present = self._load()

    def _load(self) -> Settings:
        try:
            settings = read_settings(self.path)
        except ValidationError as error:
            fields = sorted({".".join(str(part) for part in found["loc"]) for found in error.errors()} - {""})
            aside = set_aside(self.path, self._clock())
            anew = {"revision": _revision_after(aside), "set_aside": aside.name}
            settings = what_can_be_read(aside.read_bytes()).model_copy(update=anew)
            _write(self.path, settings)
            self.notice = _notice(aside, fields)
        else:
            if settings.set_aside is not None:
                self.notice = _notice(self.path.with_name(settings.set_aside), [])
        return settings

    def seen(self) -> None:
        """The person has read the notice. It stays for this run, and is gone at the next start. Raises OSError."""
        with self._lock:
            if self.present.set_aside is not None:  # no new revision: nothing that a draft is checked by has changed
                self._keep(self.present.model_copy(update={"set_aside": None}))

    def change(self, patch: SettingsPatch, entry: AllowEntry | None = None) -> Settings:
        """Apply a change and write it. Raises StaleRevision, having changed nothing, when it names another revision."""
        with self._lock:
            if patch.revision is not None and patch.revision != self.present.revision:
                raise StaleRevision
            return self._keep(patched(self.present, patch, entry, self._clock()))

    def replace(self, make: Callable[[Settings], Settings]) -> Settings:
        """Put what `make` makes of the present settings in their place, one revision later."""
        with self._lock:
            revision = self.present.revision + 1
            return self._keep(make(self.present).model_copy(update={"revision": revision}))

    def _keep(self, after: Settings) -> Settings:
        """Write first, believe afterwards: a full disk must not leave memory and file apart."""
        _write(self.path, after)
        self.present = after
        return after


def _notice(aside: Path, fields: list[str]) -> str:
    """`fields`: what could not be read, where that is known."""
    return (
        f"Your settings could not all be read{' (' + ', '.join(fields[:5]) + ')' if fields else ''}. They are kept as "
        f"{aside.name} in {aside.parent}. In place of what could not be read there are the usual settings, and your "
        "drafts are checked with those. Until you have seen this in Settings, no post goes from your record."
    )


def _write(path: Path, settings: Settings) -> None:
    write_private(path, settings.model_dump_json(indent=1).encode())


def _revision_after(aside: Path) -> int:
    """A revision no browser has seen yet: answers given under the lost settings must count as stale."""
    return int(aside.stat().st_mtime)
