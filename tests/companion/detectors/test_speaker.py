"""Who speaks in a post, and which profiles are official; a person's bio is not."""

from __future__ import annotations

import pytest

from companion.detectors import speaker
from tests.companion.detectors.examples import quotes

NAMES = ["Scottish Housing Regulator", "SHR", "the Regulator"]
IN_POST = speaker.detector(NAMES)
IN_PROFILE = speaker.profile_detector(NAMES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Scottish Housing Regulator update: our phones are back on.", True),
        ("Open till five today. ~ Enquiries, #ScottishHousingRegulator", True),
        ("I'm Ruaridh Kerr, a Regulation Manager, and I'll answer questions here.", True),
        ("The lift works again. Thank you all for waiting. Jane Hendry, Communications Officer", True),
        ("Lines are open until six tonight — Omar Iqbal, Customer Service Manager", True),
        ("Returns are due on Friday. (Kay Orr, Head of Rents and Repairs)", True),
        ("Doors open at ten 🎉 Mhairi MacLean, Team Leader #housing", True),
        ("We have moved the drop-in to Thursday.\nGlen Doak, Complaints Adviser", True),
        ("The survey closes at noon. – Sal, comms team", True),
        ("The survey closes at noon.\n\nAda de Vries | Director of Regulation\n#tenants", True),
        ("Good questions tonight, thank you all.\nGraham, Engagement Officer", True),
        ("The form is shorter from April. Ailsa (Policy team)", True),
        ("Phones are back. 📞 Kirsty from the comms team", True),
        ("We are closed on Monday. Press office", True),
        ("Happy St Andrew's Day! - The web team", True),
        ("The figures are for March. Rhona Weir | Statistician", True),
        ("hi all, Alan here fae the tenant participation team", True),
        ("I'm the new head of communications and this is my first post", True),
        ("Reply from Ellen Baxter, Senior Regulation Analyst: it is for the year", True),
        ("Please do fill it in. Nan Weir, board member", True),
        ("Great to see Kirsty from the comms team", False),
        ("If you need it in print, ask our press office", False),
        ("A message from Ellen Baxter, Policy Officer at Linlaw Homes: come along", False),
        ("I'm a member of the gym and the library", False),
        ("I'm the manager's biggest fan", False),
        ("Who won it in the end? The netball team", False),
        ("Thanks to Jane Hendry, Communications Officer at Linlaw Homes", False),
        ("Great to meet Jane Hendry, Communications Officer", False),
        ("A fine talk. Jane Hendry, Communications Officer at Linlaw Homes, drew the pictures.", False),
        ("Congratulations, Omar Iqbal, Customer Service Manager", False),
        ("We were shown round by the new chair (Kay Orr, Head of Rents)", False),
        ("On the panel: Kay Orr, Head of Rents", False),
        ("“Every tenant should have a say.” Glen Doak, Chief Executive", False),
        ("That is fair enough. Kay Orr, please send us your number", False),
        ("We can't comment on that, I'm afraid.", False),
        ("Read it at www.shr.example/report", False),
        ("All set for Monday. Fiona, comms team", True),
        ("All set for Monday. Thanks Fiona, comms team", False),
        ("A good day. Well done Nan Weir, Policy Officer", False),
        ("The survey closes at noon. Ian, research team", True),
        ("Who is it for? Research", False),
    ],
)
def test_a_post_says_who_is_speaking(text: str, said: bool) -> None:
    assert bool(quotes(IN_POST, text)) is said


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("The official SHR channel. Independent regulator of social landlords.", True),
        ("Kelvinbrae City Buses. Official updates, 06:30–20:00.", True),
        ("Comhairle nan Eilean Tuath. Cunntas oifigeil.", True),
        ("SHR Communications – here to help Mon–Fri 9–5", True),
        ("Runner. Baker. Dad. Dundee.", False),
        ("Housing policy at SHR. Views my own.", False),
        ("The unofficial fan account of Dunoon pier", False),
    ],
)
def test_a_profile_is_official(text: str, official: bool) -> None:
    assert bool(quotes(IN_PROFILE, text)) is official
