"""Reads the posts and comments of a LinkedIn export: `Shares.csv` and `Comments.csv`.

Shape and quoting as told by the LinkedIn Analyzer project (github.com/Hermione-Granger-1176/linkedin-analyzer):
Shares.csv has Date, ShareLink, ShareCommentary, SharedUrl, MediaUrl, Visibility, with every line of a post in quotation
marks of its own; Comments.csv has Date, Link, Message, with quotation marks behind backslashes.
"""

from __future__ import annotations

import re

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread, an_id, https
from companion.archive.reading import Chunks
from companion.archive.table import Row, named, rows
from companion.draft import Surface

SITE = "linkedin"
POSTS = re.compile(r"shares(?:_\d+)?\.csv", re.I)
COMMENTS = re.compile(r"comments(?:_\d+)?\.csv", re.I)
PRIVATE = re.compile(r"(?:guide_)?messages\.csv", re.I)
_SHARES = {"date", "sharelink", "sharecommentary", "sharedurl", "mediaurl", "visibility"}
_COMMENTS = {"date", "link", "message"}


def read(chunks: Chunks) -> Entries:
    """The posts of Shares.csv."""
    return _read(chunks, "sharecommentary", "sharelink", "post", _SHARES)


def read_comments(chunks: Chunks) -> Entries:
    """The comments of Comments.csv."""
    return _read(chunks, "message", "link", "comment", _COMMENTS)


def _read(chunks: Chunks, words: str, link: str, surface: Surface, known: set[str]) -> Entries:
    for row in rows(chunks, escape="\\" if surface == "comment" else None):
        if isinstance(row, Unread):
            yield row
        elif isinstance(row, Row):
            text = plain(row.cells.get(words, ""))
            if not text.strip():
                yield Passed("wordless")  # a picture, or somebody else's post passed on
            else:
                address = https(row.cells.get(link))
                own = an_id(address.rsplit("/", 1)[-1].split("?")[0].replace("%3A", ":"), f"line {row.number}")
                yield Post(text, SITE, surface, own, day_of(row.cells.get("date")), address)
        else:
            names = [name.strip().lower() for name in row]
            if words not in names:
                yield Unread("It has not the columns LinkedIn writes.", named(row))
                return
            if others := [name for name in row if name.strip().lower() not in known]:
                yield Unread("It has columns that were not there when this was written.", named(others), False)


def plain(text: str) -> str:
    """The words as they were posted, without the quotation marks LinkedIn puts around each line of them."""
    inner = text[1:-1] if len(text) > 1 and text.startswith('"') and text.endswith('"') else text
    if '"\n"' in text or ('"' not in inner.replace('""', "")):
        return inner.replace('"\n"', "\n").replace('""', '"')
    return text
