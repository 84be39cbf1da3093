"""Reads a text file (.txt, .md) as one post."""

from __future__ import annotations

from companion.archive.entries import Entries, Passed, Post, Unread
from companion.archive.reading import Chunks
from companion.draft import MAX_TEXT_UTF16


def read(chunks: Chunks) -> Entries:
    """The whole file, if it is no longer than a post may be."""
    parts: list[str] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_TEXT_UTF16:
            yield Unread(
                f"It is longer than {MAX_TEXT_UTF16:,} characters, so it is no post. Split it to have it checked."
            )
            return
        parts.append(chunk)
    text = "".join(parts)
    yield Post(text, "") if text.strip() else Passed("wordless")
