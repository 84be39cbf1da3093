"""The way of an archive: its files are found, the known ones read one post at a time, each reviewed and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from companion.archive.entries import Bio, Entries, Passed, Post, Unread
from companion.archive.reading import Chunks, Damaged
from companion.archive.recognise import HEAD, Format, format_of, left_out
from companion.archive.source import BROKEN, Member, Opener, members
from companion.archive.summary import OfFile, Summary
from companion.draft import MAX_TEXT_UTF16, Draft, Mode, Review

MAX_ALL = 16 * 1024 * 1024 * 1024  # bytes read of one archive, unpacked
_TOO_LARGE = Unread("The files before it were already larger than any export. It was left alone.")
_TOO_LONG = Unread(f"One entry is longer than {MAX_TEXT_UTF16:,} characters and was not checked.")


class Stopped(Exception):
    """The person asked to stop. What was counted until then is whole."""


class Reviews(Protocol):
    """Reviews one draft as if it were posted on this day (today, where the day is unknown)."""

    def __call__(self, draft: Draft, day: date | None) -> Review: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that will be read: profiles first, because a disclaimer there counts for every post."""

    files: list[tuple[Member, Format]]

    @property
    def size(self) -> int:
        """In bytes, unpacked."""
        return sum(member.size for member, _ in self.files)


def plan(path: Path, summary: Summary) -> Plan:
    """What to read in this archive; all else is noted in the summary. Raises Damaged and OSError."""
    opener = Opener()
    try:
        found = list(_recognised(list(members(path)), opener, summary))
    finally:
        opener.close()
    return Plan(sorted(found, key=lambda one: one[1].kind != "profile"))


def _recognised(files: list[Member], opener: Opener, summary: Summary) -> Iterator[tuple[Member, Format]]:
    """The files with a format. Beside the export of a site, loose texts are its notes and helps, not posts."""
    known: dict[str, Format] = {}
    for member in files:
        if found := format_of(member.name, partial(_head, opener, member), general=False):
            known[member.name] = found
    scopes = {member.scope for member in files if member.name in known}
    for member in files:
        form = known.get(member.name)
        if form is None and member.scope not in scopes:
            form = format_of(member.name, lambda: b"", general=True)
        if member.refused and (form or member.name == member.scope):
            summary.not_read(member.name, member.refused)
        elif form is None:
            summary.leave_out(member.name, left_out(member.name))
        else:
            yield member, form


def _head(opener: Opener, member: Member) -> bytes:
    if member.refused:
        return b""
    try:
        with opener.open(member) as file:
            return file.read(HEAD)
    except BROKEN:
        return b""  # said when it is read


def scan(todo: Plan, review: Reviews, summary: Summary, progress: Callable[[str, int], None]) -> None:
    """Read and review every post of the plan into the summary. `progress` is told each file's name and bytes read;
    it may raise Stopped. Memory holds one entry and the summary, however large the archive is.
    """
    opener = Opener()
    bios: dict[str, str] = {}
    left = MAX_ALL
    try:
        for member, form in todo.files:
            left -= member.size
            if left < 0:
                summary.not_read(member.name, _TOO_LARGE)
                continue
            if form.kind == "posts":
                summary.files.append(OfFile(member.name, form.name))
            for entry in _entries(opener, member, form, progress):
                _take(entry, member.name, bios, review, summary)
                progress(member.name, 0)
    except Stopped:
        summary.stopped = True
    finally:
        opener.close()


def _entries(opener: Opener, member: Member, form: Format, progress: Callable[[str, int], None]) -> Entries:
    """The entries of one file; where it is damaged, those before, and what is wrong."""
    progress(member.name, 0)
    try:
        with opener.open(member) as file:
            chunks = Chunks(cast(BinaryIO, _Counted(file, lambda count: progress(member.name, count))))
            yield from form.read(chunks)
            if trouble := chunks.trouble():
                yield trouble
    except Damaged as damage:
        yield Unread(str(damage), loses_posts=form.kind == "posts")
    except BROKEN as error:
        yield Unread(_broken(error))


def _broken(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "This account may not read it."
    if isinstance(error, OSError):
        return f"It could not be read to its end: {error.strerror or 'the disk did not answer'}."
    if isinstance(error, NotImplementedError):
        return "It is packed in a way this cannot unpack. Unpack the archive and check the folder."
    return "The archive is damaged here. Download it again; what stands before was read."


def _take(
    entry: Post | Bio | Passed | Unread, file: str, bios: dict[str, str], review: Reviews, summary: Summary
) -> None:
    match entry:
        case Bio():
            bios[entry.site] = entry.text
        case Passed():
            summary.passed[entry.reason] += 1
        case Unread():
            summary.not_read(file, entry)
        case Post():
            if summary.since and entry.day and entry.day < summary.since:
                summary.earlier += 1
            elif len(entry.text.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEXT_UTF16:
                summary.not_read(file, _TOO_LONG)
            else:
                summary.undated += bool(summary.since and not entry.day)
                draft = _draft(entry, bios.get(entry.site), summary.mode)
                summary.add(file, replace(entry, text=draft.text), review(draft, entry.day))


def _draft(post: Post, bio: str | None, mode: Mode) -> Draft:
    return Draft(
        text=post.text, site=post.site, surface=post.surface, mode=mode, bio=bio or None, audience=post.audience
    )


class _Counted:
    """A file that tells how many bytes were read of it."""

    def __init__(self, file: BinaryIO, read: Callable[[int], None]) -> None:
        self._file = file
        self._read = read

    def read(self, size: int = -1) -> bytes:
        raw = self._file.read(size)
        self._read(len(raw))
        return raw
