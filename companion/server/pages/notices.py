"""The sentence a change leaves for the next page of the same session, and the way back from that change."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

MOST = 64  # sessions remembered; the oldest goes first


@dataclass(frozen=True)
class Notice:
    said: str
    undo: str | None = None  # the id of the way back, while there is one
    at: str = ""  # the section it belongs to; nowhere in particular is the top of the page
    kept: bool = True  # False: nothing was changed, and the person has to see that
    filled: Mapping[str, str] = field(
        default_factory=dict
    )  # what the form held then, so that it need not be typed again


class Notices:
    """In memory only. A way back is open until the next change of the same session."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left: OrderedDict[str, Notice] = OrderedDict()
        self._ways: OrderedDict[str, tuple[Notice, Callable[[], str]]] = OrderedDict()

    def leave(
        self,
        session: str,
        said: str,
        back: Callable[[], str] | None = None,
        at: str = "",
        *,
        unkept: Mapping[str, str] | None = None,
    ) -> None:
        """`back` undoes the change and answers with what to say then. `unkept` is a form that could not be written."""
        notice = Notice(said, secrets.token_urlsafe(9) if back else None, at, unkept is None, unkept or {})
        with self._lock:
            self._left[session] = notice
            self._ways.pop(session, None)
            if back:
                self._ways[session] = (notice, back)
            for known in (self._left, self._ways):
                while len(known) > MOST:
                    known.popitem(last=False)

    def take(self, session: str) -> Notice | None:
        """What was left, once."""
        with self._lock:
            return self._left.pop(session, None)

    def way_back(self, session: str, undo: str) -> tuple[str, Callable[[], str]] | None:
        """Use up the way back: the section it belongs to, and itself. None when another change came in between."""
        with self._lock:
            known = self._ways.get(session)
            if known is None or known[0].undo != undo:
                return None
            del self._ways[session]
            notice, back = known
            return notice.at, back
