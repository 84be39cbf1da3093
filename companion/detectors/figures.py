"""Patterns that begin with a digit: tried only where there is one, and the places are found once for all of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from companion.detectors.pattern import Pattern

_DIGITS: Final = "0123456789"
_ANY_DIGIT: Final = Pattern(r"\d")
_MANY: Final = 16  # one digit in so many characters: then a pattern's own search is quicker


class Figure:
    """A pattern whose matches all begin with a digit; finds what a `Pattern` would."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern: Final = Pattern(pattern, flags)

    @property
    def pattern(self) -> str:
        return self._pattern.pattern

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        end = len(text) if end is None else end
        places = digit_places(text)
        if places is None:
            yield from self._pattern.finditer(text, start, end)
            return
        match = self._pattern.match
        for place in places[bisect_left(places, start) :] if start else places:
            if place >= end:
                return
            if place >= start and (found := match(text, place, end)):
                yield found
                start = found.end()

    def search(self, text: str) -> re.Match[str] | None:
        return next(self.finditer(text), None)


@lru_cache(maxsize=2)  # the whole text, and of a long one the paragraphs that are read again
def digit_places(text: str) -> tuple[int, ...] | None:
    """Where the digits of a text stand, in order; None where there are many."""
    if not text.isascii():
        places = [match.start() for match in _ANY_DIGIT.finditer(text)]
    elif sum(map(text.count, _DIGITS)) * _MANY > len(text):
        return None
    else:
        places = []
        for digit in _DIGITS:
            at = text.find(digit)
            while at >= 0:
                places.append(at)
                at = text.find(digit, at + 1)
        places.sort()
    return tuple(places) if len(places) * _MANY <= len(text) else None
