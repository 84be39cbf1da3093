"""Looks for the writer's own place of work: "I work at…", "clocked in at…", "my desk at…". Other
people's jobs are silent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import Group, entries, groups
from companion.detectors.reading import ByWord, Sentence, read
from companion.draft import Detection

ENTITY = "workplace"

WRITERS = frozenset({"own", "role", "bare"})  # kinds of phrases that say who works there
_KINDS = WRITERS | {"counted", "title"}
_ROLES = entries("job-titles.txt")
_ROLE_WORDS = frozenset(role.rpartition(" ")[2] + ending for role in _ROLES for ending in ("", "s"))
_LEADS = ByWord(
    (group.words or _ROLE_WORDS, group)
    for group in groups("workplace-leads.txt", {"ROLE": f"(?:{'|'.join(_ROLES)})s?"})
)

# What a place of work is called: a handle, a hashtag, words with capitals ("the Perth office of SSEN"), "the council".
_CAPITALS = (
    r"(?:[@#]\w{2,}|[A-Z][\w&'.-]*[\w&](?: (?:(?:of|and|&|the|for|nan|upon) ){0,2}(?!(?:I|I'm|I've|"
    r"I'd|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Today|Tomorrow)\b)[A-Z][\w&'-]*){0,6})"
)
_KIND = (
    r"(?:office|depot|place|branch|store|shop|site|plant|yard|factory|warehouse|hospital|surgery|council|"
    r"government|NHS|distillery|"
    r"call centre|health centre|job ?centre|sorting office|post office|library|food ?bank|nursing home|prison|"
    r"registry office|care home|chippy|garage|salon|station|airport|base|mill|hotel|bakery|"
    r"brewery|head office|hq)\b"
)
_WHERE = Pattern(
    r"(?:the |our |that |an? )?(?:(?:big|wee|new|old|local|main|busy) )?"
    rf"(?P<name>(?:\d{{1,4}}[a-z]? )?{_CAPITALS}(?: {_KIND})?(?: (?:of|in|at) (?:the )?{_CAPITALS})?|(?<=the ){_KIND})"
)
_SMALL_WORDS = frozenset({"work", "working", "worked", "employed", "based"})
_SMALL = Pattern(  # typed without capitals
    r"\bi(?:'m|m| am|'ve been| have)? (?:work|working|worked|employed|based) (?:nights |days |"
    r"full[ -]time |part[ -]time |up |down )?"
    r"(?:at|for|in) (?P<name>(?:the )?[a-z&'-]+)"
)
_EMPLOYERS = (
    r"Tesco|Asda|Aldi|Lidl|Sainsbury'?s?|Morrisons|Waitrose|Co-?op|Greggs|Dobbies|Ikea|Boots|Costa|"
    r"Starbucks|McDonald'?s?|Nando'?s|"
    r"Amazon|Argos|Primark|Barclays|Santander|Lloyds|Halifax|Virgin|Vodafone|Royal Mail|ScotRail|Serco|"
    r"Capita|Tennent'?s|Diageo|"
    r"Babcock|Rolls-Royce|Thales|Faslane|Leonardo|Deloitte|Accenture|Microsoft|Google|Wetherspoons?|Screwfix|Spoons"
)
_ORGANISATION = Pattern(
    r"[@#]\w|\b[A-Z]{2,7}\b|\w (?:of )?Scotland\b|\b[A-Z]&[A-Z]\b|\b(?:Council|Regulator|Hospital|"
    r"Cooncil|Infirmary|University|College|Academy|Trust|Association|"
    r"Homes|Housing|Group|Bank|Ltd|Limited|plc|Police|Service|Agency|Board|Authority|Commission|"
    r"Department|Ministry|Parliament|"
    r"Government|Library|Museum|Office|Depot|Brewery|Distillery|Shipyard|Quay|Insurance|Energy|Water|"
    r"Rail|Airport|Solicitors|"
    rf"Partners|Gas|Power|Telecom|Buses|Logistics|Motors|"
    r"House|High School|Primary School|Surgery|Practice|Clinic|Centre|School|General|Royal|Infirmary|"
    rf"Bakery|Foods|Engineering|Construction|{_EMPLOYERS})\b"
)
_KNOWN_SMALL = Pattern(
    rf"(?:{_EMPLOYERS}|bt|hmrc|dwp|nhs|bae|rbs|uni|university|council|hospital|airport|jobcentre)\b", re.IGNORECASE
)
_NO_PLACE = Pattern(  # times, people and things that stand where a place of work would
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Christmas|Xmas|Easter|New Year|Hogmanay|January|"
    r"February|March|April|May|June|"
    r"July|August|September|October|November|December|AM|PM|Zoom|Teams|Excel|Python|God|Jesus|I|I'm|I'll|"
    r"I've|Covid|Glastonbury|"
    r"TRNSMT|Hampden|Ibrox|Celtic Park|Murrayfield|Butlins|Disney\w*|Fringe|Parkrun|Slimming World|"
    r"Duolingo|English|French|Gaelic|"
    r"Spanish|German|Maths|Scotland|England|Britain|UK|USA?|EU|TV|PC|AI|VR|DIY|A&E|HR|IT|PR|QA|R&D|"
    r"Royal Commonwealth Pool|"
    r"Glasgow|Edinburgh|Aberdeen|Dundee|Inverness|Perth|Stirling|London|Fife|Leith)(?!\w)(?! (?:office|"
    r"depot|branch|site|[A-Z]))"
)
_PASTIME = Caseless(
    r"\b(?:gym|yoga|pilates|diet|festival|holidays?|resort|beach|campsite|concert|gig|unsubscribe|season[ -]ticket)\b"
)
_OTHERS = Caseless(
    r"\b(?:he|she|they|who|whoever|his|her|their|brother|sister|mum|mam|dad|husband|wife|hubby|son|"
    r"daughter|pal|friend|mate|partner|"
    r"niece|nephew|cousin|neighbour|uncle|aunt|auntie|gran|granny|granda|girlfriend|boyfriend|flatmate|"
    r"everyone|everybody|anyone|"
    r"somebody|someone|folk|people|staff|guy|lassie|boy|weans?|kids?|lad|lass|man|woman|you|your|ye|"
    r"wee one|eldest|youngest)"
    r"(?:'s|'d|'ll)?\b[^.!?\n]*$"
)
_NAMED = Pattern(  # "Priya has started…"
    r"\b(?!(?:I|Just|Now|Then|Today|Tonight|And|But|So|Well|Still|Back)\b)[A-Z][a-z]+(?:'s)? (?:has|have|"
    r"is|was|got|just|had|will|who)\b[^.!?\n]*$"
)
_CLAUSE_ENDS = Pattern(r"\s*(?:$|[,.|•·;&/!?()-]|(?:by day|by night|these days|now|full[ -]time|part[ -]time)\b)")
_TO_DO = Pattern(r" (?:to|tae) [a-z]")
_WITH_I = Pattern(r"\b(?:I|I'm|I've|I'll|i|im|[Mm]y|me)\b")


def find(text: str) -> Iterator[Detection]:
    done = 0
    for start, end in sorted(spans(text)):
        if start >= done:
            done = end
            yield Detection(ENTITY, start, end, 0.7, "words for one's own place of work")


def spans(text: str, kinds: Collection[str] = _KINDS) -> Iterator[tuple[int, int]]:
    """Where names of the writer's own place of work stand, by phrases of these kinds; some may overlap."""
    reading = read(text)
    for group in _LEADS.held_by(reading):
        if group.kind not in kinds:
            continue
        for sentence in reading.with_any(group.words or _ROLE_WORDS):
            if group.may_be_in(sentence):
                yield from _led_up_to(sentence, group)
    for sentence in reading.with_any(_SMALL_WORDS):
        yield from _in_small_letters(sentence)


def _led_up_to(sentence: Sentence, group: Group) -> Iterator[tuple[int, int]]:
    for lead in group.pattern.finditer(sentence.text):
        where = _WHERE.match(sentence.text, lead.end())
        if not where or not _is_place(where, sentence.text[lead.start() : lead.end()], group.kind):
            continue
        if _is_writers(lead, where, sentence.text, group.kind) and not _PASTIME.search(sentence.text):
            yield sentence.span(where)


def _in_small_letters(sentence: Sentence) -> Iterator[tuple[int, int]]:
    for match in _SMALL.finditer(sentence.text):
        if _KNOWN_SMALL.fullmatch(match["name"].removeprefix("the ")):
            yield sentence.span(match, "name")


def _is_place(where: re.Match[str], words: str, kind: str) -> bool:
    """Do the words that lead up to it leave no doubt that it is one?"""
    name = where["name"]
    if _NO_PLACE.match(name):
        return False
    sure = _ORGANISATION.search(name) or re.search(_KIND, name)
    titled = kind == "title" and words.endswith(", ")
    return bool(sure) or not (kind == "counted" or titled or words.endswith((" in ", " with ", " to ", " by ")))


def _is_writers(lead: re.Match[str], where: re.Match[str], sentence: str, kind: str) -> bool:
    """Another person before it in the sentence takes it away, unless the writer speaks of himself in it."""
    if kind == "title" and not _CLAUSE_ENDS.match(sentence, where.end()):
        return False  # "Nurse at Stobhill told me" is about somebody else
    if kind == "counted" and lead[0].endswith(" for ") and _TO_DO.match(sentence, where.end()):
        return False  # "ten weeks for the council to answer" were spent waiting
    if kind in ("own", "role") or _WITH_I.search(sentence, lead.start(), lead.end()):
        return True
    before = sentence[: lead.start()]
    return not (_OTHERS.search(before) or _NAMED.search(before))


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_SMALL_WORDS | _LEADS.words))
