"""What a locator of Playwright finds on a page, for Firefox: looked for by one script, pressed as a person presses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from tests.browser.companion import until

FIND = (Path(__file__).parent / "firefox_find.js").read_text(encoding="utf-8")
BY_TEXT = re.compile(r"""(?P<css>.*):text-is\((?P<quote>['"])(?P<text>.*)(?P=quote)\)""")
Name = str | re.Pattern[str] | None


def worded(name: Name, exact: bool) -> dict[str, object] | None:
    """A name to look for, as the page's script takes it."""
    if isinstance(name, re.Pattern):
        return {"source": name.pattern, "flags": "i" if name.flags & re.I else ""}
    return None if name is None else {"words": name, "exact": exact}


class Hand(Protocol):
    def click(self, x: float, y: float, pointer: str = "mouse") -> None: ...


class Searched(Protocol):
    """What a locator looks in: a tab, or the popup."""

    @property
    def mouse(self) -> Hand: ...

    def script(self, body: str, *arguments: object) -> Any: ...


@dataclass(frozen=True)
class FirefoxLocator:
    """What to look for, step by step; looked for anew at each question."""

    page: Any  # Searched; the keyboard only of a tab
    steps: tuple[dict[str, object], ...] = ()

    def _then(self, **step: object) -> FirefoxLocator:
        return replace(self, steps=(*self.steps, step))

    def locator(self, css: str, *, has_text: Name = None, has: FirefoxLocator | None = None) -> FirefoxLocator:
        by_text = BY_TEXT.fullmatch(css)
        if by_text:
            return self._then(**by_text.groupdict())
        return self._then(css=css, holds=worded(has_text, exact=False), has=has and has.steps)

    def get_by_role(
        self, role: str, *, name: Name = None, exact: bool = False, level: int | None = None
    ) -> FirefoxLocator:
        return self._then(role=role, name=worded(name, exact), level=level)

    def get_by_text(self, text: Name, *, exact: bool = False) -> FirefoxLocator:
        return self._then(says=worded(text, exact))

    def get_by_label(self, text: Name, *, exact: bool = False) -> FirefoxLocator:
        return self._then(label=worded(text, exact))

    @property
    def first(self) -> FirefoxLocator:
        return self.nth(0)

    @property
    def last(self) -> FirefoxLocator:
        return self.nth(-1)

    def nth(self, place: int) -> FirefoxLocator:
        return self._then(nth=place)

    def all(self) -> list[FirefoxLocator]:
        return [self.nth(place) for place in range(self.count())]

    def ask(self, question: str, argument: object = None) -> Any:
        """Of the page that is there; of the next one, where it goes away meanwhile."""
        return until("the page answers", lambda: self.page.script(FIND, self.steps, question, argument))[0]

    # What is there now

    def count(self) -> int:
        return int(self.ask("count"))

    def is_visible(self) -> bool:
        return bool(self.ask("visible"))

    def is_enabled(self) -> bool:
        return not self.ask("disabled")

    def inner_text(self) -> str:
        return str(self.there("text"))

    def all_inner_texts(self) -> list[str]:
        return [str(text) for text in self.ask("texts")]

    def text_content(self) -> str:
        return str(self.there("content"))

    def get_attribute(self, name: str) -> Any:
        return self.there("attribute", name)

    def bounding_box(self) -> dict[str, float]:
        """CSS pixels from the upper left corner of what is seen."""
        return dict(self.there("box"))

    def there(self, question: str, argument: object = None) -> Any:
        """Ask about it once it is on the page."""
        until(f"it is there: {self.steps}", self.count)
        return self.ask(question, argument)

    def evaluate(self, function: str, argument: object = None) -> Any:
        until(f"it is there: {self.steps}", self.count)
        asked = f"const [found] = (() => {{ {FIND} }})(); return ({function})(found, arguments[3]);"
        return self.page.script(asked, self.steps, "node", None, argument)

    # What a person does to it

    def focus(self) -> None:
        self.ready()
        self.ask("focus")

    def ready(self) -> None:
        """Wait until it can be pressed."""
        until(f"it is there: {self.steps}", lambda: self.ask("visible") and not self.ask("disabled"))

    def at_rest(self) -> dict[str, float]:
        """Its box in what is seen, in CSS pixels, once it has come to rest: what moves is missed."""
        seen = [self.ask("in view")]

        def rests() -> bool:
            seen.append(self.ask("in view"))
            return seen[-1] is not None and seen[-1] == seen[-2]

        until(f"it has come to rest: {self.steps}", rests)
        return dict(seen[-1])

    def middle(self) -> tuple[float, float]:
        """Where to press it, in CSS pixels."""
        box = self.at_rest()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def click(
        self, *, position: dict[str, float] | None = None, no_wait_after: bool = False, force: bool = False
    ) -> None:
        """`position`: CSS pixels from its upper left corner, else its middle. `force`: though it is switched off."""
        if not force:
            self.ready()
        x, y = self.middle()
        if position:
            box = self.at_rest()
            x, y = box["x"] + position["x"], box["y"] + position["y"]
        self.page.mouse.click(x, y)

    def tap(self, *, no_wait_after: bool = False) -> None:
        self.ready()
        self.page.mouse.click(*self.middle(), pointer="touch")

    def hover(self) -> None:
        self.ready()
        self.page.mouse.move(*self.middle())

    def check(self) -> None:
        if not self.ask("checked"):
            self.click()

    def uncheck(self) -> None:
        if self.there("checked"):
            self.click()

    def scroll_into_view_if_needed(self) -> None:
        self.at_rest()

    def fill(self, text: str) -> None:
        """All of it at once, as Playwright does."""
        self.ready()
        self.ask("fill", text)

    def select_option(self, label: str) -> None:
        self.ready()
        self.ask("select", label)

    def set_input_files(self, file: Path) -> None:
        self.ready()
        self.ask("node").send_keys(str(file))

    def press(self, chord: str) -> None:
        self.focus()
        self.page.keyboard.press(chord)

    def press_sequentially(self, text: str) -> None:
        self.focus()
        self.page.keyboard.type(text)
