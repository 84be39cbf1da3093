"""The chart of the counts: where each bar stands, so that the template only has to draw it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from companion.server.pages.tally import GROUPS, OPEN, Sums, Week

WIDTH, HEIGHT = 600, 230
LEFT, RIGHT, TOP, BOTTOM = 34, 18, 14, 30  # room around the columns; LEFT has numbers of three digits
DIGIT = 8  # room for one more in the numbers of the scale
COLUMN = 0.62  # share of its place a column fills
KINDS = (*((name, words) for name, words, _ in GROUPS), OPEN)  # from the foot of a column up


@dataclass(frozen=True)
class Bar:
    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Mark:
    """A line across, or a word under a column."""

    at: float
    label: str


@dataclass(frozen=True)
class Chart:
    bars: tuple[Bar, ...]
    lines: tuple[Mark, ...]
    weeks: tuple[Mark, ...]
    tops: tuple[tuple[Mark, float], ...]  # how many in all, over each column: where, and how high
    left: int = LEFT  # where the lines begin, behind the numbers of the scale
    width: int = WIDTH
    height: int = HEIGHT


def chart(weeks: Sequence[Week]) -> Chart:
    most = max([week.sums.shown for week in weeks], default=0)
    step = nice_step(most)
    top = max(step, -(-most // step) * step)
    scale = (HEIGHT - TOP - BOTTOM) / top
    left = LEFT + DIGIT * max(0, len(str(top)) - 3)
    place = (WIDTH - left - RIGHT) / max(1, len(weeks))
    bars: list[Bar] = []
    names: list[Mark] = []
    tops: list[tuple[Mark, float]] = []
    for number, week in enumerate(weeks):
        x, width = left + place * (number + (1 - COLUMN) / 2), place * COLUMN
        bars += _stacked(week.sums, x, width, scale)
        middle = round(x + width / 2, 1)
        if (len(weeks) - 1 - number) % 3 == 0:
            names.append(Mark(middle, f"{week.monday.day} {week.monday:%b}"))
        if week.sums.shown:
            tops.append((Mark(middle, str(week.sums.shown)), round(HEIGHT - BOTTOM - week.sums.shown * scale - 4, 1)))
    lines = tuple(Mark(round(HEIGHT - BOTTOM - value * scale, 1), str(value)) for value in range(0, top + 1, step))
    return Chart(tuple(bars), lines, tuple(names), tuple(tops), left)


def _stacked(sums: Sums, x: float, width: float, scale: float) -> Iterator[Bar]:
    foot = float(HEIGHT - BOTTOM)
    for kind, _ in KINDS:
        height = sums.group(kind) * scale
        if height:
            foot -= height
            yield Bar(kind, round(x, 1), round(foot, 1), round(width, 1), round(height, 1))


def strip(sums: Sums, most: int, width: int = 300) -> list[Bar]:
    """One rule's numbers on a line, as long as it was often shown beside the one shown most."""
    x, bars = 0.0, []
    for kind, _ in KINDS:
        length = sums.group(kind) / most * width if most else 0.0
        if length:
            bars.append(Bar(kind, round(x, 2), 0, round(length, 2), 8))
            x += length
    return bars


def nice_step(most: int) -> int:
    """Between the lines of the scale: 1, 2 or 5 times a power of ten, with five lines at most."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= 4 * step * factor:
                return step * factor
        step *= 10
