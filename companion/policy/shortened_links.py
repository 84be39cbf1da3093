"""Shortens the links of a text as Bluesky does before it counts: the host, and a long path to 13 characters.

The rules are those of its own code (github.com/bluesky-social: atproto's detection of links, social-app's toShortUrl).
A link without its scheme counts as it stands there.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import regex

_LINK = regex.compile(r"(?<![^\s(])https?://\S+", regex.IGNORECASE)
_LONGEST_PATH, _KEPT_OF_IT = 15, 13


def with_short_links(text: str) -> str:
    return str(_LINK.sub(lambda found: _shortened(found[0]), text))


def _shortened(written: str) -> str:
    link = written[:-1] if written[-1] in ".,;:!?" else written
    if link.endswith(")") and "(" not in link:
        link = link[:-1]
    rest = written[len(link) :]
    try:
        parts = urlsplit(link)
    except ValueError:
        return written
    if not parts.netloc:
        return written
    path = link[link.index("//") + 2 + len(parts.netloc) :]
    path = "" if path == "/" else path
    short = path if len(path) <= _LONGEST_PATH else f"{path[:_KEPT_OF_IT]}..."
    return f"{parts.netloc}{short}{rest}"
