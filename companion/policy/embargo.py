"""Whether the day that an embargo names is over: then the line asks for nothing any more. Pure: today comes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from companion.draft import Detection

_BEHIND: Final = 25  # characters after the line's span in which its date may still stand: "Embargo: 10am, 4 December"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH: Final = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR: Final = r"(?:,? (?P<year>20\d\d)\b)?"
_DATES: Final = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>20\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>[0-3]\d)\b",
        r"\b(?P<day>[0-3]?\d)[/.-](?P<number>0?[1-9]|1[0-2])[/.-](?P<year>(?:20)?\d\d)\b",
        rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEAR}",
        rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?{_YEAR}(?![:.]?\d)",
    )
]
_WEEKDAY: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)


def still_ahead(text: str, seen: Detection, today: date) -> bool:
    """False for an embargo whose day was before today. Without a date that can be told it is taken to be ahead."""
    if seen.kind != "embargo":
        return True
    line = text[seen.start : seen.end + _BEHIND]
    days = list(_days(line, today))
    return not days or max(days) >= today


def _days(line: str, today: date) -> Iterator[date]:
    """The days that a line names; one without its year is the nearest that falls on the weekday beside it."""
    named = _WEEKDAY.search(line)
    weekday = _WEEKDAYS.index(named[1].lower()) if named else None
    for pattern in _DATES:
        for match in pattern.finditer(line):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else _MONTHS.index(parts["month"].lower()) + 1
            if year := parts["year"]:
                years = [int(year) if len(year) == 4 else 2000 + int(year)]
            else:
                years = [today.year - 1, today.year, today.year + 1]
            possible = [day for possible_year in years if (day := _day(possible_year, month, int(parts["day"])))]
            fitting = [day for day in possible if weekday is None or day.weekday() == weekday] or possible
            if fitting:
                yield min(fitting, key=lambda day: abs((day - today).days))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # no such day: 31 February
