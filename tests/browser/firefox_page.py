"""A tab of Firefox, in the words of Playwright that the shared specification uses; Marionette drives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from playwright.sync_api import ViewportSize

from tests.browser.companion import until
from tests.browser.firefox_locator import FirefoxLocator, Name

if TYPE_CHECKING:
    from tests.browser.firefox import FirefoxBrowser

# What was thrown, and notices that carry no error, as of a ResizeObserver put off by a frame: Playwright hides those.
WATCH = "window.__faults = []; addEventListener('error', ({ error, message }) => __faults.push(`${error ?? message}`));"
COPY = "Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(arguments[0]);"
# These run in the browser's own window, in which the tab is the one in front.
EMULATE = "Object.assign(gBrowser.selectedBrowser.browsingContext, arguments[0]);"
RESIZE = """
const browser = gBrowser.selectedBrowser;
Object.assign(browser.style, arguments[0]);
document.synchronouslyUpdateRemoteBrowserDimensions(true);
"""
REFUSED = """
const all = Services.console.getMessageArray().filter((message) => message instanceof Ci.nsIScriptError);
Services.console.reset();
return all.map(({ errorMessage }) => errorMessage).filter((words) => /^(Content-Security|Local Network)/.test(words));
"""
DOWNLOADED = """
const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
return Downloads.getList(Downloads.ALL).then((list) => list.getAll()).then((all) =>
  all.filter(({ succeeded }) => succeeded).map(({ target }) => target.path));
"""
# The driver drags as a hand does, and ends a drag without letting go over anything: this runs on the page, before.
DROP = """
const [x, y] = arguments;
const at = { clientX: x, clientY: y, screenX: x + mozInnerScreenX, screenY: y + mozInnerScreenY };
for (const type of windowUtils.dragSession ? ['dragover', 'drop'] : []) {
  const event = new DragEvent(type, { ...at, bubbles: true, cancelable: true, composed: true, view: window });
  windowUtils.dispatchDOMEventViaPresShellForTesting(document.elementFromPoint(x, y), event);
}
"""
MEDIA = {
    "color_scheme": "prefersColorSchemeOverride",
    "forced_colors": "forcedColorsOverride",
    "reduced_motion": "prefersReducedMotionOverride",
}
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
    "ArrowLeft": "\ue012",
    "ArrowDown": "\ue015",
}


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

    def down(self, key: str) -> None:
        self.page.hand("key").key_down(KEYS.get(key, key)).perform()

    def up(self, key: str) -> None:
        self.page.hand("key").key_up(KEYS.get(key, key)).perform()

    def insert_text(self, text: str) -> None:
        """All at once, by the clipboard: the driver knows no other way that every editor takes."""
        self.page.in_window(COPY, text)
        self.press("Control+v")

    def type(self, text: str) -> None:
        hand = self.page.hand("key")
        for key in text:  # key actions: `send_keys` overtakes Lexical
            hand.key_down(key).key_up(key)
        hand.perform()


@dataclass(frozen=True)
class Mouse:
    page: FirefoxPage

    def move(self, x: float, y: float, steps: int = 1) -> None:
        """`steps`: on how many places between it is seen, the last included; they lie close to where it goes."""
        hand = self.page.hand("pointer")
        for left in range(steps - 1, -1, -1):
            hand.pointer_move(round(x) - left, round(y))
        hand.perform()
        self.page.pointer = x, y

    def down(self) -> None:
        self.page.hand("pointer").pointer_down().perform()

    def up(self) -> None:
        self.page.script(DROP, *self.page.pointer, sandbox="system")
        self.page.hand("pointer").pointer_up().perform()

    def dblclick(self, x: float, y: float) -> None:
        self.click(x, y, click_count=2)

    def click(self, x: float, y: float, pointer: str = "mouse", *, click_count: int = 1) -> None:
        hand = self.page.hand("pointer", pointer).pointer_move(round(x), round(y))
        for _ in range(click_count):
            hand.pointer_down().pointer_up()
        hand.perform()


class FirefoxPage:
    def __init__(self, context: FirefoxBrowser, handle: str) -> None:
        self.context = context
        self.marionette = context.marionette
        self.handle = handle
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)
        self.on_fault: list[Callable[[str], object]] = []
        self.on_refusal: list[Callable[[SimpleNamespace], object]] = []
        self.media: dict[str, str] = {}  # what is emulated
        self.pointer = 0.0, 0.0  # where the mouse was moved to
        self.in_a_frame = False  # the driver looks into one of its frames

    def _here(self) -> Any:
        if self.marionette.window != self.handle:
            self.marionette.switch_to_window(self.handle)
        if self.in_a_frame:
            self.marionette.switch_to_frame()
            self.in_a_frame = False
        return self.marionette

    def in_window(self, script: str, *arguments: object) -> Any:
        """Run a script in the window around it, with the browser's own rights."""
        here = self._here()
        with here.using_context("chrome"):
            return here.execute_script(script, list(arguments))

    def copied(self) -> str:
        """What lies in the clipboard."""
        return str(self.in_window("return navigator.clipboard.readText()"))

    def frame(self, css: str) -> FirefoxFrame:
        return FirefoxFrame(self, css)

    def hand(self, kind: str, pointer: str = "mouse") -> Any:
        """Keys or a pointer, as the operating system would bring them."""
        parameters = {"pointerType": pointer} if kind == "pointer" else None
        return self._here().actions.sequence(kind, f"{kind} {pointer}", parameters)

    def on(self, what: str, tell: Callable[[Any], object]) -> None:
        """Told when it is left: what the page itself threw; of its console, what a policy or the browser refused."""
        if what == "console":
            self.in_window(REFUSED)  # of others, before this
            self.on_refusal.append(tell)
        else:
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
        if self.media:  # Firefox forgets it where it keeps the page that was left, for *Back*
            self.in_window(EMULATE, self.media)
        self.script(WATCH)

    def reload(self) -> None:
        self.tell_faults()
        self._here().refresh()
        self.script(WATCH)

    @property
    def url(self) -> str:
        return str(self._here().get_url())

    def switch_scripts_off(self) -> None:
        """As a person does: those of the pages. What a test asks is run all the same."""
        self.in_window(EMULATE, {"allowJavascript": False})

    @contextmanager
    def expect_navigation(self) -> Iterator[None]:
        when = "return [performance.timeOrigin, document.readyState]"
        before, _ = self.script(when)
        yield

        def is_another() -> bool:
            began, state = self.script(when) or (before, "")  # between two pages there is no answer
            return bool(began != before and state == "complete")

        until("another page is there", is_another)

    @contextmanager
    def expect_download(self) -> Iterator[SimpleNamespace]:
        before = self.in_window(DOWNLOADED)
        awaited = SimpleNamespace()
        yield awaited
        path = until("a file is downloaded", lambda: [one for one in self.in_window(DOWNLOADED) if one not in before])
        awaited.value = SimpleNamespace(suggested_filename=Path(path[0]).name)

    def script(self, body: str, *arguments: object, sandbox: str | None = None) -> Any:
        """Run it as the page's own, or in the sandbox "system", which sees into closed shadow roots."""
        return self._here().execute_script(body, list(arguments), sandbox=sandbox, new_sandbox=False)

    def evaluate(self, expression: str, argument: object = None) -> Any:
        body = (
            f"const found = ({expression}); return typeof found === 'function' ? found(arguments[0]) : found ?? null;"
        )
        return self.script(body, argument)

    def emulate_media(self, **wished: str) -> None:
        """What the system asks of pages, as Playwright has it: `color_scheme`, `forced_colors`, `reduced_motion`."""
        self.media |= {MEDIA[name]: value.replace("null", "none") for name, value in wished.items()}
        self.in_window(EMULATE, self.media)

    def set_viewport_size(self, size: ViewportSize) -> None:
        """`size`: in CSS pixels, no larger than the window has room for."""
        self.in_window(RESIZE, {side: f"{length}px" for side, length in size.items()})
        until("the page has its size", lambda: self.evaluate("({ width: innerWidth, height: innerHeight })") == size)

    def locator(self, css: str, **how: Any) -> FirefoxLocator:
        return FirefoxLocator(self).locator(css, **how)

    def get_by_role(self, role: str, **how: Any) -> FirefoxLocator:
        return FirefoxLocator(self).get_by_role(role, **how)

    def get_by_text(self, text: Name, *, exact: bool = False) -> FirefoxLocator:
        return FirefoxLocator(self).get_by_text(text, exact=exact)

    def get_by_label(self, text: Name, *, exact: bool = False) -> FirefoxLocator:
        return FirefoxLocator(self).get_by_label(text, exact=exact)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(self._here().screenshot(format="binary", full=False))

    def tell_faults(self) -> None:
        for refusal in self.in_window(REFUSED) if self.on_refusal else []:
            for tell_refusal in self.on_refusal:
                tell_refusal(SimpleNamespace(text=refusal, type="error"))
        for fault in self.script("return window.__faults ?? []"):
            for tell in self.on_fault:
                tell(fault)

    def close(self) -> None:
        """Also where it has closed itself."""
        if self.handle in self.marionette.window_handles:
            self.tell_faults()
            self.marionette.close()
        self.context.pages.remove(self)
        self.marionette.switch_to_window(self.context.first)


class FirefoxFrame(FirefoxPage):
    """A frame of a tab, asked as if it were a tab: its own document, keys and pointer, places from its own corner."""

    def __init__(self, around: FirefoxPage, css: str) -> None:
        super().__init__(around.context, around.handle)
        self.around = around
        self.css = css

    def _here(self) -> Any:
        here = self.around._here()
        here.switch_to_frame(here.find_element("css selector", self.css))
        self.around.in_a_frame = True
        return here
