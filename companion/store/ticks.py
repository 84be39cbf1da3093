"""The steps ticked after a mistake, and when: in memory only, and forgotten a day after the last of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from companion.store.incidents import A_DAY


class Ticks:
    """`wall` is the time of day, UTC; `steady` gives seconds that never go back.

    A day is over when either clock says so: the one may be set, the other stands still while the machine sleeps.
    They go together: a report that is handed on during a long day must not lose the first things that were done.
    """

    def __init__(self, wall: Callable[[], datetime], steady: Callable[[], float]) -> None:
        self._wall, self._steady = wall, steady
        self._lock = threading.Lock()
        self._done: dict[str, tuple[float, datetime]] = {}

    def tick(self, step: str) -> None:
        with self._lock:
            self._forget()
            self._done.setdefault(step, (self._steady(), self._wall()))

    def untick(self, step: str) -> None:
        with self._lock:
            self._done.pop(step, None)

    def all(self) -> dict[str, datetime]:
        """By step, the moment it was ticked, UTC."""
        with self._lock:
            self._forget()
            return {step: at for step, (_, at) in self._done.items()}

    def begin_anew(self) -> Callable[[], None]:
        """No step is ticked any more. The answer is the way back; what was ticked in between stays."""
        with self._lock:
            before, self._done = self._done, {}

        def back() -> None:
            with self._lock:
                self._done = {**before, **self._done}
                self._forget()

        return back

    def _forget(self) -> None:
        if not any(map(self._is_fresh, self._done.values())):
            self._done = {}

    def _is_fresh(self, ticked: tuple[float, datetime]) -> bool:
        steady, wall = ticked
        return self._steady() - steady < A_DAY.total_seconds() and self._wall() - wall < A_DAY
