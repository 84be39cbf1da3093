"""An embargo that is long over asks for nothing any more."""

from __future__ import annotations

from datetime import date

import pytest

from companion.detectors.handling import DETECTOR
from companion.policy.embargo import long_over

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "over", "why"),
    [
        ("EMBARGOED UNTIL 00:01 4 March 2024. Rents up.", True, "years ago"),
        ("EMBARGO: 10am, 28 November 2025", True, "a year and a day, behind the time"),
        ("EMBARGO: 10am, 29 November 2025", False, "a year to the day"),
        ("EMBARGOED UNTIL 00:01 4 March 2026. Rents up.", False, "this year: it may have been put back"),
        ("EMBARGOED UNTIL 00:01 4 March 2027. Rents up.", False, "next year"),
        ("EMBARGOED UNTIL 00.01 ON 3/11/2025", True, "in figures, the day first"),
        ("EMBARGOED UNTIL 00.01 ON 3/12/2026", False, "the same, ahead"),
        ("Embargoed until 2024-11-02 09:00", True, "the year first"),
        ("Not for release before 9am on November 30, 2024", True, "the month first"),
        ("Embargoed until 4 March: rents up", False, "no year"),
        ("EMBARGOED UNTIL 00:01 THURSDAY: rents up", False, "no date"),
        ("Embargoed until 31 February 2024", False, "no such day"),
        ("Embargoed until 1 March 2024, then until 1 March 2027", False, "the last of two"),
        ("Draft 4 March 2024 - not council policy", False, "no embargo"),
    ],
)
def test_an_embargo_is_long_over(text: str, over: bool, why: str) -> None:
    seen = max(DETECTOR.find(text), key=lambda one: one.end - one.start)  # the engine keeps the longest
    assert long_over(text, seen, TODAY) is over, why
