"""How much room a site leaves in a post, by its own way of counting."""

from __future__ import annotations

import unicodedata

import regex

from companion.draft import Draft, Limit
from companion.policy.counted_links import links_on_x
from companion.policy.shortened_links import with_short_links

_URL = regex.compile(r"https?://\S*[^\s.,;:!?)\]'\"”’]", regex.IGNORECASE)  # the full stop behind it is of the sentence
_OF_ANOTHER_SERVER = regex.compile(r"(?<![\w/])(@\w+(?:[.-]\w+)*)@[\w-]+(?:\.[\w-]+)+")
_GRAPHEME = regex.compile(r"\X")
_URL_LENGTH = 23  # what X and Mastodon count for any link, however long
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # X's weighted ranges: these count one, others two


def room_left(draft: Draft) -> float:
    """Characters still free, as the site counts them; infinite without a limit. May be negative."""
    return draft.limit.max - length(draft.text, draft.limit, draft.site) if draft.limit else float("inf")


def length(text: str, limit: Limit, site: str = "") -> int:
    """How long the site says the text is.

    X: its weighted count (config v3) of the composed text (NFC), where an emoji counts two, and a link is one without
    its https://, too. Mastodon: of a mention of somebody on another server, the server does not count. Bluesky, by
    its `site`: links as it shows them.
    """
    match limit.rule:
        case "codepoints":
            return len(text)
        case "utf16":
            return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
        case "graphemes":
            return _graphemes(with_short_links(text) if site == "bluesky" else text)
        case "mastodon":
            return _graphemes(_OF_ANOTHER_SERVER.sub(r"\1", _URL.sub("x" * _URL_LENGTH, text)))
        case "twitter3":
            return _weighted(unicodedata.normalize("NFC", text))


def _weighted(text: str) -> int:
    length = after = 0
    for start, end in [*links_on_x(text), (len(text), len(text))]:
        length += sum(_weight(cluster) for cluster in _GRAPHEME.findall(text, after, start))
        length += _URL_LENGTH if end > start else 0
        after = end
    return length


def _graphemes(text: str) -> int:
    return len(_GRAPHEME.findall(text))


def _weight(cluster: str) -> int:
    """An emoji sequence counts two as a whole; anything else counts by its characters."""
    if len(cluster) > 1 and ("\u200d" in cluster or "\ufe0f" in cluster or ord(cluster[0]) >= 0x1F000):
        return 2
    return sum(1 if any(low <= ord(char) <= high for low, high in _LIGHT) else 2 for char in cluster)
