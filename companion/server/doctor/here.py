"""The links of the chain on the companion's side: its files, the policy pack, the checks, the process and its port."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from companion import __version__
from companion.desktop.faults import FAULTS
from companion.desktop.local import NoAnswer, NotRunning, Refused, ask, running
from companion.draft import Draft
from companion.policy.allow import NOTHING_ALLOWED
from companion.server.checks import Load, Terms
from companion.server.doctor.link import Health, Link
from companion.server.ports import PORTS, who_listens
from companion.store import counts, records
from companion.store.chosen_pack import found
from companion.store.look import Condition, condition_of
from companion.store.paths import Places
from companion.store.settings_store import read_settings

PROBE = "Ring me on 07400 123456 before eight."
NEARLY_FULL = 20 * 1024 * 1024  # bytes


def folder(where: Places) -> Link:
    """The state folder and the files in it: ours, and closed to others."""
    if not where.state.is_dir():
        return Link("Folder", "broken", f"{where.state} is not there yet.", "Run: forepost run")
    if not os.access(where.state, os.W_OK | os.X_OK):
        return Link("Folder", "broken", f"{where.state} cannot be written.", let_it_be_written(where.state))
    open_to_others = [str(path) for path, bits in closed_to_others(where) if mode_of(path) & bits]
    if open_to_others and os.name == "posix":
        names = " ".join(open_to_others)
        what = f"Others on this machine can get at {names}."
        return Link("Folder", "broken", what, f"Run: chmod go= {names}")
    return Link("Folder", "well", f"{where.state}, readable by you alone.")


def let_it_be_written(folder: Path) -> str:
    """What to do about a folder of ours that cannot be written."""
    if os.name != "posix":
        return "Let yourself write there, in the folder's properties."
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        return "Its disk can only be read. Let that disk be written, then start the companion again."
    return f"Run: chmod u+rwx {folder}"


def closed_to_others(where: Places) -> list[tuple[Path, int]]:
    """Our files, which others may not even read, and their folders, in which others may change nothing."""
    files = [where.settings, where.organisation, where.clients, where.key, where.runtime, where.record, where.counts]
    return [*((file, 0o077) for file in files), (where.state, 0o022), (where.config, 0o022)]


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else 0


def room(where: Places) -> Iterator[Link]:
    """Without room on the disk checking goes on, and nothing that is changed or recorded can be kept."""
    if where.state.is_dir() and (free := shutil.disk_usage(where.state).free) < NEARLY_FULL:
        what = f"Only {free // 1024} KiB are free where {where.state} is: what you change cannot be kept."
        yield Link("Disk", "broken", what, "Delete something there.")


def settings(where: Places) -> Link:
    again = "Start the companion again: it keeps the file aside and goes on with what it can read of it."
    try:
        present = read_settings(where.settings)
    except (OSError, ValidationError):
        return Link("Settings", "broken", f"{where.settings} cannot be read.", again)
    if not where.settings.exists():
        return Link("Settings", "well", "The usual ones; nothing was changed yet.")
    if not present.on:
        return Link("Settings", "note", "Checking is switched off.", "Switch it on in the popup or the tray.")
    return Link("Settings", "well", f"Mode {present.mode}, revision {present.revision}.")


def databases(where: Places) -> Iterator[Link]:
    """The record and the counts, where there are any; read through, and nothing is changed."""
    for name, path, migrations, table in (
        ("Record", where.record, records.MIGRATIONS, "record"),
        ("Counts", where.counts, counts.MIGRATIONS, "day"),
    ):
        try:
            condition = condition_of(path, versions=len(migrations), table=table)
        except FileNotFoundError:
            continue
        health, what, do = DATABASES[condition]
        yield Link(name, health, f"{path} {what}", do)


ANEW = "Stop the companion, move the file away, then start it: it begins a new one."
DATABASES: dict[Condition, tuple[Health, str, str]] = {
    "whole": ("well", "was read through and is whole.", ""),
    "empty": ("note", "is empty.", "If it held anything, bring it back from a copy of yours."),
    "later": (
        "broken",
        "was written by a later version of Forepost: it is left as it is, and nothing is added to it.",
        "Update Forepost.",
    ),
    "damaged": ("broken", "is damaged: a part of it is missing or cannot be read.", ANEW),
    "not SQLite": ("broken", "is damaged: it is no database at all.", ANEW),
    "somebody else's": ("broken", "is a database, but not one of Forepost's.", ANEW),
    "not to be seen": (
        "broken",
        "could not be looked at: another program holds it.",
        "Stop the companion, then try again.",
    ),
}


def set_aside(where: Places) -> Iterator[Link]:
    for folder in sorted({where.config, where.state}):
        for path in sorted(folder.glob("*.broken-*")):
            yield Link("Set aside", "note", f"{path} could not be read once.", "Look at it, then delete it.")


def pack(where: Places) -> Link:
    """Which rules are used, by whom, and whether it is what the person chose."""
    notice = found(where).notice
    if notice is not None:
        return Link("Policy pack", "broken", notice, "Run: forepost policy use FILE. Or: forepost policy use --none")
    try:
        chosen = read_settings(where.settings).organisation
    except (OSError, ValidationError):
        chosen = None
    if chosen is None:
        return Link("Policy pack", "well", "The built-in one.")
    named = f"{chosen.title} {chosen.version}, {chosen.publisher}, sha256 {chosen.sha256}"
    return Link("Policy pack", "well", f"{named}.")


def checks(load: Load) -> Link:
    """The rules and the engine, tried on a text that must be held."""
    try:
        policy, reviews = load()
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
    except NoAnswer:
        return Link("Companion", "broken", f"{at} does not answer: it may be stuck.", "Stop it, then: forepost run")
    except NotRunning:
        who = who_listens(runtime.port) or "nobody"
        what = f"It should be at {at}, but {who} is there. {FAULTS['port-taken']}"
        return Link("Companion", "broken", what, "Stop it, then: forepost run")
    except Refused as refused:
        return Link("Companion", "broken", f"{at}: {refused.message}", "Stop it, then: forepost run")
    if runtime.version != __version__:
        what = f"{at}: it is version {runtime.version}, and {__version__} is installed."
        return Link("Companion", "note", what, "Stop it, then: forepost run")
    return listening(runtime.port, runtime.pid)


def listening(port: int, pid: int) -> Link:
    """A companion that is well; only where browsers look for it can it be found by one that does not know it yet."""
    at = f"http://127.0.0.1:{port} (process {pid})"
    if port not in PORTS:
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
