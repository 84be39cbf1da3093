"""One companion per state folder."""

from __future__ import annotations

from errno import EROFS
from pathlib import Path

from filelock import FileLock, Timeout

ASKED_FOR = 0.2  # seconds: somebody who only asks `is_claimed` holds the lock for a moment, too


class AlreadyRunning(Exception):
    """Another companion holds this state folder."""


def claim(lock: Path) -> FileLock:
    """Hold the state folder until the returned lock is released or this process ends. Raises AlreadyRunning."""
    held = FileLock(lock, mode=0o600)
    try:
        held.acquire(timeout=ASKED_FOR, poll_interval=0.02)
    except Timeout:
        raise AlreadyRunning from None
    return held


def is_claimed(lock: Path) -> bool:
    """Does a companion run on this state folder? The system frees the lock when a process dies, however it dies."""
    if not lock.exists():
        return False
    asked = FileLock(lock, mode=0o600)
    try:
        asked.acquire(timeout=0)
    except Timeout:
        return True
    except OSError as error:
        if error.errno != EROFS:
            raise
        return _is_held(lock)
    asked.release()
    return False


def _is_held(lock: Path) -> bool:
    """The same on a disk that can only be read, where filelock cannot open the file: its lock (flock) can be asked."""
    import fcntl

    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
