"""What the tests of the overlay share: a plain browser, and a stage in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.browser.chromium import find_chromium
from tests.browser.overlay.stage import Stage, bundle


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    return bundle(tmp_path_factory.mktemp("overlay"))


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
    yield running
    running.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    clipboard = ["clipboard-read", "clipboard-write"]
    made = browser.new_context(viewport={"width": 900, "height": 760}, permissions=clipboard)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def stage(page: Page, script: str) -> Iterator[Stage]:
    """A stage in one page for all: a new process for each test would be half of its time."""
    yield Stage(page, script)
    page.unroute_all()
    page.mouse.move(0, 0)
    page.goto("about:blank")
