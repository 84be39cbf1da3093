"""Private facts of people known through work; one's own, family, groups and causes are silent."""

from __future__ import annotations

import pytest

from companion.detectors import special_category
from tests.companion.detectors.examples import seen

DETECTOR = special_category.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Claire in payroll is pregnant, dead happy for her", "pregnant", ""),
        ("My tenant told me today he's HIV positive", "HIV", ""),
        ("the new start is a Jehovah's Witness so no birthday cake", "Jehovah's Witness", ""),
        ("My boss is a closet Tory", "is a closet Tory", ""),
        ("Mrs Kaur (arthritis, stage 4 cancer) fell again", "arthritis", ""),
        ("our caretaker has a criminal record, did you know", "criminal record", ""),
        ("His stoma bag burst at lunch. Keep Tam from finance in mind.", "stoma", ""),
        ("our janny was in jail for fraud", "in jail", ""),
        ("Kirsty from our post room is getting her hip done", "getting her hip done", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I've got ADHD and three half-cups of tea", "one's own"),
        ("My mum has dementia and her nurse is an angel", "family"),
        ("Our tenants with dementia deserve better lighting", "a group"),
        ("Our colleague Jane ran 10k for cancer research", "a cause"),
        ("My boss is depressed about Hibs", "a turn of phrase"),
        ("Join a union. Unison helped our team no end.", "a union post"),
        ("Her cancer is back. My mum from next door told me.", "family"),
        ("Her landlord is back. Julie from accounts met him.", "no such fact"),
        ("my colleague is getting her heart broken by Hibs again", "football"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
