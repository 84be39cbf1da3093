"""The companion's pages in a browser of their own, without the extension; and their pictures for the documentation.

`python -m tests.browser.own_pages FOLDER` photographs every page, light and dark, as it is and at 200 % zoom.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from companion.server.messages import PageName
from tests.browser.chromium import find_chromium
from tests.browser.companion import Companion

NAMES: tuple[str, ...] = get_args(PageName)
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    # Twice as large on the same screen is half the room, which is what a browser's zoom does to a page.
    "light-200": {"viewport": {"width": 450, "height": 800}},
    "dark-200": {"viewport": {"width": 450, "height": 800}, "color_scheme": "dark"},
}
WIDTH = {"viewport": {"width": 900, "height": 800}}


@contextmanager
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


def open_page(page: Page, companion: Companion, name: str) -> Page:
    """Open one of our pages through a link of its own."""
    path = companion.call("/v1/pages", {"page": name})["path"]
    page.goto(f"http://127.0.0.1:{companion.port}{path}")
    return page


def photograph(into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, plain_browser(playwright) as browser:
        companion = Companion(Path(folder) / "forepost", Path(folder) / "probe")
        companion.start()
        companion.warm()
        try:
            companion.call("/v1/settings/patch", {"sites": {"www.facebook.com": {"enabled": False}}})
            phone = {"rule": "personal.phone", "quote": "07400 123456"}
            companion.call("/v1/settings/patch", {"allow_add": phone})
            for look, setting in LOOKS.items():
                for name in NAMES:
                    context = browser.new_context(**{**WIDTH, **setting})
                    page = open_page(context.new_page(), companion, name)
                    page.screenshot(path=into / f"{name}-{look}.png", full_page=True)
                    context.close()
        finally:
            companion.stop()


if __name__ == "__main__":
    photograph(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images/pages"))
