"""Looks for signs that something is not public yet: "between us…", "hasn't been announced", "leaked".
    Gossip at home is silent.

A sign alone is banter ("between you and me, I got socks"): it counts only beside a matter of an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from companion.detectors import inside_knowledge
from companion.detectors.caseless import Caseless
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import phrases, word_set
from companion.detectors.reading import Sentence, read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY = "unpublished"

_ANCHORS = word_set("unpublished.anchors")
_INSIDE = inside_knowledge.ANCHORS
_MOST_SIGNS = 8  # in one sentence: what follows them says nothing new and costs time
_SIGNS = {phrases("whispers.txt"): "whisper", phrases("not-public.txt"): "status"}
_BY_WORD = Screen(_SIGNS)
MATTER = phrases("matters.txt")
_ACT = phrases("acts.txt")
_DOCUMENT = Caseless(  # a paper one should not have is matter enough
    r"\b(?:reports?|versions?|papers?|minutes|memos?|e-?mails?|documents?|figures|findings|stats|statistics|grades|"
    r"ratings|scores|letter|budget|cop(?:y|ies)|spreadsheet|slides|accounts|"
    r"review|audit|judge?ment|ruling|determination|verdict|shortlist|code|strategy|statement|proposals?)\b"
)
_GAMES = Caseless(
    r"\b(?:album|single|tracklist|trailer|film|movie|episode|season|series|finale|spoilers?|game|gaming|"
    r"GTA|Switch|PlayStation|Xbox|iPhone|Pixel|Samsung|"
    r"kit|strip|jersey|line-?up|transfer|signing|striker|setlist|lyrics|recipe|tap|roof|pipe|boiler|"
    r"nappy|bottle|santa|surprise party|engagement ring|"
    r"choirs?|soloists?|solos?|ceilidh band|book (?:club|group)|pub quiz|quiz team|five[- ]a[- ]side|fives|am[- ]dram|"
    r"panto|allotment|knitting|bake[- ]off|tombola|secret santa|stag (?:do|night)|hen (?:do|night|party)|"
    r"proposal|birthday|present|socks|cake|baby|pregnan\w+)\b"
)
_DUE = Caseless(  # "Board papers go public on Friday. I've read them."
    r"\b(?:reports?|papers?|minutes|figures|findings|budget|review|audit|strategy|statement|results|ratings|grades|"
    r"letters?|plans?)\b[^.!?\n]{0,30} (?:go(?:es)? (?:public|live|out)|come(?:s|) out|(?:is|are)(?: being| due)? "
    r"(?:out|published|announced|released|public)|lands?|drops?)\b[^.!?\n]{0,12}\b"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next (?:week|month)|later this week)"
)
_MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december"
_SOON = (
    r"(?:tomorrow|tonight|shortly|soon|(?:later )?(?:this|next) (?:week|month|quarter|year)|(?:on |this |next )?(?:mon|"
    r"tues|"
    rf"wednes|thurs|fri|satur|sun)day|(?:in|before|after|by) (?:the )?(?:{_MONTHS}|new year|christmas|easter|spring|"
    rf"summer|"
    r"autumn))"
)
_PLANNED = Caseless(  # "we'll be taking statutory action at Kelburn Homes next week"
    r"\b(?:we|they|my (?:team|lot|work|bosses)|our (?:team|board|directorate|lot))(?:'ll|'re| will| are|"
    r" is)(?: \w+){0,3}? (?:tak(?:e|ing)|us(?:e|ing)|start(?:ing)?|begin(?:ning)?|open(?:ing)?|launch(?:ing)?|serv(?:e|"
    r"ing)|issu(?:e|ing)|appoint(?:ing)?|put(?:ting)? in)(?: \w+){0,2}? (?:statutory|enforcement|regulatory) (?:action|"
    r"intervention|powers?|"
    rf"notices?|managers?|inquir(?:y|ies)|proceedings)\b[^.!?\n]{{0,50}}?\b{_SOON}\b"
)
_ABOUT_TO = Caseless(  # "we are about to intervene at a landlord"
    r"\b(?:we|my (?:team|lot|work|bosses)|our (?:team|board|directorate|lot))(?:'re| are| is|'s) (?:just |all |"
    r"finally )?(?:about to|going to|gonna|gonnae|set to|poised to|due to|on the point of) (?:\w+ly )?(?:interven(?:e|"
    r"ing)|deregister|downgrade|sanction|prosecute|suspend|sack|raid|wind up|take over|put in (?:a|our) manager|strip|"
    r"name and shame)\b[^.!?\n]{0,40}?\b(?:landlords?|associations?|rsls?|compan(?:y|ies)|chief exec\w*|directors?|"
    r"boards?|councils?|trusts?|provider|firm|[\w-]+ (?:homes|housing|lettings|ha))\b"
)
_WRITTEN_UP = Caseless(  # "wrote up the inspection findings on Ardenlea, they go public in January"
    r"\b(?:wrote|writing|written|typed|typing|drafted|drafting|finished|finishing|finali[sz]ed|signed off|proofread|"
    r"edited|checked|checking|scored|graded)(?: up)? (?:the|our|their|an?|all the)(?: [\w'-]+){0,3}? (?:findings|"
    r"inspection|investigation|audit|decisions?|ratings|grades|judge?ments?|engagement plans?|assessments?|"
    r"verdicts?)\b[^.!?\n]{0,50}?\b(?:they|it|which|that|nothing|none of it)(?:'ll|'s|'re)?(?: (?:will|is|are|does|do|"
    r"to|not|no|n't|be|being|only|isn't|aren't|won't|doesn't|don't|getting|gets))* (?:go|goes|going|public|published|"
    r"announced|released|made public)\b"
    rf"[^.!?\n]{{0,25}}?\b(?:until|till?|before|yet|{_SOON})\b"
)
_OF_WHAT_COMES = Screen((_DUE, _PLANNED, _ABOUT_TO, _WRITTEN_UP))
_READ_ALREADY = Pattern(
    r"\W*(?:and |but )?(?:I|we|ah)(?:['’]ve| have)?(?: already| just)? (?:seen|read|got|had a look at) "
    r"(?:it|them|the lot|a copy|mine)\b",
    re.IGNORECASE,
)
_POINTS_BACK = Pattern(  # to the sentence before
    r"(?:this|it|that|none of (?:this|it)|which|nothing of this|(?:it'?s )?(?:still )?not (?:yet )?(?:announced|public|"
    r"published|official)|(?:has|is)(?:n['’]?t|nae)|(?:(?:the|our|their) )?(?:letters?|notices?|e-?mails?) (?:go|goes|"
    r"will)|(?:(?:the|our|its|their) )?(?:unions?|staff|tenants|residents|"
    r"workforce|nobody|naebody|no one|public|press|board|members) (?:(?:has|have|do|does)(?:n['’]?t|nae)|dinnae|disnae|"
    r"havenae|hasnae|knows?|kens?|finds? out|hears?|gets? (?:told|the (?:letters?|news))))\b",
    re.IGNORECASE,
)
_PUBLIC = Pattern(
    r"\b(?:according to|(?:government|council|ministers?|committee|regulator|they|it|who) (?:has |have |just |"
    r"already )*published|reported by|as reported|BBC|STV|Herald|Scotsman|Courier|Guardian|Times|"
    r"papers? say|FOI|Wikileaks|Panama)\b"
)


def find(text: str) -> Iterator[Detection]:
    done = 0
    for sentence in read(text).with_any(_ANCHORS):
        signs = _BY_WORD.of(sentence.words)
        due = _due(sentence)
        if not (signs or due) or _GAMES.search(sentence.text) or _PUBLIC.search(sentence.text):
            continue
        if due:
            done = sentence.start + due.end()
            yield Detection(ENTITY, *sentence.span(due), 0.6, "known before it is out", "status")
        for kind, start, end in _in(sentence, signs):
            if start >= done:
                done = end
                yield Detection(ENTITY, start, end, 0.6, "a sign that it is not public", kind)
    for sentence in read(text).with_any(_INSIDE):
        if not _GAMES.search(sentence.text) and not _PUBLIC.search(sentence.text):
            for start, end in inside_knowledge.known_inside(sentence):
                yield Detection(ENTITY, start, end, 0.6, "known to those inside, and to come", "inside")


def _due(sentence: Sentence) -> re.Match[str] | None:
    """Something that the writer does, has written or has read, and that is to come out."""
    patterns = _OF_WHAT_COMES.of(sentence.words)
    found = (pattern.search(sentence.text) for pattern in patterns if pattern is not _DUE)
    return next(filter(None, found), None) or (
        _DUE.search(sentence.text) if _DUE in patterns and _READ_ALREADY.match(sentence.after) else None
    )


def _in(sentence: Sentence, signs: Sequence[Caseless | Pattern]) -> Iterator[tuple[str, int, int]]:
    """Signs in this sentence with a matter beside them; the span runs from the sign to the matter, or the other way."""
    for pattern in signs:
        kind = _SIGNS[pattern]
        for sign in islice(pattern.finditer(sentence.text), _MOST_SIGNS):
            rest = sentence.text[: sign.start()] + " " * len(sign.group()) + sentence.text[sign.end() :]
            if kind == "status" and _DOCUMENT.search(sign.group()):
                yield kind, *sentence.span(sign)
            elif kind == "status" and not _ACT.search(rest):
                if _POINTS_BACK.match(sentence.text) and _matter_around(sentence, kind):
                    yield kind, *sentence.span(sign)
            elif matter := MATTER.search(rest, sign.end()):
                yield kind, *_span(sentence, sign.start(), matter.end())
            elif matter := MATTER.search(rest):
                yield kind, *_span(sentence, matter.start(), sign.end())
            elif _matter_around(sentence, kind):
                yield kind, *sentence.span(sign)


def _matter_around(sentence: Sentence, kind: str) -> bool:
    """Does the next sentence say what it is about; or the one before, of what is whispered or points back to it?"""
    if kind == "whisper":
        return bool(MATTER.search(sentence.after) or MATTER.search(sentence.before))
    told = [sentence.after, sentence.before] if _POINTS_BACK.match(sentence.text) else [sentence.after]
    return any(MATTER.search(around) and _ACT.search(around) for around in told)


def _span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.start + start, sentence.start + end


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_ANCHORS | _INSIDE))
