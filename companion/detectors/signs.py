"""Letters that show where a text is worth a closer look: told at a glance for all detectors together.

To look for hundreds of them one by one takes as long as everything else. Which of them may be there is told by the
words of the text, read once; only for those is the text searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Final

from companion.detectors.keys import key_of
from companion.detectors.pattern import Pattern
from companion.detectors.reading import LONGEST, Reading, read
from companion.detectors.screen import HasKeys, Screen
from companion.detectors.vocabulary import VOCABULARY
from companion.detectors.windows import merged


class Signs:
    """Some strings, in small letters, each of which is one sign; found in any case."""

    __slots__ = ("_any_bit", "_bits", "_literals", "_untold")

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals: Final = tuple(dict.fromkeys(literals))
        self._bits: Final = tuple(VOCABULARY.learn([key_of(literal)]) for literal in self._literals)
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
        held = reading.words.held()
        if not held & self._any_bit:
            return self._untold
        return [literal for literal, bit in zip(self._literals, self._bits, strict=True) if held & bit == bit]


class Hint:
    """Tells whether a pattern may match anywhere in a text; before it is compiled, that any may."""

    def __init__(self, pattern: HasKeys) -> None:
        self._screen: Final = Screen((pattern,))

    def may_match(self, reading: Reading) -> bool:
        return reading.longest > LONGEST or bool(self._screen.of(reading.words))
