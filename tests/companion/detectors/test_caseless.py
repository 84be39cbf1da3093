"""Patterns that ignore case by way of small letters: they find what a pattern with IGNORECASE finds, where it does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors.caseless import Caseless, caseless, small

PATTERNS = [
    r"\b(?:FOI|the Herald|press release)\b",
    r"(?<![\w'])(?:I'?ll|I am) (?:\w+ )?(?P<What>kill|KISS) (?:you|ye)(?!\w)",
    r"\bBBC\b|\S+\W\D?Ltd$",
    r"(?P<Quote>[A-Z]X)-(?P=Quote)",
    r"[^A-M\s]+K",
    r"\U0001F602|É",
]
TEXTS = [
    "an foi to THE HERALD, a Press Release",
    "i'll Just kiss YE; I AM KILL you",
    "bbc! Acme; LTD",
    "aX-ax AX-AX ax-bx",
    "Kelvin \u212a, ſtop, İstanbul, ıçık, STRASSE ẞ",
    "😂 É é",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_it_finds_what_ignorecase_finds(pattern: str, text: str) -> None:
    usual = re.compile(pattern, re.IGNORECASE)
    assert [found.span() for found in Caseless(pattern).finditer(text)] == [
        found.span() for found in usual.finditer(text)
    ]


@given(st.text(alphabet=st.sampled_from("fFoOiI'lL kKsSyYeE\u0130\u0131\u017f\u212aÉé😂XxAa-bBcC")))
def test_in_any_text(text: str) -> None:
    for pattern in PATTERNS:
        usual = re.compile(pattern, re.IGNORECASE).search(text)
        found = Caseless(pattern).search(text)
        assert (found and found.span()) == (usual and usual.span())


@given(st.text())
def test_small_letters_stay_in_their_places(text: str) -> None:
    assert len(small(text)) == len(text)


def test_a_pattern_that_minds_case_somewhere_is_left_to_re() -> None:
    with pytest.raises(ValueError, match="for case"):
        Caseless("(?-i:MS) nurse")
    assert caseless("(?-i:MS) nurse").search("an MS NURSE")
    assert not caseless("(?-i:MS) nurse").search("an ms nurse")
