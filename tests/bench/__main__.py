"""`make bench`: ours beside its peers in one run on the same texts; writes docs/benchmarks.md and build/bench.json.

`--quick` makes few calls, leaves HTTP, idling and the browser out and writes nothing: to see that everything runs.
"""

from __future__ import annotations

import datetime
import json
import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench import browser, http, idle
from tests.bench.corpora import questions
from tests.bench.engines import line_up, take_turns
from tests.bench.environments import ROOT
from tests.bench.report import paper, whole_way_table

ROUNDS = 3
POSTS = 2_000  # of each set, at most
say = Console(stderr=True, highlight=False).print


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(each[name] for each in rounds), 3) for name in rounds[0]}


def main(quick: bool) -> None:
    began = datetime.datetime.now()

    def tell(words: str) -> None:
        say(f"{(datetime.datetime.now() - began).seconds:4d} s  {words}")

    limit = 100 if quick else POSTS
    with tempfile.TemporaryDirectory() as name:
        asked = Path(name) / "questions.json"
        asked.write_text(json.dumps(questions(limit)))
        engines = line_up(Path(name), 0.02 if quick else 1, asked, tell)
        take_turns(engines, 1 if quick else ROUNDS, tell)
    figures = {engine.name: engine.figures() for engine in engines}
    web: dict[str, float] = {}
    rest: dict[str, float] = {}
    page: dict[str, float] = {}
    if not quick:
        tell("Over HTTP …")
        web = medians([http.measure() for _ in range(ROUNDS)])
        tell("With nothing to do …")
        rest = idle.measure()
        tell("In Chromium …")
        page = browser.measure()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    today = datetime.date.today().isoformat()
    head = f"Written by `make bench` on {today} ({machine}). Machines differ: compare the columns of one run."
    words = paper(head, figures, "" if quick else whole_way_table(web, rest, page), limit)
    if not quick:
        kept = {"date": today, "machine": machine, "engines": figures, "http": web, "idle": rest, "browser": page}
        (ROOT / "build" / "bench.json").write_text(json.dumps(kept, indent=1))
        (ROOT / "docs" / "benchmarks.md").write_text(words, encoding="utf-8")
    sys.stdout.write(words)
    tell("Done.")


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])
