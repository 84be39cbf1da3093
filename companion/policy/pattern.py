"""Decides whether a pattern in a pack may be used: a regular expression that finds something and never runs away."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final

import regex

_SECONDS: Final = 0.05  # for one trial; a sound pattern needs a thousandth of it
_MOST_REPEATS: Final = 10_000
_TRIALS: Final = tuple(
    char * 3_000 + "!" for char in ("a", "A", "1", " ", "-", "/", ".", "a1", "a ", "A-", "1/", "aA1-/")
)


def usable_pattern(pattern: str) -> str:
    """The pattern, if it may be used. Raises ValueError, which says what is wrong with it and how to mend it."""
    if _repeats(pattern) > _MOST_REPEATS:
        raise ValueError("this pattern repeats too often; write smaller numbers in its braces")
    try:
        compiled = regex.compile(pattern, regex.IGNORECASE)
        regex.compile(rf"(?:{pattern})(?!\w)", regex.IGNORECASE)  # as it is used: nothing in it may reach beyond it
    except (regex.error, OverflowError, RecursionError) as error:
        raise ValueError(f"this is not a regular expression ({error}); try it without its special signs") from None
    if compiled.search(""):
        raise ValueError("this pattern fits anything, even nothing; say at least one character that must be there")
    for trial in _trials(pattern):
        try:
            for _ in compiled.finditer(trial, timeout=_SECONDS):
                pass
        except TimeoutError:
            raise ValueError("this pattern can take very long on some texts; avoid repeats inside repeats") from None
    return pattern


def _repeats(pattern: str) -> int:
    """How often a part could be repeated at most, were all braces nested: `regex` writes them out on compiling."""
    return math.prod(max(int(high or low), 1) for low, high in re.findall(r"\{(\d+)(?:,(\d*))?\}", pattern))


def _trials(pattern: str) -> Iterator[str]:
    """Long runs of one kind, alone and behind what stands in the pattern itself: there a slow part may begin."""
    yield from _TRIALS
    beginnings = list(dict.fromkeys(re.findall(r"(?<!\\)[A-Za-z0-9 _/:-]{2,}", pattern)))[:5]
    for beginning in [*beginnings, *({"".join(beginnings)} - set(beginnings))]:
        for trial in _TRIALS:
            yield beginning + trial
