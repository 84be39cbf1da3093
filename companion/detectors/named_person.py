"""Looks for a private person's name tied to a role that did not consent: tenant, customer, patient,
    witness, the case next door.

Colleagues thanked, public figures and authors are silent: a name alone is never enough, it needs
    the role or the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final

import regex

from companion.detectors.casework_told import TROUBLE_WORDS, told_of
from companion.detectors.detector import Detector
from companion.detectors.named_casework import CASEWORK
from companion.detectors.named_in_small import spans_in_small
from companion.detectors.named_person_words import (
    AT_HOME,
    DESCRIBED,
    FILE,
    NUMBER,
    ONE,
    OURS,
    OWN_FILE,
    PRIVATE_FACT,
    ROLE,
    TEAM,
    N,
)
from companion.detectors.needs import Needs
from companion.detectors.of_history import is_of_history
from companion.detectors.pattern import Pattern, RegexPattern
from companion.detectors.person_names import FIRST, FULL, INITIALS, NAME, TITLED, is_name
from companion.detectors.phrases import word_set
from companion.detectors.reading import ByWord, Sentence, read
from companion.detectors.screen import Screen
from companion.detectors.signs import Hint, Signs
from companion.draft import Detection

ENTITY: Final = "named-person"
_AROUND: Final = 250  # characters on either side in which consent, or a made-up name, may be spoken of
_BESIDE: Final = 25  # characters on either side in which a name turns out to be an animal's
_MOST_TITLES: Final = 8  # a sentence with more people in it tells of none of them in particular

_PATTERNS: Final = [
    RegexPattern(pattern, regex.VERBOSE)
    for pattern in (
        # tenant Jean Forsyth; our tenant, Mrs Khan; the claimant (J. Doe); a patient called Agnes; patient: Mr Smith
        rf"(?i:\b{OURS}\ )?(?i:\b{ROLE})(?:,\ |\ \(|:\ |\ -\ |\ (?:called|named|by\ the\ name\ of)\ |\ )[\"'‘“]?{N}",
        rf"(?i:\b{OURS}\ (?:[\w-]+\ )?{ROLE})(?:,\ |\ \(|:\ |\ (?:called|named)\ |"
        rf"\ )(?P<name>{FIRST})(?='s|\ (?:is|was|has|had|told|said|says|who|and|lives|lost|got|came|rang|"
        rf"phoned|wants|needs|at|in)\b|[,).;!]|$)",
        # Jean Forsyth, a tenant in Leith; Mrs Khan (tenant); Omar is one of our tenants
        rf"\b{N}(?:'s)?(?:,\ |\ \(|\ -\ )(?i:(?:who\ (?:is|was)\ )?(?:{OURS}\ )?(?:[\w-]+\ ){{0,2}}{ROLE}\b)"
        r"(?!\ [A-Z])",  # "Jo Strang, Customer Team" signs a post
        rf"\b{ONE}\ (?:is|was|has\ been|,\ who\ is)\ (?i:(?:now\ )?(?:a|an|our|my|one\ of\ (?:our|my)|"
        rf"the)\ (?:[\w-]+\ )?{ROLE}\b)",
        # Mr T Burnett's file; the complaint from Mrs Khan; notes on J. Petrie
        rf"\b(?P<name>{TITLED}|{INITIALS}|{NAME})'s?\ (?i:(?:[\w-]+\ ){{0,2}}?{FILE}\b)",
        rf"(?i:\b{FILE}s?\ (?:(?:no\.?|number|ref)?\ ?\#?[\w/-]*\d[\w/-]*\ )?(?:(?:was|is|came|"
        rf"comes)\ )?(?:from(?:\ an?|\ one)?|by|of|against|about|involving|for|"
        rf"raised\ by|lodged\ by|concerning|on|"
        rf"with|submitted\ by)\ )(?P<name>{TITLED}|{INITIALS}|{NAME})",
        rf"\b(?i:{FILE}s?)\ (?i:this\ \w+\ |today\ )?\((?P<name>{TITLED}|{INITIALS}|{NAME})'?s?\b[^)\n]{{0,80}}\)",
        # complaints about our service … (Mr H. Lockerbie's, about a delayed reply)
        rf"(?i:\b{FILE}s?\b)[^.!?\n]{{0,60}}\((?P<name>{TITLED}|{INITIALS}|{NAME})'s\b[^)\n]{{0,60}}\)",
        # Mr Sutherland in bed 6; old Mrs Lamont (dementia…); Mrs Khan at number 12, flat 2/1
        rf"(?i:\b(?:old|wee|poor|big|auld|young)\ )?\b(?P<name>{TITLED})\ ?(?i:,?\ ?(?:in|from|at|"
        rf"on)\ (?:bed|ward|room|cell|flat|bay|cubicle|number|no\.?|unit|block)\ ?(?:\#\ ?)?\w{{1,4}}\b)",
        rf"(?i:\b(?:old|wee|poor|auld)\ )(?P<name>{TITLED})\ \([^)\n]{{3,80}}\)",
        rf"\b{N}\ (?i:(?:at|in|from|of)\ (?:number|no\.?|flat|house)\ \d+\w?)",
        # A young man, Reece Dunbar, slept…; the mother (Aisha Khan, 34)
        rf"(?i:\b(?:a|an|the|this|one|another|that)\ (?:[\w-]+\ ){{0,2}}{DESCRIBED}),\ {N},",
        rf"(?i:\b(?:a|an|the|this|one|that)\ (?:[\w-]+\ ){{0,2}}{DESCRIBED})\ (?:called|named|\()\ ?{N}",
        # rang Ngozi Okafor about her arrears; Fiona Campbell, who lives in one of our flats; wee Jamie Docherty in P5
        rf"\b{N}\b[^.!?\n]{{0,50}}?\b(?i:(?:about|re|over|on|for|regarding|with|"
        rf"because\ of)\ (?:his|her|their)\ (?:\w+\ )?(?:{OWN_FILE}|{AT_HOME}))\b",
        rf"\b{N},?\ (?i:(?:who\ )?(?:lives?|living|stays?|staying|rents?|renting|housed|moved\ (?:in|"
        rf"into))\ in\ (?:one\ of\ )?our)\b",
        rf"\b{ONE}\ (?i:\(?(?:in|from)\ (?:(?:my|our|ma|oor|wur)\ )?(?:P[1-7]|S[1-6]|primary\ \w+|year\ \d+|"
        rf"my\ class|room\ \d+))\b",
        rf"\b(?P<name>{TITLED}|{NAME})\ (?i:at|in|of)\ \d{{1,3}}[a-z]?\b(?!\ ?(?:am|pm|years|o'clock|%|"
        rf"minutes|homes|[:.,/]\d))",
        rf"(?i:\b(?:met|meeting|saw|visited|spoke\ (?:to|with)|rang|helped|evicted|rehoused|housed|with|by|"
        rf"from|thanks\ to)\ )(?P<name>{FIRST}|{NAME}),\ (?i:(?:a|an|our|my|one\ of\ (?:our|"
        rf"my))\ (?:[\w-]+\ )?{ROLE})\b",
        rf"(?i:\b(?:case|ref|reference|file)\ ?(?:no\.?|number|\#)?\ ?[\w/-]*\d[\w/-]*)[:,]?\ (?:for\ |from\ |of\ |"
        rf"about\ )?\(?{N}",
        # Ms K Rowanfield v our council
        rf"\b{N}\ v(?:s|ersus)?\.?\ (?i:(?:our|my|the)\ (?:\w+\ )?(?:council|association|trust|board|"
        rf"regulator|department|landlord|us|employer|school|hospital))",
        # Priya Raman from our data team has been off with stress
        rf"\b{N}\ (?i:{TEAM}\b)[^.!?\n]{{0,40}}?\b(?i:{PRIVATE_FACT})\b",
        rf"(?i:\b(?:my|our)\ (?:colleague|manager|boss|line\ manager|apprentice|trainee|intern|workmate|"
        rf"assistant|supervisor|deskmate))(?:,\ |\ |\ called\ )(?P<name>{NAME}|"
        rf"{FIRST})\b[^.!?\n]{{0,40}}?\b(?i:{PRIVATE_FACT})\b",
        rf"\"[^\"\n]{{8,200}}\",?\ (?:-\ )?{N},?\ (?i:{TEAM})",
    )
]
_WHO_IS = RegexPattern(  # anyone know a Derek Loughran? he's a witness…
    rf"\b{N}\b[^.!\n]{{0,40}}[?.!,;]\ (?i:(?:(?:he|she|they)(?:'s|\ is|\ was|'re|\ are)\ (?:a|an|our|my|"
    rf"the|one\ of\ our)\ (?:[\w-]+\ )?{ROLE}|(?:his|her|their)\ {OWN_FILE}|"
    rf"(?:an?\ |our\ )?{ROLE}\ of\ (?:ours|mine))\b)",
    regex.VERBOSE,
)
_OF_WHOM: Final = RegexPattern(_WHO_IS.pattern[_WHO_IS.pattern.index("[?.!,;]") :], regex.VERBOSE)  # seldom there
_SPOKEN_TO: Final = RegexPattern(  # We're sorry for the delay, Mr Adeyemi Bankole. Your case ref 2026/0417 …
    rf"\b(?P<name>{TITLED}|{NAME})[.,:;!]\ (?i:your\ (?:\w+\ )?{FILE}\ ?(?:ref(?:erence)?|number|no\.?|id|\#)?\ ?"
    rf"(?:is\ |:\ ?|\#)?(?=[\w/-]{{0,12}}\d)[\w/-]{{3,20}})",
    regex.VERBOSE,
)
_WITH_ROLE: Final = _PATTERNS[:4]
_AT_WORK = (
    r"\b(?:clinic|waiting\ list|repairs?|evict\w*|B&B|arrears|on\ the\ phone|benefits?|caseload|"
    r"homeless\w*|ward|surgery|hearing|tribunal|hostel|food\ ?bank|"
    r"referral|bathroom|damp|mould|tenancy|landlord|flat|temporary|support\ plan|sanction\w*|assessment|complaint)\b"
)
_DEALT_WITH: Final = (
    RegexPattern(
        rf"(?i:\b(?:rehoused|housed|rehousing|evicted|evicting|sectioned|discharged|sanctioned|assessed|"
        rf"prosecuted|excluded|refused)\ )(?P<name>{NAME})",
        regex.VERBOSE,
    ),
    RegexPattern(  # trying to get Mr and Mrs Oyelaran out of a B&B
        rf"(?i:\b(?:get|getting|got|move|moved|moving|find|found|finding|put|keep|"
        rf"kept)\ )(?P<name>{NAME})\ (?i:out\ of|oot\ o'?|into|intae|a|an|in|from)\ "
        rf"(?=[^.!?\n]{{0,40}}(?i:{_AT_WORK}))",
        regex.VERBOSE,
    ),
    RegexPattern(  # visited a Mr Abdi in Pollokshields
        r"(?i:\b(?:saw|visited|rang|phoned|spoke\ to|helped|interviewed|assessed|housed)\ an?\ )"
        rf"(?P<name>(?!Dr\b|Sister\b){TITLED})\ "
        r"(?i:in|from|at|on|over\ in)\ (?=\p{Lu})",
        regex.VERBOSE,
    ),
    RegexPattern(rf"(?i:\bevict(?:ed|ing)?\ the\ )(?P<name>{FIRST}s)\b", regex.VERBOSE),
    RegexPattern(
        rf"(?i:\b(?:saw|met|visited|rang|phoned|spoke\ to|helped|had|interviewed|"
        rf"admitted)\ )(?P<name>{NAME})\b(?=[^.!?\n]{{0,90}}(?i:{_AT_WORK}))",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"(?i:\b(?:met|saw|helped)\ an?\ )(?:\w+\ ){{0,3}}(?i:{DESCRIBED})(?:\ \w+){{0,2}},\ {N}", regex.VERBOSE
    ),
)
_ROLE_THAT: Final = (  # the tenant who raised the complaint, Ms Joanna Reid, at her home
    RegexPattern(
        rf"(?i:\b{ROLE}\ (?:(?:who|whose|that|I|we|(?:in|from|on|at)\ (?:my|our))\ [\w\ ']{{3,40}},|"
        rf"(?:\w+\ ){{0,3}}(?:called|"
        rf"named))\ )(?P<name>{TITLED}|{NAME})"
        rf"(?=[,.;:!?]|$|\ (?i:at|in|and|told|said|who|was|is|has))",
        regex.VERBOSE,
    ),
)
_CALLED: Final = (
    RegexPattern(
        rf"(?i:\b{ROLE},?\ \(?(?:(?:whose|her|his|their)\ name(?:'s|\ is|\ was)|she's|he's|it's|"
        rf"they're)\ )(?:(?i:called)\ )?(?P<name>{NAME})",
        regex.VERBOSE,
    ),
    RegexPattern(rf"(?i:\b{ROLE}(?:'s)?\ (?:real\ |full\ )?name\ (?:is|was)\ |\breal\ name\ ){N}", regex.VERBOSE),
)
_IN_PASSING: Final = (  # met a tenant today, Moira Kessock; a safeguarding call about Jayden Mure; Jayden Mure (S2)
    RegexPattern(
        rf"(?i:\b{ROLE}\ (?:today|yesterday|earlier|this\ (?:morning|week|afternoon)|last\ \w+)),\ {N}", regex.VERBOSE
    ),
    RegexPattern(rf"(?i:\bsafeguarding\ (?:\w+\ )?(?:about|for|on|regarding|re)\ ){N}", regex.VERBOSE),
    RegexPattern(
        rf"\b{N}\ (?i:\(?(?:in\ (?:(?:my|our|the|ma|oor|wur)\ )?)?(?:P[1-7]|S[1-6])\b"
        r"(?:\)|\ (?:class|pupil|bit|is|was|told|has)\b))",
        regex.VERBOSE,
    ),
)
_SCHOOL_YEARS: Final = frozenset(f"{stage}{year}" for stage in "ps" for year in range(1, 8))
_THEIR_OWN: Final = (
    RegexPattern(
        rf"\b(?P<name>{TITLED})\b[^.!?\n]{{0,50}}?\b(?i:his|her|their)\ (?i:(?:\w+\ )?{OWN_FILE})\b", regex.VERBOSE
    ),
    RegexPattern(
        rf"\b(?P<name>{TITLED})\b(?=[^.!?\n]{{0,140}}\b(?i:we|us|our)\b)[^.!?\n]{{0,60}}?\b(?i:his|her|their)\ "
        rf"(?i:(?:\w+\ )?{AT_HOME})\b",
        regex.VERBOSE,
    ),
    RegexPattern(  # Mrs Crosbie, we hope your complaint gets sorted
        rf"\b(?P<name>{TITLED}),\ (?i:(?:we|I)\ (?:\w+\ ){{1,4}}?your\ (?:\w+\ )?{FILE})\b", regex.VERBOSE
    ),
    RegexPattern(  # a chat with Fatima (tenant, Govanhill, no heating)
        rf"\b(?P<name>{NAME}|{FIRST})\ \((?i:(?:our\ |an?\ )?{ROLE}),\ [^)\n]{{3,80}}\)", regex.VERBOSE
    ),
    RegexPattern(  # spoke to Halina W about her damp
        rf"(?i:\b(?:to|with|met|saw|rang|phoned|visited|helped|from|emailed)\ )(?P<name>{FIRST}\ \p{{Lu}})\b"
        rf"[^.!?\n]{{0,50}}?\b(?i:(?:about|re|over|on|regarding|with)\ (?:his|her|their)\ (?:\w+\ )?(?:{OWN_FILE}|"
        rf"{AT_HOME}))\b",
        regex.VERBOSE,
    ),
    RegexPattern(rf"(?i:\byour\ {FILE}),?\ (?P<name>{TITLED}|{NAME})", regex.VERBOSE),
    RegexPattern(rf"(?i:\b{ROLE}),\ (?:one|a|namely)\ (?P<name>{TITLED}|{NAME})", regex.VERBOSE),
)
# A list of people after a word for one's cases, or a letter to one person about theirs.
_CASELOAD = RegexPattern(
    r"(?i:\b(?:caseload|case\ list|home\ visits?|visits?|clinic|ward\ round|appointments|"
    r"on\ my\ (?:list|books|round)|viewings?|evictions?|hearings?|interviews?|referrals|my\ (?:run|"
    r"round|patients|tenants|clients|families|cases|pupils|"
    r"class))\b[^:\n]{0,30}:)(?P<list>[^\n]{3,200})",
    regex.VERBOSE,
)
_BEHIND_AN_OPENING = RegexPattern(  # "So Mrs Kowalczyk"; "And Janet Moir"
    rf"(?:So|And|But|When|If|Then|Well|Oh|Remember|Because|Poor|Now|Apparently|Today|Yesterday|Our|My|The|Dear|Had|"
    r"Meet|Introducing|Housed|Rehoused|Evicted|Interviewed|Assessed|Heard|Found|Lost|Why|How|Is|Was|Did|Has|"
    r"Showed|Told|Met|Saw|Rang|Phoned|Visited|Helped|Gave|Taught|Asked|Thanked|Emailed)\ "
    rf"(?P<name>{NAME})",
    regex.VERBOSE,
)
_LISTED = RegexPattern(
    rf"\b(?:(?:old|wee|poor)\ )?(?P<name>{TITLED}|{INITIALS}|{NAME})(?:\ \([^)\n]{{2,60}}\))?", regex.VERBOSE
)
_LETTER = RegexPattern(
    rf"^(?:@\w+\ )*\W{{0,3}}(?i:hi|hello|hiya|dear|morning|good\ (?:morning|afternoon|evening)|thanks?(?:\ you)?|"
    rf"sorry)(?:\ there)?,?\ (?P<name>{TITLED}|{NAME}|"
    rf"{INITIALS})\b.{{0,200}}?\b(?i:your\ (?:[\w-]+\ ){{0,2}}(?:complaint|case|tenancy|application|"
    rf"eviction|arrears|rent|claim|appeal|landlord|diagnosis|benefit|repair|debt|file|assessment|"
    rf"appointment|results|housing|notice|hearing|account)\b)",
    regex.VERBOSE | regex.DOTALL,
)
_YOUR: Final = frozenset({"your"})
_OF_YOURS: Final = Signs((" your ",))
_YOURS_WITH_A_NUMBER: Final = Pattern(r" your [^.!?\n]{3,40}\d", re.IGNORECASE)
_OF_OURS: Final = frozenset({"ours", "mine"})
_PRONOUNS = word_set("named-person.pronouns")
_CASEWORK = RegexPattern(
    r"\b(?:casework\w*|caseload|homeless\w*|hostel|refuge|social\ work\w*|key\ ?worker|tenan(?:t|cy|ts)|"
    r"evict\w*|arrears|temporary\ accommodation|B&B|shelter|clinic|patient|"
    r"ward|safeguarding|referral|benefits?|sanction\w*|foodbank|food\ bank|local\ connection|slept|"
    r"sleeping\ rough|sofa[ -]surf\w*|care\ leavers?|domestic\ abuse|fleeing|tribunal|hearing|"
    r"a\ case\ of\ ours|support\ worker|care\ home|assessment|waiting\ list|the\ phones?|rang\ (?:me|us)|"
    r"came\ in(?:to)?|our\ office)\b",
    regex.VERBOSE | regex.IGNORECASE,
)
_MAY_BE_CASEWORK: Final = Hint(_CASEWORK)
_AGED = RegexPattern(
    rf"\b(?P<name>{NAME}|{FIRST}\ \p{{Lu}}\.?),?\ (?:\(\ ?)?(?:aged\ )?{NUMBER}(?:\)|,|\ years|\ and\b)", regex.VERBOSE
)
_REFERENCE = RegexPattern(
    r"(?i:\b(?:case|ref|reference|file|complaint))\ ?(?:no\.?|number|ref|\#|:)*\ ?[A-Z]{0,4}[/-]?\d{2,}|"
    r"\b[A-Z]{2,5}[/-](?:[A-Z0-9]{2,6}[/-])?\d{2,}",
    regex.VERBOSE,
)
_GIVEN_UP = RegexPattern(  # said with consent, made up, or about a thing or an animal
    r"\b(?:(?:names?|details)\ (?:have\ been\ |has\ been\ |was\ |were\ )?(?:been\ )?changed|not\ (?:her|"
    r"his|their|my)\ real\ name|with\ (?:her|his|their)\ (?:permission|blessing|consent|"
    r"agreement|say-so)|"
    r"asked\ (?:me|us)\ to\ (?:share|say|tell|post|pass|write|mention|put)|"
    r"(?:agreed|happy|wanted)\ (?:me|us|for\ me|for\ us|to\ be|to\ share|to\ let)|"
    r"has\ kindly\ agreed|gave\ (?:us|me|their|her|his)\ (?:permission|consent|blessing)|dummy|"
    r"test\ (?:tenant|data|case|record|account|patient|user)|fictional|fictitious|imaginary|"
    r"persona|made[\ -]up|invented|pseudonym|novel|(?<!\bus\ )(?<!\bto\ )(?<!\bwe\ )film|play|episode|series|drama|"
    r"character|actor|"
    r"actress|Eastenders|Corrie|Coronation\ Street|River\ City|"
    r"historian|historical|(?:in|"
    r"since)\ 1[0-9]{3}|award|winner|of\ the\ year)\b",
    regex.VERBOSE | regex.IGNORECASE,
)
_AN_ANIMAL = RegexPattern(
    r"\b(?:greyhound|dog|cat|hamster|spaniel|kitten|puppy|retriever|collie|budgie|rabbit|pony)\b", regex.IGNORECASE
)
_PUBLIC_FIGURE = RegexPattern(
    r"\b(?:hon(?:ou)?rable|MPs?|MSPs?|MEPs?|Cllr|councillors?|minister|president|senator|PM|actor|singer|"
    r"author|footballer|celebrity|bankruptcy|"
    r"campaign(?:s|er|ers|ing)?|exhibition|keynote|constituency|(?:s?he|who)\ volunteers|(?:his|her)\ office|"
    r"lawsuit|Supreme\ Court|High\ Court|sheriff\ court|police\ said|inquest|BBC|CNN|Netflix)\b",
    regex.VERBOSE,
)
_ROLE_WORDS: Final = word_set("named-person.role")
_FILE_WORDS: Final = word_set("named-person.file")
_PLACE_WORDS: Final = word_set("named-person.place")
_PERSON_WORDS: Final = word_set("named-person.person")
_HOME_WORDS: Final = word_set("named-person.home")
_VERSUS: Final = word_set("named-person.versus")
_WORK_WORDS: Final = word_set("named-person.work")
_TIED: Final = (  # the words (one of each set) without which these patterns cannot match
    ((_ROLE_WORDS,), (*_PATTERNS[0:4], _PATTERNS[17])),
    ((_ROLE_WORDS, frozenset({"who", "whose", "that", "i", "we", "called", "named", "my", "our"})), _ROLE_THAT),
    ((_FILE_WORDS,), (*_PATTERNS[4:8], _PATTERNS[13])),
    ((_PLACE_WORDS,), (*_PATTERNS[8:11], _PATTERNS[16])),
    ((_PERSON_WORDS,), _PATTERNS[11:13]),
    ((_HOME_WORDS,), _PATTERNS[14:16]),
    ((_VERSUS,), _PATTERNS[18:20]),
    ((_WORK_WORDS, word_set("named-person.fact")), _PATTERNS[20:22]),
    ((_WORK_WORDS,), _PATTERNS[22:]),
    ((word_set("named-person.does"),), _DEALT_WITH),
    ((word_set("named-person.name"),), _CALLED),
    ((_FILE_WORDS | _ROLE_WORDS,), _THEIR_OWN),
    ((_ROLE_WORDS | _SCHOOL_YEARS | {"safeguarding"},), _IN_PASSING),
    *CASEWORK,
)


def _of_a_first_name(pattern: RegexPattern) -> bool:
    """Is one name enough for it?"""
    rest = reduce(lambda left, name: left.replace(name, ""), (NAME, TITLED, INITIALS, FULL), pattern.pattern)
    return FIRST in rest or FIRST not in pattern.pattern


_OF_A_FIRST_NAME: Final = {one for _, patterns in _TIED for one in patterns if _of_a_first_name(one)}
# What every whole name has: two capitals, or what may be capitals, with a word's letters and small words between them.
_TWO_CAPITALS: Final = Pattern(r"[^\W\d_a-z][\w'-]*\.?[ ]?(?:\w{1,4}[ ]){0,2}(?:al-)?[^\W\d_a-z]")
_TIED_BY_WORD: Final = ByWord((sets[0], (sets, Screen(patterns))) for sets, patterns in _TIED)
_LIST_WORDS: Final = word_set("named-person.list")
_GREETING: Final = word_set("named-person.greeting")
_AGES: Final = word_set("named-person.ages") | {str(age) for age in range(1, 111)}

_ANY_WORDS: Final = frozenset().union(
    TROUBLE_WORDS, _LIST_WORDS, _GREETING, _AGES, *(words for sets, _ in _TIED for words in sets)
)


def find(text: str) -> Iterator[Detection]:
    """Kinds: `case` where a case reference stands beside the name, else `named`."""
    done = 0
    for start, end in sorted(_spans(text)):
        if start < done or _AN_ANIMAL.search(text, max(0, start - _BESIDE), end + _BESIDE):
            continue
        given_up = _GIVEN_UP.search(text, max(0, start - _AROUND), end + _AROUND)
        if not given_up and not is_of_history(text, start, end):
            done = end
            reference = _REFERENCE.search(text, max(0, start - 120), end + 120)
            yield Detection(
                ENTITY, start, end, 0.7, "a name beside a private role or case", "case" if reference else "named"
            )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    reading = read(text)
    for words, patterns in _TIED_BY_WORD.held_by(reading):
        for sentence in reading.with_any(*words):
            yield from _tied(sentence, patterns.of(sentence.words))
    yield from told_of(text, reading)
    for sentence in reading.with_any(_LIST_WORDS):
        yield from _listed(sentence)
    for sentence in reading.with_any(_GREETING):
        letter = _LETTER.search(f"{sentence.text} {sentence.after}")
        if letter and is_name(letter["name"]):
            yield sentence.span(letter, "name")
    if reading.holds(_ROLE_WORDS) or reading.holds(_FILE_WORDS) or reading.holds(_PLACE_WORDS):
        yield from spans_in_small(reading)
    if (reading.holds(_PRONOUNS) or reading.holds(_OF_OURS)) and (
        reading.holds(_ROLE_WORDS) or reading.holds(_FILE_WORDS)
    ):
        found = _WHO_IS.finditer(text) if _OF_WHOM.search(text) else ()
        yield from (match.span("name") for match in found if is_name(match["name"]))
    if reading.digits and reading.holds(_YOUR) and reading.holds(_FILE_WORDS):
        for start, end in _OF_YOURS.around(text, 60, 70, _YOURS_WITH_A_NUMBER):
            yield from (match.span("name") for match in _SPOKEN_TO.finditer(text, start, end) if is_name(match["name"]))
    if reading.holds(_AGES) and _MAY_BE_CASEWORK.may_match(reading) and _CASEWORK.search(text):
        for sentence in reading.with_any(_AGES):
            yield from (
                sentence.span(match, "name") for match in _AGED.finditer(sentence.text) if is_name(match["name"])
            )


def _tied(sentence: Sentence, patterns: Sequence[regex.Pattern[str]]) -> Iterator[tuple[int, int]]:
    if not patterns or sentence.text.count("Mr") > _MOST_TITLES:
        return
    whole_name = _TWO_CAPITALS.search(sentence.text)
    for pattern in patterns:
        if not whole_name and pattern not in _OF_A_FIRST_NAME:
            continue
        for match in pattern.finditer(sentence.text):
            if _PUBLIC_FIGURE.search(sentence.text):
                return
            if is_name(match["name"]):  # where a role stands beside it, it is worth keeping when the name goes
                yield sentence.span(match, 0 if pattern in _WITH_ROLE else "name")
            elif (behind := _BEHIND_AN_OPENING.match(match["name"])) and is_name(behind["name"]):
                start, end = sentence.span(match, "name")
                yield start + behind.start("name"), end


def _listed(sentence: Sentence) -> Iterator[tuple[int, int]]:
    for cases in _CASELOAD.finditer(sentence.text):
        for match in _LISTED.finditer(sentence.text, cases.start("list"), cases.end("list")):
            if is_name(match["name"]):
                yield sentence.span(match, "name")


DETECTOR = Detector(ENTITY, find, needs=Needs(words=_ANY_WORDS))
