"""Finds somebody named where the writer tells of helping them in a trouble, in whatever order it is told.

Four things must meet in a sentence and its neighbours: a whole name, a trouble of one's home or means, what the writer
did about it, and a "her", "him" or "your". Speakers, authors, politicians and one's own family are silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from companion.detectors.caseless import Caseless
from companion.detectors.pattern import RegexPattern
from companion.detectors.person_names import FIRST, NAME, is_name
from companion.detectors.phrases import word_set
from companion.detectors.reading import Reading, Sentence

TROUBLE_WORDS: Final = word_set("named-person.trouble")
_TROUBLE: Final = Caseless(
    r"\b(?:arrears|tenanc(?:y|ies)|wet room|stairlift|mould|damp|boiler|no heating|no hot water|evict\w*|rehous\w*|"
    r"homeless\w*|PIP|universal credit|benefits? (?:form|claim|appeal)|food ?(?:bank|parcel)|hostel|B&B|"
    r"temporary accommodation|no house for|waiting list|sanction\w*|appeal (?:was|is|has been) \w+|complaint|"
    r"social work(?:er|ers)?|out of (?:prison|jail|hospital|care)|"
    r"barlinnie|saughton|polmont|rent (?:account|debt)|debts?|bailiffs?|sheriff officers|sofa[ -]surfing|"
    r"sleeping rough|domestic abuse|(?:got|gets|getting|has|have) (?:the|her|his|their) keys|landlord (?:won't|"
    r"wouldnae|wullnae|still|has)|hardship fund|tribunal|safeguarding)\b"
)
_DONE: Final = (
    r"(?:met|helped|visited|rang|phoned|spoke (?:to|with)|promised|sorted|told|chased|saw|got|found|housed|rehoused|"
    r"assessed|filled|fought for|pushed|leaned on|supported|tried|advised|represented|posted about|signposted|"
    r"listened to|sat with)"
)
_DOING: Final = (
    r"(?:meeting|helping|visiting|phoning|telling|supporting|trying to (?:get|find|help|sort)|chasing|speaking to|"
    r"assessing|rehousing|sitting with)"
)
_BY_THE_WRITER: Final = Caseless(
    rf"\b(?:i|we|ah)(?:'ve| have|'d| had)? (?:\w+ )?{_DONE}\b|\b(?:i|we|ah)(?:'m| am|'re| are)? (?:\w+ )?{_DOING}\b"
    rf"|^\W{{0,3}}(?:today |yesterday |finally |just )?(?:{_DONE}|{_DOING})\b|\b(?:after|"
    rf"spent \w+(?: \w+){{0,3}}?) {_DOING}\b|\b(?:on the phone (?:with|to)|(?:an |half an |\w+ )?hours? (?:with|on)|"
    rf"(?:card|call|e-?mail|text|letter|visit) from|"
    r"rang (?:me|us|to say)|phoned (?:me|us|to say)|because (?:we|nobody) (?:explained|told|asked|answered)|"
    r"sad one today|one of (?:our|my) (?:cases|tenants|clients)|(?:wee )?update on)\b|\byour (?:appeal|complaint|case|"
    r"application|claim)\b"
)
_OF_THEM: Final = Caseless(
    r"\b(?:her|his|him|he|she|he's|she's|who's|them|their|your|lady|lad|lass|lassie|woman|man|gent)\b"
)
_IN_PUBLIC: Final = Caseless(
    r"\b(?:conference|spoke (?:brilliantly|well|at|about|on)|lecture|talks?|training|MSPs?|MPs?|ministers?|"
    r"councillors?|cllr|parliament|holyrood|book|podcast|novel|film|interview(?:ed)? (?:by|on)|chief exec\w*|director|"
    r"professor|author|artist|poet|singer|actor|campaign(?:er|ers)?|charity|shelter scotland|cih|sfha|webinar|panel|"
    r"blog|exhibition|volunteers|volunteering|keynote|constituency|(?:his|her) office|graphics|congratulations|"
    r"congrats|retire\w*|new role|colleagues?|from our (?:\w+ )?team|journalist|"
    r"presenter|award|wins?|won|player|manager of|journal|research|lord|sir|king|queen|queen's|BBC|STV|netflix|"
    r"eastenders|corrie|court of session|work(?:ing)? on|projects?|programme|pilot|tackling|experts?|policy|"
    r"approach to|thoughts on|views on|hear(?:ing)? about|learn(?:ed|t|ing)? about|sturgeon|swinney|starmer|sarwar|"
    r"yousaf|harvie|slater|farage|supreme court|judge|sheriff court|case law|v|vs)\b"
)
_NAMED: Final = RegexPattern(
    rf"(?<!\b(?i:my|our|ma|oor)\ (?i:mum|mam|maw|dad|da|gran|granny|nan|wife|husband|son|daughter|sister|brother|uncle|"
    rf"auntie|pal|mate|friend)\ )\b(?P<name>{NAME})|\b(?i:the)\ (?P<family>{FIRST})(?i:\ family|\ bairns|\ weans|"
    rf"\ children)\b",
    regex.VERBOSE,
)
_OPENING: Final = RegexPattern(
    rf"(?:If|Young|Old|Wee|Big|Auld|Poor|So|And|But|When|Met|Saw|Rang|Phoned|Visited|Helped|Housed|Told|Today|"
    rf"Yesterday|Meet|Finally|Then|Our|My|Dear|Hi|Hello)\ (?P<name>{NAME})",
    regex.VERBOSE,
)
_MOST: Final = 6  # names in one sentence: a list of more tells of none of them


def told_of(text: str, reading: Reading) -> Iterator[tuple[int, int]]:
    """The spans of such names."""
    for sentence in reading.with_any(TROUBLE_WORDS):
        if not _TROUBLE.search(sentence.text) or not _is_casework(sentence):
            continue
        yield from _names(sentence.text, sentence.start)
        if _OF_THEM.search(sentence.text) and sentence.before:
            yield from _names(sentence.before, text.rfind(sentence.before, 0, sentence.start))


def _is_casework(sentence: Sentence) -> bool:
    """Did the writer do something about it, for somebody who is spoken of, and not in public?"""
    parts = (sentence.text, sentence.after, sentence.before)
    return (
        any(map(_BY_THE_WRITER.search, parts))
        and any(map(_OF_THEM.search, parts[:2]))
        and not any(map(_IN_PUBLIC.search, parts))
    )


def _names(words: str, start: int) -> Iterator[tuple[int, int]]:
    found = list(_NAMED.finditer(words))
    for match in found if len(found) <= _MOST else ():
        group = "name" if match["name"] else "family"
        if is_name(match[group]):
            yield start + match.start(group), start + match.end(group)
        elif match["name"] and (behind := _OPENING.match(match["name"])) and is_name(behind["name"]):
            yield start + match.start() + behind.start("name"), start + match.end()
