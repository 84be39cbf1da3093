"""What the tests of the overlay share: a page in either browser, and a stage on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.browser.overlay.stage import Stage, bundle
from tests.browser.pages import PageServer


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    return bundle(tmp_path_factory.mktemp("overlay"))


@pytest.fixture(scope="session")
def tabs(bares: Callable[[str], Any]) -> Callable[[str], Any]:
    """One page for all tests in a browser: a new process for each would be half of its time."""
    return cache(lambda browser: bares(browser).new_page())


@pytest.fixture
def page(tabs: Callable[[str], Any], browser_name: str) -> Any:
    """It, as a usual machine has it; each test opens what it needs."""
    page = tabs(browser_name)
    page.mouse.move(0, 0)
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.set_viewport_size({"width": 900, "height": 760})
    return page


@pytest.fixture
def stage(page: Any, pages: PageServer, script: str) -> Stage:
    return Stage(page, pages, script)
