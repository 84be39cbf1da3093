"""Looks for UK registration plates, where the words around speak of a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.context import in_link, leads_to, near
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.windows import windows
from companion.draft import Detection

ENTITY = "vehicle"

_EDGE, _END = r"(?<![\w@#£$€/.&-])", r"(?![\w@/]|-\w|\.\d)"
# Forms since 2001, 1983 and 1963, and Northern Ireland's (INF104, DVLA): letters never used are left out.
_PRESENT = Pattern(rf"{_EDGE}[A-HJ-PR-Y][A-HJ-PR-Y][ -]?(?:0[1-9]|[1-7]\d)[ \-]?[A-HJ-PR-Z]{{3}}{_END}", re.IGNORECASE)
_PREFIX = Pattern(rf"{_EDGE}[A-HJ-NPR-TV-Y]\d{{1,3}}[ \-]?[A-HJ-PR-Y][A-HJ-PR-Z]{{2}}{_END}")
_SUFFIX = Pattern(rf"{_EDGE}[A-HJ-PR-Y][A-HJ-PR-Z]{{2}}[ \-]?\d{{1,3}}[ \-]?[A-HJ-NPR-TV-Y]{_END}")
_NORTHERN_IRELAND = Pattern(rf"{_EDGE}(?=[A-Z]{{0,2}}[IZ])[A-Z]{{2,3}}[ \-]?\d{{3,4}}{_END}")

_NAMED = Caseless(  # words that say "the next thing is a plate", or nearly
    r"\b(?:reg|regs|rego|registration|registered|plates?|number ?plates?|licen[cs]e plates?|vrm|vrn)\b"
)
_ABOUT_VEHICLES = Caseless(
    r"\b(?:who owns|whip|my ride|owner|owners|alarm|cars?(?! ?park)|van|vans|lorry|truck|hgv|minibus|motorbike|"
    "motorcycle|"
    "scooter|moped|bike|caravan|campervan|camper|trailer|taxi|cab|"
    "vehicles?|suv|4x4|estate|hatchback|saloon|convertible|driver|drivers|driving|drives|drove|parked|parking|"
    "double[- ]parked|parks|"
    "bumper|windscreen|headlights?|lights left on|lights (?:are )?on|blocking|cut me up|overtook|overtaking|"
    r"tailgat\w+|brake|brakes|braked|speeding|"
    r"dash ?cam|road rage|hit and run|swerved|undertook|beep\w*|horn|mot|taxed|untaxed|sorn|insured|dvla|mileage|"
    "ford|fiesta|focus|transit|vauxhall|corsa|astra|vw|volkswagen|golf|polo|passat|audi|bmw|merc|mercedes|nissan|"
    "qashqai|juke|"
    "micra|toyota|yaris|aygo|kia|hyundai|peugeot|renault|clio|citroen|berlingo|skoda|octavia|fabia|ibiza|fiat|panda|"
    "volvo|"
    "tesla|honda|civic|mazda|suzuki|land ?rover|range ?rover|defender|jaguar|jag|dacia|duster|subaru|mitsubishi|"
    "lexus|porsche|"
    r"sprinter|vivaro|motor|wheels|stolen|towed|clamped|abandoned|broke down|breakdown|junction|m\d{1,2}|a\d{1,3}|"
    r"car park|level \d|disabled bay|"
    r"driveway|drive|lay-?by|roundabout)\b"
)
_COLOURED = Caseless(  # "grey Tiguan ND69 UXB": a colour and one word, whatever the make
    r"\b(?:grey|gray|silver|black|white|blue|red|green|yellow|orange|maroon|navy|beige|purple) [\w-]{2,15}[,(]{0,2} "
    r"?\(?$"
)
_SOMETHING_ELSE = Caseless(
    r"\b(?:table|codes?|room|seat|row|flight|model|part|postcode|participants?|sample|ticket|batch|sku|voucher|promo|"
    "discount|quote|"
    r"call ?sign|calling|module|course|sector|order|ref|reference|stand|unit|block|case|item|lot|class|form|locker|"
    r"train|platform|gate|bus stop|policy|grant|asset|fleet|catalogue|id)(?: (?:no|number|code)\.?)?[\s:#]*$"
)
_NOT_A_CAR = Caseless(r"\b(?:format|cq|qrz|qso|ham radio|participants?|specimen|seed|cultivar)\b")
_WORD_LIKE = Pattern(
    r"\d\d (?:ago|all|and|any|are|but|car|day|for|gas|had|has|her|him|his|how|man|may|men|new|now|old|our|out|per|"
    "pts|put|run|sat|see|she|sub|sun|the|too|two|use|van|was|way|who|won|you)$",
    re.IGNORECASE,
)
_IN_PASSING = Pattern(  # "in convoy at 10 mph", "by 15 per cent": small words that stand before a number
    r"(?:a[nst]|be|by|do|go|he|i[fnst]|me|my|no|o[fnr]|so|to|u[ps]|we) \d\d [a-z]{3}$"
)
_NUMBER = Figure(  # digits with letters right behind or before them
    r"\d{1,4}(?:(?=[ -]?[A-Za-z]{3}(?!\w))|(?=[ -]?[A-Z](?!\w))|(?<=[A-Z]\d{3})|(?<=[A-Z]\d{4})|(?<=[A-Z][ -]\d{3})|"
    r"(?<=[A-Z][ -]\d{4}))"
)

_EVIDENCE = "the form of a registration plate, with a word for a vehicle nearby"


def find(text: str) -> Iterator[Detection]:
    for low, high in windows(text, _NUMBER, 6, 8):
        for match in _PRESENT.finditer(text, low, high):
            if not _something_else(text, match) and _of_a_vehicle(text, *match.span()):
                yield Detection(ENTITY, *match.span(), 0.8, _EVIDENCE)
        for pattern in (_PREFIX, _SUFFIX, _NORTHERN_IRELAND):
            for match in pattern.finditer(text, low, high):
                if near(text, *match.span(), _NAMED, 40, 30) and not _something_else(text, match):
                    yield Detection(ENTITY, *match.span(), 0.8, _EVIDENCE)


def _of_a_vehicle(text: str, start: int, end: int) -> bool:
    return (
        near(text, start, end, _NAMED, 40, 30)
        or near(text, start, end, _ABOUT_VEHICLES, 60, 60)
        or leads_to(text, start, _COLOURED, 40)
    )


def _something_else(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    told = match.group()
    is_words = _WORD_LIKE.search(told) or _IN_PASSING.match(told[0].lower() + told[1:])
    if is_words and not near(text, start, end, _NAMED, 30, 10):
        return True  # "in 14 the car", "ME 10 all"
    return leads_to(text, start, _SOMETHING_ELSE, 30) or near(text, start, end, _NOT_A_CAR) or in_link(text, start)


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(digits=1))
