"""`forepost doctor`: each link, broken in turn, is named with the one thing to do."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from companion import __version__
from companion.cli import doctor as command
from companion.desktop import local
from companion.desktop.faults import FAULTS
from companion.desktop.instance import claim
from companion.desktop.manifests import Launch, write_manifest
from companion.draft import Draft, Review
from companion.server.checks import Terms
from companion.server.doctor import examine as examination
from companion.server.doctor import here, there
from companion.server.doctor.link import Link
from companion.server.ports import PORTS
from companion.store.chosen_pack import choose
from companion.store.paths import Places, places
from companion.store.records import MIGRATIONS, Records
from companion.store.runtime import write_runtime
from tests.companion.server.live import POLICY, Live, review
from tests.companion.store.test_chosen_pack import COUNCIL
from tests.companion.store.test_records import POST


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own, a port that counts as one of ours, and quick checks that hold everything."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DISPLAY", ":0")
    write_manifest(home / ".config" / "chromium" / "NativeMessagingHosts", "chromium", Launch())

    def hold(draft: Draft, terms: Terms) -> Review:
        return review(draft.model_copy(update={"text": "secret"}), terms)

    monkeypatch.setattr(examination, "load_checks", lambda _: (POLICY, lambda: hold))


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """A chain in which everything is well."""
    companion = Live(tmp_path / "state")
    monkeypatch.setattr(here, "PORTS", (companion.port,))
    write_runtime(companion.state / "runtime.json", companion.runtime)
    companion.connect(name="Chromium on Linux")
    with claim(companion.state / "instance.lock"), claim(companion.state / "tray.lock"):
        yield companion
    companion.stop()


def examine(state: Path) -> tuple[int, list[Link]]:
    result = CliRunner().invoke(command.doctor, ["--state", str(state), "--json"])
    return result.exit_code, [Link(**link) for link in json.loads(result.stdout)]


def test_a_chain_that_is_well(live: Live) -> None:
    code, links = examine(live.state)
    assert [(link.link, link.health) for link in links] == [
        ("Folder", "well"),
        ("Settings", "well"),
        ("Policy pack", "well"),
        ("Checks", "well"),
        ("Companion", "well"),
        ("Native messaging, Chromium", "well"),
        ("Browser, Chromium on Linux", "well"),
        ("Tray", "well"),
    ]
    assert code == 0
    assert not [link for link in links if link.do]


def test_it_changes_nothing(live: Live) -> None:
    (live.state / "settings.json").write_text("{")
    before = {path: path.read_bytes() for path in live.state.iterdir()}
    examine(live.state)
    assert {path: path.read_bytes() for path in live.state.iterdir()} == before


def open_to_others(live: Live) -> None:
    (live.state / "clients.json").chmod(0o644)


def folder_open_to_others(live: Live) -> None:
    live.state.chmod(0o777)


def broken_settings(live: Live) -> None:
    (live.state / "settings.json").write_text("{")
    (live.state / "settings.json").chmod(0o600)


def broken_browsers(live: Live) -> None:
    (live.state / "clients.json").write_text("{")


def no_browser(live: Live) -> None:
    (live.state / "clients.json").unlink()


def damaged_wrapper(live: Live) -> None:
    manifest = Path.home() / ".config/chromium/NativeMessagingHosts/local.forepost.companion.json"
    Path(json.loads(manifest.read_text())["path"]).write_text("#!/bin/sh\n")


def no_database(live: Live) -> None:
    write_record(live, b"no database")


def record_of_many_pages(live: Live) -> bytes:
    kept = Records(live.state / "first.sqlite3", live.companion.now)
    for number in range(60):
        kept.add(**POST | {"text": f"number {number} " * 200})
    kept.database.close()
    return kept.database.path.read_bytes()


def record_cut_short(live: Live) -> None:
    write_record(live, record_of_many_pages(live)[:20_000])


def record_with_a_page_lost(live: Live) -> None:
    """It begins as it should, and can be opened."""
    whole = record_of_many_pages(live)
    write_record(live, whole[:-8192] + bytes(8192))


def write_record(live: Live, content: bytes) -> None:
    (live.state / "record.sqlite3").write_bytes(content)
    (live.state / "record.sqlite3").chmod(0o600)


def record_of_a_later_version(live: Live) -> None:
    live.companion.records.add(**POST)
    live.companion.records.database.close()
    with closing(sqlite3.connect(live.state / "record.sqlite3")) as link:
        link.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def counts_of_somebody_else(live: Live) -> None:
    with closing(sqlite3.connect(live.state / "counts.sqlite3")) as link, link:
        link.executescript("CREATE TABLE recipes (name TEXT); PRAGMA user_version = 1;")
    (live.state / "counts.sqlite3").chmod(0o600)


def changed_pack(live: Live) -> None:
    choose(places(live.state), live.companion.settings, COUNCIL, live.companion.now())
    (live.state / "organisation.yaml").write_text("changed")


def old_manifest(live: Live) -> None:
    write_manifest(Path.home() / ".config/chromium/NativeMessagingHosts", "chromium", Launch(python="/gone/python"))


def somebody_else_on_the_port(live: Live) -> None:
    write_runtime(live.state / "runtime.json", replace(live.runtime, token="another"))


@pytest.mark.parametrize(
    ("break_it", "link", "what", "do"),
    [
        (open_to_others, "Folder", "clients.json", "chmod go="),
        (folder_open_to_others, "Folder", "state", "chmod go="),
        (broken_settings, "Settings", "cannot be read", "Start the companion again"),
        (broken_browsers, "Browsers", "cannot be read", "forepost pair"),
        (no_browser, "Browsers", "No browser is connected", "forepost pair"),
        (old_manifest, "Native messaging, Chromium", "Python that is gone", "forepost pair"),
        (damaged_wrapper, "Native messaging, Chromium", "a wrapper that is damaged", "forepost pair"),
        (no_database, "Record", "is no database at all", "begins a new one"),
        (record_cut_short, "Record", "a part of it is missing", "begins a new one"),
        (record_with_a_page_lost, "Record", "a part of it is missing", "begins a new one"),
        (record_of_a_later_version, "Record", "by a later version of Forepost", "Update Forepost."),
        (counts_of_somebody_else, "Counts", "not one of Forepost's", "begins a new one"),
        (changed_pack, "Policy pack", "was changed since you chose it", "forepost policy use"),
        (somebody_else_on_the_port, "Companion", "should be at", "forepost run"),
    ],
)
def test_a_broken_link_is_named_with_what_to_do(
    live: Live, break_it: Callable[[Live], None], link: str, what: str, do: str
) -> None:
    break_it(live)
    code, links = examine(live.state)
    (broken,) = [each for each in links if each.health == "broken"]
    assert (broken.link, code) == (link, 1)
    assert what in broken.what
    assert do in broken.do


def test_an_empty_record_is_a_note(live: Live) -> None:
    """So it lies there when the disk was full at its beginning; but it may have been emptied by something else."""
    write_record(live, b"")
    code, links = examine(live.state)
    (note,) = [link for link in links if link.health == "note"]
    assert (note.link, code) == ("Record", 0)
    assert note.what.endswith("is empty.")


@pytest.mark.parametrize("running", [True, False])
def test_a_record_is_read_through_and_nothing_beside_it_is_made(live: Live, running: bool) -> None:
    live.companion.records.add(**POST)
    if not running:
        live.companion.records.database.close()
    before = {path.name: path.read_bytes() for path in live.state.iterdir()}
    (link,) = [link for link in examine(live.state)[1] if link.link == "Record"]
    assert (link.health, link.do) == ("well", "")
    assert {path.name: path.read_bytes() for path in live.state.iterdir()}.keys() == before.keys()
    assert live.companion.records.count() == 1


def refused(*_: object, **__: object) -> NoReturn:
    raise PermissionError(13, "Permission denied", "/somebody/else's")


@pytest.mark.parametrize(
    ("where", "name", "link"),
    [
        (here, "mode_of", "Folder"),
        (shutil, "disk_usage", "Disk"),
        (here, "condition_of", "Record and counts"),
        (here, "set_aside", "Set aside"),
        (here, "found", "Policy pack"),
        (local, "is_claimed", "Companion"),
        (there, "browser_places", "Native messaging"),
        (there, "manifest_fault", "Native messaging, Chromium"),
        (there, "is_claimed", "Tray"),
    ],
)
def test_a_link_that_may_not_be_looked_at_is_named_and_the_others_are_looked_at(
    live: Live, monkeypatch: pytest.MonkeyPatch, where: object, name: str, link: str
) -> None:
    whole = {each.link for each in examine(live.state)[1]}
    monkeypatch.setattr(where, name, refused)
    code, links = examine(live.state)
    (broken,) = [each for each in links if each.health == "broken"]
    assert (broken.link, code) == (link, 1)
    assert broken.what == "/somebody/else's could not be looked at: Permission denied."
    assert "See whose it is" in broken.do
    assert {each.link.split(",")[0] for each in links} >= {each.split(",")[0] for each in whole}


def test_before_the_first_start(tmp_path: Path) -> None:
    code, links = examine(tmp_path / "nowhere")
    assert code == 1
    assert [link.link for link in links if link.health == "broken"] == ["Folder", "Companion", "Browsers"]
    assert not (tmp_path / "nowhere").exists()


def test_what_is_seen_from_here_is_said_in_the_popup_s_words(
    live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other four only the browser sees; doctor repeats those when all it sees is well."""
    with monkeypatch.context() as free:
        free.setattr(here, "who_listens", lambda port: None)
        (stopped,) = [link for link in examine(tmp_path / "nowhere")[1] if link.link == "Companion"]
    assert stopped.what == FAULTS["not-running"]
    no_browser(live)
    (unpaired,) = [link for link in examine(live.state)[1] if link.health == "broken"]
    assert FAULTS["not-paired"] in unpaired.what
    somebody_else_on_the_port(live)
    (taken,) = [link for link in examine(live.state)[1] if link.link == "Companion"]
    assert FAULTS["port-taken"] in taken.what


def test_the_pack_in_use_is_named_with_its_maker_and_hash(live: Live) -> None:
    choose(places(live.state), live.companion.settings, COUNCIL, live.companion.now())
    (link,) = [link for link in examine(live.state)[1] if link.link == "Policy pack"]
    assert link.health == "well"
    assert "Posting with care 2.1, Strathallison Council, Communications, sha256 " in link.what
    assert hashlib.sha256(COUNCIL).hexdigest() in link.what


@pytest.mark.parametrize(
    ("version", "health", "do"),
    [
        (__version__, "well", ""),
        ("0.0.9", "note", "Update Forepost in that browser."),
        ("9.10", "note", "Update the companion."),
        (None, "well", ""),
    ],
)
def test_each_browser_is_named_with_the_version_of_its_extension(
    live: Live, version: str | None, health: str, do: str
) -> None:
    (client,) = live.companion.clients.all()
    live.companion.clients.heard(client.client, version)
    (link,) = [link for link in examine(live.state)[1] if link.link == "Browser, Chromium on Linux"]
    assert (link.health, link.do) == (health, do)
    assert (version or "not heard of since the companion started") in link.what


def test_a_companion_that_was_updated_and_not_started_again_is_named(live: Live) -> None:
    write_runtime(live.state / "runtime.json", replace(live.runtime, version="0.0.9"))
    (link,) = [link for link in examine(live.state)[1] if link.link == "Companion"]
    assert (link.health, link.do) == ("note", "Stop it, then: forepost run")
    assert f"version 0.0.9, and {__version__} is installed" in link.what


def test_a_disk_that_is_nearly_full_is_named(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "NEARLY_FULL", 1 << 62)
    (link,) = [link for link in examine(live.state)[1] if link.health == "broken"]
    assert (link.link, link.do) == ("Disk", "Delete something there.")


def test_checking_that_is_switched_off_is_named(live: Live) -> None:
    live.as_local("/v1/settings/patch", {"on": False})
    (link,) = [link for link in examine(live.state)[1] if link.link == "Settings"]
    assert (link.health, link.what) == ("note", "Checking is switched off.")


def test_all_ports_taken_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "who_listens", lambda port: f"game (process {port})")
    (companion,) = [link for link in examine(tmp_path)[1] if link.link == "Companion"]
    assert all(f"{port} by game" in companion.what for port in PORTS)


def test_checks_that_cannot_be_loaded(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(_: Places) -> None:
        raise ImportError("something about a text")

    monkeypatch.setattr(examination, "load_checks", load)
    (broken,) = [link for link in examine(live.state)[1] if link.health == "broken"]
    assert (broken.link, broken.what) == ("Checks", "The checks cannot be loaded (ImportError).")


def test_a_browser_without_the_manifest_is_a_note(live: Live) -> None:
    """It can be connected with a code, so the chain is whole."""
    (Path.home() / ".mozilla").mkdir()
    code, links = examine(live.state)
    (note,) = [link for link in links if link.health == "note"]
    assert (note.link, code) == ("Native messaging, Firefox", 0)
    assert "forepost pair" in note.do


def test_a_tray_that_is_not_shown_is_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing needs it, so it is never broken; where it can be shown, the command is named."""

    def tray() -> Link:
        return examine(tmp_path / "state")[1][-1]

    assert tray() == Link("Tray", "note", "It is not shown.", "Run: forepost tray")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert tray() == Link("Tray", "note", "There is no display here to show it on.")


def test_for_people_it_counts_what_to_mend(live: Live) -> None:
    def said() -> str:
        return CliRunner().invoke(command.doctor, ["--state", str(live.state)]).output

    well = said()
    assert "\nEvery link is well." in well
    for fault in ("blocked", "permission-missing", "code-expired", "disconnected"):
        assert f"  {FAULTS[fault]}\n" in well, "what the companion's side cannot see"
    no_browser(live)
    assert said().endswith("1 to mend, from the top.\n")
    (live.state / "settings.json.broken-20261122-123000-ab").write_text("{")
    assert "settings.json.broken" in said()
