"""What the counts come to: by week for the chart, by rule for the table. Pure sums; nothing here reads or keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from companion.store.counts import Count, Outcome

WEEKS = 12  # columns of the chart
# What became of what was shown, in the order the chart stacks it.
GROUPS: tuple[tuple[str, str, tuple[Outcome, ...]], ...] = (
    ("mended", "you changed it", ("fixed", "edited")),
    ("aside", "you set it aside", ("dismissed", "not_useful")),
    ("anyway", "posted anyway", ("posted_anyway",)),
)
OPEN = ("open", "no answer")


@dataclass(frozen=True)
class Sums:
    """Numbers by outcome, of a week or of a rule."""

    of: Counter[str]

    @property
    def shown(self) -> int:
        """At least as many as had an outcome: the end of a finding may fall into a later week."""
        return max(self.of["shown"], sum(self.group(name) for name, _, _ in GROUPS))

    @property
    def noticed(self) -> int:
        """Times a rule that is only counted had something to say; nothing of it was shown."""
        return self.of["noticed"]

    def group(self, wanted: str) -> int:
        if wanted == OPEN[0]:
            return self.shown - sum(self.group(name) for name, _, _ in GROUPS)
        return sum(self.of[outcome] for name, _, outcomes in GROUPS if name == wanted for outcome in outcomes)


@dataclass(frozen=True)
class Week:
    monday: date
    sums: Sums


@dataclass(frozen=True)
class RuleSums:
    rule: str
    title: str
    sums: Sums


def sums_of(counts: Iterable[Count]) -> Sums:
    found: Counter[str] = Counter()
    for count in counts:
        found[count.outcome] += count.n
    return Sums(found)


def weeks(counts: Sequence[Count], today: date) -> list[Week]:
    """The last twelve weeks, the present one last; a week without counts is there with zeros."""
    this = today - timedelta(days=today.weekday())
    mondays = [this - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    return [Week(monday, sums_of(count for count in counts if count.week == monday)) for monday in mondays]


def by_rule(counts: Sequence[Count], titles: dict[str, str]) -> list[RuleSums]:
    """The most often shown first, then what is only counted. A rule the pack no longer has keeps its id as its name."""
    rules = sorted({count.rule for count in counts})
    rows = [
        RuleSums(rule, titles.get(rule, rule), sums_of(one for one in counts if one.rule == rule)) for rule in rules
    ]
    return sorted(rows, key=lambda row: (-row.sums.shown, -row.sums.noticed))
