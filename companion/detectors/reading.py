"""The sentences of a text and the words in each, read once for all detectors that judge language.

A detector names the words it depends on; only sentences with one of them are looked at with patterns. Sentences are at
most `LONGEST` characters, so that a pattern never meets more than that at once, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Final, Generic, Protocol, TypeVar

from companion.detectors.vocabulary import Words
from companion.detectors.windows import lowered
from companion.detectors.word_sets import WordSets

T = TypeVar("T")

LONGEST: Final = 500  # characters in one sentence; a longer one is read in parts

_WORD: Final = re.compile(r"[\w*$]+(?:'\w+)?")
_END: Final = re.compile(  # not after an initial or a shortened title
    r"""(?<![.!?…])[.!?…]++  # of a run of them each is read once
    (?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[Nn]o\.)(?<!\bv\.)(?<!\bvs\.)
    ["')\]]*+(?=\s|$)|\n+""",
    re.VERBOSE,
)


_SETS: Final = WordSets()
_NOWHERE: Final[frozenset[int]] = frozenset()


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
    words: Words = field(default=Words(), compare=False)

    def span(self, match: Match, group: int | str = 0) -> tuple[int, int]:
        """Where in the whole text a match in this sentence stands."""
        return self.start + match.start(group), self.start + match.end(group)


class ByWord(Generic[T]):
    """Things of which each depends on one of a set of words, to be found by the words that a text has."""

    def __init__(self, things: Iterable[tuple[frozenset[str], T]]) -> None:
        self._by_word: dict[str, list[tuple[int, T]]] = {}
        for place, (words, thing) in enumerate(things):
            for word in words:
                self._by_word.setdefault(word, []).append((place, thing))
        self.words: Final = frozenset(self._by_word)

    def held_by(self, reading: Reading) -> list[T]:
        """The things whose words the text has, in order."""
        if not reading.holds(self.words):
            return []
        found = dict(pair for word in self.words & reading.words for pair in self._by_word[word])
        return [found[place] for place in sorted(found)]


class Reading:
    """A plain text by sentence and word, and what can be told of it at a glance."""

    __slots__ = (
        "_held", "_known", "_sentences", "_spans", "_text", "_where", "_words", "digits", "longest", "small", "words",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self._text = text
        self.small: Final = lowered(text)
        self.digits: Final = sum(map(text.count, "0123456789"))
        self.longest: Final = max(map(len, text.split()), default=0)  # characters without a space between them
        self._spans = list(_sentences(text))
        self._sentences: dict[int, Sentence] = {}  # those that a detector asked for
        self._where: dict[str, list[int]] = {}
        self._words = [Words(_WORD.findall(self.small, start, end)) for start, end in self._spans]
        for place, words in enumerate(self._words):
            for word in words:
                self._where.setdefault(word, []).append(place)
                if "'" in word:  # "landlord's" is the landlord, too
                    self._where.setdefault(word.partition("'")[0], []).append(place)
        self.words: Final = Words(self._where)
        self._known = _SETS.known
        self._held: dict[int, set[int]] = {}  # by the number of each set of words, where one of them stands
        for word, places in self._where.items():
            for number in _SETS.having(word):
                self._held.setdefault(number, set()).update(places)

    def with_any(self, *sets: frozenset[str]) -> Sequence[Sentence]:
        """The sentences that hold at least one word (lower case) of each of these sets, in order."""
        places = self._of(sets[0])
        for words in sets[1:]:
            places = places and places & self._of(words)
        return self._at(places) if places else ()

    def with_any_beside(self, words: frozenset[str], *others: frozenset[str]) -> Sequence[Sentence]:
        """The sentences that hold one of these words, while there is one of each other set in it or next to it."""
        places = self._of(words)
        for other in others:
            there = self._of(other) if places else _NOWHERE
            places = {at for at in places if at in there or at - 1 in there or at + 1 in there}
        return self._at(places)

    def with_these(self, words: frozenset[str]) -> Sequence[Sentence]:
        """The sentences that hold one of these words of the text."""
        return self._at(self._looked_up(words))

    def words_like(self, beginnings: tuple[str, ...]) -> frozenset[str]:
        """The words of the text that begin so."""
        return frozenset(word for word in self._where if word.startswith(beginnings)) if beginnings else frozenset()

    def holds(self, words: frozenset[str]) -> bool:
        return bool(self._of(words))

    def _of(self, words: frozenset[str]) -> AbstractSet[int]:
        """The places of the sentences with one of these words."""
        number = _SETS.number(words)
        return self._held.get(number, _NOWHERE) if number < self._known else self._looked_up(words)

    def _looked_up(self, words: frozenset[str]) -> AbstractSet[int]:
        return frozenset(chain.from_iterable(self._where[word] for word in self.words & words))

    def _at(self, places: AbstractSet[int]) -> Sequence[Sentence]:
        return [self._sentence(place) for place in sorted(places)]

    def _sentence(self, place: int) -> Sentence:
        known = self._sentences.get(place)
        if known is None:
            known = self._sentences[place] = self._cut(place)
        return known

    def _cut(self, place: int) -> Sentence:
        start, end = self._spans[place]
        before = self._text[slice(*self._spans[place - 1])] if place else ""
        after = self._text[slice(*self._spans[place + 1])] if place + 1 < len(self._spans) else ""
        return Sentence(start, self._text[start:end], before, after, self._words[place])


@lru_cache(maxsize=2)  # the whole text, and of a long one the paragraphs that are read again
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
