"""Letters that show where a text is worth a closer look: told at a glance for all detectors together.

To look for hundreds of them one by one takes as long as everything else. Which of them may be there is told by the
words of the text, read once; only for those is the text searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from operator import or_
from threading import Lock
from typing import Final

from companion.detectors.keys import Keys, key_of
from companion.detectors.pattern import Pattern, compiled, compiled_later
from companion.detectors.reading import LONGEST, Reading, read
from companion.detectors.screen import HasKeys, Marks, can_be_told
from companion.detectors.windows import merged


class Signs:
    """Some strings, in small letters, each of which is one sign; found in any case."""

    __slots__ = ("_any_bit", "_bits", "_literals", "_untold")

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals: Final = tuple(dict.fromkeys(literals))
        self._bits: Final = _learnt(self._literals)
        self._any_bit: Final = reduce(or_, self._bits, 0)
        self._untold: Final = tuple(one for one, bit in zip(self._literals, self._bits, strict=True) if not bit)

    def __iter__(self) -> Iterator[str]:
        return iter(self._literals)

    def in_any(self, reading: Reading) -> bool:
        """Is one of them in the text?"""
        return any(literal in reading.small for literal in self._possible(reading))

    def around(self, text: str, before: int, after: int, where: Pattern | None = None) -> Iterator[tuple[int, int]]:
        """Stretches of `text` as `windows` gives them, around each of these signs; many times faster than a pattern.

        With `where`, only around those at which it matches.
        """
        reading = read(text)
        small, places = reading.small, []
        for literal in self._possible(reading):
            at = small.find(literal)
            while at >= 0:
                if where is None or where.match(text, at):
                    places.append((at - before, at + len(literal) + after))
                at = small.find(literal, at + len(literal))
        return merged(sorted(places), len(text))

    def _possible(self, reading: Reading) -> Sequence[str]:
        if reading.longest > LONGEST:  # then the reading has parted words
            return self._literals
        held = _held(reading, len(_KEYS))
        if not held & self._any_bit:
            return self._untold
        return [literal for literal, bit in zip(self._literals, self._bits, strict=True) if held & bit == bit]


class Hint:
    """Tells whether a pattern may match anywhere in a text. Its keys are read off when the first text is asked."""

    def __init__(self, pattern: HasKeys) -> None:
        self._pattern: Final = pattern
        compiled_later(self)

    @cached_property
    def _bits(self) -> int:
        compiled(self)
        with _learning:
            return reduce(or_, map(_bit, filter(can_be_told, self._pattern.keys())), 0)

    def compile(self) -> None:
        """Read off the keys now."""
        self._bits  # noqa: B018

    def may_match(self, reading: Reading) -> bool:
        bits = self._bits
        return reading.longest > LONGEST or _held(reading, len(_KEYS)) & bits == bits


_KEYS: Final[list[Keys]] = []  # of all signs; their places are their bits
_learning: Final = Lock()


def _learnt(literals: Iterable[str]) -> tuple[int, ...]:
    """The bit of each; 0 for one that no word can tell."""
    with _learning:
        return tuple(_bit(keys) if can_be_told(keys := key_of(literal)) else 0 for literal in literals)


def _bit(keys: Keys) -> int:
    if keys not in _KEYS:
        _KEYS.append(keys)
    return 1 << _KEYS.index(keys)


@lru_cache(maxsize=1)
def _marks(known: int) -> Marks:
    """The marks of the first so many keys."""
    marks = Marks()
    for keys in _KEYS[:known]:
        marks.bit(keys)
    return marks


@lru_cache(maxsize=4)  # the whole text, and of a long one the paragraphs that are read again
def _held(reading: Reading, known: int) -> int:
    """The bits of the signs that may be in the text."""
    return _marks(known).of(reading.words)
