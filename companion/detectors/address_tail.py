"""Where an address ends: the flat, the district, the town, the postcode and the country that follow its street."""

from __future__ import annotations

import re

from companion.detectors.context import word_set
from companion.detectors.pattern import Pattern
from companion.detectors.postcode import AREAS, postcodes
from companion.detectors.streets import UNITS

_PART = Pattern(r"[^\s]+")
_INNER = word_set("of by upon on le in the na nan")  # within a town's name
_BEFORE_A_NAME = word_set("new old great little big wee upper nether over market bridge castle near nr by free well")
_MOST_PARTS = 5  # a district, a town, a county, a country, and one to spare

# What begins a new thought after a comma or a street, however it is written.
_NO_TOWN = word_set(
    "i i'm i've i'll i'd im ive we we're we've we'll you you're he he's she she's it it's its they they're there "
    "there's the this that these those my our your his her their a an and but or so if when while as at by for from in "
    "on to with of please pls plz thanks thank ta cheers come call ring text ask bring just see look love happy good "
    "great all any anyone everyone everybody nobody someone folks guys mate pal hun hen lads ladies mum dad not no yes "
    "yeah aye naw ok okay oh hi hello hey sorry well what where who why how which do don't did does is are was were "
    "will would can could should has have had let let's dm pm am btw fyi lol omg asap rsvp eta tbh again now then "
    "always still also only even here home tonight today tomorrow yesterday soon later first last next until till "
    "since after before because though although apparently obviously honestly really very too cause cos cuz xx xxx "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february "
    "march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov "
    "dec christmas easter free knock buzz press bell buzzer door drop leave send post pick collect pop deliver mind "
    "watch wait anytime whenever around about near nearly over under up down out off opposite behind beside across "
    "above below between through past two three four five six seven eight nine ten one won't can't isn't wasn't aren't "
    "funny sadly luckily weird wild nice lovely terrible awful beautiful right wrong left basically literally "
    "genuinely honest actually probably maybe perhaps else etc get got gets go goes went make take need want think "
    "feel like mine ours thing same new old big wee small"
)
_FIRST_OF_TWO = (  # of towns whose names are two words, in small letters
    "new|old|north|south|east|west|upper|lower|nether|over|great|little|long|high|port|fort|st|bridge|castle|milton|"
    "newton|kirk|glen|loch|ben|inver|isle|bishops?|kings?|queens?|market|royal|burton|stoke|milton"
)
_PLACE = (
    r"(?:by |near |nr )?[A-Z](?:[\w’-]|'(?!s\b))+(?!['’]s)(?!\w)"
    r"(?:[ ](?:(?:of|by|upon|on|le|in|na|nan)[ ](?:the[ ])?)?[A-Z][\w'’-]+){0,4}"
)
_AFTER_COMMA = Pattern(rf",?[ \t]{{0,2}}\n?(?:,[ ]?|\n)(?P<place>{_PLACE})")
_OTHERWISE = Pattern(  # "in Partick", "(Partick)", "- Partick"
    rf"[ ](?:in[ ](?P<in>{_PLACE})|\((?P<inside>{_PLACE})\)|-[ ](?P<dash>{_PLACE}))"
)
_STRAIGHT_ON = Pattern(  # "12 Mill Lane Leith Edinburgh", where nothing follows that a person would do
    r"[ ](?P<place>[A-Z][a-z][\w'’-]+(?:[ ][A-Z][a-z][\w'’-]+){0,2})(?=\s*(?:[,.!?;:)\n]|$)|[ ](?:for|and|now|"
    r"please|pls|if|so|at|by|with|is|on|until|till|from|since|near|before|after|but|where)\b)"
)
_IN_SMALL = Pattern(
    rf"\s?,\s{{0,2}}(?P<place>(?:(?:{_FIRST_OF_TWO})[ ])?[^\W\d_]{{3,30}})(?=\s*(?:[,.!?\n]|$)|[ ](?:and|if|for|now|"
    r"please|pls|so|but|since|near|with|btw|lol|on|at|from)\b)"
)
_DISTRICT = Pattern(rf",?[ ]\(?(?:{'|'.join(AREAS)})\d[\dA-Z]?\)?(?![\w/.]|[ ]\d[A-Z]{{2}}\b)")
_UNIT = Pattern(  # "27 Ardgowan Terrace, Flat 2/1"; "ground floor left"
    rf",?[ ](?:(?P<own>\(?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})[ ](?:no\.?[ ])?"
    r"[\dA-Za-z][\w/.-]{0,4}\b\)?|"
    r"\d{1,2}f\d{1,2}\b)|"
    r"(?:ground|first|second|third|top|1st|2nd|3rd|basement)(?: (?:floor|flat|left|right|middle|front|rear)){1,3}\b)",
    re.IGNORECASE,
)
_TO_POSTCODE = Pattern(r"[.,\s(]{0,3}(?:[^\W\d_][\w'’.-]*[,:\s(]{1,3}){0,7}", re.IGNORECASE)


def postcode_end(text: str, end: int) -> int | None:
    """Where the postcode after an address ends, when one follows within seven words."""
    gap = _TO_POSTCODE.match(text, end, end + 80)
    place = gap.end() if gap else end
    for match in postcodes(text, end, min(len(text), end + 95)):
        if match.start() <= place + 2:
            return match.end()
    return None


def tail_end(text: str, end: int, *, small: bool = False) -> int:
    """Where an address ends whose street ends at `end`. `small`: its writer uses no capitals."""
    unit = _UNIT.match(text, end)
    end = unit.end() if unit else end
    with_postcode = postcode_end(text, end)
    if with_postcode is not None:
        opened = text.count("(", end, with_postcode) > text.count(")", end, with_postcode)
        end = with_postcode + (opened and text.startswith(")", with_postcode))
    for _ in range(_MOST_PARTS):
        part = _place_end(text, end, small=small)
        if part is None:
            break
        end = part
    return end


def flat_follows(text: str, end: int) -> bool:
    """Does the number of a flat follow a street that ends at `end`? "First left" is not one."""
    unit = _UNIT.match(text, end)
    return unit is not None and unit["own"] is not None


def town_follows(text: str, end: int, *, small: bool = False) -> bool:
    """Does a town follow a street that ends at `end`, after a comma or on the next line?"""
    return _named(_AFTER_COMMA.match(text, end)) is not None or (
        small and _named(_IN_SMALL.match(text, end)) is not None
    )


def _place_end(text: str, end: int, *, small: bool) -> int | None:
    patterns = (_AFTER_COMMA, _OTHERWISE, _STRAIGHT_ON, *((_IN_SMALL,) if small else ()))
    for pattern in patterns:
        place = _named(pattern.match(text, end))
        if place is not None:
            return place
    district = _DISTRICT.match(text, end)
    return district.end() if district else None


def _named(match: re.Match[str] | None) -> int | None:
    """Where the place of a match ends: before the first word that no town has. None where that is its first one."""
    if not match:
        return None
    name = str(match.lastgroup)
    found = list(_PART.finditer(match[name]))
    kept = 0
    for place, word in enumerate(found):
        small = word.group().lower().replace("’", "'")
        if (place and word.group() in _INNER) or (small in _BEFORE_A_NAME and place + 1 < len(found)):
            continue
        if small in _NO_TOWN:
            break
        kept = word.end()
    else:
        return match.end()
    return match.start(name) + kept if kept else None
