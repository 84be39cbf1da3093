"""`forepost doctor`: each link, broken in turn, is named with the one thing to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from companion.cli import doctor as command
from companion.cli.doctor import Link
from companion.desktop.instance import claim
from companion.desktop.manifests import Launch, write_manifest
from companion.draft import Draft, Review
from companion.server import checks
from companion.server.checks import Terms
from companion.server.ports import PORTS
from companion.store.runtime import write_runtime
from tests.companion.server.live import POLICY, Live, review


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

    monkeypatch.setattr(checks, "load_checks", lambda: (POLICY, lambda: hold))


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """A chain in which everything is well."""
    companion = Live(tmp_path / "state")
    monkeypatch.setattr(command, "PORTS", (companion.port,))
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
        ("Checks", "well"),
        ("Companion", "well"),
        ("Native messaging, Chromium", "well"),
        ("Browsers", "well"),
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


def test_before_the_first_start(tmp_path: Path) -> None:
    code, links = examine(tmp_path / "nowhere")
    assert code == 1
    assert [link.link for link in links if link.health == "broken"] == ["Folder", "Companion", "Browsers"]
    assert not (tmp_path / "nowhere").exists()


def test_all_ports_taken_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "who_listens", lambda port: f"game (process {port})")
    (companion,) = [link for link in examine(tmp_path)[1] if link.link == "Companion"]
    assert all(f"{port} by game" in companion.what for port in PORTS)


def test_checks_that_cannot_be_loaded(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        raise ImportError("something about a text")

    monkeypatch.setattr(checks, "load_checks", load)
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

    assert said().endswith("Every link is well.\n")
    no_browser(live)
    assert said().endswith("1 to mend, from the top.\n")
    (live.state / "settings.json.broken-20261122-123000-ab").write_text("{")
    assert "settings.json.broken" in said()
