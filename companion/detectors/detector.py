"""What every detector file offers: the entity, the function that finds it, and which words nearby make it surer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from companion.detectors.needs import Needs
from companion.draft import Detection

Find = Callable[[str], Iterable[Detection]]

NEARBY = 1_500  # characters: the usual `reach`; a sentence, the one before it and the one after, at their longest
MOST_OF_ONE_ENTITY = 200  # detections of one entity in one text: more say nothing new and cost time


def words(text: str) -> list[str]:
    """A list of words, written the way people read one."""
    return text.split()


@dataclass(frozen=True, slots=True)
class Detector:
    """One thing looked for.

    `find` reads the plain text and yields detections with code-point spans into it; it is pure, takes linear time
    and returns at once for a text without the character or word it depends on. A detection below `threshold` is
    dropped unless one of `cues` (whole words or phrases, lower case) stands near it: then its score rises by `lift`.

    `reach`: all that `find` looks at for a detection stands within so many characters of the detection's start, or in
    paragraphs that reach so far. None: it may look anywhere in the text.

    `needs`: it is asked only about texts that hold what it depends on. None: about every text.
    """

    entity: str
    find: Find
    threshold: float = 0.5
    cues: tuple[str, ...] = ()
    lift: float = 0.35
    reach: int | None = None
    needs: Needs | None = None
