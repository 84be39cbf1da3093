"""The files that let a browser start the native host."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from companion.desktop.browsers import browser_places, manifest_fault
from companion.desktop.manifests import NAME, Family, Launch, allowed_ids, write_manifest


@pytest.mark.parametrize(
    ("family", "key", "value"),
    [
        ("chromium", "allowed_origins", [f"chrome-extension://{each}/" for each in allowed_ids("chromium")]),
        ("firefox", "allowed_extensions", ["companion@forepost.local"]),
    ],
)
def test_a_manifest_as_the_browser_wants_it(tmp_path: Path, family: Family, key: str, value: list[str]) -> None:
    """One allowed key each: Chromium refuses Firefox's and the other way round."""
    manifest = json.loads(write_manifest(tmp_path / "hosts", family, Launch()).read_text())
    assert manifest[key] == value
    assert set(manifest) == {"name", "description", "path", "type", key}
    assert (manifest["name"], manifest["type"]) == (NAME, "stdio")
    wrapper = Path(manifest["path"])
    assert wrapper.is_absolute()
    assert os.access(wrapper, os.X_OK)


def test_the_wrapper_passes_on_where_the_companion_lives(tmp_path: Path) -> None:
    """Also from a folder with a blank and a quote in its name, and the browser's own arguments stay apart."""
    echo = tmp_path / "echo python"
    echo.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    echo.chmod(0o700)
    state = tmp_path / "it's here"
    manifest = json.loads(write_manifest(tmp_path, "chromium", Launch(state, 41800, str(echo))).read_text())
    said = subprocess.run(
        [manifest["path"], "chrome-extension://x/", "--a"], capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == [
        *("-P", "-m", "companion.desktop.native_host"),
        *("--state", str(state), "--port", "41800"),
        *("--", "chrome-extension://x/", "--a"),
    ]


def test_a_manifest_of_ours_is_well_and_others_are_named(tmp_path: Path) -> None:
    manifest = tmp_path / f"NativeMessagingHosts/{NAME}.json"
    assert manifest_fault("chromium", manifest) == "is not there"
    write_manifest(manifest.parent, "chromium", Launch())
    assert manifest_fault("chromium", manifest) is None
    good = manifest.read_text()
    manifest.write_text(good.replace(allowed_ids("chromium")[0], "a" * 32))
    assert manifest_fault("chromium", manifest) == "names other extensions or another program"
    manifest.write_text("{")
    assert manifest_fault("chromium", manifest) == "cannot be read"
    manifest.write_text(good)
    wrapper = Path(json.loads(good)["path"])
    write_manifest(manifest.parent, "chromium", Launch(python="/nowhere/python"))
    assert manifest_fault("chromium", manifest) == "points to a Python that is gone"
    wrapper.unlink()
    assert manifest_fault("chromium", manifest) == "points to a wrapper that cannot be started"


def test_the_profile_under_the_state_folder_is_known(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "profile" / "NativeMessagingHosts"
    write_manifest(folder, "chromium", Launch())
    found = browser_places("linux", tmp_path / "home", tmp_path / "state")
    assert [place.browser for place in found if place.is_there] == ["profile profile"]


def test_a_browser_that_never_ran_is_not_there(tmp_path: Path) -> None:
    assert not [place for place in browser_places("linux", tmp_path, tmp_path) if place.is_there]
    (tmp_path / ".config" / "chromium").mkdir(parents=True)
    assert [place.browser for place in browser_places("linux", tmp_path, tmp_path) if place.is_there] == ["Chromium"]
