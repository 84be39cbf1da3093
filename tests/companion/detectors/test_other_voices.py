"""Drafts in other voices than the patterns were written from: each rule's table says what is seen in whose words."""

from __future__ import annotations

import pytest

from companion.detectors import (
    absence,
    abuse,
    birthday,
    employer,
    handling,
    heat,
    location,
    market,
    named_person,
    quotation,
    special_category,
    unpublished,
    workplace,
)
from companion.detectors.detector import Detector
from tests.companion.detectors.examples import quotes

_EMPLOYER = employer.detector(["SHR"], ["social landlord"])

_SEEN: list[tuple[Detector, str, str]] = [
    (absence.DETECTOR, "here alone at the bus station till one", "a person alone, and where"),
    (absence.DETECTOR, "two weeks in Florida from Saturday", "away from a day on"),
    (absence.DETECTOR, "keys under the plant pot, let yourself in", "where the key lies"),
    (absence.DETECTOR, "back on the 9th, till then there's nobody in", "an empty house, the other way round"),
    (absence.DETECTOR, "find me every Monday 7pm at the climbing centre", "a routine, offered"),
    (absence.DETECTOR, "sitting in the Costa on Queen Street right now", "where somebody is now"),
    (location.DETECTOR, "drop a pin? https://maps.app.goo.gl/xYz12AbCd here til 8", "a map link to oneself"),
    (birthday.DETECTOR, "50 today and I still cannae drive", "an age, as one's own"),
    (birthday.DETECTOR, "I'm 18 on Sunday, finally legal", "an age on a day of the week"),
    (birthday.DETECTOR, "one more lap around the sun done today", "a turn of phrase"),
    (birthday.DETECTOR, "cheers for the birthday messages yesterday", "thanks for the day"),
    (quotation.DETECTOR, "stole this off Pinterest, sorry", "taken, and told"),
    (quotation.DETECTOR, "grabbed this pic from the Courier's page", "a picture from a page"),
    (quotation.DETECTOR, "I do not own the rights to this song", "rights of others, disclaimed"),
    (handling.DETECTOR, "strictly confidential board paper: two offices close", "a paper's heading"),
    (handling.DETECTOR, "For your eyes only: draft shortlist", "a heading"),
    (unpublished.DETECTOR, "heard from a board member that the chief exec is going", "a source"),
    (unpublished.DETECTOR, "they haven't told staff yet but 60 jobs are going", "kept from those it touches"),
    (special_category.DETECTOR, "tenant with bipolar shouted at me today", "no article before the role"),
    (special_category.DETECTOR, "guy at work is gay but not out", "somebody at work"),
    (named_person.DETECTOR, "met a tenant today, Moira Kessock, who's waited nine years", "the day stands between"),
    (named_person.DETECTOR, "safeguarding call about Jayden Mure at two", "a safeguarding matter"),
    (workplace.DETECTOR, "new job klaxon: joining Scottish Water in May", "an announcement"),
    (workplace.DETECTOR, "I teach at Bathgate Academy, lend me a lung", "a school"),
    (abuse.DETECTOR, "I'll break your legs if you park there again", "a condition makes it no joke"),
    (abuse.DETECTOR, "somebody should put a brick through her window", "a call to others"),
    (heat.DETECTOR, "great, yet another working group", "scorn for one more"),
    (heat.DETECTOR, "are you f***ing kidding me", "masked but for its ending"),
    (market.DETECTOR, "the association's bond issue pulled last night", "a placing that failed"),
    (_EMPLOYER, "as someone who inspects social landlords, boards read too little", "one's own line of work"),
    (_EMPLOYER, "At SHR, we read every letter", "the employer first"),
]

_SILENT: list[tuple[Detector, str, str]] = [
    (absence.DETECTOR, "Home Alone on Channel 4 tonight till nine", "a film"),
    (absence.DETECTOR, "The key is under the bonnet, mechanics say", "a car"),
    (absence.DETECTOR, "sat in Glasgow traffic for an hour", "over already"),
    (location.DETECTOR, "https://maps.app.goo.gl/abcd is the best chippy in Fife", "a shop"),
    (birthday.DETECTOR, "40 today in the tent, degrees that is", "the heat"),
    (birthday.DETECTOR, "She's 60 on Saturday, card sorted", "somebody else"),
    (birthday.DETECTOR, "Thanks for the birthday present idea for my niece", "somebody else's"),
    (quotation.DETECTOR, "found my glasses on my head", "nothing copied"),
    (quotation.DETECTOR, "I found this dog, anyone know the owner?", "a dog"),
    (handling.DETECTOR, "All calls to the helpline are private and confidential", "a promise"),
    (handling.DETECTOR, "We keep your details strictly confidential", "a promise"),
    (handling.DETECTOR, "my heart is for internal use only lol", "a joke"),
    (unpublished.DETECTOR, "heard from a pal that the pub does bao now", "no matter of an organisation"),
    (special_category.DETECTOR, "People with bipolar deserve better services", "a group"),
    (named_person.DETECTOR, "Thank you Ewan Tulloch for your talk to our team", "thanks"),
    (workplace.DETECTOR, "started with a joke and lost the room", "no place"),
    (heat.DETECTOR, "A great, thoughtful review from our panel", "praise"),
    (market.DETECTOR, "Moody's downgraded the council on Tuesday, per its statement", "published"),
    (_EMPLOYER, "At the bowling club, we read every letter", "a club"),
]


@pytest.mark.parametrize(("detector", "text", "why"), _SEEN, ids=[text for _, text, _ in _SEEN])
def test_found(detector: Detector, text: str, why: str) -> None:
    assert quotes(detector, text), why


@pytest.mark.parametrize(("detector", "text", "why"), _SILENT, ids=[text for _, text, _ in _SILENT])
def test_silent(detector: Detector, text: str, why: str) -> None:
    assert quotes(detector, text) == [], why
