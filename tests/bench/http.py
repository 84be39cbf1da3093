"""Times a review over HTTP against a real companion: start-up, round trip, memory."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measure import percentile
from tests.bench.texts import text_of

REPEATS = {280: 300, 3_000: 60, 60_000: 8}  # size in code points: timed requests


def resident_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def wait_until_idle(pid: int) -> None:
    """Until it has computed nothing for a tenth of a second: what is left of a start is done by then."""
    before = -1
    while (now := _clock_ticks(pid)) != before:
        before = now
        time.sleep(0.1)


def _clock_ticks(pid: int) -> int:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return int(user) + int(system)


def ask(link: http.client.HTTPConnection, token: str, text: str) -> int:
    body = json.dumps({"text": text, "site": "x"}).encode()
    link.request("POST", "/v1/reviews", body, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    answer = link.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"a review was answered with {answer.status}")
    return len(body)


def measure() -> dict[str, float]:
    """Start a companion of its own, time it, stop it."""
    with tempfile.TemporaryDirectory() as state:
        began = time.perf_counter()
        command = [sys.executable, "-m", "companion", "run", "--state", state, "--port", "0"]
        companion = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert companion.stdout is not None
            line = companion.stdout.readline()
            figures = {"port_open_s": time.perf_counter() - began}
            port = int(line.rsplit(":", 1)[1])
            token = json.loads((Path(state) / "runtime.json").read_text())["token"]
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            ask(link, token, text_of(280, 0))
            figures["first_answer_s"] = time.perf_counter() - began
            wait_until_idle(companion.pid)
            figures["rss_idle_mb"] = resident_mb(companion.pid)
            for size, repeats in REPEATS.items():
                times = []
                for seed in range(1, repeats + 1):
                    text = text_of(size, seed)
                    start = time.perf_counter()
                    ask(link, token, text)
                    times.append(1000 * (time.perf_counter() - start))
                figures[f"p50_ms_{size}"], figures[f"p95_ms_{size}"] = percentile(times, 0.5), percentile(times, 0.95)
            figures["rss_after_60k_mb"] = resident_mb(companion.pid)
            return {name: round(value, 3) for name, value in figures.items()}
        finally:
            companion.terminate()
            companion.wait(10)
