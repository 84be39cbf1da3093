"""Looks for what inflames: shouting in capitals, swearing, sarcasm and scorn. Notices in capitals and plain bad news are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.detector import Detector
from companion.detectors.phrases import phrases
from companion.detectors.swear_words import masked
from companion.draft import Detection

ENTITY: Final = "heat"

_SWEARING = masked("swearing.txt")
_SNEER = phrases("sneers.txt")
_EYE_ROLL: Final = re.compile("\U0001F644|\U0001F92C|\U0001F621|\U0001F595|(?:\\w+\\s?\U0001F44F\\s?){2,}\\w*")
# Four or more words in capitals in a row, three letters or more in most of them.
_CAPITALS: Final = re.compile(r"(?<![A-Za-z#@])[A-Z][A-Z']*(?:[ ,.!?'\"-]{1,4}[A-Z][A-Z']*){3,60}[!?.]*")
_VOICE: Final = re.compile(
    r"!{2,}|\?!|!\?|\?{2,}|\b(?:HOW|WHY|WHAT|STOP|ENOUGH|NEVER|ALWAYS|EVERY|AGAIN|NOT|ISN'T|DON'T|DO|CAN'T|WON'T|LISTEN|READ|ANSWER|FIX|TELL|WAKE|YOU|YOUR|WE|I|THEY|ARE|IS|THIS|THESE|"
    r"MUST|SHAME|SICK|TIRED|NOW|TIMES|NOBODY|EVERYONE|ALL|JUST|SERIOUSLY)\b"
)
_NOTICE: Final = re.compile(
    r"\b(?:CLOSED|CLOSURE|OPEN|CANCELLED|POSTPONED|NOTICE|WARNING|ALERT|UPDATE|REMINDER|RECALL|URGENT|BREAKING|NEW|VACANCY|HIRING|SALE|FREE|LIVE|FINAL CALL|EVENT|AGM|REPORT|STATEMENT|"
    r"PLEASE NOTE|MISSING|APPEAL|FOUND|DELAYS?|DIVERSION|TICKETS?|HAPPY|MERRY|CONGRATULATIONS|WELCOME|THANK|WELL DONE|YES|GOAL\w*|WE WON|LOVE)\b"
)


def find(text: str) -> Iterator[Detection]:
    """Kinds: `shouting`, `swearing`, `scorn`."""
    for run in _CAPITALS.finditer(text):
        if _shouted(run.group()):
            yield Detection(ENTITY, *run.span(), 0.6, "words in capitals", "shouting")
    for word in _SWEARING.finditer(text):
        yield Detection(ENTITY, *word.span(), 0.6, "a swear word", "swearing")
    for sneer in _SNEER.finditer(text):
        yield Detection(ENTITY, *sneer.span(), 0.6, "a turn of scorn", "scorn")
    for face in _EYE_ROLL.finditer(text):
        yield Detection(ENTITY, *face.span(), 0.5, "an emoji of scorn", "scorn")


def _shouted(run: str) -> bool:
    words = re.findall(r"[A-Z']{2,}", run)
    letters = sum(map(len, words))
    return letters >= 14 and sum(len(word) >= 3 for word in words) >= 3 and bool(_VOICE.search(run)) and not _NOTICE.search(run)


DETECTOR = Detector(ENTITY, find)
