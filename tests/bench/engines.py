"""Runs the measuring processes of all engines: they take turns, so that a machine that slows down slows them all."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.environments import ROOT, NotAvailableError, harper_command, python_of
from tests.bench.measure import REPEATS
from tests.bench.peers import OURS, PEERS, TITLES
from tests.bench.texts import text_of

LONGEST = 600  # seconds for one measuring process
Tell = Callable[[str], None]


@dataclass
class Engine:
    """One engine: how it is run, and what came of it. `missing` says why there is nothing to show."""

    name: str
    speed_command: list[str] = field(default_factory=list)
    finds_command: list[str] = field(default_factory=list)  # empty for an engine compared in speed only
    rounds: list[dict[str, float]] = field(default_factory=list)
    finds: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    missing: str = ""

    def figures(self) -> dict[str, Any]:
        """The figures as they are kept: medians of the rounds, and the counts."""
        if self.missing:
            return {"not_available": self.missing}
        names = sorted({name for each in self.rounds for name in each})
        medians = {name: statistics.median(each[name] for each in self.rounds if name in each) for name in names}
        return {**{name: round(value, 3) for name, value in medians.items()}, **self.finds}


def line_up(folder: Path, share: float, questions: Path, tell: Tell) -> list[Engine]:
    """All engines, ready to be run; installs what is missing. `share` of the timed calls is made, 0 to 1."""
    engines = []
    for name in (OURS, *PEERS):
        engine = Engine(name)
        tell(f"Making {TITLES[name]} ready …")
        try:
            python = sys.executable if name == OURS else python_of(name)
            measure = [python, "-m", "tests.bench.measure", name]
            engine.speed_command = [*measure, "speed", str(share)]
            engine.finds_command = [*measure, "finds", str(questions)]
        except NotAvailableError as error:
            engine.missing = str(error)
        engines.append(engine)
    engines.append(_harper(folder, share, tell))
    return engines


def _harper(folder: Path, share: float, tell: Tell) -> Engine:
    tell(f"Making {TITLES['harper']} ready …")
    texts = {size: [text_of(size, seed) for seed in range(1 + max(2, round(share * n)))] for size, n in REPEATS.items()}
    path = folder / "texts.json"
    path.write_text(json.dumps(texts))
    engine = Engine("harper")
    try:
        engine.speed_command = [*harper_command(), str(path)]
    except NotAvailableError as error:
        engine.missing = str(error)
    return engine


def take_turns(engines: list[Engine], rounds: int, tell: Tell) -> None:
    """Each round times every engine once; then each is asked once what it finds."""
    for number in range(1, rounds + 1):
        for engine in engines:
            figures = _ask(engine, engine.speed_command, f"Round {number} of {rounds}", tell)
            if figures:
                engine.rounds.append(figures)
    for engine in engines:
        if engine.finds_command:
            engine.finds = _ask(engine, engine.finds_command, "What it finds", tell)


def _ask(engine: Engine, command: list[str], stage: str, tell: Tell) -> dict[str, Any]:
    """What one measuring process printed; empty when the engine has to be left out. Ours must not fail."""
    if engine.missing:
        return {}
    tell(f"{stage}: {TITLES[engine.name]} …")
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
        if done.returncode:
            words = done.stderr.strip().splitlines() or ["no word of why"]
            raise NotAvailableError(f"it failed: {words[-1][:200]}")
        figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        if "network" in figures:
            raise NotAvailableError(f"it tried to reach {figures['network']} over the network")
    except subprocess.TimeoutExpired:
        return _leave_out(engine, f"it did not finish in {LONGEST} s")
    except NotAvailableError as error:
        return _leave_out(engine, str(error))
    return figures


def _leave_out(engine: Engine, reason: str) -> dict[str, Any]:
    if engine.name == OURS:
        raise RuntimeError(f"our own engine could not be measured: {reason}")
    engine.missing = reason
    return {}
