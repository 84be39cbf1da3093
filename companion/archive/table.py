"""Reads tables: any CSV with a column `text`; and one row at a time for the exports that are tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread, an_id, https
from companion.archive.reading import Chunks, lines

KNOWN = ("text", "id", "date", "site", "link")  # the columns this reads; every other one is reported
_A_NAME = re.compile(r"(?=.{1,30}$)(?!.*\d{3})[^\W\d]\w*(?:[ .()-]{1,2}\w+){0,2}\)?")  # three words and no number


@dataclass(frozen=True, slots=True)
class Row:
    number: int  # of the line it ends on, as an editor counts
    cells: Mapping[str, str]


def rows(chunks: Chunks, *, escape: str | None = None) -> Iterator[Row | Unread | Sequence[str]]:
    """First the names of the columns as they stand, then each row by lower-case name. Bad rows are told at the end."""
    reader = csv.reader(lines(chunks), escapechar=escape, delimiter=",")
    names: list[str] | None = None
    lost = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:  # a cell of more than 131,072 characters
            lost += 1
            continue
        if names is None:
            if len([cell for cell in cells if cell.strip()]) < 1:
                continue
            names = [cell.strip().lower() for cell in cells]
            yield cells
        elif any(cells):
            yield Row(reader.line_num, dict(zip(names, cells, strict=False)))
    if lost:
        yield Unread(f"{lost:,} of its rows cannot be read: a quotation mark is probably missing.")


def named(names: Sequence[str]) -> tuple[str, ...]:
    """The column names that look like names, for the person's eyes; a header may be missing and hold a post."""
    return tuple(name for name in (one.strip() for one in names) if _A_NAME.fullmatch(name))[:12]


def read(chunks: Chunks) -> Entries:
    """The posts of a CSV with a column `text`. Nothing is guessed: without it, its columns are told instead."""
    known = False
    for row in rows(chunks):
        if isinstance(row, Unread):
            yield row
        elif not isinstance(row, Row):
            known = "text" in [name.strip().lower() for name in row]
            if not known:
                yield Unread("It has no column called “text”. Give the column of the posts this name.", named(row))
                return
            if others := [name for name in row if name.strip().lower() not in KNOWN]:
                yield Unread(f"{_columns(len(others))} not read.", named(others), loses_posts=False)
        elif not row.cells.get("text", "").strip():
            yield Passed("wordless")
        else:
            yield _post(row)


def _columns(count: int) -> str:
    return "One of its columns was" if count == 1 else f"{count} of its columns were"


def _post(row: Row) -> Post:
    cells = row.cells
    return Post(
        text=cells["text"],
        site=cells.get("site", "")[:40],
        id=an_id(cells.get("id", ""), f"line {row.number}"),
        day=day_of(cells.get("date")),
        link=https(cells.get("link")),
    )
