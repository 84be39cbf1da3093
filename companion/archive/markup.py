"""The words of a piece of HTML as a person reads them: paragraphs apart, links in full, no scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_APART = {"p": "\n\n", "br": "\n", "li": "\n", "div": "\n", "blockquote": "\n", "h1": "\n", "h2": "\n", "h3": "\n"}
_SILENT = {"script", "style", "head", "template"}


class Words(HTMLParser):
    """Collects text; feed it and read `words()`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._parts.append(_APART.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        self._parts.append("\n" if tag in _APART and tag != "br" else "")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(data)

    def words(self) -> str:
        return re.sub(r"\n{3,}", "\n\n", "".join(self._parts)).strip()


def words_of(html: str) -> str:
    """The text of this HTML. Mastodon hides the beginning of long links in a span; it is part of the text here."""
    words = Words()
    words.feed(html)
    words.close()
    return words.words()
