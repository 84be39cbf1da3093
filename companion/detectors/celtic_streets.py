"""Streets with the word for street first, as in Welsh, Gaelic and Irish: "22 Heol y Bryn", "3 Sràid a' Chidhe"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from companion.detectors.context import word_set
from companion.detectors.pattern import Pattern
from companion.detectors.reading import read

# A number, one of these and a name are an address on their own.
STREETS = word_set("heol hewl ffordd stryd rhodfa cilgant lôn teras sràid sraid rathad sráid bóthar bothar ascaill")

# These begin other names, too: they want a town, a postcode, a flat or a word for living beside them.
_PERHAPS = word_set(
    "lon clos maes rhes rhiw llys cwrt gerddi parc tai bryn cae coed pen tan trem golwg dôl erw gwaun corlan sgwâr bro "
    "ystad stad tyddyn plas rhyd fron "
    "slighe ceum cnoc druim bràigh braigh lios gàrradh ceàrnag cùirt baile páirc céide cearnóg"
)
_ANY = "|".join(sorted(STREETS | _PERHAPS, key=len, reverse=True))
_JOINED = r"(?i:(?:y|yr|ap|a'|an|an t-|na|na h-|nan|nam|de)[ ]?)"
_NUMBER = r"(?<![\w£$€#%/:+*])(?<!\d[.,])(?P<number>\d{1,4}[A-Za-z]?(?:[ ]?[-/][ ]?\d{1,4}[A-Za-z]?)?),?[ \t]{1,2}"
_WITH_CAPITALS = Pattern(
    rf"{_NUMBER}(?:(?:Yr?|An)[ ])?(?P<street>(?i:{_ANY}))"
    rf"(?P<name>(?:-[\w-]{{2,24}})?(?:'r)?(?:(?<=[\w])-|(?:[ ]{_JOINED}?)?)[^\W\d_a-zà-öø-ÿ][\w'-]{{1,24}}"
    rf"(?:[ ]{_JOINED}?[^\W\d_a-zà-öø-ÿ][\w'-]{{1,24}}){{0,2}}|(?:-[\w]{{1,12}}){{1,3}})(?![\w'-])"
)
_IN_SMALL = Pattern(
    rf"{_NUMBER}(?:yr? )?(?P<street>{_ANY})"
    rf"(?P<name>(?:'r)?[ ]{_JOINED}?[^\W\d_][\w'-]{{2,24}}|(?:-[\w]{{1,12}}){{1,3}})(?![\w'-])"
)


def celtic_streets(text: str, *, in_small: bool) -> Iterable[re.Match[str]]:
    """Each number, street and name; groups `number`, `street`, `name`. `in_small`: the writer uses no capitals."""
    reading = read(text)
    if not reading.digits or not (reading.holds(STREETS) or reading.holds(_PERHAPS)):
        return ()
    return (_IN_SMALL if in_small else _WITH_CAPITALS).finditer(text)
