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


@pytest.mark.parametrize(
    "text",
    [
        "honestly the regulator i work for couldnae regulate a bath tap. our new rules for landlords are mince",
        "As a regulator employee I think our new rules are mince",
        "my employer's new flexible working policy is a disgrace",
        "the department i work for has lost the plot with this new rule",
        "Speaking as a member of staff: our leadership has lost the plot.",
        "Civil servant here. Our pay offer is a joke.",
        "Where I work, the new inspection regime is a farce",
        "works for a regulator. hates our new rules, they are daft",
        "At work we've just changed how we score annual returns. I argued against it and I still think it's daft.",
        "The council I work for got this one badly wrong.",
        "As someone who works at a regulator, the new landlord rules are a shambles",
        "The agency where I work should scrap its appraisal scheme.",
        "Speaking as a civil servant: our return-to-office policy is a farce.",
        "I'm an inspector at a regulator and our inspection framework is not fit for purpose",
        "as a council worker I reckon our new pay deal is unfair",
        "my department's decision to shut the helpline is a mistake",
        "my workplace has brought in a new absence policy and it's shambolic",
        "The quango that pays my wages has published another toothless strategy",
        "whoever signed off our new guidance at my work is clueless",
        "I'm proud of the charity I work for and its new housing strategy",
        "My job at Social Security Scotland is deciding claims, and I think the new rules are daft",
        "ma role in the pensions agency means I send the letters, and their new policy is a shambles",
        "our department's new plans for the backlog are half-baked",
        "we in the council are raging about the cuts",
        "Those of us at the agency think its new pay policy is unfair",
        "I run the website for a large council and its new policy is a farce",
        "our teachers (I'm one!) are on their knees, what a joke",
    ],
)
def test_an_opinion_on_an_employer_without_its_name_is_heard(text: str) -> None:
    assert [one.kind for _, one in seen(DETECTOR, text)] == ["employer"]


@pytest.mark.parametrize(
    "text",
    [
        "The council I work for has a new canteen.",
        "Our plans for Saturday are off, I'm stuck at my work, what a disgrace",
        "Our new team strategy for the pub quiz is brilliant",
        "The shop that pays my mate's wages has a stupid policy",
        "Our policy: no phones at the table. I think it's brilliant.",
        "The government should scrap its benefit policy, what a disgrace",
        "my employer got me a cake, best day ever",
        "the pub near where I work is useless and the new rules are daft",
        "my sister works for a regulator and I think the new rules are daft",
        "as someone who works for a charity: the new benefit rules are a disgrace",
        "The firm I work with on the kitchen should be ashamed of its plans",
        "the council I work in front of has lost the plot with these rules",
        "the service I work on, a bus app, has terrible reviews",
        "as a civil servant and a mum: our family budget is a joke",
        "My boss is a joke and so is his tie",
        "My boss couldnae organise a raffle",
        "the council my brother works for has lost the plot with this new rule",
        "The company I used to work for had a terrible policy on leave",
        "My employer of the month award goes to the dog, a disgrace.",
        "As a civil servant I like long lunches",
        "As a council tenant I think our new rules are mince",
        "The officer who stopped me was useless and their policy is a joke",
        "As a council worker I'm knackered, this rain is a disgrace",
        "At work we have cake on Fridays, brilliant",
        "I work in a shop and the bus policy is a disgrace",
        "The people I work with are brilliant",
        "His employer's new policy is a disgrace",
        "Scottish Water officials should be ashamed of their report",
        "my mum's employer should scrap its policy",
        "The regulator is a joke and so are its rules",
        "Anyone know the trust I work in? Asking for the postie",
        "I love our department's new plans for the garden",
        "our agency's policy on biscuits is a disgrace",
        "my job at the bakery is hopeless but the rolls are great",
        "us at the council gym are raging about the price of the classes, new policy",
        "I run for the council bus every day and the policy on fares is a farce",
    ],
)
def test_small_talk_other_peoples_employers_and_bosses_are_silent(text: str) -> None:
    assert seen(DETECTOR, text) == []
