"""How a person's name looks in a sentence: names of every origin, by their shape and not by a list of names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from companion.detectors.phrases import entries

TITLE: Final = r"(?:Mr\ (?:and|&)\ Mrs|Mr|Mrs|Ms|Miss|Mx|Mister|Dr|Sister|Old\ Mrs|Old\ Mr)\.?"
_PARTICLE: Final = r"(?:van|von|der|de|da|dos|di|del|la|le|bin|bint|ibn|al|el|ap|nic|nan|na|ul|ur)"
FIRST: Final = r"(?:(?:O'|D'|Mac|Mc|Mhic|Al-|El-|al-)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)"
FULL: Final = rf"{FIRST}(?:\ \p{{Lu}}\.?)?(?:\ (?:{_PARTICLE}\ ){{0,2}}{FIRST}){{1,3}}"
INITIALS: Final = rf"(?:\p{{Lu}}\.\ ?){{1,3}}{FIRST}"
TITLED: Final = rf"{TITLE}\ (?:{FULL}|{INITIALS}|(?:\p{{Lu}}\ ){{0,2}}{FIRST})"

# A whole name, for use in verbose patterns of the `regex` module; a first name alone is FIRST.
NAME: Final = rf"(?:{TITLED}|{FULL}|{INITIALS})"


def is_name(words: str) -> bool:
    """Do words of a name's shape read as a person's name, and not as an institution, place or title?"""
    words = re.sub(r"^Mr (?:and|&) Mrs\b", "Mrs", words)
    parts = words.replace(".", " ").removesuffix("'s").split()
    return bool(parts) and not any(part.casefold() in not_names() for part in parts)


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words written with a capital that are no part of a person's name."""
    return frozenset(entries("not-names.txt"))
