"""Looks for a UK bank account as people give it: a sort code with an account number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import in_link, near
from companion.detectors.detector import Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.windows import matches
from companion.draft import Detection

ENTITY = "bank-account"

_EIGHT = Figure(
    r"\d(?<!\d\d)(?:\d{7}|\d{3}[ -]\d{4}|\d(?: \d\d){3}|\d\d \d{3} \d\d)(?!\d)"
)  # the prefilter: no account number, nothing to do
_ACCOUNT = r"(?:\d{8}|\d{4}[ -]\d{4}|\d\d \d\d \d\d \d\d|\d{3} \d{3} \d\d)"
_PAIRED = r"\d\d([-–.]|[ ]?-[ ]?)\d\d\1\d\d"  # 20-45-77: hardly anything else is written so
_LOOSE = r"(?:\d{6}|\d\d[ /]\d\d[ /]\d\d|\d{3}[ -]\d{3})"
_WORDS = r"[^\d\n]{0,40}\n?[^\d\n]{0,30}"  # what may stand between the two: words and one line end
_BETWEEN = r"[ ,;:/|·•\n&+-]{1,4}"  # … or hardly anything

_JOINS = r"(?:and|an|n|then|plus|acc(?:ount)?|a/c|no\.?|number|it'?s)"
_THEN = rf"[ ,;:]{{0,2}}{_JOINS}(?:[ ,:]{{1,2}}{_JOINS}){{0,3}}[ ,:]{{1,2}}"  # "80-22-60 and then …"

_EDGE, _END = r"(?<![\w.,£$€/+-])", r"(?![\w/-]|[.,]\d)"
_PAIR_FIRST = Pattern(rf"{_EDGE}{_PAIRED}(?:{_BETWEEN}|{_THEN}){_ACCOUNT}{_END}")
_CODE_FIRST = Pattern(rf"{_EDGE}(?:{_PAIRED}|{_LOOSE}){_WORDS}(?<!\d){_ACCOUNT}{_END}")
_ACCOUNT_FIRST = Pattern(rf"{_EDGE}(?<!\d[ -]){_ACCOUNT}(?!\d){_WORDS}(?<!\d)(?:{_PAIRED}|{_LOOSE}){_END}")
_CUE = Pattern(
    r"\b(?:sort ?codes?|s/c|sc|account|acc(?:ou)?n?t?|acct|a/c|acc no|bacs|bank(?:ing)?|bank details|transfer|payable|"
    "pay (?:me|us|him|her|them|into|by)|monzo|starling|barclays|lloyds|natwest|rbs|bank of scotland|halifax|hsbc|"
    "santander|tsb|"
    r"nationwide|co-?op bank|virgin money|clydesdale|unity trust|revolut|metro bank|first direct|chase|credit union|"
    r"donat\w+|owe|rent|whip[- ]?round|bung|kitty|payee|subs|standing order|in the name of|"
    r"send (?:it|(?:the|yer|your|any|my|ma|us) (?:money|cash|dosh|half|share|bit|dues)))\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = Pattern(
    r"\b(?:fax|phone|tel|isbn|order|invoice no|grid ref|bus(?:es)?|route|lottery|score)\b", re.IGNORECASE
)

_DATE = Pattern(r"(?:0[1-9]|[12]\d|3[01])[-.](?:0[1-9]|1[0-2])[-.][1-3]\d")  # 12-11-25: a day of these years


def find(text: str) -> Iterator[Detection]:
    if not _EIGHT.search(text):
        return
    seen: list[tuple[int, int]] = []
    for pattern, needs_cue in ((_PAIR_FIRST, False), (_CODE_FIRST, True), (_ACCOUNT_FIRST, True)):
        for match in matches(text, _EIGHT, pattern, 100, 100):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in seen) or in_link(text, start):
                continue
            cued = near(text, start, end, _CUE) or bool(_CUE.search(match.group()))
            doubtful = needs_cue or _DATE.match(match.group()) or near(text, start, end, _SOMETHING_ELSE)
            if cued or not doubtful:
                seen.append((start, end))
                yield Detection(ENTITY, start, end, 0.9, "a sort code with an account number")


DETECTOR = Detector(ENTITY, find, needs=Needs(digits=8))
