"""How much one client may ask for: so many reviews at once, so many a second, and always a free thread for others."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 6  # reviews under way in all: two of the server's eight threads stay free for hello and settings
AT_ONCE_EACH = 4  # and of one client
BURST, A_SECOND = 200, 50  # reviews of one client: a person causes about three a second


class Busy(Exception):
    """Too many reviews are under way for this client; asking again in a second will do."""


class Pace:
    """`clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._under_way: Counter[str] = Counter()
        self._left: dict[str, tuple[float, float]] = {}  # reviews left, and when that was counted

    @contextmanager
    def turn(self, client: str, *, limited: bool) -> Iterator[None]:
        """Hold a place while a review is made. `limited`: also count it against the rate. Raises Busy."""
        with self._lock:
            if self._under_way.total() >= AT_ONCE or self._under_way[client] >= AT_ONCE_EACH:
                raise Busy
            if limited:
                self._spend(client)
            self._under_way[client] += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way[client] -= 1

    def _spend(self, client: str) -> None:
        now = self._clock()
        left, counted = self._left.get(client, (float(BURST), now))
        left = min(BURST, left + (now - counted) * A_SECOND)
        if left < 1:
            raise Busy
        self._left[client] = (left - 1, now)
