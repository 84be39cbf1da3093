"""`forepost records`: your record of official posts on the command line: find, keep, export, delete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import click

from companion.cli.ending import Unreadable
from companion.cli.yours import STATE, now, said_plainly
from companion.store.csv_lines import UTF8
from companion.store.paths import places
from companion.store.private_file import write_private
from companion.store.records import Entry, Records

NONE = "There is no record here. It begins with an official post, once you have switched it on in Settings."
MOST = 100  # entries that are shown unless told


@click.group(short_help="Find, keep, export and delete your official posts.")
def records() -> None:
    """Your record of official posts: a working copy on this machine, not the record of your organisation.

    \b
    forepost records list                     the newest first
    forepost records search library sunday    posts with both words
    forepost records keep 12                  number 12 stays when its time is over
    forepost records export posts.csv         all of it, as CSV or JSON
    forepost records delete 12                number 12 goes, for good
    """


NUMBER = click.option(
    "-n", "--number", type=click.IntRange(1), default=MOST, show_default=True, help="How many at most."
)


@records.command(name="list")
@NUMBER
@STATE
def list_(number: int, state: Path | None) -> None:
    """Show the newest posts."""
    with record(state) as kept:
        show(kept.newest(number + 1), number)


@records.command()
@click.argument("words", nargs=-1, required=True)
@NUMBER
@STATE
def search(words: tuple[str, ...], number: int, state: Path | None) -> None:
    """Show the posts in which all of these WORDS stand, or words that begin so."""
    with record(state) as kept:
        show(kept.search(" ".join(words), number + 1), number)


@records.command()
@click.argument("number", type=int)
@click.option("--off", is_flag=True, help="It need not stay any longer.")
@STATE
def keep(number: int, off: bool, state: Path | None) -> None:
    """Let post NUMBER stay when its time is over."""
    with record(state) as kept:
        if not kept.keep(number, not off):
            raise Unreadable(no_such(number))
    click.echo(f"Number {number} {'goes when its time is over' if off else 'stays until you delete it'}.")


@records.command()
@click.argument("number", type=int, required=False)
@click.option("--all", "everything", is_flag=True, help="The whole record.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@STATE
def delete(number: int | None, everything: bool, yes: bool, state: Path | None) -> None:
    """Delete post NUMBER, or the whole record with --all. For good."""
    if (number is None) is not everything:
        raise Unreadable("Say which: a number from “forepost records list”, or --all. Nothing was deleted.")
    with record(state) as kept:
        if not yes:
            what = "Every post in your record goes" if everything else f"Number {number} goes"
            click.confirm(f"{what}, for good. Go on?", abort=True)
        if number is None:
            kept.delete_all()
        elif not kept.delete(number):
            raise Unreadable(no_such(number))
    click.echo("Deleted.")


@records.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), help="[default: by the name of FILE, else csv]")
@STATE
def export(file: Path | None, kind: Literal["csv", "json"] | None, state: Path | None) -> None:
    """Write the whole record to FILE, or to the terminal. It holds the words of your posts: mind where it goes."""
    as_json = kind == "json" or (kind is None and file is not None and file.suffix == ".json")
    with record(state) as kept:
        pieces = kept.export_json() if as_json else kept.export_csv()
        if file is None:
            for piece in pieces:
                click.echo(piece, nl=False)
            return
        content = ("" if as_json else UTF8) + "".join(pieces)
    if file.exists():
        raise Unreadable(f"{file} is there already and was left as it is. Choose another name.")
    try:
        write_private(file, content.encode())
    except OSError as error:
        raise Unreadable(f"{file} could not be written: {error.strerror}.") from None
    click.echo(f"Written: {file}, readable by you alone.")


@contextmanager
def record(state: Path | None) -> Iterator[Records]:
    """The record, which the companion may have open as well."""
    where = places(state)
    kept = Records(where.record, now)
    if not kept.database.exists():
        raise Unreadable(NONE)
    with said_plainly(where):
        kept.count()
        if kept.database.notice:  # it was damaged: “Nothing found” would be a lie
            raise Unreadable(kept.database.notice)
        yield kept


def no_such(number: int) -> str:
    return f"There is no number {number} in the record. “forepost records list” shows them."


def show(entries: list[Entry], most: int) -> None:
    """At most so many; that there are more is said on the error stream."""
    for entry in entries[:most]:
        stays = " · stays" if entry.keep else ""
        sure = "" if entry.left == "sent" else " · not sure that it left"
        click.echo(click.style(f"{entry.id}  {entry.at}  {entry.site}  {entry.account_name}{stays}{sure}", bold=True))
        click.echo("\n".join(f"    {line}" for line in entry.text.splitlines()))
        if entry.link:
            click.echo(f"    {entry.link}")
    if not entries:
        click.echo("Nothing found.")
    if len(entries) > most:
        click.echo(f"The newest {most:,} are shown; there are more. To see them: -n {most * 10}", err=True)
