"""Looks for word that a home stands empty, that somebody is alone, or where they are at a set time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import leads_to
from companion.detectors.detector import Detector
from companion.draft import Detection

ENTITY = "absence"

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WHEN = (
    rf"(?:(?:the end of |the |next |this |late |early |mid-?)*(?:{_DAY}|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[/.]\d{{1,2}}|"
    r"tomorrow|the morra|the morn|week(?:end)?|month|new year|hogmanay|boxing day|christmas|easter))\b"
)
_UNTIL = r"(?:until|till?|'til|thru|through to|back(?: home)?(?: on)?|home(?: again)? on|back in)"
_WE = (
    r"(?:i'?m|i am|we'?re|we are|i'?ll be|we'?ll be|am|are all|(?:the )?(?:rest o'?f? ?(?:them|thum|us)|whole family|family|parents|folks|kids)"
    r" (?:are|is|ur|r)|(?:(?:my|our|ma) )?(?:ma|maw|mum|mam|da|dad|wife|husband|partner|man|flatmates?|parents|folks|family|housemates?|"
    r"missus|bf|gf|other half)(?: (?:&|and|n|an) (?:ma|maw|mum|mam|da|dad|brother|sister|kids|wean|weans|wife))? (?:are|is|ur|r)|they'?re (?:all )?|"
    r"(?:is|are) (?:all )?)"
)
_AWAY = (
    r"(?:away|off|abroad|on (?:our |my )?(?:holiday|holidays|hols|vacation|honeymoon|annual leave|leave)|out of (?:town|the country)|"
    r"(?:up|down|doon|over|oot|out|away|off)? ?(?:in|at|to) (?!meetings?\b|work\b|a meeting|class|school|bed|court\b|the office|hospital)"
    r"(?:the )?[A-Za-z][\w'-]{2,20}(?: [A-Z][\w'-]{2,20})?)"
)
_AWAY_UNTIL = re.compile(
    rf"\b{_WE} (?:all |both |just |now |currently |finally |no |still )?(?:away )?{_AWAY}[^.!?\n]{{0,25}}? (?:and |so )?{_UNTIL} {_WHEN}",
    re.IGNORECASE,
)
_HOLIDAY_UNTIL = re.compile(
    rf"\b(?:on (?:holiday|holidays|hols|vacation|annual leave|leave|honeymoon)|off on (?:holiday|hols)|out of office|ooo|away)"
    rf"(?: in [A-Z]\w{{2,20}})?,? (?:{_UNTIL} {_WHEN}|for (?:the (?:next|week|fortnight|month)|a (?:week|fortnight|month)|(?:two|three|2|3|10|ten) (?:weeks|days)))",
    re.IGNORECASE,
)
_OFF_TO = re.compile(
    r"\b(?:(?:we|i)(?:'re|'m| are| am)|off|flying|heading|jetting)\b[^.!?\n]{0,20}\b(?:off|away|flying|heading|jetting) (?:to|tae|for) [^.!?\n]{2,40}?"
    r"\b(?:for (?:a|the|two|three|2|3|10|ten) (?:whole )?(?:weeks?|fortnight|month|days)|until |till? |'til |back (?:on )?(?:the )?(?:mon|tue|wed|thu|fri|sat|sun|\d))",
    re.IGNORECASE,
)
_HOME = r"(?:house|flat|home|hoose|place|cottage|bungalow|gaff)"
_EMPTY = re.compile(
    rf"\b(?:(?:my|our|ma|oor|the|mum'?s|gran'?s|parents') {_HOME}(?:'?s| is| will be|'ll be| stands| sits| lies)? ?(?:empty|unoccupied|unattended|vacant|lying empty)\b"
    rf"(?![^.!?\n]{{0,12}}\b(?:nest|feeling|without you|promis))"
    rf"|(?:nobody|no ?one|naebody|no-one)(?:'s|'ll be| is| will be)? (?:at home|home|in(?: the {_HOME})?|at (?:the|our|my) {_HOME})\b[^.!?\n]{{0,20}}"
    rf"(?:{_UNTIL} |all (?:week|day|weekend)|this week|next week|tonight|for (?:a|the|two|\d))"
    rf"|(?:got the )?{_HOME} to (?:myself|masel|mysel)\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\b(?:(?:i'?m|am|i'?ll be|just me|me|left|sat|sitting|stuck|be) (?:all )?(?:home alone|alone in the (?:{_HOME}|office|building|surgery|shop|close|hall)|"
    rf"on my (?:own|tod) (?:in|at) (?:the |my )?(?:{_HOME}|office|building|surgery|shop|hall))|home alone (?:tonight|till?|until|all|this|for|tomorrow)"
    rf"|just me (?:in|at) the {_HOME}(?: tonight| till?| until| all| this)"
    r"|i (?:always |usually )?(?:lock up|close up|open up|lock|cash up|walk home|walk back|leave|finish|run|cycle home)\b[^.!?\n]{0,40}\b(?:alone|on my own|by myself|masel)"
    r"(?: (?:at|around|about|every|each|till?|until) [^\s.!?]{1,12})?"
    r"|i'?m at [^.!?\n]{3,60}\b(?:alone|on my own|by myself|masel))\b",
    re.IGNORECASE,
)
_HERE_FOR = re.compile(
    r"\b(?:i'?m|we'?re|i am|we are) (?:sat |sitting |here |standing )?(?:at|in|outside|by) [^.!?\n]{3,45}?\b"
    r"(?:for the next (?:\d+|two|three|few|couple of|half) ?(?:hrs?|hours?|mins?|minutes|an hour)|if anyone wants to find me)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    rf"\b(?:every|each) (?:single )?(?:morning|night|evening|lunchtime|weekday|{_DAY})\b[^.!?\n]{{0,15}}\bi (?:\w+ )?(?:walk|run|jog|cycle|leave|get home|swim|lock up)\b"
    rf"[^.!?\n]{{0,50}}\b(?:at|around|about|from) (?:\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?|six|seven|eight|nine|ten|eleven|midnight)\b"
    rf"|\bi (?:always |usually )?(?:walk|run|jog|cycle|leave|get home)\b[^.!?\n]{{0,60}}\b(?:every|each) (?:single )?(?:morning|night|evening|weekday|{_DAY})\b"
    rf"[^.!?\n]{{0,15}}\bat (?:\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?|six|seven|eight|nine|ten|eleven|midnight)\b",
    re.IGNORECASE,
)
_PREFILTER = re.compile(
    r"\b(?:until|til|till|back|home|holidays?|hols|leave|away|empty|unoccupied|alone|own|tod|myself|masel|mysel|every|each|next|ooo|vacation|"
    r"unattended|vacant|naebody|weeks?|fortnight)\b|\bout of office\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:office|offices|library|museum|shop|exhibition|centre|service|services|line|lines|phone lines|team|pool|gallery|site|store|pub|"
    r"tickets?|sale|show|road|bridge|school|branch|cafe|consultation|survey|voting|polls)\b[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:when|whenever|if|was|were|used to|hate|love|watch\w*|imagine|never|don'?t)\b[^.!?\n]{0,15}$", re.IGNORECASE
)
_KINDS = (
    (_AWAY_UNTIL, "away", "away until a day that is named"),
    (_HOLIDAY_UNTIL, "away", "on holiday until a day that is named"),
    (_OFF_TO, "away", "away for a time that is named"),
    (_EMPTY, "empty-home", "says that a home is empty"),
    (_ALONE, "alone", "says that somebody is alone in a place"),
    (_HERE_FOR, "alone", "says where somebody is for how long"),
    (_ROUTINE, "routine", "says where somebody is at a set time"),
)


def find(text: str) -> Iterator[Detection]:
    if not _PREFILTER.search(text):
        return
    for pattern, kind, evidence in _KINDS:
        for match in pattern.finditer(text):
            if leads_to(text, match.start(), _OFFICIAL if kind == "away" else _IN_GENERAL):
                continue
            yield Detection(ENTITY, *match.span(), 0.75, evidence, kind)


DETECTOR = Detector(ENTITY, find)
