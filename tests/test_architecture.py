"""The house's own rules: imports point down, the core is pure, one door to the network, no organisation in code."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sorted((ROOT / "companion").rglob("*.py"))
TYPESCRIPT = sorted(
    path for path in (ROOT / "extension").rglob("*.ts") if "node_modules" not in path.parts and ".gen." not in path.name
)

# A room may import from the rooms named here, and from itself.
MAY_IMPORT = {
    "text": set(),
    "draft": set(),
    "public_suffix": set(),
    "detectors": {"draft", "text", "public_suffix", "policy"},  # policy.model only: an organisation's own names
    "policy": {"draft", "text", "public_suffix"},
    "review": {"draft", "text", "detectors", "policy"},
    "archive": {"review", "policy", "detectors", "draft", "text"},
    "store": {"draft", "text", "policy"},
    "desktop": {"store", "draft"},
    "tray": {"desktop", "store"},  # a client of the API like any other
    "server": {"review", "policy", "store", "draft", "detectors", "desktop"},
    "cli": {"server", "tray", "desktop", "store", "archive", "review", "policy", "detectors", "draft", "text"},
}
PURE = ("text", "draft", "public_suffix", "detectors", "policy", "review")
CLOCKS_AND_DOORS = {"socket", "http", "urllib.request", "requests", "httpx", "subprocess", "time", "flask", "waitress"}
MAY_OPEN_SOCKETS = {"server", "desktop", "cli"}


def room(path: Path) -> str:
    return path.relative_to(ROOT / "companion").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("companion.")} - {"__version__"}
    assert ours - {here} <= MAY_IMPORT[here], f"{here} may import {sorted(MAY_IMPORT[here])}"


@pytest.mark.parametrize("path", [path for path in PYTHON if room(path) in PURE], ids=lambda path: path.name)
def test_the_core_reads_no_clock_and_opens_no_door(path: Path) -> None:
    used = set(imports(path))
    used |= {name.split(".")[0] for name in used}
    assert not used & CLOCKS_AND_DOORS
    assert "datetime.now" not in path.read_text(encoding="utf-8")
    assert "date.today" not in path.read_text(encoding="utf-8")


def test_every_python_file_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in PYTHON
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_only_the_companion_client_opens_a_connection_in_the_extension() -> None:
    doors = re.compile(
        r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection)\s*\("
    )
    users = {path.name for path in TYPESCRIPT if doors.search(path.read_text(encoding="utf-8"))}
    assert users <= {"companion.ts"}


def test_no_page_script_can_talk_to_the_content_script() -> None:
    found = [
        path.name
        for path in TYPESCRIPT
        if re.search(r"postMessage|addEventListener\(\s*['\"]message['\"]", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_text_of_a_page_is_never_set_as_markup() -> None:
    found = [
        path.name
        for path in TYPESCRIPT
        if re.search(r"innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_organisation_in_code() -> None:
    pack = yaml.safe_load((ROOT / "companion/policy/packs/default.yaml").read_text(encoding="utf-8"))
    organisation = pack["organisation"]
    names = {organisation["name"], *organisation.get("domains", []), *organisation.get("handles", [])}
    for path in [*PYTHON, *TYPESCRIPT]:
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if name.casefold() in text.casefold()], path


def test_locks_carry_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements").rglob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|index-url", text)
    for lock in (
        ROOT / folder / "package-lock.json" for folder in ("extension", "tests/replicas", "tests/bench/peers")
    ):
        packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
        assert not [name for name, entry in packages.items() if "resolved" in entry]
        assert [name for name, entry in packages.items() if "integrity" in entry]


def test_versions_agree() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert json.loads((ROOT / "extension/package.json").read_text(encoding="utf-8"))["version"] == version
    assert f'__version__ = "{version}"' in (ROOT / "companion/__init__.py").read_text(encoding="utf-8")
