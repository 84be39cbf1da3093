"""Single-use links to the companion's pages and the sessions they become."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Session:
    path: str  # the random part of /ui/<path>/…: cookies know no ports, so the path keeps other servers from seeing it
    cookie: str
    born: float
    until: float


class Visits:
    """Links and sessions of pages, in memory only. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._links: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def link(self, page: str) -> str:
        """A new code that opens this page once, within 60 s."""
        code = secrets.token_urlsafe(18)
        with self._lock:
            self._links[code] = (page, self._clock() + LINK_SECONDS)
            while len(self._links) > MOST_LINKS:
                self._links.popitem(last=False)
        return code

    def enter(self, code: str) -> tuple[str, Session] | None:
        """Use up a code: the page it opens and a new session for it."""
        with self._lock:
            page, until = self._links.pop(code, ("", 0.0))
            if (now := self._clock()) >= until:
                return None
            session = Session(secrets.token_urlsafe(12), secrets.token_urlsafe(32), now, now + SESSION_SECONDS)
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
