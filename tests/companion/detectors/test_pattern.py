"""Patterns that wait to be compiled: cheap to import, the same as any other, and none of them broken."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from companion.detectors.pattern import Pattern, RegexPattern, compile_all

WHAT_IS_COMPILED = """
import re, regex, sys
from pathlib import Path
for engine in (re, regex):
    engine.compile = lambda pattern, flags=0, compile=engine.compile: (
        print(Path(sys._getframe(1).f_code.co_filename)), compile(pattern, flags))[1]
import companion.detectors.engine
"""
AT_ONCE = {"caseless.py", "phrases.py", "reading.py"}  # a few small ones that are needed to make the others


def test_importing_every_detector_compiles_none_of_their_patterns() -> None:
    files = subprocess.check_output([sys.executable, "-c", WHAT_IS_COMPILED], text=True).splitlines()
    eager = {Path(file).name for file in files if Path(file).parent.name == "detectors"}
    assert eager <= AT_ONCE


def test_every_pattern_can_be_compiled() -> None:
    import companion.detectors.engine  # noqa: F401 its import is what makes them

    compile_all()


def test_a_pattern_is_compiled_once_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def noted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    pattern = Pattern("a+", re.IGNORECASE)
    assert compiled == []
    assert [match.group() for match in pattern.finditer("aAbA")] == ["aA", "A"]
    assert pattern.sub("-", "aAbA") == "-b-"
    assert pattern.search("b") is None
    assert compiled == ["a+"]


def test_a_pattern_of_the_other_engine_knows_what_that_knows() -> None:
    match = RegexPattern(r"(?<=a+)b", regex.VERBOSE).search("aab")
    assert match is not None
    assert match.span() == (2, 3)


def test_a_pattern_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Pattern("a").groups  # noqa: B018


def test_what_is_no_pattern_says_so_when_it_is_compiled() -> None:
    with pytest.raises(re.error):
        Pattern("(").search("a")
