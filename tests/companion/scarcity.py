"""A disk without room, and a folder that may not be written, as the system itself makes them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534

try:
    import resource
except ImportError:  # Windows
    pytest.skip("this system has no such limits", allow_module_level=True)


@contextmanager
def no_room(size: int = 0) -> Iterator[None]:
    """No file can grow beyond `size` bytes in this process: the write fails as it does on a disk that is full."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in this folder can be made or replaced. Root may write anywhere, so it is nobody meanwhile."""
    mode, root = folder.stat().st_mode, os.geteuid() == 0
    for path in (folder, *folder.iterdir()) if root else ():
        os.chown(path, NOBODY, NOBODY)
    folder.chmod(0o500)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(mode)
