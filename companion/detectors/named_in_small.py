"""Looks for a private person's name in small letters: with a title, beside the role or the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from companion.detectors.context import word_set
from companion.detectors.named_person_words import FILE, OWN_FILE, ROLE
from companion.detectors.pattern import RegexPattern
from companion.detectors.reading import Reading
from companion.detectors.screen import Screen

TITLES: Final = word_set("mr mrs ms")
_NO_NAME = (  # what else follows a title in small letters: programs, and people of stories everybody knows
    r"(?!(?:teams|word|office|excel|paint|access|outlook|dos|bean|robot|motivator|blobby|men|t|tumble|blue|whippy|right|"
    r"wrong|big|nice|potato|fox|darcy|grey|speaker|president|chairman|and|who|wonderful|universe|miyagi|doubtfire|brown's|"
    r"claus|christmas|kipling|softee|chips|magoo|burns|ed|spock|bump|burger|softy|hinch|magic|beast|brightside)\b)"
)
_N = (
    rf"(?P<name>(?i:m(?:r|rs|s))\.?\ {_NO_NAME}(?:\p{{L}}\.?\ )?(?:(?:van|von|de|der|den|al|el|da|bin)\ ){{0,2}}"
    r"(?:o'|mc|mac|al-)?\p{L}[\p{L}-]{1,20})"
)
_OURS = r"(?:our|my|the|a|another|former|elderly|old|wee|poor|oor|ma)"
_PATTERNS: Final = Screen(
    RegexPattern(pattern, regex.VERBOSE)
    for pattern in (
        rf"(?P<whole>(?i:\b{_OURS}\ (?:\w+\ )?{ROLE}),?\ {_N})(?!-)\b",
        rf"\b{_N}'s\ (?i:(?:[\w-]+\ )?(?:{FILE})\b)(?!\ (?:for|study|against)\b)",
        rf"(?i:\b(?:{FILE}s?)\ (?:is\ |was\ |came\ |comes\ )?(?:from|by|about|involving|for|raised\ by|lodged\ by|"
        rf"concerning|against|with|on)\ (?:old\ |wee\ |poor\ )?){_N}",
        rf"(?i:\b(?:case|ref|reference|file)\ ?(?:no\.?|number|\#)?\ ?[\w/-]*\d[\w/-]*(?:,|:|\ is|\ was|\ for)\ ){_N}",
        rf"\b{_N}\b[^.!?\n]{{0,30}}?\b(?i:(?:about|re|over|for|regarding|with|because\ of)\ (?:his|her|their)\ "
        rf"(?:\w+\ )?(?:{OWN_FILE}|damp|mould|heating|boiler))\b",
        rf"\b{_N},?\ (?i:(?:is\ |was\ )?(?:one\ of\ (?:my|our)|our|my)\ (?:\w+\ )?{ROLE}\b)",
        rf"\b{_N},?\ (?i:(?:in|from|at|on)\ (?:bed|ward|room|cell|flat|bay|cubicle|number|no\.?|unit|block)\ ?"
        rf"(?:\#\ ?)?\d\w?(?:/\d)?\b(?!\ (?:nights?|days?|weeks?|hours?)\b))",
    )
)


def spans_in_small(reading: Reading) -> Iterator[tuple[int, int]]:
    """The names, each with the role where one stands before it."""
    for sentence in reading.with_any(TITLES):
        for pattern in _PATTERNS.of(sentence.words):
            for match in pattern.finditer(sentence.text):
                name = match["name"]
                if name.partition(" ")[2].islower() or name[0].islower():
                    yield sentence.span(match, "whole" if "whole" in match.groupdict() else "name")
