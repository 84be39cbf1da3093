"""`forepost policy`: line, column and mend of a pack, its own examples, a rule explained, a pack begun."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.cli import main
from companion.cli.ending import Exit
from companion.policy.load import built_in
from companion.policy.schema import schema_text
from tests.companion.policy.test_load import GOOD

ROOT = Path(__file__).parents[3]
BUILT_IN = ROOT / "companion/policy/packs/default.yaml"
COUNCIL = ROOT / "docs/examples/council.yaml"
WORKING = GOOD.replace("[a, b, c]", "[07400 123456, call 07400 123457, or 07400 123458]").replace(
    "[d, e, f]", "[x, y, z]"
)


def policy(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["policy", *map(str, words)])


def check(path: Path) -> Result:
    return policy("check", path)


def written(folder: Path, text: str) -> Path:
    file = folder / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_pack(tmp_path: Path) -> None:
    done = check(written(tmp_path, WORKING))
    assert (done.exit_code, done.stderr) == (Exit.CLEAR, "")
    assert done.stdout == "Test (test 1.0): 1 rules, 6 examples hold.\n"


def test_the_built_in_pack() -> None:
    done = check(BUILT_IN)
    assert (done.exit_code, done.stderr) == (Exit.CLEAR, "")


def test_a_fault_is_named_by_line_column_and_mend(tmp_path: Path) -> None:
    file = written(tmp_path, WORKING.replace("    why:", "    wyh:"))
    done = check(file)
    assert done.exit_code == Exit.ERROR
    assert f"{file}:10:5: `wyh` is not known here. Did you mean `why`?" in done.stderr.splitlines()
    assert f"{file}:8:5: `why` is missing. Add `why:`." in done.stderr.splitlines()


def test_an_example_that_does_not_hold_is_named(tmp_path: Path) -> None:
    text = WORKING.replace("call 07400 123457", "call nobody").replace("[x, y, z]", "[x, y, 07400 123456]")
    file = written(tmp_path, text.replace("or 07400 123458", '{text: "or 07400 123458", quote: or}'))
    done = check(file)
    assert done.exit_code == Exit.ERROR
    assert done.stderr.splitlines() == [
        f"{file}:15:28: test.rule: this example should be found, and passes.",
        f"{file}:15:41: test.rule: the finding should be about 'or', and is about '07400 123458'.",
        f"{file}:16:20: test.rule: this example should pass, and is found.",
        "3 of 6 examples do not hold.",
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = check(tmp_path / "none.yaml")
    assert done.exit_code == Exit.ERROR
    assert "could not be read: No such file or directory. Nothing was checked." in done.stderr


def test_an_entity_that_nothing_looks_for_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, WORKING.replace("{entity: phone}", "{entity: fone}"))
    done = check(file)
    assert done.exit_code == Exit.ERROR
    assert done.stderr.splitlines() == [f"{file}:12:5: There is no entity `fone`. Did you mean `phone`?"]


def test_a_persons_pack_is_checked_over_the_organisations(tmp_path: Path) -> None:
    text = "extends: organisation\nchanges:\n  council.planning: {severity: {personal: warn}}\n"
    text += "organisation: {allow: {phones: [07400 123456]}}\n"
    file = written(tmp_path, text)
    done = policy("check", file, "--over", COUNCIL)
    assert (done.exit_code, done.stderr) == (Exit.CLEAR, "")
    alone = check(file)
    assert alone.exit_code == Exit.ERROR
    assert alone.stderr.startswith(f"{file}:3:3: There is no rule `council.planning`.")


def test_a_rule_is_explained() -> None:
    done = policy("explain", "personal.place-of-work")
    assert done.exit_code == Exit.CLEAR
    (rule,) = (rule for rule in built_in().rules if rule.id == "personal.place-of-work")
    lines = done.stdout.splitlines()
    assert lines[:3] == [f"{rule.title}  {rule.id}", rule.why, f"{rule.clause.ref}: {rule.clause.text}"]
    table = [line.split(maxsplit=2) for line in lines[4:7]]
    assert table == [
        ["personal", "hint", "a quiet dot, nothing more".ljust(len(table[0][2]))],
        ["professional", "hint", "a quiet dot, nothing more".ljust(len(table[1][2]))],
        ["official", "–", "nothing is said".ljust(len(table[2][2]))],
    ]
    headings = ["Looks for", "Offers", "Finds", "Lets pass"]
    assert [line for line in lines if line in headings] == headings
    assert "  Say “a public body”: “a public body”" in lines
    assert any("workplace with phone at most 200 characters away" in line for line in lines)


@pytest.mark.parametrize("rule", [rule.id for rule in built_in().rules])
def test_every_rule_can_be_explained(rule: str) -> None:
    done = policy("explain", rule)
    assert done.exit_code == Exit.CLEAR
    assert not any(sign in done.stdout for sign in ("None", "Condition(", "[]", "()"))


def test_without_a_rule_all_are_listed() -> None:
    done = policy("explain")
    assert done.exit_code == Exit.CLEAR
    assert [line.split(maxsplit=1) for line in done.stdout.splitlines()] == [
        [rule.id, rule.title] for rule in built_in().rules
    ]


def test_a_rule_of_another_pack_is_explained() -> None:
    done = policy("explain", "personal.phone", "--pack", COUNCIL)
    assert "Standard 2: Numbers of people do not belong in posts." in done.stdout
    assert done.stdout.endswith(
        "From Posting with care, strathallison-council 2.1, by Strathallison Council, Communications.\n"
    )


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("personal.fone", "Did you mean personal.phone or"),
        ("persnal.phone", "Did you mean personal.phone?"),
        ("postcode", "Did you mean personal.postcode?"),
        ("wathclist", "Did you mean sensitive.watchlist?"),
        ("Marking", "Did you mean marking.classification or marking.handling?"),
        ("xyzzy", "The pack has: personal.phone, personal.home-address,"),
    ],
)
def test_an_unknown_rule_brings_the_nearest_names(rule: str, says: str) -> None:
    done = policy("explain", rule)
    assert done.exit_code == Exit.ERROR
    assert f"There is no rule {rule} in scottish-housing-regulator 1.0. {says}" in done.stderr


def test_the_schema_is_printed() -> None:
    done = policy("schema")
    assert (done.exit_code, done.stdout) == (Exit.CLEAR, schema_text())


def test_a_new_pack_passes_the_check_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    begun = policy("new", file)
    assert begun.exit_code == Exit.CLEAR
    assert begun.stdout == f"Written. Open {file}, put in your own names, then run: forepost policy check {file}\n"
    done = check(file)
    assert (done.exit_code, done.stderr) == (Exit.CLEAR, "")
    assert done.stdout.startswith("Using social media (example-office 1.0): ")


def test_a_new_pack_goes_to_the_terminal_without_a_file() -> None:
    done = policy("new")
    assert done.exit_code == Exit.CLEAR
    lines = done.stdout.splitlines()
    assert (
        "extends: built-in                # the rules that ship with Forepost; everything else here is yours" in lines
    )
    assert sum("#" in line for line in lines) > len(lines) / 2, "it is commented"
    assert built_in().organisation.name not in done.stdout


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    file = written(tmp_path, "mine")
    done = policy("new", file)
    assert done.exit_code == Exit.ERROR
    assert f"{file} is there already and was left as it is. Choose another name." in done.stderr
    assert file.read_text(encoding="utf-8") == "mine"


def test_packs_lie_one_over_another_in_a_check(tmp_path: Path) -> None:
    mine = written(tmp_path, "extends: organisation\norganisation: {allow: {phones: [07400 123456]}}\n")
    text = "Ring Moira on 07400 123456 before noon"
    words = ["check", text, "--pack", str(COUNCIL)]
    assert CliRunner().invoke(main, words).exit_code == Exit.HOLD
    assert CliRunner().invoke(main, [*words, "--pack", str(mine)]).exit_code == Exit.CLEAR
