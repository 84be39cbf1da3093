"""Looks for word that a home stands empty, that somebody is alone, or where they are at a set time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.absence_words import (
    ALONE,
    AWAY,
    BACK,
    CLOCK,
    DAY,
    DAYS,
    FOR_A_WHILE,
    HOME,
    INDOORS,
    KIN,
    NOBODY,
    SOMEBODY,
    SOMEWHERE,
    TIME,
    UNTIL,
    WHEN,
)
from companion.detectors.caseless import Caseless
from companion.detectors.context import word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.notions import Notions
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import groups
from companion.detectors.reading import ByWord, Sentence, read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY = "absence"


# --- the patterns, each met with one sentence at a time -------------------------------------------------------------

_PATTERNS = (
    (Caseless(rf"\b{SOMEBODY} (?:all |both |just |now |currently |still |away )*(?:{AWAY}|{SOMEWHERE}),? "
                f"(?:and |so )?(?:{UNTIL} {WHEN}|{BACK})"), "away", "away until a day that is named"),
    (Caseless(rf"\b{SOMEBODY} (?:all |both |just |now )*{AWAY},? {FOR_A_WHILE}"), "away",
     "away for a time that is named"),
    (Caseless(rf"(?:^|[,;:(-] ?|\b(?:so|and|but) ){AWAY},? (?:{UNTIL} {WHEN}|{BACK}|{FOR_A_WHILE})"),
     "away", "away until a day that is named"),
    (Pattern("^(?:[Ii]n|[Oo]ff to|[Oo]ff tae|[Dd]own in|[Dd]oon in|[Uu]p in|[Oo]ver in|[Aa]way in) "
                rf"[A-Z][\w'-]{{2,20}}(?: [A-Z][\w'-]{{2,20}})? (?i:{UNTIL} {WHEN}|{FOR_A_WHILE})"),
     "away", "away until a day that is named"),
    (Caseless(r"(?:^|\b(?:i'?m|we'?re|i am|we are|i|we) )(?:off|away|flying|heading|jetting|going|nipping|popping|"
                "driving|sailing|travelling|hiking|camping)(?: up| down| over| off| out| "
                f"away)? (?:to|tae|for|on) [^,;]{{2,40}}? (?:{UNTIL} {WHEN}|{FOR_A_WHILE})"),
     "away", "away for a time that is named"),
    (Caseless(r"\b(?:flying|flyin|leavin|headin|heidin|sailin|fly|jetting|holidays?|hols|airport|leaving|cruise|"
                rf"heading|setting off|away|abroad|trip|travelling)\b.{{0,50}}?\b{BACK}"),
     "away", "away, with the day of coming back"),
    (Caseless(r"(?:^|\b(?:my|our|ma|oor|the|mum'?s|dad'?s|gran(?:ny|da)?'?s|nan(?:a)?'?s|auntie?'?s|"
                r"sister'?s|brother'?s|gran and grandad'?s|parents'?|neighbours?'?) |"
                f"[,;:] ?){HOME}(?:'?s| is| will be|'ll be| stands| sits| lies|'s going to be)? ?(?:just |now |all )?"
                r"(?:lyin[g']? |sittin[g']? |standing )?(?:there |here )?(?:empty|unoccupied|unattended|vacant|"
                r"(?:with|wi) (?:nobody|naebody|no ?one|no-one|(?:not|no|nae) a soul) (?:in|inside|at|living|"
                r"bidin[g']?)"
                r"(?: (?:it|the noo|in it))?)\b(?! of\b)(?!.{0,12}\b(?:nest|"
                rf"feeling|promis))(?! without\b(?!.{{0,40}}\b{UNTIL}\b))"  # of grief: "empty without him"
                r"(?!,? (?:now|since|after) .{0,25}\b(?:died|passed|moved out|left (?:home|us)|uni|flown))"),
     "empty-home", "says that a home is empty"),
    (Caseless(rf"\b(?:nobody|no[- ]?one|naebody)(?:'s|'ll be| is| will be)? (?:(?:at |in the )?(?:{HOME}|hame)|"
                f"in) ?(?:{UNTIL}|all (?:week|day|weekend|month)|this week|next week|tonight|{FOR_A_WHILE})"),
     "empty-home", "says that a home is empty"),
    (Caseless(r"\bkeys?(?:'s| is| are)? (?:will be |hidden |left )?(?:under|beneath|below|behind|in) (?:the|a) "
                "(?:door ?mat|mat|(?:plant|flower) ?pot|pot|gnome|(?:wheelie )?bin|stone|brick|rock|meter box|"
                r"meter cupboard|porch|garage|planter|post ?box|shed)\b"), "empty-home", "says where a key is kept"),
    (Caseless(rf"\bfree (?:house|hoose|gaff|yard)\b.{{0,12}}?\b(?:all|this|tonight|{UNTIL}|for|on) ?\w*"),
     "empty-home", "says that a home is empty"),
    (Caseless(r"(?:\b(?:we'?re|we are|we won'?t be|i'?m|i am|i won'?t be)(?: not| no)?|(?:^|[,;] ?)(?:not|no)) "
                r"(?:back|home|hame)(?: again| home)? "
                rf"(?:{UNTIL}|before) (?:the )?{WHEN}"), "away", "away until a day that is named"),
    (Caseless(r"\b(?:checked|checking) in(?:to)?\b[^.!?]{0,30}\b(?:hotel|inn|travelodge|hostel|b&b|airbnb|lodge|"
                r"room \d+)|\b(?:i'?m|we'?re|i am|we are|just|find me)\b[^.!?]{0,25}\b(?:in|to|at) room \d+\b|"
                r"^in room \d+ (?:at|of|in) "), "away", "says where somebody stays"),
    (Caseless(rf"\bstaying (?:at|in) .{{3,40}}?\b(?:room \d+|{UNTIL} {WHEN}|{FOR_A_WHILE})"),
    "away", "says where somebody stays until when"),
    (Caseless(r"\b(?:the )?(?:last|only) (?:one|person) (?:left |still )?(?:in|at) (?:the |this )?(?:office|"
                r"building|shop|surgery|library|depot|school)\b(?=.{0,30}\b(?:alone|tonight|again|now|until|till|"
                r"til)\b|$)"), "alone", "says that somebody is alone in a place"),
    (Caseless(r"\b(?:walking|running|cycling|jogging|hiking|camping|driving|wandering) (?:home |back |out "
                rf")?{ALONE}\b(?=.{{0,40}}\b(?:now|tonight)\b).{{0,30}}?\b(?:now|tonight)"),
     "alone", "says that somebody is on their way alone"),
    (Caseless(rf"\b{HOME} (?:all )?to (?:myself|masel|mysel|ourselves)\b|"
                rf"\bguess who(?:'s| has| have)?\b.{{0,12}}?\b{HOME} (?:all )?to (?:him|her|their|my)sel(?:f|ves)\b"),
     "alone", "says that somebody is alone at home"),
    (Caseless(rf"\b(?:i'?m|i am|i'?ll be|just me,?|me|left|sat|sitting|stuck|be) (?:all )?"
                rf"(?:(?:home|hame) al(?:one|ane)|{ALONE} "
                "(?:in|at) (?:the |my |this |ma )?[a-z][^.!?,;]{2,30}?"
                rf"(?=$|[.!?,;]| (?:{UNTIL}|every|tonight|all|again|for|and|so|with|at)\b))"),
                "alone", "says that somebody is alone in a place"),
    (Caseless(rf"\b(?:(?:home|hame) al(?:one|ane)|(?:just me(?: and (?:the|my|ma) \w+)?|{ALONE}) (?:in|at|on) "
                rf"(?:the |my |ma )?[^.!?,;]{{2,35}}?) (?:tonight|{UNTIL}|"
                rf"all (?:night|evening|week|weekend|day)|this week(?:end)?|again|{FOR_A_WHILE}|every|for "
                "(?:the next|another))"), "alone", "says that somebody is alone in a place"),
    (Caseless(r"\bi (?:always |usually |still )?(?:lock up|close up|open up|lock|open|cash up|get off|get aff|"
                "catch|wait|walk home|walk back|walk|leave|finish|run|cycle home|cycle|"
                rf"jog)\b.{{0,40}}?\b{ALONE}(?: (?:at|around|about|every|each|{UNTIL}) \S{{1,12}})?"),
     "alone", "says when and where somebody is alone"),
    (Caseless(rf"^{BACK}\b(?=.{{0,80}}\b(?:cats?|dogs?|plants|post|keys?|neighbour|fed|feed\w*|water\w*|until "
                r"then|parcels?)\b)"),
     "away", "away, with the day of coming back"),
    (Caseless(r"\b(?:sat|sitting|stood|standing|stuck|stranded|waiting) (?:in|at|on|outside) "
                rf".{{3,60}}?\b{ALONE}\b"),
     "alone", "says where somebody is alone"),
    (Caseless(rf"\bi'?m (?:sat |sitting |standing |here )?at .{{3,60}}?\b(?:{ALONE}|for the next (?:\d+|two|three|"
                "few|couple of|half) ?(?:hrs?|hours?|mins?|minutes|an hour))"),
     "alone", "says where somebody is for how long"),
    (Caseless(rf"\b(?:every|each) (?:single )?(?:morning|night|evening|lunchtime|weekday|{DAY})\b.{{0,15}}?\bi "
                r"(?:\w+ )?(?:walk|run|jog|cycle|leave|get home|swim|lock up)\b.{0,50}?\b(?:at|around|about|from) "
                f"{TIME}"), "routine", "says where somebody is at a set time"),
    (Caseless(r"(?:\bi |^)(?:always |usually )?(?:walk|run|jog|cycle|leave|get home|swim)s?\b.{0,60}?\b(?:every|"
                "each) "
                rf"(?:single )?(?:morning|night|evening|weekday|{DAY})\b.{{0,15}}?\bat {TIME}"),
     "routine", "says where somebody is at a set time"),
    (Caseless(rf"(?:\bi |^)(?:always |usually )?(?:walk|run|jog|cycle|swim|leave|get home)\b.{{0,50}}?\bat {TIME}"
                rf".{{0,12}}?\b(?:every|each) (?:single )?(?:morning|night|evening|weekday|day|{DAY})\b"),
     "routine", "says where somebody is at a set time"),
    (Caseless(rf"\b(?:walk|run|jog|cycle|swim|train)\b.{{0,40}}?\b{CLOCK}.{{0,12}}?"
                r"\b(?:daily|every day|most (?:days|mornings|nights)|weekdays)\b"),
     "routine", "says where somebody is at a set time"),
    (Caseless(rf"\b(?:i'?m|i am|find me|catch me|join me)\b.{{0,40}}?\b(?:every|each) (?:single )?{DAYS},? "
                rf"(?:at |from |about )?{CLOCK}|\b(?:every|each) (?:single )?{DAYS},? (?:at |from |about )?{CLOCK}\b"
                r"[^.!?]{0,40}\b(?:join me|find me|catch me|you'll find me|i'?m (?:there|at|in|on|the one))\b"),
     "routine", "says where somebody is at a set time"),
    (Pattern(rf"(?:^|[,;:] |\bi'?m )(?i:{ALONE}) (?:at|in|outside|on) (?:the )?[A-Z][\w'’& -]{{2,40}}?(?=[,.!?]|$|"
                r" (?i:waiting|tonight|till|until|til|right now|just now|the now)\b)"), "alone",
     "says where somebody is alone"),
    (Caseless(rf"\b(?:sat|sitting|stood|standing|stuck|stranded|waiting|here|currently)(?: \w+)? {ALONE} "
                r"(?:at|in|on|outside) [^.!?,;]{3,40}"), "alone", "says where somebody is alone"),
    (Caseless(r"(?:^|\b(?:my|our|ma|oor|the) )(?:wee |own )?(?:kids?|weans?|bairns?|daughter|son|girls?|boy|lass|lad|"
                r"children|wee (?:one|yin))\b.{0,30}?\b(?:will be (?:walking|getting|waiting|cycling)|walks?|"
                r"gets? (?:off|on)|waits?|cycles?|plays?|is|are)\b.{0,50}?\b(?:alone|on (?:his|her|their) own|"
                r"by (?:him|her|them)sel(?:f|ves|s)?)\b.{0,60}?"
                rf"\b(?:(?:at|from|till|until)(?: {TIME})?|every|\d{{1,2}}[.:]\d\d|"
                r"(?:half|quarter|ten|five|twenty) (?:past|to)(?: \w+)?)\b"),
     "alone", "says where a child is alone, and when"),
    (Pattern(r"\b(?i:(?:a|one|two|three|four|ten|seven|\d+) (?:weeks?|days|nights)|a fortnight) in "
                rf"(?:the )?[A-Z][\w'-]{{2,20}}(?: [A-Z][\w'-]{{2,20}})?,? (?i:(?:from|starting|as of) {WHEN})"),
     "away", "away from a day that is named"),
    (Caseless(rf"\b{NOBODY} (?:(?:at|in)(?: the)? )?{INDOORS}\b.{{0,30}}?\b(?:{UNTIL} {WHEN}|all (?:weekend|week))"
                rf"|\b{UNTIL} (?:{WHEN}|then).{{0,15}}?\b{NOBODY} (?:(?:at|in)(?: the)? )?{INDOORS}\b"),
     "empty-home", "says that nobody is at home"),
    (Caseless(r"\b(?:front|back|side|main) door(?:'s| is|s are)? (?:(?:never|not|no) locked|"
                r"(?:always|left|kept|sitting|lying) (?:open|unlocked|off the latch)|unlocked)\b"),
     "empty-home", "says that a door is open"),
    (Caseless(r"\bkeys?(?:'s| is| are)? (?:left )?(?:under|ablow|below|beneath|behind) (?:the|a|that) (?:\w+ ){0,3}"
                r"(?:plant ?pots?|flower ?pots?|pots?|mat|doormat|gnome|stone|brick|bin|planter|"
                r"rock)\b"),
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
        "empty unoccupied unattended vacant nobody naebody noone one soul home hame free key keys key's keys' door "
        "doors "
        "flat cottage bungalow steading farm croft"
    ),
    "alone": word_set(
        "alone alane hersel himsel own tod lonesome myself masel mysel himself herself "
        "themselves ourselves just next last only"
    ),
    "routine": word_set("every each daily most weekdays"),
    "place-now": word_set("sitting sat standing stood waiting parked anyone anybody"),
}
_PARTS = {
    "WHEN": WHEN,
    "UNTIL": UNTIL,
    "BACK": BACK,
    "FOR_A_WHILE": FOR_A_WHILE,
    "SOMEBODY": SOMEBODY,
    "KIN": rf"(?:(?:my|our|ma|oor|the) )?{KIN}",
    "ALONE": ALONE,
    "TIME": TIME,
    "DAYS": DAYS,
}
_PHRASES = ByWord((group.words, group) for group in groups("whereabouts.txt", _PARTS))
_NOTIONS = Notions("whereabouts-notions.txt", _PARTS)
_TOGETHER = (  # what these notions say together
    (("travel", "return"), "away"),
    (("travel", "unminded"), "away"),
    (("home-locked", "leaving"), "empty-home"),
    (("home-locked", "home-again"), "empty-home"),
    (("locked", "leaving"), "empty-home"),
    (("leaving", "home-again"), "away"),
    (("alarm", "gone"), "empty-home"),
    (("key", "entry"), "empty-home"),
    (("alone", "indoors", "hour"), "alone"),
    (("stuck", "invite"), "place-now"),
    (("stuck", "alone"), "place-now"),
    (("routine", "clock", "moves"), "routine"),
    (("always", "clock", "moves"), "routine"),
    (("child", "alone", "times"), "alone"),
    (("child", "routine", "times"), "routine"),
    (("meet", "clock", "indoors"), "place-now"),
    (("nobody", "hour"), "empty-home"),
    (("vacant", "home-again"), "empty-home"),
    (("school", "school-run", "pupil"), "routine"),
    (("lock-broken", "own-door"), "empty-home"),
    (("leaving", "key"), "empty-home"),
    (("sitter", "home-again"), "away"),
    (("sitter", "leaving"), "away"),
    (("stopped", "alone"), "place-now"),
)
_COMBINED = ByWord((_NOTIONS.words(names[0]), (names, kind)) for names, kind in _TOGETHER)
_EVIDENCE = {
    "away": "says that somebody is away",
    "empty-home": "says how a home may be entered",
    "alone": "says where somebody is alone",
    "routine": "says where somebody is at a set time",
    "place-now": "says where somebody is now",
}
_BY_KIND = {kind: Screen(pattern for pattern, of, _ in _PATTERNS if of == kind) for kind in _WORDS}
_WHY = {pattern: why for pattern, _, why in _PATTERNS}
_NOT_A_HOME = Pattern(  # services say when they are back, teams play away; and "if", "was" and jokes are not now
    r"\b(?:offices?|librar(?:y|ies)|museum|shop|exhibition|centre|services?|lines?|team|pool|gallery|site|store|pub|"
    "tickets?|sale|road|bridge|"
    "school|branch|cafe|consultation|survey|voting|polls|game|match|fixture|squad|celtic|rangers|hibs|hearts|fc|"
    "trains?|buses|ferry|ship|mv|tour|delivery|"
    r"when|whenever|if(?! (?:any(?:one|body)|you|ye|yous|folk)\b)|was|were|used to|hate|love|watch\w*|imagine|never|"
    r"wish|don'?t|feel|feels|felt)\b",
    re.IGNORECASE,
)

_IN_GENERAL = Pattern(  # what was, may be or is for everybody; services and their hours
    r"\b(?:every(?:one|body)(?:'s|’s| is| else)|if i|when i (?:was|win|retire)|were you|was|were|used to|would|could|"
    r"should|might|hate|imagine|wish|"
    r"remember|never|"
    r"don'?t(?! (?:get|come) back)|didn'?t|nobody should|people|passengers|customers|visitors|tickets?|open(?:s|"
    r"ing)? (?:daily|until|from|"
    r"at)|free|"
    r"office is|library|museum|exhibition|classes|lessons|team|fixture|match|squad|council|our (?:service|drop-in|"
    r"stall|"
    r"event|team)|drop-in|workshop|sale|who else|anyone else|why do|how do|do you|film|book|song|episode|in (?:19|"
    r"20)\d\d|"
    r"years ago|last (?:year|summer)|loved|just back|back from|got back|would be|dream\w*)\b",
    re.IGNORECASE,
)
_KEPT_ONCE = Pattern(  # "my gran kept her door key under the mat for 60 years"
    r"\b(?:gran|granny|nana?|granda|grandad|mother|father|folk|people|they|she|he|mum|dad|neighbours)"
    r" (?:always |just |all )?(?:kept|hid) (?:\w+ ){0,3}?keys?\b",
    re.IGNORECASE,
)
_STAYED = Pattern(r"\bstayed (?:at|in) ", re.IGNORECASE)
_HOUR_OR_LINK = Pattern(
    rf"(?:end\b)?(?:,? (?:from|{UNTIL}|between|at|about|around|on|back|and|to|all|this|next|-)){{1,2}}(?: the| half|"
    rf" quarter past| quarter to)*"
    rf" (?:{WHEN}|{TIME}|tonight|the night|(?:week|weekend|fortnight|month|day|morning|evening)\b)(?: (?:night|"
    rf"morning|evening|afternoon))?"
    rf"(?:,? (?:{UNTIL}|to|and|-)(?: the| half)* (?:{WHEN}|{TIME})(?: (?:night|morning|evening))?)?"
    rf"|(?<=til|ill)(?: the| half| quarter past)* (?:{WHEN}|{TIME})|[ :]{{1,3}}https?://\S+",
    re.IGNORECASE,
)
_A_FILM = Pattern(
    r"\bHome Alone\b(?=.{0,25}\b(?i:on (?:channel|itv|bbc|netflix|tv|telly|disney|film4)|[1-6]\b|marathon))"
)


def find(text: str) -> Iterator[Detection]:
    reading = read(text)
    for kind, words in _WORDS.items():
        for sentence in reading.with_any(words):
            for pattern in _BY_KIND[kind].of(sentence.words):
                for match in pattern.finditer(sentence.text):
                    if not _not_now(sentence, match):
                        start, end = sentence.span(match)
                        end = _to_the_hour(text, end)
                        yield Detection(ENTITY, start + _lead(match), end, 0.75, _WHY[pattern], kind)
    for group in _PHRASES.held_by(reading):
        for sentence in filter(group.may_be_in, reading.with_any(group.words)):
            for match in group.pattern.finditer(sentence.text):
                if not _not_now(sentence, match):
                    start, end = sentence.span(match)
                    yield Detection(ENTITY, start, _to_the_hour(text, end), 0.75, _EVIDENCE[group.kind], group.kind)
    for names, kind in _COMBINED.held_by(reading):
        for sentence, start, end in _NOTIONS.together(reading, names):
            if not _IN_GENERAL.search(sentence.text) and not _A_FILM.search(sentence.text):
                yield Detection(ENTITY, start, _to_the_hour(text, end), 0.6, _EVIDENCE[kind], kind)


def _to_the_hour(text: str, end: int) -> int:
    """Where it really ends: with the day, hour or link that follows at once and must go with it."""
    more = _HOUR_OR_LINK.match(text, end)
    return more.end() if more else end


def _not_now(sentence: Sentence, match: re.Match[str]) -> bool:
    if _A_FILM.search(sentence.text) or _KEPT_ONCE.search(sentence.text):
        return True
    if "room" in match.group().lower() and _STAYED.search(sentence.text, 0, match.start()):
        return True
    return bool(_NOT_A_HOME.search(sentence.text, max(0, match.start() - 30), match.start() + 12))


def _lead(match: re.Match[str]) -> int:
    """Characters of punctuation and spaces that the match began with."""
    return len(match.group()) - len(match.group().lstrip(" ,;:(-"))


DETECTOR = Detector(
    ENTITY, find, reach=NEARBY, needs=Needs(words=_PHRASES.words.union(_COMBINED.words, *_WORDS.values()))
)
