"""Reads the posts of a Facebook export in HTML: blocks of a heading, the words and the date.

Shape: each entry is an element of the class `_a6-g`, with its heading in `_a6-h`, its words in `_a6-p` (in `_2pin`)
and its date in `_a72d` or `_a6-o`, as seen in the tests of public readers of these exports (found by those names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread
from companion.archive.facebook import SITE
from companion.archive.markup import Words
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
        if len(page.rawdata) > _MAX_PENDING:
            raise Damaged("The page breaks off inside a tag; what stands before was read.")
        yield from page.taken()
    page.finish()
    yield from page.taken()


class _Page(HTMLParser):
    """Follows the elements of the page and sets down each block that has ended: its words and its date."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []  # every open element: its tag, and its part in a block or ""
        self._new_block()

    def _new_block(self) -> None:
        self._all, self._pinned, self._date, self._size = Words(), Words(), "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._open.append((tag, self._part(attrs)))
            if len(self._open) > _MAX_OPEN:
                raise Damaged("The page is nested more deeply than any export; what stands before was read.")
        for words in self._listening():
            words.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        for words in self._listening():
            words.handle_endtag(tag)
        name = ""
        while name != tag:
            name, part = self._open.pop()
            if part == "block":
                self._set_down()

    def handle_data(self, data: str) -> None:
        parts = {part for _, part in self._open}
        if "block" not in parts:
            return
        self._size += len(data)
        if self._size > _MAX_PENDING:
            raise Damaged("One entry is larger than any post; what stands before was read.")
        if "date" in parts:
            self._date += data
        for words in self._listening():
            words.handle_data(data)

    def taken(self) -> list[tuple[str, str]]:
        """The blocks set down since the last call."""
        blocks, self.blocks = self.blocks, []
        return blocks

    def finish(self) -> None:
        """Set down a block that the end of the file cut off."""
        self.close()
        if any(part == "block" for _, part in self._open):
            self._set_down()

    def _part(self, attrs: list[tuple[str, str | None]]) -> str:
        classes = set((dict(attrs).get("class") or "").split())
        parts = {part for _, part in self._open}
        if "block" not in parts:
            return "block" if "_a6-g" in classes else ""
        if "words" in parts:
            return "pinned" if "_2pin" in classes else ""
        if "_a6-p" in classes:
            return "words"
        return "date" if classes & {"_a72d", "_a6-o"} else ""

    def _listening(self) -> list[Words]:
        parts = {part for _, part in self._open}
        return ([self._all] if "words" in parts else []) + ([self._pinned] if "pinned" in parts else [])

    def _set_down(self) -> None:
        text = _UPDATED.sub("", self._pinned.words() or self._all.words()).strip()
        self.blocks.append((text, self._date.strip()))
        self._new_block()
