"""A named wrong said as a fact; attribution, courts, jests and one's own sins are silent."""

from __future__ import annotations

import pytest

from companion.detectors import accusation
from tests.companion.detectors.examples import seen

DETECTOR = accusation.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Clachanburn's board is corrupt and the public should know.", "Clachanburn's board is corrupt", ""),
        ("Malcolm Tait stole from the tenants' fund", "Malcolm Tait stole from", ""),
        ("The chair gave her nephew the contract. Shameless.", "The chair gave her nephew the contract", ""),
        ("Inquiry or no inquiry, Morag Bell stole that money", "Morag Bell stole that money", ""),
        ("The inquiry has said nothing of guilt, but Ian Reid stole from that charity", "Ian Reid stole from", ""),
        (
            "Nobody needs a tribunal to know Glenbuck Roofing ripped off people",
            "Glenbuck Roofing ripped off people",
            "",
        ),
        ("The ombudsman hasn't reported yet but Glenbuck Roofing ripped off us", "Glenbuck Roofing ripped off us", ""),
        ("Glenfyne Roofing are conmen", "Glenfyne Roofing are conmen", ""),
        ("Councillor Aird lined his own pockets for years", "Councillor Aird lined his own pockets", ""),
        ("Provost Kerr feathered her nest with our grant", "Provost Kerr feathered her nest", ""),
        ("A talk by Nan Weir last night. She covered up everything.", "She covered up", ""),
        ("Malcolm Tait fiddled the books wi his pal", "Malcolm Tait fiddled the books", ""),
        ("Ardle Lettings evict families illegally", "Ardle Lettings evict families illegally", ""),
        ("Bailie Kerr takes brown envelopes", "Bailie Kerr takes brown envelopes", ""),
        ("Ardle Homes knowingly lets flats with no gas check", "Ardle Homes knowingly lets", ""),
        (
            "Provost Muir's nephew gets the contract every time, odd that",
            "Provost Muir's nephew gets the contract every time, odd that",
            "",
        ),
        ("Bob Muir pockets the takings", "Bob Muir pockets the takings", ""),
        ("The provost took a free trip from a builder", "The provost took a free trip from", ""),
        ("Our landlord hid the survey from its tenants", "Our landlord hid the survey from its tenants", ""),
        ("The chair of Lorne HA paid himself a bonus", "The chair of Lorne HA paid himself a bonus", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Our published report found that the landlord misled tenants.", "a published finding"),
        ("The treasurer was convicted of fraud.", "a court"),
        ("The inquiry into Thistle Homes heard evidence from tenants today.", "no finding, and no claim"),
        ("The tribunal has found that Glenbuck Roofing misled tenants, but gently", "a finding"),
        ("The ombudsman hasn't reported yet, so nobody can say Glenbuck Roofing did wrong", "no claim"),
        ("Ian Reid is due in court over fraud charges; he denies them.", "a charge"),
        ("I lied. I've watched the finale.", "of oneself"),
        ("scandal at the WI: shop-bought sponge", "a jest"),
        ("Power lies in Holyrood", "another sense"),
        ("A good talk by Nan Weir last night. She covered up nothing.", "nothing was done"),
        ("Gordon Baird stole nothing, he paid for every sandwich.", "nothing was done"),
        ("The auditor misled nobody and the books are there to read.", "done to nobody"),
        ("The swallows lined their nests with our wool", "birds"),
        ("Morag Bell from the WI fiddled the scone figures", "a jest"),
        ("folk who park illegally on our pavement", "nobody named"),
        ("Bailie Kerr took envelopes round the doors", "letters"),
        ("Jean Muir's son got a job at the chippy, funny how time flies", "no hint"),
        ("My gran got a free meal from the chippy", "kin"),
        ("we hid the present from the kids", "a present"),
        ("Our director paid herself a compliment", "kind"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
