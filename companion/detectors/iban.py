"""Looks for international bank account numbers: a known country, its length and form, and the check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban

from companion.detectors.detector import Detector
from companion.draft import Detection

ENTITY = "iban"

_LONGEST = 34  # characters, ISO 13616
_START = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}[ .-]?\d{2}(?=[ .\-]?[A-Z0-9])|(?<![A-Za-z0-9])[a-z]{2}\d{2}(?=[ -]?[a-z0-9]{4})"
)
_PIECE = re.compile(r"[ .\-\n]?([A-Za-z0-9]+)")
_LEAST = 15  # characters of the shortest, Norway's


def find(text: str) -> Iterator[Detection]:
    done = 0
    for match in _START.finditer(text):
        if match.start() >= done and (end := _end_of(text, match.start())):
            done = end
            yield Detection(ENTITY, match.start(), end, 0.95, "an account number with right check digits")


def _end_of(text: str, start: int) -> int | None:
    """Where the IBAN that starts here ends: after the pieces that together pass the check, or None."""
    letters, at, good = "", start, None
    while piece := _PIECE.match(text, at, at + _LONGEST * 2):
        letters += piece[1].upper()
        if len(letters) > _LONGEST:
            break
        at = piece.end()
        if len(letters) >= _LEAST and iban.is_valid(letters, check_country=False):
            good = at
    return good


DETECTOR = Detector(ENTITY, find)
