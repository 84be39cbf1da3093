"""The words streets, houses and flats are named with, for the address detector."""

from __future__ import annotations

from companion.detectors.detector import words

# A number, a name and one of these are an address on their own.
STREETS = words(
    "street st road rd avenue ave lane ln crescent cres terrace terr gardens gdns wynd vennel loan "
    "loaning brae drive dr "
    "grove gardens mews quadrant"
)

# These end other names, too ("Way", "Park"): they want a town, a postcode, a flat or a word for living beside them.
PERHAPS_STREETS = words(
    "way place pl court ct close square sq park hill row walk knowe bank gate gait rise view quay "
    "quayside parade green "
    "path pend port causeway circus circle crossing croft dell dene end esplanade estate fold garth glade glebe glen "
    "grange heath heights holt lea meadow meadows mount neuk orchard passage promenade rigg ridge side "
    "toll vale villas "
    "viaduct links chase copse spinney paddock haven harbour pier hollow "
    "wharf wood yard head muir shore steading steadings cottages holdings buildings drove cross law field fields island"
)

# A house with one of these names needs no number.
HOUSES = words(
    "house cottage lodge farm farmhouse steading croft villa bungalow tower court mill manse bothy schoolhouse "
    "gatehouse boathouse rectory vicarage smithy byre"
)

# What a part of a house or a pitch is called, before its number.
UNITS = words(
    "flat fflat flt apartment apt unit room rm block plot floor studio suite caravan pitch chalet lodge cabin berth "
    "boat"
)

# Addresses everybody knows, of nobody's home or of a story.
LANDMARKS = frozenset(
    (
        "10 downing street", "11 downing street", "10 downing st", "221b baker street", "1600 pennsylvania avenue",
        "1600 pennsylvania ave", "4 privet drive", "742 evergreen terrace", "42 wallaby way", "12 grimmauld place",
        "32 windsor gardens", "1 infinite loop", "21 jump street", "1313 mockingbird lane", "6 bute house",
        "22 acacia avenue", "84 charing cross road", "44 scotland street", "10 rillington place", "77 sunset strip",
        "1 canada square", "30 st mary axe", "20 fenchurch street", "eighty-four charing cross road",
        "forty-four scotland street", "twenty-one jump street",
    )
)  # fmt: skip

NOT_STREET_NAMES = frozenset(
    (
        "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
        "years", "mile", "miles", "bed", "star", "best", "top", "great", "more", "new", "people", "points", "am", "pm",
        "km", "metre", "metres", "yards", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
        "dec", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
        "x", "v", "vs", "and", "or", "million", "billion", "percent", "men", "women", "kids", "homes",
        "hi", "hello", "hey", "lane", "way", "years'", "minutes'", "ways", "reasons", "things",
    )
)  # fmt: skip
