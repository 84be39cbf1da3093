"""Shouting, swearing and scorn; notices in capitals and plain bad news are silent."""

from __future__ import annotations

import pytest

from companion.detectors import heat
from tests.companion.detectors.examples import seen

DETECTOR = heat.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("RENT CONSULTATIONS ARE NOT OPTIONAL!!!!!", "RENT CONSULTATIONS ARE NOT OPTIONAL!!!!!", "shouting"),
        ("What a sh*tshow of a consultation", "sh*tshow", "swearing"),
        ("f**k this", "f**k", "swearing"),
        ("slow clap for the committee", "slow clap", "scorn"),
        ("the dumbest policy idea since the poll tax", "the dumbest policy idea", "scorn"),
        ("when will they get off their arses and fix the lift", "get off their arses", "scorn"),
        ("away n bile yer heid", "away n bile", "scorn"),
        ("utterly shameful from start to finish", "utterly shameful", "scorn"),
        ("what sort of clown writes this", "what sort of clown", "scorn"),
        ("whoever hired these amateurs", "whoever hired these amateurs", "scorn"),
        ("you absolute trumpet", "you absolute trumpet", "scorn"),
        ("well done, Sherlock", "well done, Sherlock", "scorn"),
        ("will someone shut him up", "will someone shut him up", "scorn"),
        ("READ. THE. REPORT.", "READ. THE. REPORT.", "shouting"),
        ("that lot couldn't find their own backsides", "couldn't find their own backsides", "scorn"),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ROAD CLOSED AT GARVE BRIDGE UNTIL NOON", "a notice"),
        ("Void times rose by two days. The reasons are in the report.", "plain bad news"),
        ("SSSI, SPA, SAC, NSA: know your letters", "abbreviations"),
        ("Sunday in Scunthorpe with Dick Whittington", "letters inside a name"),
        ("We're sorry. You're right and we've fixed it.", "an apology"),
        ("we all got off our chairs and danced behind the band", "no scorn"),
        ("what kind of idiot forgets his own bairn's shoes", "of oneself"),
        ("who hired these clowns for the party", "clowns"),
        ("you absolute legend, thank you", "praise"),
        ("someone shut the window please", "a window"),
        ("BEST. DAY. EVER.", "joy"),
        ("U.K. U.S. E.U. talks", "short names"),
        ("OPEN. NOW. FREE.", "a notice"),
        ("cannae find my elbow pads", "pads"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
