"""A real companion in a process of its own, that tests can start, kill, restart and question."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from companion.server.ports import PORTS
from companion.store.paths import places
from companion.store.runtime import Runtime, read_runtime

ROOT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).resolve().parent / "probe"
START_LIMIT = 30.0  # seconds, on a busy machine
LIMIT = 10.0  # seconds a condition may take; most take milliseconds

T = TypeVar("T")


class NotReached(AssertionError):
    """A condition did not come true in time."""


def until(what: str, reach: Callable[[], T | None], limit: float = LIMIT) -> T:
    """Ask again and again until `reach` gives something true. `limit`: seconds."""
    end = time.monotonic() + limit
    while True:
        answer = reach()
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotReached(f"not within {limit:g} s: {what}")
        time.sleep(0.02)


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def free_known_port() -> int:
    """One of the five ports on which an extension that was never connected looks for a companion."""
    for port in PORTS:
        with socket.socket() as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                asked.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise NotReached("all five known ports are taken on this machine")


def busy_known_ports() -> list[int]:
    """Those of the five on which somebody listens."""

    def answers(port: int) -> bool:
        with socket.socket() as asked:
            asked.settimeout(0.2)
            return asked.connect_ex(("127.0.0.1", port)) == 0

    return [port for port in PORTS if answers(port)]


@dataclass(frozen=True)
class Request:
    """One HTTP request as the companion got it."""

    method: str
    path: str
    origin: str | None
    status: int
    body: str

    @cached_property
    def draft(self) -> dict[str, Any]:
        """The draft inside a request for a review."""
        found: dict[str, Any] = json.loads(self.body)
        draft: dict[str, Any] = found.get("draft", found)
        return draft


@dataclass
class Companion:
    """One state folder and port; the process in it may come and go."""

    state: Path
    probe: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    _requests: list[Request] = field(default_factory=list)
    _read: int = 0  # bytes of the record of requests, so that a question need not read all of a long run again

    def environment(self) -> dict[str, str]:
        """Also for the browser: a native host that it starts is watched in the same way."""
        return {**os.environ, "PYTHONPATH": str(PROBE), "FOREPOST_PROBE": str(self.probe)}

    @property
    def output(self) -> Path:
        """All that the companion's processes printed."""
        return self.probe / "output.txt"

    def start(self) -> None:
        self.state.mkdir(parents=True, exist_ok=True)
        self.probe.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "companion", "run", "--log-level", "debug"]
        command += ["--state", str(self.state), "--port", str(self.port)]
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment(), stdout=output, stderr=output, stdin=subprocess.DEVNULL
            )
        until("the companion listens", lambda: self.listening() and self.runtime(), START_LIMIT)

    def warm(self) -> None:
        """Wait until the first review was answered: the checks are loaded."""
        try:
            until("the checks are loaded", self._answers, START_LIMIT)
        except NotReached as late:
            raise NotReached(f"{late}; the companion said:\n{self.output.read_text()[-1500:]}") from None

    def _answers(self) -> bool:
        try:
            return bool(self.call("/v1/reviews", {"text": "Good morning"}))
        except (urllib.error.HTTPError, TimeoutError):  # 503: still starting, on a busy machine later than we wait
            return False

    def runtime(self) -> Runtime | None:
        return read_runtime(places(self.state).runtime)

    def listening(self) -> bool:
        if self.process is not None and self.process.poll() is not None:
            raise NotReached(f"the companion ended with {self.process.returncode}:\n{self.output.read_text()[-2000:]}")
        with socket.socket() as asked:
            asked.settimeout(0.2)
            return asked.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        """As a crash would: no clean-up, the runtime file stays behind."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As the person would, with Ctrl+C."""
        self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> None:
        """End our own process, or the one that the native host started in its place."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=10)
            self.process = None
        runtime = self.runtime()
        if runtime is not None and self._is_ours(runtime.pid):
            os.kill(runtime.pid, how)
            until("the companion ends", lambda: not self._is_ours(runtime.pid), 10)

    def _is_ours(self, pid: int) -> bool:
        try:
            return str(self.state).encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False

    @contextmanager
    def in_trouble(self, seconds: float = 0, body: str | None = None) -> Iterator[None]:
        """Meanwhile its reviews come late, or are this nonsense."""
        orders = self.probe / "trouble.json"
        being_written = self.probe / "trouble.new"
        being_written.write_text(json.dumps({"seconds": seconds, "body": body}), encoding="utf-8")
        being_written.rename(orders)
        try:
            yield
        finally:
            orders.unlink()

    def requests(self) -> list[Request]:
        """Every request so far, the oldest first."""
        file = self.probe / "requests.jsonl"
        if file.exists():
            with file.open("rb") as written:
                written.seek(self._read)
                whole, newline, _being_written = written.read().rpartition(b"\n")
            self._read += len(whole + newline)
            self._requests += [Request(**json.loads(line)) for line in whole.split(b"\n") if line]
        return [*self._requests]

    def drafts(self) -> list[dict[str, Any]]:
        """The drafts of all reviews asked for so far."""
        asked = [each for each in self.requests() if each.path == "/v1/reviews" and each.method == "POST"]
        return [each.draft for each in asked]

    def strangers(self) -> list[str]:
        """Attempts to reach something other than this machine. Must stay empty."""
        file = self.probe / "network.txt"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    def call(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Ask as a local program would, with the bearer of the runtime file."""
        runtime = self.runtime()
        assert runtime is not None
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {runtime.token}"},
            method="POST",
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            told: dict[str, Any] = json.loads(answer.read())
        return told

    def take_back_answers(self) -> list[str]:
        """Of what was answered on cards, as the settings page does. Says what they were."""
        answers = self.call("/v1/settings/read", {})["allow"]
        for answer in answers:
            self.call("/v1/settings/patch", {"allow_remove": answer["id"]})
        return [answer["said"] for answer in answers]
