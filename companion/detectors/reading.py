"""The sentences of a text and the words in each, read once for all detectors that judge language.

A detector names the words it depends on; only sentences with one of them are looked at with patterns. Sentences are at
most `LONGEST` characters, so that a pattern never meets more than that at once, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from companion.detectors.windows import lowered

LONGEST: Final = 500  # characters in one sentence; a longer one is read in parts

_WORD: Final = re.compile(r"[\w*$]+(?:'\w+)?")
_END: Final = re.compile(  # not after an initial or a shortened title
    r"""[.!?…]+(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[Nn]o\.)(?<!\bv\.)(?<!\bvs\.)
    ["')\]]*(?=\s|$)|\n+""",
    re.VERBOSE,
)


class Match(Protocol):
    """A match of `re` or of `regex`."""

    def start(self, group: int | str, /) -> int: ...
    def end(self, group: int | str, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, where it begins in the text, and the text around it."""

    start: int
    text: str
    before: str  # the sentence before, or ""
    after: str  # the sentence after, or ""

    def span(self, match: Match, group: int | str = 0) -> tuple[int, int]:
        """Where in the whole text a match in this sentence stands."""
        return self.start + match.start(group), self.start + match.end(group)


class Reading:
    """A plain text by sentence and word."""

    __slots__ = ("_sentences", "_spans", "_text", "_where", "_words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = list(_sentences(text))
        self._sentences: dict[int, Sentence] = {}  # those that a detector asked for
        self._where: dict[str, list[int]] = {}
        low = lowered(text)
        for place, (start, end) in enumerate(self._spans):
            for word in set(_WORD.findall(low, start, end)):
                self._where.setdefault(word, []).append(place)
                if "'" in word:  # "landlord's" is the landlord, too
                    self._where.setdefault(word.partition("'")[0], []).append(place)
        self._words = frozenset(self._where)

    def with_any(self, *sets: Set[str]) -> Iterator[Sentence]:
        """The sentences that hold at least one word (lower case) of each of these sets, in order."""
        held = [words & self._words for words in sets]
        if not all(held):
            return
        places = set.intersection(*({place for word in words for place in self._where[word]} for words in held))
        for place in sorted(places):
            yield self._sentence(place)

    def words_like(self, beginnings: tuple[str, ...]) -> frozenset[str]:
        """The words of the text that begin so."""
        return frozenset(word for word in self._where if word.startswith(beginnings)) if beginnings else frozenset()

    def holds(self, words: Set[str]) -> bool:
        return not words.isdisjoint(self._where.keys())

    def _sentence(self, place: int) -> Sentence:
        known = self._sentences.get(place)
        if known is None:
            known = self._sentences[place] = self._cut(place)
        return known

    def _cut(self, place: int) -> Sentence:
        start, end = self._spans[place]
        before = self._text[slice(*self._spans[place - 1])] if place else ""
        after = self._text[slice(*self._spans[place + 1])] if place + 1 < len(self._spans) else ""
        return Sentence(start, self._text[start:end], before, after)


@lru_cache(maxsize=1)
def read(text: str) -> Reading:
    """The reading of a text; the detectors that follow one another on the same text share it."""
    return Reading(text)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield from _parts(text, start, end.end())
        start = end.end()
    yield from _parts(text, start, len(text))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
