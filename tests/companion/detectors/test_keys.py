"""The words without which a pattern cannot match: read off it, and never one too many."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator

import pytest

from companion.detectors.engine import Engine
from companion.detectors.keys import keys_of
from companion.detectors.pattern import Pattern, RegexPattern, compile_all
from companion.detectors.screen import Screen
from companion.policy.model import Example, Pack


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        (r"\bhome alone\b", [{" alone "}]),  # of the words of a phrase the longest
        (r"home alone", [{" alone"}]),  # which may go on where nothing ends it
        (r"\bevict(?:ed|ing)?\b", [{" evict ", " evicted ", " evicting "}]),
        (r"\bevict\w*", [{" evict"}]),
        (r"\b(?:my|our) (?:\w+ ){0,2}tenants?\b", [{" my ", " our "}, {" tenant ", " tenants "}]),
        (r"\b(?:landlord|flat \d+)\b", [{" landlord ", " flat "}]),
        (r"\bkeys?(?= under)", [{" key ", " keys "}]),
        (r"(?<!\w)code(?!\w)", [{" code "}]),
        (r"(?<![a-z])code", [{"code"}]),  # "1code"
        (r"(?i:CODE)\s\d+", [{"code "}]),
        (r"don'?t tell", [{" tell", "dont "}]),
        (r"[Cc]ode: \d", [{"code "}]),
        (r"(?P<a>tenant)(?P=a)", [{"tenant"}]),
        (r"\p{Lu}\w+ moved ", [{" moved "}]),  # of `regex`
        (r"landlord|\d+", []),  # a figure is enough
        (r"(?:landlord)?", []),
        (r"(?!landlord)\w+", []),
        (r"(?<=landlord )x", []),
        (r"\bsécurité\b", [{"\x80"}]),
        (r"\bs[eé]cu", [{" secu", "\x80"}]),
        (r"\bsh+\b", [{" sh"}]),
        (r"\b(?:id|ЕГН)\b", [{" id ", "\x80"}]),  # a word with any letter beyond ASCII
        (r"İstanbul", [{"stanbul"}]),
        (r"(", []),  # no pattern at all
    ],
)
def test_the_keys_of_a_pattern(pattern: str, keys: list[set[str]]) -> None:
    assert [set(of) for of in keys_of(pattern, 0)] == keys


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("Home ALONE again", "alone"),
        ("the evictions", "evict"),
        ("their evictor: don't be alone", "alone evict"),
        ("loner, Ltd", ""),
        ("alone.", "alone"),
        ("\u017fat alone\u0301", "alone sat"),  # what `re` takes for an s; a mark that `regex` takes for a letter
        ("on 14", "any"),
        ("мой ЕГН", "egn"),
        ("", ""),
    ],
)
def test_only_patterns_whose_keys_are_there_are_tried(text: str, tried: str) -> None:
    named = {
        "any": Pattern(r"\d+"),
        "alone": Pattern(r"\balone\b", re.IGNORECASE),
        "evict": Pattern(r"\bevict\w*", re.IGNORECASE),
        "sat": Pattern(r"\bsat\b", re.IGNORECASE),
        "egn": Pattern(r"\bегн\b", re.IGNORECASE),
    }
    screen = Screen(named.values())
    screen.compile()
    expected = [named[name] for name in sorted({"any", *tried.split()}, key=list(named).index)]
    assert list(screen.within(text, 0, len(text))) == expected


def test_before_its_keys_are_read_off_all_are_tried() -> None:
    screen = Screen([Pattern("desk")])
    assert list(screen.within("a tree", 0, 6)) == list(screen.patterns)
    compile_all()
    assert not screen.within("a tree", 0, 6)


def test_every_pattern_tells_its_keys_truly(pack: Pack, engine: Engine) -> None:
    """Whatever a pattern finds in the pack's examples, a screen lets it look there."""
    engine.warm()
    gc.unfreeze()  # the engine had put them out of sight
    patterns = [one for one in gc.get_objects() if isinstance(one, (Pattern, RegexPattern))]
    assert len(patterns) > 500
    screen = Screen(patterns)
    screen.compile()
    for text in _examples(pack):
        left_out = set(patterns) - set(screen.within(text, 0, len(text)))
        assert not [one.pattern for one in left_out if one.search(text)], text


def _examples(pack: Pack) -> Iterator[str]:
    for rule in pack.rules:
        for example in (*rule.examples.flag, *rule.examples.pass_):
            yield example.text if isinstance(example, Example) else example
