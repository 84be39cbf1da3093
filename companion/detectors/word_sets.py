"""The sets of words that detectors depend on, each with a number: so that all are told of a word at one go."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Final


class WordSets:
    """Sets of words in the order in which they were first asked for. Any number of threads may ask."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._having: dict[str, list[int]] = {}
        self._learning: Final = Lock()

    @property
    def known(self) -> int:
        """How many there are: all with a lower number are found by each of their words."""
        return len(self._numbers)

    def number(self, words: frozenset[str]) -> int:
        known = self._numbers.get(words)
        return self._learn(words) if known is None else known

    def having(self, word: str) -> Sequence[int]:
        """The numbers of the sets with this word."""
        return self._having.get(word, ())

    def _learn(self, words: frozenset[str]) -> int:
        with self._learning:
            if words not in self._numbers:
                number = len(self._numbers)
                for word in words:
                    self._having.setdefault(word, []).append(number)
                self._numbers[words] = number  # last: from now on it counts as known
            return self._numbers[words]
