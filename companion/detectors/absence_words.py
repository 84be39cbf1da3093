"""The words that `absence.py` builds its patterns from: when, who, where."""

from __future__ import annotations


def _any(*forms: str) -> str:
    return "(?:" + "|".join(forms) + ")"


# --- when -----------------------------------------------------------------------------------------------------------

DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = _any(
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?",
    "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
DATE = _any(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}",
    rf"{MONTH} \d{{1,2}}",
    r"\d{1,2}(?:st|nd|rd|th)",
    r"\d{1,2}[/.]\d{1,2}",
)
WHEN = (
    r"(?:the end of |a week (?:on )?|the |next |this |late |early |mid[- ])*"
    + _any(DATE, DAY, MONTH, "tomorrow", "the morra", "the morn", "week(?:end)?", "month", "new year", "hogmanay",
    "easter",
           "christmas", "boxing day")
    + r"\b"
)  # fmt: skip
UNTIL = r"(?:until|till?|'til|thru|through to)(?: after)?"
BACK = (
    r"(?:back(?: home| in \w+)?|home(?: again)?|hame) (?:on |in |by |until |till |til )?(?:the |a week (?:on )?)?"
    + _any(DATE, DAY, "next week", "next month")
)
TIME = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|six|seven|eight|nine|ten|eleven|twelve|midnight)\b"
FOR_A_WHILE = (
    r"for (?:the (?:next |whole )?|a |the whole |another |(?:\w+ ){1,2})?(?:weeks?|fortnight|month|"
    r"weekend|days|nights)\b"
)

# --- who and where --------------------------------------------------------------------------------------------------

KIN = _any("ma", "maw", "mum", "mam", "mom", "da", "dad", "wife", "husband", "hubby", "partner", "man", "missus",
"other half",
            "bf", "gf", "boyfriend", "girlfriend", "flatmates?", "housemates?", "room ?mates?", "parents", "folks",
            "family", "kids", "weans?", "bairns?", "in-laws", "gran(?:ny)?", "nan(?:a)?", "sister", "brother",
            "neighbours?")  # fmt: skip
SOMEBODY = _any(
    r"(?:i|a|ah)'?m", r"i am", r"(?:and|an|&) (?:me|i) (?:are|is|ur)", "wur", "wir", r"i'?ll be",
    r"we'?re(?: all| both)?", r"we are(?: all| both)?",
    r"we'?ll(?: all)? be", r"they'?re(?: all)?",
    rf"(?:(?:my|our|ma|the) )?{KIN}(?: (?:&|and|n|an) (?:(?:my|our|ma|the) )?{KIN})? ?(?:are|is|ur|r|'?s|'re)?",
    r"(?:the )?rest o'?f? ?(?:them|thum|us|the family) (?:are|is|ur|r)", "our whole (?:street|close|stair|"
    r"family)(?:'s| is)?",
)  # fmt: skip
ISLAND = _any(
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
FAMILY_PLACE = _any(
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
NO_PLACE = (
    "(?!(?:an? |the )?(?:meetings?|work|class|school|college|uni|bed|court|office|hospital|capacity|limbo|lockdown|"
    "quarantine|isolation|"
    "mourning|charge|talks|draft|recess|beta|session|print|stock|love|pain|prison|jail|production|transition|"
    "training|debt|tears|"
    "shock|same|this|that|it|our|my|your|desk|risk|war|peace|denial|here|there|charge|business|place|favour|effect|"
    r"use|period|pre-election|middle|process|mood|state|sale|store|shop)\b)"
)
SOMEWHERE = (
    "(?:(?:up|down|doon|over|oot|out|away|off|through|back) )?(?:in|to|tae) "
    rf"(?:the )?{NO_PLACE}[a-z][\w'-]{{2,20}}(?: [\w'-]{{2,20}}){{0,2}}?"
)
AWAY = _any(
    rf"at (?:the |my |our |ma |her |his )?{FAMILY_PLACE}", rf"on (?:the )?(?:isle of )?{ISLAND}",
    r"away(?: (?:to|tae|in|at|up|down|doon|on|with|from|fae) [^,;]{2,30}?)?", "abroad", "overseas", "offshore",
    "at sea", "annual leave", "out of (?:town|the country)", "oot the country",
    "(?:off )?on (?:our |my |ma )?(?:holidays?|hols|holibobs|vacation|honeymoon|annual leave|leave|a cruise)(?: "
    "(?:in|to|with|at) [^,;]{2,30}?)?",
)  # fmt: skip
HOME = r"(?:house|flat|home|hoose|place|cottage|bungalow|gaff|caravan)"
ALONE = r"(?:alone|on (?:my|ma|our|oor) (?:own|tod|lonesome)|by (?:myself|masel|mysel))"

DAYS = rf"{DAY}s?(?:(?:,| and| &|/) ?{DAY}s?)*"
CLOCK = r"(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m)"
NOBODY = (
    r"(?:there(?:'s| is|'ll be) )?(?:nobody|naebody|no ?one|no-one)"
    r"(?:'s going to be|'s gonnae be| is going to be|'s| is| will be|'ll be)?"
)
INDOORS = (
    r"(?:home|hame|house|hoose|flat|cottage|bungalow|steading|farm|croft|in ours|oors|ours|"
    r"in(?! (?:the|an?|any|this|that|their|his|her) \w| (?:charge|favour|love|doubt|sight)\b))"
)
