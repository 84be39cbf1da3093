"""Financial facts that seem not to be public; news with a source, duties and household money are silent."""

from __future__ import annotations

import pytest

from companion.detectors import market
from tests.companion.detectors.examples import seen

DETECTOR = market.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("The association we met today can't make payroll in March", "can't make payroll", ""),
        ("Two landlords in Fife are in secret merger talks", "merger talks", ""),
        ("Hearing that Craigmarloch Homes has breached its loan covenants", "breached its loan covenants", ""),
        ("A £6m hole in the pension fund that they haven't told members about", "£6m hole", ""),
        ("Ministers have decided to pull the grant, announcement next week", "pull the grant", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Wilko has gone into administration, says the BBC", "news with its source"),
        ("Thistle Homes is going into administration, it said in a statement.", "a statement"),
        ("Kelvin Housing said in a statement that it will merge with Clyde Homes", "the same, first"),
        ("Landlords must tell us about any change to their financial position.", "a duty"),
        ("My mate's band went bust", "no organisation"),
        ("Celtic in talks to buy a new striker for £6m", "sport"),
        ("The kirk roof fund is £400 short, tablet sale Saturday", "small change"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
