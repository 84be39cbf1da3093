"""Starts Chromium with a profile, the extension and the replicas' host names, the way the measured traps ask for."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests.browser.pages import PageServer

VIEWPORT = {"width": 1280, "height": 800}


def find_chromium() -> str | None:
    """The system's Chromium; the tests never download one."""
    return shutil.which("chromium")


@dataclass(frozen=True)
class Launch:
    """What a browser is started with."""

    profile: Path
    pages: PageServer
    extension: Path | None = None
    environment: dict[str, str] | None = None
    net_log: Path | None = None


def allow_beforehand(profile: Path, extension: str, patterns: Sequence[str]) -> None:
    """Make a profile in which the person allowed these hosts once, before its first start.

    A headless Chromium draws the question and nobody can answer it. What was allowed before is not asked again, so the
    extension's own request goes its whole way and only the bubble is left out.
    """
    allowed = {"api": [], "explicit_host": list(patterns), "manifest_permissions": [], "scriptable_host": []}
    known = {extension: {"granted_permissions": allowed, "runtime_granted_permissions": allowed}}
    folder = profile / "Default"
    folder.mkdir(parents=True)
    (folder / "Preferences").write_text(json.dumps({"extensions": {"settings": known}}), encoding="utf-8")


def to_pages(pages: PageServer) -> list[str]:
    """Flags with which every host is one of our two ports; the first counts as a public address.

    Without the address space, pages would be as local as the companion and Chromium's local network checks
    would be silently off.
    """
    port, near = pages.port, pages.near_port
    return [
        f"--host-resolver-rules=MAP near.example 127.0.0.1:{near}, MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1",
        "--ignore-certificate-errors",
        f"--ip-address-space-overrides=127.0.0.1:{port}=public",
    ]


def launch(playwright: Playwright, with_: Launch) -> BrowserContext:
    """A persistent context, of which a profile is kept."""
    flags = [
        *to_pages(with_.pages),
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-unsafe-extension-debugging",  # lets a test press the toolbar button
    ]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    if with_.extension is not None:
        flags += [f"--load-extension={with_.extension}", f"--disable-extensions-except={with_.extension}"]
    if with_.net_log is not None:
        flags.append(f"--log-net-log={with_.net_log}")
    environment = with_.environment if with_.environment is not None else dict(os.environ)
    return playwright.chromium.launch_persistent_context(
        with_.profile,
        executable_path=find_chromium(),
        headless=True,
        args=flags,
        env={**environment},
        viewport={"width": VIEWPORT["width"], "height": VIEWPORT["height"]},
        has_touch=True,
        ignore_https_errors=True,
    )


def stop_background(context: BrowserContext) -> None:
    """Chromium stops every service worker at will; under a driver it never does so by itself."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.close()


def reload(context: BrowserContext, extension: str) -> None:
    """Read the extension's folder anew, as an update does. `extension`: its id."""
    page = context.new_page()
    page.goto("chrome://extensions")
    # Without the developer mode, an unpacked extension is switched off when it is loaded again.
    page.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })")
    page.evaluate("(id) => chrome.developerPrivate.reload(id, { failQuietly: false })", extension)
    page.close()


def switch_off(context: BrowserContext, extension: str) -> None:
    """As a person does under *Manage extensions*."""
    page = context.new_page()
    page.goto("chrome://extensions")
    page.evaluate("(id) => chrome.management.setEnabled(id, false)", extension)
    page.close()
