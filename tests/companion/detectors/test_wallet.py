"""Wallet addresses by their check sums; hashes and fillers are silent."""

from __future__ import annotations

import pytest

from companion.detectors.wallet import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("tips 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ta", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "Bitcoin"),
        ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "Bitcoin, script hash"),
        ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "Bitcoin, bech32"),
        (
            "mine's 0x5898620fb4e2723c7b7ff8ddbd280d116d39ef26 🚀",
            "0x5898620fb4e2723c7b7ff8ddbd280d116d39ef26",
            "Ethereum",
        ),
        ("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "Ripple's own alphabet"),
        ("LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1", "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1", "Litecoin"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "a wrong check sum"),
        ("0xDEADBEEF is a mood", "too short"),
        ("0x0000000000000000000000000000000000000000", "the burn address"),
        ("commit 9f1c2ab47de0031b8a6f55c0de9b21a7c43e8d10", "a commit"),
        ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdr", "a wrong check sum in bech32"),
        ("https://t.co/1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf", "part of a link"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
