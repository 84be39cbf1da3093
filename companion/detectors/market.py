"""Looks for a financial fact about an organisation beside a cue that it is not public. News with its
source is silent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import phrases, word_set
from companion.detectors.reading import Sentence, read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY = "market-fact"

_ANCHORS = word_set("market.anchors")
_TROUBLE = phrases("market-trouble.txt")
_FACT = phrases("market-facts.txt")
_BODY = phrases("market-bodies.txt")
_CUE = phrases("market-cues.txt")
_DEAL = phrases("market-deals.txt")
_UNSAID = Caseless(
    r"\b(?:can'?t|cannot|cannae|canny|couldn'?t|won'?t|wullnae) (?:really |quite )?(?:say|tell (?:you|ye)) why\b"
)
_SECRET = (phrases("not-public.txt"), phrases("whispers.txt"), _UNSAID)  # a stronger cue than that something is coming
_TOLD = Screen((_TROUBLE, _FACT, _DEAL))
_NAME = Pattern(
    r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+ (?:[A-Z][a-z]+ )*(?:Homes|Housing|Ltd|Group|Trust|Council|"
    r"Association|plc|Bank|Energy|Construction)\b|\b[A-Z][a-z]+'s\b"
)
_PUBLIC = Caseless(  # somebody has said it in public already, or it is a general statement of duty, past or price
    r"\b(?:BREAKING|per (?:its|the|their)|stock exchange|RNS|says it|said it|according to(?! (?:someone|somebody|a|an|"
    r"my|our|sources?|one)\b)|says? the|said the|"
    r"reports? the|reported|as reported|"
    r"(?<!not )(?<!not been )(?<!n't been )(?<!yet )(?<!to be )(?<!n't be )(?<!not be )(?<!until it's )(?:announced|"
    r"published)|"
    r"(?:could|might|may) (?:\w+ )?(?:breach|default|fail|struggle)|"
    r"(?:said|says|confirmed|announced) in (?:an?|its|their) (?:\w+ )?statement|"
    r"(?:issued|released|put out) an? (?:\w+ )?statement|told (?:reporters|journalists)|"
    r"press release|in the news|news that|on the news|BBC|STV|"
    r"the (?:Herald|Scotsman|Courier|Times|FT|Guardian|Record|Sun|P&J|Press and Journal)|Inside Housing|"
    r"Scottish Housing News|Companies House|Reuters|Bloomberg|"
    r"is public\b|open to (?:all|the public|everyone)|(?:tenants|members|all|everyone) welcome|come along|"
    r"landlords? must|you must|must tell|should tell|guide|guidance|explained|explainer|history of|"
    r"what happens (?:if|when)|if (?:a|your|the|any)|"
    r"in (?:19|20)\d\d|last year|years ago|annual report|our report|read (?:the|our|more)|https?://|"
    r"consultation|webinar|conference|course|training)\b"
    r"|https?://"
)
_NOT_YET = Pattern(  # "before it reaches the Stock Exchange", "a pal says the uni …": nobody has said it in public
    r"\b(?:before|ahead of) (?:(?:it|this|that|they|we|anyone|anybody|the \w+)(?:'s| is| are| even| ever)? (?:\w+ )?)?"
    r"(?:reach|hit|get|go|tell|told|break|broke|publish|announce|land|appear|make|the (?:announcement|press|papers|"
    r"news|market))"
    r"\w*[^.!?\n,:;]{0,40}|"
    r"\b(?:nobody|naebody|no[ -]?one)(?:'s|'ll| has| have| will)? (?:said|told|say|tell|announced?|confirmed?|"
    r"published?)\b(?: it| this| that)?(?: publicly)?|\b(?:pals?|mates?|friends?|contacts?|sources?|cousin|colleagues?|"
    r"sister|brother|wife|husband|hubby|missus|dad|da|mum|maw|neighbour|somebody|someone|insiders?|birdie?|ex|flatmate|"
    r"he|she|they)\b(?: [\w']+){0,6}? (?:says?|said|tells|told|reckons|swears|confirmed|confirms)\b(?: (?:me|"
    r"us))?(?: that)?(?: the)?",
    re.IGNORECASE,
)
_LONG_AGO = Caseless(  # "went into liquidation in January 2018", "when HBOS collapsed back in the crash"
    r"\b(?:went|collapsed|folded|failed|fell|was|were|had|became|entered|merged|crashed|lost|died|ended|happened)\b"
    r"[^.!?\n]{0,80}\b(?:(?:in|since|of|during|from|by|back in) (?:the )?(?:early |late |mid[- ]?)?(?:(?:january|"
    r"february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|"
    r"christmas|end of) )?(?:19|20)\d\d(?:s)?\b|(?:a decade|\w+ (?:years|decades)) (?:ago|back|later)\b)|"
    r"\b(?:never forget|decades? ago|the (?:banking|financial) (?:crash|crisis)|credit crunch)\b"
)
_PAST_ACCOUNTS = Pattern(r"\blast year's (?:accounts|figures|valuation)\b", re.IGNORECASE)
_SPORT = Pattern(
    r"\b(?:striker|midfielder|transfer window|loan deal|manager of the month|fans|fixture|league|season|"
    r"(?:[Ww]orld|[Ll]eague|[Ss]cottish|FA|[Cc]hallenge|[Tt]he) [Cc]up|"
    r"[Cc]up (?:final|tie|run|match|game|draw)|"
    r"goal|Celtic|Rangers|Hibs|Hearts|Arsenal|United)\b"
)
_OWN_MEANS = Caseless(
    r"\b(?:my (?:house|car|wee|own|flat|bike|band|bank|mortgage|wages)|our wee|kirk|church|roof fund|"
    r"raffle|choirs?|knitting|bowling|book club|book group|quiz|allotment|ceilidh|five-a-side|am-dram|panto|"
    r"running club|scouts|brownies|sponsor\w*|fundrais\w+|bake sale|tablet sale|pocket money|car|phone|zip)\b"
)


def find(text: str) -> Iterator[Detection]:
    for sentence in read(text).with_any(_ANCHORS):
        told = _TOLD.of(sentence.words)
        if told and (span := _in(sentence, told)):
            yield Detection(ENTITY, *span, 0.6, "a financial fact that seems not to be public")


def _in(sentence: Sentence, told: Collection[Caseless | Pattern]) -> tuple[int, int] | None:
    words = sentence.text
    trouble = _TROUBLE.search(words) if _TROUBLE in told else None
    fact = _FACT.search(words) if _FACT in told else None
    deal = _DEAL.search(words) if _DEAL in told else None
    if not trouble and not fact and not deal:
        return None
    public = _PUBLIC.search(_NOT_YET.sub(" ", words)) and not _PAST_ACCOUNTS.search(words)
    if _LONG_AGO.search(f"{words} {sentence.after[:80]}"):
        public = True
    if public or _PUBLIC.search(sentence.after[:200]) or _SPORT.search(words) or _OWN_MEANS.search(words):
        return None
    if not (_BODY.search(words) or _NAME.search(words) or _BODY.search(sentence.before)):
        return None
    around = f"{sentence.before} {words} {sentence.after}"
    if not trouble and fact and not _CUE.search(around):
        fact = None
    if deal and not any(kept.search(around) for kept in _SECRET):
        deal = None
    said = trouble or fact or deal
    return sentence.span(said) if said else None


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_ANCHORS))
