"""What a text must hold before a detector looks at it, told at a glance from the reading that all detectors share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from companion.detectors.reading import Reading
from companion.detectors.signs import Signs


@dataclass(frozen=True, slots=True)
class Needs:
    """One of these is enough. A detector sees nothing in a text that has none of them: so it is not asked at all."""

    words: frozenset[str] = frozenset()  # one of these words, in small letters
    signs: Iterable[str] = ()  # one of these anywhere, within words, too; in small letters
    digits: int = 0  # so many digits in all
    longest: int = 0  # so many characters without a space between them
    _signs: Signs = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_signs", Signs(self.signs))

    def met_by(self, reading: Reading) -> bool:
        return (
            0 < self.digits <= reading.digits
            or 0 < self.longest <= reading.longest
            or reading.holds(self.words)
            or self._signs.in_any(reading)
        )
