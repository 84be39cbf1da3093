"""What `expect` of a place in Firefox waits for, under Playwright's names. `timeout`: milliseconds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.browser.companion import LIMIT, until
from tests.browser.firefox_locator import FirefoxLocator

Words = str | re.Pattern[str]


def plainly(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def fits(text: str | None, wanted: Words) -> bool:
    """Is it exactly this, or does the pattern find something in it?"""
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text or ""))
    return text == wanted


def holds(text: str | None, words: Words) -> bool:
    """Are these words somewhere in it?"""
    text = plainly(text)
    return bool(words.search(text)) if isinstance(words, re.Pattern) else words in text


@dataclass(frozen=True)
class FirefoxExpectation:
    locator: FirefoxLocator
    said: str = ""

    def _until(self, what: str, holds: Callable[[], object], timeout: float | None) -> None:
        limit = LIMIT if timeout is None else timeout / 1000
        until(f"{self.said} {self.locator.steps} {what}".strip(), holds, limit)

    def to_be_visible(self, *, timeout: float | None = None) -> None:
        self._until("is seen", lambda: self.locator.ask("visible"), timeout)

    def to_be_hidden(self, *, timeout: float | None = None) -> None:
        self._until("is not seen", lambda: not self.locator.ask("visible"), timeout)

    def to_be_focused(self, *, timeout: float | None = None) -> None:
        self._until("has the focus", lambda: self.locator.ask("focused"), timeout)

    def to_be_disabled(self, *, timeout: float | None = None) -> None:
        self._until("is switched off", lambda: self.locator.ask("disabled"), timeout)

    def to_be_enabled(self, *, timeout: float | None = None) -> None:
        self._until("can be used", lambda: self.locator.ask("disabled") is False, timeout)

    def to_be_in_viewport(self, *, timeout: float | None = None) -> None:
        self._until("is on the screen", lambda: self.locator.ask("partly in view"), timeout)

    def to_be_checked(self, *, checked: bool = True, timeout: float | None = None) -> None:
        self._until(f"is ticked: {checked}", lambda: self.locator.ask("checked") is checked, timeout)

    def not_to_be_checked(self, *, timeout: float | None = None) -> None:
        self.to_be_checked(checked=False, timeout=timeout)

    def not_to_be_editable(self, *, timeout: float | None = None) -> None:
        self._until("takes no writing", lambda: self.locator.ask("editable") is False, timeout)

    def not_to_be_empty(self, *, timeout: float | None = None) -> None:
        self._until("says something", lambda: plainly(self.locator.ask("content")), timeout)

    def to_have_count(self, count: int, *, timeout: float | None = None) -> None:
        self._until(f"is there {count} times", lambda: self.locator.count() == count, timeout)

    def to_have_accessible_name(self, name: Words, *, timeout: float | None = None) -> None:
        self._until(f"is called {name!r}", lambda: fits(self.locator.ask("name"), name), timeout)

    def to_have_accessible_description(self, words: Words, *, timeout: float | None = None) -> None:
        self._until(f"is described as {words!r}", lambda: fits(self.locator.ask("description"), words), timeout)

    def to_have_css(self, name: str, value: Words, *, timeout: float | None = None) -> None:
        self._until(f"has {name} {value!r}", lambda: fits(self.locator.ask("style", name), value), timeout)

    def not_to_have_css(self, name: str, value: Words, *, timeout: float | None = None) -> None:
        def otherwise() -> bool:
            drawn = self.locator.ask("style", name)
            return drawn is not None and not fits(drawn, value)

        self._until(f"has another {name} than {value!r}", otherwise, timeout)

    def to_have_attribute(self, attribute: str, value: Words, *, timeout: float | None = None) -> None:
        self._until(
            f"has {attribute} {value!r}", lambda: fits(self.locator.ask("attribute", attribute), value), timeout
        )

    def to_have_value(self, value: Words, *, timeout: float | None = None) -> None:
        self._until(f"holds {value!r}", lambda: fits(self.locator.ask("value"), value), timeout)

    def not_to_have_value(self, value: Words, *, timeout: float | None = None) -> None:
        self._until(f"does not hold {value!r}", lambda: not fits(self.locator.there("value"), value), timeout)

    def to_have_text(self, words: Words | list[str], *, timeout: float | None = None) -> None:
        """All it says; of a list, what each of them says."""
        if isinstance(words, list):
            says: Callable[[], object] = lambda: [plainly(text) for text in self.locator.ask("texts")] == words  # noqa: E731
        else:
            says = lambda: fits(plainly(self.locator.ask("content")), words)  # noqa: E731
        self._until(f"says {words!r} and no more", says, timeout)

    def to_contain_text(self, words: Words, *, timeout: float | None = None) -> None:
        self._until(f"says {words!r}", lambda: holds(self.locator.ask("text"), words), timeout)

    def not_to_contain_text(self, words: Words, *, timeout: float | None = None) -> None:
        def does_not() -> bool:
            text = self.locator.ask("text")
            return text is not None and not holds(text, words)

        self._until(f"does not say {words!r}", does_not, timeout)
