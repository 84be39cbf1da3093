"""Packs lie one over another: an organisation's over the built-in rules, a person's over the organisation's."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.policy.layers import GOOD_PRACTICE
from companion.policy.load import built_in, read_pack
from companion.policy.model import Pack, Rule
from companion.policy.problems import PackError

OFFICE = """\
extends: built-in
id: office
version: "1"
title: Posting
publisher: The Office
organisation:
  name: Harbour Office
  allow: {phones: [0131 496 0199], domains: [harbour.gov.uk]}
  watchlist: {terms: [Project Mussel]}
"""
MINE = """\
extends: organisation
organisation:
  allow: {emails: [moira@harbour.gov.uk], phones: [07400 123456]}
  watchlist: {terms: [Auntie Jean]}
changes:
  personal.email: {severity: {personal: hold}}
"""


def pack_of(*layers: str) -> Pack:
    pack: Pack | None = None
    for layer in layers:
        pack = read_pack(layer.encode(), below=pack).pack
    assert pack is not None
    return pack


def rule_of(pack: Pack, name: str) -> Rule:
    (rule,) = (rule for rule in pack.rules if rule.id == name)
    return rule


def office(more: str) -> Pack:
    return pack_of(OFFICE + more)


def test_an_organisation_takes_over_the_rules_and_nothing_else() -> None:
    pack, below = office(""), built_in()
    assert [rule.id for rule in pack.rules] == [rule.id for rule in below.rules]
    assert (pack.periods, pack.organisation.contacts, pack.organisation.stakeholders) == ([], [], [])
    assert pack.organisation.watchlist.patterns == []


def test_a_severity_changes_without_a_copy_of_the_rule() -> None:
    pack = office("changes:\n  personal.postcode: {severity: {official: hold, personal: null}}\n")
    rule, below = rule_of(pack, "personal.postcode"), rule_of(built_in(), "personal.postcode")
    assert (rule.severity.personal, rule.severity.professional, rule.severity.official) == (None, "warn", "hold")
    assert (rule.title, rule.when) == (below.title, below.when)


def test_words_and_fixes_change_and_the_rest_stays() -> None:
    more = "changes:\n  personal.phone:\n    title: A number\n    fixes: [{kind: remove, label: Out}]\n"
    rule, below = rule_of(office(more), "personal.phone"), rule_of(built_in(), "personal.phone")
    assert (rule.title, [fix.label for fix in rule.fixes]) == ("A number", ["Out"])
    assert (rule.why, rule.severity) == (below.why, below.severity)


def test_a_section_of_another_organisations_policy_is_not_quoted() -> None:
    pack = office("changes:\n  personal.phone: {clause: {ref: Rule 7, text: No numbers.}}\n")
    assert rule_of(pack, "personal.phone").clause.ref == "Rule 7"
    others = {rule.clause.ref for rule in pack.rules if rule.id != "personal.phone"}
    assert others == {GOOD_PRACTICE}
    assert {rule.clause.ref[0] for rule in built_in().rules} == {"§"}


def test_examples_that_speak_of_another_organisation_are_left_out() -> None:
    own = rule_of(office(""), "personal.phone").examples
    below = rule_of(built_in(), "personal.phone").examples
    assert own.flag == below.flag
    assert len(own.pass_) == len(below.pass_) - 1  # the one with the other's enquiry line


def test_the_same_organisation_keeps_sections_and_examples() -> None:
    name = built_in().organisation.name
    pack = pack_of(OFFICE.replace("Harbour Office", name))
    assert rule_of(pack, "personal.phone").clause == rule_of(built_in(), "personal.phone").clause
    assert rule_of(pack, "personal.phone").examples == rule_of(built_in(), "personal.phone").examples


@pytest.mark.parametrize(
    ("more", "labels"),
    [
        ("  contacts: [{role: Desk, phone: 0131 496 0100}]\n", ["Remove it", "Use our public number"]),
        ("  allow: {phones: [0131 496 0199]}\n", ["Remove it", "Use our public number"]),
        ("", ["Remove it"]),
    ],
    ids=["a contact's number", "a published number", "no number, so no such fix"],
)
def test_fixes_are_filled_in_with_the_organisations_own(more: str, labels: list[str]) -> None:
    bare = OFFICE[: OFFICE.index("  allow:")]
    fixes = rule_of(pack_of(bare + more), "personal.phone").fixes
    assert [fix.label for fix in fixes] == labels
    assert "{" not in str(fixes)


def test_a_persons_layer_adds_to_lists_and_changes_severities() -> None:
    pack = pack_of(OFFICE, MINE)
    assert (pack.id, pack.organisation.name) == ("office", "Harbour Office")
    assert pack.organisation.watchlist.terms == ["Auntie Jean", "Project Mussel"]
    assert pack.organisation.allow.phones == ["07400 123456", "0131 496 0199"]
    assert pack.organisation.allow.domains == ["harbour.gov.uk"]
    assert rule_of(pack, "personal.email").severity.personal == "hold"
    assert rule_of(pack, "personal.email").severity.official == "warn"


def test_a_persons_layer_lies_over_the_built_in_pack_where_there_is_no_other() -> None:
    pack = pack_of(MINE)
    assert pack.organisation.name == built_in().organisation.name
    assert rule_of(pack, "personal.phone").clause.ref == "§3"


def test_a_layer_changes_nothing_of_the_pack_below() -> None:
    before = pack_of(OFFICE)
    read_pack(MINE.encode(), below=before)
    assert before == pack_of(OFFICE)


@pytest.mark.parametrize(
    ("more", "place", "says"),
    [
        (
            "changes:\n  personal.fone: {title: x}\n",
            (11, 3),
            "There is no rule `personal.fone`. Did you mean `personal.p",
        ),
        (
            "changes:\n  personal.phone: {sevrity: {}}\n",
            (11, 20),
            "`sevrity` is not known here. Did you mean `severity`?",
        ),
        (
            "changes:\n  personal.phone: {severity: {official: block}}\n",
            (11, 31),
            "Write one of 'hold', 'warn' or 'hint'.",
        ),
    ],
)
def test_a_change_of_nothing_is_named(more: str, place: tuple[int, int], says: str) -> None:
    with pytest.raises(PackError) as raised:
        office(more)
    (problem,) = raised.value.problems
    assert (problem.line, problem.column) == place
    assert says in f"{problem.what} {problem.mend}"


def test_nothing_of_the_first_organisation_is_in_code() -> None:
    """Its names, numbers and references stand in its pack alone."""
    below = built_in().organisation
    names = [below.name, "SHR/", '"SHR', "SHR|", "|SHR", *below.domains, *below.handles, *below.allow.phones]
    code = Path(__file__).parents[3] / "companion"
    files = [file for end in ("py", "txt", "html", "js") for file in code.rglob(f"*.{end}")]
    assert len(files) > 80
    for file in files:
        text = file.read_text(encoding="utf-8")
        found = [name for name in names if name in text]
        assert not found, f"{file.relative_to(code)}: {found}"
