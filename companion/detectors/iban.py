"""Looks for international bank account numbers: a known country, its length and form, and the check digits."""

from __future__ import annotations

from collections.abc import Iterator

from stdnum import iban

from companion.detectors.context import word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.draft import Detection

ENTITY = "iban"

# Characters of an account number, by country: ISO 13616 registry, as python-stdnum 2.2 carries it.
_LENGTHS = {
    entry[:2]: int(entry[2:])
    for entry in word_set(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 "
        "EG29 ES24 FI18 FK18 FO18 FR27 "
        "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 "
        "LU20 LV21 LY25 MC27 MD24 ME22 "
        "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 "
        "SI19 SK24 SM27 SO23 ST25 SV28 "
        "TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
    )
}
_CHECK_DIGITS = Figure(  # behind the letters of a country
    r"\d\d(?:(?:(?<=(?<![A-Za-z0-9])[A-Z]{2}\d\d)|(?<=(?<![A-Za-z0-9])[A-Z]{2}[ .-]\d\d))(?=[ .\-]?[A-Z0-9])|"
    r"(?<=(?<![A-Za-z0-9])[a-z]{2}\d\d)(?=[ -]?[a-z0-9]{4}))"
)
_PIECE = Pattern(r"[ .\-\n]?([A-Za-z0-9]{1,34})")


def find(text: str) -> Iterator[Detection]:
    done = 0
    for match in _CHECK_DIGITS.finditer(text):
        start = match.start() - (2 if text[match.start() - 1].isalpha() else 3)
        if start >= done and (end := _end_of(text, start)):
            done = end
            yield Detection(ENTITY, start, end, 0.95, "an account number with right check digits")


def _end_of(text: str, start: int) -> int | None:
    """Where the IBAN that starts here ends: after the pieces that make up its length and pass the check, or None."""
    length = _LENGTHS.get(text[start : start + 2].upper())
    letters, at = "", start
    while length and len(letters) < length and (piece := _PIECE.match(text, at)):
        letters, at = letters + piece[1].upper(), piece.end()
    return at if len(letters) == length and iban.is_valid(letters, check_country=False) else None


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(digits=2))
