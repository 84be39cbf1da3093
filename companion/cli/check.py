"""`forepost check`: review a text from a file, an argument or standard input, and show what it may give away."""

from __future__ import annotations

import errno
import json
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import click

from companion.cli.archive import Asked, check_archive, is_archive
from companion.cli.ending import Exit, Unreadable
from companion.cli.reviewer import Reviewer, chosen_pack_in, is_too_long, pack_in, settings_in
from companion.cli.show import show
from companion.draft import MAX_TEXT_UTF16, MODES, Draft, Mode
from companion.server.quiet import place_of

MAX_INPUT_BYTES = 1024 * 1024

_LOOKS_LIKE_A_FILE = re.compile(r"\S*/|\S*[\w-]\.(?:txt|md|json|jsonl|html?|rtf|docx?|odt|pdf|csv|log)")
_OF_VERDICT = {"clear": Exit.CLEAR, "advise": Exit.ADVISE, "hold": Exit.HOLD}


class _Check(click.Command):
    """0, 1 and 2 say what was found: a mistyped option, a stop and a fault of our own must not look like that."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _ending_with_three():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        with _ending_with_three():
            return super().invoke(ctx)


@contextmanager
def _ending_with_three() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        error.show()
        raise click.exceptions.Exit(int(Exit.ERROR)) from None
    except (click.exceptions.Exit, BrokenPipeError):
        raise
    except (KeyboardInterrupt, click.Abort):
        raise Unreadable("Stopped before the end. Not everything was checked.") from None
    except Exception as error:  # its message may quote the text
        where = place_of(error.__traceback__)
        raise Unreadable(f"Forepost met a fault of its own ({type(error).__name__} at {where}).") from None


@click.command(cls=_Check, short_help="Check a text before you post it.")
@click.argument("what", required=False, metavar="[FILE|FOLDER|ARCHIVE|TEXT|-]")
@click.option("--mode", type=click.Choice(MODES), help="In what capacity it is posted.  [default: personal]")
@click.option("--site", default="", help="The site it goes to, as x or linkedin.")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A policy pack instead of the built-in one; another --pack lies over it.",
)
@click.option("--state", type=click.Path(path_type=Path), help="Use the settings and the pack kept in this folder.")
@click.option("--json", "as_json", is_flag=True, help="Print the review as JSON. Offsets are code points.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Of an archive, only posts from this day on.")
@click.option("--report", type=click.Path(path_type=Path), help="Of an archive, a page to read; it quotes your posts.")
@click.option("--jsonl", is_flag=True, help="Read a JSON draft a line, write a JSON review a line.")
@click.pass_context
def check(
    ctx: click.Context,
    *,
    what: str | None,
    mode: Mode | None,
    site: str,
    packs: tuple[Path, ...],
    state: Path | None,
    as_json: bool,
    since: datetime | None,
    report: Path | None,
    jsonl: bool,
) -> None:
    """Check a text: a file, the text itself, or standard input (-). Or all you have posted: a folder of texts, or the
    archive X, LinkedIn, Facebook or Mastodon gives you, as a zip or unpacked.

    Ends with 0 when it is clear, 1 when there is something to look at, 2 when it would be held, 3 on an error.
    With --jsonl it ends with 0 whatever is found, and with 3 when not one line could be read as a draft.
    """
    archive = Asked(Path(what or "-"), mode, since.date() if since else None, report, as_json)
    many = not jsonl and bool(what) and is_archive(archive.path)
    if many:
        archive.may_write()
    elif since or report:
        raise Unreadable("--since and --report are for a folder or an archive of posts. Nothing was checked.")
    pack, notice = chosen_pack_in(state) if state and not packs else (pack_in(*packs), None)
    if notice:
        click.echo(notice, err=True)
    reviewer = Reviewer(pack, settings_in(state) if state else None)
    if many:
        ctx.exit(int(check_archive(archive, reviewer)))
    if jsonl:
        ctx.exit(int(_line_by_line(_lines(what), reviewer)))
    text = _text(what)
    if is_too_long(text):
        raise Unreadable(
            f"The text is longer than {MAX_TEXT_UTF16:,} characters, so it was not read. Check it in parts."
        )
    found = reviewer.review(Draft(text=text, site=site, mode=mode))
    if as_json:
        click.echo(found.model_dump_json())
    else:
        show(found, text)
    ctx.exit(int(_OF_VERDICT[found.verdict]))


def _text(what: str | None) -> str:
    if what is None or what == "-":
        return _decoded(_stdin().read(MAX_INPUT_BYTES + 1), "Standard input")
    path = Path(what)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _decoded(file.read(MAX_INPUT_BYTES + 1), what)
    except ValueError:  # a null byte in it: it is the text itself
        return what
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise Unreadable(f"{what} could not be read: {error.strerror}.") from None
        return what
    if _LOOKS_LIKE_A_FILE.fullmatch(what):
        raise Unreadable(f"There is no file {what}. To check these very words, send them through standard input (-).")
    return what


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > MAX_INPUT_BYTES:
        raise Unreadable(f"{name} is larger than 1 MiB, so it was not read. Check it in parts.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(f"{name} is not text in UTF-8, so it was not read. Save it as UTF-8 and try again.") from None


def _line_by_line(lines: Iterator[bytes], reviewer: Reviewer) -> Exit:
    """Answer each. A line that is no draft says so in its answer; where all are, it is the wrong file."""
    faults = answered = 0
    for line in lines:
        answer = reviewer.answer(line)
        click.echo(json.dumps(answer))
        answered += 1
        faults += "error" in answer
    if faults:
        click.echo(f"{faults:,} of {answered:,} lines could not be read. Each says why in its answer.", err=True)
    return Exit.ERROR if 0 < faults == answered else Exit.CLEAR


def _lines(what: str | None) -> Iterator[bytes]:
    """The drafts of standard input or of a file, one a line; a line is read when it is asked for."""
    with ExitStack() as stack:
        source: BinaryIO = _stdin()
        if what not in (None, "-"):
            try:
                source = stack.enter_context(Path(str(what)).open("rb"))
            except OSError as error:
                raise Unreadable(f"{what} could not be read: {error.strerror}.") from None
        for line in source:
            if line.strip():
                yield line


def _stdin() -> BinaryIO:
    return sys.stdin.buffer
