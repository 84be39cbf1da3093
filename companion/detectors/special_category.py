"""Looks for health, belief, origin, politics, union, sexuality or record of a person known through
    work: a tenant, pupil, colleague.

One's own facts, family, public figures, groups ("tenants with dementia"), campaigns and animals are silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from companion.detectors.caseless import Caseless
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern, RegexPattern
from companion.detectors.person_names import FIRST, FULL, INITIALS, TITLED, is_name
from companion.detectors.phrases import entries, phrases, word_set
from companion.detectors.reading import Sentence, read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY: Final = "special-category"

_FACT = Screen((phrases("special-health.txt"), phrases("special-other.txt")))
_SERVED = (
    r"(?:tenant|customer|complainant|claimant|applicant|patient|resident|service\ user|client|pupil|"
    r"student|learner|lodger|caller|referral|case|victim|offender|"
    r"detainee|prisoner|panel\ member|parishioner|constituent|member\ of\ the\ public)"
)
_STAFF = (
    r"(?:colleague|co-?worker|workmate|work\ mate|apprentice|trainee|intern|temp|line\ manager|manager|"
    r"boss|supervisor|team\ (?:leader|lead|mate|member)|teammate|deskmate|"
    r"assistant|deputy|director|head\ teacher|heidie|teacher|foreman|gaffer|caretaker|janitor|jannie|janny|"
    r"cleaner|receptionist|driver|nurse|caseworker|housing\ officer|"
    r"new\ (?:guy|girl|boy|lad|lass|start|hire|manager|recruit|fella|woman|man)|member\ of\ (?:my|our|"
    r"the)\ (?:team|staff)|staff\ member|chair|chief\ exec\w*|candidate|employee|worker|"
    r"guy|woman|man|lad|lass|girl|boy|bloke|one)"
)
_WORKPLACE = (
    r"(?:from|in|at|on|over\ in)\ (?:our\ |my\ |the\ )?(?:\w+\ ){0,2}?(?:team|department|dept|office|"
    r"finance|HR|IT|legal|accounts|payroll|comms|data|policy|admin|facilities|"
    r"reception|work|my\ work|class|shift|canteen|next\ desk|warehouse|ward\ \w+|housing|caseload|floor|"
    r"depot|post\ room|post\ office|school|P[1-7]|S[1-6]|primary\ \w+|year\ \d+|(?:bed|room|cell|flat|number|"
    r"no\.?)\ \d+\w?)"
)
# A person one knows through work, and nobody else.
_PERSON = RegexPattern(
    rf"""(?i:\b(?:my|our|oor|ma)\ (?:\w+\ ){{0,2}}?(?:{_SERVED}|{_STAFF})(?!s\b)\b)
    | (?i:\b(?:one|two|three|some|another)\ (?:of\ )?(?:my|our|oor|ma|
        the)\ (?:\w+\ ){{0,2}}?(?:(?:{_SERVED}|{_STAFF})s?|class|team|lot|staff)\b)
    | (?i:\b(?:the|this|that|(?:had|saw|got|met|have|see|helped|visited|interviewed|help|helping|
        support(?:ed|ing)?)\ (?:a|
        another))\ (?:new\ |old\ |poor\ |wee\ |elderly\ |young\ |\w+\ )?{_SERVED}(?:\ of\ (?:mine|
        ours))?\b)
    | (?i:\b(?:the|this|that|a|some)\ (?:new\ |wee\ |big\ |old\ )?{_STAFF}\ (?:who\ sits?\b|
        {_WORKPLACE}\b|of\ (?:mine|ours)\b|we(?:'ve)?\ (?:hired|interviewed|just\ hired)))
    | (?i:\b(?:her|him|she|he|yon\ one|the\ one)\ (?:who\ (?:works|sits)\ )?{_WORKPLACE}\b)
    | (?i:\bone\ of\ the\ (?:lads|lassies|girls|boys|guys|women|men|team|staff|new\ starts|
        apprentices|weans|kids)\ {_WORKPLACE}\b)
    | (?i:\bthe\ (?:lad|lass|guy|woman|girl|man|boy|one)\ (?:who|that)\ (?:starts|started|sits|
        works|joined|just\ joined|replaced|does)\b)
    | (?i:\ba\ {_SERVED}\ (?:(?:at|in|on)\ (?:the|our|my)|of\ (?:mine|ours|oors))\b)
    | (?i:^(?:(?:new|young|old|elderly|wee|another)\ )?(?:tenant|client|colleague|pupil|panel\ member|
        patient|claimant|resident|service\ user|student|complainant|applicant|boss|manager|line\ manager|supervisor|
        gaffer|head\ teacher|new\ start|apprentice|trainee|co-?worker|workmate|customer|staff\ member)(?!s\b)(?:'s)?\b)
    | (?i:\b(?:a|an|another)\ {_SERVED}(?:'s\ (?:mum|dad|mother|father|son|daughter|partner|wife|husband|carer))?
        \ (?:just\ )?(?:told|said|asked|tells|says|disclosed|confided)\b)
    | (?i:\b(?:the|my|our)\ (?:class|team|staff|ward|unit|office)\ (?:that\ |about\ )?)
        (?:{FULL}|{FIRST})(?=\ (?:has|is|was|had)\b|'s)
    | (?i:^(?:(?:the|a|this|that|new|young|old|elderly|wee|big)\ )*{_STAFF}\ {_WORKPLACE}\b)
    | (?i:\b(?:guy|man|woman|lad|lass|lassie|girl|boy|someone|somebody|bloke)
        \ at\ (?:my\ |our\ |the\ )?(?:work|office)\b)
    | (?i:\bthe\ (?:\w+\ ){{0,2}}(?:boy|man|woman|lady|lad|wifie|gent|couple|girl|guy|person|fella|pensioner|soul)
        \ I\ (?:care\ for|look\ after|visit|support|nurse|teach)\b)
    | (?i:\b(?:met|visited|saw|spoke\ (?:to|with)|chatted\ (?:to|with)|rehoused|housed)\ (?:the|a|an|one)\ (?:\w+\ )?
        (?:couple|family|man|woman|lady|lad|lass|mum|mother|dad|father|gentleman|pensioner|household)\ (?:moving\ in|
        who\ (?:rents?|moved\ in|got\ the\ keys)|(?:at|in|from)\ (?:number|no\.?|flat|house|room|the\ (?:new\ )?(?:
        flats?|homes?|houses?|scheme|development|estate|hostel|block|close)))\b)
    | (?i:\b(?:guy|man|woman|lad|lass|lady|bloke|fella|couple|family)\ (?:that\ |who\ )?i\ (?:manage|deal\ with|
        signed\ up|(?:do|did|run|ran)\ the\ \w+\ (?:on|for)|(?:just\ )?(?:assess|interview|hous|rehous|inspect)ed)\b
        (?:\ (?:last|this)\ \w+)?)
    | (?i:\bthe\ colleague\b)(?=[^.!?\n]{{0,120}}\b(?:who's|she|he|she's|he's)\b)
    | (?i:\bHR\ (?:told|said|says)\b)
    | (?i:\bthe\ new\ (?:guy|girl|boy|lad|lass|start|hire|manager|recruit|fella|boss|temp)\b)
    | (?:{FULL}|{TITLED}|{INITIALS}|{FIRST})\ \(?(?i:{_WORKPLACE})\b
    | (?i:\b(?:old|wee|poor|auld)\ )?\b(?P<titled>{TITLED}|{INITIALS})(?=['\ ,(])
    | (?i:\b(?:don't|dinnae|do\ not|never|wouldn't|shouldn't|didn't)\ (?:hire|employ|recruit|
        promote|appoint|take\ on)\ )(?:{FULL}|{FIRST})
    | (?i:\b(?:home\ visits?|caseload|my\ round|ward\ round|clinic|at\ work|in\ the\ office|
        in\ my\ class|in\ our\ team|on\ my\ team|on\ our\ ward)\b)(?=[^.!?]{{0,60}}\b(?:{TITLED}|{INITIALS}|
        {FULL}|he|she|her|his)\b)
    """,
    regex.VERBOSE,
)
_OWN_OR_KIN = RegexPattern(
    r"(?i:\b(?:I|I'm|I've|me|myself|my\ own|my\ (?:\w+\ )?(?:mum|mam|mother|dad|father|gran|granny|nan|"
    r"nana|grandad|granda|papa|husband|wife|hubby|partner|son|daughter|kids?|wean|bairn|"
    r"brother|sister|niece|nephew|cousin|uncle|aunt|auntie|dog|cat|pal|friend|mate|GP|consultant|doctor|"
    r"therapist|nurse|teacher|neighbour|landlord|body|knees?|back))\b)",
    regex.VERBOSE,
)
_SOMEBODY_ELSE = RegexPattern(  # between person and fact: then it is said of these
    r"\b(?:I'm|I\ am|I've|I\ have|I\ was|my\ (?:mum|dad|gran|wife|husband|son|daughter|own)|his\ (?:mum|"
    r"dad|wife|dog)|her\ (?:mum|dad|husband|dog))\b",
    regex.VERBOSE,
)
_OURS = Pattern(r"\b(?:my|our)\b")
_PRONOUN = Pattern(r"\W{0,3}(?:He|She|They|he|she|they)(?=['’ ])")
_HERS = Pattern(r"\W{0,3}(?:Her|His|Their|her|his|their) ")
_NEXT = 25  # characters from "Her" to the fact
_FAR, _FARTHEST = 90, 260  # characters from a person to the fact, and where "she" stands in between
_STILL_TOLD = RegexPattern(r"\b(?:she|he)\b(?!\ (?:said|says|asked))")
_CAUSE = RegexPattern(  # the subject, not a person: a charity, a service, a course, an illness in general
    r"\b(?:cancer\ (?:research|charity|support|care|centre|trust)|macmillan|marie\ curie|charity|"
    r"fundrais\w+|raising|raised|sponsor\w*|marathon|kiltwalk|10k|awareness|campaign|training|course|"
    r"webinar|conference|talk\ (?:on|about)|policy|friendly|(?:health|pride|history|carers)\ (?:week|"
    r"month|day)|helpline|research(?:er|ing)?|study|studies|lecture|book|"
    r"film|novel|podcast|support\ group|nurse\ specialist|first\ aider|network|champion|spoke\ (?:on|"
    r"about)|speaks|presented|published|adaptations?\ for|equalit\w+|pride|"
    r"blind\ (?:trust|date|spot|panic|eye)|deaf\ ears|stroke\ of|crack(?:ed|ing)|depressed\ (?:prices|"
    r"area|market)|bi-?(?:weekly|monthly|annual)|terminal\ (?:building|[1-9])|"
    r"with\ (?:his|her|their)\ (?:blessing|permission|consent|agreement)|agreed\ (?:to|that)|"
    r"asked\ me\ to|kindly\ (?:shared|agreed)|patient\ with|be\ patient)\b",
    regex.VERBOSE | regex.IGNORECASE,
)
_LINK = RegexPattern(  # from the person to the fact, in a few words
    r"\b(?:is|'s|was|has|have|had|got|gets?|been|being|be|are|were|attempted|tried|keeps?|told|hears?|drinks?|cuts?|"
    r"tested|going|goes|takes?|taking|with|who|he|"
    r"she|they|his|her|their|diagnosed|"
    r"suffer(?:s|ing|ed)?|off|on|in|came|come|out|battl(?:es|ing)|liv(?:es|ing)|notes?|"
    r"says|said|told|tells|turns|mentioned|admitted|disclosed|revealed|went|goes|just|apparently|wears|"
    r"prays|votes?|voted|joined|did|file|because|after|since|again|not|now|caught|used|uses|thinks)\b|"
    r"[(:,'-]",
    regex.IGNORECASE,
)
_FACT_WORDS: Final = frozenset(entries("special-words.txt"))
_ANCHORS = word_set("special-category.anchors")


def find(text: str) -> Iterator[Detection]:
    reading = read(text)
    for sentence in reading.with_any(_ANCHORS, _FACT_WORDS):
        facts = _FACT.of(sentence.words)
        if facts and not _CAUSE.search(sentence.text) and (span := _in(sentence, facts)):
            yield Detection(ENTITY, *span, 0.6, "a sensitive fact about somebody known through work")


def _in(sentence: Sentence, all_facts: Sequence[Caseless | Pattern]) -> tuple[int, int] | None:
    """The sensitive fact said of a person known through work, in this sentence; or at the start of the
    next ("She's …")."""
    all_facts = [facts for facts in all_facts if facts.search(sentence.text)]
    if not all_facts:
        return None  # which is found sooner than a person
    for person in _PERSON.finditer(sentence.text):
        if not _known(person):
            continue
        if _OWN_OR_KIN.search(sentence.text, max(0, person.start() - 40), person.start()):
            continue
        for facts in all_facts:
            for fact in facts.finditer(sentence.text, person.start()):
                if fact.start() >= person.end() and _said_of(sentence.text[person.end() : fact.start()]):
                    return sentence.span(fact)
                if (
                    person.start() <= fact.start()
                    and fact.end() <= person.end()
                    and fact.group().lower() not in ("blind", "off")
                ):
                    return sentence.span(fact)
    return _of_one_before(sentence, all_facts) or _of_one_after(sentence, all_facts)


def _of_one_before(sentence: Sentence, all_facts: Sequence[Caseless | Pattern]) -> tuple[int, int] | None:
    """The fact of a sentence that begins with "She's …", if the one before is about a person known through work."""
    told = _PRONOUN.match(sentence.text)
    if not told or _OWN_OR_KIN.search(sentence.before) or not any(map(_known, _PERSON.finditer(sentence.before))):
        return None
    for fact in (fact for facts in all_facts if (fact := facts.search(sentence.text, told.end()))):
        between = sentence.text[told.end() : fact.start()]
        if _said_of(between) and not _OURS.search(between):
            return sentence.span(fact)
    return None


def _of_one_after(sentence: Sentence, all_facts: Sequence[Caseless | Pattern]) -> tuple[int, int] | None:
    """The fact of a sentence that begins with "Her …", if only the next says who: "Her chemo starts Monday. Julie from
    accounts …"."""
    told = _HERS.match(sentence.text)
    if not told or _OWN_OR_KIN.search(sentence.before) or _OWN_OR_KIN.search(sentence.after):
        return None
    if not any(map(_known, _PERSON.finditer(sentence.after))):
        return None
    found = (facts.search(sentence.text, told.end()) for facts in all_facts)
    return next((sentence.span(fact) for fact in found if fact and fact.start() - told.end() <= _NEXT), None)


def _known(person: regex.Match[str]) -> bool:
    return not person["titled"] or is_name(person["titled"])


def _said_of(between: str) -> bool:
    if len(between) > _FAR and (len(between) > _FARTHEST or not _STILL_TOLD.search(between, len(between) - _FAR)):
        return False
    if _SOMEBODY_ELSE.search(between):
        return False
    return not between.strip() or _LINK.search(between) is not None


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_ANCHORS))
