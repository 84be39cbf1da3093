"""The popup as the toolbar button opens it over a page, in either browser; nothing in it is stood in for."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.companion import until
from tests.browser.firefox import FirefoxBrowser
from tests.browser.firefox_locator import FirefoxLocator, Name
from tests.browser.forepost import Forepost, development, gecko_id

ADDRESS = "/popup/popup.html"


def press_toolbar_button(forepost: Forepost, page: Any) -> Popup:
    """Press Forepost's button over this page, as a person does: from then on `activeTab` is granted there."""
    if isinstance(forepost.context, FirefoxBrowser):
        return FirefoxPopup(forepost.context, page)
    return ChromiumPopup(forepost.context, page)


class Popup:
    """What can be asked of it, in the words of a page. A browser's own class runs scripts in it and moves the mouse."""

    def script(self, body: str, *arguments: object) -> Any:
        raise NotImplementedError

    def press(self, x: float, y: float) -> None:
        raise NotImplementedError

    @property
    def mouse(self) -> Popup:
        return self

    def click(self, x: float, y: float, pointer: str = "mouse") -> None:
        self.press(x, y)

    def locator(self, css: str) -> FirefoxLocator:
        return FirefoxLocator(self).locator(css)

    def get_by_role(self, role: str, *, name: Name = None, exact: bool = False) -> FirefoxLocator:
        return FirefoxLocator(self).get_by_role(role, name=name, exact=exact)

    def allow(self) -> None:
        """Say yes to the browser's question."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def says(self, words: str) -> None:
        """Wait until these words are seen in it."""
        until(f"the popup says {words!r}", lambda: words in str(self.script("return document.body?.innerText ?? ''")))


# These run in the browser's own window.
OPEN = """
const [id] = arguments;
const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
const window = Services.wm.getMostRecentWindow('navigator:browser');
const { extension } = WebExtensionPolicy.getByID(id);
await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
resolve(true);
"""
RUN = (Path(__file__).parent / "firefox_popup.js").read_text(encoding="utf-8")
CLOSE = """
for (const panel of Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('panel')) {
  if (panel.querySelector('browser.webextension-popup-browser')) panel.hidePopup();
}
resolve(true);
"""
# The question Firefox asks a person, beside the address bar. Answers whether it was there.
ALLOW = """
const { document } = Services.wm.getMostRecentWindow('navigator:browser');
const asked = document.getElementById('addon-webext-permissions-notification');
asked?.button.click();
resolve(Boolean(asked));
"""


class FirefoxPopup(Popup):
    def __init__(self, browser: FirefoxBrowser, page: Any) -> None:
        self.browser = browser
        self.asked_by = page
        page.evaluate("document.title")  # brings its tab to the front
        browser.in_chrome(OPEN, gecko_id())
        until("the popup is open", self._answers)

    def _answers(self) -> bool:
        return bool(self.browser.in_chrome(RUN, "return true", [], False).get("value"))

    def _run(self, body: str, arguments: tuple[object, ...], *, pressed: bool) -> Any:
        said = self.browser.in_chrome(RUN, body, list(arguments), pressed)
        assert "fault" not in said, said
        return said.get("value")

    def script(self, body: str, *arguments: object) -> Any:
        return self._run(body, arguments, pressed=False)

    def press(self, x: float, y: float) -> None:
        self._run("document.elementFromPoint(arguments[0], arguments[1]).click()", (x, y), pressed=True)

    def allow(self) -> None:
        until("Firefox asks, and the person allows it", lambda: self.browser.in_chrome(ALLOW))

    def close(self) -> None:
        self.browser.in_chrome(CLOSE)
        until("the popup is closed", lambda: not self._answers())


class ChromiumPopup(Popup):
    """Playwright knows no popups: it is driven through a session of the DevTools protocol of its own."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        assert context.browser is not None
        self.session = context.browser.new_browser_cdp_session()
        self.answers: dict[int, dict[str, Any]] = {}
        self.session.on("Target.receivedMessageFromTarget", self._heard)
        page.bring_to_front()
        (tab,) = [each for each in self._targets("tab") if each["url"] == page.url]
        self.session.send("Extensions.triggerAction", {"id": development()["id"], "targetId": tab["targetId"]})
        popup = until("the popup is open", self._popup)
        attached = self.session.send("Target.attachToTarget", {"targetId": popup["targetId"], "flatten": False})
        self.id = attached["sessionId"]

    def _targets(self, kind: str) -> list[dict[str, Any]]:
        found = self.session.send("Target.getTargets", {"filter": [{}]})["targetInfos"]
        return [target for target in found if target["type"] == kind]

    def _popup(self) -> dict[str, Any] | None:
        return next((page for page in self._targets("page") if page["url"].endswith(ADDRESS)), None)

    def _heard(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "id" in message:
            self.answers[message["id"]] = message

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = len(self.answers) + 1
        message = json.dumps({"id": number, "method": method, "params": parameters})
        self.session.send("Target.sendMessageToTarget", {"sessionId": self.id, "message": message})

        def answered() -> dict[str, Any] | None:
            self.session.send("Browser.getVersion")  # events come while something is asked
            return self.answers.get(number)

        answer = until(f"the popup answers to {method}", answered)
        assert "error" not in answer, answer
        return dict(answer["result"])

    def script(self, body: str, *arguments: object) -> Any:
        expression = f"(function () {{ {body} }}).apply(null, {json.dumps(arguments)})"
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def allow(self) -> None:
        """The profile was made as that of a person who said yes before (`Setting.would_allow`): it is not asked."""

    def screenshot(self, path: Path) -> None:
        path.write_bytes(b64decode(self._call("Page.captureScreenshot", format="png")["data"]))

    def close(self) -> None:
        if self._popup():
            self.script("window.close()")
        until("the popup is closed", lambda: not self._popup())
        self.session.detach()
