"""Looks for the organisation's stakeholders by name, and for their words or private remarks beside the name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.caseless import small
from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern
from companion.draft import Detection

ENTITY = "stakeholder"

_REPORTED = Pattern(  # what they said, or let us know
    r"\b(?:said|says|told (?:us|me)|tell us|asked (?:us|for|me)|they've asked|wants? us to|warned|"
    r"complained|admitted|confided|"
    r"shared (?:with us|privately|their)|in (?:private|confidence)|privately|behind closed doors|let slip|according to|"
    r"\w+'s (?:response|feedback|words|email|letter|reply|concerns?)|in (?:a|their|its) (?:letter|email|"
    r"meeting) to us)\b",
    re.IGNORECASE,
)
_QUOTATION = Pattern(r'"[^"\n]{12,400}"')
_NEAR = 160  # characters on either side of the name


def detector(names: Collection[str]) -> Detector:
    """Looks for these organisations. Kinds: `quoted` with words of theirs, `reported` with what they
    said, or `named`."""
    if not names:
        return Detector(ENTITY, lambda text: ())
    pattern = Pattern(
        r"(?<![\w.])#?(?:" + "|".join(_written(name) for name in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    )

    literals = {small(form) for name in names for form in (name, name.replace(" ", ""))}

    def find(text: str) -> Iterator[Detection]:
        read = small(text)
        if not any(literal in read for literal in literals):
            return
        for name in pattern.finditer(text):
            yield Detection(ENTITY, *name.span(), 0.8, "a stakeholder by name", _kind(text, name))

    return Detector(ENTITY, find)


def _kind(text: str, name: re.Match[str]) -> str:
    around = text[max(0, name.start() - _NEAR) : name.end() + _NEAR]
    if _QUOTATION.search(around):
        return "quoted"
    return "reported" if _REPORTED.search(around) else "named"


def _written(name: str) -> str:
    """Abbreviations only as they are written; a name of several words in any case, and run together in a hashtag."""
    if " " not in name:
        return re.escape(name)
    return rf"(?i:{re.escape(name)}|(?<=#){re.escape(name.replace(' ', ''))})"
