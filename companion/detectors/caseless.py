"""Patterns that ignore case at the speed of patterns that do not: small letters looked for in the text made small.

Python tries every branch of a long alternation at every character when it has to ignore case, but leaves most of
them at the first letter when it has not: about four times faster on our lists of phrases.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Final

from companion.detectors.keys import Keys
from companion.detectors.pattern import Pattern

_KEPT_OR_LETTER: Final = re.compile(r"\\[\s\S]|\(\?P[<=]\w+|[^\W\d_a-z]")  # escapes, names of groups; capitals


class Caseless:
    """A pattern that ignores case, for texts of a sentence or two: each search makes its text small first.

    The groups of a match are in small letters, its spans are those of the text. A pattern may not switch case on and
    off within itself: raises ValueError then.
    """

    __slots__ = ("_small", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        if "(?i:" in pattern or "(?-i:" in pattern:
            raise ValueError("a part of the pattern has a rule of its own for case")
        self.pattern: Final = pattern
        self._small: Final = _InSmall(pattern, flags)

    def keys(self) -> tuple[Keys, ...]:
        """The sets of words of each of which a text must hold one, or the pattern cannot match."""
        return self._small.keys()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._small.search(small(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self._small.finditer(small(text), start, end)


class _InSmall(Pattern):
    """The pattern in small letters; rewritten when it is compiled, which for most is not when they are imported."""

    def _spelled(self) -> str:
        return _KEPT_OR_LETTER.sub(_small_letter, self.pattern)


def caseless(pattern: str) -> Caseless | Pattern:
    """The pattern, ignoring case: the quick way, unless a part of it minds case after all."""
    return Pattern(pattern, re.IGNORECASE) if "(?-i:" in pattern else Caseless(pattern)


def small(text: str) -> str:
    """The text in small letters, each at its place: the three letters that `re` takes for an i or an s become one."""
    if text.isascii():
        return text.lower()
    return text.replace("\u0130", "i").replace("\u0131", "i").replace("\u017f", "s").lower()


def _small_letter(found: re.Match[str]) -> str:
    return found.group() if len(found.group()) > 1 else found.group().lower()
