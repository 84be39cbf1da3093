"""How a name stands in a piece of casework: a visit, a letter, a debt; each with the words it cannot stand there"
" without."""

from __future__ import annotations

from typing import Final

import regex

from companion.detectors.context import word_set
from companion.detectors.named_person_words import (
    CASE_WORDS,
    COMPLAINS,
    DEALT,
    DESCRIBED,
    FILE,
    IN_NEED,
    KIN,
    MATTER,
    ONE,
    OUR_CLASS,
    ROLE,
    WE,
    N,
)
from companion.detectors.pattern import RegexPattern
from companion.detectors.person_names import FIRST, INITIALS, NAME, TITLED
from companion.detectors.phrases import word_set as named_set

_NAMES_IN: Final = (
    # Sandra McPhail whose complaint we upheld; Hamza Sheikh, homeless since August; the whistleblower is …
    RegexPattern(rf"\b{N},?\ (?i:whose\ (?:\w+\ )?{FILE})\b", regex.VERBOSE),
    RegexPattern(
        rf"\b{N},?\ (?:\(|(?i:who\ (?:is|was|has\ been)\ |who's\ )?)(?:(?i:made|now|still|recently|newly)\ )?"
        rf"{IN_NEED}\b",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"(?i:\b(?:the|our|my)\ {ROLE}(?:\ (?:in|for|on)\ [\w' ]{{3,25}})?\ (?:is|was|turned\ out\ to\ be|this\ "
        rf"time\ is|is\ called)\ ){N}",
        regex.VERBOSE,
    ),
    RegexPattern(rf"(?i:\b{ROLE}\ of\ (?:mine|ours|our\ own)),?\ (?i:called\ )?{N}", regex.VERBOSE),
    # arrears letter for J. McGinty; witness statement from Colin Abernethy
    RegexPattern(
        rf"(?i:\b(?:{FILE}|witness|victim|impact|safeguarding|possession|abandonment)\ {MATTER}s?\ (?:for|from|to|of|"
        rf"by|with|on|about)\ )(?P<name>{TITLED}|{INITIALS}|{NAME})",
        regex.VERBOSE,
    ),
    # home visit to Mary Docherty; support session with Leanne Fyfe
    RegexPattern(
        rf"(?i:\b(?:home|welfare|support|tenancy|doorstep|safeguarding|cell|ward|hospital|supervision|assessment|"
        rf"interim|"
        rf"accommodation)\ (?:visit|session|meeting|call|check|interview|plan|chat|review)s?\ (?:to|with|for|from)\ )"
        rf"(?:(?i:wee|old|poor)\ )?{N}",
        regex.VERBOSE,
    ),
    # Barry Hendry (missing his meds, one of ours); Samira from my caseload; Donna Quigley owes us £3,100
    RegexPattern(
        rf"\b{N}\ \((?i:[^)\n]{{0,50}}\b(?:meds|medication|one\ of\ ours|arrears|tenant|sectioned|homeless|"
        rf"overcrowded|"
        rf"missing|dementia|on\ PIP|our\ books)\b)",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"\b{ONE}\ (?i:(?:from|on)\ (?:my|our)\ (?:caseload|list|books|ward|round|clinic|wing|unit|service|hostel|"
        rf"scheme|"
        rf"patch))\b",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"\b{N}\ (?i:(?:still\ )?owes\ (?:us|me|the\ (?:council|association|landlord|factor)|[£$€\d]))", regex.VERBOSE
    ),
    RegexPattern(
        rf"(?i:\bplaced\ (?:wee\ |baby\ )?)(?P<name>{NAME}|{FIRST})\ (?i:(?:in|with|into)\ (?:foster|care|kinship|"
        rf"temporary|emergency|a\ (?:hostel|refuge|care\ home)|respite|residential))",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"(?i:\bthe\ (?:family|couple|neighbours|folk)\ (?:in|at|from)\ (?:number\ |flat\ |no\.?\ )?\d[\w/]{{0,4}}),\ "
        rf"(?i:the\ )(?P<name>{FIRST}s)\b",
        regex.VERBOSE,
    ),
    # on the phone an hour with Fatima Yusuf, no heating; Gary Wotherspoon is barred; the girl I support, Chantelle
    RegexPattern(
        rf"(?i:\b(?:phone|call|hour|meeting|morning|afternoon|lunch|case\ conference)(?:\ \w+){{0,2}}\ (?:with|to|"
        rf"from)\ )"
        rf"{N}\b(?=[^.!?\n]{{0,60}}(?i:\b(?:no\ heating|no\ hot\ water|no\ food|newborn|evict\w*|arrears|homeless\w*|"
        rf"damp|mould|"
        rf"universal\ credit|sanction\w*|PIP|her\ (?:kids|bairns|ex)|his\ (?:kids|bairns|ex))\b))",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"\b{N}\ (?i:(?:is|was|has\ been|remains)\ (?:barred|banned|excluded|suspended)\ from\ (?:our|the|"
        rf"my)\ (?:office|"
        rf"building|premises|hostel|service|school|ward|reception|clinic|surgery|class)\b)",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"(?i:\bthe\ (?:\w+\ )?{DESCRIBED}\ I\ (?:support|care\ for|look\ after|visit|nurse|teach|work\ with|foster|"
        rf"mentor)),\ "
        rf"(?P<name>{NAME}|{FIRST})(?=[,.!]|\b)",
        regex.VERBOSE,
    ),
    # Li Wei Chen complained about the noise and I had to tell her no
    RegexPattern(
        rf"\b{N}\ (?i:(?:has\ |had\ |just\ )?(?:complained|appealed|applied|reported|phoned|rang|e-?mailed|turned\ up|"
        rf"came\ in|cried|begged|asked))\b{WE}(?=[^.!?\n]{{0,90}}(?i:{CASE_WORDS}))",
        regex.VERBOSE,
    ),
    # the wee man in bed 4, Alasdair, told us; my 2pm, Janet Moir
    RegexPattern(
        rf"(?i:\b(?:a|an|the|this|one|our|my)\ (?:[\w-]+\ ){{0,2}}{DESCRIBED}\ (?:in|at|from|on)\ (?:bed|flat|room|"
        rf"number|no\.?|ward|bay|cell|unit)\ \w{{1,4}}),?\ (?P<name>{NAME}|{FIRST}),",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"(?i:\bmy\ (?:\d{{1,2}}(?::\d\d)?\ ?(?:am|pm)?|first|last|next|second|final)(?:\ (?:appointment|visit|client|"
        rf"case|viewing|interview|call|patient))?(?:\ (?:today|of\ the\ day))?(?:,|\ is|\ was)\ ){N}",
        regex.VERBOSE,
    ),
    # Janet Moir, who complained about us last month; Tariq Mahmood is suing us
    RegexPattern(
        rf"\b{N}(?:,|\ \(|\ -)?\ \(?(?i:(?:the\ (?:\w+\ )?(?:one|woman|man|lady|guy|gentleman|person|tenant)\ )?"
        rf"who(?:'s|\ has|\ had|\ is|\ once|\ also|\ first)?\ {COMPLAINS})",
        regex.VERBOSE,
    ),
    RegexPattern(rf"\b{N}\ (?i:(?:(?:has|had|just|also|then|once|again|is|was)\ ){{0,2}}{COMPLAINS})", regex.VERBOSE),
    RegexPattern(rf"\b{N},?\ (?i:who\ (?:has\ |had\ )?complained\b){WE}", regex.VERBOSE),
    RegexPattern(
        rf"(?i:\bwho\ (?:has\ |had\ )?{COMPLAINS}[^.!?\n]{{0,40}}?\ (?:is|was)\ (?:called\ |named\ )?){N}",
        regex.VERBOSE,
    ),
    # Case closed: Lucy Tran, Flat 3/2
    RegexPattern(
        rf"(?i:\b(?:case|complaint|file|referral|application|tenancy)\ (?:closed|opened|open|update|"
        rf"resolved|notes?):)\ {N}",
        regex.VERBOSE,
    ),
    # Rhys Pugh's mum saw the jotter from my P6 class; for my P4s, Rhys Pugh's mum
    RegexPattern(rf"\b{N}'s\ (?i:{KIN})\b(?=[^.!?\n]{{0,60}}\b(?i:{OUR_CLASS})\b)", regex.VERBOSE),
    RegexPattern(rf"\b(?i:{OUR_CLASS})\b[^.!?\n]{{0,40}}?\b{N}'s\ (?i:{KIN})\b", regex.VERBOSE),
    # Shabnam Iqbal who i reassessed the day; Shabnam Iqbal, claimant for six years
    RegexPattern(
        rf"\b{N},?\ (?i:(?:who|whom|that)\ (?:I|ah|a|we)(?:'ve|\ have|\ had|\ just|"
        rf"'d)?\ (?:just\ )?{DEALT})\b",
        regex.VERBOSE,
    ),
    RegexPattern(
        rf"\b{N}\b[^.!?\n]{{0,40}}?,\ (?i:(?:an?\ |our\ |my\ )?{ROLE}\ (?:for|these|of|since)\ (?:the\ )?(?:last\ |"
        rf"past\ |over\ )?"
        rf"(?:\w+\ (?:years?|months?|weeks?)|\d{{4}}))\b",
        regex.VERBOSE,
    ),
)
_FAMILY: Final = (  # social work are out to see the Kerr family again
    RegexPattern(
        rf"(?i:\bthe\ )(?P<name>{FIRST})(?i:\ (?:family|household|twins|children|kids|boys|girls|weans)\b)",
        regex.VERBOSE,
    ),
)

_ROLES: Final = named_set("named-person.role")
_MATTERS: Final = word_set(
    "letter letters notice notices form forms paperwork visit visits session sessions review reviews meeting meetings"
    " call "
    "calls check email emails statement statements interview interviews appointment decision papers paper plan chat"
)
_PEOPLE: Final = named_set("named-person.person")
_KIN_WORDS: Final = word_set(
    "mum mam maw mother dad da father gran granny granda grandad parent parents carer carers family foster wife "
    "husband "
    "daughter son"
)
_CLASS_WORDS: Final = word_set(
    "p1 p2 p3 p4 p5 p6 p7 s1 s2 s3 s4 s5 s6 class form tutor caseload ward clinic pupil pupils nursery register"
)
_HOURS: Final = frozenset(f"{hour}{half}" for hour in range(1, 13) for half in ("am", "pm"))
CASEWORK: Final = (  # the words (one of each set) without which these patterns cannot match
    ((word_set("whose"),), _NAMES_IN[0:1]),
    (
        (
            word_set(
                "homeless evicted rough surfing fleeing destitute disabled housebound sanctioned bedridden arrears"
                " pregnant"
            ),
        ),
        _NAMES_IN[1:2],
    ),
    ((_ROLES, word_set("is was turned")), _NAMES_IN[2:3]),
    ((_ROLES, word_set("mine ours own")), _NAMES_IN[3:4]),
    ((_MATTERS, named_set("named-person.file") | word_set("witness victim impact safeguarding possession abandonment")),
     _NAMES_IN[4:5]),
    ((_MATTERS, word_set("home welfare support tenancy doorstep safeguarding cell ward hospital supervision assessment "
                         "interim accommodation")), _NAMES_IN[5:6]),
    ((word_set("meds medication ours arrears tenant sectioned homeless overcrowded missing dementia pip books"),),
     _NAMES_IN[6:7]),
    ((word_set("caseload list books ward round clinic wing unit service hostel scheme patch"), word_set("my our")),
     _NAMES_IN[7:8]),
    ((word_set("owes"),), _NAMES_IN[8:9]),
    ((word_set("placed"),), _NAMES_IN[9:10]),
    ((word_set("family couple neighbours folk"), word_set("in at from")), _NAMES_IN[10:11]),
    ((word_set("heating water food newborn evicted eviction evicting arrears homeless homelessness damp mould credit "
               "sanctioned sanction sanctions pip kids bairns ex"), word_set("phone call hour meeting morning"
               " afternoon "
               "lunch conference")), _NAMES_IN[11:12]),
    ((word_set("barred banned excluded suspended"),), _NAMES_IN[12:13]),
    ((word_set("support care look visit nurse teach work foster mentor"), word_set("i"), _PEOPLE), _NAMES_IN[13:14]),
    ((word_set("complained appealed applied reported phoned rang emailed turned came cried begged asked"),
      word_set("i we us our me my")), _NAMES_IN[14:15]),
    ((_PEOPLE, named_set("named-person.place")), _NAMES_IN[15:16]),
    ((word_set("appointment visit client case viewing interview call patient am pm") | _HOURS, word_set("my")),
     _NAMES_IN[16:17]),
    ((word_set("complained complains complaining complaint grievance claim appeal ombudsman spso tribunal court "
               "regulator panel reported reports sued sues suing came turned wrote touch phoned spoke"), word_set("us "
               "me our my we i")), _NAMES_IN[17:21]),
    ((word_set("closed opened open update resolved note notes"), named_set("named-person.file")), _NAMES_IN[21:22]),
    ((_KIN_WORDS, _CLASS_WORDS), _NAMES_IN[22:24]),
    ((word_set("reassessed reassess assessed assess re rehoused rehouse rehousing housed house evicted sanctioned "
    "treat "
               "treated nurse nursed discharged admitted examined signed caseworked process processed care cared key "
               "keyworked safeguarded triaged sectioned"), word_set("who whom that")), _NAMES_IN[24:25]),
    ((_ROLES, word_set("for these of since")), _NAMES_IN[25:26]),
    ((named_set("named-person.household"), named_set("named-person.household-cases")), _FAMILY),
)  # fmt: skip
