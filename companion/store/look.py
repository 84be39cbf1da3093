"""Looks at an SQLite file of ours without changing it: is it whole, and can this version of Forepost use it?"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

from companion.store.database import BESIDE

Condition = Literal["whole", "empty", "not SQLite", "damaged", "somebody else's", "later", "not to be seen"]
WAIT = 1.0  # seconds, for somebody who writes


def condition_of(path: Path, *, versions: int, table: str) -> Condition:
    """`versions`: the highest `user_version` we know; `table`: one that is in every file of ours.

    Raises FileNotFoundError where there is none, and PermissionError. Only SQLite opens the file: to close it in any
    other way would drop the locks this very process may hold on it (sqlite.org/howtocorrupt.html, 2.2).
    """
    if path.stat().st_size == 0 and not _beside(path).exists():
        return "empty"
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        return _looked_at(path, versions, table)
    except sqlite3.DatabaseError as error:
        match error.sqlite_errorcode & 0xFF:
            case sqlite3.SQLITE_NOTADB:
                return "not SQLite"
            case sqlite3.SQLITE_CORRUPT:
                return "damaged"
        return "not to be seen"


def _looked_at(path: Path, versions: int, table: str) -> Condition:
    # Without a log beside it nobody has it open: then it is read as it lies, for which SQLite makes no file.
    how = "mode=ro" if _beside(path).exists() else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=WAIT)) as link:
        (version,) = link.execute("PRAGMA user_version").fetchone()
        if link.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            return "damaged"
        if version > versions:
            return "later"
        known = link.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)).fetchone()
        return "whole" if known else "somebody else's"


def _beside(path: Path) -> Path:
    return path.with_name(path.name + BESIDE[0])
