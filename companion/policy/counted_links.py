"""Finds what X takes for a link: with a scheme or without, it becomes one of a fixed length.

The rules are those of X's own library (github.com/twitter/twitter-text, version 3): a name with a top-level domain of
its list. Neither a letter, a digit, @, #, $, -, _, / nor a full stop goes before it, and none of a-z, 0-9, @, + and -
follows; then, after a slash, what may stand in a path and end one. Its list is a little older than ours.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from companion.public_suffix import is_top_level

_LATIN = r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_LABEL = rf"[a-z0-9\-{_LATIN}]++"
_IN_PATH = rf"a-z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-_~@|&{_LATIN}"
_ENDS_PATH = rf"+\-a-z\u0400-\u04ff0-9=_#/{_LATIN}"
_LINK = regex.compile(
    rf"(?<![a-z0-9@＠$#＃\-_./])(?P<scheme>https?://)?(?P<name>{_LABEL}(?:\.{_LABEL})++)(?![@+])",
    regex.IGNORECASE,
)
_REST = regex.compile(
    r"(?::[0-9]+)?"
    rf"(?P<path>/(?:(?:[{_IN_PATH}]|\([{_IN_PATH}]*\))*(?:[{_ENDS_PATH}]|\([{_IN_PATH}]+\)))?)?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?",
    regex.IGNORECASE,
)


def links_on_x(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each, in order, in code points of `text`."""
    end = 0
    for match in _LINK.finditer(text):
        if match.start() < end:  # a name in the path of the link before it
            continue
        name = _as_far_as_it_is_a_domain(match["name"])
        if not name:
            continue
        end = match.start("name") + len(name)
        rest = _REST.match(text, end)
        if rest and (match["scheme"] or rest["path"]):
            end = rest.end()
        yield match.start(), end


def _as_far_as_it_is_a_domain(name: str) -> str:
    """bbc.co.uk of bbc.co.uk.zzz; nothing of e.g or 10.30am."""
    labels = name.split(".")
    for count in range(len(labels), 1, -1):
        if is_top_level(labels[count - 1]):
            return ".".join(labels[:count])
    return ""
