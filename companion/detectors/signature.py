"""Finds where a post says in whose role it is written: a signature at the end of a line, or an introduction.

"Jane Hendry, Communications Officer" signs where it follows a sentence and ends its line. Where it goes on, or follows
"thanks to" or a quotation, somebody else is named.
"""

from __future__ import annotations

import re
from typing import Final

from companion.detectors.pattern import Pattern
from companion.detectors.phrases import entries
from companion.detectors.signs import Signs

_NO_NAME: Final = (  # with a capital at the head of a sentence
    r"(?!(?:Thanks?|Cheers|Ta|Well|Congrat\w*|Contact|Ask|Meet|Photo|Picture|Credit|Hi|Hello|Dear|Welcome|Good|Great|"
    r"Happy|Poor|Bravo|Kudos|Sorry|With|And|To|From|By|See|Follow|Call|Ring|Email|The|Our|Your|My|A|An|New|Join|"
    r"Watch)\b)"
)
_FIRST: Final = rf"{_NO_NAME}[A-Z][\w'’-]{{1,30}}"
_NAME: Final = rf"{_FIRST}(?: (?:[a-z]{{1,3}} )?{_FIRST}){{1,3}}"
_FIELD: Final = (  # of work, as a team or a post is called after it
    r"(?:communications?|comms|policy|press|media|social media|web|website|digital|content|regulation|housing|"
    r"engagement|customers?(?: services?)?|tenants?(?: participation)?|participation|community|data|statistics|finance|"
    r"hr|it|planning|complaints|enquiries|elections?|licensing|roads|waste|benefits|council tax|parking|repairs|"
    r"lettings|homelessness|library|events|support|help|advice|investigations?|inspections?|audit|legal|records|foi|"
    r"information|correspondence|private|public affairs|outreach|recruitment|research|strategy|governance|performance|"
    r"analysis|safety|estates|facilities|transport|education|social care|sport|culture|museums?|tourism|grants|"
    r"delivery|project|corporate services|contact)"
)
_UNIT: Final = r"(?:team|office|desk|helpdesk|unit|department|directorate|division|centre)"
_MORE_HEADS: Final = (  # that are no titles of a job
    "chair", "vice chair", "chief executive", "chief inspector", "convener", "commissioner", "lead", "team leader",
    "spokesperson", "spokesman", "spokeswoman", "administrator", "provost", "ombudsman", "non-executive",
)  # fmt: skip
_HEADS: Final = "|".join(sorted({*entries("job-titles.txt"), *_MORE_HEADS}, key=len, reverse=True))
_ROLE: Final = (  # "Customer Service Manager", "Head of Rents and Repairs", "policy officer", "comms team"
    rf"(?:(?:[A-Z][\w&'’-]{{0,30}}|and|of|for|&|the|(?i:{_FIELD}|senior|deputy|assistant|acting|interim|duty|principal|"
    rf"chief|lead)) ){{0,5}}(?:(?i:{_HEADS}|{_UNIT}|(?:board|panel|committee) member)\b|(?:Regulation|Communications|"
    rf"Comms|Policy|Press|Media|Engagement)\b(?! [A-Z]))"
    r"(?: (?:of|for|and|to|&)(?: (?:the|of|for|and|to|&|[A-Z][\w&'’-]{0,30})){1,6})?"
)
_TEAM: Final = rf"(?:(?i:the|our|your) )?(?i:(?:{_FIELD}(?:,? (?:and|&) | )){{1,3}}{_UNIT})"
_EMOJI: Final = r"[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?"
_AFTER: Final = rf"(?:[.!?…)\]/\n]|[.!?…\n]\s{{0,3}}\(|{_EMOJI})\s{{0,3}}"
_AFTER_A_DASH: Final = r"(?:[~|–—\n]|(?<=\s)-)\s{0,3}"
_BEFORE: Final = r"(?:, ?| ?[–—|] ?| - | \()"
_TO_THE_END: Final = rf"[).]?(?:\s{{1,3}}[#@]\w{{1,40}}){{0,5}}(?:\s|{_EMOJI}){{0,5}}(?=\n|$)"

_SIGNED: Final = (
    Pattern(rf"(?:{_AFTER}{_NAME}|{_AFTER_A_DASH}(?:{_NAME}|{_FIRST})){_BEFORE}{_ROLE}{_TO_THE_END}"),
    Pattern(  # "Ailsa (Policy team)", "Kirsty from the comms team", "Press office"
        rf"(?:{_AFTER}|{_AFTER_A_DASH})(?:(?:{_NAME}|{_FIRST})(?: \({_ROLE}\)|, ?{_TEAM}|,? (?:from|fae|frae|at|in|of|"
        rf"on) {_TEAM})|{_TEAM}){_TO_THE_END}"
    ),
)
_INTRODUCED: Final = (
    Pattern(  # "I'm Ruaridh Kerr, a Regulation Manager with…", "Janet Ogilvie, Chair", "posted by the comms team"
        r"\b(?:I'm|I am|[Mm]y name is|[Tt]his is|[Ii]t's) [A-Z][\w'-]+(?: [A-Z][\w'-]+)*,? (?:an?|the|our|"
        r"and I'm|and I am|from the|here from|your) "
        r"|\b(?:posted|written|replies|reply|answered|signed) by (?:the |our )?[\w ]{0,30}?(?:team|office|"
        r"desk|[A-Z][\w'-]+)"
        r"|(?:^|\n)\W{0,3}[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}, (?:(?:Interim|Acting|Deputy|Assistant|Senior|"
        r"Head of|Chief) )*"
        r"(?:Chair|Chief Executive|Director|Head|Manager|Officer|Convener|Commissioner|Regulation|Press|"
        r"Communications|Policy)\b"
    ),
    Pattern(  # "Alan here fae the tenant participation team", "I'm the new head of communications"
        rf"\b{_FIRST}(?: {_FIRST})? here,? (?:from|fae|frae|at|in) (?:the |our |your )?(?:[\w'&-]+ ){{0,4}}{_UNIT}\b"
        r"|\b(?:I'm|I am|[Aa]h'm) (?:the|your|our|an?|one of the) (?:new |acting |interim |local |senior |deputy )*"
        rf"(?:[\w&'-]+ ){{0,2}}(?i:{_HEADS})\b(?!['’]|s\b)"
    ),
    Pattern(  # "Reply from Ellen Baxter, Senior Analyst: …"
        r"(?:^|[.!?…\n]\s?)(?i:an? |the |our )?(?i:reply|answer|update|message|note|statement|post|thread|comment|"
        r"response|"
        rf"posted|written|signed|sent|answered)(?: \w+)? (?:from|by) {_NAME}{_BEFORE}{_ROLE}"
        r"(?!,? (?:at|with|for|from|of) )"
    ),
)
_SIGNS: Final = Signs((  # small letters without which nobody is introduced
    "i'm ", "i am ", "ah'm ", "y name is ", "this is ", "it's ", " by ", " here ", " here,", "chair", "commissioner",
    "regulation", "press", "communications", "policy", "comms", "media", "engagement", "convener", "lead", "spokes",
    "administrator", "provost", "ombudsman", "non-exec", "member", *entries("job-titles.txt"),
    "team", "office", "desk", "unit", "department", "directorate", "division", "centre",
))  # fmt: skip
_BEFORE_A_SIGN, _BEHIND_A_SIGN = 160, 160  # characters


def who_speaks(text: str) -> re.Match[str] | None:
    """The first introduction or signature of the writer."""
    for start, end in _SIGNS.around(text, _BEFORE_A_SIGN, _BEHIND_A_SIGN):
        for pattern in (*_INTRODUCED, *_SIGNED):
            if said := pattern.search(text, start, end):
                return said
    return None
