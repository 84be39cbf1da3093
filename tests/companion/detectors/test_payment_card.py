"""Payment card numbers with their check digit; other long numbers are silent."""

from __future__ import annotations

import pytest

from companion.detectors.payment_card import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("card's arrived, 4539 5787 6362 1486", "4539 5787 6362 1486", "in fours"),
        ("visa 4539578763621486 exp 09/27", "4539578763621486 exp 09/27", "in one piece"),
        ("5105-1051-0510-5100", "5105-1051-0510-5100", "dashes"),
        ("my 4539 5787 6362 I486", "4539 5787 6362 I486", "a letter for a digit"),
        ("2221 1151 0733 5627", "2221 1151 0733 5627", "the newer Mastercard range"),
        ("Amex 3782 822463 10005 is maxed", "3782 822463 10005", "four, six, five"),
        ("53 32 49 35 91 37 71 01 in twos", "53 32 49 35 91 37 71 01", "in twos"),
        ("4 5 3 9 5 7 8 7 6 3 6 2 1 4 8 6", "4 5 3 9 5 7 8 7 6 3 6 2 1 4 8 6", "digit by digit"),
        ("my card's 4539 5787\n6362 1486", "4539 5787\n6362 1486", "over two lines"),
        ("４５３９ ５７８７ ６３６２ １４８６", "４５３９ ５７８７ ６３６２ １４８６", "full-width digits"),
        (
            "the card is six oh one one, oh oh oh nine, nine oh one three, nine four two four",
            "six oh one one, oh oh oh nine, nine oh one three, nine four two four",
            "in words",
        ),
        ("whose card is this? 4929 1234 5678 9011", "4929 1234 5678 9011", "a wrong check digit beside the word card"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1234 5678 9012 3456", "no issuer starts so"),
        ("4539 5787 6362 1487", "a wrong check digit and no word for it"),
        ("order no 4539578763621486", "an order"),
        ("barcode 4006381333931", "a barcode"),
        ("IMEI 356938035643809", "a telephone"),
        ("the ISBN is 9781405293181", "a book"),
        ("https://example.org/status/4539578763621486", "part of a link"),
        ("the Stripe test card 4242 4242 4242 4242", "a published test card"),
        ("4000 5000 6000 7000 steps", "round numbers"),
        ("£4,539,578,763 on a bridge", "money"),
        ("one two three, one two three, and turn, one two three four", "a dance"),
        ("clubcard 6340 0403 1234 5678", "a loyalty card"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
