"""The person's own layer: severity per mode, only counted, off; and who has the last word over the organisation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from companion.draft import MODES, Detection, Draft, Mode, Review, Severity, Surface
from companion.policy.allow import NOTHING_ALLOWED
from companion.policy.choices import Choice, RuleChoice, chosen, only_counted
from companion.policy.load import read_pack
from companion.policy.model import Pack
from companion.server.checks import Checks, Terms
from tests.companion.policy.packs import pack_of, rule
from tests.companion.store.test_chosen_pack import COUNCIL

HELD = rule(severity={"personal": "hold", "professional": "warn", "official": None})
RAISED = rule(
    severity={"personal": "hint", "professional": "warn", "official": "hint"},
    **{"raise": [{"when": {"field": "surface", "is": "article"}, "severity": "hold"}]},
)


class Seen:
    """An engine that sees a thing in every text."""

    def detect(self, text: str, entities: Sequence[str] = ()) -> list[Detection]:
        return [Detection("thing", 0, 1, 1.0)]


def checked(
    pack: Pack, mode: Mode, surface: Surface = "post", **choices: RuleChoice
) -> tuple[list[Severity], list[str]]:
    """The severities that are shown, and the rules that are counted without being shown."""
    counted: list[str] = []
    named = {name.replace("_", "."): choice for name, choice in choices.items()}
    review = reviewed(Checks(pack, Seen()), mode, named, counted, surface)
    return [finding.severity for finding in review.findings], counted


def reviewed(
    checks: Checks,
    mode: Mode,
    choices: dict[str, RuleChoice],
    counted: list[str] | None = None,
    surface: Surface = "post",
) -> Review:
    notice = None if counted is None else counted.append
    terms = Terms(mode, "current", 1, NOTHING_ALLOWED, bytes(32), date(2026, 11, 22), choices, notice)
    return checks(Draft(text="a", surface=surface), terms)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("choice", ["hold", "warn", "hint", "off", None])
def test_a_severity_for_one_mode_leaves_the_others(mode: Mode, choice: Choice | None) -> None:
    """A hold can be lowered as well as raised: the decision is the person's."""
    pack = pack_of(HELD)
    for other in MODES:
        usual, _ = checked(pack, other)
        wanted = usual if choice is None or other != mode else [] if choice == "off" else [choice]
        shown, counted = checked(pack, other, test_rule=RuleChoice.model_validate({mode: choice}))
        assert (shown, counted) == (wanted, [])


def test_a_chosen_severity_is_raised_by_nothing_and_the_other_modes_are() -> None:
    pack, choice = pack_of(RAISED), RuleChoice(professional="hint")
    assert checked(pack, "professional", "article")[0] == ["hold"]
    assert checked(pack, "professional", "article", test_rule=choice)[0] == ["hint"]
    assert checked(pack, "official", "article", test_rule=choice)[0] == ["hold"]
    assert checked(pack, "official", test_rule=choice)[0] == ["hint"]
    everywhere = RuleChoice(personal="hint", professional="hint", official="off")
    assert chosen(pack, {"test.rule": everywhere}).rules[0].raise_ == []


@pytest.mark.parametrize("mode", MODES)
def test_off_everywhere_says_nothing_and_counts_nothing(mode: Mode) -> None:
    off = RuleChoice(personal="off", professional="off", official="off")
    assert checked(pack_of(RAISED), mode, "article", test_rule=off) == ([], [])
    assert checked(pack_of(RAISED), mode, "article", test_rule=off.model_copy(update={"monitor_only": True})) == (
        [],
        [],
    )


def test_only_counted_is_counted_and_never_shown_or_held() -> None:
    pack, quiet = pack_of(HELD, rule(id="another.rule")), RuleChoice(monitor_only=True)
    assert checked(pack, "personal", test_rule=quiet) == (["warn"], ["test.rule"])
    assert reviewed(Checks(pack, Seen()), "personal", {"test.rule": quiet}).verdict == "advise"
    assert checked(pack, "official", test_rule=quiet) == (["warn"], []), "the pack says nothing in that mode"
    assert only_counted({"a": quiet, "b": RuleChoice()}) == {"a"}


def test_where_nobody_counts_what_is_only_counted_is_not_looked_at() -> None:
    counting = reviewed(Checks(pack_of(HELD), Seen()), "personal", {"test.rule": RuleChoice(monitor_only=True)})
    assert (counting.findings, counting.verdict) == ([], "clear")


def test_a_choice_for_a_rule_the_pack_does_not_have_is_kept_for_nothing() -> None:
    pack = pack_of(HELD)
    assert chosen(pack, {"gone.rule": RuleChoice(personal="off")}).rules == pack.rules
    assert checked(pack, "personal", gone_rule=RuleChoice(personal="off", monitor_only=True)) == (["hold"], [])
    assert chosen(pack, {}) is pack


def test_a_changed_choice_counts_from_the_next_draft_on() -> None:
    checks = Checks(pack_of(HELD), Seen())
    for choices, verdict in (
        ({}, "hold"),
        ({"test.rule": RuleChoice(personal="hint")}, "clear"),
        ({"test.rule": RuleChoice(personal="warn")}, "advise"),
        ({}, "hold"),
    ):
        assert reviewed(checks, "personal", choices).verdict == verdict


def test_over_the_organisation_s_pack_the_person_has_the_last_word() -> None:
    """The council holds its own words in every mode, and a person may lower, hear more of, or silence any rule of it.

    What the person did not touch stays as the organisation has it.
    """
    council = read_pack(COUNCIL).pack
    own = {rule.id: rule for rule in council.rules}
    for mode in MODES:
        for choice in ("hold", "hint"):
            said: Choice = "hold" if choice == "hold" else "hint"
            after = chosen(council, {rule: RuleChoice.model_validate({mode: said}) for rule in own})
            assert {rule.severity.of(mode) for rule in after.rules} == {said}
            for other in set(MODES) - {mode}:
                assert [rule.severity.of(other) for rule in after.rules] == [
                    rule.severity.of(other) for rule in council.rules
                ]
    one = chosen(council, {"sensitive.watchlist": RuleChoice(personal="off")})
    assert [rule for rule in one.rules if rule.id != "sensitive.watchlist"] == [
        rule for rule in council.rules if rule.id != "sensitive.watchlist"
    ]
    assert (one.organisation, one.guidance, one.periods) == (council.organisation, council.guidance, council.periods)
