"""Protective markings in every form; the same words in prose, and talk about markings, are silent."""

from __future__ import annotations

import pytest

from companion.detectors import classification
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL – SENSITIVE  |  page 2", "OFFICIAL – SENSITIVE"),
        ("OFFICIAL_SENSITIVE draft", "OFFICIAL_SENSITIVE"),
        ("official—sensitive. Findings below.", "official—sensitive"),
        ("O F F I C I A L - S E N S I T I V E", "O F F I C I A L - S E N S I T I V E"),
        ("OFFICIAL-\nSENSITIVE\nnot wider", "OFFICIAL-\nSENSITIVE"),
        ("Official Sensitive", "Official Sensitive"),
        ("Classification: 🔐 Official – Sensitive", "Official – Sensitive"),
        ("OFFICIAL-SENSITIVE [COMMERCIAL]", "OFFICIAL-SENSITIVE [COMMERCIAL]"),
        ("OFFICIAL-SENSITIVE – RECIPIENTS ONLY Draft", "OFFICIAL-SENSITIVE – RECIPIENTS ONLY"),
        ("Subj: [O-S] FW: Staffing", "[O-S]"),
        ("SECRET\nCopy 3 of 12", "SECRET"),
        ("Handling: RECIPIENTS ONLY OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("SECRET UK EYES ONLY", "SECRET UK EYES ONLY"),
        ("UK TOP SECRET STRAP1 COMINT", "UK TOP SECRET STRAP1 COMINT"),
        ("RESTRICTED – STAFF: rota", "RESTRICTED – STAFF"),
        ("CONFIDENTIAL\n\nDear colleague", "CONFIDENTIAL"),
        ("says NATO SECRET in red", "NATO SECRET"),
        ("CONFIDENTIEL UE readout", "CONFIDENTIEL UE"),
        ("RESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("OFFICIAL: Sensitive", "OFFICIAL: Sensitive"),
        ("PROTECTED: CABINET", "PROTECTED: CABINET"),
        ("SECRET//NOFORN", "SECRET//NOFORN"),
        ("FOR OFFICIAL USE ONLY we think it will fold by June", "FOR OFFICIAL USE ONLY"),
        ("For Official Use Only: draft findings", "For Official Use Only"),
        ("it's CUI//SP-PRVCY, on the contract", "CUI//SP-PRVCY"),
        ("share with the board, TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ('Slide 3 is marked "OFFICIAL-SENSITIVE", cropped it', "OFFICIAL-SENSITIVE"),
        ("official: sensitive", "official: sensitive"),
        ("Official: Sensitive draft of the letter", "Official: Sensitive"),
        ("that official sensitive header is still on it", "official sensitive"),
    ],
)
def test_a_marking_is_found(text: str, quote: str) -> None:
    assert quotes(classification.DETECTOR, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Confidential to the man on the 14 bus: your flies are down",
        "this is top secret level good editing",
        "SECRET SANTA 2026: £10 LIMIT, NO CANDLES",
        "officially sensitive today",
        "Restricted diet week 2. Official statistics out now. Protect your heart.",
        "RAG status AMBER, red amber green flags",
        "TLP:CLEAR and TLP:WHITE are for everybody",
        "UK OFFICIAL",
        "UK SECRET CINEMA tickets, and the EU RESTRICTED flights",
        "New blog: how we mark documents OFFICIAL-SENSITIVE under GSCP",
        "PROTECT\nOUR\nNHS",
        "FOR OFFICIAL USE ONLY stickers on every mug in this office",
        "This bay is for official use only",
        "FOR OFFICIAL USE ONLY: date received",
        "For official use only: a biscuit tin",
        "NATO UNCLASSIFIED",
        "The GSCP uses three levels of classification: OFFICIAL, SECRET and TOP SECRET.",
        "Emails that contain OFFICIAL-SENSITIVE information must be sent by the secure system.",
        "In training today: what OFFICIAL-SENSITIVE means",
        "cui bono? CUI should sort the bins",
        "It's official: sensitive teeth and ice lollies are no friends",
        "Official: sensitive boys cry at dug films",
    ],
)
def test_prose_and_talk_are_silent(text: str) -> None:
    assert quotes(classification.DETECTOR, text) == []
