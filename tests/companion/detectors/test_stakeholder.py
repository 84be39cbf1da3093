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
        ("Shelter Scotland has published a draft with us", "Shelter Scotland", "named"),
        ("We have read SFHA's new report before it is out", "SFHA", "named"),
        ("Larkhill Community Housing is a great example", "Larkhill Community Housing", "named"),
        ("Thanks to the SFHA for their time", "SFHA", "named"),
        ("Shelter Scotland has a helpline, and told us nobody rings it", "Shelter Scotland", "reported"),
        ('Shelter Scotland has published a report: "the worst year of all"', "Shelter Scotland", "quoted"),
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
        ("Worried? Shelter Scotland's free helpline is 0808 800 4444.", "a service for everybody"),
        ("Shelter Scotland has published a report on damp.", "said to everybody"),
        ("Shelter Scotland today launched its winter campaign.", "done before everybody"),
        ("For free advice call Shelter Scotland on 0808 800 4444.", "where to find them"),
        ("There is a report from SFHA on rents, published this week.", "said to everybody"),
        ("Research published by Shelter Scotland shows a rise.", "said to everybody"),
        ("You can get advice from Shelter Scotland.", "where to find them"),
        ("Shelter Scotland offers free training for landlords.", "for everybody"),
        ("SFHA's website lists every member.", "for everybody to read"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
