"""The organisation's pack the person chose: its copy beside the settings, used only while it is what they saw."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from companion.policy.load import Source, read_pack
from companion.policy.model import Pack
from companion.policy.problems import PackError
from companion.store.paths import Places
from companion.store.private_file import ready_to_replace
from companion.store.settings import ChosenPack, Settings
from companion.store.settings_store import SettingsStore

FALL_BACK = "The built-in rules are used until you choose it again in the settings."


class NotAPack(Exception):
    """This cannot be used as a pack. `problems` say line, column and mend."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True)
class Found:
    """The chosen pack as it is on the disk, or why it is not used. Both None: none was chosen."""

    raw: bytes | None = None
    notice: str | None = None


def read(raw: bytes) -> Source:
    """The pack in these bytes, which anybody may have written. Raises NotAPack."""
    try:
        return read_pack(raw)
    except PackError as error:
        raise NotAPack([str(problem) for problem in error.problems]) from None


def shown(pack: Pack, raw: bytes, now: datetime) -> ChosenPack:
    """What a person is shown of a pack before they choose it, and what the settings keep of it."""
    return ChosenPack(
        id=pack.id,
        version=pack.version,
        title=pack.title,
        publisher=pack.publisher,
        sha256=hashlib.sha256(raw).hexdigest(),
        chosen=now,
    )


def choose(where: Places, settings: SettingsStore, raw: bytes, now: datetime) -> Settings:
    """Keep a copy of this pack and use it from now on. Raises NotAPack. Of the settings nothing else changes.

    The copy takes its place only when the settings name it: a disk that is full leaves the pack of before in use.
    """
    pack = shown(read(raw).pack, raw, now)
    with ready_to_replace(where.organisation, raw):
        return settings.replace(lambda present: present.model_copy(update={"organisation": pack}))


def leave(where: Places, settings: SettingsStore) -> Settings:
    """Go back to the built-in pack."""
    after = settings.replace(lambda present: present.model_copy(update={"organisation": None}))
    where.organisation.unlink(missing_ok=True)
    return after


def found(where: Places) -> Found:
    """The chosen pack. A copy that is gone, was changed since or can no longer be read is named and not used."""
    try:
        pack = Settings.model_validate_json(where.settings.read_bytes()).organisation
    except (OSError, ValidationError):
        return Found()
    if pack is None:
        return Found()
    name = f"Your organisation's policy pack ({pack.title})"
    try:
        raw = where.organisation.read_bytes()
    except OSError:
        return Found(notice=f"{name} is not on the disk any more. {FALL_BACK}")
    if hashlib.sha256(raw).hexdigest() != pack.sha256:
        return Found(notice=f"{name} was changed since you chose it. {FALL_BACK}")
    try:
        read_pack(raw)
    except PackError:
        return Found(notice=f"{name} cannot be read by this version of Forepost. {FALL_BACK}")
    return Found(raw=raw)
