"""`forepost integrate` as macOS and Windows would have it: the files in a home of the test, the registry a stand-in."""

from __future__ import annotations

import copy
import json
import plistlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from companion.cli import integrate as command
from companion.desktop.browsers import browser_places, manifest_fault
from companion.desktop.in_place import in_place
from companion.desktop.integration import RUN_KEY, SWITCHED_KEY, System
from companion.desktop.manifests import NAME
from companion.desktop.registry import Registry
from companion.server.doctor import there
from companion.server.doctor.link import Link
from companion.store.paths import places
from tests.companion.desktop.stand_in_winreg import HKEY_CURRENT_USER, StandInWinreg
from tests.companion.desktop.test_integration import tree

USUAL = (r"Software\Microsoft\Windows\CurrentVersion\Run", r"Software\Mozilla\Firefox")


@pytest.fixture
def winreg() -> StandInWinreg:
    found = StandInWinreg(*USUAL)
    found.keys[USUAL[0].lower()]["other"] = "other.exe"
    return found


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def on(system: System, monkeypatch: pytest.MonkeyPatch, winreg: StandInWinreg | None = None) -> None:
    registry = Registry(winreg) if winreg else None
    for place in (command, there):
        monkeypatch.setattr(place, "this_system", lambda: system)
        monkeypatch.setattr(place, "this_registry", lambda: registry)


def run(word: str) -> str:
    said = CliRunner().invoke(getattr(command, word), [], catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.output


def native_messaging(home: Path) -> list[Link]:
    return list(there.native_messaging(places(home / "state")))


def test_macos_and_nothing_is_left_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on("macos", monkeypatch)
    (home / "Library/Application Support/Google/Chrome").mkdir(parents=True)
    before = tree(home)
    (note,) = native_messaging(home)
    assert (note.link, note.health) == ("Native messaging, Chrome", "note")
    assert note.do == "Run: forepost integrate. Or connect it with a short code: forepost pair"
    assert "nobody has tried it there yet" in run("integrate")
    agent = plistlib.loads((home / f"Library/LaunchAgents/{NAME}.plist").read_bytes())
    assert (agent["Label"], agent["RunAtLoad"]) == (NAME, True)
    (well,) = native_messaging(home)
    assert (well.health, well.what) == (
        "well",
        f"{home}/Library/Application Support/Google/Chrome/NativeMessagingHosts/{NAME}.json.",
    )
    run("integrate")
    run("unintegrate")
    assert tree(home) == before


def test_windows_and_nothing_is_left_behind(home: Path, monkeypatch: pytest.MonkeyPatch, winreg: StandInWinreg) -> None:
    on("windows", monkeypatch, winreg)
    for folder in ("Local/Google/Chrome/User Data", "Roaming/Mozilla/Firefox"):
        (home / "AppData" / folder).mkdir(parents=True)
    before, keys = tree(home), copy.deepcopy(winreg.keys)
    assert {link.health for link in native_messaging(home)} == {"note"}
    run("integrate")
    assert [(link.link, link.health) for link in native_messaging(home)] == [
        ("Native messaging, Chrome", "well"),
        ("Native messaging, Firefox", "well"),
    ]
    registry = Registry(winreg)
    assert "companion run --tray" in (registry.read(RUN_KEY, "Forepost") or "")
    assert not registry.has(rf"HKCU\Software\Microsoft\Edge\NativeMessagingHosts\{NAME}"), "it has never run here"
    assert run("integrate").count("as it was") == 6
    registry.write(SWITCHED_KEY, "Forepost", "")  # as Windows does when the person switches it off: in bytes, no text
    winreg.keys[SWITCHED_KEY.removeprefix("HKCU\\").lower()]["forepost"] = bytes.fromhex("030000000000000000000000")
    there_now = {one.what: one for one in in_place("windows", home, registry)}
    assert list(there_now) == [
        *("Start with the desktop", "What browsers start", "For chromium", "For firefox", "Chrome", "Firefox"),
        *("Its switch in Task Manager", ""),
    ]
    assert (there_now["Start with the desktop"].place, there_now["Its switch in Task Manager"].size) == (
        rf"{RUN_KEY}\Forepost",
        12,
    )
    run("unintegrate")
    assert list(in_place("windows", home, registry)) == []
    assert tree(home) == before
    winreg.DeleteKey(HKEY_CURRENT_USER, SWITCHED_KEY.removeprefix("HKCU\\"))
    winreg.DeleteKey(HKEY_CURRENT_USER, SWITCHED_KEY.removeprefix("HKCU\\").rpartition("\\")[0])
    winreg.DeleteKey(HKEY_CURRENT_USER, SWITCHED_KEY.removeprefix("HKCU\\").rsplit("\\", 2)[0])
    assert winreg.keys == keys


def test_a_key_that_somebody_else_uses_by_now_stays(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    winreg = StandInWinreg(*USUAL)
    on("windows", monkeypatch, winreg)
    (home / "AppData/Local/Google/Chrome/User Data").mkdir(parents=True)
    run("integrate")
    theirs = r"HKCU\Software\Google\Chrome\NativeMessagingHosts\com.example.other"
    Registry(winreg).write(theirs, "", "other.json")
    run("unintegrate")
    assert Registry(winreg).read(theirs, "") == "other.json"
    assert not Registry(winreg).has(theirs.replace("com.example.other", NAME))


def test_a_registry_that_refuses_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing(StandInWinreg):
        def SetValueEx(self, key: str, name: str, _reserved: int, kind: int, value: str) -> None:
            raise PermissionError(13, "Access is denied")

    on("windows", monkeypatch, Refusing(*USUAL))
    said = CliRunner().invoke(command.integrate, [], catch_exceptions=False)
    assert said.exit_code == 3
    assert rf"Start with the desktop: {RUN_KEY}\Forepost could not be written: Access is denied." in said.stderr
    assert (home / "AppData/Local/forepost/native-host.bat").exists(), "the rest is done"


def test_a_key_that_cannot_go_is_said_and_goes_the_next_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing(StandInWinreg):
        def DeleteKey(self, root: int, key: str) -> None:
            raise PermissionError(13, "Access is denied")

    winreg = Refusing(*USUAL)
    on("windows", monkeypatch, winreg)
    (home / "AppData/Local/Google/Chrome/User Data").mkdir(parents=True)
    before, keys = tree(home), copy.deepcopy(winreg.keys)
    run("integrate")
    said = CliRunner().invoke(command.unintegrate, [], catch_exceptions=False)
    assert said.exit_code == 3
    host = rf"HKCU\Software\Google\Chrome\NativeMessagingHosts\{NAME}"
    assert f"A key made for it: {host} could not be removed: Access is denied." in said.stderr
    assert "then run: forepost unintegrate" in said.stderr

    after = StandInWinreg()
    after.keys = winreg.keys
    on("windows", monkeypatch, after)
    run("unintegrate")
    assert (tree(home), after.keys) == (before, keys)


def test_a_manifest_on_windows_whose_python_is_gone_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, winreg: StandInWinreg
) -> None:
    on("windows", monkeypatch, winreg)
    (home / "AppData/Local/Chromium/User Data").mkdir(parents=True)
    run("integrate")
    (chromium,) = [place for place in browser_places("windows", home, home, Registry(winreg)) if place.is_there]
    assert chromium.manifest is not None
    assert manifest_fault("chromium", chromium.manifest) is None
    wrapper = Path(json.loads(chromium.manifest.read_text())["path"])
    for command_line in ('@"C:\\100%% mine\\python.exe" -P -m x -- %*', "@C:\\gone\\python.exe -P -m x -- %*"):
        wrapper.write_text(command_line)
        assert manifest_fault("chromium", chromium.manifest) == "points to a Python that is gone"
    wrapper.write_text("")
    assert manifest_fault("chromium", chromium.manifest) == "points to a wrapper that is damaged"


def test_on_a_system_nobody_knows_the_way_without_it_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "haiku1")
    before = tree(home)
    for word in ("integrate", "unintegrate"):
        said = CliRunner().invoke(getattr(command, word), [], catch_exceptions=False)
        assert (said.exit_code, tree(home)) == (3, before)
        assert "Start it with: forepost run. Connect a browser with: forepost pair" in said.stderr
    (home / ".config/chromium").mkdir(parents=True)
    (note,) = native_messaging(home)
    assert note.do == "Connect it with a short code: forepost pair"
