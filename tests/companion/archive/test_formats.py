"""Each export is read as its site writes it; what is not as expected is told, and never guessed."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from companion.archive import facebook, facebook_html, linkedin, listed, mastodon, plain, table, x
from companion.archive.days import day_of
from companion.archive.entries import Bio, Entries, Entry, Passed, PassedOver, Post, Unread
from companion.archive.markup import Words, words_of
from companion.archive.reading import Chunks, Damaged

ARCHIVES = Path(__file__).parent.parent / "archives"
Read = Callable[[Chunks], Entries]


def read(reader: Read, raw: str | bytes) -> list[Entry]:
    return list(reader(Chunks(io.BytesIO(raw if isinstance(raw, bytes) else raw.encode()))))


def sample(reader: Read, name: str) -> list[Entry]:
    return read(reader, (ARCHIVES / name).read_bytes())


def posts(entries: list[Entry]) -> list[Post]:
    return [one for one in entries if isinstance(one, Post)]


@pytest.mark.parametrize(
    ("reader", "name", "expected"),
    [
        (
            x.read,
            "x/data/tweets.js",
            [
                (
                    "Locked out again. If anyone is passing, ring me on 07700 900123 & I'll come down.",
                    "post",
                    date(2023, 2, 18),
                ),
                ("A good morning on the hill, and soup after.", "post", date(2023, 3, 5)),
                (
                    "@somebody the wifi here is dreadful, password: Tr0ub4dor-99 if you need it",
                    "reply",
                    date(2023, 5, 2),
                ),
                (
                    "Slides are here https://example.sharepoint.com/:p:/s/board/EQx1?e=abc123",
                    "post",
                    date(2023, 6, 14),
                ),
                ("Snow on the line again. Trains every two hours, they say.", "post", date(2019, 1, 10)),
            ],
        ),
        (
            linkedin.read,
            "linkedin/Shares.csv",
            [
                ('A "good" day out with the team.\n\nSlides on request: ring 07700 900456.', "post", date(2024, 3, 2)),
                ("Pleased to speak about planning on Thursday.", "post", date(2024, 2, 1)),
            ],
        ),
        (
            linkedin.read_comments,
            "linkedin/Comments.csv",
            [('He said "write to me", so: isla.example@gmail.com', "comment", date(2024, 3, 3))],
        ),
        (
            facebook.read,
            "facebook/your_facebook_activity/posts/your_posts_1.json",
            [
                (
                    "New year, new flat! We’re at 14 Invented Street, Glasgow G2 1ZZ. Café downstairs 👍",
                    "post",
                    date(2021, 1, 1),
                ),
                ("The view from the top – worth it.", "post", date(2021, 2, 1)),
            ],
        ),
        (
            facebook.read,
            "facebook/your_facebook_activity/comments_and_reactions/comments.json",
            [("Text me: 07700 900321 – Zoë", "comment", date(2021, 4, 1))],
        ),
        (
            facebook_html.read,
            "facebook-html/posts/your_posts__check_ins__photos_and_videos_1.html",
            [
                (
                    "Lost my phone at the fair & found it.\nIf yours is gone too: ring 07700 900654",
                    "post",
                    date(2021, 10, 19),
                ),
                ("Just a hill.", "post", date(2013, 3, 25)),
            ],
        ),
        (
            mastodon.read,
            "mastodon/outbox.json",
            [
                ("Moved here at last. Hello!\n\nRing me:\n07700 900987 & say hello", "post", date(2022, 11, 2)),
                ("Followers only, and nothing much.", "post", date(2022, 11, 5)),
                ("links\n\nSee https://example.org/a/long/way", "reply", date(2022, 11, 6)),
            ],
        ),
    ],
)
def test_the_words_and_days_of_each_export(reader: Read, name: str, expected: list[tuple[str, str, date]]) -> None:
    assert [(one.text, one.surface, one.day) for one in posts(sample(reader, name))] == expected


@pytest.mark.parametrize(
    ("reader", "name", "reason"),
    [
        (x.read, "x/data/tweets.js", "repost"),
        (mastodon.read, "mastodon/outbox.json", "repost"),
        (mastodon.read, "mastodon/outbox.json", "private"),
        (linkedin.read, "linkedin/Shares.csv", "wordless"),
        (facebook.read, "facebook/your_facebook_activity/posts/your_posts_1.json", "wordless"),
    ],
)
def test_what_is_not_the_persons_public_word_is_passed_over(reader: Read, name: str, reason: PassedOver) -> None:
    assert Passed(reason) in sample(reader, name)


@pytest.mark.parametrize(
    ("reader", "name", "bio"),
    [
        (x.read, "x/data/profile.js", Bio("x", "Walks and soup. Views my own.")),
        (mastodon.read_profile, "mastodon/actor.json", Bio("mastodon", "Walks. Views are my own.")),
    ],
)
def test_the_profile_is_read_for_its_disclaimer(reader: Read, name: str, bio: Bio) -> None:
    assert sample(reader, name) == [bio]


def test_a_post_can_be_found_again() -> None:
    assert posts(sample(x.read, "x/data/tweets.js"))[0].link == "https://x.com/i/web/status/1500000000000000001"
    assert posts(sample(mastodon.read, "mastodon/outbox.json"))[0].link == "https://social.example/@isla/1"
    assert posts(sample(mastodon.read, "mastodon/outbox.json"))[1].audience == "followers"
    assert posts(sample(linkedin.read, "linkedin/Shares.csv"))[0].id == "urn:li:share:7000000000000000001"


def test_the_older_shapes_of_x() -> None:
    bare = 'window.YTD.tweet.part0 = [ {"id_str": "12", "text": "as it was before 2020"} ]'
    assert [one.text for one in posts(read(x.read, bare))] == ["as it was before 2020"]


@pytest.mark.parametrize(
    ("reader", "raw", "says"),
    [
        (table.read, "when,what\n1,hello\n", "no column called “text”"),
        (table.read, "text,mood\nhello,fine\n", "columns was not read"),
        (listed.read, '[{"words": "hello"}]', "1 of its 1 entries have no “text”"),
        (listed.read_lines, '{"text": "a"}\n{broken\n', "1 of its 2 entries"),
        (linkedin.read, "Date,Something\n2020-01-01,hello\n", "not the columns LinkedIn writes"),
        (linkedin.read, "Date,ShareCommentary,Mood\n2020-01-01,hello,fine\n", "columns that were not there"),
        (facebook.read, '[{"title": "x"}]', "not written as Facebook"),
        (facebook_html.read, "<html><div>hello</div></html>", "no entries in the form"),
        (mastodon.read, '{"orderedItems": [{"type": "Like"}]}', "neither posts nor boosts"),
        (mastodon.read, '{"first": "outbox?page=1"}', "no list “orderedItems”"),
        (x.read, "window.YTD.tweets.part0 = [1]", "not posts as X writes them"),
        (plain.read, "a" * 100_001, "longer than 100,000"),
    ],
)
def test_what_is_not_as_expected_is_told(reader: Read, raw: str, says: str) -> None:
    told = [one for one in read(reader, raw) if isinstance(one, Unread)]
    assert len(told) == 1
    assert says in told[0].what
    assert "hello" not in told[0].what, "no word of a post"


def test_a_table_without_a_header_shows_no_post_as_a_column() -> None:
    (told,) = read(table.read, "Ring me on 07700 900123, please! Any time is fine with me,another\nx,y\n")
    assert isinstance(told, Unread)
    assert "07700" not in " ".join(told.names) + told.what


def test_unknown_columns_are_named_and_the_rest_is_read() -> None:
    entries = sample(table.read, "folder/posts.csv")
    assert Unread("One of its columns was not read.", ("mood",), False) in entries
    assert [one.id for one in posts(entries)] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("reader", "raw"),
    [
        (x.read, "not an export"),
        (x.read, 'window.YTD.tweets.part0 = [{"tweet": {"full_text": "cut o'),
        (facebook.read, "[" * 100_000),
        (mastodon.read, '{"orderedItems": [' + '{"a":' * 100_000),
        (listed.read, "null"),
        (listed.read, '["' + "a" * 5_000_000),
        (facebook_html.read, "<div class='_a6-g'>" * 2_000),
        (facebook_html.read, "<!--" + "a" * 3_000_000),
        (facebook_html.read, "<div class='_a6-g'><div class='_a6-p'>" + "word <b>" * 500_000),
        (mastodon.read_profile, "{"),
    ],
)
def test_damage_ends_the_file_with_a_sentence(reader: Read, raw: str) -> None:
    with pytest.raises(Damaged) as told:
        read(reader, raw)
    assert str(told.value).endswith(".")


def test_what_stands_before_the_damage_is_read() -> None:
    entries = listed.read(Chunks(io.BytesIO(b'["one", "two", "thr')))
    assert [one.text for one in posts([next(entries), next(entries)])] == ["one", "two"]
    with pytest.raises(Damaged):
        next(entries)


@pytest.mark.parametrize(
    ("raw", "text", "told"),
    [
        ("naïve £5".encode(), "naïve £5", False),
        (b"\xef\xbb\xbfwith a mark", "with a mark", False),
        ("in two bytes: £".encode("utf-16"), "in two bytes: £", False),
        ("£5 saved by an old editor".encode("cp1252"), "\ufffd5 saved by an old editor", True),
        ("the very sign \ufffd".encode(), "the very sign \ufffd", False),
        (b"a" * 65535 + "£".encode(), "a" * 65535 + "£", False),
    ],
)
def test_other_encodings_are_told_and_not_guessed(raw: bytes, text: str, told: bool) -> None:
    chunks = Chunks(io.BytesIO(raw))
    assert "".join(chunks) == text
    assert (chunks.trouble() is not None) == told


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("caf\xc3\xa9", "café"),
        ("\xf0\x9f\x91\x8d", "👍"),
        ("we\xe2\x80\x99re", "we’re"),
        ("a real é alone", "a real é alone"),
        ("already “fine”", "already “fine”"),
        ("caf\xc3\xa9 and “both”", "café and “both”"),
        ("\xed\xa0\x80", "\xed\xa0\x80"),
    ],
)
def test_facebooks_broken_letters_are_mended(typed: str, mended: str) -> None:
    assert facebook.mended(typed) == mended


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ('plain, with a "word" quoted', 'plain, with a "word" quoted'),
        ('first"\n"second', "first\nsecond"),
        ('"all in marks"', "all in marks"),
        ('"one" and "two"', '"one" and "two"'),
        ("", ""),
    ],
)
def test_linkedins_quotation_marks_go(raw: str, plain: str) -> None:
    assert linkedin.plain(raw) == plain


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Sat Feb 18 12:33:11 +0000 2023", date(2023, 2, 18)),
        ("2024-03-02 10:11:12", date(2024, 3, 2)),
        ("2022-11-02T10:00:00Z", date(2022, 11, 2)),
        ("Oct 19, 2025 1:47:55 pm", date(2025, 10, 19)),
        ("19 October 2025, 13:47", date(2025, 10, 19)),
        (1609459200, date(2021, 1, 1)),
        (10**30, None),
        ("02/03/2024", None),
        ("2024-13-45", None),
        ("Okt 19, 2025", None),
        (True, None),
        (None, None),
    ],
)
def test_days(value: object, day: date | None) -> None:
    assert day_of(value) == day, "a day that can be read two ways is not guessed"


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "<a x='", "</", "<!", "&", "&#", "<p>", "<script>", "a<b>"])
def test_html_is_read_in_linear_time(piece: str) -> None:
    begun = time.perf_counter()
    words_of(piece * (250_000 // len(piece)))
    assert time.perf_counter() - begun < 5, "Python's own reader takes a minute and more for some of these"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("1 < 2 &amp; 3 > 2", "1 < 2 & 3 > 2"),
        ("an unknown &thing; and a bare &", "an unknown &thing; and a bare &"),
        ("a<!-- hidden <b> -->b", "ab"),
        ("<P>One</P><P>two</P>", "One\n\ntwo"),
        ("cut <b", "cut"),
        ("I <3 you <3", "I <3 you <3"),
        ("<style>p{}</style >x", "x"),
    ],
)
def test_the_words_of_html(html: str, words: str) -> None:
    assert words_of(html) == words
    one_by_one = Words()
    for letter in html:
        one_by_one.feed(letter)
    one_by_one.close()
    assert one_by_one.words() == words, "and in pieces of any size"


def test_scripts_are_not_words() -> None:
    assert words_of("<p>One<script>alert(1)</script></p><p>two &lt;3</p>") == "One\n\ntwo <3"


@pytest.mark.parametrize("size", [1, 7, 64 * 1024])
def test_pieces_of_any_size_give_the_same_entries(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.archive.reading.CHUNK", size)
    raw = json.dumps({"a": 12, "orderedItems": [{"type": "Announce", "n": -1.5e3}] * 3, "z": [1]})
    assert read(mastodon.read, raw) == [Passed("repost")] * 3
