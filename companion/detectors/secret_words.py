"""Tells a secret from an ordinary word by its letters, figures and signs."""

from __future__ import annotations

import re
from typing import Final

from companion.detectors.pattern import Pattern

TRAILING: Final = ".,;:!?)]}>'\"`"
_KEYBOARD = Pattern(r"abcdefg|1234567", re.IGNORECASE)
_EXAMPLE = Pattern(  # words that only say that a secret would stand here, as the manuals write them
    r"(?:my|your|the|some|super|top|very|secret|password|passwd|pass|pwd|open|sesame|change|me|example|sample|dummy|"
    r"test|"
    r"fake|foo|bar|baz|placeholder|here|insert|enter|goes|token|api|key)+"
)
_SIGN_WITHIN = Pattern(r"[A-Za-z\d][#$!%^&*+?~][A-Za-z\d]")
_ORDINARY = Pattern(  # 10.30am, 4th-floor, covid-19, 50mbps, iphone15, a link
    r"[\d.,:-]+[A-Za-z]{1,5}|[\d-]+[a-z-]+|covid-?\d+|(?:ios|iphone|windows|android|version|v|ps|gta|wi-?fi|"
    r"ipv)-?\d[\w.]*|"
    r"[£$€].*|.*[/@]\S*\.\S*|\w+\.\w{2,4}",
    re.IGNORECASE,
)


def is_figured(word: str) -> bool:
    """Has letters, a figure, and a capital or a sign: a password as people make them up."""
    return bool(re.search(r"\d", word) and re.search(r"[A-Za-z]{3}", word) and re.search(r"[A-Z]|[^\w.,'’-]", word))


def is_made_up(word: str) -> bool:
    """Letters and a figure run together, as in a password people make up; no date, no size, no name of a thing."""
    if word.isupper() and word.isalpha() and len(word) >= 8:
        return not re.search(r"[AEIOU]", word[1:5])  # no word has four letters without a vowel
    return bool(re.search(r"[A-Za-z]{3}", word) and re.search(r"\d", word)) and not _ORDINARY.fullmatch(word)


def is_example(word: str) -> bool:
    return bool(_EXAMPLE.fullmatch(word.lower().replace("$", "s").replace("_", "").replace("-", "")))


def is_mixed(word: str) -> bool:
    """Has a digit or a sign within it, or capitals after small letters: no ordinary word."""
    return bool(re.search(r"\d|[^\w'’.,-]|[a-z][A-Z]|\w[-_]\w*\d|[a-z]_[a-z]", word)) and bool(
        re.search(r"[A-Za-z\d]{3}|\W", word)
    )


def is_signed(word: str) -> bool:
    """Has a sign within it that no name and no address has."""
    return bool(_SIGN_WITHIN.search(word)) and not _KEYBOARD.search(word)


def is_random(word: str) -> bool:
    """Letters and digits mixed as no name of a thing is."""
    digits, letters = sum(c.isdigit() for c in word), sum(c.isalpha() for c in word)
    return digits >= 2 and letters >= 2 and len(set(word)) >= 6 and not _KEYBOARD.search(word)
