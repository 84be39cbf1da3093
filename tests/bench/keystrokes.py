"""What a key costs the page's main thread, by Chromium's tracing, at 3,000 characters, with Forepost and without."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.bench.measure import percentile
from tests.bench.texts import text_of
from tests.browser.chromium import Launch, launch
from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.forepost import Forepost
from tests.browser.pages import PageServer
from tests.browser.surfaces.facebook import FACEBOOK_POST

SIZE = 3_000  # characters in the editor
KEYS = 60
APART = 300  # ms between two keys: longer than the pause after a word, so that answers come and are drawn in between
IDLE = 5_000  # ms
TYPED = "and the walk along the canal was lovely too "
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
Event = dict[str, Any]


@contextmanager
def traced(page: Page) -> Iterator[list[Event]]:
    """The events of what happens inside, complete at the end."""
    events: list[Event] = []
    complete: list[bool] = []
    session = page.context.new_cdp_session(page)
    session.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    session.on("Tracing.tracingComplete", lambda _: complete.append(True))
    session.send("Tracing.start", {"traceConfig": {"includedCategories": CATEGORIES}})
    yield events
    session.send("Tracing.end")
    until("the trace is complete", lambda: page.evaluate("true") and complete, 30)
    session.detach()


def milliseconds(event: Event) -> float:
    """Of the processor where the trace knows it, so that other programs do not count."""
    return float(event["tdur"] if "tdur" in event else event["dur"]) / 1000


def per_key(events: list[Event]) -> list[float]:
    """For each key: all tasks of the page's main thread, in ms, from its keydown to the next."""
    downs = [one for one in events if one["name"] == "EventDispatch" and one["args"]["data"]["type"] == "keydown"]
    downs.sort(key=lambda one: one["ts"])
    thread = (downs[0]["pid"], downs[0]["tid"])
    tasks = [one for one in events if (one["pid"], one["tid"]) == thread and one["name"].endswith("RunTask")]
    names = {one["name"] for one in tasks}
    one_kind = "RunTask" if "RunTask" in names else next(iter(names))  # the same tasks come under two names
    edges = [(one["ts"], after["ts"]) for one, after in pairwise(downs)]
    return [
        sum(milliseconds(task) for task in tasks if task["name"] == one_kind and begin <= task["ts"] < end)
        for begin, end in edges
    ]


def calls_of_ours(events: list[Event]) -> int:
    """How often a script of an extension was called."""
    addresses = [one["args"]["data"].get("url", "") for one in events if one["name"] == "FunctionCall"]
    return sum(address.startswith("chrome-extension://") for address in addresses)


def write(composer: Composer) -> list[float]:
    composer.focus()
    composer.page.keyboard.insert_text(text_of(SIZE, 0))
    composer.page.wait_for_timeout(2_000)  # what comes of it is no part of a key
    with traced(composer.page) as events:
        for place in range(KEYS):
            composer.page.keyboard.press(TYPED[place % len(TYPED)].replace(" ", "Space"))
            composer.page.wait_for_timeout(APART)
    return per_key(events)


def idle(page: Page) -> int:
    with traced(page) as events:
        page.wait_for_timeout(IDLE)
    return calls_of_ours(events)


def without(playwright: Playwright, pages: PageServer, forepost: Forepost) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        context: BrowserContext = launch(playwright, Launch(Path(folder), pages))
        try:
            return write(Composer(context.new_page(), FACEBOOK_POST, forepost.companion).open())
        finally:
            context.close()


def measure(playwright: Playwright, pages: PageServer, forepost: Forepost) -> dict[str, float]:
    off = without(playwright, pages, forepost)
    with forepost.opening() as open_surface:
        composer = open_surface(FACEBOOK_POST)
        before = idle(composer.page)
        on = write(composer)
        composer.sent()
        composer.page.wait_for_timeout(2_000)  # the answer is drawn
        after = idle(composer.page)
    return {
        "key_off_p95_ms": round(percentile(off, 0.95), 2),
        "key_on_p95_ms": round(percentile(on, 0.95), 2),
        "key_off_p50_ms": round(percentile(off, 0.5), 2),
        "key_on_p50_ms": round(percentile(on, 0.5), 2),
        "calls_before_focus": before,
        "calls_when_idle": after,
    }
