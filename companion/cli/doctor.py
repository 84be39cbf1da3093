"""`forepost doctor`: tests every link between the browser and the checks, and says what to do about a broken one."""

from __future__ import annotations

import importlib.util
import json
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import click
from pydantic import ValidationError

from companion.cli.tray import has_display
from companion.desktop.faults import FAULTS
from companion.desktop.instance import is_claimed
from companion.desktop.local import NotRunning, Refused, ask, running
from companion.desktop.manifests import browser_folders, manifest_fault
from companion.draft import Draft
from companion.policy.allow import NOTHING_ALLOWED
from companion.server.ports import PORTS, who_listens
from companion.store.clients import CLIENTS
from companion.store.paths import Places, places
from companion.store.settings import Settings

Health = Literal["well", "note", "broken"]
PROBE = "Ring me on 07400 123456 before eight."
BROKEN = 1  # exit code


@dataclass(frozen=True)
class Link:
    """One link of the chain. `do` is the one thing that mends it; empty when it is well."""

    link: str
    health: Health
    what: str
    do: str = ""


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(state: Path | None, as_json: bool) -> None:
    """Test every link from the browser to the checks. Ends with 1 when one is broken; changes nothing."""
    found = list(examine(state))
    if as_json:
        click.echo(json.dumps([asdict(link) for link in found], indent=2))
    else:
        show(found)
    sys.exit(BROKEN if any(link.health == "broken" for link in found) else 0)


def show(found: list[Link]) -> None:
    signs = {"well": click.style("well  ", fg="green"), "note": "note  ", "broken": click.style("broken", fg="red")}
    for link in found:
        click.echo(f"{signs[link.health]}  {link.link}: {link.what}")
        if link.do:
            click.echo(f"        {link.do}")
    broken = sum(link.health == "broken" for link in found)
    click.echo("\nEvery link is well." if not broken else f"\n{broken} to mend, from the top.")


def examine(state: Path | None) -> Iterator[Link]:
    where = places(state)
    yield folder(where)
    yield settings(where)
    yield from set_aside(where)
    yield checks()
    yield companion(state)
    yield from native_messaging(where)
    yield browsers(where)
    yield tray(where)


def folder(where: Places) -> Link:
    """The state folder and the files in it: ours, and closed to others."""
    if not where.state.is_dir():
        return Link("Folder", "broken", f"{where.state} is not there yet.", "Run: forepost run")
    if not os.access(where.state, os.W_OK | os.X_OK):
        return Link("Folder", "broken", f"{where.state} cannot be written.", f"Run: chmod u+rwx {where.state}")
    open_to_others = [str(path) for path, bits in closed_to_others(where) if mode_of(path) & bits]
    if open_to_others and os.name == "posix":
        names = " ".join(open_to_others)
        what = f"Others on this machine can get at {names}."
        return Link("Folder", "broken", what, f"Run: chmod go= {names}")
    return Link("Folder", "well", f"{where.state}, readable by you alone.")


def closed_to_others(where: Places) -> list[tuple[Path, int]]:
    """Our files, which others may not even read, and their folders, in which others may change nothing."""
    files = [where.settings, where.organisation, where.clients, where.key, where.runtime, where.record, where.counts]
    return [*((file, 0o077) for file in files), (where.state, 0o022), (where.config, 0o022)]


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else 0


def settings(where: Places) -> Link:
    again = "Start the companion again: it keeps the file aside and begins with the usual settings."
    try:
        present = Settings.model_validate_json(where.settings.read_bytes())
    except FileNotFoundError:
        return Link("Settings", "well", "The usual ones; nothing was changed yet.")
    except (OSError, ValidationError):
        return Link("Settings", "broken", f"{where.settings} cannot be read.", again)
    return Link("Settings", "well", f"Mode {present.mode}, revision {present.revision}.")


def set_aside(where: Places) -> Iterator[Link]:
    for folder in sorted({where.config, where.state}):
        for path in sorted(folder.glob("*.broken-*")):
            yield Link("Settings", "note", f"{path} could not be read once.", "Look at it, then delete it.")


def checks() -> Link:
    """Policy pack and engine, tried on a text that must be held."""
    from companion.server.checks import Terms, load_checks

    try:
        policy, reviews = load_checks()
        terms = Terms("personal", "current", 0, NOTHING_ALLOWED, bytes(32), datetime.now(UTC).date(), choices={})
        review = reviews()(Draft(text=PROBE), terms)
    except Exception as error:  # whatever it is, the person must be told which link it was
        what = f"The checks cannot be loaded ({type(error).__name__})."
        return Link("Checks", "broken", what, "Install Forepost again; the last version that worked will do.")
    if review.verdict != "hold":
        what = f"The policy pack {policy.pack.id} lets a phone number pass."
        return Link("Checks", "note", what, "Right if your organisation wants that; otherwise ask who keeps the pack.")
    return Link("Checks", "well", f"{policy.pack.id} {policy.pack.version}; a test text was held.")


def companion(state: Path | None) -> Link:
    """Is it running, and does the one that listens prove to be it?"""
    runtime = running(state)
    if runtime is None:
        return not_running()
    at = f"http://127.0.0.1:{runtime.port} (process {runtime.pid})"
    try:
        ask(runtime, "/v1/settings/read", {})
    except NotRunning:
        who = who_listens(runtime.port) or "nobody"
        what = f"It should be at {at}, but {who} is there. {FAULTS['port-taken']}"
        return Link("Companion", "broken", what, "Stop it, then: forepost run")
    except Refused as refused:
        return Link("Companion", "broken", f"{at}: {refused.message}", "Stop it, then: forepost run")
    if runtime.port not in PORTS:
        what = f"{at}. Browsers search {PORTS[0]} to {PORTS[-1]} only; one that was connected there knows this port."
        return Link("Companion", "note", what)
    return Link("Companion", "well", f"{at}.")


def not_running() -> Link:
    strangers = {port: who_listens(port) for port in PORTS}
    taken = [f"{port} by {who}" for port, who in strangers.items() if who]
    if len(taken) == len(PORTS):
        what = f"It is not running, and all its ports are taken: {', '.join(taken)}."
        return Link("Companion", "broken", what, "Stop one of these programs, then: forepost run")
    return Link("Companion", "broken", FAULTS["not-running"], "Run: forepost run")


def native_messaging(where: Places) -> Iterator[Link]:
    """The way by which a browser starts the companion. Without it a browser is connected with a short code."""
    there = [place for place in browser_folders(Path.home(), where.state) if place.is_there]
    for place in there:
        fault = manifest_fault(place)
        name = f"Native messaging, {place.browser}"
        if fault is None:
            yield Link(name, "well", f"{place.manifest}.")
        elif place.manifest.exists():
            yield Link(name, "broken", f"{place.manifest} {fault}.", "Delete it, then connect with: forepost pair")
        else:
            what = "This browser cannot start the companion by itself."
            yield Link(name, "note", what, "Run: forepost integrate. Or connect it with a short code: forepost pair")
    if not there:
        yield Link("Native messaging", "note", "No browser that Forepost knows has run here yet.")


def browsers(where: Places) -> Link:
    do = "Press Forepost's button in your browser, or run: forepost pair"
    try:
        clients = CLIENTS.validate_json(where.clients.read_bytes())
    except FileNotFoundError:
        clients = []
    except (OSError, ValidationError):
        return Link("Browsers", "broken", f"{where.clients} cannot be read.", do)
    if not clients:
        return Link("Browsers", "broken", "No browser is connected.", do)
    return Link("Browsers", "well", ", ".join(client.name for client in clients) + ".")


def tray(where: Places) -> Link:
    """The icon on the desktop. Nothing needs it: all that is in it is in the browser's popup as well."""
    if is_claimed(where.tray_lock):
        return Link("Tray", "well", "Its process runs.")
    if importlib.util.find_spec("PySide6") is None:
        return Link("Tray", "note", "It is an extra that is not installed here.", "Run: pip install 'forepost[tray]'")
    if not has_display():
        return Link("Tray", "note", "There is no display here to show it on.")
    return Link("Tray", "note", "It is not shown.", "Run: forepost tray")
