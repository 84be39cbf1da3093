"""A sort code with an account number, in either order; dates and routes are silent."""

from __future__ import annotations

import pytest

from companion.detectors.bank_account import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("sort code 20-45-77 · account 90313824", "20-45-77 · account 90313824", "with both words"),
        ("11-05-43 09482217 you owe me", "11-05-43 09482217", "pairs with dashes need no word"),
        ("80-22-60 00417732 ref BIKE", "80-22-60 00417732", "side by side"),
        ("TSB, 877003, 41128860, ref VAN", "877003, 41128860", "a bank's name"),
        ("acc no 41128860, sort code 877003", "41128860, sort code 877003", "the other order"),
        ("Account: 12345674\nSort code: 08-99-99", "12345674\nSort code: 08-99-99", "on two lines"),
        ("transfer to 80 49 25 / 1000 2000 by Friday", "80 49 25 / 1000 2000", "spaced"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Route 80-22-60: three buses", "no account"),
        ("sort code 20-45-77 is the branch", "a sort code alone says little"),
        ("12-11-25 18300000 views", "a date and a count"),
        ("turnover was 14208331 in 201920", "no word for an account"),
        ("£12,345,678 spent since 20-11-25", "money"),
        ("lottery 04-19-27-36 12345678 winners", "a lottery"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
