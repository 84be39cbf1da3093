"""What lies in the clipboard of either browser."""

from __future__ import annotations

from typing import Any

from tests.browser.firefox_page import FirefoxPage


def copied(page: Any) -> str:
    """What was copied last, on this page or another."""
    if isinstance(page, FirefoxPage):
        return page.copied()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return str(page.evaluate("() => navigator.clipboard.readText()"))
