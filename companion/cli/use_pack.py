"""`forepost policy use`: shows what an organisation's pack would change, asks, and checks by it from now on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from companion.cli.ending import Unreadable
from companion.cli.yours import STATE, change, now
from companion.policy.compare import Difference
from companion.store import chosen_pack
from companion.store.chosen_pack import NotAPack
from companion.store.paths import places
from companion.store.settings import ChosenPack

PATH = "/v1/policy/use"
MOST = 12  # lines of one kind of change


@click.command(name="use")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--none", "built_in", is_flag=True, help="Go back to the built-in pack.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@STATE
def use(file: Path | None, built_in: bool, yes: bool, state: Path | None) -> None:
    """Check by the pack in FILE from now on. Shows first who made it and what it changes, and asks.

    A pack says what is looked for and what is said of it. It can switch nothing on that counts, records or sends.

    \b
    forepost policy use council.yaml
    forepost policy use --none
    """
    if (file is None) is not built_in:
        raise Unreadable("Say which: a file, or --none for the built-in pack. Nothing was changed.")
    if file is None:
        change(state, PATH, {"pack": None}, chosen_pack.leave)
        click.echo("The built-in pack is used from now on.")
        return
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Unreadable(f"{file} could not be read: {error.strerror}. Nothing was changed.") from None
    named = looked_at(file, raw, state)
    if not yes:
        click.confirm("Use it from now on?", abort=True)
    change(state, PATH, {"pack": raw.decode()}, lambda where, store: chosen_pack.choose(where, store, raw, now()))
    click.echo(f"{named.title} {named.version} is used from now on. “forepost policy use --none” takes it back.")


def looked_at(file: Path, raw: bytes, state: Path | None) -> ChosenPack:
    """Show a pack that can be used. Nothing was changed when it cannot."""
    from companion.server.packs import look

    try:
        looked = look(places(state), raw, now())
    except NotAPack as fault:
        lines = "\n".join(f"{file}: {problem}" for problem in fault.problems)
        raise Unreadable(f"This pack cannot be used, and nothing was changed.\n{lines}") from None
    pack = looked.pack
    click.echo(click.style(f"{pack.title} {pack.version}", bold=True))
    click.echo(f"Made by {pack.publisher}, for {looked.organisation}.\nsha256 {pack.sha256}\n")
    click.echo("\n".join(in_words(looked.changes)) or "It changes nothing that you would notice.")
    return pack


def in_words(changes: list[Difference]) -> Iterator[str]:
    for change_ in changes:
        more = len(change_.of) - MOST
        yield f"{change_.what}:"
        yield from (f"  {one}" for one in change_.of[:MOST])
        if more > 0:
            yield f"  and {more} more"
