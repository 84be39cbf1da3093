"""Counts: by rule and week, never anything else; and the incidents of a day, in memory."""

from __future__ import annotations

import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.store.counts import MIGRATIONS, Counts
from companion.store.incidents import Incident, Incidents

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Day:
    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


def test_days_become_weeks_after_ninety_days_and_nothing_is_lost(tmp_path: Path) -> None:
    day = Day()
    counts = Counts(tmp_path / "counts.sqlite3", day)
    for ahead in (0, 1, 6, 7):
        day.now = MONDAY + timedelta(days=ahead)
        counts.add("personal.phone", "personal", "shown", 2)
    before = counts.weeks()
    assert [(str(one.week), one.n) for one in before] == [("2026-11-23", 6), ("2026-11-30", 2)]
    day.now = MONDAY + timedelta(days=93)
    counts.tidy()
    counts.tidy()
    assert counts.weeks() == before
    with counts.database.work() as link:
        kept = [row["day"] for row in link.execute("SELECT day FROM day")]
    assert kept == ["2026-11-29", "2026-11-30"], "only days of the last ninety are kept as days"
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    assert "".join(counts.export_csv()).splitlines()[1] == "2026-11-23,personal.phone,personal,shown,6"
    counts.delete_all()
    assert list(tmp_path.iterdir()) == []


def test_no_column_could_hold_a_site_or_a_text() -> None:
    link = sqlite3.connect(":memory:")
    link.executescript("".join(MIGRATIONS))
    columns = {row[1] for table in ("day", "week") for row in link.execute(f"PRAGMA table_info({table})")}
    assert columns == {"day", "week", "rule", "mode", "outcome", "n"}


@pytest.mark.parametrize(
    ("shown", "not_useful", "offers"), [(9, 9, False), (10, 1, False), (10, 2, True), (100, 10, False), (100, 11, True)]
)
def test_a_rule_of_little_use_offers_to_go_quiet(tmp_path: Path, shown: int, not_useful: int, offers: bool) -> None:
    counts = Counts(tmp_path / "counts.sqlite3", Day())
    counts.add("conduct.heat", "personal", "shown", shown)
    counts.add("conduct.heat", "personal", "not_useful", not_useful)
    assert ("conduct.heat" in counts.to_quieten()) is offers
    counts.database.close()


def test_no_more_than_all_were_not_useful(tmp_path: Path) -> None:
    """What was shown before midnight may be answered after ninety days' end, or by a browser that lost its count."""
    counts = Counts(tmp_path / "counts.sqlite3", Day())
    counts.add("conduct.heat", "personal", "shown", 10)
    counts.add("conduct.heat", "personal", "not_useful", 25)
    assert counts.to_quieten() == {"conduct.heat": 1.0}
    counts.database.close()


@pytest.mark.parametrize(
    ("wall", "steady", "left"), [(0, 0, 1), (23, 23, 1), (25, 25, 0), (25, 1, 0), (-99, 1, 1), (-99, 25, 0)]
)
def test_incidents_are_gone_after_a_day_by_whichever_clock(wall: int, steady: int, left: int) -> None:
    """Hours. The wall clock may be set back, and the steady one stands still in a suspended machine."""
    now, seconds = [MONDAY], [1000.0]
    incidents = Incidents(lambda: now[0], lambda: seconds[0])
    incidents.note(Incident(MONDAY, "x.com", "post", "personal", None, ("personal.phone",), "hold", True))
    now[0] += timedelta(hours=wall)
    seconds[0] += steady * 3600
    assert len(incidents.last_day()) == left
