"""Steps ticked after a mistake: together until a day after the last of them, whichever clock says that it is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companion.store.ticks import Ticks

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = 3600.0


class Time:
    """Two clocks that a test moves."""

    def __init__(self) -> None:
        self.wall, self.steady = NOON, 0.0

    def on(self, *, wall: float = 0, steady: float = 0) -> None:
        """Hours of each clock."""
        self.wall, self.steady = self.wall + timedelta(hours=wall), self.steady + steady * HOUR


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def ticks(time: Time) -> Ticks:
    return Ticks(lambda: time.wall, lambda: time.steady)


@pytest.mark.parametrize(
    ("wall", "steady", "left"),
    [
        (23.9, 23.9, 2),
        (24, 24, 0),
        (24, 0, 0),  # the machine slept: the steady clock stood still
        (-48, 24, 0),  # the clock was set back
        (-48, 1, 2),
    ],
)
def test_all_are_forgotten_a_day_after_the_last(
    ticks: Ticks, time: Time, wall: float, steady: float, left: int
) -> None:
    ticks.tick("first")
    time.on(wall=20, steady=20)
    ticks.tick("second")
    time.on(wall=wall, steady=steady)
    assert len(ticks.all()) == left


def test_a_tick_of_the_next_day_does_not_bring_old_ones_back(ticks: Ticks, time: Time) -> None:
    ticks.tick("first")
    time.on(wall=25, steady=25)
    ticks.tick("second")
    assert ticks.all() == {"second": NOON + timedelta(hours=25)}


def test_a_step_keeps_its_first_moment_until_it_is_unticked(ticks: Ticks, time: Time) -> None:
    ticks.tick("first")
    time.on(wall=1, steady=1)
    ticks.tick("first")
    assert ticks.all() == {"first": NOON}
    ticks.untick("first")
    assert ticks.all() == {}


def test_beginning_anew_can_be_taken_back_for_a_day_and_loses_nothing_ticked_since(ticks: Ticks, time: Time) -> None:
    ticks.tick("first")
    back = ticks.begin_anew()
    assert ticks.all() == {}
    time.on(wall=1, steady=1)
    ticks.tick("second")
    back()
    assert set(ticks.all()) == {"first", "second"}
    back = ticks.begin_anew()
    time.on(wall=24, steady=24)
    back()
    assert ticks.all() == {}
