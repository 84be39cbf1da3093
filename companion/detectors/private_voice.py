"""Looks for a private person's voice, out of place in a post for an organisation: family, "my own
view", a disclaimer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors import disclaimer
from companion.detectors.detector import Detector
from companion.detectors.official_voice import QUOTED, TALKED_ABOUT, inside
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import groups, word_set
from companion.detectors.reading import read
from companion.draft import Detection

ENTITY = "private-voice"

_VIEWS = word_set("private-voice.views")
_PHRASES = list(groups("private-voice.txt", {}))


def detector(names: Collection[str], accepted: Collection[str]) -> Detector:
    """Looks for a private voice, a disclaimer among it: the organisation's wordings `accepted`, or any clear one."""
    own_views = disclaimer.detector(names, accepted)
    apart = _apart_from(names) if names else None

    def find(text: str) -> Iterator[Detection]:
        quoted = [quote.span() for quote in QUOTED.finditer(text)]
        for start, end in _spans(text):
            if not TALKED_ABOUT.search(text[max(0, start - 80) : start]) and not inside((start, end), quoted):
                yield Detection(ENTITY, start, end, 0.7, "the voice of a person")

    def _spans(text: str) -> Iterator[tuple[int, int]]:
        reading = read(text)
        for group in _PHRASES:
            for sentence in filter(group.may_be_in, reading.with_any(group.words)):
                yield from (sentence.span(said) for said in group.pattern.finditer(sentence.text))
        if apart:
            yield from (said.span() for said in apart.finditer(text))
        for sentence in reading.with_any(_VIEWS):
            for seen in own_views.find(sentence.text):
                yield sentence.start + seen.start, sentence.start + seen.end

    return Detector(ENTITY, find)


def _apart_from(names: Collection[str]) -> Pattern:
    """An organisation does not say that a post has nothing to do with it."""
    name = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return Pattern(
        r"\b(?:nothing to do with|not (?:those |the views? |the opinions? )?(?:of|from)|not speaking for|"
        r"don't speak for|not on behalf of) "
        rf"(?:the )?(?:{name})(?!\w)[^.!?:\n]{{0,40}}",
        re.IGNORECASE,
    )
