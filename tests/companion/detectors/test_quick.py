"""Patterns in their quicker form: they find what `re.compile` would have them find, each branch in its turn."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import companion.detectors.engine  # noqa: F401 its import is what makes the patterns
from companion.detectors import pattern as patterns
from companion.detectors.pattern import Pattern
from companion.detectors.quick import compile_quickly
from companion.policy.model import Pack

TRICKY = [
    (r"\b(?:ab|a|abc)", "abc a ab", 0),  # the first that fits, not the longest
    (r"(?:a|b|ac)c", "acc bc ac", 0),
    (r"(?:ab|\w|ac)(?:c|d)?", "ab ac abc acd b", 0),  # one that may fit anything keeps its place
    (r"(?:ab|(?:a|c)d|ac)", "ad cd ac ab", 0),
    (r"(?:ba|(a)(b)|a(c)|bc)", "ba ab ac bc", 0),  # groups keep their numbers
    (r"(?P<x>ab|ac)-(?P=x)", "ab-ac ac-ac", 0),
    (r"(?:a|A|ab|AB)b?", "AB aB ab A", re.IGNORECASE),
    (r"(?:s|k|i)x", "\u017fx \u212ax \u0130x \u0131x Sx", re.IGNORECASE),  # letters taken for an s, a k and an i
    (r"(?i:stra|stop)|sale", "\u017ftra STOP SALE sale", 0),
    (r"(?i:x(?-i:ab|AC))", "Xab xAC XaB", 0),
    (r"(?<=ab|ac)d|(?<!x)e", "abd acd xe ye", 0),
    (r"(?!ab)\w\w|ab", "ab ac", 0),
    (r"^(?:ab|ac)$", "ab\nac\nad", re.MULTILINE),
    (r"(?>ab|abc)d|abcd", "abd abcd", 0),
    (r"(?:ab|ac)*+d|(?:ae)?", "abacd ae", 0),
    (r"(?:|ab|ac)d", "d abd acd", 0),  # one that is nothing
    (r"(a)?(?(1)b|c)", "ab c", 0),
    (r"é[ab]|éc|É", "éa éc É", re.IGNORECASE),
    (r"[+0-9][OolI|]|\d-|0x", "+O 1- 0x", 0),
]


def found(pattern: re.Pattern[str], text: str) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(text)]


@pytest.mark.parametrize(("pattern", "text", "flags"), TRICKY)
def test_it_finds_what_it_would_find(pattern: str, text: str, flags: int) -> None:
    usual = found(re.compile(pattern, flags), text)
    assert usual, "an example that shows nothing"
    assert found(compile_quickly(pattern, flags), text) == usual


BRANCHES = st.recursive(
    st.sampled_from(
        ["a", "b", "A", "k", "ab", "abk", "\u0131", "[ab]", "[^a]", r"\w", r"\b", "(?=a)", "(?<!b)", "(a)"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=5).map(lambda each: f"(?:{'|'.join(each)})"),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, st.sampled_from("?*")).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?>{part})"),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(BRANCHES, st.text(alphabet="abkABK \u0131\u212a", max_size=12), st.sampled_from([0, re.IGNORECASE]))
def test_whatever_the_pattern(pattern: str, text: str, flags: int) -> None:
    assert found(compile_quickly(pattern, flags), text) == found(re.compile(pattern, flags), text)


def of_re() -> Iterator[Pattern]:
    return (one for one in patterns._not_compiled if isinstance(one, Pattern))


def test_each_of_ours_finds_what_it_would_find(pack: Pack) -> None:
    drafts = [one if isinstance(one, str) else one.text for rule in pack.rules for one in rule.examples.flag]
    text = "\n".join(drafts)[:20_000]
    for one in of_re():
        spelled = one._spelled()
        for words in (text, text.lower()):
            assert found(compile_quickly(spelled, one.flags), words) == found(re.compile(spelled, one.flags), words)


def test_a_long_list_is_searched_several_times_as_fast() -> None:
    words = [f"{first}{second}{rest}" for first in "bcdfgh" for second in "aeiou" for rest in ("llow", "ndy", "tter")]
    pattern, text = rf"\b(?:{'|'.join(words)})\b", "gallons of water by the side of an open road " * 500

    def seconds(compiled: Callable[[str], re.Pattern[str]]) -> float:
        search, began = compiled(pattern).search, time.process_time()
        assert search(text) is None
        return time.process_time() - began

    assert min(seconds(compile_quickly) for _ in range(5)) * 2 < min(seconds(re.compile) for _ in range(5))


def test_what_is_no_pattern_says_so() -> None:
    with pytest.raises(re.error):
        compile_quickly("(")
