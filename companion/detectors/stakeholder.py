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
_OFFERED = (  # what anybody may use or read
    r"(?:help ?lines?|phone ?lines?|advice lines?|hotline|web ?sites?|web ?pages?|home ?page|page|advice|guides?|"
    r"toolkit|leaflets?|factsheets?|campaign|petition|appeal|podcast|newsletter|blog|manifesto|press release|advert|"
    r"vacanc(?:y|ies)|annual report|(?:new|latest|published|public) (?:\w+ )?(?:report|research|survey|figures|study|"
    r"paper|findings)|advisers|service|services|webchat|shops?|training|courses?|workshops?)"
)
_DOES_IN_PUBLIC = Pattern(  # … has published a report, … runs a free helpline, …'s website, … is open today
    r"(?:'s?|’s?)? ?(?:(?:has |have |had |is |are )?(?:also |today |now |just |this (?:morning|week) )?(?:publish(?:ed|"
    r"es|ing)|launch(?:ed|es|ing)|released?s?|announced?s?|unveil(?:ed|s)|brought out|put out)\b|"
    r"(?:also )?(?:offers?|provides?|runs?|gives?|has|have) (?:(?:a|an|free|new|some|the|24-hour|national|online|"
    r"confidential|expert|independent|good|useful|of|and) )*"
    rf"{_OFFERED}\b|(?:(?:free|new|latest|own|online|national|24-hour|confidential|excellent|very|good|useful|winter|"
    rf"summer|annual) )*{_OFFERED}\b(?! (?:team|staff|meeting|contract))|"
    r"(?:is|are) (?:open|free|here to help|there to help|on hand|hiring|recruiting)\b|(?:can|may) help\b|"
    r"(?:is |are |can be reached |can be called )?on 0\d{2})",
    re.IGNORECASE,
)
_POINTED_TO = Pattern(  # call …, advice from …, a report published by …
    r"\b(?:(?:call|phone|ring|contact|visit|follow|donate to|turn to|try) (?:the )?|(?:advice|help|support|information|"
    r"guidance) (?:is available |is there |can be had )?(?:from|at|by|via|through) (?:the )?|(?:published|released|"
    r"launched|issued) (?:\w+ )?by (?:the )?|(?:report|research|study|survey|figures) (?:out )?(?:today )?(?:by|from) "
    r"(?:the )?)$",
    re.IGNORECASE,
)
_BETWEEN_US = Pattern(  # what they have not told everybody
    r"\b(?:drafts?|unpublished|not (?:yet )?(?:public|published|out)|before (?:it|they|the)|"
    r"(?:to|with|told|asked|sent|for|by) us|sent me|confidential|internal|leaked|"
    r"we(?: have|'ve)? (?:\w+ )?(?:seen|read|heard|met|shared|spoke|spoken|had))\b",
    re.IGNORECASE,
)
_NEAR = 160  # characters on either side of the name


def detector(names: Collection[str]) -> Detector:
    """Looks for these organisations. Kinds: `quoted` with words of theirs, `reported` with what they
    said, or `named`.

    What an organisation says to everybody, or offers to all, is no word of a partner: "… has published a report".
    """
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
            kind = _kind(text, name)
            if kind != "named" or not _is_public(text, name):
                yield Detection(ENTITY, *name.span(), 0.8, "a stakeholder by name", kind)

    return Detector(ENTITY, find)


def _kind(text: str, name: re.Match[str]) -> str:
    around = text[max(0, name.start() - _NEAR) : name.end() + _NEAR]
    if _QUOTATION.search(around):
        return "quoted"
    return "reported" if _REPORTED.search(around) else "named"


def _is_public(text: str, name: re.Match[str]) -> bool:
    """Does the sentence only tell what they do in public, or where to find them?"""
    least = max(0, name.start() - _NEAR)
    start = max(least, *(text.rfind(end, least, name.start()) + 1 for end in ("\n", ". ", "! ", "? ")))
    if not (_DOES_IN_PUBLIC.match(text, name.end()) or _POINTED_TO.search(text, start, name.start())):
        return False
    return not _BETWEEN_US.search(text, start, name.end() + _NEAR)


def _written(name: str) -> str:
    """Abbreviations only as they are written; a name of several words in any case, and run together in a hashtag."""
    if " " not in name:
        return re.escape(name)
    return rf"(?i:{re.escape(name)}|(?<=#){re.escape(name.replace(' ', ''))})"
