"""How long the sites say a text is."""

from __future__ import annotations

from typing import Literal

import pytest

from companion.draft import Draft, Limit
from companion.policy.limits import length, room_left


@pytest.mark.parametrize(
    ("rule", "text", "expected", "why"),
    [
        ("codepoints", "a👍é", 3, "one each"),
        ("utf16", "a👍é", 4, "an emoji is two units"),
        ("graphemes", "a👩‍👩‍👧‍👦e\u0301", 3, "what a reader would count"),
        ("twitter3", "hello", 5, "light characters"),
        ("twitter3", "👍👩‍👩‍👧‍👦", 4, "an emoji is two, a family too"),
        ("twitter3", "日本", 4, "heavy characters"),
        ("twitter3", "see https://example.org/a/very/long/path/that/goes/on ok", 30, "a link is 23"),
        ("twitter3", "see https://example.org/a.", 28, "the full stop is of the sentence"),
        ("twitter3", "cafe\u0301", 4, "a letter and its accent are one"),
        ("mastodon", "hello @mairi@social.example", 12, "without the other server"),
        ("mastodon", "mail mairi@social.example", 25, "an address is no mention"),
        ("mastodon", "see https://example.org/a/very/long/path/that/goes/on ok", 30, "a link is 23"),
        ("mastodon", "👍", 1, "an emoji is one"),
    ],
)
def test_length(
    rule: Literal["graphemes", "codepoints", "utf16", "twitter3", "mastodon"], text: str, expected: int, why: str
) -> None:
    assert length(text, Limit(rule=rule, max=1)) == expected, why


def test_room_left() -> None:
    assert room_left(Draft(text="hello", limit=Limit(rule="codepoints", max=3))) == -2
    assert room_left(Draft(text="hello")) == float("inf")
