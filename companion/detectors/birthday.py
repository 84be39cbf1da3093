"""Looks for a birthday of one's own without the year: with a name and a town it is half of an identity check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import leads_to
from companion.detectors.detector import Detector
from companion.draft import Detection

ENTITY = "birthday"

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?:christmas|new year'?s|boxing|valentine'?s) (?:day|eve))\b"
_BIRTHDAY = r"(?:birthday|bday|b-day|burthday|birfday)"
_AGE = r"(?:1[3-9]|[2-9]\d|10\d)"
_AGE_WORD = r"(?:eighteen|twenty(?:[ -]\w+)?|thirty(?:[ -]\w+)?|forty(?:[ -]\w+)?|fifty(?:[ -]\w+)?|sixty(?:[ -]\w+)?|seventy|eighty)"
_TODAY = r"(?:today|the day|tomorrow|the morra|the morn|tonight|at midnight|next week|this week(?:end)?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:on|in) (?:the )?\w+)"

_OWN = re.compile(
    rf"\b(?:(?:it'?s |it is )?(?:my|ma|mah) (?:\w+ )?(?:\d{{2}}(?:st|nd|rd|th) )?{_BIRTHDAY}(?! (?:wishes|gift to|present to|card to))(?: (?:the day|the morra|today|tomorrow|on {_DAY}|is (?:on )?{_DAY}))?"
    rf"|happy {_BIRTHDAY} (?:to me|tae me)|{_BIRTHDAY} (?:girl|boy|lad|lass) (?:here|reporting|me)|(?:it'?s|happy) my {_AGE}(?:st|nd|rd|th)(?: today| tomorrow)?\b"
    rf"|(?:my|ma) (?:big )?{_AGE}(?:st|nd|rd|th) (?:today|tomorrow|this|next|on|is|drinks|party|bash|do)\b"
    rf"|(?:on|for) (?:my|their|ma) (?:18|21|30|40|50|60|70|80)(?:st|th)\b|(?:on|for) my {_AGE}(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_TURNING = re.compile(
    rf"\b(?:i'?m|i am|i|am|(?:pov|when|tfw):? you'?re|officially|just)(?: \w+)? (?:turn(?:s|ed|ing)? )?(?:{_AGE}|{_AGE_WORD}) (?:years old )?(?:today|the day|tomorrow|the morra|tonight|at midnight)\b"
    rf"|(?:^|(?<=[.!?\n] ))turned (?:the big )?(?:{_AGE}|{_AGE_WORD})\b(?! (?:degrees|percent|%|times|pages|points|minutes|in|up))"
    rf"|\b(?:i|i'?m|just|officially|me|i'?ve|about to|gonna)(?: \w+)? turn(?:ed|ing|s)? (?:the big )?(?:{_AGE}|{_AGE_WORD})\b(?! (?:degrees|percent|%|times|pages|points|minutes))"
    rf"|\b(?:the |ma |my )?big (?:{_AGE}\b(?!%| ?(?:day|match|game))|[3-9]-(?:0|oh?)\b|(?:three|four|five|six|seven|eight|nine)[ -](?:oh?|zero)\b|(?:thirty|forty|fifty|sixty|seventy)\b)"
    rf"|\b{_AGE} years (?:young|auld|old) (?:today|the day|tomorrow|the morra)\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"\b(?:i was |i wis |was |me: |^)?born (?:on|oan) (?:the )?{_DAY}(?!,? ?(?:of )?\d{{4}})", re.IGNORECASE
)
_PARTY = re.compile(
    rf"\b{_BIRTHDAY} (?:drinks|night out|do|plans|meal|dinner|lunch|tea|brunch|weekend|week|trip|treat|pints)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"(?:\w'?s|\byour|\bhis|\bher|\btheir|\bhappy|\bfor \w+|@\w+) (?:\d{1,3}(?:st|nd|rd|th) )?$", re.IGNORECASE
)
_BORN_OTHER = re.compile(
    r"\b(?:he|she|who|they|burns|baby|calf|poet|king|queen|lion|lamb|kitten|puppy|daughter|son|were|[A-Z][a-z]+ [A-Z][a-z]+)(?: was)? $"
)
_PREFILTER = re.compile(
    r"b(?:irth|ur?th|irf)?-?day|\bborn\b|\bturn|\bbig (?:\d|three|four|five|six|seven|eight|nine|thirty|forty|fifty)|\d ?(?:th|st|nd|rd|year|today|tomorrow|at midnight|the (?:day|morra))",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    if not _PREFILTER.search(text):
        return
    for match in _OWN.finditer(text):
        yield Detection(ENTITY, *match.span(), 0.8, "speaks of a birthday of one's own")
    for match in _TURNING.finditer(text):
        yield Detection(ENTITY, *match.span(), 0.7, "says an age that is reached now")
    for match in _BORN.finditer(text):
        if not leads_to(text, match.start(), _BORN_OTHER, 40):
            yield Detection(ENTITY, *match.span(), 0.7, "a day of birth without the year")
    for match in _PARTY.finditer(text):
        if not leads_to(text, match.start(), _SOMEBODY_ELSE, 40):
            yield Detection(ENTITY, *match.span(), 0.6, "a birthday that is celebrated")


DETECTOR = Detector(ENTITY, find)
