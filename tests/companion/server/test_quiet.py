"""What reaches the log: our own fixed sentences, and of everything else only where it came from."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from companion.server.quiet import log_fault, set_up

CANARY = "xyzzy7719plugh"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook, logging.raiseExceptions
    stream = io.StringIO()
    set_up(stream, debug=True)
    yield stream
    root.handlers[:], root.level, sys.excepthook, threading.excepthook, logging.raiseExceptions = before


def fail() -> None:
    raise ValueError(f"cannot read {CANARY}")


def test_what_others_say_is_not_repeated(logged: io.StringIO) -> None:
    logging.getLogger("tldextract").debug("Context list is: %s", CANARY)
    logging.getLogger("waitress").warning("%s", CANARY, extra={"text": CANARY})
    logging.getLogger().error(CANARY, stack_info=True)
    assert CANARY not in logged.getvalue()
    assert logged.getvalue().count("at test_quiet.py:") == 3


def test_a_fault_is_its_type_and_place(logged: io.StringIO) -> None:
    try:
        fail()
    except ValueError as error:
        log_fault(error)
        logging.getLogger("companion").exception("Exception on %s", "/path")
        logging.getLogger("waitress").exception("Exception while serving %s", CANARY)
    assert CANARY not in logged.getvalue()
    assert logged.getvalue().count("ValueError at test_quiet.py:") == 3
    assert "Traceback" not in logged.getvalue()


def test_our_own_sentences_are_said(logged: io.StringIO) -> None:
    logging.getLogger("companion").info("started")
    assert logged.getvalue().endswith(" info companion: started\n")


def test_an_uncaught_exception_in_a_thread_is_quiet_too(logged: io.StringIO) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ValueError at test_quiet.py:" in logged.getvalue()
    assert CANARY not in logged.getvalue()


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_a_hardened_process_is_not_dumpable() -> None:
    """prctl(PR_GET_DUMPABLE) is 3."""
    code = "import ctypes; from companion.server.hardening import harden; harden(); print(ctypes.CDLL(None).prctl(3))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"
