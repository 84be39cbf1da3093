"""The words around a span, as detectors ask for them: a short stretch before and after, of the same text."""

from __future__ import annotations

import re

from companion.detectors.caseless import Caseless
from companion.detectors.pattern import Pattern

BEFORE, AFTER = 60, 30  # characters


def near(  # noqa: PLR0917 a span and two reaches: read in the order of the text
    text: str, start: int, end: int, words: Pattern | Caseless, before: int = BEFORE, after: int = AFTER
) -> bool:
    """Does `words` occur in the `before` characters before start…end or the `after` characters after it?"""
    return bool(words.search(text[max(0, start - before) : start]) or words.search(text[end : end + after]))


def leads_to(text: str, start: int, words: Pattern | Caseless, before: int = BEFORE) -> bool:
    """Does `words` (a pattern that ends in `$`) lead straight to `start`?"""
    return bool(words.search(text[max(0, start - before) : start]))


def sentence_around(text: str, start: int, end: int, reach: int = 240) -> str:
    """The sentence that holds start…end: up to the next full stop or line end, at most `reach` characters each way."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    opening = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    closing = _SENTENCE_END.search(after)
    return before[opening:] + text[start:end] + (after[: closing.start()] if closing else after)


_SENTENCE_END = Pattern(r"[.!?…]+(?=\s|$)|\n")


def in_link(text: str, start: int) -> bool:
    """Is `start` inside a link, so that the figures there are the site's and not a person's?"""
    before = text[max(0, start - 200) : start]
    if not before or before[-1].isspace():
        return False
    return bool(_LINK_BEFORE.search(before.split()[-1]))  # a link has no space in it


_LINK_BEFORE = Pattern(
    r"(?:[a-z][a-z0-9+.-]{1,20}://|\bwww\.|\b[a-z0-9-]{2,40}\.(?:com|net|org|uk|scot|io|co)/)[^\s<>\"]*$", re.IGNORECASE
)


def word_set(line: str) -> frozenset[str]:
    """A set of words, written as one line of them."""
    return frozenset(line.split())
