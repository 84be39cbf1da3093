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
        ("The Greens got that one completely wrong", "The Greens got that one completely wrong", ""),
        ("Tories out.", "Tories out", ""),
        ("So pleased to read Labour's housing pledges", "pleased to read Labour's housing pledges", ""),
        ("We think it is fair. The SNP are plain wrong about rents.", "The SNP are plain wrong about", ""),
        ("Proud Green here and happy", "Proud Green here", ""),
        ("Lifelong SNP supporter here", "Lifelong SNP supporter here", ""),
        ("The Tories would wreck it", "Tories would wreck", ""),
        ("Reform will ruin us", "Reform will ruin", ""),
        ("Swinney for FM", "Swinney for FM", ""),
        ("The Greens have no answers", "Greens have no answers", ""),
        ("vote for our lass on the list", "vote for our lass", ""),
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
        ("Labour says the SNP got this wrong", "what one says of the other"),
        ("The Tories got it wrong, says Labour", "what one says of the other"),
        ("Reform are out of the running in Leith, the poll finds", "told, not called for"),
        ("The SNP published its manifesto today", "told"),
        ("Proud green fingers here", "a garden"),
        ("Reform will take time in this department", "no party"),
        ("Questions for PM Starmer today", "told"),
        ("vote for our park in the lottery awards", "a park"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
