"""Looks for telephone numbers: of any country, however written, digits in words included. Service lines are silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberMatcher, PhoneNumberType

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.signs import Signs
from companion.detectors.windows import lowered, windows
from companion.draft import Detection

ENTITY = "phone"

_PERSONAL = {  # number types that lead to a person, and how sure a number of that type makes us
    PhoneNumberType.MOBILE: ("mobile", 0.75),
    PhoneNumberType.FIXED_LINE_OR_MOBILE: ("fixed-or-mobile", 0.65),
    PhoneNumberType.FIXED_LINE: ("fixed", 0.6),
    PhoneNumberType.PERSONAL_NUMBER: ("personal", 0.6),
    PhoneNumberType.VOIP: ("voip", 0.6),
    PhoneNumberType.PAGER: ("pager", 0.6),
}  # 0300, 0345 (UAN), 0800 (toll-free) and 09 (premium) lead to organisations, which post them daily

# Numbers Ofcom keeps for drama; phonenumbers calls them invalid, but nobody reading a post can tell.
# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
_DRAMA = Pattern(
    r"0(?:7700900\d{3}|1632960\d{3}|1(?:1[3-8]|21|31|41|51|61)4960\d{3}|1914980\d{3}|2079460\d{3}|"
    r"2896496\d{3}|2920180\d{3})"
)
# The same abroad, where phonenumbers calls it invalid, too. France: the mobile range of ARCEP's decision 2018-0881,
# annex 1; Ireland: https://www.comreg.ie/industry/licensing/numbering/drama-numbers
_DRAMA_ABROAD = {"FR": Pattern(r"(?:(?:\+|00)330?|0)63998\d{4}"), "IE": Pattern(r"(?:(?:\+|00)3530?|0)2091\d{5}")}
_TRIES = 1000  # candidates that are no number, before a window is left to the patterns below
_SHORTEST = 7  # characters of a candidate: no country has a valid number that is written with fewer
_MOST_RUNS = 400  # of each kind in one text: more than anybody posts, and nobody waits for more to be parsed
_ENOUGH_DIGITS = Figure(  # seven digits in a row, roughly: the prefilter
    r"\d(?:[OolI]?[^\dA-Za-z]{0,4}[OolI|]?\d){6}"
)

# A run of digits from 0 or +, with up to three characters between any two: no letters, nothing of money or times.
_RUN = Pattern(r"(?<![\d+])(?:\+[^\da-zA-Z]{0,2}\d|0)(?:[^\da-zA-Z+£$€%=:]{0,3}\d){9,14}(?!\d)")
_LETTER_BY_DIGIT = Figure(
    r"\d(?:(?<=[OolI|]\d)|[OolI|])"
)  # every number with letters for digits has one: the prefilter
_LOOK_ALIKE_RUN = Pattern(r"(?<![A-Za-z\d])[+0-9OolI|](?:[ .\-/()]{0,2}[\dOolI|]){9,13}(?![A-Za-z\d])")
_WORDS_BEHIND = Pattern(r"(?:[ .\-/]{1,2}[OolI|]+)+\Z")  # "… 556 lol"
_LETTERS = "letters that look like digits"
_FEWEST_REAL_DIGITS = 5  # of a number with letters among its digits
_LOOK_ALIKES = str.maketrans("OolI|", "00111")
_WITHOUT_ZERO = Pattern(r"(?<![\w+.,£$€#/-])7\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-]|[.,]\d)")

_DIGIT_WORDS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0", "one": "1", "two": "2", "twa": "2",
    "three": "3", "four": "4", "fower": "4", "five": "5", "six": "6", "sax": "6", "seven": "7", "eight": "8",
    "nine": "9",
}  # fmt: skip
_SMALL_WORD = Pattern(r"[a-z]+")
_FEWEST_WORDS = 3  # among the digits of a number that is spelled out
_TIMES = {"double": 2, "dbl": 2, "treble": 3, "triple": 3}
_ROUND = {"hundred": "00", "thousand": "000"}  # "oh seven seven double-oh nine hundred"
_WORD_DIGIT = Pattern(
    r"(?:(?<![a-z])(double|dbl|treble|triple)[ -]?)?"
    r"(?:(?<![a-z])(" + "|".join(sorted(_DIGIT_WORDS, key=len, reverse=True)) + r")(?![a-z])|(\d))"
    r"(?:[ -](hundred|thousand)(?![a-z]))?",
    re.IGNORECASE,
)
_SPOKEN_GAP = Pattern(r"[\s,.;:/…-]{0,3}(?:and )?")
_NOUGHTS = ("zero", "oh", "nought", "naught", " o ", "0")  # how a British number begins
_AFTER_NOUGHT = Signs(_NOUGHTS)
_SPOKEN = Pattern(  # a nought and three more digits, one of them in words: the prefilter
    r"(?:(?<![a-z])(?:zero|oh|nought|naught)(?![a-z])| o |0)[\s,.;:/-]{0,3}(?=[\d\s,.;:/-]{0,12}[a-z])"
    r"(?:(?:zero|oh?|nought|naught|one|twa|two|three|fow?er|four|five|six|sax|seven|eight|nine|double|treble|"
    r"triple|hundred|\d)[\s,.;:/-]{0,3}){3}",
    re.IGNORECASE,
)

_REFERENCE_BEFORE = Pattern(
    r"(?:\b(?:orders?|ref|reference|case|invoice|account|acct|a/c|isbn|issn|tracking|parcel|serial|policy|"
    r"booking|ticket|"
    r"barcode|model|part|item|sku|version|build|id|nhs|chi|utr|vat|crn|company|charity|customer|membership|member)"
    r"\b[\s.:]*(?:numbers?|num|nos?|id|code|#)?[\s.:#]*|#)$",
    re.IGNORECASE,
)
_MONEY_BEFORE = Pattern(r"[£$€]\s?\Z")
_ADDRESS_OF_PAGE = Pattern(r"(?:https?://|www\.)\S*\Z", re.IGNORECASE)
_CALLING_PAGE = Pattern(r"(?:wa\.me|whatsapp\.com|tel:|t\.me)", re.IGNORECASE)

# A line an organisation asks the public to ring is no personal number: "book on 0131 …", "call us on …".
_SERVICE_BEFORE = Pattern(
    r"\b(?:box office|switchboard|(?:call|ring|phone|contact) us|(?:be )?(?:booked|reported|made|"
    r"ordered)[^.!?\n]{0,40} on|"
    r"(?:call|ring|phone|contact|report (?:it|this) to) (?:the|your|our) (?:\w+ )?(?:council|police|school|library|"
    r"hospital|surgery|university|college|association|department|parliament)|"
    r"(?:information|enquiry|help|press|front|service|booking) (?:desk|office|line)|helpline|hotline|"
    r"to (?:book|report|apply|enquire)|our (?:\w+ ){0,2}(?:team|line|office|desk|number))\b[^!?\n]{0,45}$",
    re.IGNORECASE,
)
_SERVICE_AFTER = Pattern(
    r"[^.!?\n]{0,4}\bfor (?:the |our |your )?(?:\w+ ){0,3}(?:switchboard|council|repairs|bookings?|tickets|office|"
    r"helpline|enquiries|reception|box office|advice|appointments)\b",
    re.IGNORECASE,
)
_PERSON_BEFORE = Pattern(
    r"\b(?:me|my|mine|him|his|her|mum|mam|dad|wife|husband|brother|sister|auntie|uncle|direct|mobile|mob|cell|"
    r"ask for|home number|personal)\b[^!?\n]{0,45}$",
    re.IGNORECASE,
)
_NAME_BEFORE = Pattern(
    r"\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Cc]ontact|[Tt]ext|[Tt]xt|[Aa]sk|[Mm]essage|[Ss]peak to|"
    r"[Gg]et) [A-Z][a-z]+\b[^!?\n]{0,45}$"
)


def detector(region: str) -> Detector:
    """Looks for phone numbers, those without a country prefix being of `region` (two letters, as GB)."""

    def find(text: str) -> Iterator[Detection]:
        near = list(windows(text, _ENOUGH_DIGITS, 20, 40))
        written = dict(islice(_written(text, near, region), _MOST_RUNS))
        yield from (seen for seen in written.values() if seen)
        yield from _broken_up(text, _runs(_RUN, text, near), region, written)
        yield from _look_alikes(text, _runs(_LOOK_ALIKE_RUN, text, windows(text, _LETTER_BY_DIGIT, 31, 40)), region)
        if region == "GB":
            yield from _without_zero(text, _runs(_WITHOUT_ZERO, text, near))
        for start, end in _AFTER_NOUGHT.around(text, 20, 200, _SPOKEN):
            yield from _spoken(text, start, end, region)

    return Detector(
        ENTITY,
        find,
        threshold=0.5,
        cues=_CUES,
        lift=0.35,
        reach=NEARBY,
        needs=Needs(signs=_NOUGHTS, digits=_FEWEST_REAL_DIGITS),
    )


_CUES = (
    "call", "phone", "ring", "ringing", "text", "txt", "tel", "mobile", "mob", "whatsapp", "number", "contact", "dial",
    "message", "cell", "bell", "buzz", "reach me",
)  # fmt: skip


def _written(
    text: str, near: Iterable[tuple[int, int]], region: str
) -> Iterator[tuple[tuple[int, int], Detection | None]]:
    """Numbers as people usually write them, with their span; None for those that lead to no person."""
    for start, end in near:
        for one in PhoneNumberMatcher(text[start:end], region, Leniency.VALID, _TRIES, _SHORTEST):
            low, high = start + one.start, start + one.end
            yield (low, high), _detection(text, low, high, one.number, "a valid number")


def _runs(pattern: Pattern, text: str, near: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """What the pattern finds in these stretches, `_MOST_RUNS` at most."""
    found = (match for start, end in near for match in pattern.finditer(text, start, end))
    return islice(found, _MOST_RUNS)


def _broken_up(
    text: str, runs: Iterable[re.Match[str]], region: str, known: Mapping[tuple[int, int], Detection | None]
) -> Iterator[Detection]:
    """Numbers with anything between their digits, or glued to a word, and those kept for drama; not those `known`."""
    for match in runs:
        if _no_number(text, match.start(), match.group()):
            continue
        for stop in _possible_ends(match):
            digits = re.sub(r"[^\d+]", "", text[match.start() : stop])
            if (match.start(), stop) in known and not _is_for_drama(digits, region):
                if known[match.start(), stop]:
                    break
                continue
            if seen := _parsed(text, (match.start(), stop), digits, region, "digits of a number"):
                yield seen
                break


def _possible_ends(run: re.Match[str]) -> Iterator[int]:
    """Where the number may end: with the run, or after 11 or 10 digits where more figures follow ("… 960146. 18+")."""
    yield run.end()
    places = [place for place, char in enumerate(run.group(), start=run.start()) if char.isdigit()]
    for count in (11, 10):
        if len(places) > count and places[count] > places[count - 1] + 1:
            yield places[count - 1] + 1


def _look_alikes(text: str, runs: Iterable[re.Match[str]], region: str) -> Iterator[Detection]:
    """Numbers with letters for digits: O7400 l23456."""
    for match in runs:
        for run in dict.fromkeys((match.group(), _WORDS_BEHIND.sub("", match.group()))):
            letters = sum(char in "OolI|" for char in run)
            if not letters or sum(map(str.isdigit, run)) < _FEWEST_REAL_DIGITS or _no_number(text, match.start(), run):
                continue
            digits = re.sub(r"[^\d+]", "", run.translate(_LOOK_ALIKES))
            if seen := _parsed(text, (match.start(), match.start() + len(run)), digits, region, _LETTERS):
                yield seen
                break


def _without_zero(text: str, runs: Iterable[re.Match[str]]) -> Iterator[Detection]:
    """A mobile number that lost its 0 is weak evidence: it counts only beside a word for calling."""
    for match in runs:
        if not _REFERENCE_BEFORE.search(text[max(0, match.start() - 30) : match.start()]):
            yield Detection(ENTITY, *match.span(), 0.3, "ten digits of a mobile number", "mobile")


def _spoken(text: str, start: int, end: int, region: str) -> Iterator[Detection]:
    """Digits in words, with figures among them: "oh seven seven double oh…"."""
    if sum(word in _DIGIT_WORDS for word in _SMALL_WORD.findall(lowered(text), start, end)) < _FEWEST_WORDS:
        return
    run: list[re.Match[str]] = []
    for match in _WORD_DIGIT.finditer(text, start, end):
        if run and not _SPOKEN_GAP.fullmatch(text, run[-1].end(), match.start()):
            yield from _spoken_number(text, run, region)
            run = []
        run.append(match)
        if len(run) > 40:
            run = []
    yield from _spoken_number(text, run, region)


def _spoken_number(text: str, run: list[re.Match[str]], region: str) -> Iterator[Detection]:
    words = sum(match[2] is not None for match in run)
    if words < _FEWEST_WORDS or len(run) < 6:
        return
    while run and not (run[0][0] in "0" or (run[0][2] or "").lower() in ("zero", "oh", "o", "nought", "naught")):
        run = run[1:]  # "number one: oh seven…"
    digits = "".join(map(_spoken_digits, run))
    if not run:
        return
    start, end = run[0].start(), run[-1].end()
    if seen := _parsed(text, (start, end), digits, region, "digits in words"):
        yield seen
    elif _may_lead_to_somebody(digits, region) and not _silenced(text, start, end, "mobile"):
        yield Detection(ENTITY, start, end, 0.3, "digits in words", "mobile")


def _spoken_digits(match: re.Match[str]) -> str:
    """The digits of "nine", "double oh", "nine hundred" or a figure."""
    times, word, figure, rounded = match.groups()
    digit = _DIGIT_WORDS[word.lower()] if word else figure
    return str(digit) * _TIMES.get((times or "").lower(), 1) + _ROUND.get((rounded or "").lower(), "")


def _may_lead_to_somebody(digits: str, region: str) -> bool:
    """As many digits as a number has, from a nought; not 03, 08 or 09, as British ones of services begin."""
    if region == "GB" and digits.startswith(("03", "08", "09")):
        return False
    return 10 <= len(digits) <= 11 and digits.startswith("0")


def _parsed(text: str, span: tuple[int, int], digits: str, region: str, evidence: str) -> Detection | None:
    """The detection of these digits where they make a number that could be rung."""
    start, end = span
    start -= _opens_before(text, start, end)
    if _is_for_drama(digits, region):
        kind = "mobile" if "7700900" in digits or "63998" in digits else "fixed"
        return None if _silenced(text, start, end, kind) else Detection(ENTITY, start, end, 0.75, evidence, kind)
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    return _detection(text, start, end, number, evidence)  # an invalid number is of no type


def _is_for_drama(digits: str, region: str) -> bool:
    if region == "GB" and _DRAMA.fullmatch(re.sub(r"^(?:\+|00)440?", "0", digits)):
        return True
    abroad = digits.startswith(("+", "00"))
    return any(range_.fullmatch(digits) for country, range_ in _DRAMA_ABROAD.items() if abroad or country == region)


def _detection(text: str, start: int, end: int, number: PhoneNumber, evidence: str) -> Detection | None:
    start -= _opens_before(text, start, end)
    found = _PERSONAL.get(phonenumbers.number_type(number))
    if found is None or _silenced(text, start, end, found[0]):
        return None
    return Detection(ENTITY, start, end, found[1], evidence, found[0])


def _opens_before(text: str, start: int, end: int) -> bool:
    """Does the bracket that is closed in it, as in "(07700) 900-866", stand just before it?"""
    return text[start - 1 : start] == "(" and ")" in text[start:end] and "(" not in text[start:end]


def _silenced(text: str, start: int, end: int, kind: str) -> bool:
    """Is it something else (a reference, money, part of a link), or a line the public is asked to ring?"""
    before = text[max(0, start - 80) : start]
    if _REFERENCE_BEFORE.search(before[-40:]) or _MONEY_BEFORE.search(before):
        return True
    page = _ADDRESS_OF_PAGE.search(before)
    if page and not _CALLING_PAGE.search(page.group()):
        return True
    if kind != "fixed" or text[start] == "+":
        return False
    if not (_SERVICE_BEFORE.search(before) or _SERVICE_AFTER.match(text, end)):
        return False
    return not (_PERSON_BEFORE.search(before) or _NAME_BEFORE.search(before))


def _no_number(text: str, start: int, run: str) -> bool:
    """Digits of something else that happen to stand in a row: decimals, codes glued to letters and figures."""
    if run.startswith(("0.", "0,")):
        return True
    glued = re.search(r"[A-Za-z\d_]+\Z", text[max(0, start - 20) : start])
    return bool(glued) and not re.fullmatch(r"(?:[A-Za-z][a-z]+|[A-Z]?[a-z]+)_?", glued.group() if glued else "")
