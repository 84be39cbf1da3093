"""Reads a long JSON list one entry at a time: of the whole file only the entry at hand is in memory."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from companion.archive.reading import Damaged

MAX_ENTRY = 4 * 1024 * 1024  # characters
_DECODER = json.JSONDecoder()


def entries_of(chunks: Iterable[str], keys: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """Every entry of the list, with an empty key; or of the lists under these keys of an object, with the key.

    Raises Damaged where the JSON breaks off or an entry is larger than four million characters.
    """
    text = _Text(chunks)
    first = text.peek()
    if first == "[":
        yield from (("", entry) for entry in text.listed())
    elif first == "{":
        for key in text.each_key():
            if key in keys and text.peek() == "[":
                yield from ((key, entry) for entry in text.listed())
            else:
                text.value()
    else:
        raise Damaged("This is not a list in JSON.")


class _Text:
    """The part of the file that was read and not yet used up."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self._chunks = iter(chunks)
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(1):
                return ""

    def listed(self) -> Iterator[Any]:
        for _ in self._separated("[", "]"):
            yield self.value()

    def each_key(self) -> Iterator[str]:
        """The keys of an object; the value behind each must be taken before the next is asked for."""
        for _ in self._separated("{", "}"):
            key = self.value()
            self._take(":")
            yield str(key)

    def value(self) -> Any:
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                raise Damaged("It is nested more deeply than any export.") from None
            except ValueError:
                if not self._more(len(self._text) - self._at):
                    raise Damaged("The JSON breaks off or is damaged; what stands before was read.") from None
                continue
            if end == len(self._text) and self._more(1):  # a number may go on in the next piece
                continue
            self._at = end
            return value

    def _separated(self, opens: str, closes: str) -> Iterator[None]:
        self._take(opens)
        if self.peek() == closes:
            self._take(closes)
            return
        while True:
            yield
            if self.peek() == closes:
                self._take(closes)
                return
            self._take(",")

    def _take(self, wanted: str) -> None:
        if self.peek() != wanted:
            raise Damaged("The JSON breaks off or is damaged; what stands before was read.")
        self._at += 1

    def _more(self, least: int) -> bool:
        """Read at least so many characters more: twice as much each time, so that no part is tried too often."""
        pieces = [self._text[self._at :]]
        self._at = 0
        added = 0
        while added < max(least, 1) and (chunk := next(self._chunks, None)) is not None:
            pieces.append(chunk)
            added += len(chunk)
        self._text = "".join(pieces)
        if added and len(self._text) > MAX_ENTRY:
            raise Damaged("One entry is larger than any post; what stands before was read.")
        return added > 0
