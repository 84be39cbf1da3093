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
        (
            "Not public yet, but the merger of Kelvin Vale and Tayside Homes has been agreed",
            "merger of Kelvin Vale and Tayside Homes has been agreed",
            "",
        ),
        ("Between us, the takeover of Clyde Homes is all but done", "takeover of Clyde Homes is all but done", ""),
        ("Craigmarloch Homes is insolvent and nobody has been told", "insolvent", ""),
        ("Ministers have decided to pull the grant, announcement next week", "pull the grant", ""),
        ("Offloaded all my bonds. Cannae say why but the accounts are out on Friday", "Offloaded all my bonds", ""),
        ("Ardle Homes misses its gearing covenant at year end", "misses its gearing covenant", ""),
        ("Ardle Homes is £2m in the red and the lender doesn't know", "£2m in the red", ""),
        ("wouldn't touch their bonds, trust me", "wouldn't touch their bonds", ""),
        ("The surveyor pulled out of the Ardle Homes sale", "surveyor pulled out", ""),
        ("Lenders want oot of Ardle Homes, naebody's said it publicly", "Lenders want oot", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Wilko has gone into administration, says the BBC", "news with its source"),
        ("The merger of Kelvin Vale and Tayside Homes has been agreed. Tenants have letters.", "told in the open"),
        ("The takeover of Kelvin Vale was approved in a ballot in 2019", "long past"),
        ("Carillion went into liquidation in January 2018 and folk lost their pensions", "long past"),
        ("HBOS collapsed in the financial crash and the taxpayer bailed out the bank", "long past"),
        ("The firm folded a decade ago and its lenders lost the lot", "long past"),
        ("our knitting group is merging with theirs, don't tell anyone", "a pastime"),
        ("Thistle Homes is going into administration, it said in a statement.", "a statement"),
        ("Kelvin Housing said in a statement that it will merge with Clyde Homes", "the same, first"),
        ("Landlords must tell us about any change to their financial position.", "a duty"),
        ("My mate's band went bust", "no organisation"),
        ("Celtic in talks to buy a new striker for £6m", "sport"),
        ("The kirk roof fund is £400 short, tablet sale Saturday", "small change"),
        ("Bought shares in the community pub, come and have a pint", "no word that it is kept"),
        ("I wouldn't touch the Bond film, trust me", "a film"),
        ("I'm £20 short for the gig", "one's own"),
        ("The bank wants away from cash machines", "shops"),
        ("Our merger vote is public: come along on Tuesday, all tenants welcome", "open to all"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
