"""What the tests of the overlay share: a plain browser, and a stage in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright

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


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    clipboard = ["clipboard-read", "clipboard-write"]
    made = browser.new_context(viewport={"width": 900, "height": 760}, permissions=clipboard)
    yield made
    made.close()


@pytest.fixture
def stage(context: BrowserContext, script: str) -> Stage:
    return Stage(context.new_page(), script)
