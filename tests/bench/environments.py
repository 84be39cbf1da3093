"""Makes the environment of each compared engine from its own lock, under build/bench; says why where it cannot."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "build" / "bench"
NODE_PEERS = ROOT / "tests" / "bench" / "peers"


class NotAvailableError(Exception):
    """An engine that cannot be measured on this machine; its words are the reason, for people."""


def python_of(name: str) -> str:
    """The interpreter of the virtual environment that holds exactly what requirements/bench/NAME.txt locks."""
    package = name.replace("_", "-")
    lock = ROOT / "requirements" / "bench" / f"{package}.txt"
    folder = BENCH / package
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if not _is_ready(folder, lock):
        shutil.rmtree(folder, ignore_errors=True)
        _run(package, [[sys.executable, "-m", "venv", str(folder)], [*install, "-r", str(lock)]])
        _is_now_ready(folder, lock)
    return str(python)


def harper_command() -> list[str]:
    """The command that times harper.js, with its locked packages beside it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise NotAvailableError("Node.js is not installed")
    lock = NODE_PEERS / "package-lock.json"
    folder = NODE_PEERS / "node_modules"
    if not _is_ready(folder, lock):
        _run("harper", [[npm, "ci", "--prefix", str(NODE_PEERS), "--ignore-scripts", "--no-audit", "--no-fund"]])
        _is_now_ready(folder, lock)
    return [node, str(NODE_PEERS / "harper.mjs")]


def _is_ready(folder: Path, lock: Path) -> bool:
    ready = folder / ".ready"
    return ready.exists() and ready.read_text() == _digest(lock)


def _is_now_ready(folder: Path, lock: Path) -> None:
    (folder / ".ready").write_text(_digest(lock))


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _run(package: str, commands: list[list[str]]) -> None:
    BENCH.mkdir(parents=True, exist_ok=True)
    log = BENCH / f"{package}.log"
    with log.open("wb") as words:
        for command in commands:
            if subprocess.run(command, stdout=words, stderr=subprocess.STDOUT, check=False).returncode:
                raise NotAvailableError(f"it could not be installed ({log.relative_to(ROOT)} says why)")
