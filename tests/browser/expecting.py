"""`expect` for both browsers: Playwright's own for Chromium, the same words for Firefox."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect as expect_in_chromium

from tests.browser.companion import LIMIT
from tests.browser.firefox_expectation import FirefoxExpectation
from tests.browser.firefox_locator import FirefoxLocator

expect_in_chromium.set_options(timeout=LIMIT * 1000)


def expect(locator: Any, said: str | None = None) -> Any:
    """Wait for something to become true of a place on the page; `said` explains a failure."""
    if isinstance(locator, FirefoxLocator):
        return FirefoxExpectation(locator, said or "")
    return expect_in_chromium(locator, said)
