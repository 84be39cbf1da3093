"""Finds addresses of a number and a place, without a word for a street: "7 Upper Bayble, Isle of Lewis"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import near, word_set
from companion.detectors.pattern import Pattern
from companion.detectors.places import is_home, is_public
from companion.detectors.reading import read
from companion.detectors.signs import Signs
from companion.detectors.streets import NOT_STREET_NAMES

_NUMBER = r"(?<![\w£$€#%/:+*])(?<!\d[.,])\d{1,3}[A-Za-z]?"
_WORD = r"[A-Z][\w'’-]+"
_PLACE = rf"{_WORD}(?:[ ](?:(?:of|na|nan|an|a')[ ])?{_WORD}){{0,2}}"
_CROFT = Pattern(
    r"\b(?i:croft[ ](?:(?:no\.?|number)[ ])?)\d{1,3}[A-Za-z]?(?:,[ ]?|[ ]|[ ](?:in|at)[ ])"
    rf"{_PLACE}(?P<more>,[ ]{_PLACE})?"
)
_ON_AN_ISLE = Pattern(
    rf"(?P<where>{_NUMBER}[ ](?P<name>{_PLACE}),[ ](?:{_PLACE},[ ])?"
    r"(?:(?:Isle|Island) of [A-Z]\w+|(?:North|South) Uist|Benbecula|Orkney|Shetland)\b)"
)
_NO_PLACE = (  # two continents, ends of a stadium and of football, and schools and courts have sides, too
    r"(?!(?:Africa|America|Korea|Goal|Stand|Face|Wing|End|Gate|Ham|Brom|Coast|Bank|Side|Pole|Entrance|Exit|Sea|"
    r"[A-Z][a-z]+shire|Lothian|Sussex|Midland|London|Carolina|Dakota|Desk|English|Irish|Scottish|"
    r"Sixth|School|Tribunal|House|Chamber|Deck|Circle|Tier|League|Division|Class)s?\b)"
)
_END = r"(?=\s*(?:[.!?;:)\n]|$|,(?! (?:\d|and\b)))|[ ](?:and|now|so|if|by|beside|near|pls|please|thanks|x+)\b)"
_TOLD = Pattern(  # towns of football and countries may be North or West, so "it's" wants an Upper or a Lower
    r"\b(?i:(?:it|that)(?:'s| is)|we'?re|i'?m|address|here)(?: at)?[ ](?P<where>"
    rf"{_NUMBER}[ ](?:Upper|Lower|Nether|Easter|Wester)[ ]{_NO_PLACE}{_WORD}){_END}"
)
_SENT = Pattern(
    r"\b(?i:(?:send|sent|post|posted|deliver|delivered|drop|dropped|bring|leave|left|forward|parcels?|letters?|cards?|"
    r"come|pop|swing)(?: [\w'’]+){0,4}? (?:to|at|tae))[ ]"
    rf"(?P<where>{_NUMBER}[ ](?:Upper|Lower|Nether|Easter|Wester|Mid|North|South|East|West)[ ]"
    rf"{_NO_PLACE}(?P<name>{_WORD})(?<!ans)(?<!men)(?<!ers)){_END}"
)
_IN_A_ROW = Pattern(  # "we're number 2 of the Balnacraig Cottages"
    r"\b(?i:we'?re|we are|i'?m|i am|it'?s|it is|ours(?:'s| is)|mine(?:'s| is)|that'?s us at|find us at|"
    r"(?:house|hoose|place|bit|home)(?:'s| is)|liv(?:e|ing) at|stay(?:ing)? at|bid(?:e|ing) at)[ ]"
    r"(?P<where>(?i:number|no\.?|nummer)[ ](?i:\d{1,3}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten)[ ]"
    rf"(?:of|in|at|on)[ ](?:the[ ])?(?:{_WORD}[ ]){{1,3}}"
    r"(?i:cottages|steadings?|crofts|houses|almshouses|bungalows|chalets|row|mains|mews|barns))\b"
    r"(?![ ](?:[A-Z]|brochure|list|league|awards?|category|competition|guide|chart))"
)
_ROWS = Signs(("cottages", "steading", "crofts", "houses", "bungalows", "chalets", " row", " mains", " mews", "barns"))
_SIDES = Signs((" upper ", " lower ", " nether ", " easter ", " wester ", " mid ", " north ", " south ", " east ",
    " west "))  # fmt: skip
_CROFTS = Signs(("croft ",))
_ISLES = Signs(("isle of ", "island of ", " uist", "benbecula", "orkney", "shetland"))

_BARE = Pattern(  # "I stay at 6 Kildonan", with no word for a street
    r"\b(?i:(?:live|lives|living|stay|stays|staying|bide|bides|biding|moved|flitted)(?: now)? (?:at|to|tae)|"
    r"(?:my|our|ma|the) (?:new )?(?:house|hoose|flat|place|bit|gaff|address|croft|farm|caravan|cottage|bothy|steading)"
    r"(?:'s| is)(?: up| down| doon| out)?(?: at)?|address(?:'s| is|:)|"
    r"(?:parcels?|post|cards?|letters?|delivery|deliveries) (?:\w+ )?to|party at mine,?|"
    r"i'?m at(?= \d+[a-z]? \w+, (?:\w+ door|flat|buzzer|buzz|top)\b)) "
    r"(?P<where>\d{1,3}[a-z]? [A-Z][\w'’]{3,24}(?: [A-Z][\w'’]{2,24})?)"
    r"(?=[.!?;\n]|,(?! and\b)|$| (?:and|now|so|if|by|beside|near)\b)"
)
_HOMES = ("house", "hoose", "flat", "place", "bit", "gaff", "croft", "farm", "caravan", "cottage", "bothy", "steading")
_LIVED_AT = Signs((
    "live at ", "lives at ", "living at ", "stay at ", "stays at ", "staying at ", "bide at ", "bides at ",
    "biding at ", "moved to ", "flitted ", *(f"{home}{be}" for home in _HOMES for be in ("'s ", " is ")),
    "address", "parcel", "cards to", "letters to", "post to", "mine", "im at ", "i'm at ",
))  # fmt: skip
_NO_STREET = NOT_STREET_NAMES | word_set("nations guys seasons sisters bedroom bedrooms downing stars acres hectares")

_COUNTED = word_set(
    "nights beaches walks islands distilleries castles photos pictures places pubs churches lighthouses lochs villages "
    "hikes trips whiskies malts reasons friends houses crofts sheep birds puffins events jobs crofters residents"
)
_ANOTHER_NUMBER = Pattern(
    r"\b(?:day|stage|top|leg|week|part|no|over|about|around|all|the|of|stop|walk|episode|ep)\s$", re.I
)
_HOURS = 12
_TIME_BEFORE = Pattern(r"\b(?:at|by|til+|until|from|before|after)\s$", re.I)  # "the ferry at 3 Craignure"
_A_MEAL = Pattern(  # a table may be booked at Croft 3
    r"\b(?:dinner|lunch|breakfast|restaurant|menu|table|booked|booking|eat|ate|eating|meal|food|gin|holiday|stayed)\b",
    re.I,
)


def numbered_places(text: str) -> Iterator[tuple[int, int]]:
    """The spans of such addresses, without what may follow them."""
    yield from _in_rows(text)
    if not read(text).digits:
        return
    for start, end in _CROFTS.around(text, 1, 90):
        for match in _CROFT.finditer(text, start, end):
            lived_in = bool(match["more"]) or is_home(text, *match.span())
            if lived_in and not near(text, *match.span(), _A_MEAL) and not is_public(text, match.start()):
                yield match.span()
    for start, end in _ISLES.around(text, 70, 30):
        for match in _ON_AN_ISLE.finditer(text, start, end):
            counted = _is_counted(text, match.start(), match["name"]) or (
                _TIME_BEFORE.search(text[max(0, match.start() - 8) : match.start()])
                and int(re.sub(r"\D", "", match["where"].split()[0])) <= _HOURS
                and not is_home(text, *match.span())
            )
            if not counted and not is_public(text, match.start()):
                yield match.span()
    for start, end in _SIDES.around(text, 60, 40):
        for match in (one for pattern in (_TOLD, _SENT) for one in pattern.finditer(text, start, end)):
            yield match.span("where")
    for start, end in _LIVED_AT.around(text, 12, 80):
        for match in _BARE.finditer(text, start, end):
            if match["where"].split()[1].lower() not in _NO_STREET:
                yield match.span("where")


def _in_rows(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _ROWS.around(text, 90, 12):
        for match in _IN_A_ROW.finditer(text, start, end):
            if not near(text, *match.span("where"), _A_MEAL):
                yield match.span("where")


def _is_counted(text: str, start: int, name: str) -> bool:
    """Is the number before a name a count, a day or a stage of a journey, and no house's?"""
    words = name.lower().split()
    plural = len(words) == 1 and words[0].endswith("s") and not words[0].endswith("ss")
    return (
        plural
        or words[0] in NOT_STREET_NAMES
        or words[-1] in _COUNTED
        or bool(_ANOTHER_NUMBER.search(text[max(0, start - 9) : start]))
    )
