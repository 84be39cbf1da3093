"""A private person's voice; the organisation's own I, and talk about disclaimers, are silent."""

from __future__ import annotations

import pytest

from companion.detectors import private_voice
from tests.companion.detectors.examples import seen

DETECTOR = private_voice.detector(["Scottish Housing Regulator", "SHR"], [])


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("A rare night off with my gorgeous husband", "my gorgeous husband", ""),
        ("Congratulations. My personal view is that the last one was better.", "My personal view", ""),
        ("Rents are up too much #viewsmyown", "viewsmyown", ""),
        ("This is just me ranting: bins!", "just me ranting", ""),
        ("The report is out. Views my own.", "Views my own", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I'm Gordon, the Enquiries Officer at SHR, here until five.", "an officer who says who he is"),
        ("Your views matter to us. Tell us what you think by Friday.", "the public's views"),
        ('Should staff put "views my own" in a bio?', "talk about disclaimers"),
        ("Thanks to every tenant adviser who gave up a Saturday for us.", "plain thanks"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
