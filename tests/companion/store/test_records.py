"""The record of official posts: what is kept, found, exported, deleted, and how an older file becomes a present one."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from companion.draft import Account
from companion.store.records import MIGRATIONS, Records

START = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


class Day:
    """A clock that goes on only when a test says so."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def records(tmp_path: Path, day: Day) -> Iterator[Records]:
    found = Records(tmp_path / "record.sqlite3", day)
    yield found
    found.database.close()


POST: dict[str, Any] = {
    "site": "x.com",
    "surface": "post",
    "mode": "official",
    "account": Account(id="1", name="@Council"),
    "text": "The library is open on Sunday.",
    "link": None,
    "left": "sent",
    "signal": "site-said-so",
}


def test_only_official_posts_are_kept_and_without_one_there_is_no_file(records: Records) -> None:
    for mode in ("personal", "professional"):
        assert records.add(**{**POST, "mode": mode}) is None
    assert (records.newest(), records.search("library"), records.count(), records.tidy(1)) == ([], [], 0, 0)
    assert not records.database.path.exists()


def test_a_post_is_kept_for_this_user_alone_and_survives_a_restart(records: Records, tmp_path: Path, day: Day) -> None:
    assert records.add(**POST) == 1
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    records.database.close()
    (entry,) = Records(tmp_path / "record.sqlite3", day).newest()
    assert (entry.at, entry.site, entry.account_name, entry.text) == (
        "2026-11-22T12:30:00Z",
        "x.com",
        "@Council",
        "The library is open on Sunday.",
    )
    assert (entry.left, entry.signal, entry.keep) == ("sent", "site-said-so", False)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("library", [1]),
        ("LIBRARY sunday", [1]),
        ("libr", [1]),
        ("cafe", [2]),
        ("council", [2, 1]),
        ("library cafe", []),
        ('" OR 1', []),
        ("text:library", []),
        ("  ", [2, 1]),
    ],
)
def test_words_are_found_in_any_case_and_as_words_only(records: Records, query: str, found: list[int]) -> None:
    records.add(**POST)
    records.add(**{**POST, "text": "Our Café has closed."})
    assert [entry.id for entry in records.search(query)] == found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Well done all 🎉", "🎉", True),
        ("Well done all🎉🎊", "🎊", True),
        ("Well done all🎉🎊", "all", True),
        ("Well done all 🎉", "🎊", False),
        ("We ❤️ our library", "❤", True),
        ("Thanks 👍🏽", "👍", True),
        ("Our team 👩‍👩‍👧", "👩‍👩‍👧", True),
        ("Open in 🇬🇧", "🇬🇧", True),
        ("Die Straße ist gesperrt", "strasse", True),
        ("Die Strasse ist gesperrt", "STRASSE", True),
        ("Die Strasse ist gesperrt", "straße", True),
        ("Cafe\u0301 closed", "café", True),
        ("𝗟𝗶𝗯𝗿𝗮𝗿𝘆 open", "library", True),
        ("We don’t know", "don’t", True),
        ("We don’t know", "don't", True),
        ("A — B", "—", False),
        ("Closed\0 today", "closed\0", True),
    ],
)
def test_what_is_seen_is_found(records: Records, text: str, query: str, found: bool) -> None:
    records.add(**{**POST, "text": text})
    assert bool(records.search(query)) is found


@pytest.mark.parametrize(
    "beginning", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\t=", "\u00a0=", "\ufeff=", "＝", "＋", "＠", " －"]
)
def test_no_cell_of_the_table_begins_a_formula(records: Records, beginning: str) -> None:
    records.add(**{**POST, "text": f"{beginning}1+1", "account": Account(id="1", name=f"{beginning}A1")})
    (row,) = csv.DictReader(io.StringIO("".join(records.export_csv()), newline=""))
    assert (row["text"], row["account_name"]) == (f"'{beginning}1+1", f"'{beginning}A1")


@pytest.mark.parametrize("text", ["Open = good", "  two blanks first", "“-1” degrees", "🎉 = party", ""])
def test_a_cell_that_begins_no_formula_is_as_it_was(records: Records, text: str) -> None:
    records.add(**{**POST, "text": text})
    (row,) = csv.DictReader(io.StringIO("".join(records.export_csv()), newline=""))
    assert row["text"] == text


def test_who_is_unsure_is_asked_once_and_settles_it(records: Records) -> None:
    for number in range(3):
        records.add(**{**POST, "left": "unsure", "signal": "editor-emptied", "text": f"number {number}"})
    asked = records.to_ask()
    assert len(asked) == 3
    assert records.to_ask() == asked, "until it is noted that they were asked about"
    records.asked_about(asked)
    assert records.to_ask() == []
    beside = records.add(**{**POST, "left": "unsure", "signal": "editor-emptied", "text": "asked beside the post"})
    assert beside is not None
    records.settle(beside, sent=None, link=None)
    assert records.to_ask() == [], "asked beside the post, it is not asked again on the page"
    assert records.newest()[0].left == "unsure"
    records.delete(beside)
    records.settle(1, sent=True, link=None)
    records.settle(2, sent=False, link=None)
    records.settle(3, sent=True, link="https://x.com/1")
    told = [(entry.id, entry.left, entry.signal, entry.link) for entry in records.newest()]
    assert told == [(3, "sent", "link-seen", "https://x.com/1"), (1, "sent", "you-said-so", None)]


def test_a_number_larger_than_any_is_one_that_is_not_there(records: Records) -> None:
    records.add(**POST)
    records.settle(2**70, sent=True, link=None)
    records.settle(2**70, sent=False, link=None)
    records.settle(2**70, sent=None, link=None)
    assert (records.get(2**70), records.keep(2**70, True), records.delete(2**70)) == (None, False, False)
    assert len(records.newest(2**70)) == 1


def test_what_is_deleted_is_in_no_byte_of_any_file(records: Records, tmp_path: Path) -> None:
    records.add(**{**POST, "text": "xyzzy7719plugh is out"})
    records.add(**POST)
    assert records.search("xyzzy7719plugh")
    assert records.delete(1)
    assert not records.delete(1)
    assert records.search("xyzzy7719plugh") == []
    assert not [path for path in tmp_path.iterdir() if b"xyzzy7719plugh" in path.read_bytes()]
    records.delete_all()
    assert list(tmp_path.iterdir()) == []


def test_time_takes_away_what_is_not_marked_to_keep(records: Records, day: Day) -> None:
    for text in ("first", "second"):
        records.add(**{**POST, "text": text})
    records.keep(1, True)
    for _ in range(13):
        day.pass_days(30)
        records.tidy(keep_days=365)
    assert [entry.text for entry in records.newest()] == ["first"]


def test_a_clock_that_jumped_deletes_nothing_until_it_has_held_for_a_day(records: Records, day: Day) -> None:
    records.add(**POST)
    records.tidy(365)
    day.pass_days(4000)
    assert records.tidy(365) == 0
    day.now = START + timedelta(hours=1)  # it was set right again
    assert records.tidy(365) == 0
    assert records.count() == 1
    day.pass_days(4000)  # and this time it was right
    assert records.tidy(365) == 0
    day.pass_days(1)
    assert records.tidy(365) == 1


def test_the_exports_hold_everything_and_no_formula(records: Records) -> None:
    for number in range(230):
        records.add(**{**POST, "text": f"=cmd number {number}\nsecond line"})
    whole = json.loads("".join(records.export_json()))
    assert [entry["id"] for entry in whole] == list(range(1, 231))
    assert whole[7]["text"] == "=cmd number 7\nsecond line"
    rows = list(csv.DictReader("".join(records.export_csv()).splitlines(keepends=True)))
    assert len(rows) == 230
    assert rows[7]["text"] == "'=cmd number 7\nsecond line"


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path, day: Day, version: int) -> None:
    path = tmp_path / "record.sqlite3"
    link = sqlite3.connect(path)
    link.executescript("".join(MIGRATIONS[:version]) + f"PRAGMA user_version = {version};")
    link.execute(
        'INSERT INTO record (at, site, surface, account, account_name, text, "left", signal)'
        " VALUES ('2025-01-02T03:04:05Z', 'x.com', 'post', '', '', 'an old Straße 🎉 of the library', 'sent', 'none')"
    )
    link.commit()
    link.close()
    records = Records(path, day)
    (entry,) = records.search("library strasse 🎉")
    assert (entry.at, entry.keep) == ("2025-01-02T03:04:05Z", False)
    assert records.add(**POST) == 2
    assert records.delete(1)
    assert [found.id for found in records.search("library")] == [2]
    records.database.close()


def test_a_broken_file_is_kept_aside_and_said(tmp_path: Path, day: Day) -> None:
    path = tmp_path / "record.sqlite3"
    path.write_bytes(b"this is no database " * 100)
    records = Records(path, day)
    assert records.add(**POST) == 1
    (aside,) = tmp_path.glob("record.sqlite3.broken-*")
    assert aside.read_bytes().startswith(b"this is no database")
    assert records.database.notice is not None
    assert aside.name in records.database.notice
    records.database.close()


def test_a_fault_that_is_not_the_file_s_leaves_the_file_be(records: Records, tmp_path: Path) -> None:
    records.add(**POST)
    with pytest.raises(sqlite3.IntegrityError):
        records.add(**POST | {"site": None})
    assert (records.count(), list(tmp_path.glob("*.broken-*"))) == (1, [])
