"""Starts Firefox ESR with a home of its own, the extension and the replicas' host names."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.browser.companion import free_port, until
from tests.browser.firefox_page import FirefoxPage
from tests.browser.pages import PageServer

# Its own pages stand under it; on a person's machine Firefox draws one by lot.
EXTENSION_UUID = "5f0d2c1e-7a53-4f0b-9d1c-1f2a4c9a7e10"


def find_firefox() -> str | None:
    """The system's Firefox ESR, where there is a driver for it; the tests never download one."""
    try:
        import marionette_driver  # noqa: F401
    except ImportError:
        return None
    return shutil.which("firefox-esr")


@dataclass
class FirefoxBrowser:
    """A running Firefox; each page is a tab of it."""

    marionette: Any
    extension: str  # its id; "" without one
    first: str = ""  # the tab it was started with: without any tab the session would end
    pages: list[FirefoxPage] = field(default_factory=list)

    def new_page(self) -> FirefoxPage:
        self.marionette.switch_to_window(self.first)
        return self._page(self.marionette.open("tab", focus=True)["handle"])

    def _page(self, handle: str) -> FirefoxPage:
        page = FirefoxPage(self, handle)
        self.pages.append(page)
        return page

    @contextmanager
    def expect_page(self) -> Iterator[SimpleNamespace]:
        before = set(self.marionette.window_handles)
        opened = SimpleNamespace()
        yield opened
        new = until("a tab opens", lambda: set(self.marionette.window_handles) - before)
        opened.value = self._page(new.pop())

    def in_chrome(self, script: str, *arguments: object) -> Any:
        """Run a script with the browser's own rights. It ends with `resolve(value)`, which is the answer."""
        with self.marionette.using_context("chrome"):
            whole = f"const resolve = arguments[arguments.length - 1]; (async () => {{ {script} }})();"
            return self.marionette.execute_async_script(whole, list(arguments))

    def stop_background(self) -> None:
        """As Firefox does when nothing was asked for a while, but now, whatever is under way."""
        self.in_chrome(
            "const { extension } = WebExtensionPolicy.getByID(arguments[0]);"
            "await extension.terminateBackground({ disableResetIdleForTest: true });"
            "resolve(true);",
            self.extension,
        )

    def allow(self, origins: list[str], *, allowed: bool) -> None:
        """Give or take what a person gives or takes under *Permissions and data* in the add-on's settings."""
        self.in_chrome(
            "const { ExtensionPermissions } = ChromeUtils.importESModule("
            "  'resource://gre/modules/ExtensionPermissions.sys.mjs');"
            "const { extension } = WebExtensionPolicy.getByID(arguments[0]);"
            "const what = { permissions: [], origins: arguments[1], data_collection: [] };"
            "await ExtensionPermissions[arguments[2] ? 'add' : 'remove'](arguments[0], what, extension);"
            "resolve(true);",
            self.extension,
            origins,
            allowed,
        )

    def switch_off(self) -> None:
        """As a person does under *Manage extensions*."""
        self.in_chrome(
            "const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');"
            "const addon = await AddonManager.getAddonByID(arguments[0]);"
            "await addon.disable();"
            "resolve(true);",
            self.extension,
        )

    def install(self, extension: Path) -> None:
        """Install it, or put it in the place of the one that runs, as an update does. A folder or a zip."""
        from marionette_driver.addons import Addons

        self.marionette.switch_to_window(self.first)
        packed = extension if extension.is_file() else shutil.make_archive(str(extension), "zip", extension)
        Addons(self.marionette).install(str(packed))

    def restart(self) -> None:
        """With the profile it has, as the next morning."""
        self.marionette.restart()
        self.ready()

    def ready(self) -> None:
        self.marionette.timeout.script = 30
        self.marionette.set_window_rect(width=1280, height=900)
        self.first = self.marionette.current_window_handle
        self.pages.clear()

    def leave(self) -> None:
        """As a person does: all that it keeps is written."""
        self.marionette.quit()

    def close(self) -> None:
        self.marionette.quit(in_app=False)


def launch_firefox(
    home: Path,
    pages: PageServer,
    extension: Path | None = None,
    environment: dict[str, str] | None = None,
    net_log: Path | None = None,
) -> FirefoxBrowser:
    """`home`: with its profile, and where it looks for native-messaging hosts. `extension`: a folder or a zip,
    installed until it closes. `net_log`: a name that ends with `.moz_log`.
    """
    from marionette_driver.marionette import Marionette

    gecko = json.loads(identity(extension))["browser_specific_settings"]["gecko"]["id"] if extension else ""
    watched = {"MOZ_LOG": "nsSocketTransport:4", "MOZ_LOG_FILE": str(net_log)} if net_log else {}
    with surroundings({**(environment or {}), **watched, "HOME": str(home)}):
        marionette = Marionette(
            bin=find_firefox(),
            headless=True,
            port=free_port(),
            gecko_log=os.devnull,
            workspace=str(home),
            prefs={
                "network.dns.forceResolve": "127.0.0.1",
                "network.socket.forcePort": f"443={pages.port}",
                # As in Chromium: else pages would be as local as the companion, and Firefox would let them come to it.
                "network.lna.address_space.public.override": f"127.0.0.1:{pages.port}",
                "network.captive-portal-service.enabled": False,
                "network.connectivity-service.enabled": False,
                "extensions.webextensions.uuids": json.dumps({gecko: EXTENSION_UUID}),
                # All sites share one process, and none waits for the next: else that is half of opening a page.
                "fission.webContentIsolationStrategy": 0,
                "dom.ipc.processPrelaunch.enabled": False,
                "dom.w3c_touch_events.enabled": 1,
                "security.notification_enable_delay": 0,  # its questions take an answer at once
                "xpinstall.signatures.required": False,
                "layout.frame_rate": 30,  # it draws without a graphics card
            },
        )
        marionette.start_session({"acceptInsecureCerts": True})
    browser = FirefoxBrowser(marionette, gecko)
    browser.ready()
    if extension:
        browser.install(extension)
    return browser


def identity(extension: Path) -> str:
    """The manifest inside a folder or a zip."""
    if extension.is_dir():
        return (extension / "manifest.json").read_text(encoding="utf-8")
    import zipfile

    with zipfile.ZipFile(extension) as packed:
        return packed.read("manifest.json").decode()


@contextmanager
def surroundings(environment: dict[str, str]) -> Iterator[None]:
    """The driver hands its own environment on to Firefox and takes no other."""
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
