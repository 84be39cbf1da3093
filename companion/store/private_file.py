"""Files only this user may read, replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

KEY_LENGTH = 32  # bytes


def write_private(path: Path, content: bytes) -> None:
    """Write a file of mode 0600 so that a crash leaves either the old content or the new, never half of one."""
    with ready_to_replace(path, content):
        pass


@contextlib.contextmanager
def ready_to_replace(path: Path, content: bytes) -> Iterator[None]:
    """Have the content safe on the disk, and put it in its place only when the block has gone well."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(path.parent)


def remove_left_over(path: Path) -> None:
    """Take away what a process that was killed while it wrote this file has left. Nobody may be writing it now."""
    for left in path.parent.glob(f".{path.name}.????????"):
        left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a file that cannot be read, so that a person can still look at it. Returns its new name."""
    aside = path.with_name(f"{path.name}.broken-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}")
    os.replace(path, aside)
    return aside


def key_of(path: Path, now: datetime) -> bytes:
    """The 32 random bytes kept in this file; made at the first call. A key of another length is set aside."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        key = b""
    if len(key) == KEY_LENGTH:
        return key
    if key:
        set_aside(path, now)
    key = secrets.token_bytes(KEY_LENGTH)
    write_private(path, key)
    return key
