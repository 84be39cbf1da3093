"""Exact places and live locations; figures and public places by name are silent."""

from __future__ import annotations

import pytest

from companion.detectors.location import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("tent's at 56.81653, -5.11204", "56.81653, -5.11204", "decimal degrees"),
        ("pin drop 55.86515,-4.25763", "55.86515,-4.25763", "no space"),
        ("57.4778° N, 4.2247° W dolphins", "57.4778° N, 4.2247° W", "with letters"),
        ("geocache: N 55 57.144 W 003 11.328", "N 55 57.144 W 003 11.328", "degrees and minutes"),
        ("55°57'12\"N 3°11'20\"W is the bench", "55°57'12\"N 3°11'20\"W", "degrees, minutes, seconds"),
        ("we're at ///filled.count.soap", "///filled.count.soap", "three words"),
        ("w3w.co/index.home.raft", "w3w.co/index.home.raft", "three words as a link"),
        ("https://glympse.com/2ABC-9XYZ", "https://glympse.com/2ABC-9XYZ", "a live link"),
        ("sharing my live location with everyone", "sharing my live location", "says so"),
        ("maps.google.com/?q=55.953252,-3.188267", "55.953252,-3.188267", "in a link"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("plot (3, -5.1) and (56, 4)", "a graph"),
        ("from kettle.3.1 to kettle.3.2", "versions"),
        ("ISS over 57N 4W about nine", "too coarse"),
        ("0.91827, 0.22119 are the p values", "figures"),
        ("section 51.5 of it", "figures"),
        ("https://www.google.com/maps/place/Leith/@55.9756,-3.1667,15z", "a link to a place by name"),
        ("stop sharing your location with apps", "advice"),
        ("never share my location", "advice"),
        ("///", "slashes"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
