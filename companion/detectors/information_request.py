"""Looks for what may be a request for recorded information, in the post being answered. Says nothing
    of its validity.

FOISA 2002 s.8 asks for writing, a name and a description of the information, no form and no
    mention of the Act; under the
Environmental Information (Scotland) Regulations 2004 even speech will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import phrases
from companion.draft import Detection

ENTITY = "information-request"
_LONGEST = 4000  # characters of the post being answered that are read

_BY_NAME = Pattern(
    r"\b(?:FOI(?:SA|A|s|ed|'d|ing)?|freedom of information|EIR|environmental information|subject access|"
    r"SAR|DSAR|data protection request|"
    r"what ?do ?they ?know|whatdotheyknow|right to know|information request)\b",
    re.IGNORECASE,
)
_NO_REQUEST = Pattern(
    r"\b(?:thanks|thank you|cheers|got|received|great|love|your (?:FOI|foi) (?:team|page|response|reply)|"
    r"answered|already)\b",
    re.IGNORECASE,
)
_WANTS = Pattern(  # "can I have", "I'd like to see", "please publish", "I request"
    r"\b(?:(?:can|could|may|might|would|will) (?:you|I|we|someone|somebody|anyone|u)(?: please| plz| pls|"
    r" kindly| not)? "
    r"(?:have|get|see|send|give|provide|share|tell|show|supply|release|publish|disclose|let (?:me|"
    r"us) (?:have|know|see)|access|look at|confirm|point me to|obtain|request|forward|post|list|break)"
    r"|(?:I|we)(?:'d| would|'m| am)?(?: formally| hereby| also| just)? (?:like|want|wish|need|request|"
    r"requesting|ask|asking|demand|seek|seeking|after|looking for|entitled)"
    r"|(?:please|pls|plz|kindly)(?: can you| could you)? (?:send|provide|share|tell|give|supply|release|"
    r"publish|disclose|list|confirm|state|forward|let)"
    r"|(?:send|give|show|tell|gie|gies|email) (?:me|us)|publish (?:the|your)|release (?:the|your)|"
    r"(?:any )?chance of (?:seeing|getting|a copy)|"
    r"how (?:do|can) I (?:get|see|obtain)|request(?:ing)? (?:for )?(?:a copy|copies|all|the|any)|"
    r"is there (?:a|any) (?:copy|record|list|breakdown))\b",
    re.IGNORECASE,
)
_RECORD = phrases("request-records.txt")
_YOU = (
    r"(?:you|your \w+|yous|youse|ye|the (?:regulator|council|agency|board|office|authority|organisation|"
    r"department)|(?-i:[A-Z]{2,6})|staff|they|this organisation|it)"
)
_ASKS = Pattern(  # questions about what the body did, holds, spent, decided
    r"\bhow (?:many|much|often|long)\b[^?!.\n]{2,140}?\b(?:did|do|does|have|has|had|was|were|is|are|been|"
    r"you|your|in 20\d\d|since|last year|per year|each year|cost|spent?|paid|received?|took)\b[^?\n]*\?"
    r"|\bhow (?:many|much)\b(?! (?:times|more|longer|of this)\b)[^?!.\n]{1,100}?\b(?:have|did|do) (?:you|yous|youse|ye)"
    r"(?: lot| folk| guys| all)? (?:had|have|got|get|received?|spent|spend|paid|pay|issued?|closed?|evict(?:ed)?|dealt|"
    r"record(?:ed)?|uph[eo]ld|refused?|carr(?:y|ied) out|handled?)\b"
    rf"|\b(?:what|whit) (?:was|were|wis|did|wiz)\b[^?!.\n]{{2,80}}\b(?:paid|claim(?:ed)?|get paid|earn(?:ed)?|spent|"
    rf"spend)\b[^?\n]{{0,80}}\?"
    rf"|\b(?:what|which|whit)\b[^?!.\n]{{0,80}}\b(?:did|does|do|was|were|is|are|has|"
    rf"have) {_YOU}\b[^?\n]{{0,80}}\b(?:spend|spent|pay|paid|cost|hold|held|decide|decided|receive|"
    rf"received|find|found|visit|visited|meet|met|discuss|discussed|know|award|awarded|buy|bought|say|"
    rf"said|write|wrote|send|sent|record|recorded|inspect|do)\b"
    rf"|\bwhat (?:was|were|is|are|did|does) [^?!.\n]{{2,80}}\b(?:cost|costs|salary|budget|spend|bill|fee|"
    rf"fees|bonus|criteria|reason|reasons|basis|total)\b"
    rf"|\b(?:who|when|why|where)\b[^?!.\n]{{0,40}}\b(?:approved|attended|authorised|signed|decided|"
    rf"made the decision|appointed|inspected|visited|met|was told|were told|was paid|were paid|chose|"
    rf"awarded)\b"
    rf"|\b(?:when|why|who|whose) (?:did|was|were|have|has) {_YOU}\b[^?\n]{{0,60}}\b(?:approve|decide|"
    rf"sign|know|inspect|visit|meet|met|pay|award|appoint|close|drop|told|tell|investigat|receive|change|"
    rf"remove|warn|contact|email|write)\w*"
    r"|\bwhat (?:info|information|data|records?|documents?|files?|emails?)\b[^?\n]{0,60}\b(?:hold|have|"
    r"keep|got|about me|on me|exist|shared|store)\b|\bdo you (?:hold|have|keep|"
    r"record)\b[^?\n]{0,30}\b(?:any|a|the|data|records?|information|copies|figures|list|minutes)\b"
    r"|\bwhat(?:'s| is| was| were) (?:your|the|its) (?:[\w-]+ ){0,3}(?:spend|cost|bill|budget|salary|"
    r"total|number|turnover|"
    r"headcount|sickness rate|pay gap)\b"
    r"|\b(?:where(?:'s| is| are)|is there|are there|have you (?:got|published|done|made)|did you (?:do|"
    r"make|keep)) (?:the|an?|any|your) "
    r"[^?\n]{0,60}\b(?:assessment|minutes|list|figures|data|statistics|records?|correspondence|emails|"
    r"contracts?|register|breakdown)\b"
    r"|\b(?:minutes|figures|data|copy|copies|emails|breakdown|documents|correspondence) (?:please|pls|plz)\b"
    r"|\b(?:journalist|reporter|newspaper|paper|at the \w+|newsdesk)\b[^.?!\n]{0,60}\b(?:want|need|"
    r"would like|request|asking for|after)\b"
    r"[^.?!\n]{0,60}\b(?:figures|data|number|copy|emails|minutes|details|report|documents|breakdown)\b",
    re.IGNORECASE,
)
_COUNTED = Pattern(
    r"\b(?:broken down by|breakdown of|for (?:each|every) (?:year|month|council|landlord)|(?:since|"
    r"between|from) (?:19|20)\d\d|in (?:19|20)\d\d(?:[/-]\d\d)?|(?:over|in|during|within) the (?:last|past) \w+ "
    r"(?:years|months))\b",
    re.IGNORECASE,
)
_HOW_MANY_YOU_HAVE = Pattern(  # figures about the body itself, whatever else is spoken of
    r"\bhow (?:many|much)\b[^?!.\n]{0,60}\b(?:staff|employees|people|vacancies|posts|officers|inspectors|complaints|"
    r"cases|money)\b[^?!.\n]{0,40}\b(?:you|your|yous|youse|ye|do(?:es)? (?:it|they)|there are|work(?:s|ing)? (?:for|"
    r"on|in|at))\b",
    re.IGNORECASE,
)
_EVERYDAY = Pattern(  # what a help desk answers: no record is asked for
    r"\b(?:open(?:ing)? (?:times?|hours?)|(?:you|office) (?:open|close)\w*|phone number|contact|complain|"
    r"apply|application form|my (?:repair|rent|"
    r"boiler|landlord|case|application|complaint|heating|account)|get through|"
    r"speak to|who (?:do|can|should) I|how do I (?:complain|report|contact|apply|join)|jobs?|vacanc\w+|"
    r"car park\w*|bus|weather|time (?:is|does)|DM|"
    r"followers?|a (?:hand|break|minute|call|shout|ring)|your (?:secret|recipe)|link (?:is )?broken|tickets?)\b",
    re.IGNORECASE,
)


_RHETORICAL = Pattern(  # "how many times do I have to tell you": no figure is asked for
    r"\bhow (?:many (?:more )?times|often|much longer|long|much more) (?:do|does|must|will|should|did|have|has|are|am|"
    r"is) (?![^?\n]{0,120}\b(?:figures|minutes|data|copy|copies|report|emails|records?|documents)\b)"
    r"(?:I|we|ye|you|people|tenants|residents|folk|anyone|it|this|he|she|they) (?:have to|need to|has to|got to|must|"
    r"gonna|going to|been|told|said|asked|wait|keep|put up|expected|supposed)\b|"
    r"\bhow (?:many|much) more\b[^?!.\n]{0,80}\b(?:before|until|till)\b[^?!.\n]{0,80}|"
    r"\bhow (?:much|many) (?:do|does|did) (?:you|they|we|I) (?:love|care|hate|like|miss|want|need)\b[^?!.\n]{0,60}",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    text = _RHETORICAL.sub(lambda said: " " * len(said.group()), text[:_LONGEST])
    if (named := _BY_NAME.search(text)) and (_WANTS.search(text) or "?" in text or not _NO_REQUEST.search(text)):
        yield Detection(ENTITY, *named.span(), 0.9, "names the right to information", "named")
        return
    wants = _WANTS.search(text)
    counted = _COUNTED.search(text) or _HOW_MANY_YOU_HAVE.search(text)
    if wants and _RECORD.search(text, wants.end()) and (counted or not _EVERYDAY.search(text)):
        yield Detection(ENTITY, *wants.span(), 0.7, "asks to see something recorded", "asked")
        return
    asks = _ASKS.search(text)
    if asks and (counted or not _EVERYDAY.search(text)):
        yield Detection(ENTITY, *asks.span(), 0.6, "asks what was done, spent or held", "asked")


DETECTOR = Detector(ENTITY, find)
