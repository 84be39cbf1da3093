"""Whether an embargo is long over by the date that it names: then the line asks for nothing any more. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from companion.draft import Detection

_LONG: Final = timedelta(days=365)  # a day that has just passed is as often a mistake, or a paper that was put back
_BEHIND: Final = 25  # characters after the line's span in which its date may still stand: "Embargo: 10am, 4 December"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES: Final = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>20\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>[0-3]\d)\b",
        r"\b(?P<day>[0-3]?\d)[/.-](?P<number>0?[1-9]|1[0-2])[/.-](?P<year>20\d\d)\b",
        rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?P<year>20\d\d)\b",
        rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?,? (?P<year>20\d\d)\b",
    )
]


def long_over(text: str, seen: Detection, today: date) -> bool:
    """Is it an embargo that names a day with its year, and that day more than a year ago?"""
    if seen.kind != "embargo":
        return False
    days = list(_days(text[seen.start : seen.end + _BEHIND]))
    return bool(days) and max(days) < today - _LONG


def _days(line: str) -> Iterator[date]:
    for pattern in _DATES:
        for match in pattern.finditer(line):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else _MONTHS.index(parts["month"].lower()) + 1
            try:
                yield date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                continue  # no such day: 31 February
