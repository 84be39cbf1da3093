"""`forepost integrate` and `forepost unintegrate`: puts Forepost in its places on this desktop, and takes it away."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import get_args

import click
from rich.console import Console
from rich.table import Table

from companion.desktop.integration import Entry, System, table
from companion.desktop.manifests import Launch
from companion.store.private_file import write_private

NOT_HERE = 3  # exit code: only a preview is had on this system
HOMES: dict[System, PurePath] = {
    "linux": PurePosixPath("/home/you"),
    "macos": PurePosixPath("/Users/you"),
    "windows": PureWindowsPath(r"C:\Users\you"),
}
MADE = ".local/share/forepost/folders.json"  # the folders that were made for it, so that they can go again


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--system", type=click.Choice(get_args(System)), help="Show it for another system; writes nothing.")
def integrate(state: Path | None, dry_run: bool, system: System | None) -> None:
    """Start Forepost with the desktop, and let the browsers found here start it."""
    entries = table(system or "linux", home_for(system), Launch(state=state.absolute() if state else None))
    if dry_run or system:
        for entry in entries:
            click.echo(f"{entry.place}\n{entry.content}")
        return
    only_linux()
    show([(entry, put(entry)) for entry in entries])


@click.command()
def unintegrate() -> None:
    """Take away all that `forepost integrate` has put in place; your settings stay."""
    only_linux()
    entries = table("linux", Path.home(), Launch())
    show([(entry, take_away(entry)) for entry in entries])
    take_folders_away(Path.home() / MADE)


def home_for(system: System | None) -> PurePath:
    return HOMES[system] if system else Path.home()


def only_linux() -> None:
    if sys.platform != "linux":
        click.echo("This system is shown only, with --dry-run: writing to it was never tried. Nothing was changed.")
        sys.exit(NOT_HERE)


def put(entry: Entry) -> str:
    """Write one file; says what became of it."""
    path = Path(str(entry.path))
    if entry.needs is not None and not Path(str(entry.needs)).is_dir():
        return "not found here"
    missing = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    if missing:
        remember(missing)
    if path.exists() and path.read_text(encoding="utf-8") == entry.content:
        return "as it was"
    write_private(path, entry.content.encode())
    path.chmod(entry.mode)
    return "written"


def remember(folders: list[Path]) -> None:
    """Note folders that were made, the deepest first."""
    note = Path.home() / MADE
    own = [folder for folder in note.parents if not folder.exists()]
    note.parent.mkdir(parents=True, exist_ok=True)
    known = json.loads(note.read_text(encoding="utf-8")) if note.exists() else []
    write_private(
        note, json.dumps(sorted({*known, *map(str, own), *map(str, folders)}, key=len, reverse=True)).encode()
    )


def take_away(entry: Entry) -> str:
    path = Path(str(entry.path))
    if not path.exists():
        return "was not there"
    path.unlink()
    return "removed"


def take_folders_away(note: Path) -> None:
    """The folders that were made, where nobody has put anything into them since."""
    folders = json.loads(note.read_text(encoding="utf-8")) if note.exists() else []
    note.unlink(missing_ok=True)
    for folder in folders:
        with contextlib.suppress(OSError):  # it holds something of somebody else's, or is gone
            Path(folder).rmdir()


def show(done: list[tuple[Entry, str]]) -> None:
    shown = Table("For", "Place", "", box=None, pad_edge=False)
    for entry, outcome in done:
        shown.add_row(entry.what, entry.place, outcome)
    Console(highlight=False).print(shown)
