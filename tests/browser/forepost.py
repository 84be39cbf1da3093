"""Forepost as a person has it: companion, browser, extension, and the native-messaging manifest between them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Playwright

from companion.desktop import manifests
from tests.browser import chromium
from tests.browser.chromium import Launch, allow_beforehand, launch
from tests.browser.companion import ROOT, Companion, free_port
from tests.browser.composer import Composer
from tests.browser.firefox import EXTENSION_UUID, FirefoxBrowser, launch_firefox
from tests.browser.pages import PageServer
from tests.browser.surfaces import Surface

Open = Callable[..., Composer]  # a surface and perhaps a query, as "?lang=de"

IDS = ROOT / "companion" / "desktop" / "extension_ids.json"
# A site nobody described: in real life the person adds it in the popup and the browser asks for permission.
ADDED_SITE = "https://plain.example/*"


def development() -> dict[str, str]:
    """Id and key of development builds."""
    entries = json.loads(IDS.read_text(encoding="utf-8"))["chromium"]
    return next(entry for entry in entries if entry["build"] == "development")


def gecko_id() -> str:
    """Id of every build in Firefox."""
    return str(json.loads(IDS.read_text(encoding="utf-8"))["firefox"][0]["id"])


def prepared(build: Path, folder: Path, would_allow: Sequence[str]) -> Path:
    """A copy of a build to which one more site is added, unless a person is to do that, with the native host's id."""
    copy = folder / build.name
    shutil.copytree(build, copy)
    file = copy / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["key"] = development()["key"]
    if ADDED_SITE not in would_allow:
        manifest["host_permissions"].append(ADDED_SITE)
        for script in manifest["content_scripts"]:
            script["matches"].append(ADDED_SITE)
    file.write_text(json.dumps(manifest, indent=2), encoding="utf-8")
    return copy


def unpacked(package: Path, folder: Path) -> Path:
    """The package that people get, as a folder: with an id, as a store would give it, and nothing else changed."""
    copy = folder / "package"
    shutil.unpack_archive(package, copy)
    file = copy / "manifest.json"
    manifest = {**json.loads(file.read_text(encoding="utf-8")), "key": development()["key"]}
    file.write_text(json.dumps(manifest, indent=2), encoding="utf-8")
    return copy


@dataclass
class Forepost:
    """One companion and one browser profile that belongs to it."""

    companion: Companion
    profile: Path
    extension: Path  # the folder it was installed from
    launch: Callable[[], Any]
    context: Any  # Playwright's for Chromium, a FirefoxBrowser for Firefox
    free: list[Any] = field(default_factory=list)  # tabs that the next test may have: a new one costs a new process

    def own_address(self, name: str) -> str:
        """Where one of the extension's own pages is, as "popup/popup.html"."""
        if isinstance(self.context, FirefoxBrowser):
            return f"moz-extension://{EXTENSION_UUID}/{name}"
        return f"chrome-extension://{development()['id']}/{name}"

    @contextmanager
    def opening(self) -> Iterator[Open]:
        """Opens surfaces, each in a tab of its own, and leaves them at the end. Nothing may have gone wrong inside."""
        opened: list[Composer] = []

        def open_surface(surface: Surface, query: str = "") -> Composer:
            page = self.free.pop() if self.free else self.context.new_page()
            page.bring_to_front()  # a tab behind another one draws no frames
            composer = Composer(page, surface, self.companion)
            opened.append(composer)
            return composer.open(query)

        try:
            yield open_surface
        finally:
            for composer in opened:
                composer.leave()
                self.free.append(composer.page)
        faults = [fault for composer in opened for fault in composer.faults]
        assert faults == [], faults

    def native_host(self) -> Path:
        """The program that the browser starts to reach the companion; without leave to run it finds none."""
        return next(self.profile.rglob("*ative*essaging*osts/*.sh"))

    def stop_background(self) -> None:
        """As the browser does at will, even in the middle of an answer."""
        if isinstance(self.context, FirefoxBrowser):
            self.context.stop_background()
        else:
            chromium.stop_background(self.context)

    def update_extension(self) -> None:
        """The next version takes the place of the one that runs, under the open pages."""
        file = self.extension / "manifest.json"
        manifest = json.loads(file.read_text(encoding="utf-8"))
        manifest["version"] = f"{manifest['version']}.1"
        file.write_text(json.dumps(manifest, indent=2), encoding="utf-8")
        if isinstance(self.context, FirefoxBrowser):
            self.context.install(self.extension)
        else:
            chromium.reload(self.context, development()["id"])

    def switch_extension_off(self) -> None:
        """As a person does, with pages open. There is no way back but to put another Forepost together."""
        if isinstance(self.context, FirefoxBrowser):
            self.context.switch_off()
        else:
            chromium.switch_off(self.context, development()["id"])

    def switch_the_machine_off_and_on(self) -> None:
        """Browser and companion end; the browser is opened again, with nobody to start the companion but us."""
        self.free.clear()
        if isinstance(self.context, FirefoxBrowser):
            self.companion.stop()
            self.context.restart()
        else:
            self.close()
            self.context = self.launch()

    def close(self) -> None:
        self.context.close()
        self.companion.stop()


@dataclass(frozen=True)
class Setting:
    """What a Forepost is put together from."""

    playwright: Playwright
    pages: PageServer
    folder: Path
    build: Path  # a folder, or the package that people get
    running: bool = True  # is the companion started before the browser?
    connected: bool = True  # is there a manifest through which the extension finds the companion?
    port: int | None = None  # the companion's; None: any free one
    companion: Companion | None = None  # that of another browser of the same person; None: one of its own
    net_log: Path | None = None
    browser: Literal["chromium", "firefox"] = "chromium"
    would_allow: tuple[str, ...] = ()  # hosts the person says yes to; in Firefox they are asked in earnest


def put_together(setting: Setting) -> Forepost:
    """Start all of it. The extension pairs by itself, through the manifest in its profile."""
    profile = setting.folder / "profile"
    own = Companion(setting.folder / "state", setting.folder / "probe", setting.port or free_port())
    companion = setting.companion or own
    hosts = "NativeMessagingHosts" if setting.browser == "chromium" else ".mozilla/native-messaging-hosts"
    if setting.connected:
        native = manifests.Launch(state=companion.state, port=companion.port)
        manifests.write_manifest(profile / hosts, setting.browser, native)
    packed = setting.build.suffix == ".zip"
    extension = (
        unpacked(setting.build, setting.folder)
        if packed
        else prepared(setting.build, setting.folder, setting.would_allow)
    )
    start: Callable[[], Any]
    if setting.browser == "firefox":
        profile.mkdir(exist_ok=True)
        installed = setting.build if packed else extension
        start = partial(launch_firefox, profile, setting.pages, installed, companion.environment(), setting.net_log)
    else:
        if setting.would_allow:
            allow_beforehand(profile, development()["id"], setting.would_allow)
        with_ = Launch(profile, setting.pages, extension, companion.environment(), setting.net_log)
        start = partial(launch, setting.playwright, with_)
    try:
        if setting.running and not setting.companion:
            companion.start()
            companion.warm()
        return Forepost(companion, profile, extension, start, start())
    except BaseException:
        companion.stop()
        raise
