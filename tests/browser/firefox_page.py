"""A tab of Firefox, in the words of Playwright that the shared specification uses; Marionette drives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from tests.browser.companion import LIMIT, until

FIND = (Path(__file__).parent / "firefox_page.js").read_text(encoding="utf-8")
# What was thrown, and notices that carry no error, as of a ResizeObserver put off by a frame: Playwright hides those.
WATCH = "window.__faults = []; addEventListener('error', ({ error, message }) => __faults.push(`${error ?? message}`));"
COPY = "Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(arguments[0]);"
KEYS = {
    "Enter": "\ue006",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Alt": "\ue00a",
    "Escape": "\ue00c",
    "Space": " ",
    "Tab": "\ue004",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowDown": "\ue015",
}
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

    page: Searched
    steps: tuple[dict[str, object], ...] = ()

    def _then(self, **step: object) -> FirefoxLocator:
        return replace(self, steps=(*self.steps, step))

    def locator(self, css: str) -> FirefoxLocator:
        by_text = BY_TEXT.fullmatch(css)
        return self._then(**by_text.groupdict()) if by_text else self._then(css=css)

    def get_by_role(self, role: str, *, name: Name = None, exact: bool = False) -> FirefoxLocator:
        return self._then(role=role, name=worded(name, exact))

    @property
    def first(self) -> FirefoxLocator:
        return self._then(nth=0)

    @property
    def last(self) -> FirefoxLocator:
        return self._then(nth=-1)

    def all(self) -> list[FirefoxLocator]:
        return [self._then(nth=place) for place in range(self.count())]

    def ask(self, question: str, argument: object = None) -> Any:
        return self.page.script(FIND, self.steps, question, argument)

    def count(self) -> int:
        return int(self.ask("count"))

    def is_visible(self) -> bool:
        return bool(self.ask("visible"))

    def inner_text(self) -> str:
        return str(self.ask("text"))

    def evaluate(self, function: str) -> Any:
        if function == "(button) => button.click()":  # a policy of the page may forbid to make code of words
            return self.ask("press")
        return self.ask("script", function)

    def focus(self) -> None:
        self.ready()
        self.ask("focus")

    def ready(self) -> None:
        """Wait until it can be pressed."""
        until(f"it is there: {self.steps}", lambda: self.ask("visible") and not self.ask("disabled"))

    def middle(self) -> tuple[float, float]:
        """Where to press it, in CSS pixels, once it has come to rest: what moves is missed."""
        seen = [self.ask("middle")]

        def at_rest() -> bool:
            seen.append(self.ask("middle"))
            return seen[-1] is not None and seen[-1] == seen[-2]

        until(f"it has come to rest: {self.steps}", at_rest)
        return seen[-1]["x"], seen[-1]["y"]

    def click(self, *, no_wait_after: bool = False) -> None:
        self.ready()
        self.page.mouse.click(*self.middle())

    def tap(self, *, no_wait_after: bool = False) -> None:
        self.ready()
        self.page.mouse.click(*self.middle(), pointer="touch")

    def check(self) -> None:
        self.click()


@dataclass(frozen=True)
class Keyboard:
    page: FirefoxPage

    def press(self, chord: str) -> None:
        keys = [KEYS.get(key, key.lower()) for key in chord.split("+")]
        hand = self.page.hand("key")
        for key in keys:
            hand.key_down(key)
        for key in reversed(keys):
            hand.key_up(key)
        hand.perform()

    def insert_text(self, text: str) -> None:
        """All at once, by the clipboard: the driver knows no other way that every editor takes."""
        with self.page.marionette.using_context("chrome"):
            self.page.marionette.execute_script(COPY, [text])
        self.press("Control+v")

    def type(self, text: str) -> None:
        hand = self.page.hand("key")
        for key in text:  # key actions: `send_keys` overtakes Lexical
            hand.key_down(key).key_up(key)
        hand.perform()


@dataclass(frozen=True)
class Mouse:
    page: FirefoxPage

    def move(self, x: float, y: float) -> None:
        self.page.hand("pointer").pointer_move(round(x), round(y)).perform()

    def down(self) -> None:
        self.page.hand("pointer").pointer_down().perform()

    def up(self) -> None:
        self.page.hand("pointer").pointer_up().perform()

    def click(self, x: float, y: float, pointer: str = "mouse") -> None:
        hand = self.page.hand("pointer", pointer)
        hand.pointer_move(round(x), round(y)).pointer_down().pointer_up().perform()


class FirefoxPage:
    def __init__(self, marionette: Any, handle: str, first: str) -> None:
        self.marionette = marionette
        self.handle = handle
        self.first = first
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)
        self.on_fault: list[Callable[[str], object]] = []
        self.in_a_frame = False  # the driver looks into one of its frames

    def _here(self) -> Any:
        if self.marionette.window != self.handle:
            self.marionette.switch_to_window(self.handle)
        if self.in_a_frame:
            self.marionette.switch_to_frame()
            self.in_a_frame = False
        return self.marionette

    def frame(self, css: str) -> FirefoxFrame:
        return FirefoxFrame(self, css)

    def hand(self, kind: str, pointer: str = "mouse") -> Any:
        """Keys or a pointer, as the operating system would bring them."""
        parameters = {"pointerType": pointer} if kind == "pointer" else None
        return self._here().actions.sequence(kind, f"{kind} {pointer}", parameters)

    def on(self, what: str, tell: Callable[[str], object]) -> None:
        """Only what the page itself threw, and told when it is left."""
        assert what == "pageerror"
        self.on_fault.append(tell)

    def remove_listener(self, what: str, tell: Callable[[str], object]) -> None:
        assert what == "pageerror"
        self.on_fault.remove(tell)

    def bring_to_front(self) -> None:
        self._here()

    def goto(self, url: str) -> None:
        self.tell_faults()
        self._here().navigate(url)
        self.script(WATCH)

    def script(self, body: str, *arguments: object, sandbox: str | None = None) -> Any:
        """Run it as the page's own, or in the sandbox "system", which sees into closed shadow roots."""
        return self._here().execute_script(body, list(arguments), sandbox=sandbox, new_sandbox=False)

    def evaluate(self, expression: str) -> Any:
        body = f"const found = ({expression}); return typeof found === 'function' ? found() : found ?? null;"
        return self.script(body)

    def locator(self, css: str) -> FirefoxLocator:
        return FirefoxLocator(self).locator(css)

    def get_by_role(self, role: str, *, name: Name = None, exact: bool = False) -> FirefoxLocator:
        return FirefoxLocator(self).get_by_role(role, name=name, exact=exact)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(self._here().screenshot(format="binary", full=False))

    def tell_faults(self) -> None:
        for fault in self.script("return window.__faults ?? []"):
            for tell in self.on_fault:
                tell(fault)

    def close(self) -> None:
        self.tell_faults()
        self.marionette.close()
        self.marionette.switch_to_window(self.first)


class FirefoxFrame(FirefoxPage):
    """A frame of a tab, asked as if it were a tab: its own document, keys and pointer, places from its own corner."""

    def __init__(self, around: FirefoxPage, css: str) -> None:
        super().__init__(around.marionette, around.handle, around.first)
        self.around = around
        self.css = css

    def _here(self) -> Any:
        here = self.around._here()
        here.switch_to_frame(here.find_element("css selector", self.css))
        self.around.in_a_frame = True
        return here


@dataclass(frozen=True)
class FirefoxExpectation:
    """What `expect` of a Firefox locator waits for, under Playwright's names. `timeout`: milliseconds."""

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

    def to_have_count(self, count: int, *, timeout: float | None = None) -> None:
        self._until(f"is there {count} times", lambda: self.locator.count() == count, timeout)

    def to_have_accessible_name(self, name: str, *, timeout: float | None = None) -> None:
        self._until(f"is called {name!r}", lambda: self.locator.ask("name") == name, timeout)

    def to_contain_text(self, words: str, *, timeout: float | None = None) -> None:
        self._until(f"says {words!r}", lambda: words in plainly(self.locator.ask("text")), timeout)


def plainly(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
