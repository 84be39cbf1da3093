"""The text as the detectors read it: plain digits, dashes and quotes, with the way back to the text as typed.

All offsets are code points. Detectors look at `plain`; every span they find goes back through `typed_span`, so
that a finding quotes what the person typed: "0️⃣7️⃣…" and "0\u200d7…" are phone numbers like any other.
"""

from __future__ import annotations

import unicodedata
from array import array
from functools import lru_cache
from typing import Final

import regex

# One character that may need plainer dress, with the marks that sit on it (keycaps, accents, variation selectors).
# At most 30 marks: putting them in canonical order takes quadratic time.
_CLUSTER: Final = regex.compile(r"\p{ASCII}\p{M}{1,30}|\P{ASCII}\p{M}{0,30}", regex.DOTALL)
_LONGEST_CACHED: Final = 4  # code points: longer clusters are stacked-mark art, seen once
_QUOTES: Final = dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES: Final = dict.fromkeys("⁃−➖﹘⸺⸻", "-")  # dashes that Unicode does not class as dashes, or that NFKC leaves
_PLAIN: Final = _QUOTES | _DASHES | {"⁄": "/", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"}


class Text:
    """A text as typed (`typed`) and as read (`plain`). `Text("").plain` is empty; ASCII is its own plain form."""

    __slots__ = ("_ends", "_starts", "plain", "typed")

    def __init__(self, typed: str) -> None:
        self.typed: Final = typed
        self._starts: array[int] | None = None
        self._ends: array[int] | None = None
        self.plain: Final = typed if typed.isascii() else self._plain_form(typed)

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `typed` that the span start…end of `plain` came from; whole typed characters, never split.

        Raises IndexError where 0 ≤ start ≤ end ≤ len(plain) does not hold.
        """
        if not 0 <= start <= end <= len(self.plain):
            raise IndexError("span outside the text")
        if self._starts is None or self._ends is None:
            return start, end
        if start == end:
            place = self._starts[start] if start < len(self._starts) else len(self.typed)
            return place, place
        return self._starts[start], self._ends[end - 1]

    def _plain_form(self, typed: str) -> str:
        starts, ends = array("l"), array("l")
        pieces: list[str] = []
        done = 0
        for match in _CLUSTER.finditer(typed):
            at, after = match.span()
            if done < at:  # ASCII as it is
                pieces.append(typed[done:at])
                starts.extend(range(done, at))
                ends.extend(range(done + 1, at + 1))
            cluster = match.group()
            plain = _plain_cluster(cluster) if len(cluster) <= _LONGEST_CACHED else _plain_of(cluster)
            pieces.append(plain)
            starts.extend([at] * len(plain))
            ends.extend([after] * len(plain))
            done = after
        pieces.append(typed[done:])
        starts.extend(range(done, len(typed)))
        ends.extend(range(done + 1, len(typed) + 1))
        self._starts, self._ends = starts, ends
        return "".join(pieces)


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
