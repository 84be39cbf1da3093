"""Counts of what became of findings, for the person alone: by rule, mode and outcome. Never a text, never a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from companion.draft import Mode, Model
from companion.policy.parts import Identifier
from companion.store.csv_lines import line_of
from companion.store.database import Database

Outcome = Literal["shown", "fixed", "edited", "posted_anyway", "dismissed", "not_useful", "noticed"]

MIGRATIONS = (
    """
    CREATE TABLE day (
        day TEXT NOT NULL, rule TEXT NOT NULL, mode TEXT NOT NULL, outcome TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (day, rule, mode, outcome)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE week (
        week TEXT NOT NULL, rule TEXT NOT NULL, mode TEXT NOT NULL, outcome TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (week, rule, mode, outcome)
    ) WITHOUT ROWID;
    """,
)
DAYS = 90  # for so long a day is kept as a day; then it goes into its week
ENOUGH = 10  # times a rule was shown before its share of "not useful" says anything
TOO_MANY = 0.10  # share of "not useful" above which a rule offers to go quiet


class Count(Model):
    """So often in one week. `week` is its Monday."""

    week: date
    rule: Identifier
    mode: Mode
    outcome: Outcome
    n: int


class Counts:
    """All of them. `clock` is the time of day, UTC."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.database = Database(path, MIGRATIONS, clock, "Your counts")
        self._clock = clock

    def add(self, rule: str, mode: Mode, outcome: Outcome, n: int = 1) -> None:
        with self.database.work() as link:
            link.execute(
                "INSERT INTO day VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
                (self._today().isoformat(), rule, mode, outcome, n),
            )

    def weeks(self) -> list[Count]:
        """Everything, by week, rule, mode and outcome, the oldest first."""
        if not self.database.exists():
            return []
        with self.database.work() as link:
            rows = link.execute(
                "SELECT week, rule, mode, outcome, sum(n) AS n FROM ("
                " SELECT week, rule, mode, outcome, n FROM week UNION ALL"
                " SELECT date(day, 'weekday 0', '-6 days'), rule, mode, outcome, n FROM day"
                ") GROUP BY week, rule, mode, outcome ORDER BY week, rule, mode, outcome"
            ).fetchall()
        return [Count(**dict(row)) for row in rows]

    def tidy(self) -> None:
        """Days older than 90 days go into their weeks."""
        if not self.database.exists():
            return
        before = (self._today() - timedelta(days=DAYS)).isoformat()
        with self.database.work() as link:
            link.execute(
                "INSERT INTO week SELECT date(day, 'weekday 0', '-6 days') AS monday, rule, mode, outcome, sum(n)"
                " FROM day WHERE day < ? GROUP BY monday, rule, mode, outcome"
                " ON CONFLICT DO UPDATE SET n = n + excluded.n",
                (before,),
            )
            link.execute("DELETE FROM day WHERE day < ?", (before,))

    def to_quieten(self) -> dict[str, float]:
        """Rules of which more than one in ten was not useful in the last 90 days, with that share."""
        if not self.database.exists():
            return {}
        since = (self._today() - timedelta(days=DAYS)).isoformat()
        with self.database.work() as link:
            rows = link.execute(
                "SELECT rule, sum(iif(outcome = 'shown', n, 0)) AS shown,"
                " sum(iif(outcome = 'not_useful', n, 0)) AS not_useful FROM day WHERE day >= ? GROUP BY rule",
                (since,),
            ).fetchall()
        shares = {rule: min(1.0, not_useful / shown) for rule, shown, not_useful in rows if shown >= ENOUGH}
        return {rule: share for rule, share in shares.items() if share > TOO_MANY}

    def export_csv(self) -> Iterator[str]:
        """By week, as CSV with a heading, in pieces."""
        yield "week,rule,mode,outcome,count\r\n"
        for count in self.weeks():
            yield line_of(count.model_dump().values())

    def delete_all(self) -> None:
        self.database.delete()

    def _today(self) -> date:
        return self._clock().astimezone().date()
