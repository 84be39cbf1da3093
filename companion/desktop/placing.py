"""Puts the entries of the integration table in their places, and takes them away again, one by one.

An entry that fails is told of in a sentence, and the others are done all the same.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from companion.desktop.integration import Entry
from companion.store.private_file import write_private


@dataclass(frozen=True)
class Outcome:
    """What became of one entry. `trouble` is empty unless it failed: then what failed, for people."""

    entry: Entry
    became: str
    trouble: str = ""


def put_all(entries: list[Entry], note: PurePath) -> list[Outcome]:
    """Write them. `note`: where the folders that had to be made are listed, so that they can go again."""
    return [_tried(entry, lambda entry: _put(entry, Path(note)), "written") for entry in entries]


def take_all_away(entries: list[Entry], note: PurePath) -> list[Outcome]:
    """Remove them, and then the folders of the note into which nobody has put anything since."""
    done = [_tried(entry, _take_away, "removed") for entry in entries]
    if not any(outcome.trouble for outcome in done):  # else they still hold something of ours: the note stays, too
        _take_folders_away(Path(note))
    return done


def _tried(entry: Entry, do: Callable[[Entry], str], verb: str) -> Outcome:
    try:
        return Outcome(entry, do(entry))
    except OSError as error:
        return Outcome(entry, f"not {verb}", f"{entry.place} could not be {verb}: {error.strerror}.")


def _put(entry: Entry, note: Path) -> str:
    path = Path(str(entry.path))
    if entry.needs is not None and not Path(str(entry.needs)).is_dir():
        return "not found here"
    missing = [folder for folder in path.parents if not folder.exists()]
    if missing:
        _remember(missing, note)  # before they are made: a folder nobody remembers would stay
    path.parent.mkdir(parents=True, exist_ok=True)
    content = entry.content.encode()
    if path.exists() and path.read_bytes() == content:
        return "as it was"
    write_private(path, content)
    path.chmod(entry.mode)
    return "written"


def _take_away(entry: Entry) -> str:
    path = Path(str(entry.path))
    if not path.exists():
        return "was not there"
    path.unlink()
    return "removed"


def _remember(folders: list[Path], note: Path) -> None:
    """Note folders that will be made, the deepest first."""
    own = [folder for folder in note.parents if not folder.exists()]
    note.parent.mkdir(parents=True, exist_ok=True)
    known = {*_remembered(note), *map(str, own), *map(str, folders)}
    write_private(note, json.dumps(sorted(known, key=len, reverse=True)).encode())


def _remembered(note: Path) -> list[str]:
    try:
        return [str(folder) for folder in json.loads(note.read_bytes())]
    except (FileNotFoundError, ValueError, TypeError):  # of a damaged note nothing is lost but the way to empty folders
        return []


def _take_folders_away(note: Path) -> None:
    folders = _remembered(note)
    note.unlink(missing_ok=True)
    for folder in folders:
        with contextlib.suppress(OSError):  # it holds something of somebody else's, or is gone
            Path(folder).rmdir()
