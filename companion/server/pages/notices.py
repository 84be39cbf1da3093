"""The sentence a change leaves for the next page of the same session, and the way back from that change."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST = 64  # sessions remembered; the oldest goes first


@dataclass(frozen=True)
class Notice:
    said: str
    undo: str | None = None  # the id of the way back, while there is one


class Notices:
    """In memory only. A way back is open until the next change of the same session."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left: OrderedDict[str, Notice] = OrderedDict()
        self._ways: OrderedDict[str, tuple[str, Callable[[], str]]] = OrderedDict()

    def leave(self, session: str, said: str, back: Callable[[], str] | None = None) -> None:
        """`back` undoes the change and answers with what to say then."""
        undo = secrets.token_urlsafe(9) if back else None
        with self._lock:
            self._left[session] = Notice(said, undo)
            self._ways.pop(session, None)
            if back and undo:
                self._ways[session] = (undo, back)
            for kept in (self._left, self._ways):
                while len(kept) > MOST:
                    kept.popitem(last=False)

    def take(self, session: str) -> Notice | None:
        """What was left, once."""
        with self._lock:
            return self._left.pop(session, None)

    def way_back(self, session: str, undo: str) -> Callable[[], str] | None:
        """Use up the way back; None when another change came in between."""
        with self._lock:
            known, back = self._ways.get(session, ("", None))
            if back is None or known != undo:
                return None
            del self._ways[session]
            return back
