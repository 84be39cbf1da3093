"""Looks for full UK postcodes, in figures or spelled in the phonetic alphabet; districts alone (G2) are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import NEARBY, Detector, words
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.places import is_public, is_seat
from companion.detectors.signs import Signs
from companion.draft import Detection

ENTITY = "postcode"

# The 124 postcode areas: Royal Mail, by way of https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom
AREAS = words(
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH "
    "EN EX FK FY G GL "
    "GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG "
    "NN NP NR NW OL OX "
    "PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W "
    "WA WC WD WF WN WR "
    "WS WV YO ZE"
)
_KNOWN = frozenset(AREAS)

# Outward and inward code. Royal Mail never ends one in C, I, K, M, O or V; people mistype and invent, so only units
# and times are left out: "4PM", "5KM".
POSTCODE = Pattern(
    r"(?<![\w#@/.$£€-])([a-z]{1,2})(\d(?:\d|[a-hjkmnprstuvwxy])?)([ \t]{0,2})(\d(?!(?:am|pm|km|kg|mm|cm|mb|mp|mg|"
    r"ml|kw|oz)\b)[a-z]{2})"
    r"(?![\w-]|[./@]\w)",
    re.IGNORECASE,
)
_GIVEN_OUT = Pattern(r"\d[abd-hjlnp-uw-z]{2}", re.IGNORECASE)  # all other letters are never given out
_NAMES_A_THING = Pattern(r"\b(?:the|an?|this|that|these|those) $", re.IGNORECASE)  # "the eh3 9qq remix"
_UNITS = frozenset(  # "2nd", "8gb", "3hr", "2br": what counts, weighs, ranks or measures something
    words("st nd rd th gb tb ft lb hp hz px yr yrs hr wk ds ep er es ed pt pp pg qt gp xl wd up bn br")
)
_INWARD = Figure(r"\d[A-Za-z]{2}(?!\w)")
_LONGEST_OUTWARD = 6  # "EC1A" and two spaces
_OTHER_BEFORE = Pattern(
    r"\b(?:error|gate|seat|row|flight|checkmate|chess|code|version|model|part|serial|firmware|ref|reference|platform|"
    r"stand|bay|fault|sku|catalogue|order|reg|registration)s?:?\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_OTHER_AFTER = Pattern(
    r"^ ?(?:delays?|waits?|queues?|tailbacks?)\b|"
    r"^[^.!?\n]{0,40}\b(?:checkmate|chess|crossword|flight|error|graphics|hoodie|t-?shirts?|jumper|tablets?|capsules|size|ram|memory|ssd|gpu|crochet|stitch(?:es)?|knit(?:ting)?|yarn)\b",
    re.IGNORECASE,
)

_PHONETIC = {
    "alpha": "A", "alfa": "A", "bravo": "B", "charlie": "C", "delta": "D", "echo": "E", "foxtrot": "F", "golf": "G",
    "hotel": "H", "india": "I", "juliet": "J", "juliett": "J", "kilo": "K", "lima": "L", "mike": "M", "november": "N",
    "oscar": "O", "papa": "P", "quebec": "Q", "romeo": "R", "sierra": "S", "tango": "T", "uniform": "U", "victor": "V",
    "whiskey": "W", "whisky": "W", "xray": "X", "x-ray": "X", "yankee": "Y", "zulu": "Z", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "niner": "9",
    "zero": "0",
}  # fmt: skip
_LETTER_WORDS = [word for word, sign in _PHONETIC.items() if sign.isalpha()]
_SPELLED_LETTERS = Signs(_LETTER_WORDS)
_SPOKEN_LETTERS = frozenset(word.rpartition("-")[2] for word in _LETTER_WORDS)
_SPELLED = Pattern(
    r"\b(?:(?:" + "|".join(sorted(_PHONETIC, key=len, reverse=True)) + r"|\d)[\s,.-]{1,2}){4,6}"
    r"(?:" + "|".join(sorted(_PHONETIC, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_NEXT_WORD = Pattern(  # two letters in a row, as every postcode ends
    r"[\w-]+[\s,.-]{1,2}(?:" + "|".join(_LETTER_WORDS) + r")\b",
    re.IGNORECASE,
)
_SPELLED_TOKEN = Pattern("|".join(sorted(_PHONETIC, key=len, reverse=True)) + r"|\d", re.IGNORECASE)

_CUES = (
    "postcode", "post code", "pcode", "zip", "address", "live", "living", "stay", "staying", "moved", "deliver",
    "delivery", "delivers", "home", "house", "flat", "parcel", "courier", "sat nav", "satnav",
    "near", "collect", "collection", "pick up", "pickup", "covering",
    "stuck at", "based", "fibre", "broadband", "power cut", "no water", "bin day", "gritted",
)  # fmt: skip


def postcodes(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """What is shaped like a postcode of a real area. Groups: area, district, space, inward code."""
    for inward in _INWARD.finditer(text, start, len(text) if end is None else end):
        for place in range(max(start, inward.start() - _LONGEST_OUTWARD), inward.start() - 1):
            match = POSTCODE.match(text, place)
            if match and match[1].upper() in _KNOWN:
                yield match
                break


def find(text: str) -> Iterator[Detection]:
    for match in postcodes(text):
        score = 0.0 if is_seat(match.group()) else _score(text, match)
        if score and not _something_else(text, match.start(), match.end()) and not is_public(text, match.start()):
            yield Detection(ENTITY, *match.span(), score, "shaped like a postcode of a real area")
    yield from _spelled(text)


DETECTOR = Detector(
    ENTITY, find, threshold=0.5, cues=_CUES, lift=0.35, reach=NEARBY, needs=Needs(words=_SPOKEN_LETTERS, digits=2)
)


def _score(text: str, match: re.Match[str]) -> float:
    """With a space it is one, in small letters unless it may count something; others want a word for it nearby."""
    whole = match.group()
    if whole.isupper():
        return 0.6 if match[3] or len(whole) >= 6 else 0.25
    given_out = match[3] and _GIVEN_OUT.match(match[4]) and match[4][1:].lower() not in _UNITS
    if given_out and not _NAMES_A_THING.search(text[max(0, match.start() - 8) : match.start()]):
        return 0.5  # written carelessly, and shaped as Royal Mail shapes them
    return 0.25 if match[3] or len(whole) >= 6 else 0.0


def _something_else(text: str, start: int, end: int) -> bool:
    return bool(_OTHER_BEFORE.search(text[max(0, start - 45) : start]) or _OTHER_AFTER.search(text[end : end + 60]))


def _spelled(text: str) -> Iterator[Detection]:
    """ "Echo Hotel 6 4 Juliet Foxtrot"."""
    near = _SPELLED_LETTERS.around(text, 60, 60, _NEXT_WORD)
    for match in (spelled for start, end in near for spelled in _SPELLED.finditer(text, start, end)):
        code = "".join(_PHONETIC.get(token.lower(), token) for token in _SPELLED_TOKEN.findall(match.group()))
        if any(True for _ in postcodes(code)):
            yield Detection(ENTITY, *match.span(), 0.6, "a postcode, spelled out")
