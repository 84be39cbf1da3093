"""Reads HTML piece by piece in linear time, and gives the words of it as a person reads them.

Python's own HTMLParser takes minutes for 250,000 characters of `<a <a <a` (measured with 3.11), and an archive is
untrusted. This one knows tags, comments, scripts and character references: what an export is made of, no more.
"""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_LONGEST_CLASS = 4096  # characters of a tag that are looked at for its classes
_LONGEST_REFERENCE = 32  # characters, as in &CounterClockwiseContourIntegral;
_ENDS = {name: re.compile(f"</{name}", re.I) for name in ("script", "style", "template", "textarea", "title")}
_COMMENT_ENDS = re.compile("-->")
_APART = {"p": "\n\n", "br": "\n", "li": "\n", "div": "\n", "blockquote": "\n", "h1": "\n", "h2": "\n", "h3": "\n"}


class Markup:
    """Told of tags and words by `opened`, `closed` and `said`, in their order. Feed it, then close it."""

    def __init__(self) -> None:
        self.pending = ""  # what cannot be understood before more is read
        self._until: re.Pattern[str] | None = None  # the end of a comment or a script, where one is open

    def opened(self, tag: str, classes: set[str]) -> None:
        """A tag in lower case, with the classes it has."""

    def closed(self, tag: str) -> None:
        """The end of an element, as it is written; it may be none that is open."""

    def said(self, text: str) -> None:
        """Words, with their character references resolved."""

    @property
    def is_cut_off(self) -> bool:
        """Whether a comment or a script that began has not ended."""
        return self._until is not None

    def feed(self, piece: str) -> None:
        text, at = self.pending + piece, 0
        self.pending = ""
        while at < len(text):
            if self._until:
                ends = self._until.search(text, at)
                if not ends:
                    self.pending = text[max(at, len(text) - 12) :]  # the end may have begun
                    return
                at, self._until = ends.start() + (3 if self._until is _COMMENT_ENDS else 0), None
            begins = text.find("<", at)
            if begins != at:
                at = self._say(text, at, begins if begins >= 0 else len(text))
                if begins < 0:
                    self.pending = text[at:]
                    return
            at = self._markup(text, begins)
            if at < 0:
                self.pending = text[begins:]
                return

    def close(self) -> None:
        """What is left is words, where it is no tag."""
        rest, self.pending = self.pending, ""
        if rest and not self._until and not re.match(r"<[a-zA-Z/!?]", rest):
            self.said(unescape(rest))

    def _say(self, text: str, at: int, end: int) -> int:
        """Pass on the words in between; at the end of a piece, all but a character reference that may be cut."""
        cut = text.rfind("&", max(at, end - _LONGEST_REFERENCE), end) if end == len(text) else -1
        end = cut if cut >= 0 and ";" not in text[cut:end] else end
        if end > at:
            self.said(unescape(text[at:end]))
        return end

    def _markup(self, text: str, begins: int) -> int:
        """Take what begins with `<` here; the place behind it, or -1 where more must be read first."""
        if len(text) - begins < 4:
            return -1
        if text.startswith("<!--", begins):
            self._until = _COMMENT_ENDS
            return begins + 4
        if text[begins + 1] not in "/!?" and not text[begins + 1].isalpha():
            self.said("<")
            return begins + 1
        ends = text.find(">", begins)
        if ends >= 0 and (tag := _TAG.match(text, begins)):
            name = tag[2].lower()
            if tag[1]:
                self.closed(name)
            else:
                found = _CLASS.search(text, tag.end(), min(ends, tag.end() + _LONGEST_CLASS))
                self.opened(name, set("".join(found.groups("")).split()) if found else set())
                self._until = _ENDS.get(name)
        return ends + 1 if ends >= 0 else -1


class Words(Markup):
    """Collects the words: paragraphs apart, links in full."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []

    def opened(self, tag: str, classes: set[str]) -> None:
        self._parts.append(_APART.get(tag, ""))

    def closed(self, tag: str) -> None:
        self._parts.append("\n" if tag in _APART and tag != "br" else "")

    def said(self, text: str) -> None:
        self._parts.append(text)

    def words(self) -> str:
        return re.sub(r"\n{3,}", "\n\n", "".join(self._parts)).strip()


def words_of(html: str) -> str:
    """The text of this HTML. Mastodon hides the beginning of long links in a span; it is part of the text here."""
    words = Words()
    words.feed(html)
    words.close()
    return words.words()
