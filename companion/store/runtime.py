"""The note a running companion leaves for programs of the same user: where it listens and the local token."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from companion.store.private_file import write_private


@dataclass(frozen=True)
class Runtime:
    port: int
    pid: int
    start_id: str  # new at each start; part of every hello
    token: str  # new at each start; the bearer of tray, CLI and native host
    version: str


def write_runtime(path: Path, runtime: Runtime) -> None:
    write_private(path, json.dumps(asdict(runtime)).encode())


def read_runtime(path: Path) -> Runtime | None:
    """The note, or None when there is none or it cannot be read."""
    try:
        return Runtime(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def remove_runtime(path: Path, start_id: str) -> None:
    """Take the note away at a clean stop, unless another start has already replaced it."""
    runtime = read_runtime(path)
    if runtime is not None and runtime.start_id == start_id:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
