"""Tests that share a browser or a server of their own run in one worker: otherwise each worker starts one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = """
import os
import pytest

@pytest.mark.xdist_group("one browser")
@pytest.mark.parametrize("number", range(6))
def test_where(number):
    with open("workers", "a") as ran:
        print(os.environ["PYTEST_XDIST_WORKER"], file=ran)
"""


def test_a_group_is_run_by_one_worker(tmp_path: Path) -> None:
    (tmp_path / "test_group.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    ran = (tmp_path / "workers").read_text(encoding="utf-8").split()
    assert len(ran) == 6
    assert len(set(ran)) == 1, ran
