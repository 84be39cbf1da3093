"""Brings a text into the form in which it is looked for in the record."""

from __future__ import annotations

import unicodedata


def searchable(text: str) -> str:
    """The text as it is looked for: letters alone in one form and one case, every emoji a word of its own.

    SQLite's own folding takes accents away, but leaves ß and the letters that only look different.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_as_a_word(char) for char in folded)


def _as_a_word(char: str) -> str:
    match unicodedata.category(char)[0], unicodedata.category(char):
        case ("L" | "N" | "M", _) | (_, "Co"):
            return char
        case (_, "So"):
            return f" {char} "
    return " "
