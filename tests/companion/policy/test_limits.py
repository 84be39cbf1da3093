"""How long the sites say a text is."""

from __future__ import annotations

import time
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
        ("twitter3", "bbc.co.uk", 23, "a link without a scheme is one, too"),
        ("twitter3", "BBC.co.uk/news/uk-1.", 24, "with its path, without the full stop of the sentence"),
        ("twitter3", "It is at an end.It was good", 44, "so X reads it: .it is Italy"),
        ("twitter3", "README.md", 23, ".md is Moldova"),
        ("twitter3", "bbc.co.uk.zzz", 27, "as far as it is a domain"),
        ("twitter3", "bbc.co.uk?a=1", 27, "without a path, what is asked for is not of it"),
        ("twitter3", "bbc.co.uk/?a=1", 23, "with one it is"),
        ("twitter3", "bbc.co.uk, bbc.com", 48, "two"),
        ("twitter3", "見てbbc.co.ukです", 31, "letters of other scripts end it"),
        ("twitter3", "https://example.org/aです", 27, "also with a scheme"),
        ("twitter3", "https://example.org/A_(b)", 23, "brackets of the link"),
        ("twitter3", "(https://example.org/a)", 25, "brackets of the sentence"),
        ("twitter3", "https://localhost/a", 19, "no top-level domain, no link"),
        ("twitter3", "me@bbc.co.uk", 12, "an address of e-mail is none"),
        ("twitter3", "@bbc.com #bbc.com $bbc.com", 26, "nor a mention, a hashtag, a share"),
        ("twitter3", "foo_bar.com bbc.com@x", 21, "nor what is stuck to other signs"),
        ("twitter3", "e.g. at 10.30am, v1.2.3", 23, "nor an abbreviation, a time, a version"),
        ("mastodon", "bbc.co.uk", 9, "there a link has its scheme"),
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


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "see https://example.org/a/very/long/path/that/goes/on ok",
            4 + 11 + 16 + 3,
            "the host, 13 of the path, three dots",
        ),
        ("see https://example.org/short.", 4 + 11 + 6 + 1, "the path as it is, and the full stop of the sentence"),
        ("https://example.org/", 11, "a lone slash goes"),
        ("(https://example.org/abcdefghijklmnopqrs)", 1 + 11 + 16 + 1, "the bracket is of the sentence"),
        ("https://example.org/?question=what-is-it", 11 + 16, "what is asked for is of the path"),
        ("bbc.co.uk/news/uk-scotland-12345", 32, "without its scheme it counts as it stands"),
        ("x https://[::1 y", 16, "no address"),
    ],
)
def test_bluesky_counts_links_as_it_shows_them(text: str, expected: int, why: str) -> None:
    limit = Limit(rule="graphemes", max=300)
    assert length(text, limit, "bluesky") == expected, why
    assert length(text, limit) == len(text), "no other site does"
    assert room_left(Draft(text=text, site="bluesky", limit=limit)) == 300 - expected


def test_room_left() -> None:
    assert room_left(Draft(text="hello", limit=Limit(rule="codepoints", max=3))) == -2
    assert room_left(Draft(text="hello")) == float("inf")


@pytest.mark.parametrize(
    "text",
    ["a." * 50_000, "a.com/" + "(" * 99_000, "a.com/" + "(a" * 49_000, "https://" * 12_000, "a.com?" + "." * 99_000],
)
def test_no_text_makes_it_slow(text: str) -> None:
    began = time.process_time()
    length(text, Limit(rule="twitter3", max=1))
    assert time.process_time() - began < 2.5
