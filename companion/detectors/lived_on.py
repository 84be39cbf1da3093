"""Finds where somebody says they live without the number of a house: the street, the corner, the flat above a shop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import word_set
from companion.detectors.detector import words
from companion.detectors.pattern import Pattern
from companion.detectors.places import is_home, is_public, is_told_of
from companion.detectors.signs import Signs
from companion.detectors.streets import HOUSES, PERHAPS_STREETS, STREETS

# "I live on Canvey Island" and "on Moredun Estate" name a place of thousands, not a street.
_AREAS = word_set("island heath muir law glen estate field fields haven harbour port pier head shore cross holdings")
_LIKE_STREETS = words("walk row place way parade promenade esplanade circus")  # not Forest Hill, nor Wood Green

# Streets of songs, stories and sayings; and "I live in a happy place" as a title has it.
_NOBODYS = word_set(
    "easy sesame coronation civvy queer memory ramsay wisteria privet benefits the a an this that my your any every no "
    "some first second third last better best happy right wrong good safe dark"
)
_COMMON = word_set(  # words before "street" of somebody who writes in small letters and names none
    "main busy quiet same next other own side back front dead end one two long wee big noisy narrow steep dirt country "
    "private residential single our his her their its which what whose high new old nice bad rough posh cobbled "
    "and or of in on at the by off up down across over under wrong whole entire different separate car"
)


def _titles(some: list[str]) -> str:
    return "|".join(sorted((word.title() for word in some), key=len, reverse=True))


_NAME = r"(?:[A-Z][\w'’]*[ ]){1,3}"
_ON_A_STREET = _titles([*STREETS, *HOUSES, *(word for word in PERHAPS_STREETS if word not in _AREAS)])
_STREET = rf"(?P<where>{_NAME}(?:{_ON_A_STREET})\b|[A-Z][\w'’]+[ ](?:{'|'.join(STREETS)})\b)"
_LIVING_WORD = (  # whoever "has been moved to" a house works or lies there
    r"\b(?:live|living|stay|staying|lived|bide|biding|(?<!\bbeen )(?<!\bbeing )(?<!\bis )(?<!\bare )(?<!\bwas )"
    r"(?<!\bwere )moved|flitted|flitting)"
)
_ON_OR_IN = Pattern(  # "if you stay on …" tells the way
    rf"(?<!\byou )(?<!\byou'll )(?<!\bthen ){_LIVING_WORD}[ ](?:at|on|in|along|off|to|intae|into)[ ]"
    rf"(?P<where>{_NAME}(?:{_titles([*STREETS, *HOUSES, *_LIKE_STREETS])})\b)"
)
_AT_THE = Pattern(
    r"\b(?:[Ll]ive|[Ll]iving|[Bb]ide|[Mm]oved|[Ff]litted)[ ](?:at|in|to|into|intae)[ ]"
    rf"(?P<where>[Tt]he[ ](?:[A-Z][\w'’]*[ ]){{1,2}}?(?:{_titles(HOUSES)})\b)(?![ ][A-Z])"
)
_SOMEBODY = (  # "we're live on …" is a broadcast
    r"\b(?i:(?:(?:i|we|they|he|she|who)(?:'ve| have)?(?: (?:now|still|just|both|also|only|actually|used to))?[ ]"
    r"(?:live|lived|stay|bide)|(?<!cost of )(?:living|biding|flitting)|(?:'m|'re|am|are) staying)|"
    r"(?:my|our|ma|oor) (?:new |wee )?(?:flat|house|hoose|gaff|tenement)(?:'s| is)?)"
)
_ON = r"(?:right |just |up |down |doon |away |here )?(?:on|off|aff|along)"
_END_OF = (
    r"(?:right |just |up |down |doon )?(?:(?:at|near|by|on) )?the (?:very |quiet |far )?"
    r"(?:top|bottom|foot|fit|end|head|heid|corner|middle|back|start|\w+ end) (?:of|o'|o)"
)
_IN_A_FLAT = (  # "in the flat above the Spar on"; a guest of a hotel does not live there
    r"(?:in|above|abune|over|ower|below|beneath|beside|opposite|behind|next (?:door )?to|across from) "
    r"(?:the|a|an|that|wan)"
    r"(?:(?!\b(?:and|but|or|who|work\w*|hotel|hostel|airbnb|b&b|inn|guest|guesthouse|tent|resort)\b)[^.,!?\n]){1,45}"
    r" (?:on|off|aff|at|along)"
)
_BY_WORDS = Pattern(rf"{_SOMEBODY}[ ](?i:{_ON}|{_END_OF}|{_IN_A_FLAT})[ ]{_STREET}")
_WHICH_HOUSE = Pattern(  # "last hoose on Kirk Lane", "the blue door at the foot of Kirk Lane"
    r"\b(?P<where>(?i:(?:the )?(?:very |second |third )?(?:last|first|end|only|corner|middle|white|blue|red|green|"
    r"yellow|pink|black|purple|orange|pebbledash|big|wee|auld|old) (?:white |blue |red |green |auld |old |big |wee |"
    r"terraced )?(?:house|hoose|cottage|bungalow|flat|door|gate|gable|villa|caravan)(?: on the (?:left|right|corner))?"
    r"(?: (?:on|in|up|doon|down|along|aff|off|of|at)| (?:at|near) the (?:top|foot|fit|bottom|end|heid|head) (?:of|o'|"
    r"o))) "
    rf"{_STREET.replace('<where>', '<street>')})"
)
_MINE = Pattern(  # at once before such a house
    r"\b(?:we'?re|we are|i'?m|i am|ours(?:'s| is)?|oors(?:'s| is)?|mine(?:'s| is)?|that'?s (?:us|me|mine|ours|oors)|"
    r"it'?s|find us|look for|(?:come|pop|get|drop \w+|bring \w+|parcels?|post|deliver\w*) (?:\w+ )?(?:to|tae|"
    r"at))[,:]? (?:in |at |just )?$",
    re.IGNORECASE,
)
_OURS_AFTER = Pattern(r"[^.!?\n]{0,30}\b(?:is|are|'s) (?:ours|mine|oors|us|me)\b", re.IGNORECASE)
_IN_SMALL = Pattern(
    rf"\b(?:i|we)(?: now| still| just)? (?:live|stay|bide) (?:{_ON}|{_END_OF}) "
    rf"(?P<where>(?:[a-z'’]{{3,20}} ){{1,3}}(?:{'|'.join({*STREETS, 'walk', 'row'} - {'st', 'dr', 'drive'})}))"
    r"(?=\s*(?:[.,!?;:)\n]|$)|[ ](?:and|an|n|so|but|above|in|at|near|by|opposite|beside|now|lol|too|where|if|next)\b)"
)
_LIVING = Signs(
    ("live ", "living ", "lived ", "stay ", "staying ", "bide ", "biding ", "moved ", "flitted ", "flitting ")
)
_DOORS = Signs(
    tuple(
        f"{which} "
        for which in ("house", "hoose", "cottage", "bungalow", "flat", "door", "gate", "gable", "villa", "caravan")
    )
)
_OWN = Signs(tuple(f"{own} " for own in ("flat", "flat's", "house", "house's", "hoose", "hoose's", "gaff", "tenement")))


def lived_on(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the streets and houses somebody says they live on or in."""
    for start, end in _LIVING.around(text, 30, 110):
        for pattern in (_ON_OR_IN, _AT_THE, _BY_WORDS):
            yield from _named(pattern, text, start, end)
        for match in _IN_SMALL.finditer(text, start, end):
            name = match["where"].split()[:-1]
            if not any(word in _COMMON or word in _NOBODYS for word in name):
                yield match.span("where")
    for start, end in _DOORS.around(text, 40, 90):
        for match in _WHICH_HOUSE.finditer(text, start, end):
            first, last = match.span("where")
            mine = _MINE.search(text, max(0, first - 40), first) or is_home(text, first, last)
            ours = _OURS_AFTER.match(text, last)
            if ours or (mine and not is_public(text, first) and not is_told_of(text, first, last)):
                yield match.span("where")
    for start, end in _OWN.around(text, 16, 110):
        yield from _named(_BY_WORDS, text, start, end)


def _named(pattern: Pattern, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text, start, end):
        name = match["where"].split()
        if pattern is _AT_THE or name[0].lower() not in _NOBODYS:
            yield match.span("where")
