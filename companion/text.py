"""The text as the detectors read it: plain digits, dashes and quotes, with the way back to the text as typed.

All offsets are code points. Detectors look at `plain`; every span they find goes back through `typed_span`, so
that a finding quotes what the person typed: "0️⃣7️⃣…" and "0\u200d7…" are phone numbers like any other.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import regex

_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
# What may need plainer dress: a character with the marks that sit on it (keycaps, accents, variation selectors), and
# one that is not plain by itself. At most 30 marks: putting them in canonical order takes quadratic time.
_CLUSTER: Final = regex.compile(
    r"\P{M}\p{M}{1,30}|\p{M}{1,31}"
    r"|[\P{ASCII}&&[\p{Cf}\p{Pd}\p{Zs}\p{Nd}\p{NFKC_QC=N}‘’‚‛′“”„‟″«»⁃−➖﹘⸺⸻⁄\u2028\u2029\x85]]",
    regex.DOTALL | regex.V1,
)
_LONGEST_CACHED: Final = 4  # code points: longer clusters are stacked-mark art, seen once
_QUOTES: Final = dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES: Final = dict.fromkeys("⁃−➖﹘⸺⸻", "-")  # dashes that Unicode does not class as dashes, or that NFKC leaves
_PLAIN: Final = _QUOTES | _DASHES | {"⁄": "/", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"}


class Text:
    """A text as typed (`typed`) and as read (`plain`). `Text("").plain` is empty; ASCII is its own plain form."""

    __slots__ = ("_places", "_redressed", "plain", "typed")

    def __init__(self, typed: str) -> None:
        self.typed: Final = typed
        self._redressed: list[tuple[int, int, int]] = []  # of each cluster: end in plain, start and end in typed
        self._places: list[int] = []  # of each cluster: start in plain
        self.plain: Final = typed if typed.isascii() else self._plain_form(typed)

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `typed` that the span start…end of `plain` came from; whole typed characters, never split.

        Raises IndexError where 0 ≤ start ≤ end ≤ len(plain) does not hold.
        """
        if not 0 <= start <= end <= len(self.plain):
            raise IndexError("span outside the text")
        place = self._typed(start)[0]
        return (place, place) if start == end else (place, self._typed(end - 1)[1])

    def _typed(self, place: int) -> tuple[int, int]:
        """The span of `typed` that one character of `plain` came from."""
        before = bisect_right(self._places, place) - 1
        if before < 0:
            return place, place + 1
        plain_end, start, end = self._redressed[before]
        return (start, end) if place < plain_end else (end + place - plain_end, end + place - plain_end + 1)

    def _plain_form(self, typed: str) -> str:
        pieces: list[str] = []
        done = length = 0
        for match in _clusters(typed):
            start, end = match.span()
            cluster = match.group()
            plain = _plain_cluster(cluster) if len(cluster) <= _LONGEST_CACHED else _plain_of(cluster)
            pieces += (typed[done:start], plain)
            length += start - done
            self._places.append(length)
            length += len(plain)
            self._redressed.append((length, start, end))
            done = end
        pieces.append(typed[done:])
        return "".join(pieces)


def _clusters(typed: str) -> Iterator[regex.Match[str]]:
    """What may need plainer dress, in order. An ASCII character has a place in it when a mark follows."""
    for run in _NOT_ASCII.finditer(typed):
        yield from _CLUSTER.finditer(typed, max(0, run.start() - 1), run.end())


def _plain_of(cluster: str) -> str:
    """The plain form of one character and its marks: NFKC, digits in ASCII, invisible characters gone."""
    composed = unicodedata.normalize("NFKC", cluster)
    return "".join(_plain_character(char) for char in composed)


_plain_cluster = lru_cache(maxsize=4096)(_plain_of)


def _plain_character(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    kind = unicodedata.category(char)
    if kind in ("Cf", "Mn", "Me"):  # zero-width, soft hyphen, direction marks; keycap, strike-through
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(char))
    if kind == "Pd":
        return "-"
    return " " if kind == "Zs" else char
