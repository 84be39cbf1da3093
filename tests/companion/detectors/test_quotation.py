"""Other people's work; short quotations, credits and open licences are silent."""

from __future__ import annotations

import pytest

from companion.detectors.quotation import DETECTOR
from tests.companion.detectors.examples import quotes

JOKE = "two fish are in a tank and one says to the other, do you know how to drive this thing at all"
VERSE = (
    "we'll take the high road and you'll take the low road and I'll be dancing in the kitchen with the dog "
    "till the morning comes in"
)


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Our new office! (photo from Google)", "photo from Google", "a picture from a search"),
        ("pic nicked aff google", "pic nicked aff google", "Scots"),
        ("cropped the watermark so it looks proper", "cropped the watermark", "a watermark"),
        ("© DC Thomson but look", "© DC Thomson", "a sign of rights"),
        ("uploaded the whole episode for you", "uploaded the whole", "a whole work"),
        ("dodgy stream link in the replies", "dodgy stream link", "a stream"),
        (
            f"nicked this off reddit: {JOKE}",
            JOKE,
            "copied, and says so",
        ),
        (
            f"🎶 {VERSE} 🎶",
            VERSE,
            "a verse that is sung",
        ),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Contains public sector information licensed under the Open Government Licence v3.0.", "an open licence"),
        ("pics from google earth of my croft", "one's own croft"),
        ("code's MIT licensed, credit in the header", "an open licence"),
        ('our report says "Landlords must do more" and we mean it', "a short quotation"),
        (
            f'"{VERSE}" wrote somebody',
            "an author",
        ),
        ("Photo: Jane Smith, used with permission", "permission"),
        ("Google photos ate my pictures", "a program"),
        ("scanned the QR code", "a code"),
        ("my photos from the walk", "one's own"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
