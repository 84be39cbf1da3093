"""Looks for talk about the writer's own employer, in the writer's own voice; news about it is silent.

Kinds: `employer` where the writer speaks as one who works there, `field` for an opinion on its line of work alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors import workplace
from companion.detectors.caseless import Caseless
from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern
from companion.detectors.reading import read
from companion.detectors.signs import Hint, Signs
from companion.detectors.unnamed_employer import opinion_on_it
from companion.draft import Detection

ENTITY = "employer-talk"

_GAP = r"[^.!?\n]{0,40}?"
_PRODUCT = (
    r"(?:reports?|polic(?:y|ies)|guidance|framework|consultation|statements?|figures|stats|statistics|data|indicators?|"
    r"corporate plan|press release|findings|regulation|reviews?)"
)
_OPINION = Pattern(
    r"\b(?:I|I'm|I'd|I've|me|my|ah|ah'm|ma|honestly|frankly|imo|imho|nobody|never|always|nearly always|"
    r"most of|should(?:n't)?|"
    r"shid|must|too (?:many|much|slow|few|late)|love|hate|proud|ashamed|wrong|right|agree|disagree|"
    r"sick of|folks|shockin(?:g)?|"
    r"the (?:good|bad|best|worst) ones?|parade|we see)\b",
    re.IGNORECASE,
)
_OURS = rf"\b(?:our|oor)(?: own| new| latest)?(?: [\w-]+){{0,2}}? {_PRODUCT}\b"
_MY_EMPLOYER = r"\bmy (?:employer|work|workplace)(?:'s)?\b"
_WHERE_I_AM_PAID = Pattern(r"\b(?:my|ma) (?:employer|workplace|organisation|organization)\b", re.IGNORECASE)
_ITS_POLICY = Caseless(  # "my employer's stance on …", "the consultation my team wrote": no name is needed
    rf"\b(?:my|ma) (?:employer|workplace|organisation|organization)(?:'s)?(?: \([^()\n]{{1,60}}\))? "
    rf"(?:has|have|is|are|just|keeps?|wants?|never|"
    rf"always|thinks?|says?|refuses?|needs?|should|(?:\w+ ){{0,1}}\w+ed)\b[^.!?\n]{{0,60}}\b{_PRODUCT}\b|"
    r"\b(?:my|ma) (?:(?:employer|workplace|organisation|organization|company|work)(?:'s|s')|bosses'?) "
    rf"(?:(?:new|latest|own|official|current|public) )?(?:[\w-]+ )?(?:{_PRODUCT}|stance|position|decision|approach|"
    r"response|strategy|announcement|line|views?|plans?|proposals?)\b|"
    rf"\b{_PRODUCT} (?:that |which )?(?:my|our) (?:team|department|office|unit|division|organisation) "
    r"(?:has |have |just )*(?:wrote|written|published|drafted|produced|launched|put (?:out|together)|did|built)\b",
)
_EMPLOYERS = Signs(
    (
        "my employer",
        "my workplace",
        "my organi",
        "my company",
        "my work",
        "ma work",
        "bosses",
        "my team",
        "our team",
        "my department",
        "our department",
        "my office",
        "my unit",
        "our unit",
        "our organi",
    )
)
_OVERSEEING = (
    "regulat",
    "inspect",
    "supervis",
    "audit",
    "assess",
    "oversee",
    "scrutinis",
    "we look for",
    "i look for",
    "we want to see",
    "we expect",
    "get paid to",
    "paid to",
    "job is to",
    "job to",
)
_OVERSEE = (
    r"(?:regulat(?:es?|ed|ing)|inspect(?:s|ed|ing)?|supervis(?:es?|ed|ing)|audit(?:s|ed|ing)?|assess(?:es|ed|ing)?|"
    r"oversees?|overseeing|scrutinis(?:es?|ed|ing))"
)
_WORKS_THERE = Pattern(
    r"\b(?:as )?(?:someone|somebody|one|a person) who (?:works (?:there|here)|sits in (?:the|those|its) "
    r"(?:\w+ )?(?:meetings?|room))\b|\bI (?:work|worked) there\b|"
    r"\bwhere I work\b|"
    r"\bI've worked there\b",
    re.IGNORECASE,
)
_AS_A_CUSTOMER = Pattern(r"\b(?:my|our|ma|oor|wur|your|his|her|their) $", re.IGNORECASE)
_USED_TO = Pattern(  # or never, or not yet
    r"\b(?:(?:used to|once|formerly|no longer|don't)|"
    r"(?:appl(?:y|ying|ied)|interview\w*|rejected|turned down|shortlisted|advert\w*) (?:for |from )?"
    r"(?:the |this )?) ?$",
    re.IGNORECASE,
)
_UNTIL_THEN = Pattern(
    r"[^.!?\n]{0,8}\b(?:(?:until|till|from|back in|in|before) (?:about |around )?(?:19|20)\d\d\b|(?:\w+ )?years ago\b|"
    r"(?:until|till|before) I (?:left|retired|moved|had)\b)",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = Pattern(  # asks after others who work there, or tells of them
    r"\b(?:any(?:one|body)|he|she|they|(?:my|our|his|her|their|a) (?:\w+ )?(?:mum|dad|sister|brother|wife|husband|"
    r"partner|pal|friend|mate|cousin|uncle|aunt|auntie|neighbour|son|daughter|niece|nephew|flatmate))"
    r"(?:'s|'ve)?(?: (?:here|else|ever|who|that|once|just|still|now|actually|has|have|had|is|was|used to|"
    r"\w+ly)){0,3} $",
    re.IGNORECASE,
)
_OUTSIDER = Pattern(  # speaks as a tenant, or as one of another trade
    r"\bas an? (?:\w+ )?(?:tenant|renter|resident|customer|owner|student|teacher|nurse|parent|landlord|volunteer)\b|"
    r"\b(?:my|ma|our) (?:own )?(?:housing association|landlord|housing officer|factor)\b|\bI rent\b|"
    r"\bI (?:work|worked) in an? (?!regulat|housing)\w+\b|\btenants?'? (?:panel|group|forum)\b|\basking for a friend\b",
    re.IGNORECASE,
)
_HERE_AT_WORK = (
    r"(?:work|working|works|worked|job|role|team|desk|colleagues?|boss|manager|shift|office|career|wirk|wirkin)"
)


def detector(names: Collection[str], topics: Collection[str]) -> Detector:
    """Looks for talk about the organisation of these names, and for opinions on these topics of its work."""
    if not names:
        return Detector(ENTITY, lambda text: ())
    name = _names(names)
    at_work = Pattern(_also_scots("|".join(_at_work(rf"(?:the )?{name}(?!'s)", name))), re.IGNORECASE)
    named = Pattern(name, re.IGNORECASE)
    may_name = Hint(named)
    topic = _topics(topics)
    may_touch = Hint(topic) if topic else None
    in_it = _in_the_field(names, set(topics))
    signs = Signs((*_OVERSEEING, *(topic.lower() for topic in topics), *_kinds(names)))
    ours = Pattern(_OURS, re.IGNORECASE)
    mine = Pattern(_MY_EMPLOYER, re.IGNORECASE)

    def _workplace(text: str) -> tuple[int, int] | None:
        """The organisation, where a phrase for the writer's own place of work leads up to it."""
        return next((one for one in workplace.spans(text, workplace.WRITERS) if named.search(text, *one)), None)

    def find(text: str) -> Iterator[Detection]:
        reading = read(text)
        if may_name.may_match(reading) and named.search(text):
            said = at_work.search(text) or _WORKS_THERE.search(text)
            place = said.span() if said else _workplace(text)
            if not place and (mine_named := _WHERE_I_AM_PAID.search(text)):
                place = mine_named.span()
            if place and not _is_over(text, *place):
                yield Detection(ENTITY, *place, 0.85, "speaks as one who works there", "employer")
                return
        if in_it and signs.in_any(reading) and (said := in_it.search(text)):
            yield Detection(ENTITY, *said.span(), 0.7, "speaks as one whose work this is", "employer")
            return
        if _EMPLOYERS.in_any(reading) and (its := _ITS_POLICY.search(text)):
            yield Detection(ENTITY, *its.span(), 0.7, "speaks of the employer's policy", "employer")
            return
        if (its := opinion_on_it(text, reading)) and not _is_over(text, *its.span()):
            yield Detection(ENTITY, *its.span(), 0.7, "an opinion on the employer's work", "employer")
            return
        about = topic.search(text) if topic and may_touch and may_touch.may_match(reading) else None
        if not about:
            return
        said = ours.search(text) or mine.search(text)
        if said and _OPINION.search(text):
            yield Detection(ENTITY, *said.span(), 0.7, "speaks of the employer's work as its own", "employer")
        elif (
            _OPINION.search(text)
            and not _OUTSIDER.search(text)
            and not _AS_A_CUSTOMER.search(text, max(0, about.start() - 12), about.start())
        ):
            yield Detection(ENTITY, *about.span(), 0.5, "an opinion on the employer's line of work", "field")

    return Detector(ENTITY, find)


def _is_over(text: str, start: int, end: int) -> bool:
    """Did the writer work there once, or somebody else? Then it is no employer to be taken for."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    return bool(_USED_TO.search(before) or _SOMEBODY_ELSE.search(before) or _UNTIL_THEN.match(after))


def _at_work(there: str, name: str) -> tuple[str, ...]:
    """How people say that they work there. Landlords, tenants and partners meet, write to and thank it, too."""
    job = r"(?:employer|work|workplace|job|day job|organisation|office)"
    fellows = (
        r"(?:team|boss|bosses|manager|colleagues?|desk|role|job|career|office|work|chief exec(?:utive)?|ceo|chair|"
        r"board|directors?|canteen|comms|panel|stint|time)"
    )
    unit = r"(?:team|department|dept|office|unit|directorate|division|section|branch|helpdesk|desk|board)"
    staff = (
        r"(?:employee|staffer|staff member|member of staff|officer|analyst|manager|worker|regulator|inspector|trainee|"
        r"apprentice|temp)"
    )
    return (
        rf"\b(?:work|works|working|worked|wirk|wirkin|employed|a job|interned|interning|volunteer|seconded)\b"
        rf"(?: \w+){{0,3}}? (?:for|at|by|tae|fur) {there}",
        rf"\b(?:joined|joining|(?:started|starting) (?:work |my job )?at) {there}",
        rf"\b(?:I'm|I am|ah'm|I've been|I was|years?|months?|weeks?|stint|job|role|my time|desk|work(?:s|ed|ing)?)"
        rf"(?: now| still| spent)? (?:in|on|at|with|"
        rf"within) (?:the )?{name}'?s? (?:[\w&-]+ ){{0,3}}{unit}\b(?! meeting)",
        rf"\b(?:I|I've|I'm|we|joined|joining|leaving|left)(?: just)?(?: (?:run|lead|head(?: up)?|manage|joined|joining|"
        rf"leaving|left))? (?:the )?{name}'?s? (?:[\w&-]+ ){{1,3}}{unit}\b",
        rf"\b(?:I'm|I am|ah'm|I've been|been|I was) (?:now |currently |still |a \w+ )?(?:at|wi) {there}",
        rf"\b(?:years?|months?|weeks?|days?|day \d+|mornings?|shifts?)(?: \w+){{0,2}} at {there}",
        rf"\b(?:here|back|life|work) at {there}",
        rf"\b(?:from )?(?:inside|within) {there}",
        rf"\b(?:speaking |talking )?as (?:someone|somebody|one|a person|a voice|a body) (?:from|in|at|inside|"
        rf"of) {there}",
        rf"\b(?:been|I've been|I have been) (?:with|in|part of) {there} (?:since|for|now|(?:\w+ ){{1,2}}years?)\b",
        rf"{name} \((?:aye|yes|yep|yeah|ok|i know|and|that's|it's|also|still|now)?,? ?"
        rf"(?:my|ma|oor|our) (?:lot|work|employer|bosses|team|paymasters?|day job|folk|shower)\b",
        rf"\b(?:my|ma) (?:\w+ )?(?:shift|lot|gig|posting|secondment|placement) (?:at|with|in) {there}",
        rf"\b(?:hard|long|busy|rough|tough|good|great|mad|slow|quiet|first|last|\w+th) (?:\w+ )?(?:day|week|month|year|"
        rf"shift|morning) (?:at|in) {there}",
        rf"{name} (?:colleagues|team|folk|pals|crew),? (?:you|you've|well done|take a bow|we)\b[^\n]{{0,90}}\b(?:we|"
        rf"our|us)\b",
        rf"\bat {there},? (?:we|my team|our team)\b",
        rf"\b(?:they|bosses|management|HR) (?:\w+ )?(?:asked|asking|polled|consulted) (?:us|staff)(?: all)? (?:what|"
        rf"how|if|"
        rf"about) [^.!?\n]{{0,60}}\b(?:office|hours|leave|pay|desks?|home|rota|restructur\w+)\b[^.!?\n]{{0,20}}\bat "
        rf"{there}",
        rf"{name}{_GAP}\b(?:my (?:bit|part|chapter|section|team|project|work on)|I (?:helped )?(?:wrote|write|"
        rf"draft(?:ed)?|"
        rf"worked on|led|edited|analysed))\b",
        rf"\b(?:my|ma|our|oor) (?:\w+ )?{fellows} at {there}",
        rf"\b(?:my|ma) (?:\w+ ){{0,2}}(?:payslip|wages|salary|pension|appraisal|contract|induction|probation|training|"
        rf"inbox|annual leave|line manager) (?:at|from|with|in) {there}",
        rf"\b(?:years?|months?|weeks?)(?: \w+)? with {there}(?=\s*(?:[.,!;]|$|and\b|today\b))",
        rf"\b(?:I|we|(?:someone|one of (?:the|those) \w+) (?:who|that)) (?:\w+ly |help(?:ed)? (?:to )?)?(?:write|wrote|"
        rf"draft(?:ed)?|edit(?:ed)?|design(?:ed)?|answer(?:ed)?|make|made|build|built|put together|crunch(?:ed)?)s? "
        rf"(?:the )?{name}'s \w+",
        rf"\bI (?:\w+ly )?(?:draft|write|answer|read|check|design|edit|code|crunch|handle|lead|advise|train|manage|"
        rf"collect|"
        rf"review|assess|analyse) (?:[\w']+ ){{1,5}}(?:at|for|in) {there}",
        rf"\b(?:and I|and me|us|colleagues),? (?:here |all )?(?:at|in) {there}",
        rf"{name} (?:employee|analyst|inspector|manager|staff member|insider|statistician|officer) (?:here|speaking)\b",
        rf"\bas (?:the|a|one of the) (?:\w+ ){{0,2}}(?:person|people|one|ones|analysts?|lawyer|{staff}) (?:at|"
        rf"in) {there}",
        rf"\b(?:in|inside|within) {there},? (?:we|they call us)\b",
        rf"\b(?:one|some|part) of (?:the )?{name}'s? (?:{staff}|analysts|inspectors|managers|officers|staff|people|"
        rf"lot)",
        rf"\b(?:my|ma) (?:first|last|final|second|third|\w+th) (?:day|week|month|year|few \w+)s? (?:at|with|"
        rf"in) {there}",
        rf"\b(?:off the clock|day off|week off|time off|home|on a break|on leave|clocked off) from {there}",
        rf"\bI was (?:in the room|there|at the table|on the (?:team|panel|project)|part of it) when {there}",
        rf"\b(?:we|us|our|we're|we've)(?: \w+)? ?\({name}\)",
        rf"\b(?:proud|happy|tired|lucky|new) {name} (?:person|staffer|employee|team member|colleague)\b",
        rf"\ba {name} (?:lifer|veteran|staffer|employee|insider|man|woman|person|trainee)\b",
        rf"{name} pays? (?:my|ma|the) (?:wages|rent|bills|salary)",
        rf"{name}{_GAP}\bfor a living\b|\bfor a living\b{_GAP}{name}",
        rf"\b(?:us|we)(?:'re|'ve)? (?:lot|all|folk|recruiting|hiring|growing|looking for)[\w ]{{0,12}} at {there}",
        rf"\bI(?:'ve| have)(?: got)? an? (?:\w+ ){{0,2}}(?:desk|job|post|role) at {there}",
        rf"\bI (?:do|run|handle|lead|manage|look after|head up) (?:\w+ ){{1,3}}(?:for|at) {there}",
        rf"\bTeam {name}\b(?=[^\n]{{0,60}}\b(?:we|our|us)\b)|{name} (?:bod|person|lad|lass|staffer|worker) here\b",
        rf"\b(?:with|from) the {name} (?:gang|crew|lot|folk|family|lads|lassies)\b",
        r"(?:(?:^|[.!?\n] |\bI'm |\bI am )(?:finally |about to be )?)(?:retiring from|leaving|resigning from|"
        rf"moving on from) {there}(?= (?:on|at|in|today|tomorrow|this|next|after)\b|[,.!;]|$)",
        rf"\b(?:proud|glad|lucky|chuffed|privileged|happy|honoured|pleased)(?: to (?:be|have been))? "
        rf"(?:a )?(?:\w+ )?part of (?:the (?:\w+ )?team (?:at|in) )?{there}",
        rf"\b(?:I'm|I am|I've been|been|to be|being|we're) (?:a )?part of the {name} (?:family|team|gang)",
        rf"\b(?:my|ma|our|oor) {name} {fellows}|\banother (?:\w+day|week|morning|afternoon|shift) at {there}",
        rf"\bas an? (?:\w+ )?{name} (?:{staff}|insider)",
        rf"\b(?:as|I'm|I am|being) an? (?:\w+ ){{0,2}}{staff} (?:of|at|in|with|for) {there}",
        rf"\bas an? (?:\w+ ){{1,3}}at {there}",
        rf"\b(?:my|ma) {job},? (?:is |at |\()?{there}|\b(?:(?:my|ma) {job}|at work) \((?:the )?{name}\b",
        rf"{name}{_GAP}\b(?:my {job}|where I work|my bosses?|my colleagues?)\b",
        rf"\b(?:we|us)(?:'ve|'re)?(?: here| all| folk)? (?:at|in) {there}",
        rf"\bwe(?:'re|'ve been| are| have been) (?:far |much |way |a bit )?too (?:soft|slow|easy|hard|nice|"
        rf"lenient|tough|late|cautious|timid) (?:on|with|about|at) [\w ]{{3,25}} (?:at|in) {there}",
        rf"\bwe (?:\w+ ){{0,3}}?(?:publish(?:ed)?|put out|launched?|did|built|wrote|said|released?)\b"
        rf"{_GAP}\bat {there}",
        rf"\b(?:our|oor) (?:\w+ ){{1,4}}\({name}\)",
    )


def _also_scots(pattern: str) -> str:
    """The same with the small words of Scots beside those of English: wi, fae, fur."""
    for english, either in ((r"\bwith\b", "wi(?:th)?"), (r"\bfrom\b", "(?:from|f(?:r)?ae)"), (r"\bfor\b", "f[ou]r")):
        pattern = re.sub(english, either, pattern)
    return pattern


def _in_the_field(names: Collection[str], topics: set[str]) -> Caseless | None:
    """Says that the line of work is the writer's own: "as someone who regulates social landlords"."""
    if not topics:
        return None
    kinds = _kinds(names)
    heads = {topic.split()[-1] for topic in topics if " " in topic}  # "social landlord" is a landlord, too
    return Caseless(
        r"\b(?:(?:someone|somebody|one|those|a person|people|folk) who (?:\w+ly )?|"
        r"(?:I|we)(?: have|'ve| all| just| still| actually| help| help to)* (?:spent [\w ]{2,15} )?)"
        rf"(?:{_OVERSEE} (?:\w+ ){{0,3}}?(?:{_any(topics | heads)})|(?:reads?|checks?|sees?) (?:\w+ ){{0,3}}?"
        rf"(?:{_any(topics)}))"
        rf"|\b(?:I get paid to|I'm paid to|my job is to|it's my job to|I'm the one who) (?:check|regulate|inspect|"
        rf"assess|see|"
        rf"make sure|read)s? (?:\w+ ){{0,3}}?(?:{_any(topics | heads)})"
        rf"|\bwhat (?:we|I) (?:look for|expect|want to see|check) (?:in|from) (?:\w+ )?"
        rf"(?:{_any(topics | heads)})(?:'s|s')? "
        rf"(?:[\w-]+ ){{0,3}}?(?:statements?|returns?|self-assessments?|submissions?|business plans?|accounts)\b"
        rf"|\b(?:I'm|I am|as) an? (?:\w+ )?(?:{_any(heads)}) (?:manager|officer|lead|analyst|inspector)\b"
        rf"|\b(?:work(?:s|ing|ed)?|job|career|years) in (?:the )?(?:{_any(topics)})"
        rf"|\bas an? (?:\w+ )?(?:{_any(kinds)})(?=,? (?:I|I'd|I'm|my|we|we'd)\b)|\b(?:we|"
        rf"us) (?:\w+ )?(?:{_any(kinds)})s\b"
    )


def _kinds(names: Collection[str]) -> set[str]:
    """What the organisation is: a regulator, a council."""
    return {name.split()[-1].lower() for name in names if " " in name}


def _any(words: Collection[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _names(names: Collection[str]) -> str:
    """Any of the names. Several words in any case; one word (SHR) only as it is written, but for "the regulator"."""
    written = []
    for one in sorted(names, key=len, reverse=True):
        word = re.escape(one)
        if one.lower().startswith("the "):
            written.append(word)
        else:
            written.append(word if " " in one else f"(?-i:{word})")
    return r"(?<![\w@#])(?:" + "|".join(written) + r")(?!\w)"


def _topics(topics: Collection[str]) -> Caseless | None:
    if not topics:
        return None
    return Caseless(rf"(?<!\w)(?:{_any(topics)})s?(?!\w)")
