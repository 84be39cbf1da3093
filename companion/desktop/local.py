"""The way from a program of this user to the running companion: is it there, start it, ask it."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from companion.desktop.instance import is_claimed
from companion.store.paths import places
from companion.store.runtime import Runtime, read_runtime

START_LIMIT = 8.0  # seconds to wait for a companion that was started
ANSWER_LIMIT = 10.0  # seconds; a review may wait 5 s for the checks


class NotRunning(Exception):
    """No companion runs on this state folder, or it does not answer."""


class NoAnswer(NotRunning):
    """It was asked, and did not answer in time. Whether it has done it, or does so later, is not known."""


class Refused(Exception):
    """The companion answered with a fault. `message` is for the person."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def running(state: Path | None) -> Runtime | None:
    """The companion that runs on this state folder.

    Its lock is the proof: the system frees it when the process dies, so a port that somebody else has taken over
    since is never handed the token of the old note.
    """
    where = places(state)
    if not is_claimed(where.lock):
        return None
    return read_runtime(where.runtime)


def started(state: Path | None, port: int | None) -> Runtime:
    """The running companion; started first where there is none. Raises NotRunning after 8 s."""
    end = time.monotonic() + START_LIMIT
    process = None
    while time.monotonic() < end:
        runtime = running(state)
        if runtime is not None and _listens(runtime.port):
            return runtime
        if process is None:
            process = _start(state, port)
        time.sleep(0.02)
    raise NotRunning


def _start(state: Path | None, port: int | None) -> subprocess.Popen[bytes]:
    return start_apart("run", state, *(["--port", str(port)] if port is not None else []))


def start_apart(name: str, state: Path | None, *options: str) -> subprocess.Popen[bytes]:
    """Start a command of ours that outlives this process and whatever started that."""
    command = [sys.executable, "-P", "-m", "companion", name, *options]
    if state is not None:
        command += ["--state", str(state.absolute())]
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":  # a browser's job object would end the companion with the browser
        apart = {"creationflags": subprocess.CREATE_BREAKAWAY_FROM_JOB | subprocess.DETACHED_PROCESS}
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 our own interpreter and module
        command, stdin=nowhere, stdout=nowhere, stderr=nowhere, cwd=os.path.expanduser("~"), **apart
    )


def _listens(port: int) -> bool:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        link.connect()
    except OSError:
        return False
    finally:
        link.close()
    return True


def ask(runtime: Runtime, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """One call with the local bearer. Raises NotRunning, NoAnswer or Refused."""
    link = http.client.HTTPConnection("127.0.0.1", runtime.port, timeout=ANSWER_LIMIT)
    headers = {"Authorization": f"Bearer {runtime.token}", "Content-Type": "application/json"}
    try:
        link.connect()
        try:
            link.request("POST", path, json.dumps(body).encode(), headers)
            answer = link.getresponse()
            content = answer.read()
        except TimeoutError:
            raise NoAnswer from None
        found: dict[str, Any] = json.loads(content) if content else {}
    except (OSError, http.client.HTTPException, ValueError):
        raise NotRunning from None
    finally:
        link.close()
    if answer.status == 404:
        raise NotRunning
    if answer.status != 200:
        raise Refused(answer.status, str(found.get("error", {}).get("message", "")))
    return found
