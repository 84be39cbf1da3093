"""Reads the day a post was made from the ways the exports write it; None where it cannot be told."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_OF_X = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]{8} [+-]\d{4} (\d{4})"
)  # Sat Feb 18 12:33:11 +0000 2023
_OF_FACEBOOK = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})\b.*")  # Oct 19, 2025 1:47:55 pm
_FACEBOOK_BRITISH = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b.*")  # 19 Oct 2025, 13:47
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|[T ].*)")


def day_of(value: object) -> date | None:
    """The day in any of the forms above, or in seconds since 1970 (a number)."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        if isinstance(value, (int, float)):
            return datetime.fromtimestamp(value, UTC).date()
        return _written(str(value)[:60].strip())
    except (ValueError, OverflowError, OSError):
        return None


def _written(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        return date.fromisoformat(found[1])
    for pattern, order in ((_OF_X, "mdy"), (_OF_FACEBOOK, "mdy"), (_FACEBOOK_BRITISH, "dmy")):
        if found := pattern.fullmatch(text):
            part = dict(zip(order, found.groups(), strict=True))
            month = _MONTHS.get(part["m"].lower())
            return date(int(part["y"]), month, int(part["d"])) if month else None
    return None
