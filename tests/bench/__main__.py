"""`make bench`: ours beside Presidio's own defaults in one run; writes docs/benchmarks.md and build/bench.json.

The two engines take turns, so that a machine that slows down slows both. Each figure is the median of the rounds.
"""

from __future__ import annotations

import datetime
import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench import browser, http
from tests.bench.report import table

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
ROUNDS = 3
PEER = ROOT / "build" / "bench-venv"
say = Console(stderr=True).print


def peer_python() -> str:
    """The virtual environment of the compared engine, made from its own hashed lock when it is missing."""
    python = PEER / "bin" / "python"
    if not (PEER / ".ready").exists():
        say("Installing what we compare with (presidio-analyzer and its small model) …")
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
        lock = ROOT / "requirements" / "bench.txt"
        subprocess.run([str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(lock)], check=True)
        (PEER / ".ready").touch()
    return str(python)


def ordinary_posts(limit: int = 1_000) -> list[str]:
    """The first clean posts of the development corpus, where it is there; else none."""
    path = CORPORA / "ordinary_posts.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows if not row.get("spans")][:limit]


def one_round(python: str, which: str, posts: Path | None) -> dict[str, float]:
    command = [python, "-m", "tests.bench.measure", which, *([str(posts)] if posts else [])]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(r[name] for r in rounds if name in r), 3) for name in rounds[0]}


def main() -> None:
    python = peer_python()
    rounds: dict[str, list[dict[str, float]]] = {"ours": [], "presidio": []}
    with tempfile.TemporaryDirectory() as folder:
        texts = ordinary_posts()
        posts = Path(folder) / "posts.json"
        posts.write_text(json.dumps(texts))
        for number in range(1, ROUNDS + 1):
            say(f"Round {number} of {ROUNDS}: ours, then Presidio's defaults …")
            first = posts if texts and number == 1 else None
            rounds["ours"].append(one_round(sys.executable, "ours", first))
            rounds["presidio"].append(one_round(python, "presidio", first))
    say("Over HTTP …")
    results = {which: medians(each) for which, each in rounds.items()}
    results["http"] = medians([http.measure() for _ in range(ROUNDS)])
    say("In Chromium …")
    results["browser"] = browser.measure()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    today = datetime.date.today().isoformat()
    head = f"Written by `make bench` on {today} ({machine}). Machines differ: compare the columns of one run."
    paper = f"# Benchmarks\n\n{head}\n\n{table(results)}\n"
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench.json").write_text(json.dumps({"date": today, "machine": machine, **results}, indent=1))
    (ROOT / "docs" / "benchmarks.md").write_text(paper, encoding="utf-8")
    sys.stdout.write(table(results) + "\n")


if __name__ == "__main__":
    main()
