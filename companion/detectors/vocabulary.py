"""Which keys (`keys.py`) a word has: one vocabulary for all patterns and signs, where each word is looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from threading import Lock
from typing import Final

from companion.detectors.caseless import small
from companion.detectors.keys import BEYOND_ASCII, Keys
from companion.detectors.pattern import Pattern

WORD: Final = Pattern(r"\w+")
_NOT_ASCII: Final = Pattern(r"[^\x00-\x7f]+")
_SHORTEST: Final = 3  # characters of a key that is no whole word, with the space of its known end
_LONGEST_KEPT: Final = 40  # characters of a word that is remembered
_MOST_KEPT: Final = 20_000  # words that are remembered


class Vocabulary:
    """The sets of keys that were learnt, a bit each. It may learn more while others ask."""

    def __init__(self) -> None:
        self.size = 0  # sets of keys; a word that was looked up before has none of those that came later
        self._bits: dict[Keys, int] = {}
        self._whole: dict[str, int] = {}
        self._pieces: dict[str, dict[str, int]] = {}  # by their first characters
        self._beyond = 0
        self._words = _Words(self)
        self._learning: Final = Lock()

    def learn(self, sets: Iterable[Keys]) -> int:
        """The bits of these sets of keys together, but for those that no word can tell: 0 where there are no others."""
        with self._learning:
            bits = reduce(or_, (self._bit(keys) for keys in sets if keys and all(map(_is_told, keys))), 0)
            if self.size != len(self._bits):
                self._words = _Words(self)
                self.size = len(self._bits)  # last: then whoever sees it finds all of them
            return bits

    def _bit(self, keys: Keys) -> int:
        known = self._bits.get(keys)
        if known is not None:
            return known
        bit = self._bits[keys] = 1 << len(self._bits)
        for key in keys:
            if key == BEYOND_ASCII:
                self._beyond |= bit
            elif _is_whole(key):
                self._whole[key] = self._whole.get(key, 0) | bit
            else:  # a new one each time: somebody may be reading the old one
                of = self._pieces.get(key[:_SHORTEST], {})
                self._pieces[key[:_SHORTEST]] = {**of, key: of.get(key, 0) | bit}
        return bit

    def of(self, words: Iterable[str]) -> int:
        """The bits of all these words together. They are in small letters, and begin and end where words do."""
        return reduce(or_, map(self._words.__getitem__, words), 0)

    def look_up(self, word: str) -> int:
        seen = 0
        for part in WORD.findall(small(word)):
            seen |= self._of(f" {part} ")
            if not part.isascii():  # `regex` knows fewer characters of words than `re`
                seen |= self._beyond
                for piece in _NOT_ASCII.split(part):
                    seen |= self._of(f" {piece} ")
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


class _Words(dict[str, int]):
    """The words that were looked up in a vocabulary of one size."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> int:
        seen = self._vocabulary.look_up(word)
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = seen
        return seen


VOCABULARY: Final = Vocabulary()


class Words(frozenset[str]):
    """The words of a stretch of text, in small letters, and what keys they have."""

    __slots__ = ("_held",)
    _held: tuple[int, int]  # in a vocabulary of this size, these bits

    def held(self) -> int:
        """The bits of the keys that these words have."""
        size = VOCABULARY.size
        held = getattr(self, "_held", None)
        if held is None or held[0] != size:
            held = self._held = size, VOCABULARY.of(self)
        return held[1]


def words_within(text: str, start: int, end: int) -> Words:
    """The words of this stretch of a text."""
    return Words(WORD.findall(small(text[start:end])))


def _is_whole(key: str) -> bool:
    return key[0] == key[-1] == " "


def _is_told(key: str) -> bool:
    return _is_whole(key) or len(key) >= _SHORTEST or key == BEYOND_ASCII
