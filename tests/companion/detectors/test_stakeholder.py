"""The organisation's partners by name; look-alikes and partners in general are silent."""

from __future__ import annotations

import pytest

from companion.detectors import stakeholder
from tests.companion.detectors.examples import seen

DETECTOR = stakeholder.detector(["SFHA", "Shelter Scotland", "Larkhill Community Housing"])


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Good chats at the SFHA conference", "SFHA", "named"),
        ("Learning from #SFHA members", "#SFHA", "named"),
        ("shelter scotland told us it was late", "shelter scotland", "reported"),
        ('Shelter Scotland: "the timing could not be worse"', "Shelter Scotland", "quoted"),
        ("#LarkhillCommunityHousing opened today", "#LarkhillCommunityHousing", "named"),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sfha is also a sound", "not as it is written"),
        ("Our partners told us the summer was wrong.", "nobody in particular"),
        ("the SFHAs of this world", "a longer word"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
