"""What a rule says is short, plain and calm: what was seen, why it matters to you, what to do."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
import textstat  # type: ignore[import-untyped]

from companion.policy.load import read_pack
from companion.policy.model import CopyPart, InsertPart, ReplacePart, Rule

ROOT = Path(__file__).parents[3]
PACKS = [ROOT / "companion/policy/packs/default.yaml", ROOT / "docs/examples/council.yaml"]
READ = {path.stem: read_pack(path.read_bytes()).pack for path in PACKS}
RULES = [pytest.param(rule, id=f"{name}: {rule.id}") for name, pack in READ.items() for rule in pack.rules]

# Not how a colleague speaks, or more than was seen: no claim of law, of guilt or of certainty.
NOT_OUR_WORDS = re.compile(
    r"violat|\billegal|\bunlawful|\bbreach|\blibel|\bslander|\bdefam|\bforbid|\bprohibit|\binappropriate|\bunacceptable"
    r"|\bare you sure|\boops|\bguilt|\boffence|\bcriminal|\bsanction|\bdisciplin|\bpunish|\bcompl(?:y|iance|iant)\b"
    r"|\bwarning\b|\balert\b|\bdetect|\bpersonal data\b|\bPII\b|!",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"(?:^|[.:;!?,] (?:and |or )?)(?:Add|Ask|Change|Do not|Leave|Link|Name|Pass|Say|Tell|Use|Find)\b", re.IGNORECASE
)
LONGEST_TITLE, LONGEST_WHY, LONGEST_CLAUSE, LONGEST_LABEL = 50, 200, 130, 30  # characters: a card holds no more
LONGEST_SENTENCE = 25  # words, as GOV.UK's style guide has it
EASY, READABLE = 65, 40  # Flesch reading ease: 60 to 70 is plain English; a clause may have a policy's own words


def words_in(sentence: str) -> int:
    return len(re.findall(r"[\w'’-]+", sentence))


@pytest.mark.parametrize("rule", RULES)
def test_what_is_said_is_short(rule: Rule) -> None:
    assert len(rule.title) <= LONGEST_TITLE
    assert len(rule.why) <= LONGEST_WHY
    assert len(rule.clause.text) <= LONGEST_CLAUSE
    assert max(map(words_in, re.split(r"(?<=[.!?])\s", rule.why))) <= LONGEST_SENTENCE


@pytest.mark.parametrize("rule", RULES)
def test_what_is_said_is_easily_read(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("the word list should be on this machine")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    assert textstat.flesch_reading_ease(rule.why) >= EASY
    assert textstat.flesch_reading_ease(f"{rule.title}. {rule.why}") >= EASY
    assert textstat.flesch_reading_ease(rule.clause.text) >= READABLE


def test_the_measure_tells_plain_words_from_officialese() -> None:
    plain = "Anyone can copy it from here, for good."
    official = "Dissemination of classified organisational documentation necessitates prior authorisation."
    assert textstat.flesch_reading_ease(plain) > EASY > READABLE > textstat.flesch_reading_ease(official)


@pytest.mark.parametrize("rule", RULES)
def test_it_says_what_was_seen_and_why_it_matters_to_you(rule: Rule) -> None:
    assert not rule.title.endswith("."), "a title is no sentence of a report"
    assert rule.title[0].isupper()
    assert re.search(r"\b(?:you|your|yours|yourself)\b", rule.why, re.IGNORECASE), "it should speak to the person"
    assert rule.why.endswith((".", "?"))


@pytest.mark.parametrize("rule", RULES)
def test_it_says_what_to_do(rule: Rule) -> None:
    """A fix to press, or advice in the words."""
    assert rule.fixes or ADVICE.search(rule.why)


@pytest.mark.parametrize("rule", RULES)
def test_a_question_is_asked_where_a_judgement_is_needed(rule: Rule) -> None:
    if rule.title.endswith("?"):
        assert rule.judgement, "a question to the person is a judgement, and only one of these is asked a post"


@pytest.mark.parametrize("rule", RULES)
def test_labels_say_what_the_press_does(rule: Rule) -> None:
    for fix in rule.fixes:
        assert len(fix.label) <= LONGEST_LABEL
        assert fix.label[0].isupper()
        assert not fix.label.endswith((".", "!", "?"))
        if isinstance(fix, InsertPart | ReplacePart | CopyPart):
            assert "{" not in fix.text, "everything is filled in"


@pytest.mark.parametrize("rule", RULES)
def test_no_claim_of_law_or_guilt(rule: Rule) -> None:
    said = [rule.title, rule.why, rule.clause.text, *(fix.label for fix in rule.fixes)]
    found = [word for one in said for word in NOT_OUR_WORDS.findall(one)]
    assert found == []
