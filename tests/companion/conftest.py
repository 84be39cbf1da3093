"""The built-in pack and an engine for it, built once for all tests that need the real thing."""

from __future__ import annotations

import pytest

from companion.detectors.engine import Engine, build_engine
from companion.policy.load import load_pack
from companion.policy.model import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="session")
def engine(pack: Pack) -> Engine:
    return build_engine(pack)
