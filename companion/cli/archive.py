"""`forepost check` on a folder or an archive: progress while it reads, a summary by rule, and a report if asked for."""

from __future__ import annotations

import contextlib
import json
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text as Printed

from companion.archive.entries import PassedOver
from companion.archive.reading import Damaged
from companion.archive.recognise import HEAD, format_of
from companion.archive.scan import Plan, Stopped, plan, scan
from companion.archive.summary import OfRule, Summary
from companion.cli.ending import Exit, Unreadable
from companion.cli.reviewer import Reviewer
from companion.cli.show import printable, word_of
from companion.draft import Draft, Mode

_ALWAYS = (".zip", ".csv", ".jsonl", ".ndjson")  # never one draft
_MAYBE = (".json", ".js", ".html", ".htm")  # an export, if it is known to be one
_SHOWN_PLACES = 3
_SHOWN_FILES = 12
_ENDS = {"clear": Exit.CLEAR, "advise": Exit.ADVISE, "hold": Exit.HOLD}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person asked for."""

    path: Path
    mode: Mode | None  # as it is in the settings, or personal
    since: date | None
    report: Path | None
    as_json: bool

    def may_write(self) -> None:
        """Say now, not after an hour of reading, that the report cannot be written there."""
        from companion.archive.report import is_report

        if self.report is None:
            return
        if self.report.exists() and not (self.report.is_file() and is_report(self.report)):
            raise Unreadable(
                f"{self.report} exists and is no report of Forepost. Nothing was changed; choose another name."
            )
        if not self.report.absolute().parent.is_dir():
            raise Unreadable(f"There is no folder {self.report.absolute().parent} for the report. Nothing was checked.")


def is_archive(path: Path) -> bool:
    """Whether this is a folder, a zip, a table, or a file of an export: many posts and not one text."""
    try:
        if path.is_dir():
            return True
        if not path.is_file():
            return False
    except (OSError, ValueError):  # too long for a name, or a null byte in it: a text
        return False
    suffix = path.suffix.lower()
    if suffix in _ALWAYS or path.name.lower().endswith((".tar.gz", ".tgz", ".tar")):
        return True
    return suffix in _MAYBE and _is_known(path)


def _is_known(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    if format_of(path.name, lambda: head, general=False):
        return True
    return path.suffix.lower() == ".json" and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def check_archive(asked: Asked, reviewer: Reviewer) -> Exit:
    """Read and review everything, show what was found, write the report if one was asked for."""
    summary = Summary(reviewer.mode_of(Draft(text="", mode=asked.mode))[0], asked.since)
    try:
        todo = plan(asked.path, summary)
    except Damaged as damage:
        raise Unreadable(f"{printable(str(asked.path))} was not checked. {damage}") from None
    except OSError as error:
        raise Unreadable(f"{printable(str(asked.path))} could not be read: {error.strerror}.") from None
    if not todo.files:
        raise Unreadable(_nothing_known(asked.path, summary))
    with _progress(todo) as told:
        scan(todo, reviewer.review, summary, told)
    if asked.report:
        _write(asked.report, summary, asked.path)
    if asked.as_json:
        click.echo(json.dumps(summary.without_words()))
    else:
        _show(summary, asked)
    return _ENDS[summary.verdict] if summary.is_whole or summary.verdict != "clear" else Exit.ERROR


def _nothing_known(path: Path, summary: Summary) -> str:
    said = [f"There is nothing in {printable(str(path))} that can be read as posts. Nothing was checked."]
    said += [f"  {printable(name)}: {why.what}" for name, why in summary.unread[:_SHOWN_FILES]]
    if path.name.lower().endswith((".tar.gz", ".tgz", ".tar")):
        said.append("Unpack it, and check the folder.")
    else:
        said.append(
            "Known are the exports of X, LinkedIn, Facebook and Mastodon, folders of .txt and .md, and JSON and CSV "
            "with “text”."
        )
    return "\n".join(said)


@contextlib.contextmanager
def _progress(todo: Plan) -> Iterator[Callable[[str, int], None]]:
    """A bar on the terminal's error stream. Ctrl+C stops after the post at hand; a second one ends at once."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar, _asked_to_stop() as stop:
        task = bar.add_task("Reading", total=max(todo.size, 1))

        def told(name: str, count: int) -> None:
            if stop.is_set():
                raise Stopped
            shown = printable(name)
            bar.update(task, advance=count, description=shown if len(shown) <= 40 else f"…{shown[-39:]}")

        yield told


@contextlib.contextmanager
def _asked_to_stop() -> Iterator[threading.Event]:
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)

    def asked(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, asked)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _write(path: Path, summary: Summary, archive: Path) -> None:
    from companion.archive.report import report_of
    from companion.store.private_file import write_private

    try:
        write_private(path, report_of(summary, archive.name or str(archive), path.absolute()).encode())
    except OSError as error:
        raise Unreadable(
            f"The report could not be written to {path}: {error.strerror}. No other file was written."
        ) from None


# --- on the terminal --------------------------------------------------------------------------------------------------


def _show(summary: Summary, asked: Asked) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if summary.stopped:
        console.print(Printed("Stopped. This is what was found until then.\n", style="bold"))
    if summary.rules:
        console.print(_table(summary, console.width))
    console.print(Printed(_total(summary)))
    for line in _not_read(summary):
        console.print(Printed(line, style="dim"))
    if asked.report:
        console.print(Printed(f"The report is in {asked.report}. It quotes your posts: delete it when you are done."))
    elif summary.rules:
        console.print(Printed("To read the words themselves, and how to take them down: --report FILE.html"))


def _table(summary: Summary, width: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), width=min(width, 120))
    table.add_column("")
    table.add_column("What", ratio=3)
    table.add_column("Posts", justify="right")
    table.add_column("Where", ratio=4, overflow="fold")
    for rule in summary.rules:
        style = {"hold": "bold red", "warn": "yellow", "hint": "dim"}[rule.severity]
        table.add_row(
            Printed(word_of(rule.severity), style=style), Printed(rule.title), f"{rule.posts:,}", Printed(_where(rule))
        )
    return table


def _where(rule: OfRule) -> str:
    shown = rule.places[:_SHOWN_PLACES]
    parts = [
        " · ".join(filter(None, [printable(one.file), one.post.day.isoformat() if one.post.day else "", one.post.id]))
        for one in shown
    ]
    more = rule.findings - len(shown)
    return "\n".join([*parts, f"and {more:,} more"] if more else parts)


def _total(summary: Summary) -> str:
    posts = _count(summary.posts, "post was", "posts were")
    days = f", {summary.first} to {summary.last}" if summary.first else ""
    found = f"{summary.with_findings:,} to look at" if summary.with_findings else "nothing to look at"
    return f"\n{posts} checked as {summary.mode}{days}: {found}{'' if summary.is_whole else ' in what could be read'}."


_PASSED: dict[PassedOver, tuple[str, str]] = {
    "repost": ("repost of other people's words", "reposts of other people's words"),
    "private": ("private message", "private messages"),
    "wordless": ("entry without words", "entries without words"),
}


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _not_read(summary: Summary) -> Iterator[str]:
    if summary.passed:
        yield f"Passed over: {', '.join(_count(count, *_PASSED[why]) for why, count in summary.passed.items())}."
    if summary.earlier:
        yield f"Earlier than {summary.since}, and not checked: {_count(summary.earlier, 'post', 'posts')}."
    if summary.undated:
        yield f"Without a readable date, and checked all the same: {_count(summary.undated, 'post', 'posts')}."
    for name, why in summary.unread[:_SHOWN_FILES]:
        columns = f" ({', '.join(printable(one) for one in why.names)})" if why.names else ""
        yield f"{printable(name)}: {why.what}{columns}"
    if len(summary.unread) > _SHOWN_FILES:
        yield f"And {_count(len(summary.unread) - _SHOWN_FILES, 'more thing', 'more things')} could not be read."
    left = summary.left_out
    if left["private"]:
        yield f"Private messages are never read: {_count(left['private'], 'file', 'files')}."
    if left["media"]:
        yield f"Pictures, sound and film were not looked at: {_count(left['media'], 'file', 'files')}."
    if left["other"]:
        names = ", ".join(printable(name) for name in summary.left_out_names[:_SHOWN_FILES])
        more = left["other"] - min(left["other"], _SHOWN_FILES)
        yield f"Not known to hold posts, and not read: {names}{f' and {more:,} more' if more else ''}."
