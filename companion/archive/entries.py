"""The words of an archive: a post, a profile, what was passed over, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from companion.draft import Surface

PassedOver = Literal["repost", "private", "wordless"]


@dataclass(frozen=True, slots=True)
class Post:
    """One text the person has published, and where it stands in the archive."""

    text: str
    site: str
    surface: Surface = "post"
    id: str = ""  # the site's own, or "row 12" where it gives none
    day: date | None = None  # as the export says it: UTC on X, LinkedIn and Mastodon
    link: str = ""  # https, or empty
    audience: str | None = None


@dataclass(frozen=True, slots=True)
class Bio:
    """What the person says of themselves on this site today: a disclaimer there counts for their posts."""

    site: str
    text: str


@dataclass(frozen=True, slots=True)
class Passed:
    """An entry left out on purpose: somebody else's words, a private message, a picture without words."""

    reason: PassedOver


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read. `what` is a sentence without a word of any post.

    `names` (columns of a table) may be words of a post where a file has no header: for the person's eyes only.
    `loses_posts` says that posts were probably missed, so that nothing may be called clear.
    """

    what: str
    names: tuple[str, ...] = ()
    loses_posts: bool = True


Entry = Post | Bio | Passed | Unread
Entries = Iterator[Entry]

_AN_ID = re.compile(r"[\w:/.#@=+-]{1,120}")


def an_id(value: object, position: str) -> str:
    """The entry's own id where it is one (no spaces, not long); its position in the file otherwise."""
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return text if _AN_ID.fullmatch(text) else position


def https(value: object) -> str:
    """This address where it is an https one without surprises in it; empty otherwise."""
    return value if isinstance(value, str) and re.fullmatch(r"https://[!-~]{4,500}", value) else ""
