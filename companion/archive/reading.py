"""Turns bytes into text piece by piece, so that a file of any size takes little memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from companion.archive.entries import Unread

CHUNK = 64 * 1024  # bytes
MAX_LINE = 1024 * 1024  # characters; a longer line is given in pieces


class Damaged(Exception):
    """The file cannot be read from here on. The sentence is for people and holds no word of the file."""


class Chunks:
    """The text of a file in pieces: UTF-8, or UTF-16 where the file says so. What is neither becomes U+FFFD."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unreadable = 0
        self._last = b""

    def __iter__(self) -> Iterator[str]:
        raw = self._file.read(CHUNK)
        wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")("replace")
        while raw:
            yield self._counted(decoder.decode(raw), raw)
            raw = self._file.read(CHUNK)
        yield self._counted(decoder.decode(b"", final=True), b"")

    def _counted(self, text: str, raw: bytes) -> str:
        honest = (self._last + raw).count(b"\xef\xbf\xbd")  # the very character, written in the file
        self._last = raw[-2:]
        self._unreadable += text.count("\ufffd") - honest
        return text

    def trouble(self) -> Unread | None:
        """What to say once the file was read: characters in another encoding are not repaired by guessing."""
        if self._unreadable <= 0:
            return None
        return Unread(
            "Some characters are not UTF-8 and were read as “\ufffd”. Save the file as UTF-8 and check again."
        )


def lines(chunks: Chunks) -> Iterator[str]:
    """The lines with their ends; one without an end for ever is cut at a million characters."""
    rest = ""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split("\n")
        yield from (line + "\n" for line in whole)
        if len(rest) > MAX_LINE:
            yield rest
            rest = ""
    if rest:
        yield rest
