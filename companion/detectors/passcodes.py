"""Looks for PINs, door, safe and one-time codes given away, and for recovery phrases. Promo codes are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.pattern import Pattern
from companion.detectors.windows import windows_at
from companion.draft import Detection

ENTITY = "passcode"

_WHAT = (
    r"(?:door|gate|entry|access|alarm|key ?safe|safe|lock|padlock|security|verification|reset|login|"
    r"log ?in|sign ?in|2fa|mfa|"
    r"two[- ]factor|auth(?:entication|orisation|orization)?|one[- ]time|confirmation|activation|unlock|"
    r"back ?up|recovery|sms|buzzer|intercom|"
    r"garage|house|building|office|card|phone|bank|whatsapp|uber|taxi|deliveroo|collection|parcel|paypal|google|apple|"
    r"amazon|microsoft|monzo|revolut|hmrc)"
)
_NAMED = Pattern(
    rf"\b(?:{_WHAT} (?:pass ?)?(?:code|pin)|passcode|otp|pin(?: (?:number|code))?)\b"
    r"(?:[ ](?:for|to|on|at) [\w' ]{1,30}?)?(?:[ ](?:they |you )?(?:texted|sent|emailed|gave)(?: me| us)?)?"
    r"(?:'s|[ ](?:is|was)|[ ]?[:=]|[ ]?->|[ ]-)?(?:[ ](?:now|still))?[ ]?[\"'“(]?"
    r"(?P<code>(?=[A-Z0-9 -]{0,8}\d[ -]?[A-Z0-9]?\d)[A-Z0-9]{1,8}(?:[ -][A-Z0-9]{2,6}){0,2})(?![\w-]|[./:]\d|%|p\b)",
    re.IGNORECASE,
)
_TEXTED = Pattern(
    r"\b(?:texted|sent|got|gave|emailed|received|need|read out|enter|asked for|here's|here is|your|"
    r"use)\b[^.!?\n]{0,30}\bcode"
    r"(?:'s|[ ]is|[ ]?:)?[ ]?(?P<code>\d{3}[ -]?\d{3}|\d{4,8}|G-\d{6})(?![\d%]|[.:/-]\d)",
    re.IGNORECASE,
)
_CODE_TEXTED = Pattern(
    r"\bcode (?:\w+ ){0,2}(?:texted|sent|emailed|gave)(?: me| us| you)?(?:'s|[ ]is|[ ]was|[ ]?:)[ ]?"
    r"(?P<code>\d{3}[ -]?\d{3}|\d{4}-\d{2}|\d{4,8})(?![\d%]|[.:/]\d)",
    re.IGNORECASE,
)
_CODE_IS_YOURS = Pattern(
    r"(?<![\w#£$])(?P<code>\d{3}[ -]?\d{3}|\d{4,8}|G-\d{6}) is (?:your|my|the) [\w ]{0,30}?(?:code|otp|pin|passcode)\b",
    re.IGNORECASE,
)
_FOR_THE_LOCK = Pattern(
    r"for the (?:front |back |side )?(?:alarm|door|gate|safe|key ?safe|padlock|lock|garage|buzzer|entry|"
    r"intercom)[,:]?[ ]"
    r"(?:it'?s|it is|is|use|press|dial|punch in|type|key in)[ ](?P<code>\d{4,8})(?![\d%]|[.:/-]\d)",
    re.IGNORECASE,
)
_ON_A_LOCK = Pattern(
    r"\b(?:alarm|key ?safe|key ?box|lock ?box|padlock)\b(?: (?:at|for|on|in) [\w' ]{1,30}?)?(?: number)?(?:'s| is|:)? "
    r"(?P<code>\d(?: ?\d){3,7})(?![\d%]|[.:/-]\d| ?(?:mm|cm|m|kg|am|pm|years|pounds|quid|miles|people)\b)",
    re.IGNORECASE,
)
_COMBINATION = Pattern(
    r"\b(?:locker|safe|lock|padlock)(?:'s)? (?:combo|combination)(?: is|'s|:| -)? "
    r"(?P<code>\d{1,2}(?:[ -]\d{1,2}){2,3}|\d{3,6})\b",
    re.IGNORECASE,
)
_TURNS = Pattern(
    r"\b\d{1,2}[ ](?:left|right)\b(?:[ ]?(?:,|then|and|-)?[ ]{0,2}(?:then )?\d{1,2}[ ](?:left|right)\b){1,5}",
    re.IGNORECASE,
)
_LOCK = Pattern(r"\b(?:safe|lock|padlock|combination|combo|dial)\b", re.IGNORECASE)
_PHRASE = Pattern(
    r"\b(?:seed|recovery|secret|mnemonic|backup|wallet)[ ](?:phrase|words|seed)\b(?:[^:.\n]{0,60}:)?[^\w\n]{0,4}"
    r"(?:(?:is|are|was|for \w+ is)\b)?[^\w\n]{0,4}"
    r"(?P<code>(?:[a-z]{3,8}[, ]{1,2}){11,23}[a-z]{3,8})\b",
    re.IGNORECASE,
)
_CODE_SIGNS = (
    "code",
    "pin",
    "otp",
    "for the ",
    "alarm",
    "keysafe",
    "key safe",
    "keybox",
    "key box",
    "lockbox",
    "padlock",
    "combo",
    "combination",
)
_PHRASE_SIGNS = ("phrase", "seed", "mnemonic", "secret words", "recovery words", "backup words", "wallet words")
_FIGURES = Pattern(r"\d[ -]?\w?\d")
_PIN_SOMETHING = Pattern(r"[Pp]in \d")  # "pin 1000 posts" is something to do
_SALE = Pattern(r"\b(?:off|discount|promo|voucher|checkout|sale|delivery|referral|coupon|save)\b|%", re.IGNORECASE)
_YEAR = Pattern(r"(?:19|20)\d{2}")


_PATTERNS = (_NAMED, _TEXTED, _CODE_TEXTED, _CODE_IS_YOURS, _FOR_THE_LOCK, _ON_A_LOCK, _COMBINATION)


def find(text: str) -> Iterator[Detection]:
    for start, end in windows_at(text, _CODE_SIGNS, 80, 90):
        if not _FIGURES.search(text, start, end):
            continue
        for pattern in _PATTERNS:
            for match in pattern.finditer(text, start, end):
                if _given_away(text, match, of_any_year=pattern is _CODE_IS_YOURS):
                    yield Detection(ENTITY, match.start(), match.end("code"), 0.75, "a code beside its name")
    for start, end in windows_at(text, _PHRASE_SIGNS, 20, 290):
        for match in _PHRASE.finditer(text, start, end):
            yield Detection(ENTITY, *match.span(), 0.85, "a recovery phrase")
    for match in _TURNS.finditer(text):
        if _LOCK.search(text, max(0, match.start() - 120), match.end() + 60):
            yield Detection(ENTITY, *match.span(), 0.75, "the turns of a lock")


def _given_away(text: str, match: re.Match[str], *, of_any_year: bool) -> bool:
    """Has it figures enough for a code, and is it neither a year nor money off?"""
    around = text[max(0, match.start() - 50) : match.end() + 50]
    digits = sum(char.isdigit() for char in match["code"])
    year = not of_any_year and _YEAR.fullmatch(match["code"]) and ":" not in match.group()
    verb = _PIN_SOMETHING.match(match.group())
    return digits >= 3 and not year and not verb and not _SALE.search(around)


DETECTOR = Detector(ENTITY, find, reach=NEARBY)
