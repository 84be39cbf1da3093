"""Builds patterns from lists of words that people mask: "sh*t", "f**k", "p@ki". The letters of a word are matched, vowels also masked."""

from __future__ import annotations

import re

from companion.detectors.phrases import entries

_MASKS = {"a": "a@4*#", "e": "e3*#", "i": "i1!*#", "o": "o0*#", "u": "u*#@v", "s": "s$5", "c": "c*"}


def masked(name: str) -> re.Pattern[str]:
    """Any word of the file in `data/`, as a whole word, in any case; `~` at its end stands for any ending."""
    words = sorted(entries(name), key=len, reverse=True)
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(map(_loose, words))})(?!\w)", re.IGNORECASE)


def _loose(word: str) -> str:
    ending = r"\w*" if word.endswith("~") else ""
    return _first(word.rstrip("~")) + ending


def _first(word: str) -> str:
    """The first letter must stand; of the others, vowels may be masked, "ck" and "nt" too ("f**k", "c***")."""
    inner = "".join(_letter(char) for char in word[1:])
    stars = re.escape(word[0]) + r"\*{2,}" + re.escape(word[-1]) if len(word) in (4, 5) and word.isalpha() else ""
    return rf"(?:{re.escape(word[0])}{inner}|{stars})" if stars else re.escape(word[0]) + inner


def _letter(char: str) -> str:
    return f"[{re.escape(_MASKS[char])}]" if char in _MASKS else re.escape(char)
