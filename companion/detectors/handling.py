"""Looks for handling caveats: "not for publication", "embargoed until", "without prejudice". Talk about them is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import sentence_around
from companion.detectors.detector import Detector
from companion.draft import Detection

ENTITY = "handling"

_WHERE_TO = (
    r"(?:publication|public release|public consumption|general release|release|circulation|distribution|dissemination|disclosure|quotation|"
    r"attribution|sharing|broadcast|forwarding|posting|printing|citation|reproduction|the public domain|public use|external use|"
    r"transmission|wider \w+|onward \w+|further \w+|external \w+|general \w+|publishing|reuse|the press|the media)"
)
_SENT = r"(?:shared|quoted|cited|circulated|distributed|published|forwarded|copied|reproduced|released|disclosed|disseminated|posted|passed on|repeated|broadcast|attributed|discussed|made public|used|shown|printed|removed)"
_SEND = r"(?:forward|circulate|distribute|share|quote|cite|copy|publish|disclose|disseminate|release|pass (?:this |it )?on|redistribute|reproduce|print|attribute)"
_OUTSIDE = r"(?:outside|outwith|ootside|ootwith|beyond|externally|external to|wider|more widely|further|without (?:the )?(?:\w+ ){0,3}(?:permission|consent|approval))"
_THIS = r"(?:this|these|the)(?: (?:e-?mail|message|document|paper|papers|report|draft|note|slide|slides|deck|briefing|attachment|minute|minutes|spreadsheet|file|copy|version|letter|memo|link|figures|content))?"
_EMBARGO_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)?|(?:the )?\d{1,2}(?:st|nd|rd|th)|midnight|noon|mid-?day|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    r"tomorrow|tonight|the morn|the morra|after|publication|launch|release|further notice|next|the (?:minister|committee|board|report|announcement|press|statement|embargo)|"
    r"\[|t\.?b\.?c|laid|announce\w*|results)"
)

_PLAIN = re.compile(  # nobody writes these in passing
    r"\b(?:(?:strictly |for )?internal (?:use|circulation|distribution|eyes)(?: only)?|(?:strictly|for) internal only|internal[- ]only|for internal (?:use|circulation|discussion)(?: only)?|"
    r"(?:strictly |in )?commercial(?:ly)?(?:[ -]in[ -]|[ -])(?:strict )?confiden(?:ce|tial)|"
    r"(?:staff|contract|management|appointments|policy|investigations?|medical|honours|budget|board|members?|council|committee)[ -]in[ -]confidence|"
    r"(?:legally|solicitor.client|litigation) privileged|privileged (?:and|&) confidential|confidential (?:and|&) (?:legally )?privileged|(?:subject to |legal(?: professional)? )(?:legal )?privilege(?=\s*(?:[-:.;,)\]|\n]|applies|$|and))|"
    r"strictly (?:private(?: (?:and|&) |/))?confidential|private (?:and|&|\+|/) confidential|confidential[ -]+(?:not|do not|draft|addressee|please)|"
    r"(?:company|client|board|staff|attorney|trade|cabinet) confidential|confidential draft|highly confidential|"
    r"(?:addressee|recipient|staff|members|committee|board|council|cabinet|management)(?:'?s)?(?: eyes)? only(?=\s*(?:[-:.;,)\]|\n]|$))|"
    r"for (?:addressee|staff|member|committee|board|council|cabinet|management|their)(?:'s|s')? eyes only|"
    r"(?:background|briefing|briefing note|lines to take)(?: briefing)? only\b|"
    r"(?:intended |meant )?(?:solely|only|exclusively) for the (?:use of the )?(?:addressee|intended recipient|named recipient|individual|recipient)s?|"
    r"(?:this|the) (?:e-?mail|message|communication|document|letter|report|paper)(?: and (?:any|all|its) (?:attachments?|files?|annex\w*))?(?: \w+){0,2} (?:is|are) (?:strictly |private and |highly )?(?:confidential|privileged|embargoed|restricted)|"
    r"restricted (?:circulation|distribution)|limited (?:circulation|distribution)|"
    r"pre-?(?:publication|release) (?:copy|draft|access|version)(?=\s*(?:[-:.;,)\]|\n]|$|only|do|not|please))|"
    r"draft(?:[ ,:;(]+|\s*-+\s*)(?:not|do not|for (?:internal|discussion|comment only|your eyes))(?: [a-z]+){0,3}|"
    r"(?:provisional|work in progress|wip|interim|unpublished|unvalidated)(?:[ ,:;(]+|\s*-+\s*)(?:not|do not|don'?t)(?: [a-z]+){1,4}|not government policy|draft policy only)",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(
    rf"\b(?:strictly )?(?:not|no|nae|never|no') (?:(?:suitable|intended|cleared|yet cleared|yet|ready) )?(?:for|fur|tae be|to be|be)\s?(?:(?:further|onward|external|wider|public|general|immediate|direct) )?(?:{_WHERE_TO}|{_SENT})(?: {_OUTSIDE}(?: [\w']+){{0,4}})?",
    re.IGNORECASE,
)
_DO_NOT = re.compile(
    rf"\b(?:please |pls )?(?:do not|don'?t|dinnae|dinna|must not|may not be|cannot be) (?:be )?(?:{_SEND}|{_SENT})(?: (?:or|and|/) (?:{_SEND}|{_SENT}))?"
    rf"(?P<what> {_THIS})?(?P<where> {_OUTSIDE}(?: [\w']+){{0,4}})?(?=(?P<end>\s*(?:[.,;:!)\]|\"'\n]|-|$)|\s+(?:yet|until|till|before)\b))",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    rf"\b(?:strict(?:ly)? )?embargo(?:ed)?\b[: ]*(?:for \w+ )?(?:until|till?|'til|to)\b:? ?(?:\w+ )?(?={_EMBARGO_TIME})(?:[^\n.!?:;,-]|[.:](?=\d)){{0,40}}"
    rf"|\b(?:under|strict|media|press|news) (?:strict )?embargo(?=\s*(?:[-:.;,)\]|\n]|$|until|till|for))|\bembargo(?:ed)? ?(?:date|time|lifts?|ends?)?\s*:(?!\s*(?:for immediate|none|n/a|no\b))\s*(?:[^\n.!?:;,-]|[.:](?=\d)){{2,30}}"
    rf"|\bembargo(?:ed)? (?:lifts|ends|is lifted|expires) (?:at|on) (?:[^\n.!?:;,-]|[.:](?=\d)){{2,30}}|\bnot for (?:release|publication|broadcast|use) (?:before|until|prior to)\b(?:[^\n.!?:;,-]|[.:](?=\d)){{2,30}}",
    re.IGNORECASE,
)
_WITHOUT_PREJUDICE = re.compile(
    r"\bWITHOUT PREJUDICE\b|\b[Ww]ithout [Pp]rejudice(?= (?:and )?(?:save|subject to contract|letter|offer|email|e-mail|basis|meeting|discussions?)|\s*[:;)\]|\n-]|$)"
)
_IN_CONFIDENCE = re.compile(
    r"(?:^|[\n\"'(\[:.!?-]\s{0,2})(?P<it>in (?:strict(?:est)? )?confidence)(?=\s*(?:[:;)\]|\n\"-]|$))|\b(?P<caps>IN (?:STRICT(?:EST)? )?CONFIDENCE)\b",
    re.IGNORECASE | re.MULTILINE,
)
_CAPITALS = re.compile(r"IN (?:STRICT(?:EST)? )?CONFIDENCE")

_PREFILTER = re.compile(
    r"internal|confiden|privileg|prejudice|embargo|eyes only|addressee|recipient|only\b|circulat|distribut|publi|releas|\bshar|quot|"
    r"forward|\bcit(?:e|ation)|cop(?:y|ied)|disclos|dissemin|reprod|broadcast|draft|provisional|pass(?:ed)? (?:this |it )?on|attribut|repeated|print",
    re.IGNORECASE,
)
# Talk about markings and about privacy in general: training, questions, advice, rules of an everyday kind.
_ABOUT = re.compile(
    r"\b(?:what (?:does|do|did|is|are)|means?|meaning|how (?:to|do|does)|when (?:to|should|do you)|whether to|should (?:be|we|you|i)|if (?:it|a|an|something|you|your)\b|"
    r"training|trained|we train|e-?learning|course|workshop|webinar|module|guidance on|policy on|the (?:term|phrase|words?|label|marking|caveat)|"
    r"explain\w*|every (?:e-?mail|document|footer|meeting)|anything marked|people who|someone who|somebody who|remember to|tips?|reminder|"
    r"footers?|boilerplate|mark (?:it|them|things|everything|your|documents|papers)|marking (?:it|things|documents|papers)|stop (?:putting|marking|writing)|"
    r"film|book|novel|song|album|series|episode|netflix|foi|freedom of information)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:passwords?|pin|bank details|personal (?:data|details|information|info)|fake|misinformation|rumours?|scams?|spoilers?|address|number|data|photos?|memes?|recipes?)\b",
    re.IGNORECASE,
)
_CASUAL = re.compile(
    r"\b(?:will(?:'ll)? |wo|we do|we will|i do|they do|can|could|would|to|you|they|we|i|he|she|people|who) (?:not |n'?t |never )?$|\b(?:if you|those who|people who|friends|real friends|we|i|they|you|u|folk|why|men|women|kids|cats|dogs) $",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no longer|isn'?t|aren'?t|is not|was not|wasn'?t|not|never|nothing|hardly|anything but|lifted|now)\s+(?:an? |the |under )?$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:attached|below|copied|here(?:'s| is)|text below|read on|screenshot|leaked|found|says|said|headed|reads|titled|stamped|shar(?:ing|ed) (?:it )?anyway|posting)\b",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    if not _PREFILTER.search(text):
        return
    for match in _PLAIN.finditer(text):
        yield from _seen(text, *match.span())
    for match in _NOT_FOR.finditer(text):
        if not _ADVICE.search(text[max(0, match.start() - 25) : match.start()]):
            yield from _seen(text, *match.span())
    for match in _DO_NOT.finditer(text):
        formal = (
            match["what"]
            or match["where"]
            or re.match(r"\s*(?:[.,;:)\]|\"\n]|-|$)", text[match.end() : match.end() + 3])
        )
        if formal and not _CASUAL.search(text[max(0, match.start() - 25) : match.start()]):
            yield from _seen(text, *match.span())
    for match in _EMBARGO.finditer(text):
        yield from _seen(text, *match.span())
    for match in _WITHOUT_PREJUDICE.finditer(text):
        yield from _seen(text, *match.span())
    for match in _IN_CONFIDENCE.finditer(text):
        group = "it" if match["it"] else "caps"
        if group == "it" or _CAPITALS.fullmatch(match["caps"]):
            yield from _seen(text, *match.span(group))


def _seen(text: str, start: int, end: int) -> Iterator[Detection]:
    while end > start and text[end - 1].isspace():
        end -= 1
    if _NEGATED.search(text[max(0, start - 25) : start]):
        return
    sentence = sentence_around(text, start, end)
    if _ABOUT.search(sentence) and not _DOING.search(text):
        return
    yield Detection(ENTITY, start, end, 0.8, "words that ask for this to stay with those who have it")


DETECTOR = Detector(ENTITY, find)
