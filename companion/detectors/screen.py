"""Tells at a glance which of many patterns may find something in a text: by the keys in its words (`keys.py`).

A sentence is ten times as quick to ask for its words as to be searched with one pattern, and most patterns have none of
their keys in most sentences. To read off the keys takes as long as to compile the pattern: so no text waits for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Final, Generic, Protocol, TypeVar

from companion.detectors.keys import Keys
from companion.detectors.pattern import compiled, compiled_later
from companion.detectors.vocabulary import VOCABULARY, Words, words_within

_MOST_KEPT: Final = 5_000  # answers that are remembered


class HasKeys(Protocol):
    """A pattern that can tell its keys."""

    def keys(self) -> tuple[Keys, ...]: ...


P = TypeVar("P", bound=HasKeys)


class Screen(Generic[P]):
    """Some patterns, and for the words of a text those of them that may match it, in their order.

    Before it is compiled that is all of them. Any number of threads may share one.
    """

    def __init__(self, patterns: Iterable[P]) -> None:
        self.patterns: Final[tuple[P, ...]] = tuple(patterns)
        self._asked: Sequence[int] | None = None  # the bits of each pattern
        self._all_bits = 0
        self._chosen: dict[int, Sequence[P]] = {}
        compiled_later(self)

    def compile(self) -> None:
        """Read off the keys now."""
        asked = [VOCABULARY.learn(pattern.keys()) for pattern in self.patterns]
        self._all_bits = reduce(or_, asked, 0)
        self._asked = asked
        compiled(self)

    def of(self, words: Words) -> Sequence[P]:
        """Those that may match a text of these words."""
        asked = self._asked
        if asked is None:
            return self.patterns
        held = words.held() & self._all_bits
        chosen = self._chosen.get(held)
        if chosen is None:
            if len(self._chosen) >= _MOST_KEPT:
                self._chosen.clear()
            chosen = self._chosen[held] = tuple(
                pattern for pattern, bits in zip(self.patterns, asked, strict=True) if held & bits == bits
            )
        return chosen

    def within(self, text: str, start: int, end: int) -> Sequence[P]:
        """Those that may match in this stretch of a text."""
        return self.of(words_within(text, start, end))
