"""Looks for what inflames: shouting in capitals, swearing, sarcasm and scorn. Notices in capitals and
plain bad news are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import phrases, word_set
from companion.detectors.reading import read
from companion.detectors.screen import Screen
from companion.detectors.swear_words import SwearWords
from companion.draft import Detection

ENTITY: Final = "heat"

_SWEARING = SwearWords("swearing.txt")
_SCORN = Screen((phrases("sneers.txt"),))
_ANCHORS: Final = word_set("heat.anchors")
_EYE_ROLL: Final = Pattern("\U0001f644|\U0001f92c|\U0001f621|\U0001f595|\\w{1,20} ?\U0001f44f ?\\w{1,20} ?\U0001f44f")
# Four or more words in capitals in a row, three letters or more in most of them.
_CAPITALS: Final = Pattern(r"(?<![A-Za-z#@])[A-Z][A-Z']*(?:[ ,.!?'\"-]{1,4}[A-Z][A-Z']*){3,60}[!?.]*")
_STRESSED: Final = Pattern(r"(?<![A-Za-z.#@])(?:[A-Z]{2,12}[.!] ){2,20}[A-Z]{2,12}[.!]")  # "LEARN. TO. READ."
_GLAD_OR_FREE: Final = Pattern(
    r"\b(?:BEST|EVER|LOVE|LOVED|LOVELY|WOW|HAPPY|PROUD|GOALS?|WE|DID|OMG|THANK|YES|OPEN|FREE|TICKETS?|LIVE|SALE|NEW|"
    r"CLOSED)\b"
)
_VOICE: Final = Pattern(
    r"!{2,}|\?!|!\?|\?{2,}|\b(?:HOW|WHY|WHAT|STOP|ENOUGH|NEVER|ALWAYS|EVERY|AGAIN|NOT|ISN'T|DON'T|DO|"
    r"CAN'T|WON'T|LISTEN|READ|ANSWER|FIX|TELL|WAKE|YOU|YOUR|WE|I|THEY|ARE|IS|THIS|THESE|"
    r"MUST|SHAME|SICK|TIRED|NOW|TIMES|NOBODY|EVERYONE|ALL|JUST|SERIOUSLY)\b"
)
_NOTICE: Final = Pattern(
    r"\b(?:CLOSED|CLOSURE|OPEN|CANCELLED|POSTPONED|NOTICE|WARNING|ALERT|UPDATE|REMINDER|RECALL|URGENT|"
    r"BREAKING|NEW|VACANCY|HIRING|SALE|FREE|LIVE|FINAL CALL|EVENT|AGM|REPORT|STATEMENT|"
    r"PLEASE NOTE|MISSING|APPEAL|FOUND|DELAYS?|DIVERSION|TICKETS?|HAPPY|MERRY|CONGRATULATIONS|WELCOME|"
    r"THANK|WELL DONE|YES|GOAL\w*|WE WON|LOVE)\b"
)


def find(text: str) -> Iterator[Detection]:
    """Kinds: `shouting`, `swearing`, `scorn`."""
    for run in _CAPITALS.finditer(text):
        if _shouted(run.group()):
            yield Detection(ENTITY, *run.span(), 0.6, "words in capitals", "shouting")
    for run in _STRESSED.finditer(text):
        if not _GLAD_OR_FREE.search(run.group()):
            yield Detection(ENTITY, *run.span(), 0.6, "words in capitals, one by one", "shouting")
    for span in _SWEARING.finditer(text):
        yield Detection(ENTITY, *span, 0.6, "a swear word", "swearing")
    for sentence in read(text).with_any(_ANCHORS):
        for scorn in _SCORN.of(sentence.words):
            for sneer in scorn.finditer(sentence.text):
                yield Detection(ENTITY, *sentence.span(sneer), 0.6, "a turn of scorn", "scorn")
    if not text.isascii():
        for face in _EYE_ROLL.finditer(text):
            yield Detection(ENTITY, *face.span(), 0.5, "an emoji of scorn", "scorn")


def _shouted(run: str) -> bool:
    words = re.findall(r"[A-Z']{2,}", run)
    letters = sum(map(len, words))
    return (
        letters >= 14
        and sum(len(word) >= 3 for word in words) >= 3
        and bool(_VOICE.search(run))
        and not _NOTICE.search(run)
    )


DETECTOR = Detector(ENTITY, find, reach=NEARBY)
