"""Opens a small SQLite file of this user's alone: private, migrated step by step, set aside when it is broken."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from companion.store.private_file import set_aside

BUSY = 5.0  # seconds to wait for another process that writes: the command line, beside the companion
NO_ROOM = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
BESIDE = ("-wal", "-shm")  # what SQLite keeps beside the file


NONE: Mapping[str, Callable[[str], str]] = MappingProxyType({})


class NotKept(Exception):
    """The file could not be written: the disk is full, or the folder cannot be written. Nothing was changed."""


class SetAside(NotKept):
    """The file was damaged. It is kept under another name and a new one is begun; the message says so to the person."""


class LaterVersion(Exception):
    """The file was written by a later version of Forepost. It is left as it is; the message says so to the person."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}: the file was written by a later version of Forepost. It is left as it is, and nothing is added "
            "to it or taken from it until you update Forepost."
        )


class Database:
    """One file. `migrations`: each brings the file one `user_version` further. Safe to use from several threads.

    `functions`: what SQL may call besides SQLite's own.
    """

    def __init__(
        self,
        path: Path,
        migrations: Sequence[str],
        clock: Callable[[], datetime],
        what: str,
        functions: Mapping[str, Callable[[str], str]] = NONE,
    ) -> None:
        self.path = path
        self.notice: str | None = None  # for the person, when the file had to be set aside
        self._migrations = migrations
        self._clock = clock
        self._functions = functions
        self._what = what  # how people call it, as "Your counts"
        self._lock = threading.RLock()
        self._open: sqlite3.Connection | None = None
        self._alone = False  # what is open keeps other programs out, and is closed after each use
        self._identity = (0, 0)  # of the file that is open

    @contextmanager
    def work(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept or nothing. Raises NotKept; makes the file at first use."""
        with self._lock:
            try:
                with self._damage_set_aside():
                    link = self._link()
                    with link:
                        yield link
            except sqlite3.OperationalError as error:
                self.close()
                raise NotKept from error
            except OSError as error:
                raise NotKept from error
            finally:
                if self._alone:
                    self.close()

    def kept_aside(self) -> list[Path]:
        """What was damaged, now or in an earlier run, and is still there; the oldest first."""
        return sorted(self.path.parent.glob(f"{self.path.name}.broken-*"))

    def exists(self) -> bool:
        return self.path.exists()

    def delete(self) -> None:
        """Take the whole file away, and what SQLite keeps beside it."""
        with self._lock:
            self.close()
            for path in self._files():
                path.unlink(missing_ok=True)

    def shrink(self) -> None:
        """Write over what was deleted, so that no word of it is left in the file or beside it.

        Raises SetAside: rewriting reads all of it, and meets damage that nobody has met before. It takes as much room
        again. Where there is none, the words are zeros already (`secure_delete`) and `has_gaps` stays true, so that
        whoever tidies tries again.
        """
        with self._lock:
            try:
                with self._damage_set_aside(), suppress(sqlite3.OperationalError):
                    link = self._link()
                    link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    link.execute("VACUUM")
                    link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                if self._alone:
                    self.close()

    def has_gaps(self) -> bool:
        """Is there room in the file that was not given back?"""
        with self.work() as link:
            return bool(link.execute("PRAGMA freelist_count").fetchone()[0])

    def close(self) -> None:
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _files(self) -> list[Path]:
        return [self.path, *(self.path.with_name(self.path.name + end) for end in BESIDE)]

    def _link(self) -> sqlite3.Connection:
        if self._open is not None and not self._is_the_file():
            self.close()  # deleted or replaced by the command line or by hand: what is written must not go with it
        if self._open is None:
            try:
                self._open = self._opened()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in NO_ROOM:
                    raise
                self._open = self._opened(alone=True)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                self._put_aside()
                self._open = self._opened()
        return self._open

    def _is_the_file(self) -> bool:
        return self.path.exists() and _identity(self.path) == self._identity

    def _opened(self, *, alone: bool = False) -> sqlite3.Connection:
        """`alone`: without the index that programs share (`-shm`), so that a full disk can still be read from."""
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))  # SQLite gives its companions the same mode
        link = sqlite3.connect(self.path, timeout=BUSY, check_same_thread=False)
        link.row_factory = sqlite3.Row
        for name, function in self._functions.items():
            link.create_function(name, 1, function, deterministic=True)
        try:
            if alone:
                link.execute("PRAGMA locking_mode = EXCLUSIVE")  # keeps that index in memory (sqlite.org/wal.html, 8)
            (version,) = link.execute("PRAGMA user_version").fetchone()
            if version > len(self._migrations):
                raise LaterVersion(self._what)
            link.execute("PRAGMA journal_mode = WAL")
            link.execute("PRAGMA secure_delete = ON")
            for number, script in enumerate(self._migrations[version:], start=version + 1):
                link.executescript(f"BEGIN;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
        except BaseException:
            link.close()
            raise
        self._identity, self._alone = _identity(self.path), alone
        return link

    @contextmanager
    def _damage_set_aside(self) -> Iterator[None]:
        """Damage that shows only while the file is used. Any other fault is not the file's, and leaves it be."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            raise SetAside(self._put_aside()) from error

    def _put_aside(self) -> str:
        self.close()
        aside = set_aside(self.path, self._clock())
        for path in self._files()[1:]:
            path.unlink(missing_ok=True)
        self.notice = (
            f"{self._what} could not be read: the file is damaged. It is kept as {aside.name} in {aside.parent}, "
            "and a new one was begun."
        )
        return self.notice


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
