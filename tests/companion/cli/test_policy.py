"""`forepost policy check`: line, column and mend; and the pack's own examples."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from companion.cli import main
from companion.cli.reviewer import Exit
from tests.companion.policy.test_load import GOOD

BUILT_IN = Path(__file__).parents[3] / "companion/policy/packs/default.yaml"
WORKING = GOOD.replace("[a, b, c]", "[07400 123456, call 07400 123457, or 07400 123458]").replace(
    "[d, e, f]", "[x, y, z]"
)


def check(path: Path) -> Result:
    return CliRunner().invoke(main, ["policy", "check", str(path)])


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
