"""Reads the posts of a Facebook export in HTML: blocks of a heading, the words and the date.

Shape: each entry is an element of the class `_a6-g`, with its heading in `_a6-h`, its words in `_a6-p` (in `_2pin`)
and its date in `_a72d` or `_a6-o`, as seen in the tests of public readers of these exports (found by those names).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread
from companion.archive.facebook import SITE
from companion.archive.markup import Markup, Words
from companion.archive.reading import Chunks, Damaged
from companion.draft import Surface

POSTS = re.compile(r"(?:your_posts|profile_posts|group_posts)\w*\.html?|your_(?:group_posts|comments)\w*\.html?", re.I)
COMMENTS = re.compile(r"comments(?:_\d+)?\.html?", re.I)
_MAX_PENDING = 1024 * 1024  # characters of one tag or comment
_MAX_OPEN = 256  # elements inside one another
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
    for text, written in _blocks(page, chunks):
        number += 1
        yield Post(text, SITE, surface, f"entry {number}", day_of(written)) if text else Passed("wordless")
    if not number:
        yield Unread("It has no entries in the form Facebook's pages had when this was written.")


def _blocks(page: _Page, chunks: Chunks) -> Iterator[tuple[str, str]]:
    for chunk in chunks:
        page.feed(chunk)
        if len(page.pending) > _MAX_PENDING:
            raise Damaged("The page breaks off inside a tag; what stands before was read.")
        yield from page.taken()
    page.finish()
    yield from page.taken()
    if page.is_cut_off:
        raise Damaged("The page breaks off inside a comment or a script; what stands before was read.")


class _Page(Markup):
    """Follows the elements of the page and sets down each block that has ended: its words and its date."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []  # every open element: its tag, and its part in a block or ""
        self._tags: Counter[str] = Counter()  # of the open elements
        self._parts: Counter[str] = Counter()
        self._new_block()

    def _new_block(self) -> None:
        self._all, self._pinned, self._date, self._size = Words(), Words(), "", 0

    def opened(self, tag: str, classes: set[str]) -> None:
        if tag not in _VOID:
            part = self._part(classes)
            self._open.append((tag, part))
            self._tags[tag] += 1
            self._parts[part] += 1
            if len(self._open) > _MAX_OPEN:
                raise Damaged("The page is nested more deeply than any export; what stands before was read.")
        for words in self._listening():
            words.opened(tag, classes)

    def closed(self, tag: str) -> None:
        if not self._tags[tag]:
            return
        for words in self._listening():
            words.closed(tag)
        name = ""
        while name != tag:
            name, part = self._open.pop()
            self._tags[name] -= 1
            self._parts[part] -= 1
            if part == "block":
                self._set_down()

    def said(self, text: str) -> None:
        if not self._parts["block"]:
            return
        self._size += len(text)
        if self._size > _MAX_PENDING:
            raise Damaged("One entry is larger than any post; what stands before was read.")
        if self._parts["date"]:
            self._date += text
        for words in self._listening():
            words.said(text)

    def taken(self) -> list[tuple[str, str]]:
        """The blocks set down since the last call."""
        blocks, self._blocks = self._blocks, []
        return blocks

    def finish(self) -> None:
        """Set down a block that the end of the file cut off."""
        self.close()
        if self._parts["block"]:
            self._set_down()

    def _part(self, classes: set[str]) -> str:
        if not self._parts["block"]:
            return "block" if "_a6-g" in classes else ""
        if self._parts["words"]:
            return "pinned" if "_2pin" in classes else ""
        if "_a6-p" in classes:
            return "words"
        return "date" if classes & {"_a72d", "_a6-o"} else ""

    def _listening(self) -> list[Words]:
        return ([self._all] if self._parts["words"] else []) + ([self._pinned] if self._parts["pinned"] else [])

    def _set_down(self) -> None:
        text = _UPDATED.sub("", self._pinned.words() or self._all.words()).strip()
        self._blocks.append((text, self._date.strip()))
        self._new_block()
