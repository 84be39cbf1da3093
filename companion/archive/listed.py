"""Reads lists of posts in JSON or in JSON Lines: entries that are texts, or objects with `text`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread, an_id, https
from companion.archive.json_stream import entries_of
from companion.archive.reading import Chunks, lines
from companion.archive.table import KNOWN, named

_BROKEN = object()


def read(chunks: Chunks) -> Entries:
    """The posts of one JSON list."""
    return _read(entry for _, entry in entries_of(chunks))


def read_lines(chunks: Chunks) -> Entries:
    """The posts of a file with a JSON object in each line."""
    return _read(_parsed(chunks))


def _parsed(chunks: Chunks) -> Iterator[Any]:
    for line in lines(chunks):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield _BROKEN


def _read(entries: Iterable[Any]) -> Entries:
    strange = 0
    others: dict[str, None] = {}
    number = 0
    for number, entry in enumerate(entries, start=1):
        fields = {"text": entry} if isinstance(entry, str) else entry
        text = fields.get("text") if isinstance(fields, dict) else None
        if not isinstance(text, str):
            strange += 1
            continue
        others.update(dict.fromkeys(key for key in list(fields)[:50] if key not in KNOWN and len(others) < 50))
        if text.strip():
            yield _post(text, fields, f"entry {number}")
        else:
            yield Passed("wordless")
    if strange:
        yield Unread(f"{strange:,} of its {number:,} entries have no “text”. Give the part with the posts this name.")
    if others:
        yield Unread("Some parts of its entries were not read.", named(list(others)), False)


def _post(text: str, fields: dict[str, Any], position: str) -> Post:
    site = fields.get("site")
    return Post(
        text=text,
        site=site[:40] if isinstance(site, str) else "",
        id=an_id(fields.get("id"), position),
        day=day_of(fields.get("date")),
        link=https(fields.get("link")),
    )
