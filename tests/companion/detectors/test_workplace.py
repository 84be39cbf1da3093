"""One's own place of work, however it is said; other people's jobs, fields of work and pastimes are silent."""

from __future__ import annotations

import pytest

from companion.detectors import workplace
from tests.companion.detectors.examples import seen

DETECTOR = workplace.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Just finished a 13 hour shift at the Queen Elizabeth, feet are dead", "the Queen Elizabeth", ""),
        ("I've been a nurse at Ninewells for 12 years", "Ninewells", ""),
        ("behind the tills at Lidl Leith till ten", "Lidl Leith", ""),
        ("i work at tesco so i see everything", "tesco", ""),
        ("Policy adviser at COSLA. Cyclist.", "COSLA", ""),
        ("my work, the Co-op in Portree, has a hen living in the bin store", "the Co-op in Portree", ""),
        ("Three years at SHR this week.", "SHR", ""),
        ("first week at the council done", "the council", ""),
        ("eleven years a nurse at Monklands", "Monklands", ""),
        ("been a porter at Ninewells since 2009", "Ninewells", ""),
        ("start wi the Cooncil Monday", "the Cooncil", ""),
        ("6 years on the vans at Royal Mail Gateside", "Royal Mail Gateside", ""),
        ("finally a permanent contract at Historic Environment Scotland", "Historic Environment Scotland", ""),
        ("new start at Diageo Leven here", "Diageo Leven", ""),
        ("my first month wi NHS Fife", "NHS Fife", ""),
        ("Day 3 at Fife Council", "Fife Council", ""),
        ("five years for Fife Council and I never saw the boss", "Fife Council", ""),
        ("what a day at Fife Council, off to bed", "Fife Council", ""),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The nurse at Stobhill told me to rest", "somebody else's job"),
        ("my mum works for the council", "a relative's job"),
        ("what a day for the OBR", "good or bad for it, not spent there"),
        ("What a week for Fife Council. Three U-turns.", "the same"),
        ("Day one for the NHS app, and it is down", "its day"),
        ("last day for HMRC returns!", "a deadline"),
        ("ten weeks for Fife Council to answer one email", "spent waiting"),
        ("I work from home on Fridays", "no place"),
        ("I work out at the Royal Commonwealth Pool", "exercise"),
        ("first day at Glastonbury", "a festival"),
        ("my mum was eleven years a nurse at Monklands", "a relative's job"),
        ("ten years a prisoner at Barlinnie", "no job"),
        ("start with the council tax on Monday", "a bill"),
        ("I start with Chemistry on Monday then Maths", "a subject"),
        ("Twenty years in housing has taught me to ask about gutters", "a field"),
        ("Just got the keys to my new place at Ocean Terminal", "a home"),
        ("saw former colleagues at the museum", "where one worked"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
