"""Decides whether a pattern in a pack may be used: a regular expression that finds something and never runs away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import regex

_SECONDS: Final = 0.05  # for one trial; a sound pattern needs a thousandth of it
_TRIALS: Final = tuple(
    char * 3_000 + "!" for char in ("a", "A", "1", " ", "-", "/", ".", "a1", "a ", "A-", "1/", "aA1-/")
)


def usable_pattern(pattern: str) -> str:
    """The pattern, if it may be used. Raises ValueError, which says what is wrong with it and how to mend it."""
    try:
        compiled = regex.compile(pattern, regex.IGNORECASE)
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


def _trials(pattern: str) -> Iterator[str]:
    """Long runs of one kind, alone and behind what stands in the pattern itself: there a slow part may begin."""
    yield from _TRIALS
    beginnings = list(dict.fromkeys(re.findall(r"(?<!\\)[A-Za-z0-9 _/:-]{2,}", pattern)))[:5]
    for beginning in [*beginnings, *({"".join(beginnings)} - set(beginnings))]:
        for trial in _TRIALS:
            yield beginning + trial
