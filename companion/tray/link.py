"""The tray's way to the companion: asks on a thread of its own, and looks every two seconds whether to ask again."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from companion.desktop.local import NotRunning, Refused, ask, running, started
from companion.store.paths import places
from companion.store.runtime import Runtime
from companion.tray import words
from companion.tray.outlook import AWAY, Outlook, outlook_of

LOOK_EVERY = 2_000  # milliseconds
PAUSE = timedelta(minutes=15)


class Link(QObject):
    """Nothing here waits: answers come as signals, in Qt's own thread."""

    seen = Signal(object)  # an Outlook
    said = Signal(str)  # a sentence for the person, when something they asked for was not done

    def __init__(self, state: Path | None) -> None:
        super().__init__()
        self._state = state
        self._where = places(state)
        self._asking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="companion")
        self._last: object = None  # what the files looked like when they were last looked at
        self._until: datetime | None = None
        self.seen.connect(self._remember)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY)

    def close(self) -> None:
        self._asking.shutdown(wait=False, cancel_futures=True)

    def look(self) -> None:
        """Ask again when the companion came, went or changed its settings, or when a pause is over.

        The files are only looked at, never read: what they mean is the companion's to say. Its lock tells of a crash.
        """
        now = self._sight()
        if now != self._last or (self._until is not None and datetime.now(UTC) >= self._until):
            self._last = now
            self.refresh()

    def refresh(self) -> None:
        self._do(lambda runtime: ask(runtime, "/v1/settings/read", {}))

    def change(self, **fields: object) -> None:
        self._do(lambda runtime: ask(runtime, "/v1/settings/patch", fields))

    def pause(self) -> None:
        self.change(paused_until=(datetime.now(UTC) + PAUSE).isoformat())

    def open(self, page: str) -> None:
        """Open a page of the companion in the person's browser, by a link that works once."""

        def opened(runtime: Runtime) -> dict[str, Any]:
            path = ask(runtime, "/v1/pages", {"page": page})["path"]
            webbrowser.open(f"http://127.0.0.1:{runtime.port}{path}")
            return ask(runtime, "/v1/settings/read", {})

        self._do(opened)

    def start(self) -> None:
        """Start the companion; it outlives the tray."""
        self._asking.submit(self._start)

    def _start(self) -> None:
        try:
            started(self._state, None)
        except NotRunning:
            self.said.emit(words.NOT_STARTED)
        self._answer(lambda runtime: ask(runtime, "/v1/settings/read", {}))

    def _do(self, call: Callable[[Runtime], dict[str, Any]]) -> None:
        self._asking.submit(self._answer, call)

    def _answer(self, call: Callable[[Runtime], dict[str, Any]]) -> None:
        runtime = running(self._state)
        if runtime is None:
            self.seen.emit(AWAY)
            return
        try:
            self.seen.emit(outlook_of(call(runtime), datetime.now(UTC)))
        except NotRunning:
            self.seen.emit(AWAY)
        except Refused as refused:
            self.said.emit(refused.message or words.NOT_DONE)

    def _remember(self, outlook: Outlook) -> None:
        self._until = outlook.until

    def _sight(self) -> object:
        runtime = running(self._state)
        return runtime, _changed(self._where.settings)


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
