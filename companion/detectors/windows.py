"""Where in a long text it is worth looking closely: the surroundings of a cheap sign, merged where they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator


def windows(text: str, sign: re.Pattern[str], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Stretches of `text` (start, end) from `before` characters ahead of each sign to `after` characters behind it.

    Expensive patterns run only there. Patterns see what stands ahead of a window, not what follows it, so `after`
    must have room for the longest match and one character more.
    """
    start = end = -1
    for match in sign.finditer(text):
        low, high = max(0, match.start() - before), min(len(text), match.end() + after)
        if low <= end:
            end = max(end, high)
            continue
        if end >= 0:
            yield start, end
        start, end = low, high
    if end >= 0:
        yield start, end


def matches(
    text: str, sign: re.Pattern[str], pattern: re.Pattern[str], before: int, after: int
) -> Iterator[re.Match[str]]:
    """Every match of `pattern` near a sign."""
    for start, end in windows(text, sign, before, after):
        yield from pattern.finditer(text, start, end)
