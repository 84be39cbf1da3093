"""The command line and the popup call the same fault by the same words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from companion.desktop.faults import FAULTS

EXTENSION = Path(__file__).resolve().parents[3] / "extension"


def test_every_fault_of_the_extension_is_known() -> None:
    protocol = (EXTENSION / "protocol.ts").read_text(encoding="utf-8")
    (union,) = re.findall(r"export type ConnectionFault =\n(.*?);", protocol, re.S)
    assert set(re.findall(r"'([\w-]+)'", union)) == set(FAULTS)


@pytest.mark.parametrize("fault", FAULTS)
def test_the_popup_says_the_same(fault: str) -> None:
    words = (EXTENSION / "words" / "en.ts").read_text(encoding="utf-8")
    entry = re.search(rf"^  '?{fault}'?: \{{(.*?)^  \}}", words, re.S | re.M)
    assert entry
    assert FAULTS[fault] in entry[1]
