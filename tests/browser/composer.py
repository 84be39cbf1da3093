"""A composer as a person meets it: write, look at the chip and the underlines, press Post, answer the review."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from tests.browser.companion import LIMIT, Companion, NotReached, until
from tests.browser.expecting import expect
from tests.browser.surfaces import Surface

Press = Literal["mouse", "touch", "key", "enter on button", "space on button", "script"]

# What lies under our underlines: the words and the middle of their first box. A text area's ranges know offsets only;
# where it has none (Firefox), lines are laid over it in a mirror, whose copy of the text tells the words.
UNDERLINED = """() => {
  const found = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('forepost')) continue;
    for (const range of highlight) {
      if (range.startContainer?.isConnected === false) continue; // on a node the page has thrown away: not painted
      const field = range.startContainer instanceof Text ? null : document.querySelector('textarea');
      const words = field ? field.value.slice(range.startOffset, range.endOffset) : String(range);
      const box = range.getClientRects()[0];
      found.push({ words, weight: name, x: box ? box.x + box.width / 2 : 0, y: box ? box.y + box.height / 2 : 0 });
    }
  }
  const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
  for (const { shadowRoot } of document.querySelectorAll('forepost-mirror')) {
    const [copy, lines] = shadowRoot.children;
    for (const line of lines.children) {
      const box = line.getBoundingClientRect();
      const letters = copy.textContent.split("").filter((_, place) => {
        const range = document.createRange();
        range.setStart(copy.firstChild, place);
        range.setEnd(copy.firstChild, place + 1);
        const { x, y } = middle(range.getBoundingClientRect());
        return x > box.left && x < box.right && y > box.top && y < box.bottom;
      });
      found.push({ words: letters.join(''), weight: line.className, ...middle(box) });
    }
  }
  return found;
}"""

# Does any overlay of the page, in whatever shadow root its composer is, wait for an answer? In the package for people
# it is closed to us as to any page, and does not tell.
CHECKING = """() => {
  const overlaysIn = (root) => [...root.querySelectorAll('*')].flatMap((node) => {
    if (node.localName === 'forepost-overlay') return [node];
    return node.shadowRoot ? overlaysIn(node.shadowRoot) : [];
  });
  const signs = overlaysIn(document).map(({ shadowRoot }) => shadowRoot?.querySelector('template').content);
  return signs.some((sign) => sign?.textContent === 'checking');
}"""

# By then the extension has seen what was written, and says so: see `is_checking`.
NEXT_FRAME = "() => new Promise((over) => requestAnimationFrame(() => setTimeout(() => over(null))))"


class Composer:
    """One surface, open in one page: of Playwright in Chromium, of `firefox_page` in Firefox."""

    def __init__(self, page: Any, surface: Surface, companion: Companion) -> None:
        self.page = page
        self.surface = surface
        self.companion = companion
        self.faults: list[str] = []
        self.since = len(companion.drafts())  # what other pages asked before is not about this one
        page.on("pageerror", self.went_wrong)

    def went_wrong(self, error: object) -> None:
        self.faults.append(str(error))

    def open(self, query: str = "") -> Composer:
        self.page.goto(self.surface.url + query)
        expect(self.editor).to_be_visible()
        return self

    def leave(self) -> None:
        """Its tab is free for another page."""
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")
        self.page.remove_listener("pageerror", self.went_wrong)

    def again(self) -> Composer:
        """For the next post in this page; opened anew where a site puts its composer away with a post."""
        self.ask("__replica.submitted.length = 0")
        self.since = len(self.companion.drafts())
        return self if self.editor.count() and self.editor.is_visible() else self.open()

    @property
    def editor(self) -> Any:
        return self.page.locator(self.surface.editor)

    @property
    def button(self) -> Any:
        return self.page.locator(self.surface.button)

    # Writing

    def focus(self) -> None:
        self.editor.click()

    def type(self, text: str) -> Composer:
        """As a person types: a click into the editor, then key after key."""
        self.focus()
        self.go_on(text)
        return self

    def write(self, text: str) -> Composer:
        """A click into the editor, then the text as `put` puts it."""
        self.focus()
        self.put(text)
        return self

    def put(self, text: str) -> None:
        """Write where the caret is, as a person dictates and ends by hand: words at once, the last keys one by one.

        It takes a twentieth of the time of typing, so all tests write so whose matter is not the keys.
        """
        *lines, last = text.split("\n")
        for line in lines:
            self.page.keyboard.insert_text(line)
            self.page.keyboard.press(self.new_line)
        self.page.keyboard.insert_text(last[:-2])
        self.page.keyboard.type(last[-2:])
        self.ask(NEXT_FRAME)

    def go_on(self, text: str) -> None:
        """Type where the caret is."""
        for place, line in enumerate(text.split("\n")):
            if place:
                self.page.keyboard.press(self.new_line)
            self.page.keyboard.type(line)
        self.ask(NEXT_FRAME)

    @property
    def new_line(self) -> str:
        """The keys that begin a line and do not post."""
        return "Shift+Enter" if self.surface.key == "Enter" else "Enter"

    # What the page itself knows

    def ask(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def model(self) -> str:
        """The text by the editor's own account; blank lines between paragraphs are the editor's way of counting."""
        return re.sub(r"\n{2,}", "\n", str(self.ask("__replica.model()"))).strip("\n")

    def wait_for_model(self, holds: Callable[[str], bool], what: str = "the text changes") -> None:
        try:
            until(what, lambda: holds(self.model()))
        except NotReached as late:
            raise NotReached(f"{late}, but {self.model()!r}") from None

    def wait_model(self, text: str) -> None:
        self.wait_for_model(lambda model: model == text, f"the editor's text is {text!r}")

    def requests_of_the_page(self) -> int:
        """How many requests the page's own network stack made; ours go through the background and are not here."""
        return int(self.ask("performance.getEntriesByType('resource').length"))

    def submitted(self) -> list[str]:
        """The posts that left, each as one text; the posts of a thread are joined by a line."""
        posts = self.ask("__replica.submitted.map((post) => post.texts)")
        return ["\n---\n".join(re.sub(r"\n{2,}", "\n", text).strip("\n") for text in post) for post in posts]

    def wait_submitted(self, count: int = 1) -> list[str]:
        """Wait until so many posts left; all of them. (`wait_for_function` would need `unsafe-eval` in the page.)"""
        until(f"{count} posts left", lambda: len(self.submitted()) >= count)
        return self.submitted()

    def changes(self) -> int:
        """How many different texts the model went through so far."""
        return int(self.ask("__replica.changes.length"))

    def rerender(self) -> None:
        self.ask("__replica.rerender()")

    # Posting

    def finish(self) -> None:
        """The second step, where posting takes two."""
        if self.surface.then:
            self.page.locator(self.surface.then).click(no_wait_after=True)

    def press_post(self, how: Press = "mouse") -> None:
        match how:
            case "mouse":
                self.button.click(no_wait_after=True)
            case "touch":
                self.button.tap(no_wait_after=True)
            case "key":
                assert self.surface.key is not None
                self.page.keyboard.press(self.surface.key)
            case "enter on button":
                self.button.focus()
                self.page.keyboard.press("Enter")
            case "space on button":
                self.button.focus()
                self.page.keyboard.press("Space")
            case "script":
                self.button.evaluate("(button) => button.click()")

    # What Forepost shows

    @property
    def overlay(self) -> Any:
        return self.page.locator("forepost-overlay")

    @property
    def chip(self) -> Any:
        return self.overlay.get_by_role("button", name=re.compile("^Forepost: "))

    def is_checking(self) -> bool:
        """Is an answer about the text as it stands still to come? Until then chip and underlines show the last one."""
        return bool(self.ask(CHECKING))

    def chip_says(self, words: str, limit: float = LIMIT) -> None:
        """Wait until the chip shows these words of the text as it stands. `limit`: seconds."""
        until(f"the check ends that should say {words!r}", lambda: not self.is_checking(), limit)
        expect(self.chip).to_contain_text(words, timeout=limit * 1000)

    def notice_says(self, words: str) -> None:
        """Wait until the short sentence beside the chip shows these words."""
        expect(self.overlay.locator(".bubble:not([hidden])")).to_contain_text(words)

    def checked(self) -> None:
        """Wait until the text as it stands was sent, answered and found clean."""
        self.sent()
        self.chip_says("Checked")

    def drafts(self) -> list[dict[str, Any]]:
        """What the companion was asked about since this page was opened."""
        return self.companion.drafts()[self.since :]

    def sent(self) -> dict[str, Any]:
        """Wait until the companion was asked about the text as it stands; the draft it got."""
        want = self.model()

        def asked() -> dict[str, Any] | None:
            drafts = self.drafts()
            return drafts[-1] if drafts and plain(drafts[-1]["text"]) == want else None

        try:
            return until("the companion was asked about this text", asked)
        except NotReached as late:
            last = [draft["text"] for draft in self.drafts()[-1:]]
            raise NotReached(f"{late}\nin the editor: {want!r}\nlast asked:    {last}") from None

    def underlined(self) -> list[str]:
        return [str(found["words"]) for found in self.ask(UNDERLINED)]

    def wait_underlined(self, *words: str, limit: float = LIMIT) -> None:
        """Wait until exactly these words are underlined in the text as it stands. `limit`: seconds."""
        try:
            until(
                f"underlined are {words}",
                lambda: not self.is_checking() and sorted(self.underlined()) == sorted(words),
                limit,
            )
        except NotReached as late:
            raise NotReached(f"{late}, but {self.underlined()} in {self.model()!r}") from None

    def point_at(self, words: str) -> tuple[float, float]:
        """Where underlined words stand on the screen: CSS pixels in the viewport."""
        found = next(found for found in self.ask(UNDERLINED) if found["words"] == words)
        return found["x"], found["y"]

    def open_card(self, words: str) -> None:
        """Click on underlined words."""
        self.page.mouse.click(*self.point_at(words))
        expect(self.card).to_be_visible()

    def close_card(self) -> None:
        """Escape, and the pointer goes elsewhere: resting on the words it would open the card again."""
        self.page.keyboard.press("Escape")
        self.page.mouse.move(5, 5)
        expect(self.card).to_be_hidden()

    def fix(self, words: str, label: str) -> None:
        """Press a fix on the card of underlined words."""
        self.open_card(words)
        self.card.get_by_role("button", name=label, exact=True).click()

    @property
    def card(self) -> Any:
        return self.overlay.get_by_role("dialog")

    @property
    def review(self) -> Any:
        return self.overlay.get_by_role("alertdialog", name="Before you post")

    def held(self, how: str = "") -> None:
        """The review is open and nothing left."""
        expect(self.review, f"held {how}").to_be_visible()
        assert self.submitted() == [], how

    def answer(self, button: str) -> None:
        self.review.get_by_role("button", name=button, exact=True).click()


def plain(text: str) -> str:
    """A text without the empty lines that editors count differently between paragraphs."""
    return re.sub(r"\n{2,}", "\n", text.replace("\xa0", " ")).strip("\n")
