"""A running companion for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.companion.server.live import Browser, Live


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    companion = Live(tmp_path / "state")
    yield companion
    companion.stop()


@pytest.fixture
def browser(live: Live) -> Browser:
    return live.connect()
