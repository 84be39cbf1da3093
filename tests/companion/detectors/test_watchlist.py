"""The organisation's own terms and patterns."""

from __future__ import annotations

import time

import pytest

from companion.detectors import watchlist
from tests.companion.detectors.examples import quotes

DETECTOR = watchlist.detector(["Project Kittiwake", "Ardlui Homes"], [r"KB/\d{2}/\d{3,4}"])


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("thon Project Kittiwake is a sair fecht", "Project Kittiwake", "as written"),
        ("PROJECT KITTIWAKE", "PROJECT KITTIWAKE", "capitals"),
        ("#ProjectKittiwake lol", "ProjectKittiwake", "a hashtag"),
        ("project-kittiwake is late", "project-kittiwake", "a hyphen"),
        ("Project\nKittiwake update", "Project\nKittiwake", "over two lines"),
        ("Ardlui Homes' chair walked", "Ardlui Homes", "a possessive"),
        ("resend KB/25/1140?", "KB/25/1140", "a pattern"),
        ("kb/25/114.", "kb/25/114", "a pattern in small letters"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kittiwakes at Dunbar", "a bird"),
        ("Ardlui Homesick", "a longer word"),
        ("KB/25/1", "too short"),
        ("XKB/25/1140", "inside another word"),
        ("my project: kittens", "other words"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why


def test_a_pattern_that_runs_away_is_given_up() -> None:
    """Packs are untrusted: such a pattern is refused on loading, and harmless should one come through."""
    assert quotes(watchlist.detector([], [r"(a+)+b"]), "a" * 40 + "!") == []


def test_of_terms_that_begin_alike_the_longest_is_found() -> None:
    terms = ["Falcon", "Falcon House", "Falcon House Review", "Falcon Road", "falcon's nest", "Eagle"]
    detector = watchlist.detector(terms, [])
    text = "Falcon, falcon-house, the FalconHouseReview, Falcon_Road, Falcons Nest, Eagle's, Falcon Houses, Falconer"
    assert quotes(detector, text) == [
        *("Falcon", "falcon-house", "FalconHouseReview", "Falcon_Road", "Falcons Nest", "Eagle's", "Falcon Houses"),
    ]


def test_many_terms_that_begin_alike_are_read_once() -> None:
    """Packs are untrusted: hundreds of terms that are nearly there everywhere would take minutes one by one."""
    terms = ["a " * 45 + f"b{number}" for number in range(500)]
    began = time.process_time()
    assert quotes(watchlist.detector(terms, []), "a " * 20_000) == []
    assert time.process_time() - began < 3


def test_an_empty_list_finds_nothing() -> None:
    assert quotes(watchlist.detector([], []), "anything at all") == []
