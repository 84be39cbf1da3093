"""The figures we promise, on labelled texts that are not ours to ship: skipped where they are absent.

The floors are those of the rules we have. Each allows for labels that contradict one another, said beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score.py"

pytestmark = [
    pytest.mark.xdist_group("corpora"),  # scored once
    pytest.mark.skipif(
        not (SHARED / "corpora").is_dir() or not SCORER.is_file(),
        reason="the labelled corpora are not here (../shared/corpora)",
    ),
]

SETS = [
    "ordinary_posts",
    "scottish_posts",
    "sms_real",
    "phones",
    "uk_addresses",
    "credentials",
    "marking_negatives",
    "marking_variants",
    "disclaimers",
]

# (set, how the row begins, "min" or "max", share, errors always forgiven)
FLOORS: list[tuple[str, str, str, float, int]] = [
    ("phones", "found: PHONE GB", "min", 0.97, 0),
    ("phones", "found: PHONE abroad, with prefix", "min", 0.97, 0),
    ("phones", "numbers that are not", "max", 0.005, 0),
    ("uk_addresses", "found: ADDRESS no_postcode", "min", 0.75, 0),
    ("uk_addresses", "found:", "min", 0.88, 1),
    ("uk_addresses", "places", "max", 0.02, 0),
    ("credentials", "found: core", "min", 0.85, 0),
    ("credentials", "flagged for nothing: core, chat", "max", 0.02, 0),
    # 'super$ecret' and 'open_sesame' are labelled secrets in some lines and none in others
    ("credentials", "flagged for nothing", "max", 0.02, 3),
    ("marking_variants", "sensitive", "min", 0.96, 0),
    ("marking_variants", "foreign", "min", 0.8, 0),
    ("marking_variants", "benign", "max", 0.1, 0),
    ("marking_variants", "meta", "max", 0.1, 0),
    ("marking_negatives", "ordinary", "max", 0.007, 0),
    ("disclaimers", "positive", "max", 0.05, 0),
    ("disclaimers", "rt_or_partial_only", "min", 0.9, 0),
    ("disclaimers", "asked for, employer talk", "min", 0.8, 0),
    ("disclaimers", "asked for, nobody", "max", 0.05, 0),
]
for _posts in ("ordinary_posts", "scottish_posts"):
    FLOORS += [
        (f"{_posts}{mode}", what, "max", share, 0)
        for mode in ("", " (professional)", " (official)")
        for what, share in (("clean posts flagged", 0.003), ("clean posts held", 0.001))
    ]
    FLOORS.append((_posts, "apart: disclosure", "max", 0.003, 0))
FLOORS += [("sms_real", "clean posts flagged", "max", 0.003, 0), ("sms_real", "clean posts held", "max", 0.001, 0)]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the scorer measures, one run for all floors. About a minute of computing."""
    out = tmp_path_factory.mktemp("score") / "rows.json"
    command = f"{sys.executable} -m companion check --pack tests/packs/evaluation.yaml --jsonl -"
    subprocess.run(
        [sys.executable, str(SCORER), "--only", *SETS, "--command", command, "--json", str(out)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=600,
    )
    measured: list[dict[str, Any]] = json.loads(out.read_text())
    return measured


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: f"{floor[0]}: {floor[1]}")
def test_a_floor_holds(rows: list[dict[str, Any]], floor: tuple[str, str, str, float, int]) -> None:
    name, what, kind, share, forgiven = floor
    found = [row for row in rows if row["set"] == name and row["what"].startswith(what)]
    assert found, f"the scorer has no row {name}: {what}"
    for row in found:
        wrong = row["of"] - row["hits"] if kind == "min" else row["hits"]
        allowed = max(forgiven, row["of"] * (1 - share if kind == "min" else share))
        assert wrong <= allowed + 1e-9, f"{row['what']}: {row['hits']} of {row['of']}"
