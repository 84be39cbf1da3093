"""Looks for protective markings: the UK's of today and before, NATO's, the EU's, Australia's, American ones, TLP.

A marking stands on a line of its own, after "Classification:", or has a form no ordinary sentence has. The words
"secret", "restricted", "confidential" in prose are silent, and so is talk *about* markings. Forms: Government Security
Classifications Policy (Cabinet Office, 2023 and 2018), HMG Security Policy Framework (before 2014), FIRST TLP 2.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.detector import Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.signs import Signs
from companion.draft import Detection

ENTITY = "marking"

_DESCRIPTORS = (
    r"COMMERCIAL|PERSONAL(?: DATA)?|LOCSEN|LOCATION SENSITIVE|POLICY|STAFF|MANAGEMENT|MEDICAL|"
    r"APPOINTMENTS|BUDGET|HONOURS|"
    r"INVESTIGATIONS?|VISITS|CONTRACTS|PRIVATE|LEGAL|MARKET SENSITIVE|INTELLIGENCE"
)
_HANDLING = (  # nothing is given back once taken: each "FOR OFFICIAL USE ONLY" can be read in four ways
    rf"(?:[ ]?[-:/|\[(]{{0,2}}[ ]?(?>(?:FOR )?(?:[A-Z]+ ){{1,4}}(?:EYES |USE )?ONLY|{_DESCRIPTORS}|STRAP ?[123]|COMINT|"
    r"RECIPIENTS ONLY|NOFORN|REL TO [A-Z, ]{2,30}|NOT FOR GENERAL DISTRIBUTION|ACCESS=[\w-]+)[\])]?){0,8}+"
)
_OFFICIAL_SENSITIVE = (
    r"O[ .]?F[ .]?F[ .]?I[ .]?C[ .]?I[ .]?A[ .]?L[\s\-:_/.]{1,4}S[ .]?E[ .]?N[ .]?S[ .]?I[ .]?T[ .]?I[ .]?V[ .]?E\b"
)

# Forms that are markings wherever they stand.
_IN_TEXT = Pattern(
    r"(?<![\w#@])(?:"
    + "|".join(
        (
            rf"(?:UK )?{_OFFICIAL_SENSITIVE}{_HANDLING}",
            r"(?:UK )?OFF[- ]?SEN\b",
            r"OFFICIAL ?[-:] ?(?:FOR |For )(?:[A-Z][A-Za-z]+ ){1,3}(?:USE|Use) (?:ONLY|"
            r"Only)(?: ?- ?[A-Z][A-Za-z]+ use\b)?",
            rf"UK (?:TOP )?SECRET\b{_HANDLING}(?! [A-Z]{{2}})",  # not: UK SECRET CINEMA
            rf"(?:UK )?(?:TOP )?SECRET(?: ?- ?| )(?:UK|US|AUS|CAN|NZ|UK/US|FIVE|"
            rf"[A-Z]{{2,4}}(?:/[A-Z]{{2,4}})+) EYES ONLY\b{_HANDLING}",
            rf"(?:TOP )?SECRET (?:STRAP ?[123]|COMINT|UMBRA)\b{_HANDLING}",
            r"UK EYES ONLY\b",
            r"(?:COSMIC TOP SECRET|NATO (?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET))\b",
            r"(?:TRES SECRET UE|TRÈS SECRET UE|SECRET UE|CONFIDENTIEL UE|RESTREINT UE)(?:/EU (?:TOP SECRET|SECRET|"
            r"CONFIDENTIAL|RESTRICTED))?",
            r"(?<!the )(?<!The )EU (?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET)\b",
            r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|PROTECTED|OFFICIAL)//[A-Z][A-Z/ ,-]{1,40}",
            r"CUI//[A-Z-]+(?:/[A-Z-]+)*",
            r"(?:U//)?FOUO\b",
            r"NOFORN\b",
            r"PROTECTED ?: ?(?:CABINET|NATIONAL CABINET|[A-Z]+ PRIVILEGE)(?: CODEWORD)?",
            r"(?:AUSTEO|AGAO)\b",
            rf"(?:RESTRICTED|PROTECT|CONFIDENTIAL) ?[-:] ?(?:{_DESCRIPTORS})\b",
            r"\[O[-/]S\]",
        )
    )
    + r")"
)
_ANY_CASE = Pattern(
    r"(?<![\w#@])(?:off-?sen\b|"
    r"(?:UK )?official ?[-_/] ?sensitive\b(?:[ ]?\(?locsen\)?|[ ]commercial\b)?|"
    r"(?-i:OFFICIAL ?: ?(?:SENSITIVE|Sensitive)|Official ?: ?Sensitive)\b|official ?: ?sensitive\b(?! \w)|"
    r"official[ -]sensitive(?= (?:footers?\b|headers?\b|stamps?\b|slides?\b|decks?\b|papers?\b))|"
    r"official sensitive ?[-:/] ?(?:commercial|personal|locsen|staff|policy)\b|"
    r"#?official[-_]?sensitive\b|"  # last: the forms before it take what follows along
    r"TLP ?[:-] ?(?:green|amber(?:\+strict)?|red)\b|TLP (?:AMBER(?:\+STRICT)?|GREEN|RED)\b)",
    re.IGNORECASE,
)

# A whole line that is nothing but a marking. Capitals, but for forms that no sentence is made of.
_LEVEL = (
    rf"(?:UK )?(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|PROTECT|PROTECTED|CUI|FOUO|"
    rf"FOR OFFICIAL USE ONLY)"
    rf"(?: ?[-:/] ?(?:{_DESCRIPTORS}))?{_HANDLING}"
)
_LINE = Pattern(
    rf"^(?:[^\w\n]|_){{0,20}}(?:(?:PAGE \d+(?: OF \d+)?|"
    rf"\d+)[ |/-]+)?(?P<mark>{_LEVEL})[\]).|*_ -]{{0,20}}(?:PAGE \d+(?: OF \d+)?|\d+ of \d+)?[\]).|*_ -]{{0,20}}$",
    re.MULTILINE,
)
_LINE_ANY_CASE = Pattern(
    r"^[ \t\[(*_>]{0,20}(?P<mark>official sensitive(?:[ -]+commercial)?)[\]).*_ \t-]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_AT_THE_HEAD = Pattern(  # of a line that goes on in prose; not of a form, and no sign on a thing
    r"^[^\w\n]{0,10}(?P<mark>FOR OFFICIAL USE ONLY(?![ ](?:[A-Z]{2,}[ ]?){2,})|"
    r"[Ff]or [Oo]fficial [Uu]se [Oo]nly(?=[ ]?[-:]))(?=[ ]?[-:.(]{0,3}[ ]?(?P<next>\w[^\n]{0,60}))",
    re.MULTILINE,
)
_ON_A_THING = Caseless(
    r"^(?:an?|my|our|stickers?|stamps?|signs?|labels?|tape|mugs?|parking|toilets?|bays?|spaces?|lanes?|box(?:es)?|"
    r"section|part|pens?|says|said|it says|is|was|on (?:the|a|an|my|his|her|our|every)|apparently|written|printed|"
    r"stamped|sounds|means|what|why|who|lol|haha)\b|\b(?:leave (?:this |it )?blank|date received|received by|"
    r"do not write|ref(?:erence)? no|___)"
)
_NAMED = Pattern(
    r"\b(?:classification|protective marking|security marking|marking|sensitivity)[ ]?[:=][^\w\n]{0,6}"
    r"(?P<mark>(?:UK )?(?:official[ -]{1,3}sensitive|top secret|secret|confidential|restricted|protect(?:ed)?\b|"
    r"commercial in confidence|in confidence)(?:[ -]{1,3}(?:commercial|personal|staff|policy|locsen))?)\b",
    re.IGNORECASE,
)
# Most forms are in capitals; the others hold one of these words, whatever their case.
_IN_CAPITALS = Signs((
    "secret", "confiden", "restr", "protect", "official", "off-sen", "off sen", "offsen", "cui", "fouo", "noforn",
    "eyes only", "austeo", "agao",
))  # fmt: skip
_IN_ANY_CASE = Signs(
    (
        "sensitive",
        "s e n s",
        "s.e.n.s",
        "offsen",
        "off-sen",
        "tlp",
        "[o-s]",
        "[o/s]",
        "classification",
        "marking",
        "sensitivity",
        "official use only",
    )
)
_CAPITALS = Pattern(r"[A-Z]{2,}")

# Talk about markings, unless it is about the very thing that is being shown.
_TALK = Caseless(
    r"\b(?:mark(?:ed|ings?|s)?|caveats?|"
    r"classified|classif(?:y|ies|ications?)|levels?|schemes?|tiers?|labels?|labell?ed|"
    r"guidance|training|gscp|how (?:we|to|you|they)|handl(?:e|ed|ing)(?!:)|stands? for|means?|"
    r"meant|replaced|instead of|(?:information|"
    r"emails?|documents?|"
    r"data|material) (?:that|which|must|should|is|are)|is not|used to be|difference between|must be|should be|"
    r"information (?:must|should))\b"
)
_SHOWN = Caseless(
    r"\b(?:slides?|pic|pics|photo|page|p\.? ?\d|header|footer|attached|attachment|below|here's|here is|sent me|letter|"
    r"contract|screenshot|scan|this (?:one|email|doc|document|letter|paper|memo)|the doc|leaked|subj|subject|fw|fwd)\b"
)
_SENTENCE_END = Pattern(r"[.!?](?=\s|$)|\n")


def find(text: str) -> Iterator[Detection]:
    near = (*_IN_CAPITALS.around(text, 60, 120, _CAPITALS), *_IN_ANY_CASE.around(text, 60, 120))
    for start, end in near:
        low, high = text.rfind("\n", max(0, start - 100), start) + 1 or start, _line_end(text, end)
        for pattern in (_LINE, _LINE_ANY_CASE, _NAMED):
            for match in pattern.finditer(text, low, high):
                if not _goes_on_shouting(text, match):
                    yield Detection(ENTITY, *match.span("mark"), 0.95, "a marking on its own")
        for match in _AT_THE_HEAD.finditer(text, low, high):
            if not _ON_A_THING.search(match["next"]) and not _is_talk(text, *match.span("mark")):
                yield Detection(ENTITY, *match.span("mark"), 0.9, "a marking at the head of a line")
        for pattern in (_IN_TEXT, _ANY_CASE):
            for match in pattern.finditer(text, low, high):
                if _alone_on_line(text, *match.span()) or not _is_talk(text, *match.span()):
                    yield Detection(ENTITY, *match.span(), 0.9, "a form that only markings have")


def _goes_on_shouting(text: str, match: re.Match[str]) -> bool:
    """ "PROTECT" above another line of capitals is the verb of a slogan, laid out."""
    following = text[match.end() : match.end() + 60].lstrip("\n").split("\n")[0]
    return match["mark"] == "PROTECT" and following.isupper()


def _line_end(text: str, end: int) -> int:
    """`end`, or the end of its line where that is near: "$" in a pattern holds at the end of what is searched."""
    found = text.find("\n", end, end + 100)
    if found >= 0:
        return found
    return len(text) if len(text) - end <= 100 else end


DETECTOR = Detector(ENTITY, find, needs=Needs(signs=(*_IN_CAPITALS, *_IN_ANY_CASE)))


def _alone_on_line(text: str, start: int, end: int) -> bool:
    before = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    rest = text[before:start] + text[end : after if after >= 0 else len(text)]
    return len(rest) < 200 and not re.search(r"\w", rest)


def _is_talk(text: str, start: int, end: int) -> bool:
    """Does the sentence speak about markings, and the post show nothing that carries one?"""
    before, after = text[max(0, start - 200) : start], text[end : end + 200]
    ends = [cut.end() for cut in _SENTENCE_END.finditer(before)]
    sentence_before = before[ends[-1] :] if ends else before
    stop = _SENTENCE_END.search(after)
    sentence = sentence_before + " " + (after[: stop.start()] if stop else after)
    return bool(_TALK.search(sentence)) and not _SHOWN.search(before + " " + after)
