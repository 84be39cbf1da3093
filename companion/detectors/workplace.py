"""Looks for the writer's own place of work: "I work at…", "clocked in at…", "my desk at…". Other people's jobs are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import Detector
from companion.detectors.phrases import entries
from companion.detectors.reading import Sentence, read
from companion.draft import Detection

ENTITY = "workplace"

_ANCHORS = frozenset(
    "work works worked working workplace employer employed boss job jobs role post position shift shifts nightshift backshift "
    "dayshift desk office based clocked clocking clock started starting start joined joining join probation hired seconded "
    "secondment placement internship interning intern apprenticeship traineeship temping desk finish finishing finished wfh "
    "colleagues team year years yrs months mths weeks day days month week as am i'm im stationed contract rota ward nights "
    "lates earlies overtime clean cook teach nurse temp serve drive code new lecture deliver manage run lead supervise research "
    "grind tills till bar counter behind sat nursing teaching driving delivering cleaning".split()
)
_ROLES = entries("job-titles.txt")
_ROLE = "(?:" + "|".join(_ROLES) + ")s?"
_ANCHORS |= {role.rpartition(" ")[2] for role in _ROLES}
_AS = r"(?: as (?:an? |the )?[\w -]{3,40}?)?"
_WHEN = r"(?:,? (?:today|yesterday|tomorrow|tonight|now|again|the day|on \w+day|(?:this|next|last) \w+))?"
_NUMBER = r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif)ty(?:[ -]\w+)?)"

# What leads up to a place, in the writer's own voice; the place follows at once.
_OWN = (
    r"\b[Ii](?:'ve|'m|m| am| have| had|'d| was| still| now| also| currently| actually| just| only| literally|"
    r" happen to| do){0,3} (?:been )?(?:work|worked|working|clean|cook|teach|nurse|temp|serve|drive|code|employed|hired|seconded|"
    r"stationed|based|contracting|interning|volunteering)(?: (?:nights|days|shifts|weekends|lates|part[ -]time|full[ -]time|"
    r"remotely|away|up|down|over|back|here|there|on secondment|on (?:the )?[\w ]{3,20}?))?" + _AS + r",? (?:at|for|by|in|out of|with|to) ",
    r"\b[Ii] (?:lecture|teach|nurse|clean|cook|drive|deliver|manage|run|lead|supervise|do research|code|serve)(?: [\w' -]{1,30}?)? (?:at|for) ",
    r"\b(?:[Ss]at|[Bb]ack|[Ss]itting|[Ss]tuck|[Ss]tanding|[Bb]ehind|[Oo]n) (?:at |behind |on )?(?:[Mm](?:y|a)|the) (?:desk|tills?|bar|counter|daily grind|grind|checkouts?|"
    r"reception|front desk|shop floor)(?: again| the day| today)? (?:at|in|for) ",
    r"\b(?:[Pp]art of|[Jj]oin(?:ed|ing)?|[Ii]n|[Ll]ead|[Rr]un) (?:the|our) (?:[\w-]+ ){0,3}team (?:at|here at) ",
    r"\b[Mm](?:y|a) (?:new |current |own |actual |day |last )?(?:employer|workplace|work|office|firm|company|job|place of work|"
    r"desk|station|counter|till|classroom|ward|shift|role|post|contract|team|department|boss|manager)s?(?: (?:today|now|here|"
    r"right now|this \w+|on the \w+(?: floor)?|in the \w+))?(?: is| was)?,? ?(?:\(|,|at|in|with|for|on) ?",
    r"\b[Mm](?:y|a) (?:new |current )?(?:employer|workplace|work|firm|company|place of work) (?:is|was) ",
    r"\b(?:on|off|for|to|at|frae) (?:[Mm](?:y|a) (?:work|shift)|shift|nightshift|backshift|(?:night|day|back|early|late) shift|break|duty)"
    + _WHEN + r" ?(?:\(|, |at |in )",
    r"\b(?:to|frae|from|at) work" + _WHEN + r" ?(?:\(|, at )",
    r"\b(?:[Dd]ay job|[Cc]urrent job|[Ee]mployer|[Ww]orkplace|[Pp]lace of work|[Oo]ccupation): (?:[\w ,'-]{0,60}? (?:at|for|with|in) )?",
    r"\b(?:[Ii]|[Ii]'ll|[Ii]'m) (?:just |only )?(?:start|started|starting|begin|began)(?: work| back)?" + _AS + _WHEN + r" (?:at|with) ",
    r"\b[Ii](?:'ve|'ve got| have| got|'ve landed) (?:an? |my )(?:\w+ ){0,2}(?:job|role|post|shift|placement) (?:at|in|with|for) ",
    r"\b(?:[Ii]'m|[Ii] am|[Ii]m|[Ii]'ll be|[Ii]'ve been|[Ii] was|[Aa]s|[Nn]ew here!|[Bb]io:|[Mm]e:) (?:an? |the |now an? |still an? |just an? |only an? )?(?:[\w-]+ ){0,3}?"
    + _ROLE + r" (?:at|for|with|in|from) ",
)  # fmt: skip
_TITLE_FIRST = (
    r"(?:^|[|•·!] ?|\bby day,? )(?!(?:The|A|An|My|That|This|Our|His|Her) )(?:[A-Z][\w-]+ ){0,2}?(?i:"
    + _ROLE
    + r") (?:at|for|with|@) ?"
)
_BARE = (
    r"\b[Cc]lock(?:ed|ing)? (?:in|on|off|out)(?: late| early)?" + _WHEN + r" (?:at|for|frae|from|to) ",
    r"\b(?:[Ff]irst|[Ll]ast|[Ff]inal|[Aa]nother|[Ll]ong|[Nn]ight|[Ee]arly|[Ll]ate|[Dd]ouble|\d\d[ -]?(?:hour|hr)|[Tt]wel\w+[ -]hour|[Nn]ext|[Bb]ack on)"
    r" (?:\w+ ){0,2}(?:shifts?|nightshifts?|day at work)(?: done)?" + _WHEN + r" (?:at|in|for|with) ",
    r"\b(?:[Dd]oing|[Pp]ulling|[Ww]orking|[Oo]n)(?: an?| the)?(?: \w+)? (?:shifts?|nights|nightshift|backshift|lates|earlies|"
    r"weekends|overtime)" + _WHEN + r" (?:at|in|for|up at|doon at|down at) ",
    r"\b(?:finish(?:ed|ing)?|knock(?:ed|ing)? off|start(?:ing|ed)?|done|on shift) (?:work )?(?:at|by|frae|from|till?|until)"
    r" (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?|noon|midnight)" + _WHEN + r",? (?:at|in|from|outside) ",
    r"\b(?:[Ss]tart(?:ed|ing)?|[Bb]egin(?:ning)?|[Bb]egan|[Ll]anded|[Gg]ot|[Aa]ccepted|[Tt]aken up|[Tt]ook) (?:[Mm](?:y|a)|an?|the|this) (?:\w+ ){0,3}?"
    r"(?:job|role|post|position|placement|apprenticeship|internship|traineeship|secondment|contract|shift)" + _AS + _WHEN + r" (?:at|with|for|in) ",
    r"\b(?:[Nn]ew job|[Nn]ew role|[Nn]ew post|[Nn]ew start)" + _AS + _WHEN + r",? (?:at|with) ",
    r"\b(?:[Pp]roud|[Dd]elighted|[Tt]hrilled|[Ee]xcited|[Hh]appy|[Pp]leased|[Cc]huffed|[Bb]uzzing|[Ll]ooking forward)[\w ,']{0,40}? "
    r"(?:joined|joining|join|start(?:ing|ed)?|begin(?:ning)?)(?: (?:my |a |the )?(?:new )?(?:job|role|career|work|post|position)|"
    r" the (?:[\w-]+ ){0,3}team)?" + _AS + _WHEN + r"(?: (?:at|with|for|in))? ",
    r"\bI(?:'ve| have|'ll be| will be|'m|'m finally| am) (?:just )?(?:joined|joining|starting)(?: (?:work|the (?:[\w-]+ ){0,3}team))?" + _AS + _WHEN
    + r"(?: (?:at|with))? ",
    _TITLE_FIRST,
    r"\b(?:[Nn]ursing|[Tt]eaching|[Dd]elivering|[Dd]riving|[Cc]leaning|[Mm]oving desks|[Nn]ew desk) (?:at|for) ",
    r"(?:^|[,;:|&(] ?|\b(?:and|but|now|currently|still) )(?:[Bb]ased|[Ee]mployed|[Ss]econded|[Hh]ired|[Ww]orking)"
    r"(?: full[ -]time| part[ -]time| from home| nights)?" + _AS + r" (?:at|out of|for|by|to) ",
    r"\b(?:[Pp]robation|[Oo]n placement|[Oo]n secondment|[Ii]nterning|[Tt]emping)"
    r"(?: full[ -]time| part[ -]time| from home| nights)?" + _AS + r" (?:at|out of|with|for|by|to|doon at|in) ",
)  # fmt: skip
_COUNTED = (  # "day 400 at", "five years at": an organisation must follow, for people count days at the gym, too
    r"\b(?:[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear) " + _NUMBER + r"(?: working)?,? (?:at|with|for) ",
    r"\b(?:[Ff]irst|[Ll]ast|[Ff]inal|[Ss]econd|\w+(?:th|rd)) (?:day|week|month|year)(?: of work| in the job| of my job)?,? (?:at|with|for) ",
    r"\b(?i:" + _NUMBER + r") (?:days?|weeks?|months?|years?|yrs|mths)(?: (?:in|into|of|on))?(?: (?:work|working|employment|service|probation|training|"
    r"(?:my |the )?(?:new )?(?:job|role|post|placement)))?,? (?:here )?(?:at|with|for) ",
    r"\b[Oo]ur (?:new |own |main )?(?:office|team|depot|ward|branch|staffroom|canteen) (?:at|in) ",
    r"\b(?:[Ww]ork )?(?:colleagues|pals|mates|team|boss) at ",
)  # fmt: skip
_LEADS = [(re.compile(lead), own, counted) for leads, own, counted in (
    (_OWN, True, False), (_BARE, False, False), (_COUNTED, False, True)) for lead in leads]  # fmt: skip

# What a place of work is called: a handle, a hashtag, words with capitals ("the Perth office of SSEN"), or "the council".
_CAPITALS = r"(?:[@#]\w{2,}|[A-Z][\w&'.-]*[\w&](?: (?:(?:of|and|&|the|for|nan|upon) ){0,2}(?!(?:I|I'm|I've|I'd)\b)[A-Z][\w&'-]*){0,6})"
_KIND = (
    r"(?:office|depot|place|branch|store|shop|site|plant|yard|factory|warehouse|hospital|surgery|council|government|NHS|distillery|"
    r"call centre|station|airport|base|mill|hotel|bakery|brewery|head office|hq)\b"
)
_WHERE = re.compile(
    r"(?:the |our |that |an? )?(?:(?:big|wee|new|old|local|main|busy) )?"
    rf"(?P<name>{_CAPITALS}(?: {_KIND})?(?: (?:of|in|at) (?:the )?{_CAPITALS})?|(?<=the ){_KIND})"
)
_SMALL = re.compile(  # typed without capitals
    r"\bi(?:'m|m| am|'ve been| have)? (?:work|working|worked|employed|based) (?:nights |days |full[ -]time |part[ -]time |up |down )?"
    r"(?:at|for|in) (?P<name>(?:the )?[a-z&'-]+)"
)
_EMPLOYERS = (
    r"Tesco|Asda|Aldi|Lidl|Sainsbury'?s?|Morrisons|Waitrose|Co-?op|Greggs|Dobbies|Ikea|Boots|Costa|Starbucks|McDonald'?s?|Nando'?s|"
    r"Amazon|Argos|Primark|Barclays|Santander|Lloyds|Halifax|Virgin|Vodafone|Royal Mail|ScotRail|Serco|Capita|Tennent'?s|Diageo|"
    r"Babcock|Rolls-Royce|Thales|Faslane|Leonardo|Deloitte|Accenture|Microsoft|Google|Wetherspoons?|Screwfix|Spoons"
)
_ORGANISATION = re.compile(
    r"[@#]\w|\b[A-Z]{2,7}\b|\w (?:of )?Scotland\b|\b[A-Z]&[A-Z]\b|\b(?:Council|Regulator|Hospital|Infirmary|University|College|Academy|Trust|Association|"
    r"Homes|Housing|Group|Bank|Ltd|Limited|plc|Police|Service|Agency|Board|Authority|Commission|Department|Ministry|Parliament|"
    r"Government|Library|Museum|Office|Depot|Brewery|Distillery|Shipyard|Quay|Insurance|Energy|Water|Rail|Airport|Solicitors|"
    rf"Partners|House|High School|Primary School|Surgery|Practice|Clinic|Centre|School|General|Infirmary|Bakery|Foods|Engineering|Construction|{_EMPLOYERS})\b"
)
_KNOWN_SMALL = re.compile(
    rf"(?:{_EMPLOYERS}|bt|hmrc|dwp|nhs|shr|bae|rbs|uni|university|council|hospital|airport)\b", re.IGNORECASE
)
_NO_PLACE = re.compile(  # times, people and things that stand where a place of work would
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Christmas|Xmas|Easter|New Year|Hogmanay|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|AM|PM|Zoom|Teams|Excel|Python|God|Jesus|I|I'm|I'll|I've|Covid|Glastonbury|"
    r"TRNSMT|Hampden|Ibrox|Celtic Park|Murrayfield|Butlins|Disney\w*|Fringe|Parkrun|Slimming World|Duolingo|English|French|Gaelic|"
    r"Spanish|German|Maths|Scotland|England|Britain|UK|USA?|EU|TV|PC|AI|VR|DIY|A&E|HR|IT|PR|QA|R&D|Royal Commonwealth Pool|"
    r"Glasgow|Edinburgh|Aberdeen|Dundee|Inverness|Perth|Stirling|London|Fife|Leith)(?!\w)(?! (?:office|depot|branch|site|[A-Z]))"
)
_PASTIME = re.compile(
    r"\b(?:gym|yoga|pilates|diet|festival|holidays?|resort|beach|campsite|concert|gig|unsubscribe)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:he|she|they|who|whoever|his|her|their|brother|sister|mum|mam|dad|husband|wife|hubby|son|daughter|pal|friend|mate|partner|"
    r"niece|nephew|cousin|neighbour|uncle|aunt|auntie|gran|granny|granda|girlfriend|boyfriend|flatmate|everyone|everybody|anyone|"
    r"somebody|someone|folk|people|staff|guy|lassie|boy|weans?|kids?|lad|lass|man|woman|you|your|ye|wee one|eldest|youngest)"
    r"(?:'s|'d|'ll)?\b[^.!?\n]*$",
    re.IGNORECASE,
)
_NAMED = re.compile(  # "Priya has started…"
    r"\b(?!(?:I|Just|Now|Then|Today|Tonight|And|But|So|Well|Still|Back)\b)[A-Z][a-z]+(?:'s)? (?:has|have|is|was|got|just|had|will|who)\b[^.!?\n]*$"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[,.|•·;&/!?()-])")
_WITH_I = re.compile(r"\b(?:I|I'm|I've|I'll|i|im|[Mm]y|me)\b")


def find(text: str) -> Iterator[Detection]:
    done = 0
    for sentence in read(text).with_any(_ANCHORS):
        for start, end in sorted(_in(sentence)):
            if start >= done:
                done = end
                yield Detection(ENTITY, start, end, 0.7, "words for one's own place of work")


def _in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    if _PASTIME.search(sentence.text):
        return
    for pattern, own, counted in _LEADS:
        for lead in pattern.finditer(sentence.text):
            where = _WHERE.match(sentence.text, lead.end())
            if where and _is_place(where, lead, counted) and (own or _is_writers(lead, where, sentence.text)):
                yield sentence.span(where)
    for match in _SMALL.finditer(sentence.text):
        if _KNOWN_SMALL.fullmatch(match["name"].removeprefix("the ")):
            yield sentence.span(match, "name")


def _is_place(where: re.Match[str], lead: re.Match[str], counted: bool) -> bool:
    name = where["name"]
    if _NO_PLACE.match(name):
        return False
    sure = _ORGANISATION.search(name) or re.search(_KIND, name)
    return bool(sure) or not (counted or lead.group().endswith((" in ", " with ", " to ", " by ")))


def _is_writers(lead: re.Match[str], where: re.Match[str], sentence: str) -> bool:
    """Another person before it in the sentence takes it away, unless the writer speaks of himself in it."""
    if lead.re.pattern == _TITLE_FIRST and not _CLAUSE_ENDS.match(sentence, where.end()):
        return False  # "Nurse at Stobhill told me" is about somebody else
    if _WITH_I.search(lead.group()):
        return True
    before = sentence[: lead.start()]
    return not (_OTHERS.search(before) or _NAMED.search(before))


DETECTOR = Detector(ENTITY, find)
