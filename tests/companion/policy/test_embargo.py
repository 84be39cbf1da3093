"""An embargo asks for nothing once its day is over."""

from __future__ import annotations

from datetime import date

import pytest

from companion.detectors.handling import DETECTOR
from companion.policy.embargo import still_ahead

TODAY = date(2026, 11, 29)  # a Sunday


@pytest.mark.parametrize(
    ("text", "ahead", "why"),
    [
        ("EMBARGOED UNTIL 00:01 4 March 2024. Rents up.", False, "long over"),
        ("EMBARGOED UNTIL 00:01 4 March 2027. Rents up.", True, "next year"),
        ("EMBARGO: 10am, 28 November 2026", False, "yesterday, behind the time"),
        ("EMBARGO: 10am, 29 November 2026", True, "today counts as ahead"),
        ("EMBARGOED UNTIL 00.01 ON 3/11/2025", False, "in figures, the day first"),
        ("EMBARGOED UNTIL 00.01 ON 3/12/26", True, "the same, ahead"),
        ("Embargoed until 2026-11-02 09:00", False, "the year first"),
        ("Embargoed until 4 December: rents up", True, "no year: the nearest"),
        ("Embargoed until 4 November: rents up", False, "no year: the nearest"),
        ("Embargoed until 0001 Tuesday 2 June", False, "the weekday says which year: this one"),
        ("Embargoed until 0001 Wednesday 2 June", True, "the weekday says which year: the next"),
        ("Not for release before 9am on November 30, 2026", True, "the month first"),
        ("EMBARGOED UNTIL 00:01 THURSDAY: rents up", True, "no date"),
        ("Embargoed until 31 February 2024", True, "no such day"),
        ("Embargoed until 1 March 2024, then until 1 March 2027", True, "the last of two"),
        ("Draft 4 March 2024 - not council policy", True, "no embargo"),
    ],
)
def test_an_embargo_is_over_after_its_day(text: str, ahead: bool, why: str) -> None:
    seen = max(DETECTOR.find(text), key=lambda one: one.end - one.start)  # the engine keeps the longest
    assert still_ahead(text, seen, TODAY) is ahead, why
