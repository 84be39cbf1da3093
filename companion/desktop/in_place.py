"""What `forepost integrate` has put on this desktop and is there at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.desktop.integration import Entry, System, note_of, to_take_away
from companion.desktop.registry import Registry


@dataclass(frozen=True)
class InPlace:
    """A file, or a value of the Windows registry. `size` in bytes."""

    what: str  # as in the table of `forepost integrate`; empty for its note of the folders it made
    place: str
    size: int


def in_place(system: System, home: Path, registry: Registry | None) -> Iterator[InPlace]:
    """In the order of the table. `home`: the person's folder; `registry`: None where there is none."""
    entries = [*to_take_away(system, home), Entry("", "", note_of(system, home))]
    for entry in entries:
        size = _size(entry, registry)
        if size is not None:
            yield InPlace(entry.what, entry.place, size)


def _size(entry: Entry, registry: Registry | None) -> int | None:
    """None where it is not there."""
    if entry.path is None:
        return registry.size(entry.key, entry.value) if registry else None
    try:
        return Path(entry.path).stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None
