"""Looks for PINs, door, safe and one-time codes given away, and for recovery phrases. Promo codes are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.recovery_phrase import RECOVERY_SIGNS, recovery_phrases
from companion.detectors.screen import Screen
from companion.detectors.signs import Signs
from companion.detectors.spoken_digits import spoken_runs
from companion.detectors.texted_codes import CODE_IS_YOURS, IN_A_MESSAGE
from companion.detectors.windows import lowered
from companion.draft import Detection

ENTITY = "passcode"

_WHAT = (
    r"(?:door|gate|entry|access|alarm|key ?safe|safe|lock|padlock|security|verification|reset|login|"
    r"log ?in|sign ?in|2fa|mfa|"
    r"two[- ]factor|auth(?:entication|orisation|orization)?|one[- ]time|confirmation|activation|unlock|"
    r"back ?up|recovery|sms|buzzer|intercom|"
    r"garage|house|building|office|card|phone|bank|whatsapp|uber|taxi|deliveroo|collection|parcel|paypal|google|apple|"
    r"amazon|microsoft|monzo|revolut|hmrc|facebook|fb|instagram|insta|tiktok|snapchat|snap|steam|ebay|natwest|barclays|"
    r"paypal|signal|telegram|discord|xbox|fob|site|caravan|barrier|stair|close)"
)
_NAMED = Pattern(
    rf"\b(?:{_WHAT} (?:pass ?)?(?:codes?|pin)|passcode|otp|pin(?: (?:number|code))?)\b"
    r"(?:[ ](?:for|to|on|at|from) [\w' ]{1,30}?)?(?:[ ](?:they |you )?(?:texted|sent|emailed|gave)(?: me| us)?)?"
    r"(?:'s|[ ](?:is|was)|[ ]?[:=,]|[ ]?->|[ ]-)?(?:[ ](?:now|still|just|"
    r"(?:(?:the )?same as )?my (?:\w+ )?birthday,?))?[ ]?[\"'“(]?"
    r"(?P<code>(?=[A-Z0-9 -]{0,8}\d[ -]?[A-Z0-9]?\d)[A-Z0-9]{1,8}(?:[ -](?=[A-Z]{0,5}\d)[A-Z0-9]{2,6}){0,2}"
    r"(?:,? (?:and )?\d{4} ?\d{4}){0,9}|"
    r"\d(?:[ -]\d){3,5})(?![\w-]|[./:]\d|%|p\b)",
    re.IGNORECASE,
)
_LOCK_OF = (
    r"(?:alarm|door|gate|safe|key ?safe|key ?box|lock ?box|padlock|lock|garage|buzzer|entry|intercom|key ?pad|barrier|"
    r"close|stair|main door|shed|bike store|bin store|hall|hut|staff ?room|car ?park|lift|locker|till)"
)
_PRESS = r"(?:press|dial|punch(?: in)?|type(?: in)?|key(?: in)?|hit|enter|use|put in|tap(?: in)?)"
_CODE = r"(?P<code>[A-Z]?\d{4,8}[A-Z]?)(?![\d%]|[.:/-]\d| ?(?:times|people|words|am|pm|quid|pounds)\b)"
_FOR_THE_LOCK = Pattern(
    rf"\b(?:for|at|on|to open) (?:the|our|my|oor|ma) (?:\w+ ){{0,2}}?{_LOCK_OF}\b[,:]?[ ](?:it'?s|it is|is|"
    rf"{_PRESS})[ ]{_CODE}",
    re.IGNORECASE,
)
_THE_LOCK = Pattern(
    rf"\b(?:the|our|my|oor|ma) (?:\w+ )?{_LOCK_OF}\b[,:]?[ -]{{1,3}}(?:just |you )?(?:{_PRESS}|wants|needs|takes)[ ]"
    rf"{_CODE}",
    re.IGNORECASE,
)
_PRESSED = Pattern(
    rf"\b{_PRESS} {_CODE}[#*]? (?:at|on|for|into|in|and|then|tae|to open) (?:the|our|my|oor|ma) (?:\w+ )?{_LOCK_OF}\b",
    re.IGNORECASE,
)
_GET_IN = Pattern(
    rf"\bto get in(?:to [\w' ]{{2,20}}?)?[,:]? (?:(?:it'?s|it is|is|{_PRESS}|the code is) )?{_CODE}", re.IGNORECASE
)
_CODE_FOR = Pattern(
    rf"\bcode (?:for|to|on|of|at) (?:the |our |my |oor |ma )?(?:[\w']+ ){{0,3}}?{_LOCK_OF}(?: (?:is|are|now|still)|'s|"
    rf" ?[:=-])* "
    r"(?P<code>[A-Z]?\d{3,8}[A-Z]?)(?![\d%]|[.:/-]\d)",
    re.IGNORECASE,
)
_UNLOCKS = Pattern(
    rf"\b(?:unlocks?|opens?|disarms?|logs? in)(?: [\w' ]{{1,25}}?)? (?:with|using|by typing|is|code|on) {_CODE}",
    re.IGNORECASE,
)
_ON_A_LOCK = Pattern(
    r"\b(?:alarm|key ?safe|key ?box|lock ?box|padlock)\b(?: (?:at|for|on|in|outside|by|beside|near|"
    r"round) [\w' ]{1,30}?)?(?: number)?(?:'s| is|:|,)? "
    r"(?P<code>\d(?: ?\d){3,7})(?![\d%]|[.:/-]\d| ?(?:mm|cm|m|kg|am|pm|years|pounds|quid|miles|people)\b)",
    re.IGNORECASE,
)
_COMBINATION = Pattern(
    r"\b(?:locker|safe|lock|padlock|gate|door|shed|bike|suitcase|case|barrier|cabinet|cupboard)(?:'s)? "
    r"(?:combo|combination)(?: is|'s|:| -)?(?: now| still)? "
    r"(?P<code>\d{1,2}(?:[ -]\d{1,2}){2,5}|\d{3,6})\b",
    re.IGNORECASE,
)
_TURNS = Pattern(
    r"\b\d{1,2}[ ](?:left|right)\b(?:[ ]?(?:,|then|and|-)?[ ]{0,2}(?:then )?\d{1,2}[ ](?:left|right)\b){1,5}|"
    r"\b(?:left|right)(?: to)? \d{1,2}\b(?:[ ]?(?:,|then|and|-)?[ ]{0,2}(?:then )?(?:left|"
    r"right)(?: to)? \d{1,2}\b){1,5}",
    re.IGNORECASE,
)
_LOCK = Pattern(r"\b(?:safe|lock|padlock|combination|combo|dial)\b", re.IGNORECASE)
_SURE_LOCK = (
    r"(?:alarm|door|gate|key ?safe|key ?box|lock ?box|padlock|garage|buzzer|entry ?phone|entry|intercom|key ?pad|"
    r"barrier|locker|shed|close|stair|bike store|bin store)s?"
)
_SAID = Pattern(  # "key safe's round the side …, code's 4 7 1 9"; "door code changed again! It's C2580Y now"
    rf"(?:(?<![\w-])(?:(?P<of>[\w-]+) )?(?:code|combo)(?:'s| is| wis|:| ?=| now| still)+ |"
    rf"{_SURE_LOCK} number(?:'s| is|:| now)+ |\bit'?s (?:now )?(?=(?:[A-Z]?\d+[A-Z]?|\d(?: \d){{3,7}})(?: now\b|[,.!]|"
    rf"$)))"
    r"(?P<code>(?!(?:19|20)\d\ds\b)[A-Z]?\d{4,8}[A-Z]?|\d(?: \d){3,7})"
    r"(?![\w%]|[.:/-]\d| ?(?:am|pm|times|people|words|quid|pounds|lines|steps|characters|miles|years)\b)",
    re.IGNORECASE,
)
_WITH_A_LOCK = Pattern(rf"\b{_SURE_LOCK}\b", re.IGNORECASE)
_CODE_OF_A_LOCK = Pattern(
    r"\b(?:key ?safe|key ?box|lock ?box|combination (?:lock|padlock))\b|"
    rf"\b{_SURE_LOCK} (?:\w+ )?(?:code|combo)\b|\b(?:code|combo)\b[^.!?\n]{{0,25}}\b{_SURE_LOCK}\b",
    re.IGNORECASE,
)
_OF_A_LOCK = Pattern(rf"(?:the|new|its|it|and|an|n|cos|{_SURE_LOCK})", re.IGNORECASE)
_THEN_ENTER = Pattern(  # "punch in 0963 then hash"
    rf"\b{_PRESS} {_CODE}[ ,]*(?:and |then |followed by |plus )*(?:the )?(?:hash|#|star|\*|enter|tick)(?!\w)",
    re.IGNORECASE,
)
_SET_TO = Pattern(  # "they set the gate to 1-2-3-4-5"
    rf"\b(?:set|sets|reset|changed|changing|switched|programmed) (?:the |our |my |oor |"
    rf"ma )?(?:[\w']+ ){{0,2}}?(?!alarm (?:to|tae) (?:[01]\d|2[0-3])[0-5]\d\b){_LOCK_OF}"
    r"(?: (?:code|pin|number|combination|combo))?(?: back)? (?:to|tae) (?P<code>\d{4,8}|\d(?:[ -]\d){3,7})"
    r"(?![\d%]|[.:/-]\d| ?(?:am|pm|degrees|hours|minutes|seconds|o'clock)\b)",
    re.IGNORECASE,
)
_THEN_TURN = Pattern(  # "key safe's by the door, 2580 then pull down"
    rf"(?<![\w£$€#.:/-]){_CODE}[ ,]*(?:and |an |then |n )+(?:just |you |ye )?(?:pull|turn|push|slide|twist|lift|rattle|"
    r"shove|gie)\b",
    re.IGNORECASE,
)
_IT_IS_MY_PIN = Pattern(  # "cannae mind my own pin, it's 4471 and I still got it wrong"
    r"\b(?:my|ma|mah|his|her|mum's|maw's|dad's|card|bank|phone|tablet|ipad|the) (?:\w+ ){0,2}?pin(?: number| code)?\b"
    r"(?! (?:drop|on the map|badge|in the))[^.!?\n\d]{0,50}?[,;:( -] ?(?:it'?s|its|it is|it wis|it was)[ ][\"'“]?"
    r"(?P<code>\d{4}|\d(?: \d){3})(?![\d%]|[.:/-]\d| ?(?:am|pm|times|people|words|quid|pounds|miles|metres|years|"
    r"different|of)\b)",
    re.IGNORECASE,
)
_PIN_IN_WORDS = Pattern(
    r"\b(?P<what>pin|passcode|code)(?: (?:number|code))?(?: for [\w' ]{2,25}?)?(?:'s| is| wis|:|,| -)? $", re.IGNORECASE
)
_MADE_OF = Pattern(  # "my pin's the last four of my phone number": it says how to guess it
    r"\b(?:pin|pass(?= (?:for|to|on|is)\b|'s)|passcode|password|passwurd|"
    r"door code|alarm code|lock code)(?: (?:for|to|on) (?:the |my |our |ma )?[\w' ]{2,25}?)?(?:'s| is| are| wis| was|:|"
    r" =)(?: still| always| aye| just| literally| only| both)* (?P<code>(?:(?:the )?(?:last|first) (?:four|4|six|6|two|"
    r"2|few)(?: digits| numbers)? (?:of|in|aff|off) )?(?:my|ma|mah|our|oor|his|her)(?: own| wee| first| mum's| dad's|"
    r" wean's| son's| daughter's)* (?:birthday|birthdate|date of birth|dob|birth year|year of birth|wedding (?:date|"
    r"day|year)|anniversary|house number|door number|flat number|phone number|mobile number|postcode|number plate|reg|"
    r"maiden name|(?:dog|dug|cat|wean|bairn|kid|son|daughter|wife|husband)(?:'s|s')? name|staff number|car reg))\b",
    re.IGNORECASE,
)
_SUPPOSED = Pattern(
    r"\b(?:whose|(?:if|imagine) (?:your|yer|ur|their|(?:some|any)(?:one|body)'s))(?: \w+)? $", re.IGNORECASE
)
_SPOKEN_OF = Pattern(  # "… is the most used in Britain"
    r" (?:is|are|was) (?:the|a|an|one of|still the)\b", re.IGNORECASE
)
_CODE_SIGNS = (
    "code",
    "pin",
    "otp",
    "for the ",
    "alarm",
    "keysafe",
    "key safe",
    "keybox",
    "key box",
    "lockbox",
    "padlock",
    "combo",
    "combination",
    "to get in",
    "key in ",
    "punch",
    "press ",
    "unlock",
    "opens with",
    "keypad",
    " texted",
    "sent me",
    "sent us",
    "sending me",
    "text me ",
    "text from",
    "text fae",
    "message from",
    "message fae",
    "sms from",
    "email from",
    "messaged",
    "pinged",
    " texts ",
    " gave me",
    "then pull",
    "read out",
    "read it",
    "read oot",
    "read them",
    "fraud",
    "set the ",
    "changed the ",
    "programmed ",
    "then turn",
    "then push",
    "and pull",
    "and turn",
    "and push",
    "to approve",
    "to verify",
    "to confirm",
    "to auth",
    "to sign",
    "to log",
    "to prove",
    "to reset",
    "to validate",
    "to complete",
)
_NAMES_OF_CODES = Signs(
    ("pin", "passcode", "passw", "pass for", "pass to", "pass is", "door code", "alarm code", "lock code")
)
_CODES = Signs(_CODE_SIGNS)
_FIGURES = Pattern(r"\d[ -]?\w?\d")
_PIN_SOMETHING = Pattern(r"[Pp]in \d")  # "pin 1000 posts" is something to do
_SALE = Pattern(
    r"(?:\d%?|money|quid|pounds?|price) off\b|\b(?:discount|promo|voucher|checkout|sale|"
    r"delivery|referral|coupon|save)\b|%",
    re.IGNORECASE,
)
_YEAR = Pattern(r"(?:19|20)\d{2}")


_PATTERNS = Screen((
    _NAMED, *IN_A_MESSAGE,
    _FOR_THE_LOCK, _THE_LOCK, _PRESSED, _GET_IN, _CODE_FOR, _UNLOCKS, _ON_A_LOCK, _COMBINATION, _SAID, _THEN_ENTER,
    _THEN_TURN, _SET_TO, _IT_IS_MY_PIN,
))  # fmt: skip
_OF_LOCKS = (_SAID, _THEN_ENTER, _THEN_TURN)


def find(text: str) -> Iterator[Detection]:
    for start, end in _CODES.around(text, 80, 90):
        if not _FIGURES.search(text, start, end):
            continue
        for pattern in _PATTERNS.within(text, start, end):
            of_any_year, of_a_lock = pattern in (CODE_IS_YOURS, _THEN_ENTER, _THEN_TURN), pattern in _OF_LOCKS
            for match in pattern.finditer(text, start, end):
                if of_a_lock and not _of_a_lock(text, match):
                    continue
                if _given_away(text, match, of_any_year=of_any_year):
                    score, why = (0.7, "a code, said of a lock") if of_a_lock else (0.75, "a code beside its name")
                    yield Detection(ENTITY, match.start(), match.end("code"), score, why)
    yield from _in_words(text)
    yield from _made_of(text)
    for start, end in recovery_phrases(text):
        yield Detection(ENTITY, start, end, 0.85, "a recovery phrase")
    small = lowered(text)
    for match in _TURNS.finditer(text) if "left" in small or "right" in small else ():
        if _LOCK.search(text, max(0, match.start() - 120), match.end() + 60):
            yield Detection(ENTITY, *match.span(), 0.75, "the turns of a lock")


def _made_of(text: str) -> Iterator[Detection]:
    """What a code is made of: "my PIN is my year of birth"."""
    for start, end in _NAMES_OF_CODES.around(text, 60, 120):
        for match in _MADE_OF.finditer(text, start, end):
            if not _SUPPOSED.search(text, max(0, match.start() - 25), match.start()):
                yield Detection(ENTITY, *match.span(), 0.7, "says what a code is made of")


def _of_a_lock(text: str, match: re.Match[str]) -> bool:
    """Is there a lock in the sentences before, or at once behind; and where the code is only "it", a code of one?"""
    low = max(0, match.start() - 110)
    if not (_WITH_A_LOCK.search(text, low, match.end()) or _WITH_A_LOCK.search(text, match.end(), match.end() + 40)):
        return False
    if match.group()[:2].lower() == "it":
        return bool(_CODE_OF_A_LOCK.search(text, low, match.start()))
    of = match.groupdict().get("of")
    return of is None or bool(_OF_A_LOCK.fullmatch(of))


def _in_words(text: str) -> Iterator[Detection]:
    """A PIN in words: "nine four two seven"."""
    for run in spoken_runs(text, 4):
        named = _PIN_IN_WORDS.search(text, max(0, run.start - 50), run.start)
        if (
            not named
            or len(run.digits) > 8
            or _SPOKEN_OF.match(text, run.end)
            or _SUPPOSED.search(text, max(0, named.start() - 25), named.start())
        ):
            continue
        if named["what"].lower() != "code" or _WITH_A_LOCK.search(text, max(0, run.start - 110), run.end + 40):
            yield Detection(ENTITY, named.start(), run.end, 0.75, "a code in words")


def _given_away(text: str, match: re.Match[str], *, of_any_year: bool) -> bool:
    """Has it figures enough for a code, and is it neither a year nor money off?"""
    around = text[max(0, match.start() - 50) : match.end() + 50]
    digits = sum(char.isdigit() for char in match["code"])
    year = not of_any_year and _YEAR.fullmatch(match["code"]) and ":" not in match.group()
    verb = _PIN_SOMETHING.match(match.group()) and text[match.end("code") : match.end("code") + 2].strip().isalpha()
    supposed = _SUPPOSED.search(text, max(0, match.start() - 25), match.start())
    return digits >= 3 and not year and not verb and not supposed and not _SALE.search(around)


DETECTOR = Detector(
    ENTITY, find, reach=NEARBY, needs=Needs(signs=(*_CODE_SIGNS, *RECOVERY_SIGNS, *_NAMES_OF_CODES, " left", " right"))
)
