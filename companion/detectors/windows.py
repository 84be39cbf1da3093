"""Where in a long text it is worth looking closely: the surroundings of a cheap sign, merged where they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from companion.detectors.figures import Figure
from companion.detectors.pattern import Pattern


def windows(text: str, sign: Pattern | Figure, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Stretches of `text` (start, end) from `before` characters ahead of each sign to `after` characters behind it.

    Expensive patterns run only there. Patterns see what stands ahead of a window, not what follows it, so `after`
    must have room for the longest match and one character more.
    """
    return merged(((match.start() - before, match.end() + after) for match in sign.finditer(text)), len(text))


@lru_cache(maxsize=2)  # the whole text, and of a long one the paragraphs that are read again
def lowered(text: str) -> str:
    """The text in small letters, each at its place; made once for the detectors that follow one another on it."""
    return text.replace("\u0130", "I").lower()  # the one character that grows when it is made small


def merged(places: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Stretches in order of their starts, cut to the text and joined where they overlap."""
    start = end = -1
    for low, high in places:
        if end >= 0 and low <= end:
            end = max(end, min(high, length))
            continue
        if end >= 0:
            yield start, end
        start, end = max(0, low), min(high, length)
    if end >= 0:
        yield start, end


def matches(text: str, sign: Pattern | Figure, pattern: Pattern, before: int, after: int) -> Iterator[re.Match[str]]:
    """Every match of `pattern` near a sign."""
    for start, end in windows(text, sign, before, after):
        yield from pattern.finditer(text, start, end)
