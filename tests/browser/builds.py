"""What tests need built: the extension in its variants, and the replicas. Built again when a source is newer."""

from __future__ import annotations

import subprocess
from pathlib import Path

from filelock import FileLock

from tests.browser.companion import ROOT

BUILD = ROOT / "build"
REPLICAS = BUILD / "replicas"
PACKAGES = BUILD  # the zips
EXTENSION = BUILD / "extension"  # with one folder for each build: dev, dev-without-sites, release


def newest(folder: Path) -> float:
    """When anything in this folder last changed."""
    files = (file for file in folder.rglob("*") if "node_modules" not in file.parts)
    return max((file.stat().st_mtime for file in files if file.is_file()), default=0.0)


def build_if_stale(made: Path, sources: Path) -> None:
    """Tests that run side by side wait for the one that builds, and find it done."""
    BUILD.mkdir(exist_ok=True)
    with FileLock(BUILD / f"{sources.name}.lock"):
        if not made.exists() or made.stat().st_mtime < newest(sources):
            subprocess.run(["node", "build.mjs"], cwd=sources, check=True)


def build_replicas() -> None:
    build_if_stale(REPLICAS / "x" / "index.html", ROOT / "tests" / "replicas")


def build_extension() -> None:
    build_if_stale(EXTENSION / "dev" / "manifest.json", ROOT / "extension")
