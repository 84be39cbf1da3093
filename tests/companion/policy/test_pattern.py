"""Patterns in packs: sound ones are taken, others are refused with words a pack's author can act on."""

from __future__ import annotations

import time

import pytest
from pydantic import ValidationError

from companion.detectors import watchlist
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
        (r"CASE-(\d+)+x", "very long"),
        ("((a{1000}){1000}){1000}", "repeats too often"),  # gigabytes, once it is compiled
        ("(a{99999999999})b", "repeats too often"),
        ("(?:a?){50000}b", "repeats too often"),  # half a second to compile, and a pack may hold fifty
        ("abc(?x)#", "not a regular expression"),  # would take in what stands behind it
        ("(?R)?a", "very long"),
        ("(?:abc){e<=30}", "even nothing"),
        (r"Project (?:[a-z]+ ?)+Heron", "very long"),
    ],
)
def test_unsound_patterns_are_refused(pattern: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        usable_pattern(pattern)


def test_a_watchlist_refuses_them_on_loading() -> None:
    with pytest.raises(ValidationError, match="even nothing"):
        Watchlist(patterns=["[A-Z]*"])


def test_a_hostile_pack_cannot_hold_up_a_text() -> None:
    """Fifty patterns that each look sound on loading and run away on one text: given up, all together in time."""
    slow = [rf"[^a]{{{number}}}(?:b|bb|bbb)+(?:b|bb)+c{number}" for number in range(1, 51)]
    find = watchlist.detector(["Heron"], slow).find
    began = time.process_time()
    seen = list(find("Heron " + "xb" * 20 + "b" * 30_000))
    assert time.process_time() - began < 0.5
    assert [one.kind for one in seen] == ["term"]


def test_patterns_have_a_length() -> None:
    with pytest.raises(ValidationError, match="at most 200"):
        Watchlist(patterns=["A" * 201])
