"""Reads digits written as words ("four nine two nine"), for numbers that people spell out to slip past a filter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from companion.detectors.pattern import Pattern
from companion.detectors.reading import Sentence, read

_DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
DIGIT_WORDS = frozenset(_DIGITS) - {"o", "one"}  # thirteen digits that are all one of these are no number
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_WORD = Pattern(
    r"\b(?:(double|treble|triple)[ -])?(" + "|".join(sorted(_DIGITS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_GAP = Pattern(r"[\s,.;:/…-]{0,3}(?:and )?")
_LONGEST = 40  # words: no number is longer


@dataclass(frozen=True, slots=True)
class Spoken:
    """A run of digit words: where it stands, and the digits it says."""

    start: int
    end: int
    digits: str


def spoken_runs(text: str, at_least: int) -> Iterator[Spoken]:
    """Every run of at least this many digits in words, within a sentence."""
    for sentence in read(text).with_any(DIGIT_WORDS):
        run: list[re.Match[str]] = []
        for match in _WORD.finditer(sentence.text):
            if run and (len(run) >= _LONGEST or not _GAP.fullmatch(sentence.text, run[-1].end(), match.start())):
                yield from _run(sentence, run, at_least)
                run = []
            run.append(match)
        yield from _run(sentence, run, at_least)


def _run(sentence: Sentence, run: list[re.Match[str]], at_least: int) -> Iterator[Spoken]:
    digits = "".join(_DIGITS[word[2].lower()] * _TIMES.get((word[1] or "").lower(), 1) for word in run)
    if len(digits) >= at_least:
        yield Spoken(sentence.start + run[0].start(), sentence.start + run[-1].end(), digits)
