"""One's own birthday without the year; greetings and other jubilees are silent."""

from __future__ import annotations

import pytest

from companion.detectors.birthday import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("It's my 40th today and my knees sent a card", "It's my 40th today", "an age"),
        ("bday drinks 8pm", "bday drinks", "a party"),
        ("the big five-oh has come", "the big five-oh", "the big one"),
        ("It's ma birthday the morra", "It's ma birthday the morra", "Scots"),
        ("turned 30 on the bus", "turned 30", "an age reached"),
        ("Born on 29 Feb. I am eleven.", "Born on 29 Feb", "day and month"),
        ("I'm 21 tomorrow!!!", "I'm 21 tomorrow", "tomorrow"),
        ("happy birthday to me", "happy birthday to me", "to oneself"),
        ("my birthday is 3 May", "my birthday is 3 May", "day and month"),
        (
            "our wee boy's birthday is the 4th of July, he'll be 5",
            "our wee boy's birthday is the 4th of July",
            "a child's",
        ),
        ("wee Ailsa's birthday is 12 June", "wee Ailsa's birthday is 12 June", "a child's, by name"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Happy birthday Jean!", "a greeting"),
        ("10 years today in the same job", "a job"),
        ("This wall is 900 today", "a wall"),
        ('"Happy Birthday" by Altered Images', "a song"),
        ("I turned 180 degrees", "a turn"),
        ("turned 30 pages into the report", "pages"),
        ("her birthday drinks were a riot", "somebody else's"),
        ("I scored my 40th today", "a goal"),
        ("why do birthdays cost so much", "in general"),
        ("50 today, 20 tomorrow: this weather", "the weather"),
        ("Burns's birthday is 25 January", "a poet's"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
