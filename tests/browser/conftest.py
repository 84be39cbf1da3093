"""What all browser tests share: the built extension and replicas, the servers, a companion and a browser."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from companion.store.paths import places
from tests.browser.browsers import BROWSERS
from tests.browser.builds import EXTENSION, PACKAGES, build_extension, build_replicas
from tests.browser.chromium import Launch, find_chromium, launch
from tests.browser.companion import ROOT, Companion
from tests.browser.firefox import find_firefox, launch_firefox
from tests.browser.forepost import Forepost, Open, Setting, put_together
from tests.browser.own_pages import live_in, page_in, weeks_ago
from tests.browser.pages import PageServer, serve_pages
from tests.browser.surfaces import Surface
from tests.browser.surfaces.x import X_HOME


def parameters(item: pytest.Item) -> dict[str, object]:
    """What a test is run with, of all it could be run with."""
    return item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}


def browser_of(item: pytest.Item) -> str:
    """The browser a test is driven in."""
    return str(parameters(item).get("browser_name", "chromium"))


# They need the five known ports, which a machine has once.
ONE_BY_ONE = {"test_connection", "test_own_pages", "test_release_build"}


def group_of(item: pytest.Item) -> str | None:
    """Tests that one worker runs when several run tests side by side: those that share a browser of their own.

    The specification is most of the time, and its browsers are everybody's: any worker may take any test of it.
    """
    module = item.path.stem
    if isinstance(item, pytest.Function) and "open_undescribed" in item.fixturenames:
        return "without site files"
    return None if module == "test_specification" else "known ports" if module in ONE_BY_ONE else module


def site_of(item: pytest.Item) -> tuple[str, str]:
    """Where a test of the specification goes: one after the other on one site, a browser needs no new process."""
    if item.path.stem != "test_specification":
        return "", ""
    surface = parameters(item).get("surface")
    return "after all other tests", surface.known_as if isinstance(surface, Surface) else ""


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """No browser and no right to install one: say so in every result, rather than fail or pass in silence."""
    driven = [item for item in items if "browser" in item.keywords]
    items.sort(key=site_of)
    for item in driven:
        if group := group_of(item):
            item.add_marker(pytest.mark.xdist_group(group))
    for browser, find in (("chromium", find_chromium), ("firefox", find_firefox)):
        wanting = [item for item in driven if browser_of(item) == browser]
        script = f"scripts/ensure-{browser}.sh"
        if wanting and find() is None:
            subprocess.run([ROOT / script], check=False)
        if find() is None:
            for item in wanting:
                item.add_marker(pytest.mark.skip(reason=f"no {browser}, and it could not be installed: see {script}"))


@pytest.fixture(params=BROWSERS)
def browser_name(request: pytest.FixtureRequest) -> str:
    """Each browser in its turn, where a test does not name the one that can do what it asks."""
    return str(request.param)


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
def bares(
    playwright: Playwright, pages: PageServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Any]]:
    """A browser without Forepost, as `bares("firefox")`: one of each for all."""
    with ExitStack() as running:

        def start(browser: str) -> Any:
            folder = tmp_path_factory.mktemp("bare")
            context = (
                launch_firefox(folder, pages) if browser == "firefox" else launch(playwright, Launch(folder, pages))
            )
            return running.enter_context(closing(context))

        yield cache(start)


@pytest.fixture
def bare(bares: Callable[[str], Any], browser_name: str) -> Any:
    """One page for all in such a browser: a new one costs a new process."""
    browser = bares(browser_name)
    page = browser.pages[0] if browser.pages else browser.new_page()
    page.bring_to_front()  # a tab behind another one draws no frames
    return page


@pytest.fixture
def plain_page(bares: Callable[[str], Any], browser_name: str) -> Iterator[Any]:
    with page_in(bares(browser_name)) as page:
        yield page


@pytest.fixture
def script_free(bares: Callable[[str], Any], browser_name: str) -> Iterator[Any]:
    with page_in(bares(browser_name), scripts=False) as page:
        yield page


@pytest.fixture(scope="module")
def companions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Companion]]:
    """One with the traces of weeks for each browser: what is done in the one is not done yet in the other."""
    with ExitStack() as running:

        def start(browser: str) -> Companion:
            folder = tmp_path_factory.mktemp(browser)
            companion = Companion(folder / "state", folder / "probe")
            weeks_ago(places(companion.state))
            companion.start()
            running.callback(companion.stop)
            companion.warm()
            live_in(companion)
            return companion

        yield cache(start)


@pytest.fixture
def companion(companions: Callable[[str], Companion], browser_name: str) -> Companion:
    return companions(browser_name)


@pytest.fixture(scope="session")
def putting(
    playwright: Playwright, pages: PageServer, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], AbstractContextManager[Callable[..., Forepost]]]:
    """For a while, a way to put Foreposts together; all are taken down at the end of it."""
    build_extension()

    @contextmanager
    def putting() -> Iterator[Callable[..., Forepost]]:
        all_of_them: list[Forepost] = []

        def make(build: str = "dev", **settings: Any) -> Forepost:
            folder = tmp_path_factory.mktemp(build)
            made = PACKAGES / build if build.endswith(".zip") else EXTENSION / build
            forepost = put_together(Setting(playwright, pages, folder, made, **settings))
            all_of_them.append(forepost)
            return forepost

        yield make
        for forepost in all_of_them:
            forepost.close()
        strangers = [line for forepost in all_of_them for line in forepost.companion.strangers()]
        assert strangers == [], "something tried to reach another machine"

    return putting


@pytest.fixture(scope="module")
def put(putting: Callable[[], AbstractContextManager[Callable[..., Forepost]]]) -> Iterator[Callable[..., Forepost]]:
    """Put a Forepost together from a build or a zip, as `put("release", running=False)`."""
    with putting() as put:
        yield put


@pytest.fixture(scope="session")
def shared(
    putting: Callable[[], AbstractContextManager[Callable[..., Forepost]]],
) -> Iterator[Callable[[str, str], Forepost]]:
    """The one of this build and browser, as `shared("dev", "firefox")`. Most tests share them, and they a companion."""
    with putting() as put:
        made: list[Forepost] = []

        def make(build: str, browser: str) -> Forepost:
            made.append(put(build, browser=browser, companion=made[0].companion if made else None))
            return made[-1]

        yield cache(make)


@pytest.fixture
def forepost(shared: Callable[[str, str], Forepost], browser_name: str) -> Forepost:
    return shared("dev", browser_name)


@pytest.fixture
def open_composer(forepost: Forepost) -> Iterator[Open]:
    with forepost.opening() as open_surface:
        yield open_surface


@pytest.fixture
def open_undescribed(shared: Callable[[str, str], Forepost], browser_name: str) -> Iterator[Open]:
    """The same with every site file deleted."""
    with shared("dev-without-sites", browser_name).opening() as open_surface:
        yield open_surface


@pytest.fixture(scope="module")
def fragiles(put: Callable[..., Forepost]) -> Callable[[str], Forepost]:
    """A Forepost of a module's own in this browser, connected: its tests kill the companion, or break it otherwise."""

    def make(browser: str) -> Forepost:
        forepost = put(browser=browser)
        with forepost.opening() as open_surface:
            open_surface(X_HOME).write("Good morning").checked()
        return forepost

    return cache(make)


@pytest.fixture
def fragile(fragiles: Callable[[str], Forepost], browser_name: str) -> Forepost:
    return fragiles(browser_name)
