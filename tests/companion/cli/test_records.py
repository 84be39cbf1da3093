"""`forepost records`: found, kept, taken out and deleted, beside a companion that has the record open."""

from __future__ import annotations

import csv
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.cli import main
from companion.cli.ending import Exit
from companion.draft import Account
from companion.store.paths import places
from companion.store.records import Records

WORDS = ("The library is open on Sunday.", "The bins go out on Monday.", "=SUM(A1) is how it begins.")


@pytest.fixture
def open_record(tmp_path: Path) -> Records:
    """As the companion has it, for as long as it runs."""
    records = Records(places(tmp_path).record, lambda: datetime(2026, 11, 22, 12, 30, tzinfo=UTC))
    for text in WORDS:
        add(records, text)
    return records


def add(records: Records, text: str) -> int | None:
    return records.add(
        site="x.com",
        surface="post",
        mode="official",
        account=Account(id="1", name="@Council"),
        text=text,
        link=None,
        left="unsure",
        signal="none",
    )


def records(folder: Path, *words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["records", *words, "--state", str(folder)], input=stdin)


def test_without_a_record_it_says_so_and_makes_none(tmp_path: Path) -> None:
    for words in (["list"], ["search", "a"], ["export"], ["delete", "--all", "--yes"], ["keep", "1"]):
        done = records(tmp_path, *words)
        assert (done.exit_code, "There is no record here" in done.output) == (Exit.ERROR, True)
    assert list(tmp_path.iterdir()) == []


def test_the_newest_first(tmp_path: Path, open_record: Records) -> None:
    shown = records(tmp_path, "list", "-n", "2").output
    assert shown.index(WORDS[2]) < shown.index(WORDS[1])
    assert WORDS[0] not in shown
    assert "3  2026-11-22T12:30:00Z  x.com  @Council · not sure that it left" in shown


@pytest.mark.parametrize("words", [["list"], ["search", "the"]])
def test_that_there_are_more_is_said(tmp_path: Path, open_record: Records, words: list[str]) -> None:
    add(open_record, "The park is open.")
    done = records(tmp_path, *words, "-n", "2")
    assert done.stdout.count("2026-11-22") == 2
    assert done.stderr == "The newest 2 are shown; there are more. To see them: -n 20\n"
    assert records(tmp_path, *words, "-n", "20").stderr == ""


def test_search_finds_by_the_beginning_of_words(tmp_path: Path, open_record: Records) -> None:
    found = records(tmp_path, "search", "libr", "sun").output
    assert WORDS[0] in found
    assert WORDS[1] not in found
    assert records(tmp_path, "search", "nothing").output == "Nothing found.\n"


def test_export_as_csv_and_json(tmp_path: Path, open_record: Records) -> None:
    rows = list(csv.DictReader(records(tmp_path, "export").output.splitlines()))
    assert [row["text"] for row in rows] == [*WORDS[:2], "'" + WORDS[2]]
    file = tmp_path / "posts.json"
    assert records(tmp_path, "export", str(file)).exit_code == 0
    assert [entry["text"] for entry in json.loads(file.read_text())] == list(WORDS)
    assert file.stat().st_mode & 0o777 == 0o600
    again = records(tmp_path, "export", str(file))
    assert (again.exit_code, "left as it is" in again.output) == (Exit.ERROR, True)


def test_a_spreadsheet_is_told_the_encoding_of_the_table(tmp_path: Path, open_record: Records) -> None:
    """Else Excel shows £ as two other signs. What goes down a pipe is for programs, which want no mark."""
    add(open_record, "It costs £5 at the café.")
    file = tmp_path / "posts.csv"
    assert records(tmp_path, "export", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,at,site")
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert rows[-1]["text"] == "It costs £5 at the café."
    assert records(tmp_path, "export").output.startswith("id,at,site")


def test_keep_and_delete_one(tmp_path: Path, open_record: Records) -> None:
    assert records(tmp_path, "keep", "1").output == "Number 1 stays until you delete it.\n"
    assert [entry.keep for entry in open_record.newest()] == [False, False, True]
    assert records(tmp_path, "keep", "1", "--off").exit_code == 0
    assert records(tmp_path, "delete", "2", stdin="n\n").exit_code == 1
    assert records(tmp_path, "delete", "2", stdin="y\n").exit_code == 0
    assert [entry.id for entry in open_record.newest()] == [3, 1]
    for words in (["keep", "2"], ["delete", "2", "--yes"]):
        done = records(tmp_path, *words)
        assert (done.exit_code, "There is no number 2" in done.output) == (Exit.ERROR, True)


@pytest.mark.parametrize("words", [[], ["1", "--all"]])
def test_what_to_delete_must_be_said(tmp_path: Path, open_record: Records, words: list[str]) -> None:
    done = records(tmp_path, "delete", "--yes", *words)
    assert (done.exit_code, "Nothing was deleted" in done.output) == (Exit.ERROR, True)
    assert open_record.count() == 3


def test_after_all_was_deleted_the_companion_goes_on_with_a_new_record(tmp_path: Path, open_record: Records) -> None:
    """It had the file open: what it keeps next must not go the way of the deleted one."""
    assert records(tmp_path, "delete", "--all", "--yes").exit_code == 0
    assert not [path for path in tmp_path.iterdir() if "sqlite3" in path.name]
    assert open_record.newest() == []
    assert add(open_record, "A new one.") == 1
    assert "A new one." in records(tmp_path, "list").output


def test_a_record_that_somebody_else_is_writing_is_said_plainly(
    tmp_path: Path, open_record: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.store.database.BUSY", 0.05)
    other = sqlite3.connect(places(tmp_path).record)
    other.execute("BEGIN IMMEDIATE")
    done = records(tmp_path, "keep", "1")
    other.close()
    assert (done.exit_code, "Nothing was changed" in done.output) == (Exit.ERROR, True)


@pytest.mark.parametrize(
    "words", [["list"], ["search", "library"], ["export"], ["keep", "1"], ["delete", "--all", "--yes"]]
)
@pytest.mark.parametrize("damage", ["cut short", "a page lost"])
def test_a_damaged_record_is_kept_aside_and_said(
    tmp_path: Path, open_record: Records, damage: str, words: list[str]
) -> None:
    """Not "Nothing found", and not a disk that is full: the words may still be in the file that was put aside."""
    for number in range(60):
        add(open_record, f"number {number} " * 200)
    open_record.database.close()
    path = places(tmp_path).record
    whole = path.read_bytes()
    path.write_bytes(whole[:20_000] if damage == "cut short" else whole[:4096] + bytes(len(whole) - 4096))
    done = records(tmp_path, *words)
    (aside,) = tmp_path.glob("record.sqlite3.broken-*")
    assert done.exit_code == Exit.ERROR
    assert f"It is kept as {aside.name} in {tmp_path}" in done.output
    assert "disk is full" not in done.output
    assert "Nothing found" not in done.output
