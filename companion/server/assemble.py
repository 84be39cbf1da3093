"""Puts a companion together from its state folder, ready to be served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from companion.server.checks import Load, Warming
from companion.server.companion import Companion
from companion.server.pace import Pace
from companion.server.packs import Packs
from companion.server.pairing import Nonces, Window
from companion.server.sightings import Sightings
from companion.server.visits import Visits
from companion.store.clients import Clients
from companion.store.counts import Counts
from companion.store.incidents import Incidents
from companion.store.paths import Places
from companion.store.private_file import KEY_LENGTH, key_of
from companion.store.records import Records
from companion.store.runtime import Runtime
from companion.store.settings_store import SettingsStore
from companion.store.ticks import Ticks

KEY_LOST = (
    "The key with which your allow list was made is lost, so Forepost cannot recognise the words on it and may mention "
    "them again. Remove them from the list, and allow them anew."
)


@dataclass(frozen=True)
class Clocks:
    """`wall`: the time of day, UTC, for what people read. `steady`: seconds that never go back, for limits."""

    wall: Callable[[], datetime]
    steady: Callable[[], float]


def assemble(where: Places, runtime: Runtime, clocks: Clocks, load: Load) -> Companion:
    """Read the state folder and begin to load the checks."""
    settings, warming = SettingsStore(where.settings, clocks.wall), Warming(load)
    had_key = where.key.exists() and where.key.stat().st_size == KEY_LENGTH
    key = key_of(where.key, clocks.wall())
    if settings.present.allow and not had_key:
        settings.notice = f"{settings.notice} {KEY_LOST}" if settings.notice else KEY_LOST
    return Companion(
        port=runtime.port,
        start_id=runtime.start_id,
        local_token=runtime.token,
        id_key=key,
        settings=settings,
        records=Records(where.record, clocks.wall),
        counts=Counts(where.counts, clocks.wall),
        incidents=Incidents(clocks.wall, clocks.steady),
        ticks=Ticks(clocks.wall, clocks.steady),
        sightings=Sightings(clocks.steady),
        clients=Clients(where.clients, clocks.wall),
        window=Window(clocks.steady),
        visits=Visits(clocks.steady, key),
        nonces=Nonces(),
        pace=Pace(clocks.steady),
        warming=warming,
        packs=Packs(where, settings, warming, clocks.wall),
        now=clocks.wall,
    )
