"""Tells public places from homes: a library's address may stand in any post, a kitchen's may not."""

from __future__ import annotations

import re
from functools import lru_cache

from companion.detectors.pattern import Pattern
from companion.detectors.streets import PERHAPS_STREETS, STREETS

_STREET = "|".join(word.title() for word in (*STREETS, *PERHAPS_STREETS))
_PUBLIC = Pattern(
    r"\b(?:library|hospital|museum|school|academy|college|university|church|cathedral|theatre|hotel|surgery|pharmacy|"
    r"mosque|synagogue|gurdwara|crematorium|embassy|consulate|"
    r"(?:bus|train|railway|police|fire|polling) station|polling place|city chambers|"
    r"(?:town|concert|church|village|parish|community|memorial|public|burgh|masonic|scout) hall|"
    r"(?<!\d )(?<!\d, )(?<!\d[a-z] )(?<!\d[a-z], )"  # "Flat 3, Crown Court" is somebody's
    r"(?:sheriff|crown|county|high|family|supreme|magistrates'?|coroner'?s|justice of the peace) court|"
    r"court of (?:session|appeal)|courthouse|tribunal|"
    r"citizens'? advice(?: bureau)?|(?-i:CAB)|advice bureau|"
    r"(?:health|community|leisure|sports|shopping|visitor|conference|medical|job|arts|law|advice|justice) "
    r"cent(?:re|er)|caf[eé]|restaurant|"
    r"cinema|gallery|stadium|registered office|regist(?:ration|er|ry) office|post office|council offices?|head office|"
    r"headquarters|open day|granary|brewery|distillery|public meeting|agm|drop-in|gig|hustings|book launch|exhibition|"
    r"rally|vigil|tickets|doors open|"
    r"llyfrgell|ysgol|canolfan|swyddfa|neuadd|ysbyty|theatr|capel|eglwys|meddygfa|gorsaf|tafarn|siop|caffi|sgoil|"
    r"leabharlann|ospadal|taigh-òsta|oifis|talla|eaglais|bùth)\b"
    rf"(?![ ](?-i:{_STREET})\b)"  # Church Street is a street
    r"(?:(?!\b(?:i'm|me|my|mine|parcels?)\b)[^.!?\n]){0,60}$",  # "out of court: come to me at …"
    re.IGNORECASE,
)
_PARTS = r"(?:(?:[A-Z][\w'’]*|\d{1,4}[A-Za-z]?|of|the)(?:, | )){0,10}"  # of an address
_BODY = Pattern(  # "Fife Council, Fife House, North Street, Glenrothes"
    r"\b[A-Z][\w'’]+ (?:and [A-Z]\w+ )?(?:Council|Commission(?:er)?|Ombudsman|Parliament|Government|Authority|Agency|"
    rf"Regulator|Housing Association),? {_PARTS}$|"
    # "Registers of Scotland, Meadowbank House, 153 London Road", "the Faculty of Advocates, Parliament House"
    r"\b(?:Registers|Faculty|Society|Institute|Institution|College|Bank|Federation|Association|Department|Ministry|Office|"
    rf"Court|Chamber) (?:of|for) (?:the )?[A-Z][\w'’]+(?: [A-Z][\w'’]+)?, {_PARTS}$"
)
_NAMED_PLACE = Pattern(r"\bthe (?:[A-Z][\w'-]* ){1,3}(?:House|Hall|Castle|Gallery|Arms|Inn|Bar|Tower),? ?$")
_VENUE = Pattern(
    r"\b[A-Z][\w'’]* (?:Centre|Halls?|Rooms|Bar|Arms|Inn|Tavern|Church|Kirk|Club|Pavilion|Hub|Institute|Theatre|Arena|"
    r"Cafe|Library),? ?$"
)
_WELCOMES = Pattern(
    r"\b(?:find us|visit us|join us at|our (?:new )?office (?:is|has)|where to find)\b[^!?]{0,80}$", re.I
)
_OF_A_STORY = Pattern(r"[^.!?\n]{0,45}\b(?:song|album|film|movie|novel|tune|track|episode|musical|painting)s?\b")
_STAGED = Pattern(  # "we're directing 21 Chump Street"; a street may be watched or seen on fire
    r"\b(?:(?:co-?)?direct(?:ing|ed|s)|rewatch(?:ing|ed)?|binge[- ]?watch(?:ing|ed)?|(?:starring|starred|stars) in|"
    r"(?:audition(?:s|ing|ed)?|rehears(?:al|als|ing)) (?:for )?|"
    r"(?:cast|episodes?|production|remake|soundtrack) (?:of|in)|sequel to|"
    r"the (?:film|movie|musical|novel|sitcom|soap|podcast)) ?$",
    re.IGNORECASE,
)
_OF_HISTORY = Pattern(  # "14 India Street, Edinburgh, is where James Clerk Maxwell was born"
    r"[^.!?\n]{0,40}\b(?:(?:is |was |being )?where (?:the (?:poet|author|writer|painter|singer|composer|inventor|"
    r"artist|band)|"
    r"(?!(?:I|We|My|Our|He|She|They|Auntie?|Uncle|Gran\w*|Nana?|Mum|Dad|Papa|Cousin)\b)(?:[A-Z][\w.'’-]+ ){1,4})"
    r"[\w ]{0,25}?(?:was born|were born|once lived|lived|died|wrote|grew up|worked|met)|"
    r"was the (?:\w+ )?(?:home|house|birthplace|studio) of [A-Z]|birthplace|blue plaque|"
    r"[A-Z][\w-]+ [A-Z][\w-]+['’]s (?:old|"
    r"former|childhood) (?:house|home|studio|flat))\b"
)
_OPEN_TO_ALL = Pattern(
    r"[^.!?\n]{0,30}\b(?:exhibition|tickets?|doors (?:open|at|\d\w*)|reopens?|opening hours|"
    r"is (?:shut|closed) (?:for|on|until))\b",
    re.IGNORECASE,
)
_OF_A_TRADE = Pattern(  # "the pub at", "new shop on"; not "the flat above the shop at"
    r"(?<!above )(?<!above the )(?<!over the )(?<!behind the )(?<!beside the )(?<!opposite the )(?<!next to the )"
    r"\b(?:pubs?|(?:chip |coffee |book |charity |corner |bike )?shops?|chippy|bookshop|baker(?:y|'?s)|butcher'?s|"
    r"barber'?s|deli|takeaway|tearoom|bistro|off[- ]licence|supermarket|showroom|gym|bookies) (?:is |are )?(?:at|on) $",
    re.IGNORECASE,
)
_SEATS = frozenset((  # parliaments, governments and palaces: their postcodes are on every letterhead
    "SW1A0AA", "SW1A0PW", "SW1A2AA", "SW1A2AS", "SW1A2HQ", "SW1A1AA", "SW1A2NS", "EH991SP", "EH13DG", "EH66QQ",
    "EH88DX", "CF991SN", "CF991NA", "CF103NQ", "BT43XX", "BT43TT", "BT43SR",
))  # fmt: skip
_INVENTED = Pattern(r"\b(?:test|dummy|fake|fictional|made[- ]up|imaginary|example|fictitious)\b[^.!?\n]{0,40}$", re.I)
_HOME = Pattern(
    r"\b(?:i|we|she|he|they|who|tenant|neighbour|mum|dad|gran|auntie|nana)(?:'ve|'m|'re)?(?: been| was|"
    r" were)?(?: now| still| just| both| also| currently)? "
    r"(?:live|lives|living|lived|stay|stays|staying|stayed|moved|bide|bides)\b|"
    r"\bliv(?:es?|ing) (?:at|on|in|along|off)\b|"
    r"\bnew (?:address|place|flat|house|hoose|gaff|digs)\b|"
    r"\b(?:my|our|his|her|their) (?:new |old )?(?:address|house|flat|home|place|hoose|gaff|bit)\b|"
    r"\b(?:my|our|ma|oor) (?:front |back )?door\b|"
    r"\b(?:at|round|roond|over (?:to|at)|(?:back|come|coming|heading|hame|party|drinks|afters) (?:\w+ )?(?:to|tae|at)) "
    r"(?:mine|ours|oors)\b|"
    r"\bhome (?:address|salon)\b|\baddress(?:'s| is|:)|"
    r"\b(?:stay|bide) at\b|\bhome\b|\bhouse ?warming\b|\b(?:come|pop|swing) (?:round|over|by)\b|\bgarden party\b|"
    r"\b(?:yard|garage|car[- ]boot) sale\b|\bhand(?:ed|ing)? back the keys\b|\bgot the keys\b|"
    r"\bkey ?'?s? (?:is |are )?under\b|"
    r"\b(?:i'?m|we'?re|i am|we are)(?: now| still| currently)? (?:at|in) ?$|"
    r"\b(?:red|blue|green|black|white|yellow|pink|purple) door\b|\bbuzzer\b|"
    r"\bbyw (?:yn|ar|mewn|yma)\b|\bwedi symud i\b|\bcyfeiriad\b|\badref\b|"
    r"\b(?:fy|ein) (?:nhŷ|nhy|nghartref|cartref|tŷ|ty)\b|"
    r"\bfuireach (?:aig|ann|an)\b|\bseòladh\b|\b(?:mo|ar) (?:dhachaigh|thaigh|taigh)\b",
    re.IGNORECASE,
)


_AT_WORK = Pattern(  # "our office: Buchanan House, 58 …"
    r"\b(?:my|our|oor|ma) (?:new |main )?(?:office|work|workplace|depot|surgery|branch|shop|school)s?(?: address)?"
    r"(?:(?:'s| is| are)(?: now)?(?: at| in| on)?| at| in| on|[:,]) "
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|fourth|fifth|top) floor,? )?"
    rf"(?-i:{_PARTS})$",
    re.IGNORECASE,
)


def is_public(text: str, start: int) -> bool:
    """Do the words before `start` say that what follows is a public place, an office, or invented?"""
    before = text[max(0, start - 90) : start]
    if _INVENTED.search(before) or _AT_WORK.search(before):
        return True
    if _says_home(before):
        return False
    return any(pattern.search(before) for pattern in (_PUBLIC, _BODY, _NAMED_PLACE, _VENUE, _WELCOMES, _OF_A_TRADE))


def is_seat(postcode: str) -> bool:
    """Is this the postcode of a parliament, a government or a palace, and no home's?"""
    return "".join(postcode.split()).upper() in _SEATS


def is_home(text: str, start: int, end: int) -> bool:
    """Do the words around start…end say that somebody lives there?"""
    return _says_home(text[max(0, start - 60) : start]) or _says_home(text[end : end + 30])


@lru_cache(maxsize=8)  # the same few words are asked about again and again for one address
def _says_home(words: str) -> bool:
    return bool(_HOME.search(words))


_ITS_NAME = Pattern(  # "16 Station Road Studios"
    r"[ ](?:Studios|Gallery|Surgery|Practice|Pharmacy|Dental|Nursery|Primary|Academy|Church|Kirk|Baptist|Methodist|"
    r"Hotel|Cafe|Café|Bakery|Bakehouse|Kitchen|Bar|Brewery|Garage|Allotments?|Library|Museum|Theatre|Medical|Clinic)\b"
)
_OF_A_ROAD = Pattern(r"[ ](?:roadworks?|closures?|diversions?|loops?|crash|collision|tickets?)\b", re.IGNORECASE)


def is_told_of(text: str, start: int, end: int) -> bool:
    """Do the words around start…end say that it is in a story, or history, or open to all, and not somebody's home?"""
    if any(pattern.match(text, end) for pattern in (_OF_A_STORY, _OF_A_ROAD, _ITS_NAME)):
        return True
    staged = _STAGED.search(text[max(0, start - 30) : start])
    told = staged or _OPEN_TO_ALL.match(text, end) or _OF_HISTORY.match(text, end)
    return bool(told) and not is_home(text, start, end)
