"""What may be a request for information; help-desk questions and small talk are silent."""

from __future__ import annotations

import pytest

from companion.detectors import information_request
from tests.companion.detectors.examples import seen

DETECTOR = information_request.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Can I have a copy of your internal social media policy?", "Can I have", "asked"),
        ("FOI request: all emails about the Wick office, please.", "FOI", "named"),
        ("I request the number of tenant safety incidents broken down by council area.", "I request", "asked"),
        ("What info do you hold about me? I want all of it.", "What info do you hold", "asked"),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("My landlord hasn't fixed my heating in three weeks.", "a complaint"),
        ("great video, clear as day", "praise"),
        ("how many times do I have to tell you the bins are full?", "no figure is asked for"),
        ("How many more tenants have to suffer before you act?", "nor here"),
        ("When do you open on Monday?", "a help-desk question"),
        ("Some rain in Glasgow today eh", "small talk"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
