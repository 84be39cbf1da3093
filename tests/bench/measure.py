"""Measures one engine in its own process, off the network, and prints the figures as one line of JSON.

python -m tests.bench.measure NAME speed SHARE        times and memory; SHARE of the full number of calls, 0 to 1
python -m tests.bench.measure NAME finds FILE         what it flags and finds of the questions in FILE
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench import guard
from tests.bench.corpora import Questions
from tests.bench.peers import Check, Span
from tests.bench.texts import text_of

REPEATS = {280: 200, 3_000: 40, 60_000: 6}  # size in code points: timed calls
PATIENCE = 20  # seconds for one call; an engine that takes longer is not asked that size again
Counts = dict[str, list[int]]  # row of the table: [how many, of how many]


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, round(share * (len(times) - 1)))]


def rss_mb() -> float:
    """Resident memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def milliseconds(check: Check, text: str) -> float:
    start = time.perf_counter()
    check(text)
    return 1000 * (time.perf_counter() - start)


def speed(name: str, share: float) -> dict[str, float]:
    """Seconds to the first answer, milliseconds a call at each size, memory in MB."""
    began = time.perf_counter()
    peer = importlib.import_module(f"tests.bench.peers.{name}")
    check: Check = peer.start()
    check(text_of(280, 0))
    figures = {"first_answer_s": time.perf_counter() - began}
    getattr(peer, "settle", lambda: None)()
    figures["rss_idle_mb"] = rss_mb()
    for size, repeats in REPEATS.items():
        first = milliseconds(check, text_of(size, 0))
        if first > 1000 * PATIENCE:
            figures[f"gave_up_s_{size}"] = first / 1000
            continue
        times = [milliseconds(check, text_of(size, seed)) for seed in range(1, 1 + max(2, round(share * repeats)))]
        figures[f"p50_ms_{size}"], figures[f"p95_ms_{size}"] = percentile(times, 0.5), percentile(times, 0.95)
    figures["rss_after_60k_mb"] = rss_mb()
    return {key: round(value, 3) for key, value in figures.items()}


def touches(spans: list[Span], start: int, end: int) -> bool:
    """The rule of all recall here: some finding, whatever it is called, overlaps the labelled detail."""
    return any(start < there and here < end for here, there in spans)


def finds(name: str, questions: Questions) -> dict[str, Counts]:
    """Posts with any finding, and details found among the labels this engine claims."""
    engine = importlib.import_module(f"tests.bench.peers.{name}")
    check: Check = engine.start()
    flagged = {title: [sum(map(bool, map(check, posts))), len(posts)] for title, posts in questions["posts"].items()}
    found: Counts = {}
    for detail in questions["details"]:
        if detail["label"] in engine.CLAIMS:
            count = found.setdefault(detail["row"], [0, 0])
            count[0] += touches(check(detail["text"]), detail["start"], detail["end"])
            count[1] += 1
    return {"flagged": flagged, "found": found}


def main(name: str, what: str, argument: str) -> None:
    guard.put_up()
    figures: dict[str, Any]
    figures = speed(name, float(argument)) if what == "speed" else finds(name, json.loads(Path(argument).read_text()))
    print(json.dumps({"network": guard.attempts[0]} if guard.attempts else figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
