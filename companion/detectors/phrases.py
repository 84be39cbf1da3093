"""Compiles the lists of phrases in `data/` into one pattern each.

A file holds one phrase a line, in the syntax of regular expressions but with plain spaces, matched
    as whole words and
in any case; a line that begins with # is a comment. A line `NAME = …` gives a part that later
    lines use as {NAME}. A line
`[kind] word word` opens a group: its phrases hold at least one of these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from companion.detectors.caseless import Caseless, caseless
from companion.detectors.pattern import Pattern
from companion.detectors.reading import Sentence
from companion.detectors.screen import Screen

_PART: Final = re.compile(r"([A-Z_]+) = (.+)")
_USE: Final = re.compile(r"\{([A-Z_]+)\}")
_GROUP: Final = re.compile(r"\[([a-z-]+)\] ?(.*)")


@dataclass(frozen=True, slots=True)
class Group:
    """The phrases of one kind that hold at least one of these words (lower case). Only their beginning is
    a whole word."""

    kind: str
    words: frozenset[str]
    pattern: Caseless | Pattern
    screen: Screen[Caseless | Pattern]  # of the pattern alone

    def may_be_in(self, sentence: Sentence) -> bool:
        return bool(self.screen.of(sentence.words))


@lru_cache
def phrases(name: str) -> Caseless | Pattern:
    """Any phrase of the file, as whole words. Raises KeyError for a part that was not given before."""
    parts: dict[str, str] = {}
    found = []
    for line in entries(name):
        if part := _PART.fullmatch(line):
            parts[part[1]] = f"(?:{_filled(part[2], parts)})"
        else:
            found.append(_filled(line, parts))
    return caseless(rf"(?<![\w'])(?:{'|'.join(found)})(?!\w)")


def groups(name: str, parts: Mapping[str, str]) -> Iterator[Group]:
    """The groups of phrases of a file; `parts` are given from outside."""
    given = {key: f"(?:{part})" for key, part in parts.items()}
    opened: list[tuple[str, frozenset[str], list[str]]] = []
    for line in entries(name):
        if part := _PART.fullmatch(line):
            given[part[1]] = f"(?:{_filled(part[2], given)})"
        elif group := _GROUP.fullmatch(line):
            opened.append((group[1], frozenset(group[2].split()), []))
        else:
            opened[-1][2].append(_filled(line, given))
    for kind, words, found in opened:
        pattern = caseless(rf"(?<![\w'])(?:{'|'.join(found)})")
        yield Group(kind, words, pattern, Screen((pattern,)))


def word_set(name: str) -> frozenset[str]:
    """The set of words of this name in anchor-words.txt. Raises KeyError where there is none."""
    return _word_sets()[name]


@lru_cache(maxsize=1)
def _word_sets() -> dict[str, frozenset[str]]:
    sets: dict[str, list[str]] = {}
    for line in entries("anchor-words.txt"):
        if line.startswith("["):
            opened = sets.setdefault(line.strip("[]"), [])
        else:
            opened.extend(line.split())
    return {name: frozenset(found) for name, found in sets.items()}


def entries(name: str) -> list[str]:
    """The lines of a file in `data`, without comments and empty lines."""
    text = resources.files("companion.detectors").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _filled(line: str, parts: dict[str, str]) -> str:
    return _USE.sub(lambda use: parts[use[1]], line)
