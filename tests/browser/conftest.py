"""What all browser tests share: the built extension and replicas, the servers, a companion and a browser."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from tests.browser.builds import EXTENSION, build_extension, build_replicas
from tests.browser.chromium import Launch, find_chromium, launch
from tests.browser.companion import ROOT
from tests.browser.forepost import Forepost, Open, Setting, put_together
from tests.browser.pages import PageServer, serve_pages


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """No Chromium and no right to install one: say so in every result, rather than fail or pass in silence."""
    wanting = [item for item in items if "browser" in item.keywords]
    if not wanting or find_chromium() is not None:
        return
    subprocess.run([ROOT / "scripts" / "ensure-chromium.sh"], check=False)
    if find_chromium() is not None:
        return
    skip = pytest.mark.skip(reason="no Chromium, and it could not be installed: see scripts/ensure-chromium.sh")
    for item in wanting:
        item.add_marker(skip)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def pages() -> Iterator[PageServer]:
    build_replicas()
    server = serve_pages()
    yield server
    server.close()


@pytest.fixture(scope="session")
def bare(
    playwright: Playwright, pages: PageServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser without Forepost."""
    context = launch(playwright, Launch(tmp_path_factory.mktemp("bare"), pages))
    yield context
    context.close()


@pytest.fixture(scope="session")
def put(
    playwright: Playwright, pages: PageServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Forepost]]:
    """Put a Forepost together from a build, as `put("release", running=False)`. All are taken down at the end."""
    build_extension()
    all_of_them: list[Forepost] = []

    def make(build: str = "dev", **settings: Any) -> Forepost:
        folder = tmp_path_factory.mktemp(build)
        forepost = put_together(Setting(playwright, pages, folder, EXTENSION / build, **settings))
        all_of_them.append(forepost)
        return forepost

    yield make
    for forepost in all_of_them:
        forepost.close()
    strangers = [line for forepost in all_of_them for line in forepost.companion.strangers()]
    assert strangers == [], "something tried to reach another machine"


@pytest.fixture(scope="session")
def forepost(put: Callable[..., Forepost]) -> Forepost:
    """The one that most tests share."""
    return put()


@pytest.fixture(scope="session")
def undescribed(put: Callable[..., Forepost]) -> Forepost:
    """The same with every site file deleted."""
    return put("dev-without-sites")


@pytest.fixture
def open_composer(forepost: Forepost) -> Iterator[Open]:
    with forepost.opening() as open_surface:
        yield open_surface


@pytest.fixture
def open_undescribed(undescribed: Forepost) -> Iterator[Open]:
    with undescribed.opening() as open_surface:
        yield open_surface
