"""Looks for numbers the British state knows a person by: NI, NHS, CHI, passport, driving licence, tax reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum.gb import nhs, utr

from companion.detectors.context import in_link, near, word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.reading import read
from companion.detectors.windows import matches, windows
from companion.draft import Detection

ENTITY = "national-id"

_EDGE, _END = r"(?<![\w£$€/@#&=+-])(?<!\d\.)", r"(?![\w@/]|[-.,]\d)"
_GAP = r"[ .\-/\n]{0,2}"

# HMRC manual NIM39110: which letters a prefix has, and which prefixes are never given out.
_NINO = Pattern(
    f"{_EDGE}(?!BG|GB|KN|NK|NT|TN|"
    rf"ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]({_GAP})\d\d({_GAP})\d\d({_GAP})\d\d({_GAP})[A-D]{_END}",
    re.IGNORECASE,
)
_NINO_SHORT = Pattern(
    rf"{_EDGE}(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d{_END}", re.IGNORECASE
)
_NINO_APART = Pattern(  # "S R 1 2 3 4 5 6 A": read so only beside its name
    rf"{_EDGE}[A-CEGHJ-PR-TW-Z][ .,-]{{0,2}}[A-CEGHJ-NPR-TW-Z](?:[ .,-]{{0,2}}\d){{6}}[ .,-]{{0,2}}[A-D]{_END}",
    re.IGNORECASE,
)
_NINO_LOOK_ALIKE = Pattern(  # letters for digits: "AB I2 34 S6 C", beside its name only
    rf"{_EDGE}[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ .-]?[\dOoIl|S]){{6}}[ .-]?[A-D]{_END}"
)
_NI_NAMES = frozenset({"ni", "nino", "insurance"})
_ALMOST_DIGITS = Pattern(r"[OIlS|o]\d|\d[ .-]?[OIlS|o](?![a-z])")
_A_PART = Pattern(
    r"\b(?:model|part|serial|product|filter|item|sku|stock)(?: (?:no|number|code))?\.?:? $", re.IGNORECASE
)
_NINO_CUE = Pattern(r"\b(?:national insurance|ni\.? ?(?:no|num|number)s?|nino|ni)\b", re.IGNORECASE)
_WORD_OF_TWO = word_set("ah am as at be by eg em er he hm la ma me my pa pm re we ye")  # "at 10 20 30 a head"

_TEN = Pattern(rf"{_EDGE}\d(?:[ .\-]?\d){{9}}{_END}")
_SHAPE = Pattern(r"\d+")
_CHI_CUE = Pattern(r"\bCHIs?\b|\bchi (?:no|num|number)\b|\bcommunity health index\b", re.ASCII)
_CHI_CUE_ANY_CASE = Pattern(
    r"\b(?:my|his|her|their|our|your|ma|the|mum'?s|dad'?s) chi (?:is|was|:)|\bchi: |\bchi (?:no|num|number)s?\b|"
    r"\bcommunity health index\b",
    re.IGNORECASE,
)
_NHS_CUE = Pattern(
    r"\bnhs (?:\w+ )?(?:no|num|number|id)\b|\bhealth (?:service )?number\b|\bnhs\b[:# ]*$", re.IGNORECASE
)
_CARE = Pattern(
    r"\b(?:nhs|patients?|hospital|clinic|ward|surgery|gp|doctor'?s?|nurse|prescri\w+|repeat|appointment|referral|"
    r"health record|medical|consultant|discharge|born|my own|mine|record|date of birth|dob)\b",
    re.IGNORECASE,
)
_PATIENT = Pattern(
    r"\b(?:patients?|referral|prescri\w+|discharge|deceased|admitted|specimen|bloods|ward)\b", re.IGNORECASE
)
_UTR_CUE = Pattern(r"\b(?:utr|unique taxpayer|self[- ]assessment|tax ref(?:erence)?|hmrc ref\w*)\b", re.IGNORECASE)

_PASSPORT = Pattern(
    rf"{_EDGE}(?:\d{{9}}|\d{{3}} \d{{3}} \d{{3}}|[A-Z]\d{{7,8}}|[A-Z]{{2}} ?\d{{6,7}}){_END}", re.IGNORECASE
)
_PASSPORT_CUE = Pattern(r"\bpassports?\b", re.IGNORECASE)
_NO_PASSPORT_CUE = Pattern(
    r"\b(?:fees?|office|helpline|application ref\w*|queue|renewals?|tracking|applications?)\b", re.IGNORECASE
)

# DVLA: surname, year tens, month (women +50), day, year units, initials, digit, two check letters; issue number.
_LICENCE = Pattern(
    rf"{_EDGE}(?=[A-Z]{{2}})[A-Z9]{{5}}[ -]?\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d"
    "[ -]?[A-Z9]{2}[A-Z0-9][A-Z]{2}"
    rf"(?: ?\d\d(?!\d))?(?!\w)",
    re.IGNORECASE,
)
_LICENCE_NI = Pattern(rf"{_EDGE}\d{{8}}{_END}")
_LICENCE_CUE = Pattern(
    r"\b(?:driv(?:ing|er'?s?) licen[cs]e|licen[cs]e) (?:no|num|number)s?\b[^\d\n]{0,15}$", re.IGNORECASE
)
_ENOUGH = Figure(r"\d(?:[ .\-/\n]{0,2}\d){5}")  # the prefilter: every one of them has six digits in a row


def find(text: str) -> Iterator[Detection]:
    if read(text).holds(_NI_NAMES):
        for match in matches(text, _ALMOST_DIGITS, _NINO_LOOK_ALIKE, 14, 14):
            if near(text, *match.span(), _NINO_CUE, before=40, after=20):
                yield Detection(ENTITY, *match.span(), 0.7, "a National Insurance number, letters for digits", "nino")
    cued: bool | None = None
    for low, high in windows(text, _ENOUGH, 12, 16):
        if cued is None:
            lowered = text.lower()
            cued = any(word in lowered for word in _TEN_DIGIT_WORDS)
        yield from _ninos(text, low, high)
        yield from _ten_digits(text, low, high, cued)
        yield from _passports(text, low, high)
        yield from _licences(text, low, high)


def _ninos(text: str, low: int, high: int) -> Iterator[Detection]:
    for match in _NINO.finditer(text, low, high):
        loose = any(match.groups())
        if loose and match.group()[:2].lower() in _WORD_OF_TWO and not near(text, *match.span(), _NINO_CUE):
            continue
        if not in_link(text, match.start()) and not _A_PART.search(text, max(0, match.start() - 20), match.start()):
            yield Detection(ENTITY, *match.span(), 0.9, "the form of a National Insurance number", "nino")
    for pattern, evidence in (
        (_NINO_APART, "a National Insurance number, letter by letter"),
        (_NINO_SHORT, "a National Insurance number without its last letter"),
    ):
        for match in pattern.finditer(text, low, high):
            if near(text, *match.span(), _NINO_CUE, before=40, after=20):
                yield Detection(ENTITY, *match.span(), 0.7, evidence, "nino")


def _ten_digits(text: str, low: int, high: int, cued: bool) -> Iterator[Detection]:
    """NHS, CHI and tax reference numbers. A wrong check digit is forgiven where their name stands beside them."""
    for match in _TEN.finditer(text, low, high):
        start, end = match.span()
        digits = re.sub(r"\D", "", match.group())
        groups = tuple(len(group) for group in _SHAPE.findall(match.group()))
        kind = _kind_of(text, start, end, digits, groups) if cued else _kind_by_form(digits, groups)
        if kind and not in_link(text, start):
            yield Detection(ENTITY, start, end, 0.85, f"the form of a number of that kind ({kind})", kind)


def _kind_of(text: str, start: int, end: int, digits: str, groups: tuple[int, ...]) -> str:
    """Which of the three ten-digit numbers this is, or nothing: most ten digits are something else."""
    if near(text, start, end, _UTR_CUE):
        return "utr" if utr.is_valid(digits) or groups in ((10,), (5, 5)) else ""
    dated = _starts_with_date(digits)
    if dated and any(near(text, start, end, cue, 40, 20) for cue in (_CHI_CUE, _CHI_CUE_ANY_CASE)):
        return "chi"
    if near(text, start, end, _NHS_CUE, 40, 25):
        return "nhs"
    if dated and groups == (6, 4) and near(text, start, end, _PATIENT, 40, 20):
        return "chi"
    if nhs.is_valid(digits) and near(text, start, end, _CARE):
        return "chi" if dated else "nhs" if 2 <= len(groups) <= 4 and digits[0] != "0" else ""
    return _kind_by_form(digits, groups)


_TEN_DIGIT_WORDS = (  # without one of these in the text, only the form can tell
    "nhs", "chi", "health", "utr", "tax", "self", "hmrc", "patient", "referral", "prescri", "discharge", "deceased",
    "admitted", "specimen", "bloods", "ward", "hospital", "clinic", "surgery", "gp", "doctor", "nurse", "repeat",
    "appointment", "medical", "consultant", "born", "my own", "mine", "record", "birth", "dob",
)  # fmt: skip


def _kind_by_form(digits: str, groups: tuple[int, ...]) -> str:
    """A CHI number alone is told by its spacing, its date and its check digit together."""
    return "chi" if groups == (6, 4) and _starts_with_date(digits) and nhs.is_valid(digits) else ""


def _starts_with_date(digits: str) -> bool:
    """Do the first six digits make a day of birth, ddmmyy?"""
    try:
        date(2000 + int(digits[4:6]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True


def _passports(text: str, low: int, high: int) -> Iterator[Detection]:
    for match in _PASSPORT.finditer(text, low, high):
        start, end = match.span()
        if near(text, start, end, _PASSPORT_CUE) and not near(text, start, end, _NO_PASSPORT_CUE, 40, 12):
            yield Detection(ENTITY, start, end, 0.85, "the form of a passport number, 'passport' nearby", "passport")


def _licences(text: str, low: int, high: int) -> Iterator[Detection]:
    for match in _LICENCE.finditer(text, low, high):
        yield Detection(ENTITY, *match.span(), 0.95, "the form of a driving licence number", "driving-licence")
    for match in _LICENCE_NI.finditer(text, low, high):
        if _LICENCE_CUE.search(text[max(0, match.start() - 60) : match.start()]):
            yield Detection(ENTITY, *match.span(), 0.7, "eight digits after 'licence number'", "driving-licence")


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_NI_NAMES, digits=6))
