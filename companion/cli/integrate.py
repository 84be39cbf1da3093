"""`forepost integrate` and `forepost unintegrate`: puts Forepost in its places on this desktop, and takes it away."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import get_args

import click
from rich.console import Console
from rich.table import Table

from companion.cli.ending import Exit
from companion.desktop.integration import System, table
from companion.desktop.manifests import Launch
from companion.desktop.placing import Outcome, put_all, take_all_away

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
    report(put_all(entries, Path.home() / MADE), "forepost integrate")


@click.command()
def unintegrate() -> None:
    """Take away all that `forepost integrate` has put in place; your settings stay."""
    only_linux()
    entries = table("linux", Path.home(), Launch())
    report(take_all_away(entries, Path.home() / MADE), "forepost unintegrate")


def home_for(system: System | None) -> PurePath:
    return HOMES[system] if system else Path.home()


def only_linux() -> None:
    if sys.platform != "linux":
        click.echo("This system is shown only, with --dry-run: writing to it was never tried. Nothing was changed.")
        sys.exit(Exit.ERROR)


def report(done: list[Outcome], again: str) -> None:
    """Show what became of each; below it, what failed and the one thing to do. Ends with 3 when anything failed."""
    shown = Table("For", "Place", "", box=None, pad_edge=False)
    for each in done:
        shown.add_row(each.entry.what, each.entry.place, each.became)
    Console(highlight=False).print(shown)
    failed = [each for each in done if each.trouble]
    for each in failed:
        click.echo(f"\n{each.entry.what}: {each.trouble} Make room or let it be written, then run: {again}", err=True)
    if failed:
        sys.exit(Exit.ERROR)
