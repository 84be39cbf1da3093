"""Reads the posts of a Mastodon export: `outbox.json`, and the bio in `actor.json`.

Shape: an ActivityPub OrderedCollection (w3.org/TR/activitypub, section 5.1) of Create and Announce activities; who sees
a post is told by `to` and `cc` (docs.joinmastodon.org/spec/activitypub).
"""

from __future__ import annotations

import json
import re
from typing import Any

from companion.archive.days import day_of
from companion.archive.entries import Bio, Entries, Passed, Post, Unread, an_id, https
from companion.archive.json_stream import entries_of
from companion.archive.markup import words_of
from companion.archive.reading import Chunks, Damaged

SITE = "mastodon"
POSTS = re.compile(r"outbox\.json")
PROFILE = re.compile(r"actor\.json")
_MAX_HTML = 250_000  # characters; servers allow a few thousand
_EVERYBODY = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}


def read(chunks: Chunks) -> Entries:
    """The posts and replies. Boosts are other people's words; a message to named people only is private."""
    strange = number = 0
    for number, (_, activity) in enumerate(entries_of(chunks, keys=("orderedItems",)), start=1):
        kind = activity.get("type") if isinstance(activity, dict) else None
        note = activity.get("object") if kind else None
        if kind == "Announce":
            yield Passed("repost")
        elif kind == "Create" and isinstance(note, dict) and _is_a_text(note.get("content")):
            yield _post(activity, note, number)
        else:
            strange += 1
    if strange:
        yield Unread(f"{strange:,} of its entries are neither posts nor boosts.")
    if not number:
        yield Unread("There is no list “orderedItems” with posts in it.", loses_posts=False)


def read_profile(chunks: Chunks) -> Entries:
    """The bio, from a small file of one object."""
    try:
        actor = json.loads("".join(piece for piece, _ in zip(chunks, range(16), strict=False)))  # a mebibyte at most
    except (ValueError, RecursionError):
        actor = None
    if not isinstance(actor, dict):
        raise Damaged("The profile in it cannot be read, so a disclaimer there was not seen.")
    yield Bio(SITE, words_of(str(actor.get("summary") or "")[:_MAX_HTML]))


def _is_a_text(content: object) -> bool:
    return isinstance(content, str) and len(content) <= _MAX_HTML


def _post(activity: dict[str, Any], note: dict[str, Any], number: int) -> Post | Passed:
    seen_by = {*_list(note.get("to", activity.get("to"))), *_list(note.get("cc", activity.get("cc")))}
    to_all = bool(seen_by & _EVERYBODY)
    if not to_all and not any(one.endswith("/followers") for one in seen_by):
        return Passed("private")
    warning = note.get("summary")
    text = words_of(note["content"])
    if isinstance(warning, str) and warning.strip():  # shown above the post, to everybody
        text = f"{warning.strip()}\n\n{text}"
    if not text.strip():
        return Passed("wordless")
    address = note.get("id") or activity.get("id")
    own = address.rstrip("/").rsplit("/", 1)[-1] if isinstance(address, str) else ""
    return Post(
        text=text,
        site=SITE,
        surface="reply" if note.get("inReplyTo") else "post",
        id=an_id(own, f"entry {number}"),
        day=day_of(note.get("published") or activity.get("published")),
        link=https(note.get("url")),
        audience=None if to_all else "followers",
    )


def _list(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else [str(value or "")]
