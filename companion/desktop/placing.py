"""Puts the entries of the integration table in their places, and takes them away again, one by one.

An entry that fails is told of in a sentence, and the others are done all the same.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from companion.desktop.integration import Entry
from companion.desktop.registry import ROOT, Registry
from companion.store.private_file import write_private

MADE = "A key made for it"


@dataclass(frozen=True)
class Outcome:
    """What became of one entry. `trouble` is empty unless it failed: then what failed, for people."""

    entry: Entry
    became: str
    trouble: str = ""


class Placing:
    """One desktop. `note`: where the folders and keys that had to be made are listed, so that they can go again."""

    def __init__(self, note: PurePath, registry: Registry | None = None) -> None:
        self._note = Path(note)
        self._registry = registry

    def put(self, entries: Iterable[Entry]) -> list[Outcome]:
        return [_tried(entry, self._put, "written") for entry in entries]

    def take_away(self, entries: Iterable[Entry]) -> list[Outcome]:
        """Remove them, and then the folders and keys of the note into which nobody has put anything since."""
        done = [_tried(entry, self._take, "removed") for entry in entries]
        if not any(outcome.trouble for outcome in done):  # else some still hold something of ours: the note stays, too
            made = self._remembered()
            keys = [_tried(Entry(MADE, "", key=name), self._take_key, "removed") for name in made if is_key(name)]
            done += [outcome for outcome in keys if outcome.trouble]
            if not any(outcome.trouble for outcome in keys):
                self._take_folders([name for name in made if not is_key(name)])
        return done

    def _put(self, entry: Entry) -> str:
        if entry.needs is not None and not Path(entry.needs).is_dir():
            return "not found here"
        return self._write_file(entry, Path(entry.path)) if entry.path else self._write_value(entry)

    def _write_file(self, entry: Entry, path: Path) -> str:
        # Noted before they are made: a folder nobody remembers would stay.
        self._remember(str(folder) for folder in path.parents if not folder.exists())
        path.parent.mkdir(parents=True, exist_ok=True)
        content = entry.content.encode()
        if path.exists() and path.read_bytes() == content:
            return "as it was"
        write_private(path, content)
        path.chmod(entry.mode)
        return "written"

    def _write_value(self, entry: Entry) -> str:
        registry = self._of_windows()
        if registry.read(entry.key, entry.value) == entry.content:
            return "as it was"
        self._remember(registry.missing(entry.key))
        registry.write(entry.key, entry.value, entry.content)
        return "written"

    def _take(self, entry: Entry) -> str:
        if entry.path is None:
            registry = self._of_windows()
            if registry.read(entry.key, entry.value) is None:
                return "was not there"
            registry.delete(entry.key, entry.value)
            return "removed"
        path = Path(entry.path)
        if not path.exists():
            return "was not there"
        path.unlink()
        return "removed"

    def _of_windows(self) -> Registry:
        if self._registry is None:
            raise ValueError("this table is for Windows")
        return self._registry

    def _remember(self, made: Iterable[str]) -> None:
        """Note folders and keys that will be made, the deepest first."""
        missing = set(made)
        if not missing:
            return
        own = {str(folder) for folder in self._note.parents if not folder.exists()}
        self._note.parent.mkdir(parents=True, exist_ok=True)
        known = {*self._remembered(), *own, *missing}
        write_private(self._note, json.dumps(sorted(known, key=len, reverse=True)).encode())

    def _remembered(self) -> list[str]:
        try:
            return [str(made) for made in json.loads(self._note.read_bytes())]
        except (FileNotFoundError, ValueError, TypeError):  # of a damaged note only the way to what is empty is lost
            return []

    def _take_key(self, entry: Entry) -> str:
        self._of_windows().delete_if_empty(entry.key)
        return "removed"

    def _take_folders(self, made: Iterable[str]) -> None:
        self._note.unlink(missing_ok=True)  # it lies in one of them
        for name in made:
            with contextlib.suppress(OSError):  # it holds something of somebody else's, or is gone
                Path(name).rmdir()


def is_key(name: str) -> bool:
    """Is it a key of the registry, and no folder?"""
    return name.startswith(ROOT)


def _tried(entry: Entry, do: Callable[[Entry], str], verb: str) -> Outcome:
    try:
        return Outcome(entry, do(entry))
    except OSError as error:
        return Outcome(entry, f"not {verb}", f"{entry.place} could not be {verb}: {error.strerror}.")
