"""Finds words that people mask, "sh*t", "f**k", "p@ki", and their plain forms, from a list in `data/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.pattern import Pattern
from companion.detectors.phrases import entries
from companion.detectors.reading import read
from companion.detectors.windows import matches

_MASKS: Final = {"a": "a@4*#", "e": "e3*#", "i": "i1!*#", "o": "o0*#", "u": "u*#@v", "s": "s$5", "c": "c*"}
_MASKED: Final = Pattern(r"[*@#!$0134](?<=[A-Za-z].)(?:[*@#!$0134]{0,3}[A-Za-z]|(?<=\*)\*)")  # behind a letter
_LONGEST: Final = 60  # characters of one of these words, its ending and one more: how far around a mask to look


class SwearWords:
    """The words of one file: one a line; `~` at the end of a line stands for any ending."""

    def __init__(self, name: str) -> None:
        words = sorted(entries(name), key=len, reverse=True)
        self._plain = Pattern(
            _any_of(rf"{re.escape(word.rstrip('~'))}{_ending(word)}" for word in words), re.IGNORECASE
        )
        self._masked = Pattern(_any_of(map(_loose, words)), re.IGNORECASE)
        self._first = frozenset(re.split(r"[ -]", word)[0] for word in words if not word.endswith("~"))
        self._beginnings = tuple(word.rstrip("~") for word in words if word.endswith("~"))

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand in the text."""
        masked = [match.span() for match in matches(text, _MASKED, self._masked, _LONGEST + 1, _LONGEST)]
        yield from masked
        reading = read(text)
        words = (self._first & reading.words) | reading.words_like(self._beginnings)
        for sentence in reading.with_these(words) if words else ():
            plain = (sentence.span(match) for match in self._plain.finditer(sentence.text))
            yield from (span for span in plain if not any(low < span[1] and span[0] < high for low, high in masked))


def _any_of(patterns: Iterator[str]) -> str:
    return rf"(?<![\w@#])(?:{'|'.join(patterns)})(?!\w)"


def _ending(word: str) -> str:
    return r"\w{0,20}" if word.endswith("~") else ""


def _loose(word: str) -> str:
    """The first letter must stand; of the others, vowels may be masked, or all between the first and last letter."""
    plain = word.rstrip("~")
    inner = "".join(f"[{re.escape(_MASKS[char])}]" if char in _MASKS else re.escape(char) for char in plain[1:])
    stars = (
        rf"|{re.escape(plain[0])}\*{{2,3}}{re.escape(plain[-1])}" if 4 <= len(plain) <= 5 and plain.isalpha() else ""
    )
    if word.endswith("~") and len(plain) == 4:  # f***ing, f***
        stars += rf"|{re.escape(plain[0])}\*{{3}}(?:ing?|ed|ers?|s)?"
    return rf"(?:{re.escape(plain[0])}{inner}{_ending(word)}{stars})"
