"""The posts of the last 24 hours at which something was shown: in memory only, for a report after a mistake."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.draft import Account, Mode, Surface, Verdict

A_DAY = timedelta(hours=24)
MOST = 500  # the oldest go first


@dataclass(frozen=True)
class Incident:
    """A post: when, where, as whom and which rules had something to say. Never its text."""

    at: datetime  # UTC
    site: str
    surface: Surface
    mode: Mode
    account: Account | None
    rules: tuple[str, ...]
    verdict: Verdict
    posted_anyway: bool


class Incidents:
    """`wall` is the time of day, UTC; `steady` gives seconds that never go back.

    A day is over when either clock says so: the one may be set, the other stands still while the machine sleeps.
    """

    def __init__(self, wall: Callable[[], datetime], steady: Callable[[], float]) -> None:
        self._wall, self._steady = wall, steady
        self._lock = threading.Lock()
        self._noted: deque[tuple[float, Incident]] = deque(maxlen=MOST)

    def now(self) -> datetime:
        return self._wall()

    def note(self, incident: Incident) -> None:
        with self._lock:
            self._noted.append((self._steady(), incident))

    def last_day(self) -> list[Incident]:
        """The newest first."""
        steady, wall = self._steady(), self._wall()
        with self._lock:
            kept = [
                (noted, one)
                for noted, one in self._noted
                if steady - noted < A_DAY.total_seconds() and wall - one.at < A_DAY
            ]
            self._noted = deque(kept, maxlen=MOST)
        return [one for _, one in reversed(kept)]
