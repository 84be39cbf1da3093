"""A disk without room, and a folder that may not be written, as the system itself makes them."""

from __future__ import annotations

import os
import shutil
import subprocess
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


def on_read_only_disk(folder: Path, command: list[str]) -> list[str]:
    """`command`, for which `folder` is a disk that cannot be written: a mount that nobody else sees, and root obeys."""
    mounted = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    apart = ["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c", mounted, str(folder)]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("nobody may mount a folder for one program alone here")
    return [*apart, *command]
