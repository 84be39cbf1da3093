"""Measures what companion and tray cost while nobody asks anything: processor time and memory.

`python -m tests.bench.idle [SECONDS]` prints the figures as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companion.tray.icon import FILL
from tests.bench.http import resident_mb, wait_until_idle
from tests.companion.tray.desk import Desk, missing, until

STRETCH = 60.0  # seconds
SETTLE = 10.0  # seconds after the last work of a start


def processor_seconds(pid: int) -> float:
    """Time that a process has run, to the nanosecond: its own clock, by the number clock_getcpuclockid(3) gives it."""
    return time.clock_gettime((~pid << 3) | 2)


@contextmanager
def companion_running(state: str) -> Iterator[int]:
    command = [sys.executable, "-m", "companion", "run", "--state", state, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def tray_shown(state: str, folder: Path) -> Iterator[int | None]:
    """The tray on a screen nobody sees; None where nothing shows one."""
    if missing():
        yield None
        return
    screen = Desk(folder)
    try:
        screen.open()
        screen.host("panel")
        tray = screen.tray(Path(state))
        until("the icon is there", lambda: screen.found(FILL["personal"]))
        yield tray.pid
    finally:
        screen.close()


def measure(seconds: float = STRETCH) -> dict[str, float]:
    """Seconds of processor time a minute, and MB, of both, side by side. Takes a minute and a bit."""
    figures: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as state,
        tempfile.TemporaryDirectory() as folder,
        companion_running(state) as companion,
        tray_shown(state, Path(folder)) as tray,
    ):
        watched = {"companion": companion, **({"tray": tray} if tray is not None else {})}
        for pid in watched.values():
            wait_until_idle(pid)
        time.sleep(SETTLE)
        before = {name: processor_seconds(pid) for name, pid in watched.items()}
        time.sleep(seconds)
        for name, pid in watched.items():
            used = processor_seconds(pid) - before[name]
            figures[f"{name}_cpu_s_per_min"] = round(60 * used / seconds, 4)
            figures[f"{name}_rss_mb"] = round(resident_mb(pid), 1)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(*map(float, sys.argv[1:]))))
