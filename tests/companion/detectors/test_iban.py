"""International account numbers with their check digits."""

from __future__ import annotations

import pytest

from companion.detectors.iban import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Refunds go to GB82 WEST 1234 5698 7654 32.", "GB82 WEST 1234 5698 7654 32", "in fours"),
        ("gb82west12345698765432", "gb82west12345698765432", "small letters"),
        ("AL47-2121-1009-0000-0002-3569-8741 with dashes", "AL47-2121-1009-0000-0002-3569-8741", "dashes"),
        ("huur naar NL81 ABNA 2110 4328 55, ok?", "NL81 ABNA 2110 4328 55", "Dutch"),
        ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84 MALT 0110 0001 2345 MTLC AST0 01S", "the longest form"),
        (
            "an iban VG96 VPVG 0000 0123 4567 8901 X in a sentence",
            "VG96 VPVG 0000 0123 4567 8901",
            "ends where its length ends",
        ),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("GB82 WEST 1234 5698 7654 33", "a wrong check digit"),
        ("IBAN, you ban, we all ban", "no number"),
        ("GB29 is my plate", "too short"),
        ("QQ82 WEST 1234 5698 7654 32", "no such country"),
        ("DE89 3704 0044", "cut off"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
