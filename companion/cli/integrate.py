"""`forepost integrate` and `forepost unintegrate`: puts Forepost in its places on this desktop, and takes it away."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import get_args

import click
from rich.console import Console
from rich.table import Table

from companion.cli.ending import Exit
from companion.desktop.integration import System, note_of, table, this_system, to_take_away
from companion.desktop.manifests import Launch
from companion.desktop.placing import Outcome, Placing
from companion.desktop.registry import this_registry

HOMES: dict[System, PurePath] = {
    "linux": PurePosixPath("/home/you"),
    "macos": PurePosixPath("/Users/you"),
    "windows": PureWindowsPath(r"C:\Users\you"),
}
MAKERS: dict[System, str] = {"macos": "Apple", "windows": "Microsoft"}


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--system", type=click.Choice(get_args(System)), help="Show it for another system; writes nothing.")
def integrate(state: Path | None, dry_run: bool, system: System | None) -> None:
    """Start Forepost with the desktop, and let the browsers found here start it."""
    launch = Launch(state=state.absolute() if state else None)
    if dry_run or system:
        for entry in table(system or here(), home_for(system), launch):
            click.echo(f"{entry.place}\n{entry.content}")
        return
    desktop = here()
    report(placing(desktop).put(table(desktop, Path.home(), launch)), "forepost integrate")
    if desktop != "linux":
        click.echo(
            f"\nThis follows the documents of {MAKERS[desktop]} and of the browsers; nobody has tried it there yet. "
            "To see whether it holds, run: forepost doctor. A browser can always be connected with: forepost pair"
        )


@click.command()
def unintegrate() -> None:
    """Take away all that `forepost integrate` has put in place; your settings stay."""
    desktop = here()
    report(placing(desktop).take_away(to_take_away(desktop, Path.home())), "forepost unintegrate")


def here() -> System:
    """This system; ends the command on one we know nothing of."""
    system = this_system()
    if system is None:
        click.echo(
            "Forepost does not know this system's places, and nothing was changed. Start it with: forepost run. "
            "Connect a browser with: forepost pair",
            err=True,
        )
        sys.exit(Exit.ERROR)
    return system


def home_for(system: System | None) -> PurePath:
    return HOMES[system] if system else Path.home()


def placing(system: System) -> Placing:
    return Placing(note_of(system, Path.home()), this_registry())


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
