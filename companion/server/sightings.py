"""Counts a rule that is only counted once for each writing of a post, though the post is checked many times."""

from __future__ import annotations

import threading
from collections.abc import Callable

from companion.draft import Mode

SAME_WRITING = 60.0  # seconds: seen again within them, it is still the same post


class Sightings:
    """In memory only. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last: dict[tuple[str, Mode], float] = {}

    def is_new(self, rule: str, mode: Mode) -> bool:
        with self._lock:
            before, now = self._last.get((rule, mode)), self._clock()
            self._last[rule, mode] = now
            return before is None or now - before >= SAME_WRITING
