"""The record of official posts: a working copy on this machine, only where the person asked for it.

The one file in which words of a post are kept. Other people's words never are: only the person's own text comes in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from companion.draft import Account, Mode, Model, Surface
from companion.store.csv_lines import line_of
from companion.store.database import Database
from companion.store.searchable import searchable

Left = Literal["sent", "unsure"]
Signal = Literal["composer-closed", "editor-emptied", "site-said-so", "link-seen", "none", "you-said-so"]

MIGRATIONS = (
    """
    CREATE TABLE record (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, site TEXT NOT NULL, surface TEXT NOT NULL,
        account TEXT NOT NULL, account_name TEXT NOT NULL, text TEXT NOT NULL, link TEXT,
        "left" TEXT NOT NULL, signal TEXT NOT NULL
    );
    CREATE INDEX record_at ON record (at);
    """,
    """
    ALTER TABLE record ADD COLUMN keep INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE record ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
    CREATE VIRTUAL TABLE words USING fts5 (
        text, account_name, site, content = 'record', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO words (words) VALUES ('rebuild');
    CREATE TRIGGER record_added AFTER INSERT ON record BEGIN
        INSERT INTO words (rowid, text, account_name, site) VALUES (new.id, new.text, new.account_name, new.site);
    END;
    CREATE TRIGGER record_gone AFTER DELETE ON record BEGIN
        INSERT INTO words (words, rowid, text, account_name, site)
        VALUES ('delete', old.id, old.text, old.account_name, old.site);
    END;
    CREATE TABLE calendar (seen TEXT NOT NULL, trusted TEXT NOT NULL);
    """,
    """
    DROP TRIGGER record_added;
    DROP TRIGGER record_gone;
    DROP TABLE words;
    CREATE VIRTUAL TABLE words USING fts5 (
        text, account_name, site, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
    );
    INSERT INTO words (rowid, text, account_name, site)
        SELECT id, searchable(text), searchable(account_name), searchable(site) FROM record;
    CREATE TRIGGER record_added AFTER INSERT ON record BEGIN
        INSERT INTO words (rowid, text, account_name, site)
        VALUES (new.id, searchable(new.text), searchable(new.account_name), searchable(new.site));
    END;
    CREATE TRIGGER record_gone AFTER DELETE ON record BEGIN
        DELETE FROM words WHERE rowid = old.id;
    END;
    """,
)
COLUMNS = ("id", "at", "site", "surface", "account", "account_name", "text", "link", "left", "signal", "keep")
LARGEST = 2**63 - 1  # that SQLite keeps
JUMP = timedelta(days=31)  # a clock that went further since it was last looked at must hold for a day to be believed


class Entry(Model):
    """One post of the record."""

    id: int
    at: str  # ISO 8601, UTC, seconds
    site: str
    surface: str
    account: str
    account_name: str
    text: str
    link: str | None
    left: Left
    signal: Signal
    keep: bool


class Records:
    """All of them. `clock` is the time of day, UTC."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.database = Database(
            path, MIGRATIONS, clock, "Your record of official posts", functions={"searchable": searchable}
        )
        self._clock = clock

    def add(
        self,
        *,
        site: str,
        surface: Surface,
        mode: Mode,
        account: Account | None,
        text: str,
        link: str | None,
        left: Left,
        signal: Signal,
    ) -> int | None:
        """Keep a post; None when it is not an official one."""
        if mode != "official":
            return None
        who = account or Account(id="")
        with self.database.work() as link_:
            done = link_.execute(
                'INSERT INTO record (at, site, surface, account, account_name, text, link, "left", signal)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._now(), site, surface, who.id, who.name, text, link, left, signal),
            )
            return done.lastrowid

    def settle(self, id_: int, *, sent: bool | None, link: str | None) -> None:
        """What the person, or a link that was seen, said of an entry: it was sent, or it never was and goes.

        None: the person was asked beside the post, and is not asked again.
        """
        if sent is None:
            self._asked_about([id_])
        elif not sent:
            self.delete(id_)
        elif self.database.exists():
            signal = "link-seen" if link else "you-said-so"
            with self.database.work() as link_:
                link_.execute(
                    "UPDATE record SET \"left\" = 'sent', signal = ?, link = coalesce(?, link), asked = 1 WHERE id = ?",
                    (signal, link, _as_sqlite_has_it(id_)),
                )

    def to_ask(self) -> list[Entry]:
        """Those of which nobody knows whether they left, and about which the person was not asked yet."""
        return self._entries("WHERE \"left\" = 'unsure' AND asked = 0 ORDER BY at DESC")

    def asked_about(self, entries: Iterable[Entry]) -> None:
        """The person was asked about these: they are not asked again."""
        self._asked_about([entry.id for entry in entries])

    def _asked_about(self, ids: Iterable[int]) -> None:
        if self.database.exists():
            with self.database.work() as link:
                link.executemany("UPDATE record SET asked = 1 WHERE id = ?", [(_as_sqlite_has_it(id_),) for id_ in ids])

    def newest(self, limit: int = 100) -> list[Entry]:
        return self._entries("ORDER BY at DESC, id DESC LIMIT ?", limit)

    def search(self, query: str, limit: int = 100) -> list[Entry]:
        """Entries with all of these words or emoji, or words that begin so, in text, account or site."""
        words = query.split()
        if not words:
            return self.newest(limit)
        wanted = " ".join(f'"{folded}"*' for word in words if (folded := searchable(word).strip()))
        if not wanted:
            return []
        return self._entries(
            "WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY at DESC, id DESC LIMIT ?", wanted, limit
        )

    def get(self, id_: int) -> Entry | None:
        return next(iter(self._entries("WHERE id = ?", id_)), None)

    def put_back(self, entry: Entry) -> None:
        """Say again of an entry what was known before it was settled."""
        if self.database.exists():
            with self.database.work() as link:
                link.execute(
                    'UPDATE record SET "left" = ?, signal = ?, link = ? WHERE id = ?',
                    (entry.left, entry.signal, entry.link, entry.id),
                )

    def count(self) -> int:
        if not self.database.exists():
            return 0
        with self.database.work() as link:
            return int(link.execute("SELECT count(*) FROM record").fetchone()[0])

    def keep(self, id_: int, keep: bool) -> bool:
        """Whether this one stays when its time is over. False when there is none of this number."""
        if not self.database.exists():
            return False
        with self.database.work() as link:
            return bool(
                link.execute("UPDATE record SET keep = ? WHERE id = ?", (keep, _as_sqlite_has_it(id_))).rowcount
            )

    def delete(self, id_: int) -> bool:
        """Take one entry away, for good. False when there is none of this number."""
        return bool(self._delete("id = ?", id_))

    def delete_all(self) -> None:
        self.database.delete()

    def tidy(self, keep_days: int) -> int:
        """Delete what is older than this and not marked *keep*. How many went.

        A clock that jumped far ahead would delete a whole year: after a jump nothing goes for a day.
        """
        if not self.database.exists():
            return 0
        if self.database.has_gaps():
            self.database.shrink()
        if not self._believes(self._clock()):
            return 0
        return self._delete("keep = 0 AND at < ?", _written(self._clock() - timedelta(days=keep_days)))

    def export_json(self) -> Iterator[str]:
        """The whole record as a JSON list, in pieces."""
        yield "["
        for number, entry in enumerate(self._all()):
            yield (",\n" if number else "\n") + json.dumps(entry.model_dump(), ensure_ascii=False)
        yield "\n]\n"

    def export_csv(self) -> Iterator[str]:
        """The whole record as CSV with a heading, in pieces. No cell can begin a formula in a spreadsheet."""
        yield line_of(COLUMNS)
        for entry in self._all():
            yield line_of(entry.model_dump().values())

    def _all(self) -> Iterator[Entry]:
        """Every entry, the oldest first, a hundred at a time."""
        last = 0
        while found := self._entries("WHERE id > ? ORDER BY id LIMIT 100", last):
            yield from found
            last = found[-1].id

    def _entries(self, rest: str, *values: object) -> list[Entry]:
        if not self.database.exists():
            return []
        values = tuple(_as_sqlite_has_it(value) for value in values)
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        with self.database.work() as link:
            rows = link.execute(f"SELECT {names} FROM record {rest}", values).fetchall()  # noqa: S608 our own words
        return [Entry(**{**dict(row), "keep": bool(row["keep"])}) for row in rows]

    def _delete(self, where: str, value: object) -> int:
        if not self.database.exists():
            return 0
        with self.database.work() as link:
            gone = link.execute(f"DELETE FROM record WHERE {where}", (_as_sqlite_has_it(value),)).rowcount  # noqa: S608 our own words
            if gone:
                link.execute("INSERT INTO words (words) VALUES ('optimize')")  # drops deleted words from the index
        if gone:
            self.database.shrink()
        return gone

    def _believes(self, now: datetime) -> bool:
        """Has the clock gone on as clocks do? If it jumped ahead, it must go on so for a day."""
        with self.database.work() as link:
            row = link.execute("SELECT seen, trusted FROM calendar").fetchone()
            seen, trusted = (datetime.fromisoformat(value) for value in row) if row else (now, now)
            if now - seen > JUMP:
                trusted = now + timedelta(days=1)
            elif now < seen:
                trusted = now
            link.execute("DELETE FROM calendar")
            link.execute("INSERT INTO calendar VALUES (?, ?)", (now.isoformat(), trusted.isoformat()))
        return now >= trusted

    def _now(self) -> str:
        return _written(self._clock())


def _as_sqlite_has_it(value: object) -> object:
    """A number that is larger than any of an entry as the largest there can be: there is none of that number."""
    return min(value, LARGEST) if isinstance(value, int) else value


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
