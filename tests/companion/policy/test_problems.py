"""What is wrong in a pack is named by line, column and mend: a table of broken packs."""

from __future__ import annotations

import pytest

from companion.policy.load import read_pack
from companion.policy.problems import PackError
from tests.companion.policy.test_load import GOOD

ORGANISATION = "  name: Test Office\n"
RULE = "    severity: {personal: warn, professional: hint, official: null}\n"

BROKEN = [
    # what stands in the good pack, what is put there, line, column, what is said, how to mend it
    ("id: test\n", "id: Test Office\n", 1, 1, "`id` cannot be written like that.", "Use small letters and digits"),
    ('version: "1.0"', "version: new", 2, 1, "`version` is not a version.", "Write numbers and dots in quotes"),
    ("title: Test\n", "title: [a]\n", 3, 1, "`title` should be text.", "Put it in quotes."),
    ("title: Test\n", 'title: ""\n', 3, 1, "`title` needs at least 1 characters.", "Write it out"),
    ("title: Test\n", 'title: "a\\nb"\n', 3, 1, "`title` is more than one line.", "Write it in one."),
    ("title: Test\n", f"title: {'a' * 401}\n", 3, 1, "`title` is longer than 400 characters.", "Shorten it."),
    ("publisher: Tests\n", "", 1, 1, "`publisher` is missing.", "Add `publisher:`."),
    (ORGANISATION, f"{ORGANISATION}  region: UK!\n", 7, 3, "`region` is not a country.", "two letters, as GB"),
    (
        ORGANISATION,
        f"{ORGANISATION}  domains: ['https://a.gov.uk/x']\n",
        7,
        13,
        "This is not a domain.",
        "Write it without https:// and without a path, as example.gov.uk.",
    ),
    (
        ORGANISATION,
        f"{ORGANISATION}  phones: [0131 200 2000]\n",
        7,
        3,
        "`phones` does not belong here.",
        "Put it under `allow:`.",
    ),
    (ORGANISATION, f"{ORGANISATION}  aliases: TO\n", 7, 3, "`aliases` should be a list.", "Write it as [one, two]."),
    (
        ORGANISATION,
        f"{ORGANISATION}  allow: {{networks: [10.0.0.0/99]}}\n",
        7,
        22,
        "This is no range of addresses.",
        "Write one like 192.0.2.0/24",
    ),
    (
        ORGANISATION,
        f"{ORGANISATION}  allow: {{patterns: [{{rule: personal.email, pattern: '(a+)+$'}}]}}\n",
        7,
        45,
        "This pattern can take very long on some texts.",
        "Avoid repeats inside repeats.",
    ),
    (
        ORGANISATION,
        f"{ORGANISATION}  watchlist: {{patterns: ['KB/(']}}\n",
        7,
        26,
        "This is not a regular expression",
        "Try it without its special signs.",
    ),
    (
        ORGANISATION,
        f"{ORGANISATION}  watchlist: {{patterns: ['[A-Z]*']}}\n",
        7,
        26,
        "This pattern fits anything, even nothing.",
        "Say at least one character that must be there.",
    ),
    (
        "rules:\n",
        "periods: [{name: x, from: 2026-05-07, to: 2026-03-26, what: y}]\nrules:\n",
        7,
        11,
        "This period ends before it begins.",
        "`to` is its last day.",
    ),
    (
        "rules:\n",
        "periods: [{name: x, from: May, to: 2026-03-26, what: y}]\nrules:\n",
        7,
        21,
        "`from` is not a date.",
        "Write it as 2026-03-26.",
    ),
    (RULE, f"{RULE}    judgement: perhaps\n", 14, 5, "`judgement` is yes or no.", "Write true or false."),
    (RULE, f"{RULE}    fixes: [{{label: x}}]\n", 14, 13, "lacks its `kind`.", "Write one of remove"),
    (RULE, f"{RULE}    fixes: [{{kind: delete, label: x}}]\n", 14, 13, "has no kind 'delete'.", "'remove'"),
    (
        RULE,
        f"{RULE}    fixes: [{{kind: remove, label: x, lable: x}}]\n",
        14,
        38,
        "`lable` is not known here.",
        "`label`",
    ),
    (RULE, f"{RULE}    yields_to: [test.role]\n", 14, 17, "There is no rule `test.role`.", "`test.rule`"),
    (
        "{entity: phone}",
        "{all: [{entity: phone}, {period: pre-election}]}",
        12,
        5,
        "There is no period `pre-election`.",
        "Remove it.",
    ),
    (
        "{entity: phone}",
        "{entity: phone, near: {entity: email, within: 0}}",
        12,
        49,
        "`within` should be more than 0.",
        "Write a larger number.",
    ),
    (
        "{entity: phone}",
        "{entity: phone, near: {entity: email, within: far}}",
        12,
        49,
        "`within` should be a whole number.",
        "Write it in digits.",
    ),
    ("[a, b, c]", "[a, b, {text: c, quot: x}]", 15, 30, "`quot` is not known here.", "`quote`"),
    ("[a, b, c]", "[a, b, 5]", 15, 20, "`flag` should be text.", "Put it in quotes."),
    ("[a, b, c]", "[a, b, {quote: c}]", 15, 20, "`text` is missing.", "Add `text:`."),
    (
        "clause: {ref: §1, text: A clause.}",
        'clause: {ref: "", text: A clause.}',
        11,
        5,
        "A clause has a `ref` of 1 to 60",
        "Shorten or fill it.",
    ),
    ("clause: {ref: §1, text: A clause.}", "clause: §1", 11, 5, "should hold keys and values.", "`key: value`"),
]


@pytest.mark.parametrize(("old", "new", "line", "column", "what", "mend"), BROKEN, ids=[row[4][:40] for row in BROKEN])
def test_a_fault_has_its_place_and_its_mend(
    *, old: str, new: str, line: int, column: int, what: str, mend: str
) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(PackError) as raised:
        read_pack(GOOD.replace(old, new).encode())
    problems = raised.value.problems
    assert len(problems) == 1, [str(one) for one in problems]
    assert (problems[0].line, problems[0].column) == (line, column), str(problems[0])
    assert what in problems[0].what
    assert mend in problems[0].mend


def test_all_faults_are_named_at_once_in_the_order_of_the_file() -> None:
    broken = GOOD.replace("title: Test\n", "titel: Test\n").replace("personal: warn", "personal: block")
    with pytest.raises(PackError) as raised:
        read_pack(broken.encode())
    assert [(one.line, one.what) for one in raised.value.problems] == [
        (1, "`title` is missing."),
        (3, "`titel` is not known here."),
        (13, "`personal` cannot be that."),
    ]


def test_a_rule_that_only_changes_a_built_in_one_is_told_so_once() -> None:
    broken = GOOD.replace("rules:\n", "rules:\n  - {id: personal.phone, severity: {personal: warn}}\n")
    with pytest.raises(PackError) as raised:
        read_pack(broken.encode())
    told = [str(one) for one in raised.value.problems if one.line == 8]
    needs = "A rule of your own needs `title`, `why`, `clause`, `when`, `examples` as well."
    assert told[0] == f"line 8, column 5: {needs} Write them, or say otherwise of a built-in rule under `changes:`."
    assert not any("`title` is missing" in one for one in told)
