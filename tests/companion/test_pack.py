"""The packs in the repository do what their examples say."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.cli.policy import failed_examples
from companion.detectors.engine import build_engine
from companion.policy.load import Source, read_pack

ROOT = Path(__file__).parents[2]
PACKS = [ROOT / "companion/policy/packs/default.yaml", ROOT / "tests/packs/evaluation.yaml"]
OF_THE_FIRST_ISSUE = {
    "personal.phone",
    "personal.email",
    "personal.home-address",
    "personal.postcode",
    "personal.date-of-birth",
    "credentials.secret",
    "marking.classification",
    "disclosure.missing-disclaimer",
}
NOT_OUR_VOICE = ("violat", "forbidden", "inappropriate", "are you sure", "oops", "illegal", "guilty")


@pytest.fixture(params=PACKS, ids=lambda path: path.name)
def source(request: pytest.FixtureRequest) -> Source:
    path: Path = request.param
    return read_pack(path.read_bytes())


def test_every_example_holds(source: Source) -> None:
    failed = list(failed_examples(source, build_engine(source.pack)))
    assert [(source.place(one.path), one.rule, one.what) for one in failed] == []


def test_the_first_rules_are_there(source: Source) -> None:
    assert {rule.id for rule in source.pack.rules} >= OF_THE_FIRST_ISSUE


def test_the_words_keep_to_our_voice(source: Source) -> None:
    for rule in source.pack.rules:
        said = " ".join([rule.title, rule.why, *(fix.label for fix in rule.fixes)]).lower()
        assert not [word for word in NOT_OUR_VOICE if word in said], rule.id
        assert rule.clause.ref.startswith("§"), rule.id


def test_the_disclaimer_is_the_policys_own_sentence(source: Source) -> None:
    """§8, word for word but for the capital and the full stop."""
    (rule,) = (rule for rule in source.pack.rules if rule.id == "disclosure.missing-disclaimer")
    (fix,) = rule.fixes
    assert fix.kind == "insert"
    assert fix.text == "The views expressed here are my own and do not necessarily reflect the views of my employer."
