"""Looks for home addresses: with or without a postcode, flats, tenements, named and rural houses, PO boxes.

It scores by evidence: a number with a street is one; a postcode, a flat, a town after a comma or "I live at" add to it.
Small letters and capitals throughout need a postcode or a word for living. Public places are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors import celtic_streets
from companion.detectors.address_tail import flat_follows, postcode_end, tail_end, town_follows
from companion.detectors.context import word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.lived_on import lived_on
from companion.detectors.numbered_places import numbered_places
from companion.detectors.pattern import Pattern
from companion.detectors.places import is_home, is_public, is_seat, is_told_of
from companion.detectors.post_box import post_boxes
from companion.detectors.postcode import postcodes
from companion.detectors.reading import read
from companion.detectors.signs import Signs
from companion.detectors.streets import HOUSES, LANDMARKS, NOT_STREET_NAMES, PERHAPS_STREETS, STREETS, UNITS
from companion.draft import Detection

ENTITY = "address"


def _one_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_HOUSE_NAMES = "|".join(word.title() for word in HOUSES)
_STREET_NAMES = "|".join(word.title() for word in STREETS)
_ANY_STREET = _one_of(STREETS + PERHAPS_STREETS)
_WORD = r"[^\W\d_][\w'’.-]{0,24}"
_COUNTED = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|"
    r"seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen)"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)"
_NUMBER = r"\d{1,4}[A-Za-z]?(?:[ ]?[-/][ ]?\d{1,4}[A-Za-z]?)?"

_BEFORE_A_NUMBER = r"(?<![\w£$€#%/:+*])(?<!\d[.,])"
_NAME_AND_STREET = (
    rf",?[ \t]{{1,2}}(?P<name>(?:{_WORD}[ \t]{{1,2}}){{1,4}}?)"
    rf"(?P<street>(?:(?:{_ANY_STREET})[ ])?(?:{_ANY_STREET}))(?:[ ](?-i:North|South|East|West)\b)?(?![\w'’-])"
)
_NUMBERED = Figure(rf"(?P<number>{_BEFORE_A_NUMBER}{_NUMBER}){_NAME_AND_STREET}", re.IGNORECASE)
_COUNTED_OUT = Pattern(rf"{_BEFORE_A_NUMBER}(?P<number>(?:number|no\.?)[ ]{_COUNTED}){_NAME_AND_STREET}", re.IGNORECASE)
_NUMBERED_IN_WORDS = Pattern(rf"{_BEFORE_A_NUMBER}(?P<number>{_TENS}){_NAME_AND_STREET}", re.IGNORECASE)
# What may stand before the number: "Flat 2/1, ", "2F1, ", "(0/2) ", "Hawthorn Lodge, ".
_LEAD = Pattern(
    rf"(?:(?:\b(?i:{_one_of(UNITS)})[ ](?:no\.?[ ])?[\dA-Z][\w/.-]{{0,5}}|\b\d{{1,2}}[fF]\d{{1,2}}|"
    rf"(?<![\d/])\(?\d{{1,3}}/\d{{1,2}}\)?|"
    rf"\b[A-Z][\w'’]*(?:[ ][A-Z][\w'’]*){{0,2}}[ ](?:{_HOUSE_NAMES}))[ ]?[,:]?\s{{1,2}}){{1,2}}$"
)
_PROPER_AFTER = Pattern(r"[ ][A-Z][a-z]")
_OTHER_NUMBER_BEFORE = Pattern(
    r"(?:\b(?:bus|buses|route|junction|jct|exit|page|chapter|section|service|class|size|bay|platform|gate|"
    r"aged?|game|round|"
    r"season|week|day|top|over|under|about|nearly|around|the|last|next|first|these|those|all|of)[ ]*|"
    r"[-–—]\s?|\b[AMB])$",
    re.IGNORECASE,
)

_TWO_UNITS = Pattern(
    r"\b(?:Room|Flat|Apt|Apartment|Studio)[ ]\d{1,4}[A-Za-z]?,[ ](?:Block|Building|Tower|Floor|"
    r"Staircase)[ ][A-Z\d]{1,3}\b"
)
_UNIT_IN_PARK = Pattern(
    rf"\b(?i:Plot|Caravan|Pitch|Chalet|Lodge|Cabin|Berth|Unit|Flat)[ ]\d{{1,4}}[A-Za-z]?,[ ](?:[A-Z][\w'’]*[ ]){{1,4}}"
    rf"(?:{'|'.join(word.title() for word in [*HOUSES, *STREETS, 'park', 'site', 'marina', 'estate', 'gardens'])})\b"
)
_RURAL = Pattern(
    rf"(?:[A-Z][\w'’]*(?:[ ](?:[A-Z][\w'’]*|na|nan|an|the|of|a))*,[ ])?(?:[A-Z][\w'’]*[ ]){{1,3}}(?:{_ANY_STREET}),[ ]"
    r"(?:by|near|nr)[ ][A-Z][\w'’]+",
    re.IGNORECASE,
)
_HOUSE_ON_STREET = Pattern(  # Rowan Cottage, Kirk Wynd, Falkland
    rf"\b(?:The[ ])?(?:[A-Z][\w'’]*[ ]){{1,2}}(?:{_HOUSE_NAMES}),[ ](?:[A-Z][\w'’]*[ ]){{1,2}}(?:{_STREET_NAMES})\b"
)
_UNIT_ON_STREET = Pattern(  # Unit 7, The Maltings, Leith Walk
    rf"\b(?i:{_one_of(UNITS)})[ ]\d{{1,4}}[A-Za-z]?,[ ](?:[A-Z][\w'’]*[ ]?){{1,3}},[ ](?:[A-Z][\w'’]*[ ]){{1,2}}"
    rf"(?:{'|'.join(word.title() for word in (*STREETS, *PERHAPS_STREETS))})\b"
)
_NUMBER_BEFORE = Pattern(r"(?<!\w)\d{1,4}[A-Za-z]?[ ]$")
_UNIT_PATTERNS = (_TWO_UNITS, _UNIT_IN_PARK, _UNIT_ON_STREET)
_HOUSE_IN_TOWN = Pattern(
    rf"\b(?:(?:The[ ])?(?:[A-Z][\w'’]*[ ]){{1,2}}(?:{_HOUSE_NAMES})|Tigh(?:[ ](?:an|na|nan|a'|[A-Z][\w'’]*)){{1,3}}),"
    rf"[ ](?:(?:by|near|nr)[ ])?[A-Z][\w'’-]+(?:[ ]of[ ][A-Z]\w+)?(?:,[ ][A-Z]\w+)?"
)
_HOME_TO_US = Pattern(
    r"\b(?:is (?:now )?(?:home|ours|where (?:i|we) live)|(?:i|we) live|(?:i|we)'?(?:ve|re)? moved|our new home|"
    r"my (?:house|"
    r"home)|come (?:for|round|over|by)|(?:cards|parcels|post|letters|invites?) (?:\w+ )?to|where (?:i|we) (?:live|"
    r"stay)|deliver(?:y|ies|ed)? to|(?:from|to|with|wi) us (?:at|in)|"
    r"(?:collect(?:ion|ed)?|uplift(?:ed)?|pick(?:ed)?[- ]?up|pickup)(?: only| it| them| please| is)* (?:from|at))\b",
    re.IGNORECASE,
)
_AFTER_HOUSES = Signs((*(f"{house}," for house in HOUSES), "tigh "))
_UNIT = Pattern(r"\w+ \d{1,4}[A-Za-z]?, ")
_BY_TOWN = Pattern(r",[ ](?:by|near|nr)[ ][A-Z]")
_BY_ANY = Pattern(_BY_TOWN.pattern, re.IGNORECASE)
_STREET_ENDINGS = (*STREETS, *PERHAPS_STREETS)
_AFTER_UNITS = Signs(UNITS)
_COUNTING = word_set("number no")
_AFTER_COUNTING = Signs(("number ", "no ", "no. "))
_GRAMMAR = word_set(  # of a sentence that only goes on to a street
    "a an the on in at of off up down along by from to my our this that your his her and or for with into over across "
    "near past is was are it i we you next same other each every only more bedroom bedrooms"
)
_NEVER_IN_A_NAME = word_set(
    "this that my our your his her from to for with was is are it i we you same other each every"
)
_BETWEEN = word_set("of the na and y yr ap a' an nan nam de 'r")
_TENS_IN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_AFTER_TENS = Signs(tuple(tens + sign for tens in _TENS_IN_WORDS for sign in "- "))
_COUNTED_THINGS = Pattern(r"[ ](?!(?:is|was|has)\b)[a-z]+s\b")  # "fifty-two Sauchiehall Street shops"
_MAY_NAME_ANYTHING = word_set("st dr drive lane")  # in capitals behind a number in words: "Twenty-One Lane"
_BEFORE_POSTCODE = Pattern(
    r"(?:(?:[A-Z][\w'’.&-]*|\d{1,4}[A-Za-z]?|of|the|and|yr?|nan?)[ ]?){1,6}"
    r"(?:,{1,2}\s?(?:(?:[A-Z\d][\w'’.&-]*|of|the|and|yr?|nan?)[ ]?){1,5}){0,4},?\s?$"
)
_STREET_OR_HOUSE = Pattern(rf"\b(?:{_one_of([*STREETS, *HOUSES, *celtic_streets.STREETS])})\b", re.IGNORECASE)
_A_BOX = Pattern(r"\bBox \d", re.IGNORECASE)


def find(text: str) -> Iterator[Detection]:
    yield from _numbered(text)
    yield from _without_number(text)
    for start, end in post_boxes(text):
        yield Detection(ENTITY, start, end, 0.6, "a PO box", "po-box")


DETECTOR = Detector(ENTITY, find, threshold=0.5, reach=NEARBY)


def _numbered(text: str) -> Iterator[Detection]:
    """A number, a name and a word for a street, and what stands around them."""
    reading, in_small = read(text), text.islower()
    numbered = [*_NUMBERED.finditer(text)] if reading.digits else []
    if reading.holds(_COUNTING):
        near = _AFTER_COUNTING.around(text, 1, 200)
        numbered += (match for low, high in near for match in _COUNTED_OUT.finditer(text, low, high))
        numbered.sort(key=re.Match.start)
    in_words = (
        match
        for low, high in _AFTER_TENS.around(text, 1, 140)
        for match in _NUMBERED_IN_WORDS.finditer(text, low, high)
    )
    for match in (*numbered, *in_words, *celtic_streets.celtic_streets(text, in_small=in_small)):
        words = match["name"].split()
        lead = _LEAD.search(text, max(0, match.start() - 60), match.start())
        start = lead.start() if lead else match.start()
        with_postcode = postcode_end(text, match.end()) is not None
        evidence = _evidence(text, match, start, with_postcode, in_small=in_small)
        if not evidence or _is_no_home(text, match, start, words):
            continue
        end = tail_end(text, match.end(), small=match["street"].islower() and match["name"].islower())
        if any(is_seat(postcode.group()) for postcode in postcodes(text, match.end(), end)):
            continue
        yield Detection(ENTITY, start, end, 0.85 if "," in evidence else 0.6, evidence, "street")


def _evidence(text: str, match: re.Match[str], start: int, postcode: bool, *, in_small: bool) -> str:
    """Why this is an address, or "" where number and street alone do not make one."""
    named = all(map(_is_proper, match["name"].split())) and not match.group().isupper()
    proper = named and all(map(_is_proper, match["street"].split()))
    if match["street"][0].islower() and not named and match["name"][0].isupper():
        return ""  # "5 Things in a street"
    if not named and any(word in _NEVER_IN_A_NAME for word in match["name"].lower().split()):
        return ""  # "3 times this street"
    lead = text[start : match.start()]
    town = town_follows(text, match.end(), small=in_small)
    more = [
        reason
        for reason, holds in (
            ("a flat", lead or flat_follows(text, match.end())),
            ("a postcode", postcode),
            ("a word for living", is_home(text, start, match.end())),
            ("a town", town and (in_small or named)),
        )
        if holds
    ]
    street = match["street"].lower().split()[-1]
    sure = street in STREETS or street in celtic_streets.STREETS
    if street in ("st", "dr") and _PROPER_AFTER.match(text, match.end()):
        sure = False  # "5 June St Mirren": a saint or a doctor follows
    if not proper and not (in_small and town) and not postcode and "a word for living" not in more:
        flat = "a flat" in more and (named or sure) and _may_name_a_street(match["name"], lead)
        if not flat and not (named and sure and more):  # "14 Dalnair street, Glasgow"
            return ""
    if not sure and not more:
        return ""
    return ", ".join(["a number and a street", *more])


def _may_name_a_street(name: str, lead: str) -> bool:
    """May a flat be in a street that is written like this? Odds of "2/1, 5 lengths up the road" are no flat."""
    spelt = not lead or any(map(str.isalpha, lead))
    return spelt and not any(word in _GRAMMAR for word in name.lower().split())


def _is_proper(word: str) -> bool:
    """Does a word of a name have its capital, or is it one of the small ones between?"""
    return any(char.isupper() for char in word.lstrip("-'")[:3]) or word in _BETWEEN


def _is_no_home(text: str, match: re.Match[str], start: int, words: list[str]) -> bool:
    number, name = match["number"], words[0].lower().strip(".")
    great = name == "great" and len(words) > 1  # Great Western Road
    if (name in NOT_STREET_NAMES and not great) or " ".join([number, *words, match["street"]]).lower() in LANDMARKS:
        return True
    if re.fullmatch(r"(?:19|20)\d{2}", number) and not postcode_end(text, match.end()):
        return True  # a year
    street = match["street"].lower()
    counted = street in _MAY_NAME_ANYTHING or _COUNTED_THINGS.match(text, match.end())
    street_of_homes = street in STREETS and not counted
    if number.lower().startswith(_TENS_IN_WORDS) and not street_of_homes and not is_home(text, start, match.end()):
        return True  # "twenty-one Pilots Way"
    if start == match.start() and _OTHER_NUMBER_BEFORE.search(text[max(0, start - 12) : start]) and number[0].isdigit():
        return not is_home(text, start, match.end()) and postcode_end(text, match.end()) is None
    return is_public(text, match.start()) or is_told_of(text, start, match.end())


def _without_number(text: str) -> Iterator[Detection]:
    """Houses with a name, streets somebody lives in, rooms and pitches."""
    yield from _before_postcodes(text)
    yield from _lived_in(text)
    yield from _units(text)
    yield from _houses(text)
    for start, end in _roads_by_towns(text):
        for match in _RURAL.finditer(text, start, end):
            if match.group()[0].isupper() and not is_public(text, match.start()):
                number = _NUMBER_BEFORE.search(text, max(0, match.start() - 7), match.start())
                begin = number.start() if number else match.start()
                yield Detection(ENTITY, begin, match.end(), 0.6, "a house and a road by a town", "named")


def _before_postcodes(text: str) -> Iterator[Detection]:
    last = 0
    for postcode in postcodes(text):
        before = _BEFORE_POSTCODE.search(text, max(last, postcode.start() - 110), postcode.start())
        last = postcode.end()
        if (
            before
            and not is_seat(postcode.group())
            and not _A_BOX.search(before.group())
            and _is_house(before.group())
            and not is_public(text, before.start())
            and not is_public(text, postcode.start())
        ):
            yield Detection(ENTITY, before.start(), postcode.end(), 0.75, "a place, a postcode", "named")


def _lived_in(text: str) -> Iterator[Detection]:
    for start, end in lived_on(text):
        yield _named(text, start, end, "a street, lived in")
    for start, end in numbered_places(text):
        yield _named(text, start, end, "a number and a place")


def _units(text: str) -> Iterator[Detection]:
    for start, end in _AFTER_UNITS.around(text, 1, 160, _UNIT):
        for match in (found for pattern in _UNIT_PATTERNS for found in pattern.finditer(text, start, end)):
            if not is_public(text, match.start()):
                yield _named(text, match.start(), match.end(), "a room or a pitch")


def _houses(text: str) -> Iterator[Detection]:
    for start, end in _AFTER_HOUSES.around(text, 60, 90):
        for match in _HOUSE_ON_STREET.finditer(text, start, end):
            if not is_public(text, match.start()):
                yield _named(text, match.start(), match.end(), "a house and a street")
        for match in _HOUSE_IN_TOWN.finditer(text, start, end):
            around = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 30]
            if any(_HOME_TO_US.search(words) for words in around) and not is_public(text, match.start()):
                yield _named(text, match.start(), match.end(), "a house and a town, lived in")


def _named(text: str, start: int, end: int, evidence: str) -> Detection:
    return Detection(ENTITY, start, tail_end(text, end), 0.6, evidence, "named")


def _roads_by_towns(text: str) -> Iterator[tuple[int, int]]:
    """Where a word for a street stands before ", by …"; the pattern for the whole is too dear to try anywhere else."""
    if not _BY_TOWN.search(text):
        return
    end = 0
    for sign in _BY_ANY.finditer(text):
        if text[max(0, sign.start() - 24) : sign.start()].lower().endswith(_STREET_ENDINGS):
            start, end = max(end, sign.start() - 300), sign.end() + 60
            yield start, end


def _is_house(before: str) -> bool:
    """A street, a house, or three parts that end in a postcode; a town alone is not enough."""
    return bool(_STREET_OR_HOUSE.search(before)) or before.strip(" ,").count(",") >= 2
