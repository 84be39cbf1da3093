"""Logging that cannot repeat a word of a draft: for a fault its type and place, of others' messages nothing."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

log = logging.getLogger("companion")


def place_of(trace: TracebackType | None) -> str:
    """File and line where an exception was raised, as "api.py:41"."""
    frames = traceback.extract_tb(trace) if trace is not None else []
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def log_fault(error: BaseException) -> None:
    """Note an unexpected exception without its message, which may quote what it was given."""
    log.error("%s at %s", type(error).__name__, place_of(error.__traceback__))


class QuietFormatter(logging.Formatter):
    """Prints our own messages, which are fixed sentences, and of everybody else's only where they come from.

    Presidio writes words of the text at DEBUG, and exception messages of any library may quote their input.
    """

    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname.lower()} {record.name}"
        fault = record.exc_info[:2] if record.exc_info else None
        if fault and fault[1] is not None:
            return f"{head}: {type(fault[1]).__name__} at {place_of(fault[1].__traceback__)}"
        if record.name == "companion" or record.name.startswith("companion."):
            return f"{head}: {record.getMessage()}"
        return f"{head}: at {record.filename}:{record.lineno}"


def set_up(stream: TextIO, *, debug: bool) -> None:
    """Send all logging and all uncaught exceptions of this process through the quiet formatter."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(QuietFormatter())
    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, handlers=[handler], force=True)
    log.setLevel(logging.DEBUG if debug else logging.INFO)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news
    logging.raiseExceptions = False  # a failed log call would print its arguments
    sys.excepthook = lambda _type, error, _trace: log_fault(error)
    threading.excepthook = lambda args: log_fault(args.exc_value) if args.exc_value else None
