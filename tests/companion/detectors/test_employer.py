"""Talk about the employer in the writer's own voice; news about it, and other regulators, are silent."""

from __future__ import annotations

import pytest

from companion.detectors import employer
from tests.companion.detectors.examples import seen

DETECTOR = employer.detector(
    ["Scottish Housing Regulator", "SHR", "the Regulator", "Housing Regulator", "@SHR_Scotland"],
    ["social landlord", "housing association", "RSL"],
)


@pytest.mark.parametrize(
    "text",
    [
        "I work for the Scottish Housing Regulator and think our policy is a step forward.",
        "Proud of what we published at SHR today.",
        "the Regulator got this one wrong and I say that as someone who works there",
        "My employer, the Scottish Housing Regulator, is consulting again.",
        "Day 400 at SHR: still convinced.",
        "As an SHR employee I find the statements woolly.",
        "Been at the Scottish Housing Regulator five years.",
        "I'm at the housing regulator. Landlords send us novels.",
        "We at the Scottish Housing Regulator were too slow.",
        "My team at SHR is hiring.",
        "I've worked three years for the Scottish Housing Regulator.",
        "Our report on housing association governance is out. I disagree with chapter 3.",
    ],
)
def test_the_writers_own_voice_is_heard(text: str) -> None:
    assert [one.kind for _, one in seen(DETECTOR, text)] == ["employer"]


@pytest.mark.parametrize(
    "text",
    [
        "Governance failures at RSLs nearly always start with a chair nobody will contradict.",
        "love explaining to a social landlord what annual means",
    ],
)
def test_an_opinion_on_the_field_is_of_its_own_kind(text: str) -> None:
    assert [one.kind for _, one in seen(DETECTOR, text)] == ["field"]


@pytest.mark.parametrize(
    "text",
    [
        "The Scottish Housing Regulator has published a report today: worth a read if you rent.",
        "The regulator on my boiler has gone again.",
        "Anyone been to the regulator's open day in Glasgow?",
        "SHR is also the sound I make when it rains.",
        "My employer of the month award goes to the dog.",
        "Our report cards are in and the kids did great.",
        "I love my job, and I love Fridays more.",
        "Work was long today. Soup, telly, bed.",
        "Great day with the Scottish Housing Regulator at our tenant event.",
        "I'm at the Scottish Housing Regulator's conference today.",
        "I started a petition to the Scottish Housing Regulator.",
        "My boss met SHR today and came back smiling.",
        "Thanks to the team at SHR for coming to see us.",
        "We work with the Regulator on our engagement plan.",
        "My landlord has reported itself to SHR.",
    ],
)
def test_others_are_silent(text: str) -> None:
    assert seen(DETECTOR, text) == []


def test_a_pack_without_names_looks_for_nothing() -> None:
    assert seen(employer.detector([], ["RSL"]), "I think RSLs should publish more") == []
