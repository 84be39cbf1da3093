"""The organisation's pack in a running companion: looked at first, then used for every draft, or left again.

A pack is untrusted. It is read, its rules and an engine for it are made ready, and only then is anything written or
exchanged: one that cannot be used changes nothing. No pack changes anything of the settings but which pack is used.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from companion.policy.compare import Difference, differences
from companion.policy.heard import unknown_entities
from companion.policy.load import built_in, read_pack
from companion.policy.model import Pack
from companion.server.checks import Warming, checks_of
from companion.store import chosen_pack
from companion.store.chosen_pack import NotAPack
from companion.store.paths import Places
from companion.store.settings import ChosenPack
from companion.store.settings_store import SettingsStore

WAIT_FOR_CHECKS = 30.0  # seconds for the first ones, on a machine that is busy


class NotLookedAt(Exception):
    """Another pack was looked at since, or none: the person would choose what they have not seen."""


@dataclass(frozen=True)
class LookedAt:
    """A pack that can be used, as a person is asked about it."""

    pack: ChosenPack  # name, version, publisher, hash
    organisation: str  # whom it speaks for
    changes: list[Difference]  # against the pack in use; empty: nothing a person would notice
    content: Pack


def look(where: Places, raw: bytes, now: datetime) -> LookedAt:
    """What choosing this file would mean. Changes nothing. Raises NotAPack: line, column and mend of each fault."""
    from companion.detectors.engine import build_engine

    source = chosen_pack.read(raw)
    if faults := list(unknown_entities(source, build_engine(source.pack).entities)):
        raise NotAPack([str(fault) for fault in faults])
    pack = source.pack
    return LookedAt(
        chosen_pack.shown(pack, raw, now), pack.organisation.name, differences(in_use(where), pack), content=pack
    )


def in_use(where: Places) -> Pack:
    """The pack that was chosen in these folders and can be used, or the built-in one."""
    found = chosen_pack.found(where)
    return built_in() if found.raw is None else read_pack(found.raw).pack


class Packs:
    """Which pack is used. Safe to use from several threads. `clock` is the time of day, UTC."""

    def __init__(self, where: Places, settings: SettingsStore, warming: Warming, clock: Callable[[], datetime]) -> None:
        self._where, self._settings, self._warming, self._clock = where, settings, warming, clock
        self._lock = threading.Lock()
        self._seen: tuple[bytes, LookedAt] | None = None

    def look(self, raw: bytes) -> LookedAt:
        """What choosing this file would mean: see `look`. It is remembered until another is looked at, or chosen."""
        looked = look(self._where, raw, self._clock())
        with self._lock:
            self._seen = raw, looked
        return looked

    def use(self, sha256: str) -> ChosenPack:
        """Check by the pack that was looked at last. Raises NotLookedAt when it has another hash; and OSError."""
        with self._lock:
            if self._seen is None or self._seen[1].pack.sha256 != sha256:
                raise NotLookedAt
            raw, looked = self._seen
            self._exchange(looked.content, lambda: chosen_pack.choose(self._where, self._settings, raw, self._clock()))
            self._seen = None
        return looked.pack

    def leave(self) -> None:
        """Check by the built-in pack. Raises OSError."""
        with self._lock:
            self._exchange(built_in(), lambda: chosen_pack.leave(self._where, self._settings))

    def _exchange(self, pack: Pack, keep: Callable[[], object]) -> None:
        """Exchange the checks first: an answer of the old ones then carries a revision that is over."""
        policy, build = checks_of(pack)
        back = self._warming.use(policy, build(), WAIT_FOR_CHECKS)
        try:
            keep()
        except BaseException:
            back()
            raise
