"""Where in a long text it is worth looking closely: the surroundings of a cheap sign, merged where they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from companion.detectors.pattern import Pattern


def windows(text: str, sign: Pattern, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Stretches of `text` (start, end) from `before` characters ahead of each sign to `after` characters behind it.

    Expensive patterns run only there. Patterns see what stands ahead of a window, not what follows it, so `after`
    must have room for the longest match and one character more.
    """
    return _merged(((match.start() - before, match.end() + after) for match in sign.finditer(text)), len(text))


def windows_at(
    text: str, literals: Iterable[str], before: int, after: int, where: Pattern | None = None
) -> Iterator[tuple[int, int]]:
    """The same around each of these literals (small letters; found in any case), many times faster than a pattern.

    With `where`, only around those at which it matches.
    """
    small = lowered(text)
    places: list[tuple[int, int]] = []
    for literal in literals:
        at = small.find(literal)
        while at >= 0:
            if where is None or where.match(text, at):
                places.append((at - before, at + len(literal) + after))
            at = small.find(literal, at + len(literal))
    return _merged(sorted(places), len(text))


@lru_cache(maxsize=2)  # the whole text, and of a long one the paragraphs that are read again
def lowered(text: str) -> str:
    """The text in small letters, each at its place; made once for the detectors that follow one another on it."""
    return text.replace("\u0130", "I").lower()  # the one character that grows when it is made small


def _merged(places: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
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


def matches(text: str, sign: Pattern, pattern: Pattern, before: int, after: int) -> Iterator[re.Match[str]]:
    """Every match of `pattern` near a sign."""
    for start, end in windows(text, sign, before, after):
        yield from pattern.finditer(text, start, end)
