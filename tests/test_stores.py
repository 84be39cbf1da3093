"""What the stores are told is true: each permission has its reason, the data are declared, the package builds again."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.builds import build_extension

ROOT = Path(__file__).resolve().parent.parent
STORES = (ROOT / "docs" / "stores.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "build" / "forepost-extension-release.zip"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    build_extension()
    file = ROOT / "build" / "extension" / "release" / "manifest.json"
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def test_the_reasons_are_for_exactly_the_permissions_asked_for(manifest: dict[str, Any]) -> None:
    cells = re.findall(r"^\| (`.*?) \|", STORES, re.M)
    named = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    asked = [*manifest["permissions"], *manifest["host_permissions"], *manifest.get("optional_host_permissions", [])]
    assert sorted(named) == sorted(asked)


def test_the_data_declared_are_those_of_the_manifest(manifest: dict[str, Any]) -> None:
    declared = manifest["browser_specific_settings"]["gecko"]["data_collection_permissions"]
    assert f"`{json.dumps(declared)}`" in STORES


def test_built_elsewhere_the_package_is_the_same_to_the_byte(manifest: dict[str, Any], tmp_path: Path) -> None:
    """With the commands of the page, in another folder; only the installed packages are shared."""
    elsewhere = tmp_path / "elsewhere" / "extension"
    shutil.copytree(ROOT / "extension", elsewhere, ignore=shutil.ignore_patterns("node_modules"))
    (elsewhere / "node_modules").symlink_to(ROOT / "extension" / "node_modules")
    ids = Path("companion/desktop/extension_ids.json")
    (elsewhere.parent / ids).parent.mkdir(parents=True)
    shutil.copy(ROOT / ids, elsewhere.parent / ids)

    subprocess.run(["node", "build.mjs"], cwd=elsewhere, check=True, stdout=subprocess.DEVNULL)

    assert (elsewhere.parent / "build" / PACKAGE.name).read_bytes() == PACKAGE.read_bytes()
