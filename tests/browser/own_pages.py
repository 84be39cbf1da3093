"""The companion's pages in a browser of their own, without the extension; and their pictures for the documentation.

`python -m tests.browser.own_pages FOLDER [PAGE …]` photographs each page, light and dark; with `zoomed` among them,
at 200 % zoom, and with `forced`, in forced colours. Where Debian's pngquant is there, they are a third as large.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, get_args

from playwright.sync_api import Browser, BrowserContext, Playwright, ViewportSize, sync_playwright

from companion.draft import Mode
from companion.server.messages import PageName
from companion.store.counts import Counts, Outcome
from companion.store.paths import Places, places
from tests.browser.chromium import find_chromium
from tests.browser.companion import Companion
from tests.browser.firefox import FirefoxBrowser

NAMES: tuple[str, ...] = get_args(PageName)
WIDE: ViewportSize = {"width": 900, "height": 800}
HALF: ViewportSize = {"width": 450, "height": 800}
LOOKS: dict[str, tuple[Literal["light", "dark"], ViewportSize]] = {
    "light": ("light", WIDE),
    "dark": ("dark", WIDE),
    # Twice as large on the same screen is half the room, which is what a browser's zoom does to a page.
    "light-200": ("light", HALF),
    "dark-200": ("dark", HALF),
}
IN_THE_PAPERS = ("light", "dark")
ZOOMED = ("light-200", "dark-200")
FORCED = "forced"  # colours of the system's own choice
OUTCOMES: tuple[Outcome, ...] = ("shown", "fixed", "edited", "dismissed", "not_useful", "posted_anyway", "noticed")
COUNTED: tuple[tuple[str, Mode, tuple[int, ...]], ...] = (
    ("personal.phone", "personal", (9, 5, 2, 0, 0, 2, 0)),
    ("disclosure.missing-disclaimer", "professional", (7, 4, 0, 2, 0, 1, 0)),
    ("conduct.heat", "official", (6, 0, 0, 0, 4, 0, 0)),
    ("marking.classification", "official", (3, 1, 3, 0, 0, 0, 0)),
    ("personal.birthday", "personal", (0, 0, 0, 0, 0, 0, 2)),
)
POSTS = (
    ("Our annual report is out: what tenants told us, and what landlords do about it.", "sent", "composer-closed"),
    ("Our office is closed on St Andrew's Day. We are back on Tuesday.", "sent", "site-said-so"),
    ("Applications for our tenant panel are open until Friday.", "unsure", "editor-emptied"),
)


@contextmanager
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


def put_on(page: Any, look: str) -> None:
    """Show an open page in one of the looks."""
    scheme, size = LOOKS["dark" if look == FORCED else look]
    page.emulate_media(color_scheme=scheme, forced_colors="active" if look == FORCED else "none")
    page.set_viewport_size(size)


def open_page(page: Any, companion: Companion, name: str) -> Any:
    """Open one of our pages through a link of its own."""
    path = companion.call("/v1/pages", {"page": name})["path"]
    page.goto(f"http://127.0.0.1:{companion.port}{path}")
    return page


@contextmanager
def page_in(bare: BrowserContext | FirefoxBrowser, *, scripts: bool = True) -> Iterator[Any]:
    """A page by itself. `scripts`: are its own run?"""
    if isinstance(bare, FirefoxBrowser):
        page = bare.new_page()
        if not scripts:
            page.switch_scripts_off()
        yield page
        page.close()
    else:
        assert bare.browser is not None
        context = bare.browser.new_context(java_script_enabled=scripts)
        yield context.new_page()
        context.close()


def refused_by_policy(page: Any) -> list[str]:
    """What a page's own policy refuses from now on, by the browser's console; Firefox tells when it is left."""
    refused: list[str] = []
    page.on("console", lambda one: refused.append(one.text) if re.search("Content.Security", one.text) else None)
    return refused


def photograph(into: Path, names: Sequence[str] = NAMES, looks: Sequence[str] = IN_THE_PAPERS) -> None:
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, plain_browser(playwright) as browser:
        companion = Companion(Path(folder) / "forepost", Path(folder) / "probe")
        weeks_ago(places(companion.state))
        companion.start()
        companion.warm()
        try:
            live_in(companion)
            for name in names:
                context = browser.new_context(viewport=WIDE)
                page = open_page(context.new_page(), companion, name)
                if name == "settings":
                    page.locator("#rules-links").evaluate("one => one.setAttribute('open', '')")
                for look in looks:
                    put_on(page, look)
                    page.screenshot(path=into / f"{name}-{look}.png", full_page=True)
                context.close()
        finally:
            companion.stop()
    if pngquant := shutil.which("pngquant"):
        taken = [str(into / f"{name}-{look}.png") for name in names for look in looks]
        subprocess.run([pngquant, "--force", "--strip", "--ext", ".png", "256", "--", *taken], check=True)


def weeks_ago(where: Places) -> None:
    """Leave counts of the last weeks, as a companion would that had run all the time."""
    where.make()
    for back in range(11):
        counts = Counts(where.counts, lambda: datetime.now(UTC) - timedelta(weeks=back))  # noqa: B023 used at once
        for rule, mode, numbers in COUNTED:
            for outcome, many in zip(OUTCOMES, numbers, strict=True):
                if many > back % 4:
                    counts.add(rule, mode, outcome, many - back % 4)
        counts.database.close()


def live_in(companion: Companion) -> None:
    """Leave the traces of a day with the tool, so that no page is empty."""
    me = {"id": "jane_hendry", "name": "@jane_hendry"}
    official = {
        "site": "x.com",
        "surface": "post",
        "mode": "official",
        "account": {"id": "SHR", "name": "@SHR_Scotland"},
    }
    companion.call(
        "/v1/settings/patch",
        {
            "sites": {"www.facebook.com": {"enabled": False}, "forum.example.org": {"messages": True}},
            "accounts": {
                "x.com:SHR_Scotland": {"mode": "official", "official": True, "name": "@SHR_Scotland"},
                "x.com:jane_hendry": {"mode": "personal", "disclaimer": True, "name": "@jane_hendry"},
            },
            "rules": {"personal.birthday": {"monitor_only": True}},
            "allow_add": {"rule": "personal.phone", "quote": "07400 123456"},
            "measure": True,
            "record": True,
        },
    )
    here = {"site": "x", "surface": "post", "mode": "personal"}
    for rule, quote, said in (("conduct.heat", "bloody", "not_useful"), ("personal.postcode", "EH6 4JF", "dismissed")):
        answer = {"rule": rule, "quote": quote, "said": said, "here": here}
        companion.call("/v1/settings/patch", {"allow_add": answer})
    for rules, anyway in ((["personal.phone"], True), (["disclosure.missing-disclaimer", "conduct.heat"], False)):
        note = {"site": "x.com", "surface": "post", "mode": "personal", "account": me, "rules": rules}
        companion.call("/v1/incidents/note", {**note, "verdict": "hold", "posted_anyway": anyway})
    for text, left, signal in POSTS:
        companion.call("/v1/records/add", {**official, "text": text, "left": left, "signal": signal})


if __name__ == "__main__":
    folder, *asked = sys.argv[1:] or ["docs/images/pages"]
    pages = [name for name in asked if name in NAMES] or NAMES
    photograph(Path(folder), pages, [FORCED] if FORCED in asked else ZOOMED if "zoomed" in asked else IN_THE_PAPERS)
