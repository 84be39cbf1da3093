"""Reads the posts, comments and group posts of a Facebook export in JSON: `posts/your_posts_1.json` and its like.

Shape: entries with `timestamp` and `data`, as shown by Waultar (github.com/NorseKode/Waultar-App,
documents/parser/content_examples.md); the key `group_posts_v2` and the file names as public parsers list them. The
text is UTF-8 written as if it were Latin-1 (the project deface tells why); it is mended here.
"""

from __future__ import annotations

import re
from typing import Any

from companion.archive.days import day_of
from companion.archive.entries import Entries, Passed, Post, Unread
from companion.archive.json_stream import entries_of
from companion.archive.reading import Chunks
from companion.draft import Surface

SITE = "facebook"
POSTS = re.compile(r"(?:your_posts|profile_posts|group_posts)\w*\.json|your_(?:group_posts|comments)\w*\.json", re.I)
COMMENTS = re.compile(r"comments(?:_\d+)?\.json", re.I)
_LISTS = ("status_updates", "comments_v2", "comments", "group_posts_v2", "group_posts", "group_comments_v2")
_UTF8_AS_LATIN1 = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def read(chunks: Chunks) -> Entries:
    """The person's own words; entries that are only a picture, a place or a like are passed over."""
    strange = 0
    for number, (key, entry) in enumerate(entries_of(chunks, keys=_LISTS), start=1):
        if not isinstance(entry, dict) or not ({"timestamp", "data"} & entry.keys()):
            strange += 1
            continue
        texts = _texts(entry)
        if not texts:
            yield Passed("wordless")
        for text, surface in texts:
            kind: Surface = "comment" if "comment" in key else surface
            yield Post(text, SITE, kind, f"entry {number}", day_of(entry.get("timestamp")))
    if strange:
        yield Unread(f"{strange:,} of its entries are not written as Facebook writes them.")


def mended(text: str) -> str:
    """Text whose UTF-8 bytes were each written as a character of their own, put right; other text as it is."""
    return _UTF8_AS_LATIN1.sub(_decoded, text)


def _decoded(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _texts(entry: dict[str, Any]) -> list[tuple[str, Surface]]:
    """What was written in this entry: the post, a comment, words below a picture; each once."""
    found: dict[str, Surface] = {}
    for part in _dicts(entry.get("data")):
        _add(found, part.get("post"), "post")
        comment = part.get("comment")
        _add(found, comment.get("comment") if isinstance(comment, dict) else None, "comment")
    for attachment in _dicts(entry.get("attachments")):
        for part in _dicts(attachment.get("data")):
            media = part.get("media")
            _add(found, media.get("description") if isinstance(media, dict) else None, "post")
    return list(found.items())


def _add(found: dict[str, Surface], text: object, surface: Surface) -> None:
    if isinstance(text, str) and text.strip():
        found.setdefault(mended(text), surface)


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
