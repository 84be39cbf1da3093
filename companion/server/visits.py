"""Single-use links to the companion's pages and the sessions they become."""

from __future__ import annotations

import base64
import hmac
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

LINK_SECONDS = 60
SESSION_SECONDS = 12 * 60 * 60  # without a request; each one that is answered begins them anew
LONGEST_SECONDS = 7 * 24 * 60 * 60  # from its beginning, however much it is used
MOST_SESSIONS = 32  # the one unused for longest goes first
MOST_LINKS = 32
DRAWN = 20  # characters drawn by chance, 120 bits; the 12 behind them are the mark


@dataclass(frozen=True)
class Session:
    path: str  # the random part of /ui/<path>/…: cookies know no ports, so the path keeps other servers from seeing it
    cookie: str
    born: float
    until: float


class Visits:
    """Links and sessions of pages, in memory only. `clock` gives seconds that never go back.

    `key` marks every code and path as ours, so that one from a year ago is known to have been, and nothing is kept.
    """

    def __init__(self, clock: Callable[[], float], key: bytes) -> None:
        self._clock = clock
        self._key = key
        self._lock = threading.Lock()
        self._links: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def link(self, page: str) -> str:
        """A new code that opens this page once, within 60 s."""
        code = self._marked()
        with self._lock:
            self._links[code] = (page, self._clock() + LINK_SECONDS)
            while len(self._links) > MOST_LINKS:
                self._links.popitem(last=False)
        return code

    def waits(self, code: str) -> bool:
        """Is this the code of a link that can be used? To ask does not use it up."""
        with self._lock:
            return self._clock() < self._links.get(code, ("", 0.0))[1]

    def was_ours(self, text: str) -> bool:
        """Is this a code or a path that this companion gave out, in this run or an earlier one?"""
        return hmac.compare_digest(self._mark(text[:DRAWN]).encode(), text[DRAWN:].encode())

    def _marked(self) -> str:
        drawn = secrets.token_urlsafe(DRAWN * 3 // 4)
        return drawn + self._mark(drawn)

    def _mark(self, drawn: str) -> str:
        mark = hmac.digest(self._key, b"given out for a page: " + drawn.encode(), "sha256")
        return base64.urlsafe_b64encode(mark[:9]).decode()

    def enter(self, code: str) -> tuple[str, Session] | None:
        """Use up a code: the page it opens and a new session for it."""
        with self._lock:
            page, until = self._links.pop(code, ("", 0.0))
            if (now := self._clock()) >= until:
                return None
            session = Session(self._marked(), secrets.token_urlsafe(32), now, now + SESSION_SECONDS)
            self._sessions[session.path] = session
            while len(self._sessions) > MOST_SESSIONS:
                self._sessions.popitem(last=False)
            return page, session

    def knows(self, path: str, cookies: list[str]) -> bool:
        """Does one of these cookie values belong to the session of this path? To ask changes nothing."""
        with self._lock:
            session = self._sessions.get(path)
            if session is None or self._clock() >= session.until:
                return False
            return any(hmac.compare_digest(session.cookie.encode(), cookie.encode()) for cookie in cookies)

    def used(self, path: str) -> None:
        """The session of this path lasts on, to the end of its seven days at most: its caller was accepted."""
        with self._lock:
            session, now = self._sessions.get(path), self._clock()
            if session is None or now >= session.until:  # it ended in between
                return
            until = min(now + SESSION_SECONDS, session.born + LONGEST_SECONDS)
            self._sessions[path] = replace(session, until=until)
            self._sessions.move_to_end(path)
