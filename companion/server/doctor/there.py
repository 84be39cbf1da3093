"""The links of the chain on the other side: the browsers, what lets them start the companion, and the tray."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from companion import __version__
from companion.desktop.browsers import BrowserPlace, browser_places, manifest_fault
from companion.desktop.display import has_display
from companion.desktop.faults import FAULTS
from companion.desktop.instance import is_claimed
from companion.desktop.integration import System, this_system
from companion.desktop.local import NotRunning, Refused, ask, running
from companion.desktop.registry import this_registry
from companion.server.doctor.link import Link, looked
from companion.store.clients import CLIENTS
from companion.store.paths import Places


def native_messaging(where: Places) -> Iterator[Link]:
    """The way by which a browser starts the companion. Without it a browser is connected with a short code."""
    yield from looked("Native messaging", lambda: _ways(where))


def _ways(where: Places) -> Iterator[Link]:
    system = this_system()
    none = True
    for place in browser_places(system or "linux", Path.home(), where.state, this_registry()):
        name = f"Native messaging, {place.browser}"
        for link in looked(name, partial(_way, name, place, system)):
            none = False
            yield link
    if none:
        yield Link("Native messaging", "note", "No browser that Forepost knows has run here yet.")


def _way(name: str, place: BrowserPlace, system: System | None) -> Iterator[Link]:
    """Nothing for a browser that has never run here."""
    code = "connect it with a short code: forepost pair"
    if not place.is_there:
        return
    if place.manifest is None or not place.manifest.exists():
        do = f"Run: forepost integrate. Or {code}" if system else f"{code[0].upper()}{code[1:]}"
        yield Link(name, "note", "This browser cannot start the companion by itself.", do)
    elif fault := manifest_fault(place.family, place.manifest):
        yield Link(name, "broken", f"{place.manifest} {fault}.", "Delete it, then connect with: forepost pair")
    else:
        yield Link(name, "well", f"{place.manifest}.")


def browsers(where: Places, heard: Mapping[str, str]) -> Iterator[Link]:
    """Each connected browser. `heard`: the version of its extension, by client, where the companion was told it."""
    do = "Press Forepost's button in your browser, or run: forepost pair"
    try:
        clients = CLIENTS.validate_json(where.clients.read_bytes())
    except FileNotFoundError:
        clients = []
    except (OSError, ValidationError):
        yield Link("Browsers", "broken", f"{where.clients} cannot be read.", do)
        return
    if not clients:
        yield Link("Browsers", "broken", f"No browser is connected. {FAULTS['not-paired']}", do)
    for client in clients:
        yield browser(client.name, client.created[:10], heard.get(client.client))


def browser(name: str, since: str, version: str | None) -> Link:
    what = f"Connected since {since}"
    if version is None:
        return Link(f"Browser, {name}", "well", f"{what}; not heard of since the companion started.")
    if version != __version__:
        what = f"{what}, its extension is version {version}, the companion {__version__}."
        older = "Forepost in that browser" if numbers(version) < numbers(__version__) else "the companion"
        return Link(f"Browser, {name}", "note", what, f"Update {older}.")
    return Link(f"Browser, {name}", "well", f"{what}, extension {version}.")


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def versions(state: Path | None) -> dict[str, str]:
    """The version of each browser's extension, as far as the running companion has been told."""
    try:
        runtime = running(state)
        found = ask(runtime, "/v1/pairings", {"kind": "list"})["clients"] if runtime else []
    except (NotRunning, Refused, OSError):  # named by the link of the companion itself
        return {}
    return {each["client"]: each["version"] for each in found if each["version"]}


def tray(where: Places) -> Link:
    """The icon on the desktop. Nothing needs it: all that is in it is in the browser's popup as well."""
    if is_claimed(where.tray_lock):
        return Link("Tray", "well", "Its process runs.")
    if importlib.util.find_spec("PySide6") is None:
        return Link("Tray", "note", "It is an extra that is not installed here.", "Run: pip install 'forepost[tray]'")
    if not has_display():
        return Link("Tray", "note", "There is no display here to show it on.")
    return Link("Tray", "note", "It is not shown.", "Run: forepost tray")
