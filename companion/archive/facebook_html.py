"""Reads the posts of a Facebook export in HTML: blocks of a heading, the words and the date.

Shape: each entry is an element of the class `_a6-g`, with its heading in `_a6-h`, its words in `_a6-p` (there in `_2pin`)
and its date in `_a72d` or `_a6-o`, as seen in the tests of public readers of these exports (found by those names).
"""

from __future__ import annotations

import re

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread
from companion.archive.facebook import SITE
from companion.archive.markup import Words
from companion.archive.reading import Chunks, Damaged
from companion.draft import Surface

POSTS = re.compile(r"(?:your_posts|profile_posts|group_posts)\w*\.html?|your_(?:group_posts|comments)\w*\.html?", re.I)
COMMENTS = re.compile(r"comments(?:_\d+)?\.html?", re.I)
_MAX_PENDING = 1024 * 1024  # characters of one tag or comment
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UPDATED = re.compile(r"^Updated [A-Z][a-z]{2} .*$", re.M)


def read(chunks: Chunks) -> Entries:
    """The posts of one page."""
    return _read(chunks, "post")


def read_comments(chunks: Chunks) -> Entries:
    """The comments of one page."""
    return _read(chunks, "comment")


def _read(chunks: Chunks, surface: Surface) -> Entries:
    page = _Page()
    number = 0
    for chunk in chunks:
        page.feed(chunk)
        if len(page.rawdata) > _MAX_PENDING:
            raise Damaged("The page breaks off inside a tag; what stands before was read.")
        while page.blocks:
            number += 1
            text, written = page.blocks.pop(0)
            yield Post(text, SITE, surface, f"entry {number}", day_of(written)) if text else Passed("wordless")
    if not number:
        yield Unread("It has no entries in the form Facebook's pages had when this was written.")


class _Page(HTMLWords := Words):  # type: ignore[misc,valid-type]
    """Placeholder; replaced below."""
