"""Reads the posts of an X (Twitter) archive: `data/tweets.js`, its parts, the older `tweet.js`, long posts, the bio.

Shape: a JSON list behind `window.YTD.tweets.part0 =`, as described by the Community Archive project
(github.com/TheExGenesis/community-archive, docs/archive_data.md) with examples of each file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from companion.archive.days import day_of
from companion.archive.entries import Bio, Entries, Passed, Post, Unread, an_id
from companion.archive.json_stream import entries_of
from companion.archive.reading import Chunks, Damaged

SITE = "x"
POSTS = re.compile(r"(?:tweets?|community-tweet|note-tweet)(?:-part\d+)?\.js")
PROFILE = re.compile(r"profile\.js")
PRIVATE = re.compile(r"direct-messages?(?:-group)?(?:-headers?)?(?:-part\d+)?\.js|grok-chat-item\.js")
_BEGINS = re.compile(r"\s*window\.YTD\.\w+\.part\d+\s*=\s*(?=[\[{])")


def read(chunks: Chunks) -> Entries:
    """The posts and replies of one file, in its order. Reposts of other people's words are passed over."""
    strange = 0
    for number, (_, entry) in enumerate(entries_of(_json(chunks)), start=1):
        if not isinstance(entry, dict):
            strange += 1
        elif isinstance(note := entry.get("noteTweet"), dict):
            yield from _long_post(note, number)
        elif isinstance(profile := entry.get("profile"), dict):
            yield from _bio(profile)
        else:
            tweet = entry.get("tweet", entry)  # before 2020 the post stood there bare
            if isinstance(tweet, dict) and isinstance(tweet.get("full_text", tweet.get("text")), str):
                yield _post(tweet, number)
            else:
                strange += 1
    if strange:
        yield Unread(f"{strange:,} of its entries are not posts as X writes them.")


def _json(chunks: Chunks) -> Iterator[str]:
    pieces = iter(chunks)
    first = next(pieces, "")
    if not (begins := _BEGINS.match(first)):
        raise Damaged("It does not begin as an X archive does (window.YTD…).")
    yield first[begins.end() :]
    yield from pieces


def _post(tweet: dict[str, Any], number: int) -> Post | Passed:
    text = html.unescape(tweet.get("full_text") or tweet.get("text") or "")
    if text.startswith("RT @"):
        return Passed("repost")
    text = _with_whole_links(text, tweet.get("entities"))
    if not text.strip():
        return Passed("wordless")
    own = an_id(tweet.get("id_str") or tweet.get("id"), f"entry {number}")
    return Post(
        text=text,
        site=SITE,
        surface="reply" if tweet.get("in_reply_to_status_id_str") or tweet.get("in_reply_to_user_id_str") else "post",
        id=own,
        day=day_of(tweet.get("created_at")),
        link=_link(own),
    )


def _long_post(note: dict[str, Any], number: int) -> Entries:
    results = note.get("noteTweetResults") or note.get("core")
    text = results.get("text") if isinstance(results, dict) else None
    if not isinstance(text, str):
        yield Unread("A long post in it is not written as X writes them.")
    else:
        own = an_id(note.get("tweetId") or note.get("noteTweetId"), f"entry {number}")
        yield Post(html.unescape(text), SITE, id=own, day=day_of(note.get("createdAt")))


def _bio(profile: dict[str, Any]) -> Entries:
    description = profile.get("description")
    if isinstance(description, dict) and isinstance(description.get("bio"), str):
        yield Bio(SITE, html.unescape(description["bio"]))


def _with_whole_links(text: str, entities: object) -> str:
    """The text with X's own short links written out, so that what they lead to is seen."""
    urls = entities.get("urls") if isinstance(entities, dict) else None
    for url in urls if isinstance(urls, list) else []:
        if isinstance(url, dict) and isinstance(short := url.get("url"), str) and short.startswith("https://t.co/"):
            whole = url.get("expanded_url")
            text = text.replace(short, whole) if isinstance(whole, str) and len(whole) < 2000 else text
    return text


def _link(own: str) -> str:
    return f"https://x.com/i/web/status/{own}" if own.isdecimal() else ""
