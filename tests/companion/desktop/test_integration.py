"""`forepost integrate`: the table of all three systems, and on Linux a home that is afterwards as it was."""

from __future__ import annotations

import json
import plistlib
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from click.testing import CliRunner

from companion.cli.integrate import integrate, unintegrate
from companion.desktop.integration import RUN_KEY, python_in_batch, table
from companion.desktop.manifests import NAME, Launch, allowed_ids
from tests.companion.scarcity import on_read_only_disk

ROOT = Path(__file__).resolve().parents[3]
LAUNCH = Launch(python="/opt/fore post/python")


def tree(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person with Chromium and Firefox, and files of other programs beside ours."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".mozilla/firefox").mkdir(parents=True)
    other = tmp_path / ".config/chromium/NativeMessagingHosts/other.json"
    other.parent.mkdir(parents=True)
    other.write_text("{}")
    return tmp_path


def test_it_leaves_nothing_behind(home: Path) -> None:
    before = tree(home)
    said = CliRunner().invoke(integrate, [], catch_exceptions=False)
    assert (said.exit_code, "not found here" in said.output) == (0, True)
    assert tree(home) != before
    CliRunner().invoke(integrate, [], catch_exceptions=False)
    assert CliRunner().invoke(unintegrate, [], catch_exceptions=False).exit_code == 0
    assert tree(home) == before


def test_only_browsers_that_are_there_get_a_manifest(home: Path) -> None:
    CliRunner().invoke(integrate, [], catch_exceptions=False)
    assert not (home / ".config/google-chrome").exists()
    manifest = json.loads((home / f".mozilla/native-messaging-hosts/{NAME}.json").read_text())
    assert manifest["allowed_extensions"] == allowed_ids("firefox")
    assert subprocess.run([manifest["path"]], input=b"", capture_output=True, check=True).stdout == b""


def test_what_cannot_be_written_is_said_and_the_rest_is_done(home: Path) -> None:
    """Files where folders should be, so that root is stopped as well."""
    (home / ".config/autostart").write_text("")
    (home / ".config/chromium/NativeMessagingHosts/local.forepost.companion.json").mkdir()
    before = tree(home)
    said = CliRunner().invoke(integrate, [], catch_exceptions=False)
    assert said.exit_code == 3
    assert "Start with the desktop: " in said.stderr
    place = home / ".config/chromium/NativeMessagingHosts/local.forepost.companion.json"
    assert f"Chromium: {place} could not be written: Is a directory. Make room or let it be written" in said.stderr
    assert said.stderr.count("then run: forepost integrate\n") == 2
    assert (home / f".mozilla/native-messaging-hosts/{NAME}.json").is_file()

    said = CliRunner().invoke(unintegrate, [], catch_exceptions=False)
    assert said.exit_code == 3
    assert f"Chromium: {place} could not be removed" in said.stderr
    place.rmdir()
    assert CliRunner().invoke(unintegrate, [], catch_exceptions=False).exit_code == 0
    del before[str(place.relative_to(home))]
    assert tree(home) == before


@pytest.mark.parametrize("before", [False, True], ids=["never-integrated", "integrated"])
def test_on_a_disk_that_cannot_be_written_nothing_is_half_done(home: Path, before: bool) -> None:
    if before:
        CliRunner().invoke(integrate, [], catch_exceptions=False)
        (home / ".config/autostart/forepost.desktop").write_text("another")
    found = tree(home)
    for word in ("integrate", "unintegrate") if before else ("integrate",):
        command = on_read_only_disk(home, [sys.executable, "-m", "companion", word])
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
        assert done.returncode == 3
        assert ": Read-only file system. Make room or let it be written, then run: forepost " + word in done.stderr
        assert "Traceback" not in done.stderr
    assert tree(home) == found


@pytest.mark.parametrize("options", [["--dry-run"], ["--system", "windows"], ["--system", "macos"]])
def test_a_preview_writes_nothing(home: Path, options: list[str]) -> None:
    before = tree(home)
    said = CliRunner().invoke(integrate, options, catch_exceptions=False)
    assert NAME in said.output
    assert tree(home) == before


def test_linux() -> None:
    places = {entry.what: entry for entry in table("linux", PurePosixPath("/home/a"), LAUNCH)}
    assert places["Start with the desktop"].place == "/home/a/.config/autostart/forepost.desktop"
    assert (
        'Exec="/opt/fore post/python" "-P" "-m" "companion" "run" "--tray"\n'
        in places["Start with the desktop"].content
    )
    assert places["Edge"].place == f"/home/a/.config/microsoft-edge/NativeMessagingHosts/{NAME}.json"


def test_macos() -> None:
    places = {entry.what: entry for entry in table("macos", PurePosixPath("/Users/a"), LAUNCH)}
    agent = plistlib.loads(places["Start with the desktop"].content.encode())
    assert agent["ProgramArguments"] == ["/opt/fore post/python", "-P", "-m", "companion", "run", "--tray"]
    support = "/Users/a/Library/Application Support"
    assert places["Firefox"].place == f"{support}/Mozilla/NativeMessagingHosts/{NAME}.json"
    assert places["Chrome"].place == f"{support}/Google/Chrome/NativeMessagingHosts/{NAME}.json"


def test_windows() -> None:
    launch = Launch(python=r"C:\100% mine\python.exe")
    places = {entry.what: entry for entry in table("windows", PureWindowsPath(r"C:\Users\a"), launch)}
    assert (places["Start with the desktop"].key, places["Start with the desktop"].value) == (RUN_KEY, "Forepost")
    assert places["Edge"].place == rf"HKCU\Software\Microsoft\Edge\NativeMessagingHosts\{NAME}"
    assert places["Firefox"].content == r"C:\Users\a\AppData\Local\forepost\firefox.json"
    manifest = json.loads(places["For chromium"].content)
    assert manifest["path"] == r"C:\Users\a\AppData\Local\forepost\native-host.bat"
    assert places["What browsers start"].content.startswith('@"C:\\100%% mine\\python.exe" -P -m')
    assert places["What browsers start"].content.endswith("-- %*\r\n")


@pytest.mark.parametrize(
    ("python", "starts"),
    [
        (r"C:\Python\python.exe", r"@C:\Python\python.exe -P"),
        (r"C:\R&D (x86)\python.exe", r'@"C:\R&D (x86)\python.exe" -P'),
        (r"C:\Users\Zoë Bell\venv\python.exe", r'@"%USERPROFILE%\venv\python.exe" -P'),
        (r"c:\users\zoë bell\50%\python.exe", r'@"%USERPROFILE%\50%%\python.exe" -P'),
        (
            r"D:\Büro\python.exe",
            '@"%SystemRoot%\\System32\\chcp.com" 65001 <nul >nul 2>nul\r\n@"D:\\Büro\\python.exe" -P',
        ),
    ],
)
def test_cmd_reads_the_way_to_python_whatever_its_code_page(python: str, starts: str) -> None:
    """It reads a batch file in its own code page: UTF-8 for an é would be two other letters, and no such folder."""
    home = PureWindowsPath(r"C:\Users\Zoë Bell")
    (entry,) = [one for one in table("windows", home, Launch(python=python)) if one.what == "What browsers start"]
    assert entry.content.startswith(starts)
    assert entry.content.endswith(" -- %*\r\n")
    assert "\n" not in entry.content.replace("\r\n", "")
    found = python_in_batch(entry.content, Path(r"C:\Users\Zoë Bell"))
    assert PureWindowsPath(found) == PureWindowsPath(python)


def test_a_state_folder_of_other_letters_is_passed_on_whole() -> None:
    home = PureWindowsPath(r"C:\Users\Zoë")
    launch = Launch(python=r"C:\python.exe", state=Path(r"C:\Users\Zoë\my forepost"))
    (entry,) = [one for one in table("windows", home, launch) if one.what == "What browsers start"]
    assert r'--state "%USERPROFILE%\my forepost" --' in entry.content
