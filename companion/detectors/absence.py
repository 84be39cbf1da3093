"""Looks for word that a home stands empty, that somebody is alone, or where they are at a set time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import groups
from companion.detectors.reading import ByWord, Sentence, read
from companion.draft import Detection

ENTITY = "absence"


def _any(*forms: str) -> str:
    return "(?:" + "|".join(forms) + ")"


# --- when -----------------------------------------------------------------------------------------------------------

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = _any(
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?",
    "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_DATE = _any(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}",
    rf"{_MONTH} \d{{1,2}}",
    r"\d{1,2}(?:st|nd|rd|th)",
    r"\d{1,2}[/.]\d{1,2}",
)
_WHEN = (
    r"(?:the end of |a week (?:on )?|the |next |this |late |early |mid[- ])*"
    + _any(_DATE, _DAY, _MONTH, "tomorrow", "the morra", "the morn", "week(?:end)?", "month", "new year", "hogmanay",
    "easter",
           "christmas", "boxing day")
    + r"\b"
)  # fmt: skip
_UNTIL = r"(?:until|till?|'til|thru|through to)"
_BACK = (
    r"(?:back(?: home| in \w+)?|home(?: again)?|hame) (?:on |in |by |until |till |til )?(?:the |a week (?:on )?)?"
    + _any(_DATE, _DAY, "next week", "next month")
)
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|six|seven|eight|nine|ten|eleven|twelve|midnight)\b"
_FOR_A_WHILE = (
    r"for (?:the (?:next |whole )?|a |the whole |another |(?:\w+ ){1,2})?(?:weeks?|fortnight|month|"
    r"weekend|days|nights)\b"
)

# --- who and where --------------------------------------------------------------------------------------------------

_KIN = _any("ma", "maw", "mum", "mam", "mom", "da", "dad", "wife", "husband", "hubby", "partner", "man", "missus",
"other half",
            "bf", "gf", "boyfriend", "girlfriend", "flatmates?", "housemates?", "room ?mates?", "parents", "folks",
            "family", "kids", "weans?", "bairns?", "in-laws", "gran(?:ny)?", "nan(?:a)?", "sister", "brother",
            "neighbours?")  # fmt: skip
_SOMEBODY = _any(
    r"(?:i|a|ah)'?m", r"i am", r"(?:and|an|&) (?:me|i) (?:are|is|ur)", "wur", "wir", r"i'?ll be",
    r"we'?re(?: all| both)?", r"we are(?: all| both)?",
    r"we'?ll(?: all)? be", r"they'?re(?: all)?",
    rf"(?:(?:my|our|ma|the) )?{_KIN}(?: (?:&|and|n|an) (?:(?:my|our|ma|the) )?{_KIN})? ?(?:are|is|ur|r|'?s|'re)?",
    r"(?:the )?rest o'?f? ?(?:them|thum|us|the family) (?:are|is|ur|r)", "(?:everyone|everybody|awbody|our whole "
        "(?:street|close|stair|family))(?:'s| is)?",
)  # fmt: skip
_ISLAND = _any(
    "skye",
    "mull",
    "arran",
    "islay",
    "jura",
    "lewis",
    "harris",
    "uist",
    "barra",
    "iona",
    "bute",
    "tiree",
    "coll",
    "eigg",
    "orkney",
    "shetland",
)
_FAMILY_PLACE = _any(
    "(?:mum|dad|gran|granny|nan|sister|brother|parent|pal|mate)'?s'?",
    "in-laws'?",
    "caravan",
    "cabin",
    "lodge",
    "coast",
    "beach house",
    "cottage",
    "villa",
)
_NO_PLACE = (
    "(?!(?:an? |the )?(?:meetings?|work|class|school|college|uni|bed|court|office|hospital|capacity|limbo|lockdown|"
    "quarantine|isolation|"
    "mourning|charge|talks|draft|recess|beta|session|print|stock|love|pain|prison|jail|production|transition|"
    "training|debt|tears|"
    "shock|same|this|that|it|our|my|your|desk|risk|war|peace|denial|here|there|charge|business|place|favour|effect|"
    r"use|period|pre-election|middle|process|mood|state|sale|store|shop)\b)"
)
_SOMEWHERE = (
    "(?:(?:up|down|doon|over|oot|out|away|off|through|back) )?(?:in|to|tae) "
    rf"(?:the )?{_NO_PLACE}[a-z][\w'-]{{2,20}}(?: [\w'-]{{2,20}}){{0,2}}?"
)
_AWAY = _any(
    rf"at (?:the |my |our |ma |her |his )?{_FAMILY_PLACE}", rf"on (?:the )?(?:isle of )?{_ISLAND}",
    r"away(?: (?:to|tae|in|at|up|down|doon|on|with|from|fae) [^,;]{2,30}?)?", "abroad", "overseas", "offshore",
    "at sea", "annual leave", "out of (?:town|the country)", "oot the country",
    "(?:off )?on (?:our |my |ma )?(?:holidays?|hols|holibobs|vacation|honeymoon|annual leave|leave|a cruise)(?: "
    "(?:in|to|with|at) [^,;]{2,30}?)?",
)  # fmt: skip
_HOME = r"(?:house|flat|home|hoose|place|cottage|bungalow|gaff|caravan)"
_ALONE = r"(?:alone|on (?:my|ma|our|oor) (?:own|tod|lonesome)|by (?:myself|masel|mysel))"

_DAYS = rf"{_DAY}s?(?:(?:,| and| &|/) ?{_DAY}s?)*"
_CLOCK = r"(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m)"
_NOBODY = r"(?:there(?:'s| is|'ll be) )?(?:nobody|naebody|no ?one|no-one)(?:'s| is| will be|'ll be)?"
_INDOORS = r"(?:home|hame|house|hoose|in)"

# --- the patterns, each met with one sentence at a time -------------------------------------------------------------

_PATTERNS = (
    (Pattern(rf"\b{_SOMEBODY} (?:all |both |just |now |currently |still |away )*(?:{_AWAY}|{_SOMEWHERE}),? "
                f"(?:and |so )?(?:{_UNTIL} {_WHEN}|{_BACK})",
                re.IGNORECASE), "away", "away until a day that is named"),
    (Pattern(rf"\b{_SOMEBODY} (?:all |both |just |now )*{_AWAY},? {_FOR_A_WHILE}", re.IGNORECASE), "away",
     "away for a time that is named"),
    (Pattern(rf"(?:^|[,;:(-] ?|\b(?:so|and|but) ){_AWAY},? (?:{_UNTIL} {_WHEN}|{_BACK}|{_FOR_A_WHILE})",
    re.IGNORECASE),
     "away", "away until a day that is named"),
    (Pattern("^(?:[Ii]n|[Oo]ff to|[Oo]ff tae|[Dd]own in|[Dd]oon in|[Uu]p in|[Oo]ver in|[Aa]way in) "
                rf"[A-Z][\w'-]{{2,20}}(?: [A-Z][\w'-]{{2,20}})? (?i:{_UNTIL} {_WHEN}|{_FOR_A_WHILE})"),
     "away", "away until a day that is named"),
    (Pattern(r"(?:^|\b(?:i'?m|we'?re|i am|we are|i|we) )(?:off|away|flying|heading|jetting|going|nipping|popping|"
                "driving|sailing|travelling|hiking|camping)(?: up| down| over| off| out| "
                f"away)? (?:to|tae|for|on) [^,;]{{2,40}}? (?:{_UNTIL} {_WHEN}|{_FOR_A_WHILE})",
                re.IGNORECASE), "away", "away for a time that is named"),
    (Pattern(r"\b(?:flying|fly|jetting|holidays?|hols|airport|leaving|cruise|heading|setting off|away|abroad|"
                rf"trip|travelling)\b.{{0,50}}?\b{_BACK}", re.IGNORECASE),
     "away", "away, with the day of coming back"),
    (Pattern(r"(?:^|\b(?:my|our|ma|oor|the|mum'?s|dad'?s|gran'?s|gran and grandad'?s|parents'?|neighbours?'?) |"
                f"[,;:] ?){_HOME}(?:'?s| is| will be|'ll be| stands| sits| lies|'s going to be)? ?"
                r"(?:lying |sitting |standing )?(?:empty|unoccupied|unattended|vacant)\b(?! of\b)(?!.{0,12}\b(?:nest|"
                "feeling|without you|promis))", re.IGNORECASE),
     "empty-home", "says that a home is empty"),
    (Pattern(rf"\b(?:nobody|no[- ]?one|naebody)(?:'s|'ll be| is| will be)? (?:(?:at |in the )?(?:{_HOME}|hame)|"
                f"in) ?(?:{_UNTIL}|all (?:week|day|weekend|month)|this week|next week|tonight|{_FOR_A_WHILE})",
                re.IGNORECASE), "empty-home", "says that a home is empty"),
    (Pattern(r"\bkeys?(?:'s| is| are)? (?:will be |hidden |left )?(?:under|beneath|below|behind|in) (?:the|a) "
                "(?:door ?mat|mat|(?:plant|flower) ?pot|pot|gnome|(?:wheelie )?bin|stone|brick|rock|meter box|"
                r"meter cupboard|porch|garage|planter|post ?box|shed)\b",
                re.IGNORECASE), "empty-home", "says where a key is kept"),
    (Pattern(rf"\bfree (?:house|hoose|gaff|yard)\b.{{0,12}}?\b(?:all|this|tonight|{_UNTIL}|for|on) ?\w*",
    re.IGNORECASE), "empty-home", "says that a home is empty"),
    (Pattern(r"(?:\b(?:we'?re|we are|we won'?t be|i'?m|i am|i won'?t be)(?: not| no)?|(?:^|[,;] ?)(?:not|no)) "
                r"(?:back|home|hame)(?: again| home)? "
                rf"{_UNTIL} (?:the )?{_WHEN}", re.IGNORECASE), "away", "away until a day that is named"),
    (Pattern(r"\b(?:checked|checking) in(?:to)?\b[^.!?]{0,30}\b(?:hotel|inn|travelodge|hostel|b&b|airbnb|lodge|"
                r"room \d+)|\b(?:i'?m|we'?re|i am|we are|just|find me)\b[^.!?]{0,25}\b(?:in|to|at) room \d+\b|"
                r"^in room \d+ (?:at|of|in) ",
                re.IGNORECASE), "away", "says where somebody stays"),
    (Pattern(rf"\bstaying (?:at|in) .{{3,40}}?\b(?:room \d+|{_UNTIL} {_WHEN}|{_FOR_A_WHILE})", re.IGNORECASE),
    "away", "says where somebody stays until when"),
    (Pattern(r"\b(?:the )?(?:last|only) (?:one|person) (?:left |still )?(?:in|at) (?:the |this )?(?:office|"
                r"building|shop|surgery|library|depot|school)\b(?=.{0,30}\b(?:alone|tonight|again|now|until|till|"
                r"til)\b|$)",
                re.IGNORECASE), "alone", "says that somebody is alone in a place"),
    (Pattern(r"\b(?:walking|running|cycling|jogging|hiking|camping|driving|wandering) (?:home |back |out "
                rf")?{_ALONE}\b(?=.{{0,40}}\b(?:now|tonight)\b).{{0,30}}?\b(?:now|tonight)",
                re.IGNORECASE), "alone", "says that somebody is on their way alone"),
    (Pattern(rf"\b{_HOME} (?:all )?to (?:myself|masel|mysel|ourselves)\b|"
                rf"\bguess who(?:'s| has| have)?\b.{{0,12}}?\b{_HOME} (?:all )?to (?:him|her|their|my)sel(?:f|ves)\b",
                re.IGNORECASE), "alone", "says that somebody is alone at home"),
    (Pattern(rf"\b(?:i'?m|i am|i'?ll be|just me,?|me|left|sat|sitting|stuck|be) (?:all )?(?:home alone|{_ALONE} "
                "(?:in|at) (?:the |my |this |ma )?[a-z][^.!?,;]{2,30}?"
                rf"(?=$|[.!?,;]| (?:{_UNTIL}|every|tonight|all|again|for|and|so|with|at)\b))", re.IGNORECASE),
                "alone", "says that somebody is alone in a place"),
    (Pattern(rf"\b(?:home alone|(?:just me(?: and (?:the|my|ma) \w+)?|{_ALONE}) (?:in|at|on) "
                rf"(?:the |my |ma )?[^.!?,;]{{2,35}}?) (?:tonight|{_UNTIL}|"
                rf"all (?:night|evening|week|weekend|day)|this week(?:end)?|again|{_FOR_A_WHILE}|every|for "
                "(?:the next|another))",
                re.IGNORECASE), "alone", "says that somebody is alone in a place"),
    (Pattern(r"\bi (?:always |usually |still )?(?:lock up|close up|open up|lock|open|cash up|get off|get aff|"
                "catch|wait|walk home|walk back|walk|leave|finish|run|cycle home|cycle|"
                rf"jog)\b.{{0,40}}?\b{_ALONE}(?: (?:at|around|about|every|each|{_UNTIL}) \S{{1,12}})?",
                re.IGNORECASE), "alone", "says when and where somebody is alone"),
    (Pattern(rf"^{_BACK}\b(?=.{{0,80}}\b(?:cats?|dogs?|plants|post|keys?|neighbour|fed|feed\w*|water\w*|until "
                r"then|parcels?)\b)", re.IGNORECASE),
     "away", "away, with the day of coming back"),
    (Pattern(r"\b(?:sat|sitting|stood|standing|stuck|stranded|waiting) (?:in|at|on|outside) "
                rf".{{3,60}}?\b{_ALONE}\b", re.IGNORECASE),
     "alone", "says where somebody is alone"),
    (Pattern(rf"\bi'?m (?:sat |sitting |standing |here )?at .{{3,60}}?\b(?:{_ALONE}|for the next (?:\d+|two|three|"
                "few|couple of|half) ?(?:hrs?|hours?|mins?|minutes|an hour))", re.IGNORECASE),
     "alone", "says where somebody is for how long"),
    (Pattern(rf"\b(?:every|each) (?:single )?(?:morning|night|evening|lunchtime|weekday|{_DAY})\b.{{0,15}}?\bi "
                r"(?:\w+ )?(?:walk|run|jog|cycle|leave|get home|swim|lock up)\b.{0,50}?\b(?:at|around|about|from) "
                f"{_TIME}",
                re.IGNORECASE), "routine", "says where somebody is at a set time"),
    (Pattern(r"(?:\bi |^)(?:always |usually )?(?:walk|run|jog|cycle|leave|get home|swim)s?\b.{0,60}?\b(?:every|"
                "each) "
                rf"(?:single )?(?:morning|night|evening|weekday|{_DAY})\b.{{0,15}}?\bat {_TIME}", re.IGNORECASE),
     "routine", "says where somebody is at a set time"),
    (Pattern(rf"(?:\bi |^)(?:always |usually )?(?:walk|run|jog|cycle|swim|leave|get home)\b.{{0,50}}?\bat {_TIME}"
                rf".{{0,12}}?\b(?:every|each) (?:single )?(?:morning|night|evening|weekday|day|{_DAY})\b",
                re.IGNORECASE), "routine", "says where somebody is at a set time"),
    (Pattern(rf"\b(?:walk|run|jog|cycle|swim|train)\b.{{0,40}}?\b{_CLOCK}.{{0,12}}?"
                r"\b(?:daily|every day|most (?:days|mornings|nights)|weekdays)\b", re.IGNORECASE),
     "routine", "says where somebody is at a set time"),
    (Pattern(rf"\b(?:i'?m|i am|find me|catch me|join me)\b.{{0,40}}?\b(?:every|each) (?:single )?{_DAYS},? "
                rf"(?:at |from |about )?{_CLOCK}|\b(?:every|each) (?:single )?{_DAYS},? (?:at |from |about )?{_CLOCK}\b"
                r"[^.!?]{0,40}\b(?:join me|find me|catch me|you'll find me|i'?m (?:there|at|in|on|the one))\b",
                re.IGNORECASE), "routine", "says where somebody is at a set time"),
    (Pattern(rf"(?:^|[,;:] |\bi'?m )(?i:{_ALONE}) (?:at|in|outside|on) (?:the )?[A-Z][\w'’& -]{{2,40}}?(?=[,.!?]|$|"
                r" (?i:waiting|tonight|till|until|til|right now|just now|the now)\b)"), "alone",
     "says where somebody is alone"),
    (Pattern(rf"\b(?:sat|sitting|stood|standing|stuck|stranded|waiting|here|currently)(?: \w+)? {_ALONE} "
                r"(?:at|in|on|outside) [^.!?,;]{3,40}", re.IGNORECASE), "alone", "says where somebody is alone"),
    (Pattern(r"(?:^|\b(?:my|our|ma|oor|the) )(?:wee |own )?(?:kids?|weans?|bairns?|daughter|son|girl|boy|lass|lad|"
                r"children|wee one)\b.{0,30}?\b(?:walks?|gets? (?:off|on)|waits?|cycles?|plays?|is|are)\b.{0,50}?"
                r"\b(?:alone|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves))\b.{0,60}?"
                r"\b(?:at|from|till|until|every)\b",
                re.IGNORECASE), "alone", "says where a child is alone, and when"),
    (Pattern(r"\b(?i:(?:a|one|two|three|four|ten|seven|\d+) (?:weeks?|days|nights)|a fortnight) in "
                rf"(?:the )?[A-Z][\w'-]{{2,20}}(?: [A-Z][\w'-]{{2,20}})?,? (?i:(?:from|starting|as of) {_WHEN})"),
     "away", "away from a day that is named"),
    (Pattern(rf"\b{_NOBODY} (?:at |in the )?{_INDOORS}\b.{{0,30}}?\b(?:{_UNTIL} {_WHEN}|all (?:week|weekend))"
                rf"|\b{_UNTIL} (?:{_WHEN}|then).{{0,15}}?\b{_NOBODY} (?:at |in the )?{_INDOORS}\b", re.IGNORECASE),
     "empty-home", "says that nobody is at home"),
    (Pattern(r"\b(?:front|back|side|main) door(?:'s| is|s are)? (?:(?:never|not|no) locked|"
                r"(?:always|left|kept|sitting|lying) (?:open|unlocked|off the latch)|unlocked)\b",
                re.IGNORECASE), "empty-home", "says that a door is open"),
    (Pattern(r"\bkeys?(?:'s| is| are)? (?:left )?(?:under|ablow|below|beneath|behind) (?:the|a|that) (?:\w+ ){0,3}"
                r"(?:plant ?pots?|flower ?pots?|pots?|mat|doormat|gnome|stone|brick|bin|planter|"
                r"rock)\b", re.IGNORECASE),
     "empty-home", "says where the key lies"),
    (Pattern(r"\b(?i:(?:sitting|sat|standing|stood|waiting|parked up) (?:in|at|outside)(?: the)?) [A-Z][\w'&-]{2,20}"
                r"(?: (?:(?:on|in|at|of|the) ){0,2}[A-Z][\w'&-]{2,20}){0,3} "
                r"(?i:right now|the now|just now|if any(?:one|body)|til|until)\b"
                r"|\b(?i:i'?m|we'?re|i am|we are) (?:in|at|outside) (?:the )?[A-Z][\w'&-]{2,20}[^.!?,;]{0,30} "
                r"(?i:if any(?:one|body) (?:wants|fancies|is|needs))\b"),
     "place-now", "says where somebody is now"),
)  # fmt: skip

_WORDS = {  # a sentence without one of these has nothing of the kind
    "away": word_set(
        "until till til thru through back home hame week weeks weekend fortnight month days nights staying checked "
        "checking room"
    ),
    "empty-home": word_set(
        "empty unoccupied unattended vacant nobody naebody noone home hame free key keys key's keys' door doors"
    ),
    "alone": word_set(
        "alone own tod lonesome myself masel mysel himself herself themselves ourselves just next last only"
    ),
    "routine": word_set("every each daily most weekdays"),
    "place-now": word_set("sitting sat standing stood waiting parked anyone anybody"),
}
_PHRASES = ByWord(
    (group.words, group)
    for group in groups(
        "whereabouts.txt",
        {
            "WHEN": _WHEN,
            "UNTIL": _UNTIL,
            "BACK": _BACK,
            "FOR_A_WHILE": _FOR_A_WHILE,
            "SOMEBODY": _SOMEBODY,
            "KIN": rf"(?:(?:my|our|ma|oor|the) )?{_KIN}",
            "ALONE": _ALONE,
            "TIME": _TIME,
            "DAYS": _DAYS,
        },
    )
)
_EVIDENCE = {
    "away": "says that somebody is away",
    "empty-home": "says how a home may be entered",
    "alone": "says where somebody is alone",
    "routine": "says where somebody is at a set time",
    "place-now": "says where somebody is now",
}
_BY_KIND = {kind: [(pattern, why) for pattern, of, why in _PATTERNS if of == kind] for kind in _WORDS}
_NOT_A_HOME = Pattern(  # services say when they are back, teams play away; and "if", "was" and jokes are not now
    r"\b(?:offices?|librar(?:y|ies)|museum|shop|exhibition|centre|services?|lines?|team|pool|gallery|site|store|pub|"
    "tickets?|sale|road|bridge|"
    "school|branch|cafe|consultation|survey|voting|polls|game|match|fixture|squad|celtic|rangers|hibs|hearts|fc|"
    "trains?|buses|ferry|delivery|"
    r"when|whenever|if|was|were|used to|hate|love|watch\w*|imagine|never|wish|don'?t|feel|feels|felt)\b",
    re.IGNORECASE,
)

_A_FILM = Pattern(
    r"\bHome Alone\b(?=.{0,25}\b(?i:on (?:channel|itv|bbc|netflix|tv|telly|disney|film4)|[1-6]\b|marathon))"
)


def find(text: str) -> Iterator[Detection]:
    reading = read(text)
    for kind, words in _WORDS.items():
        for sentence in reading.with_any(words):
            for pattern, evidence in _BY_KIND[kind]:
                for match in pattern.finditer(sentence.text):
                    if not _not_now(sentence, match):
                        start, end = sentence.span(match)
                        yield Detection(ENTITY, start + _lead(match), end, 0.75, evidence, kind)
    for group in _PHRASES.held_by(reading):
        for sentence in reading.with_any(group.words):
            for match in group.pattern.finditer(sentence.text):
                if not _not_now(sentence, match):
                    yield Detection(ENTITY, *sentence.span(match), 0.75, _EVIDENCE[group.kind], group.kind)


def _not_now(sentence: Sentence, match: re.Match[str]) -> bool:
    if _A_FILM.search(sentence.text):
        return True
    return bool(_NOT_A_HOME.search(sentence.text, max(0, match.start() - 30), match.start() + 12))


def _lead(match: re.Match[str]) -> int:
    """Characters of punctuation and spaces that the match began with."""
    return len(match.group()) - len(match.group().lstrip(" ,;:(-"))


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_PHRASES.words.union(*_WORDS.values())))
