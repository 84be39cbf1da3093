"""Tells at a glance which of many patterns may find something in a text: by the keys in its words (`keys.py`).

A sentence is ten times as quick to ask for its words as to be searched with one pattern, and most patterns have none of
their keys in most sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Final, Generic, Protocol, TypeVar

from companion.detectors.caseless import small
from companion.detectors.keys import BEYOND_ASCII, Keys
from companion.detectors.pattern import Pattern, compiled, compiled_later

_WORD: Final = Pattern(r"\w+")
_NOT_ASCII: Final = Pattern(r"[^\x00-\x7f]+")
_SHORTEST: Final = 3  # characters of a key that is no whole word, with the space of its known end
_LONGEST_KEPT: Final = 40  # characters of a word that is remembered
_MOST_KEPT: Final = 20_000  # words, and sets of keys, that are remembered


class HasKeys(Protocol):
    """A pattern that can tell its keys."""

    def keys(self) -> tuple[Keys, ...]: ...


P = TypeVar("P", bound=HasKeys)


class Screen(Generic[P]):
    """Some patterns, and for the words of a text those of them that may match it, in their order.

    Their keys are read off when the first text is asked about. Any number of threads may share one.
    """

    def __init__(self, patterns: Iterable[P]) -> None:
        self.patterns: Final[tuple[P, ...]] = tuple(patterns)
        self._chosen: dict[int, Sequence[P]] = {}
        compiled_later(self)

    @cached_property
    def _marks(self) -> tuple[Marks, Sequence[int]]:
        compiled(self)
        marks = Marks()
        return marks, [sum(set(map(marks.bit, pattern.keys()))) for pattern in self.patterns]

    def compile(self) -> None:
        """Read off the keys now."""
        self._marks  # noqa: B018

    def of(self, words: Iterable[str]) -> Sequence[P]:
        """Those that may match a text of these words: small letters, each from where it begins to where it ends."""
        marks, asked = self._marks
        seen = marks.of(words)
        chosen = self._chosen.get(seen)
        if chosen is None:
            if len(self._chosen) >= _MOST_KEPT:
                self._chosen.clear()
            chosen = self._chosen[seen] = tuple(
                pattern for pattern, of in zip(self.patterns, asked, strict=True) if seen & of == of
            )
        return chosen

    def within(self, text: str, start: int, end: int) -> Sequence[P]:
        """Those that may match in this stretch of a text."""
        return self.of(words_within(text, start, end))


def words_within(text: str, start: int, end: int) -> set[str]:
    """The words of this stretch of a text, in small letters."""
    return set(_WORD.findall(small(text[start:end])))


class Marks(dict[str, int]):
    """For each word the sets of keys it has one of, a bit a set; looked up once and remembered, for some words."""

    def __init__(self) -> None:
        super().__init__()
        self._bits: dict[Keys, int] = {}
        self._whole: dict[str, int] = {}
        self._pieces: dict[str, dict[str, int]] = {}  # by their first characters
        self._beyond = 0

    def bit(self, keys: Keys) -> int:
        """The bit of this set of keys; 0 where one of them is too short to be asked for."""
        if not can_be_told(keys):
            return 0
        if keys not in self._bits:
            bit = self._bits[keys] = 1 << len(self._bits)
            for key in keys:
                if key == BEYOND_ASCII:
                    self._beyond |= bit
                    continue
                of = self._whole if _is_whole(key) else self._pieces.setdefault(key[:_SHORTEST], {})
                of[key] = of.get(key, 0) | bit
            self.clear()
        return self._bits[keys]

    def of(self, words: Iterable[str]) -> int:
        """The bits of all these words together."""
        return reduce(or_, map(self.__getitem__, words), 0)

    def __missing__(self, word: str) -> int:
        seen = 0
        for part in _WORD.findall(small(word)):
            seen |= self._of(f" {part} ")
            if not part.isascii():  # `regex` knows fewer characters of words than `re`
                seen |= self._beyond
                for piece in _NOT_ASCII.split(part):
                    seen |= self._of(f" {piece} ")
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = seen
        return seen

    def _of(self, word: str) -> int:
        """The bits of one word, with a space on both sides."""
        seen = self._whole.get(word, 0)
        for place in range(len(word) - _SHORTEST + 1):
            found = self._pieces.get(word[place : place + _SHORTEST])
            if found:
                for key, bit in found.items():
                    if word.startswith(key, place):
                        seen |= bit
        return seen


def can_be_told(keys: Keys) -> bool:
    """Are there some, and none that is too short to be looked for?"""
    return bool(keys) and all(map(_is_told, keys))


def _is_whole(key: str) -> bool:
    return key[0] == key[-1] == " "


def _is_told(key: str) -> bool:
    return _is_whole(key) or len(key) >= _SHORTEST or key == BEYOND_ASCII
