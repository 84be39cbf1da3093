"""Years of use, for the files: a full disk, a folder that is read-only, clocks that jump, files of older versions."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from companion.policy.allow import AllowEntry
from companion.store.clients import Clients
from companion.store.counts import MIGRATIONS, Counts
from companion.store.database import NotKept
from companion.store.records import Records
from companion.store.settings import PREPARED_FOR, AccountSettings, Readiness, Settings, SettingsPatch, SiteSwitch
from companion.store.settings_store import SettingsStore
from tests.companion.scarcity import no_room, read_only
from tests.companion.store.test_records import POST

START = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def jump(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


# --- no room, or no leave, to write ---------------------------------------------------------------------------------

Scarcity = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def full(_folder: Path) -> Iterator[None]:
    with no_room():
        yield


@pytest.fixture(params=[full, read_only], ids=["full", "read-only"])
def scarcity(request: pytest.FixtureRequest) -> Scarcity:
    found: Scarcity = request.param
    return found


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that another user could reach, so that it is the folder itself which refuses: pytest's lie in closed ones."""
    with tempfile.TemporaryDirectory(prefix="forepost-") as name:
        yield Path(name)


def test_settings_that_find_no_room_stay_as_they_were(folder: Path, clock: Clock, scarcity: Scarcity) -> None:
    store = SettingsStore(folder / "settings.json", clock)
    kept = store.change(SettingsPatch(mode="official", measure=True))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with scarcity(folder), pytest.raises(OSError, match=r"too large|denied"):
        store.change(SettingsPatch(mode="personal"))
    assert store.present == kept, "memory says what the file says"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before, "and nothing half written is left"
    assert store.change(SettingsPatch(mode="personal")).mode == "personal", "with room again, it goes on"


def test_a_record_that_finds_no_room_loses_nothing(folder: Path, clock: Clock) -> None:
    records = Records(folder / "record.sqlite3", clock)
    assert records.add(**POST) == 1
    attempts: list[Callable[[], object]] = [
        lambda: records.add(**POST | {"text": "no room for this"}),
        lambda: records.keep(1, keep=True),
        lambda: records.settle(1, sent=True, link="https://x.com/1"),
    ]
    for attempt in attempts:
        with no_room(), pytest.raises(NotKept):
            attempt()
        with no_room():
            assert records.count() == 1, "it can be read all the same"
    assert [(entry.text, entry.keep) for entry in records.newest()] == [(POST["text"], False)]
    assert records.add(**POST | {"text": "room again"}) == 2
    assert [entry.text for entry in Records(folder / "record.sqlite3", clock).search("room")] == ["room again"]


def test_what_cannot_be_rewritten_now_is_rewritten_later(folder: Path, clock: Clock) -> None:
    """Deleting works without room; giving the room back does not, and is tried again when it is time to tidy."""
    records = Records(folder / "record.sqlite3", clock)
    for number in range(40):
        records.add(**POST | {"text": "word " * (400 if number else 4000)})
    records.database.shrink()
    size = records.database.path.stat().st_size
    with no_room(size * 2 // 3):
        assert records.delete(1)
    assert records.count() == 39
    assert records.database.has_gaps()
    records.tidy(365)
    assert not records.database.has_gaps()
    assert records.database.path.stat().st_size < size
    assert records.count() == 39


def test_tidying_without_room_keeps_no_other_program_out(folder: Path, clock: Clock) -> None:
    """On a full disk the file is opened so that others are kept out: for as long as it is used, and no longer."""
    path = folder / "record.sqlite3"
    records = Records(path, clock)
    records.add(**POST)
    records.database.close()
    with no_room():
        records.database.shrink()
    with closing(sqlite3.connect(path, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM record").fetchone() == (1,)
    assert records.count() == 1


def test_counts_that_find_no_room_lose_nothing(folder: Path, clock: Clock) -> None:
    counts = Counts(folder / "counts.sqlite3", clock)
    counts.add("a.rule", "personal", "shown", 3)
    with no_room(), pytest.raises(NotKept):
        counts.add("a.rule", "personal", "shown", 5)
    clock.jump(days=100)
    with no_room(), pytest.raises(NotKept):
        counts.tidy()
    with no_room():
        assert [count.n for count in counts.weeks()] == [3]
    counts.tidy()
    counts.add("a.rule", "personal", "fixed")
    assert [(count.outcome, count.n) for count in counts.weeks()] == [("shown", 3), ("fixed", 1)]


@pytest.mark.parametrize("kind", ["record", "counts"])
def test_a_database_that_cannot_be_begun_leaves_nothing_behind_that_is_in_the_way(
    folder: Path, clock: Clock, kind: str, scarcity: Scarcity
) -> None:
    records, counts = Records(folder / "file.sqlite3", clock), Counts(folder / "file.sqlite3", clock)

    def keep() -> None:
        if kind == "record":
            records.add(**POST)
        else:
            counts.add("a.rule", "personal", "shown")

    with scarcity(folder), pytest.raises(NotKept):
        keep()
    keep()
    assert (records.count() if kind == "record" else len(counts.weeks())) == 1
    assert not list(folder.glob("*.broken-*"))


def test_a_list_of_browsers_that_finds_no_room_is_as_before(folder: Path, clock: Clock, scarcity: Scarcity) -> None:
    clients = Clients(folder / "clients.json", clock)
    one = clients.add("One", "chrome-extension://a", b"s" * 32, "token-1")
    with scarcity(folder), pytest.raises(OSError, match=r"too large|denied"):
        clients.add("Two", "chrome-extension://b", b"t" * 32, "token-2")
    with scarcity(folder), pytest.raises(OSError, match=r"too large|denied"):
        clients.revoke(one.client)
    assert clients.all() == [one] == Clients(folder / "clients.json", clock).all()


# --- clocks that jump -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jump", "rests"),
    [
        ({"minutes": 14}, True),
        ({"minutes": 16}, False),
        ({"days": 4000}, False),
        ({"hours": -20}, True),  # a summer-time or travel mistake: it ends when the clock says so, within a day
        ({"days": -2}, False),  # else a clock set back by a year would switch checking off for a year
    ],
)
def test_a_pause_ends_in_time_wherever_the_clock_jumps(clock: Clock, jump: dict[str, float], rests: bool) -> None:
    settings = Settings(paused_until=START + timedelta(minutes=15))
    clock.jump(**jump)
    assert (settings.pause_at(clock()) is not None) is rests


@pytest.mark.parametrize(
    ("jump", "due"),
    [
        (timedelta(0), False),
        (PREPARED_FOR - timedelta(minutes=1), False),
        (PREPARED_FOR, True),
        (timedelta(days=-400), True),
        (timedelta(hours=-3), False),
    ],
)
def test_readiness_is_asked_again_after_a_year_and_after_a_date_from_days_to_come(jump: timedelta, due: bool) -> None:
    assert Readiness(answers={"plan": True}, answered=START).is_due(START + jump) is due


def test_counts_are_never_lost_to_a_clock_that_jumped_ahead_and_came_back(tmp_path: Path, clock: Clock) -> None:
    counts = Counts(tmp_path / "counts.sqlite3", clock)
    for by in (0, 4000, -4000, -4000, 4000):
        clock.jump(days=by)
        counts.add("a.rule", "personal", "shown", 2)
        counts.tidy()
        counts.to_quieten()
    assert sum(count.n for count in counts.weeks()) == 10
    assert len({count.week for count in counts.weeks()}) == 3


# --- files of older versions ----------------------------------------------------------------------------------------

FIRST_SETTINGS: dict[str, Any] = {  # as the first version wrote them
    "revision": 41,
    "mode": "professional",
    "accounts": {"x.com:1": {"mode": "official", "disclaimer": True, "official": True}},
    "sites": {"x.com": {"enabled": False}},
    "allow": [{"id": "0f" * 8, "rule": "personal.phone", "hash": "0f" * 32, "label": "phone ending 56"}],
}
FIRST_CLIENTS = [
    {
        "client": "c1",
        "name": "Chromium on Linux",
        "origin": "chrome-extension://a",
        "created": "2026-11-22T12:30:00Z",
        "secret": "c2VjcmV0",
        "token_sha256": "0f" * 32,
    }
]


def test_settings_of_the_first_version_lose_nothing_and_switch_nothing_on(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(FIRST_SETTINGS))
    store = SettingsStore(tmp_path / "settings.json", clock)
    assert (store.notice, list(tmp_path.iterdir())) == (None, [tmp_path / "settings.json"])
    assert store.present == Settings(
        revision=41,
        mode="professional",
        accounts={"x.com:1": AccountSettings(mode="official", disclaimer=True, official=True)},
        sites={"x.com": SiteSwitch(enabled=False)},
        allow=[AllowEntry("0f" * 8, "personal.phone", "0f" * 32, "phone ending 56")],
    )
    assert (store.present.measure, store.present.record.on, store.present.sites["x.com"].messages) == (
        None,
        False,
        False,
    )
    assert store.present.allow[0].day is None, "an entry of before days were kept"
    after = store.change(SettingsPatch(gut_check=5))
    assert SettingsStore(tmp_path / "settings.json", clock).present == after


def test_browsers_connected_by_the_first_version_stay_connected(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "clients.json").write_text(json.dumps(FIRST_CLIENTS))
    clients = Clients(tmp_path / "clients.json", clock)
    assert (clients.notice, [client.name for client in clients.all()]) == (None, ["Chromium on Linux"])


def test_counts_of_the_first_version_go_on(tmp_path: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(tmp_path / "counts.sqlite3")) as first, first:
        first.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
        first.execute("INSERT INTO day VALUES ('2026-05-04', 'a.rule', 'personal', 'shown', 7)")
    counts = Counts(tmp_path / "counts.sqlite3", clock)
    counts.tidy()
    counts.add("a.rule", "personal", "shown")
    assert [(str(count.week), count.n) for count in counts.weeks()] == [("2026-05-04", 7), ("2026-11-16", 1)]
