"""Everything a running companion consists of; what every endpoint and page works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from companion.server.checks import Policy, Warming
from companion.server.pace import Pace
from companion.server.packs import Packs
from companion.server.pairing import Nonces, Window
from companion.server.refusals import checks_in_words
from companion.server.sightings import Sightings
from companion.server.visits import Visits
from companion.store.clients import Clients
from companion.store.counts import Counts
from companion.store.incidents import Incidents
from companion.store.records import Records
from companion.store.settings_store import SettingsStore
from companion.store.ticks import Ticks

WAIT_FOR_CHECKS = 5.0  # seconds a request waits while the checks are loaded


@dataclass(frozen=True)
class Companion:
    """Everything a running companion consists of. `now` is the wall clock, UTC."""

    port: int
    start_id: str
    local_token: str
    id_key: bytes  # of finding ids and the allow list
    settings: SettingsStore
    records: Records
    counts: Counts
    incidents: Incidents
    ticks: Ticks
    sightings: Sightings
    clients: Clients
    window: Window
    visits: Visits
    nonces: Nonces
    pace: Pace
    warming: Warming
    packs: Packs
    now: Callable[[], datetime]


def present_policy(companion: Companion) -> Policy:
    """The policy pack in use. Raises Refusal while there is none."""
    with checks_in_words():
        return companion.warming.policy(WAIT_FOR_CHECKS)
