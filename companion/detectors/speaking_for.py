"""Looks for whose voice a post is in: the organisation's ("on behalf of…", "as the regulator, we…") or a private person's.

The pack says which voice is out of place in which mode. Words in quotation marks are somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors import disclaimer
from companion.detectors.detector import Detector
from companion.detectors.reading import read
from companion.draft import Detection

ENTITY = "speaking-for"

_QUOTED = re.compile(r'"[^"\n]{1,300}"')
_NEGATED = re.compile(r"\b(?:not|n't|never|nothing|no|neither|without|nor|isnae|dinnae|am no|rather than|instead of)\b[^.!?\n]{0,40}$", re.IGNORECASE)
_TALKED_ABOUT = re.compile(r"\b(?:policy|guidance|rules?) (?:says?|tells?|asks?)\b|\b(?:should|can|may) (?:staff|employees|people|we|I|you)\b[^.!?\n]{0,60}$", re.IGNORECASE)
_PRIVATE = re.compile(  # what a person writes and an organisation does not
    r"\b(?:my|ma) (?:\w+ ){0,2}?(?:husband|wife|hubby|partner|boyfriend|girlfriend|fianc[ée]e?|kids?|weans?|bairns?|son|daughter|children|"
    r"mum|mam|dad|gran|granny|nana|grandad|sister|brother|niece|nephew|dog|cat|puppy|kitten|birthday|hangover|date|ex|flatmate|in-laws|"
    r"holidays?|honeymoon|wedding|garden|allotment|couch|bed|dinner|lunch|tea|weekend|gym|house|flat|mate|mates|pal|pals|bestie)\b"
    r"|\bmy (?:own |personal |honest |humble )+(?:view|opinion|take|feeling)\b|\bmy (?:view|opinion|take) (?:only|alone)\b|\bin my (?:humble |honest |personal )?opinion\b"
    r"|\bimh?o\b|#(?:views|opinions)(?:are)?(?:my|me)own\w*|#(?:my|own)views\w*|\bviewsmyown\b"
    r"|\b(?:just|only) me (?:ranting|talking|here|moaning|being|saying)\b|\bnothing to do with (?:work|my (?:work|job|employer)|the (?:office|day job))\b"
    r"|\b(?:personally,? I|speaking personally|speaking for myself|in a personal capacity|from my personal)\b"
    r"|\bI'?m (?:away |off )?(?:to |for )?(?:bed|hungover|pished|steaming|off (?:to )?the pub|so done|knackered)\b"
    r"|\b(?:love you|happy (?:birthday|anniversary) to my|miss you|fancy a pint|who'?s (?:out|coming out) tonight)\b",
    re.IGNORECASE,
)
_VOICES = {"organisation": "an organisation", "person": "a person"}
_OFFICE_WORDS = frozenset("behalf regulator press media comms communications enquiries authorised asked instructed contact".split())
_PRIVATE_WORDS = frozenset(
    "husband wife hubby partner boyfriend girlfriend fiancé fiancée fiance fiancee kids kid weans wean bairns bairn son daughter children mum mam dad gran granny nana grandad sister brother niece nephew dog "
    "cat puppy kitten birthday hangover date ex flatmate in holiday holidays honeymoon wedding garden allotment couch bed dinner lunch tea weekend gym house flat mate mates pal pals bestie view opinion take feeling "
    "imho imo ranting talking here moaning being saying work job employer office viewsmyown opinionsmyown viewsaremyown myviews ownviews personally speaking personal hungover pished steaming pub knackered "
    "love anniversary miss pint tonight done".split()
)
_OFFICE = (
    r"(?:press|media|communications|comms|enquir(?:y|ies)|customer(?: service)?|helpdesk|contact) (?:office|desk|team|centre|line|queries|enquiries)"
)


def detector(names: Collection[str], accepted: Collection[str]) -> Detector:
    """Looks for the voice of the organisation of these names, and for a private one (its disclaimers `accepted` too)."""
    own_views = disclaimer.detector(names, accepted)
    official = _official(names)
    not_us = _not_us(names)

    words = frozenset(re.findall(r"\w+", " ".join(names).lower())) | _OFFICE_WORDS

    def find(text: str) -> Iterator[Detection]:
        quoted = [quote.span() for quote in _QUOTED.finditer(text)]
        reading = read(text)
        for pattern, kind, anchors in (
            (official, "organisation", words),
            (_PRIVATE, "person", _PRIVATE_WORDS),
            (not_us, "person", words),
        ):
            for sentence in reading.with_any(anchors) if pattern else ():
                for said in pattern.finditer(sentence.text):
                    if _meant(sentence.text, said, kind) and not _inside(sentence.span(said), quoted):
                        yield Detection(ENTITY, *sentence.span(said), 0.7, f"the voice of {_VOICES[kind]}", kind)
        for seen in own_views.find(text):
            if not _TALKED_ABOUT.search(text[max(0, seen.start - 80) : seen.start]) and not _inside((seen.start, seen.end), quoted):
                yield Detection(ENTITY, seen.start, seen.end, 0.7, "says whose views these are", "person")

    return Detector(ENTITY, find)


def _inside(span: tuple[int, int], quoted: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in quoted)


def _meant(text: str, said: re.Match[str], kind: str) -> bool:
    before = text[max(0, said.start() - 80) : said.start()]
    return not (_TALKED_ABOUT.search(before) or (kind == "organisation" and _NEGATED.search(before)))


def _official(names: Collection[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    name = _any_of(names)
    us = rf"(?:{name}|(?:the|your) regulator)"
    return re.compile(
        rf"\bon behalf of (?:all (?:of us )?at |everyone at |my colleagues at |the (?:board|team|staff|chair|chief executive) (?:of|at) )?(?:the )?{name}"
        rf"|\bon (?:the )?{name}'?s? behalf|\bon our behalf as {us}"
        rf"|\b(?:speaking|writing|posting|replying|responding|answering|commenting|here) (?:for|as) (?:the )?{name}"
        rf"|\b(?:we|us) (?:here )?(?:at|in) (?:the )?{name}|\bhere at (?:the )?{name},? we\b"
        rf"|\bas (?:the|your|a|Scotland's) (?:[\w-]+ )?regulator,? (?:we|our|it is our|it's our)\b[^.!?\n]{{0,60}}|\bas {name},? (?:we|our)\b"
        rf"|\b(?:our|the) (?:official )?(?:position|view|stance|line|response|advice|policy|message|statement) (?:as|at|from|of) (?:the )?{us}(?: is)?"
        rf"|\b{us}(?:'s|s')? (?:official )?(?:position|stance|line|view) is\b|\b(?:official |a )?(?:statement|response|update|message) (?:from|by) (?:the )?{name}"
        rf"|\b(?:we|We),? (?:as )?(?:the )?{name},? (?:are|have|will|can|do|would|expect|cannot|can't)"
        rf"|\bthis is (?:the |an )?(?:official )?(?:[\w-]+ )?(?:{name})(?:'s)? (?:account|page|channel|speaking|here|{_OFFICE})|\b{name} here\b"
        rf"|\bin my (?:official )?(?:capacity|role) as [\w ,-]{{2,40}}? (?:of|at|for|with) (?:the )?{name}"
        rf"|\b{name} (?:communications|comms|press office|media team|customer service|enquiries)\b[^.!?\n]{{0,60}}"
        rf"|\b(?:please )?(?:direct|send|address|refer|email) (?:all |any |your )?(?:media|press|journalists?'?|news) (?:queries|enquiries|requests|questions) to (?:our|the|us)\b"
        rf"|\b(?:contact|call|email|ask|speak to) our {_OFFICE}"
        rf"|\b(?:authorised|asked|instructed) to (?:say|speak|post|announce)[^.!?\n]{{0,20}} (?:for|by|on behalf of) (?:the )?{name}",
        re.IGNORECASE,
    )


def _not_us(names: Collection[str]) -> re.Pattern[str] | None:
    """An organisation does not say that a post has nothing to do with it."""
    if not names:
        return None
    name = _any_of(names)
    return re.compile(
        rf"\b(?:nothing to do with|not (?:those |the views? |the opinions? )?(?:of|from)|not speaking for|don't speak for|not on behalf of) (?:the )?{name}[^.!?:\n]{{0,40}}"
        rf"|\bI (?:work|worked) (?:for|at) (?:the )?{name} but\b",
        re.IGNORECASE,
    )


def _any_of(names: Collection[str]) -> str:
    return r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")(?!\w)"
