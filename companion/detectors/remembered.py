"""What was seen in the last long texts, so that of a changed one only the changed paragraphs are looked at again.

A detector that says how far it looks (`Detector.reach`) is run on the paragraphs around a change alone; what it saw
elsewhere is carried over and moved. The result is exactly what a run over the whole text gives. Texts are kept in
memory, the last `KEPT` long ones; short ones are looked at whole, which takes no longer than remembering them.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from companion.detectors.detector import MOST_OF_ONE_ENTITY, Detector
from companion.draft import Detection

KEPT: Final = 4  # texts a detector remembers: somebody may go back and forth between drafts
LONG: Final = 6_000  # code points of a text from which remembering pays


@dataclass(frozen=True, slots=True)
class Around:
    """Where a text has changed. Places are in the new text."""

    new: tuple[int, int]  # to be seen afresh
    read: tuple[int, int]  # has to be read for that
    grown: int  # how much longer than before the text is


class Remembered:
    """One detector with a memory. Any number of threads may share it."""

    def __init__(self, detector: Detector) -> None:
        self.detector = detector
        self._seen: deque[tuple[str, tuple[Detection, ...]]] = deque(maxlen=KEPT)

    def find(self, text: str) -> tuple[Detection, ...]:
        """What the detector sees in `text`, `MOST_OF_ONE_ENTITY` at most."""
        reach = self.detector.reach
        if reach is None or len(text) < LONG:
            return self._whole(text)
        seen = self._from_before(text, reach)
        if seen is None:
            seen = self._whole(text)
        self._seen.append((text, seen))
        return seen

    def _whole(self, text: str) -> tuple[Detection, ...]:
        return tuple(islice(self.detector.find(text), MOST_OF_ONE_ENTITY))

    def _from_before(self, text: str, reach: int) -> tuple[Detection, ...] | None:
        """From the latest remembered text that is nearly this one; None where there is none."""
        for before, seen in reversed(tuple(self._seen)):
            if len(seen) >= MOST_OF_ONE_ENTITY:
                continue  # there was more in it than is remembered
            if before == text:
                return seen
            around = changed(before, text, reach)
            if around is not None:
                return self._again(text, seen, around)
        return None

    def _again(self, text: str, seen: tuple[Detection, ...], around: Around) -> tuple[Detection, ...] | None:
        start, end = around.new
        low, high = around.read
        fresh = [_moved(one, low) for one in self.detector.find(text[low:high])]
        ahead = [one for one in seen if one.start < start]
        behind = [_moved(one, around.grown) for one in seen if one.start >= end - around.grown]
        found = [*ahead, *(one for one in fresh if start <= one.start < end), *behind]
        return tuple(found) if len(found) < MOST_OF_ONE_ENTITY else None


@lru_cache(maxsize=16)
def changed(before: str, text: str, reach: int) -> Around | None:
    """Where `text` differs from `before`, in whole paragraphs, and a `reach` around it.

    None where more than half would have to be read.
    """
    ahead = _alike(before, text)
    behind = min(_alike(before[::-1], text[::-1]), min(len(before), len(text)) - ahead)
    start = _paragraph_before(text, ahead - reach)
    end = _paragraph_after(text, len(text) - behind + reach)
    low, high = _paragraph_before(text, start - reach), _paragraph_after(text, end + reach)
    if high - low > len(text) // 2:
        return None
    return Around((start, end), (low, high), len(text) - len(before))


def _alike(one: str, other: str) -> int:
    """How many characters from the beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _paragraph_before(text: str, place: int) -> int:
    """The beginning of the paragraph in which `place` is."""
    return text.rfind("\n", 0, place) + 1 if place > 0 else 0


def _paragraph_after(text: str, place: int) -> int:
    """The beginning of the paragraph behind the one in which `place` is."""
    end = text.find("\n", place) if place < len(text) else -1
    return end + 1 if end >= 0 else len(text)


def _moved(one: Detection, by: int) -> Detection:
    return replace(one, start=one.start + by, end=one.end + by) if by else one
