"""The packs in the repository do what their examples say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from companion.cli.policy import failed_examples
from companion.detectors.engine import build_engine
from companion.draft import Draft
from companion.policy.load import Source, read_pack
from companion.policy.model import Example
from companion.review import review

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


def test_a_heated_post_is_spoken_of_only_where_one_is_answered_and_only_quietly() -> None:
    pack = read_pack(PACKS[0].read_bytes()).pack
    engine = build_engine(pack)
    (rule,) = (rule for rule in pack.rules if rule.id == "conduct.heated-exchange")
    for example in rule.examples.flag:
        assert isinstance(example, Example)
        verdicts = set()
        for answered in (example.reply_to, None, "", "Thank you, that helped."):
            draft = Draft(text=example.text, reply_to=answered)
            said = review(draft, pack, engine, mode=example.mode, id_key=b"k" * 32, today=date(2026, 3, 2))
            hints = [(one.severity, one.start, one.fixes) for one in said.findings if one.rule == rule.id]
            assert hints == ([("hint", None, [])] if answered == example.reply_to else []), answered
            verdicts.add(said.verdict)
        assert len(verdicts) == 1, "it changes no verdict"
