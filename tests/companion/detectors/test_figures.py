"""A pattern that begins with a digit finds the same, whether it is tried at the digits alone or everywhere."""

from __future__ import annotations

import random
import re

import pytest

from companion.detectors.figures import Figure, digit_places


def test_the_digits_are_found_where_they_are_few() -> None:
    assert digit_places(f"a1b{'.' * 30}{'2'}{'.' * 30}") == (1, 33)
    assert digit_places(f"é1b{'.' * 30}{'2'}{'.' * 30}") == (1, 33)
    assert digit_places("12 and 3") is None  # every other character is one
    assert digit_places("") == ()


@pytest.mark.parametrize(
    "pattern", [r"\d", r"\d{2}", r"\d(?:[ .]?\d){2}", r"\d+(?=\w)", r"\d\d(?<=[A-Z]\d\d)", r"[2-6]\w"]
)
@pytest.mark.parametrize("share", [0.02, 0.05, 0.5], ids=lambda share: f"{share} of them digits")
def test_it_finds_what_the_pattern_finds(pattern: str, share: float) -> None:
    draw = random.Random(share)
    text = "".join(draw.choice("0123456789") if draw.random() < share else draw.choice("A b.é\n") for _ in range(2000))
    found = [match.span() for match in Figure(pattern).finditer(text)]
    assert found == [match.span() for match in re.finditer(pattern, text)]
    part = [match.span() for match in Figure(pattern).finditer(text, 500, 1500)]
    assert part == [match.span() for match in re.compile(pattern).finditer(text, 500, 1500)]
