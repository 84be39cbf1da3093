"""The organisation's own voice; other bodies', negations and quotations are silent."""

from __future__ import annotations

import pytest

from companion.detectors import official_voice
from tests.companion.detectors.examples import seen

DETECTOR = official_voice.detector(["Scottish Housing Regulator", "SHR", "the Regulator"])


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        (
            "Delivering the keynote on behalf of the Scottish Housing Regulator tomorrow",
            "on behalf of the Scottish Housing Regulator",
            "",
        ),
        ("I've been asked to say, on SHR's behalf, that the helpline is closed", "on SHR's behalf", ""),
        ("Our position as the regulator is that rents are for landlords.", "Our position as the regulator is", ""),
        ("We at the Regulator were too slow.", "We at the Regulator", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("On behalf of Cove Rangers supporters' bus: departs 9.15", "another body"),
        ("I don't speak for SHR and this is not on behalf of SHR", "negated"),
        ('The policy says never to write "on behalf of SHR".', "a quotation"),
        ("the regulator on our shower says 38 and lies", "a thing"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
