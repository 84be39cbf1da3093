"""Tells by its name, and where that is not enough by its beginning, which export a file belongs to and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from companion.archive import facebook, facebook_html, linkedin, listed, mastodon, plain, table, x
from companion.archive.entries import Entries
from companion.archive.reading import Chunks

HEAD = 4096  # bytes of a file's beginning that are looked at

Kind = Literal["posts", "profile"]
LeftOut = Literal["private", "media", "other"]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: what it is called for people, and how it is read. `site` is empty where any site may be."""

    name: str
    site: str
    read: Callable[[Chunks], Entries]
    kind: Kind = "posts"


_BY_NAME: tuple[tuple[re.Pattern[str], Format], ...] = (
    (x.POSTS, Format("X posts", x.SITE, x.read)),
    (x.PROFILE, Format("X profile", x.SITE, x.read, "profile")),
    (mastodon.POSTS, Format("Mastodon posts", mastodon.SITE, mastodon.read)),
    (mastodon.PROFILE, Format("Mastodon profile", mastodon.SITE, mastodon.read_profile, "profile")),
    (linkedin.POSTS, Format("LinkedIn posts", linkedin.SITE, linkedin.read)),
    (facebook.POSTS, Format("Facebook posts", facebook.SITE, facebook.read)),
    (facebook_html.POSTS, Format("Facebook posts", facebook.SITE, facebook_html.read)),
)
_BY_BEGINNING: tuple[tuple[re.Pattern[str], re.Pattern[bytes], Format], ...] = (  # the name alone could be anybody's
    (
        linkedin.COMMENTS,
        re.compile(rb"\bMessage\b"),
        Format("LinkedIn comments", linkedin.SITE, linkedin.read_comments),
    ),
    (facebook.COMMENTS, re.compile(rb'"comments(_v2)?"'), Format("Facebook comments", facebook.SITE, facebook.read)),
    (
        facebook_html.COMMENTS,
        re.compile(rb"_a6-g|_a706|facebook", re.I),
        Format("Facebook comments", facebook.SITE, facebook_html.read_comments),
    ),
)
_GENERAL: dict[str, Format] = {
    ".txt": Format("text", "", plain.read),
    ".md": Format("text", "", plain.read),
    ".csv": Format("table", "", table.read),
    ".json": Format("list", "", listed.read),
    ".jsonl": Format("list", "", listed.read_lines),
    ".ndjson": Format("list", "", listed.read_lines),
}
_MEDIA = re.compile(
    r".*\.(?:jpe?g|png|gif|webp|heic|avif|svg|bmp|ico|mp4|mov|webm|m4v|mp3|m4a|ogg|wav|srt|vtt|css|woff2?|ttf)", re.I
)
_PRIVATE = (x.PRIVATE, linkedin.PRIVATE)
_PRIVATE_FOLDER = re.compile(r"(?:^|/)(?:messages|your_group_messages)/", re.I)  # Facebook's Messenger


def format_of(name: str, head: Callable[[], bytes], *, general: bool) -> Format | None:
    """The format of the file of this name; `head` gives its first bytes. Without `general`, only exports of a site."""
    if left_out(name) != "other":
        return None
    base = PurePosixPath(name).name
    for pattern, found in _BY_NAME:
        if pattern.fullmatch(base):
            return found
    for pattern, begins, found in _BY_BEGINNING:
        if pattern.fullmatch(base) and begins.search(head()):
            return found
    return _GENERAL.get(PurePosixPath(base).suffix.lower()) if general and not base.startswith(".") else None


def left_out(name: str) -> LeftOut:
    """Why a file of this name is not read. Private messages never are."""
    base = PurePosixPath(name).name
    if any(pattern.fullmatch(base) for pattern in _PRIVATE) or _PRIVATE_FOLDER.search(name):
        return "private"
    return "media" if _MEDIA.fullmatch(base) else "other"
