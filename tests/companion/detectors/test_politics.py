"""Calls to vote, praise and attack of parties; neutral talk of elections is silent."""

from __future__ import annotations

import pytest

from companion.detectors import politics
from tests.companion.detectors.examples import seen

DETECTOR = politics.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Vote SNP on 7 May", "Vote SNP", ""),
        ("Proud to be out canvassing with Scottish Labour", "Proud to be out canvassing with Scottish Labour", ""),
        ("The Tories have wrecked housing", "Tories have wrecked", ""),
        ("Swinney must go", "Swinney must go", ""),
        ("#BothVotesSNP", "#BothVotesSNP", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Register to vote by midnight on Monday.", "neutral"),
        ("Labour ward was busy tonight", "another sense"),
        ("Eat your greens", "a vegetable"),
        ("pension reform, tax reform, reform of my attitude to Mondays", "a word"),
        ("SNP, Labour and Tory MSPs questioned us at committee", "all parties"),
        ("All the main parties have a housing plan; here is each.", "all parties"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
