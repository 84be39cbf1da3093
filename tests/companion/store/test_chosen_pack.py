"""The organisation's pack on the disk: chosen whole or not at all, and used only while it is what the person saw."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.policy.load import MAX_PACK_BYTES, built_in_bytes
from companion.store.chosen_pack import FALL_BACK, Found, NotAPack, choose, found, leave
from companion.store.paths import Places, places
from companion.store.settings import Settings, SettingsPatch
from companion.store.settings_store import SettingsStore

COUNCIL = (Path(__file__).parents[3] / "docs/examples/council.yaml").read_bytes()


def now() -> datetime:
    return datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return places(tmp_path)


@pytest.fixture
def settings(where: Places) -> SettingsStore:
    return SettingsStore(where.settings, now)


def test_none_was_chosen(where: Places, settings: SettingsStore) -> None:
    assert found(where) == Found()
    settings.change(SettingsPatch(mode="official"))
    assert found(where) == Found()


def test_choosing_keeps_a_copy_and_says_what_it_is(where: Places, settings: SettingsStore) -> None:
    before = settings.change(SettingsPatch(mode="official", measure=True, record=True))
    after = choose(where, settings, COUNCIL, now())
    assert after.organisation is not None
    assert after.organisation.model_dump(exclude={"sha256"}) == {
        "id": "strathallison-council",
        "version": "2.1",
        "title": "Posting with care",
        "publisher": "Strathallison Council, Communications",
        "chosen": now(),
    }
    assert after.organisation.sha256 == hashlib.sha256(COUNCIL).hexdigest()
    assert after.model_copy(update={"organisation": None, "revision": before.revision}) == before, "nothing else"
    assert (after.revision, found(where)) == (before.revision + 1, Found(raw=COUNCIL))
    assert stat.S_IMODE(where.organisation.stat().st_mode) == 0o600


def test_leaving_it_goes_back_to_the_built_in_one(where: Places, settings: SettingsStore) -> None:
    choose(where, settings, COUNCIL, now())
    assert leave(where, settings).organisation is None
    assert found(where) == Found()
    assert not where.organisation.exists()
    leave(where, settings)


BROKEN = {
    "empty": (b"", "line 1, column 1: The pack is empty."),
    "not text": (b"\xff\xfe", "not text in UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not text in UTF-8"),
    "too large": (b"a" * (MAX_PACK_BYTES + 1), "larger than 1 MiB"),
    "not a pack": (b"- one\n- two\n", "line 1, column 1: A pack is a list of keys"),
    "a key nobody knows": (COUNCIL.replace(b"publisher:", b"publishre:"), "line 8, column 1: `publishre` is not known"),
    "counting": (COUNCIL + b"\nmeasure: true\n", "`measure` is not known here"),
    "a bomb": (b"a: &a [x, x]\nb: *a\n", "Aliases"),
    "a tag": (b"id: !!python/object/apply:os.system [ls]\n", "Tags (!name) are not read"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_changes_nothing_and_says_where_and_how(
    where: Places, settings: SettingsStore, name: str
) -> None:
    raw, said = BROKEN[name]
    choose(where, settings, COUNCIL, now())
    kept = where.settings.read_bytes()
    with pytest.raises(NotAPack) as fault:
        choose(where, settings, raw, now())
    assert said in "\n".join(fault.value.problems)
    assert (where.settings.read_bytes(), found(where)) == (kept, Found(raw=COUNCIL))


@pytest.mark.parametrize("number", [0, 1])
def test_a_disk_that_is_full_leaves_the_pack_of_before(
    where: Places, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Whichever of the two files finds no room: the copy is written first, the settings that name it second."""
    choose(where, settings, COUNCIL, now())
    before = {path.name: path.read_bytes() for path in where.config.iterdir()}
    room = [True] * number
    sync = os.fsync

    def full(file: int) -> None:
        if not room:
            raise OSError(28, "No space left on device")
        room.pop()
        sync(file)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        choose(where, settings, built_in_bytes(), now())
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in where.config.iterdir()} == before
    assert found(where) == Found(raw=COUNCIL)


def tampered(where: Places) -> None:
    where.organisation.write_bytes(COUNCIL.replace(b"hold", b"hint"))


def gone(where: Places) -> None:
    where.organisation.unlink()


def of_another_version(where: Places) -> None:
    raw = COUNCIL + b"\nnew_key: 1\n"
    where.organisation.write_bytes(raw)
    kept = Settings.model_validate_json(where.settings.read_bytes())
    assert kept.organisation
    pack = kept.organisation.model_copy(update={"sha256": hashlib.sha256(raw).hexdigest()})
    where.settings.write_text(kept.model_copy(update={"organisation": pack}).model_dump_json())


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (tampered, "was changed since you chose it"),
        (gone, "is not on the disk any more"),
        (of_another_version, "cannot be read by this version of Forepost"),
    ],
)
def test_a_copy_that_is_not_what_the_person_saw_is_named_and_not_used(
    where: Places, settings: SettingsStore, harm: Callable[[Places], None], said: str
) -> None:
    choose(where, settings, COUNCIL, now())
    harm(where)
    kept = found(where)
    assert kept.raw is None
    assert kept.notice == f"Your organisation's policy pack (Posting with care) {said}. {FALL_BACK}"
