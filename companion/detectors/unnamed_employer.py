"""Looks for an opinion on the work of an employer that the writer does not name: "the regulator I work for …".

Two things must meet: words for where the writer works, and a verdict on it or on its rules, plans and doings. "The
council I work for has a new canteen" is small talk.
"""

from __future__ import annotations

import re

from companion.detectors.caseless import Caseless
from companion.detectors.pattern import Pattern
from companion.detectors.reading import Reading
from companion.detectors.signs import Signs

_BODY = (
    r"(?:regulator|department|council|agency|organi[sz]ation|company|firm|charity|association|authority|ministry|"
    r"quango|public body|government|directorate|health board|board|commission|inspectorate|trust|university|"
    r"college|employer|service|office|body)"
)
_SELF = r"(?:i|ah|a)"
_SINCE = r"(?:currently |still |now |actually |happen to |have to )*"
_WHERE = rf"\b(?:the|this|oor|our) (?:[\w-]+ ){{0,2}}?{_BODY} (?:(?:that|which|where|whom) )?{_SELF}"
_NOT_BESIDE = (  # "the council I work in front of"
    r"(?! (?:with|on|from|near|next|beside|opposite|alongside|out|under|against|in (?:front|the)|at (?:home|night))\b)"
)
_STAFF = r"(?:employee|staffer|staff member|worker|insider|official|officer|analyst|inspector|member of staff)"
_EMPLOYER = (  # what it is called without its name
    r"\b(?:our|oor) (?:[\w-]+ )?(?:inspectors|officers|nurses|caseworkers|teachers|staff|regulators|analysts|advisers|"
    r"porters),? \(?(?:and |an )?(?:i'?m|i am|ah'm) (?:one|wan)\b(?: (?:of|o') them)?[!?]?\)?|"
    rf"{_WHERE}(?: {_SINCE}(?:work|wirk)\b{_NOT_BESIDE}|(?:'m| am) (?:employed|paid) by\b)|"
    rf"\b(?:the|this) (?:[\w-]+ ){{0,2}}?{_BODY} (?:that|which|who) "
    r"(?:employs me|pays (?:me|my|ma)|(?:my|ma) wages)\b|"
    rf"(?:^|[.!?;,\n] )(?:where|whaur) {_SELF} {_SINCE}(?:work|wirk)\b,? |"
    r"\b(?:my|ma) (?:own |current )?(?:employer|workplace|organi[sz]ation|department|directorate)\b(?! of the\b)"
)
_WE_INSIDE = (  # "we in the department are gutted about the cuts"
    rf"\b(?:we|us|ah|i|those of us|aw of us|all of us|some of us),? (?:here )?(?:in|at|inside) (?:the|this) {_BODY}"
    r"(?! (?:of|chamber|car ?park|shop|canteen|gallery|elections?|meeting|gym)\b)"
)
_PUBLIC_BODY = r"(?:regulator|council|local authority|government|inspectorate|ministry|health board|public body|quango)"
_MY_TASK = (  # "I do comms for a certain housing regulator"
    r"\b(?:i|ah) (?:do|dae|run|handle|manage|write|answer|edit|draft|look after) (?:the |their |"
    r"a' the )?(?:[\w-]+ ){1,2}"
    rf"(?:for|at|in) (?:an?|the|this) (?:[\w-]+ ){{0,3}}?{_PUBLIC_BODY}\b"
)
_MY_JOB = (  # "my job at Social Security Scotland is …": of its rules, not of the job
    r"\b(?:my|ma) (?:day |current |own )?(?:job|role|post|desk) (?:at|in|for|with|wi) (?!home\b|hand\b|life\b|this\b)"
    r"(?:the )?[\w'&-]+(?: [\w'&-]+){0,4}? (?:is|means|involves)\b"
)
_AMONG_THEM = (  # as whom the writer speaks: only what is "ours" is then the employer's
    rf"\b(?:as|i'm|i am|ah'm|being) an? (?:[\w-]+ ){{0,2}}?(?:{_BODY} {_STAFF}|(?:civil|public) servant|"
    rf"{_STAFF} (?:of|at|in|for|with) (?:an?|the|this) (?:[\w-]+ ){{0,2}}?{_BODY})\b|"
    r"\b(?:as|i'm|i am|ah'm|being) an? (?:[\w-]+ ){0,2}?(?:nurse|midwife|teacher|doctor|gp|porter|social worker|carer|"
    r"paramedic|housing officer|librarian|janitor|jannie|cleaner|lecturer|planner|firefighter|support worker|"
    r"care worker|"
    r"receptionist|clerk|caseworker|probation officer|bin ?man)\b|"
    rf"\b(?:(?:civil|public) servant|{_BODY} {_STAFF}) here\b|\bas (?:a member of|one of the) staff\b|"
    rf"(?:\b(?:someone|somebody|one|a person) who |(?:^|[.!?\n] ?))works? (?:for|at|in) (?:an?|the|this) "
    rf"(?:[\w-]+ ){{0,2}}?{_BODY}\b|"
    r"\b(?:at|in) (?:my|ma) (?:work|wirk|office)\b(?! on\b)|\bat (?:oor |our )?(?:work|wirk),? we\b"
)
_FROM_INSIDE = (  # "as someone who works at a regulator, the new landlord rules are a shambles"
    rf"\b(?:as|from) (?:someone|somebody|one|a person) (?:who works? )?(?:for|at|in|from|inside) "
    rf"(?:an?|the) (?:[\w-]+ ){{0,2}}?{_PUBLIC_BODY}\b"
)
_MATTER = (
    r"(?:rules?|rulebook|regs|regulations?|polic(?:y|ies)|guidance|framework|consultation|decisions?|stance|approach|"
    r"strategy|strategies|plans?|proposals?|priorities|targets?|scheme|programme|restructur\w+|reorgani[sz]ation|"
    r"cuts|reforms?|reports?|reviews?|statements?|figures|findings|procedures?|process(?:es)?|response|"
    r"announcement|position|leadership|budget|pay (?:offer|deal|freeze|award)|"
    r"regime|powers|engagement plans?|inspections?|enforcement)(?!\w)"
    r"(?! (?:for|of|about|on) (?:the |our |oor |a )?(?:\w+ )?(?:gardens?|allotment|part(?:y|ies)|christmas|picnic|"
    r"barbecue|bbq|lunch|night out|kitchen|canteen|kettle|fridge|coffee|biscuits?|cakes?|bake[- ]off|quiz|ceilidh|"
    r"raffle|sweepstake|away day|plants?|dress[- ]down)\b)"
)
_AT_HOME = r"(?:family|house|household|home|wedding|holiday|quiz|band|choir|club|garden|kitchen|flat|kids'?|street)"
_SAYS_OWN = rf"(?:our|oor|wur)(?: own| new| latest| whole| current)*(?: (?!{_AT_HOME}\b)[\w-]+){{0,3}}?"
_OUR_BODYS = rf"(?:our|oor|wur) (?:[\w-]+ ){{0,2}}?{_BODY}'s (?:[\w-]+ ){{0,3}}?{_MATTER}"
_OURS = (
    rf"\b{_SAYS_OWN} (?!plans?\b){_MATTER}\b|\b{_OUR_BODYS}\b|"
    r"\b(?:how|what|when|why) we (?:now )?(?:score|assess|rate|grade|regulate|inspect|audit|"
    r"handle|report|publish|allocate|prioriti[sz]e|enforce|investigate|sanction|fund)\b"
)
_ITS = (
    rf"\b(?:its|it's|their|this|these|thae|that|the|employer's|workplace's|organi[sz]ation's|department's)"
    rf"(?: own| new| latest| whole| current)*(?: [\w-]+){{0,3}}? {_MATTER}\b"
)
_BAD = (
    r"(?:shambles|shambolic|hates?|loathes?|jokes?|disgrac\w+|farce|farcical|mince|pish|rubbish|garbage|nonsense|"
    r"baloney|daft|stupid|"
    r"idiotic|ridiculous|terrible|awful|dreadful|appalling|shocking|shockin|woeful|useless|hopeless|clueless|toothless|"
    r"incompetent|bonkers|barmy|unfair|cruel|pointless|mistake|waste|lost the plot|not fit for|unfit for|"
    r"unreadable|a mess|makes? no sense|failing|failed|fails|lets? (?:\w+ ){0,2}down|(?:got|gets|getting) (?:it|this|"
    r"that|\w+ one) (?:\w+ )?wrong|ashamed|embarrass\w+|disappoint\w+|too (?:soft|slow|lenient|harsh|cautious|timid|"
    r"late|woolly|vague)|(?:an|the) arse (?:of|o')|arse of it|(?:made|making) a (?:\w+ )?(?:mess|hash|balls|pig's ear|"
    r"hames|"
    r"rickets) (?:of|o')|"
    r"(?:nae|no|not any|nane|none) (?:better|use|good)\b|havers|omnishambles|(?:nobody|no ?one|naebody|"
    r"none of us)[\w' ]{0,30}? (?:thinks|believes|wants|likes|understands|can "
    r"(?:read|follow|use))|(?:won't|will (?:never|not|no)|cannae|isn't going to) work\b|dangerous|unsafe|"
    r"scandal(?:ous)?|gutted|raging|furious|livid|scunnered|heartbroken|devastated|in bits|"
    r"insult(?:ing)?|bin ?fire|car crash|bungled|botched|"
    r"ballsed|"
    r"cocked up|a? ?cock[- ]?up|dug's (?:dinner|breakfast)|ill[- ]thought|half[- ]baked|backwards|sick of|fed up|"
    r"(?:couldn't|couldnae|can't|cannae|could not) (?:regulate|run|organi[sz]e|"
    r"manage|inspect|plan|govern|find)|no (?:idea|clue))"
)
_GOOD = (
    r"(?:brilliant|excellent|fantastic|superb|spot on|proud of|a (?:real |huge |big )?step forward|long overdue|"
    r"(?:got|gets|getting) (?:it|this|that|\w+ one) (?:\w+ )?right|about time)"
)
_UNDONE = r"(?:(?:better|worse) than it (?:was|used to be)|(?:undo|wreck|ruin|spoil) (?:all|everything|the lot))"
_OPINES = (
    r"(?:i|ah) (?:\w+ ){0,2}(?:think|reckon|believe|feel|disagree|agree|oppose|support|love|hate|like|argued|voted)"
)
_VERDICT = rf"(?:{_BAD}|{_GOOD}|{_OPINES}|{_UNDONE}|in my (?:own |honest )?(?:opinion|view|book)|to my mind|imo|imho)"
_WISH = r"(?:should(?:n't|nae)?|ought to|needs? to|must|if you ask me|i'd|imo|imho)"
_ON_THE_BODY = Caseless(
    rf"(?:{_EMPLOYER})(?!'s? )[^.!?\n]{{0,60}}\b(?:{_BAD}|spot on|(?:got|gets) \w+ (?:\w+ )?right)\b"
)
_FOR_ITS_MATTERS = Caseless(rf"{_EMPLOYER}|{_MY_JOB}|{_WE_INSIDE}|{_MY_TASK}")
_AMONG = Caseless(_AMONG_THEM)
_JUDGED = Caseless(rf"\b{_VERDICT}\b")
_JUDGED_OR_WISHED = Caseless(rf"\b(?:{_VERDICT}|{_WISH})\b")
_OF_ITS = Caseless(rf"{_OURS}|{_ITS}")
_OF_OURS = Caseless(_OURS)
_BY_US = Pattern(  # "the way we do sanctions at DWP now"
    r"\b(?i:the way|how) (?i:we) (?i:now |currently |still )?(?i:do|handle|run|deal with|manage|treat|score|decide|"
    r"process) "
    r"[^.!?\n]{2,40}? (?i:at|in|for) (?:(?i:the) )?(?!ASDA|IKEA|FIFA|UEFA|BBC|USA|UK)(?:[A-Z]{3,6}\b(?!')|[A-Z]\w+ "
    r"(?:Council|Trust|Board|Agency)\b|"
    rf"(?i:{_BODY})\b)"
)
_OUR_DECISION = Caseless(  # staff call it their trust, patients call it the trust
    rf"\bour (?:trust|directorate|department|agency|organi[sz]ation|inspectorate|ministry)'s (?:[\w-]+ "
    rf"){{0,3}}?{_MATTER}\b"
)
_JUDGED_FROM_INSIDE = Caseless(
    rf"{_FROM_INSIDE},? (?:i (?:think|reckon|find) )?(?:the|these|those|this|that) "
    rf"(?:[\w-]+ ){{0,3}}?{_MATTER}\b[^.!?\n]{{0,40}}\b(?:{_BAD}|{_GOOD})\b"
)
_SERVED = (
    r"(?:patients?|famil(?:y|ies)|relatives|customers?|tenants?|residents?|parents|pupils|students|visitors?|"
    r"(?:the )?public|"
    r"punters?|callers?|claimants?|clients?|passengers|folk|people|applicants|carers)"
)
_BRINGS = (
    r"(?:tell|explain|enforce|turn|answer|face|deliver|implement|apply|break|police|refuse|say no|hand|sell|defend|"
    r"justify|"
    r"operate|stand|run)"
)
_CARRIES_IT_OUT = (  # "half my tenants are over 75", "and muggins here has to stand at the door", "we've to tell …"
    r"\bmy (?:tenants|patients|pupils|clients|claimants|residents|caseload)\b|"
    r"\b(?:muggins|mugs like (?:me|us)|yours truly)\b|"
    r"\b(?:i|ah|we|it's (?:me|us)|us)(?:'m| am|'re| are| is)? (?:the )?(?:ones? |yins? |mugs? |folk |people |"
    r"poor \w+ )?"
    rf"(?:that|who|wha)(?:'ve|'s)? (?:now )?(?:has|have|hae|hus|get|gets|got)?(?: got)? ?(?:to|tae) {_BRINGS}\b|"
    rf"\b(?:i|ah|we|us)(?:'ve| have| hae|'ll have|'ve got| now have| had) (?:to|"
    rf"tae) {_BRINGS}\b[^.!?\n]{{0,30}}\b{_SERVED}\b|"
    rf"\b(?:expects?|wants?|makes?|asks?|leaves?|leaving|telling|tells) (?:me|us) (?:to |"
    rf"tae )?{_BRINGS}\b[^.!?\n]{{0,30}}"
    rf"\b{_SERVED}\b"
)
_MINE_CARRIED_OUT = Caseless(
    rf"\b(?:my|ma|our|oor) (?:[\w-]+ ){{0,2}}?(?:{_BODY}|hospital|surgery|school|nursery|care home|library|shop|hotel|"
    rf"work)(?:'s|s')? (?:(?:has|have|is|are|just|brought in) )?(?:[\w-]+ ){{0,4}}?"
    rf"{_MATTER}\b(?=[\s\S]{{0,160}}(?:{_CARRIES_IT_OUT}))"
)
_OF_MINE = Caseless(  # "our new framework … I helped write it and even I think it's toothless"
    rf"\b(?:{_SAYS_OWN} {_MATTER}|{_OUR_BODYS})\b[\s\S]{{0,160}}\b(?:i|ah|we) (?:helped (?:to )?|help (?:to )?|"
    rf"actually |even )?"
    r"(?:write|wrote|draft|drafted|publish|published)\b"
)
_SIGNS = Signs(
    (
        " i work",
        " i wirk",
        " ah work",
        " ah wirk",
        " a wirk",
        " i happen to work",
        " i currently work",
        " i still work",
        " i now work",
        " i'm employed",
        " i am employed",
        " i'm paid",
        " i am paid",
        "my employer",
        "ma employer",
        "my workplace",
        "my organi",
        "my own organi",
        "my department",
        "my directorate",
        "employee",
        "staffer",
        "worker",
        "insider",
        "official",
        "officer",
        "analyst",
        "inspector",
        "servant",
        "member of staff",
        "staff member",
        " of staff",
        "of the staff",
        " who works ",
        "as someone ",
        "i helped",
        "i help ",
        "ah helped",
        "i wrote",
        "i draft",
        "we wrote",
        "we draft",
        "as somebody ",
        " who work ",
        "works for ",
        "works at ",
        "works in ",
        "work for ",
        "employs me",
        "pays m",
        "at work",
        *(f"{job} " for job in ("nurse", "midwife", "teacher", "porter", "carer", "paramedic", "librarian", "janitor")),
        *(f"{job} " for job in ("jannie", "cleaner", "lecturer", "planner", "firefighter", "receptionist", "clerk")),
        "my work",
        "ma work",
        "ma wirk",
        "oor work",
        "oor wirk",
        "our work",
        "my office",
        *(f"{my} {job}" for my in ("my", "ma", "my day", "ma day") for job in ("job", "role", "post", "desk")),
        "ma office",
        "muggins",
        "the way we ",
        *(
            f"{i} {task}"
            for i in ("i", "ah")
            for task in ("do ", "dae ", "run ", "handle ", "manage ", "write ", "answer ")
        ),
        *(f"{i} {task}" for i in ("i", "ah") for task in ("edit ", "look after ")),
        "m one",
        "am one",
        "m wan",
        *(
            f"{we} {where}"
            for we in ("we", "us", "of us", "we,", "we here")
            for where in ("in th", "at th", "inside th")
        ),
        "how we ",
        *(f"our {body}'s " for body in ("trust", "directorate", "department", "agency", "inspectorate", "ministry")),
        "our organi",
        *(
            f"my {served}"
            for served in ("tenants", "patients", "pupils", "clients", "claimants", "residents", "caseload")
        ),
        "mugs like",
        "yours truly",
        " to tell",
        " tae tell",
        " to explain",
        " to enforce",
        " to stand",
        " to turn",
        " to deliver",
        " to implement",
        " to defend",
        " to justify",
    )
)


def opinion_on_it(text: str, reading: Reading) -> re.Match[str] | None:
    """Where the writer's place of work is spoken of, if a verdict on it or on its doings stands in the text."""
    if not _SIGNS.in_any(reading) or not _JUDGED_OR_WISHED.search(text):
        return None
    if said := _ON_THE_BODY.search(text):
        return said
    if (said := _FOR_ITS_MATTERS.search(text)) and _OF_ITS.search(text):
        return said
    if said := _JUDGED_FROM_INSIDE.search(text) or _OF_MINE.search(text):
        return said
    if not _JUDGED.search(text):
        return None
    said = _MINE_CARRIED_OUT.search(text) or _BY_US.search(text) or _OUR_DECISION.search(text)
    return said or (_AMONG.search(text) if _OF_OURS.search(text) else None)
