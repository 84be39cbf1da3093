"""Patterns in packs: sound ones are taken, others are refused with words a pack's author can act on."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from companion.policy.organisation import Watchlist
from companion.policy.pattern import usable_pattern


@pytest.mark.parametrize("pattern", [r"SHR/ENG/\d{2}/\d{3,4}", r"NE-20\d{2}-\d{4}", "Case [A-Z]{2}[0-9]+"])
def test_sound_patterns_are_taken_as_they_are(pattern: str) -> None:
    assert usable_pattern(pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("KB/(", "not a regular expression"),
        (r"\d*", "even nothing"),
        ("(a+)+$", "very long"),
        (r"(?:\w+\s?)+$(?<=x)", "very long"),
    ],
)
def test_unsound_patterns_are_refused(pattern: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        usable_pattern(pattern)


def test_a_watchlist_refuses_them_on_loading() -> None:
    with pytest.raises(ValidationError, match="even nothing"):
        Watchlist(patterns=["[A-Z]*"])


def test_patterns_have_a_length() -> None:
    with pytest.raises(ValidationError, match="at most 200"):
        Watchlist(patterns=["A" * 201])
