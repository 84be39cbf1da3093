"""A disclaimer in people's own words; retweets that endorse nothing, and jokes, are none."""

from __future__ import annotations

import pytest

from companion.detectors import disclaimer
from tests.companion.detectors.examples import quotes

DETECTOR = disclaimer.detector(["Scottish Housing Regulator", "SHR"], ["I speak for the cat alone"])


@pytest.mark.parametrize(
    "text",
    [
        "The views expressed here are my own and do not necessarily reflect the views of my employer.",
        "Views my own, obviously.",
        "All opinions mine",
        "tweets = mine",
        "Own views.",
        "Personal views only",
        "Not my employer's",
        "my views don't represent my employer",
        "These are my views, not those of the council",
        "My take, not SHR's.",
        "Speaking for me and only me",
        "posting personally here",
        "Tweeting in a personal capacity",
        "This is jist me talkin, no the work",
        "Don't blame work for this one, blame me.",
        "nothing here should be read as my department's opinion",
        "Views are those of the author and do not represent those of the Commission",
        "Opinions are ma ain",
        "my opinions, naebody else's",
        "what I post is on me, not on my work",
        "Not speaking for SHR.",
        "Mine, not the boss's",
        "These opinions belong to me",
        "i speak for the CAT  alone",
        "These are my thoughts. My employer has its own.",
        "My opinion. SHR may have its own.",
        "I'm not saying this for them. I'm saying it for me.",
        "My opinion alone. Nobody asked me to say it.",
        "None of this is official. It's just me.",
        "That's my view. It isn't SHR's.",
        "It is not what SHR thinks.",
        "The views of tenants are their own, and my views are my own",
    ],
)
def test_a_disclaimer_is_recognised(text: str) -> None:
    assert quotes(DETECTOR, text) != []


@pytest.mark.parametrize(
    "text",
    [
        "RTs are not endorsements",
        "Retweet ≠ endorsement",
        "Don't count own views",
        "Views are not my own and are those of our lizard overlords",
        "Some of the views are mine, some are other teams'.",
        "These are my employer's views and I'm sticking to them",
        "No DMs. No medical advice. No refunds.",
        "This isn't legal advice.",
        "Views occasionally my own",
        "my opinion of the boss is high",
        "No personal attacks please",
        "What a view from my own window",
        "The views of tenants are their own",
        "landlords have strong opinions: their views are their own",
        "My boss has his own.",
        "It's not what SHR promised",
        "None of this is new. It's just obvious.",
        "isn't SHR great",
    ],
)
def test_what_only_sounds_like_one_is_not(text: str) -> None:
    assert quotes(DETECTOR, text) == []
