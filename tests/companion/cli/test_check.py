"""`forepost check`: what goes in, what comes out, and with which exit."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from companion.cli import main
from companion.cli.ending import Exit
from companion.cli.reviewer import Reviewer
from companion.cli.show import show
from companion.draft import MAX_TEXT_UTF16
from companion.policy.allow import entry_for
from companion.policy.choices import RuleChoice
from companion.policy.load import built_in
from companion.store.chosen_pack import choose
from companion.store.paths import places
from companion.store.settings import Settings
from companion.store.settings_store import SettingsStore

COUNCIL = Path(__file__).parents[3] / "docs/examples/council.yaml"
BUILT_IN = Path(__file__).parents[3] / "companion/policy/packs/default.yaml"
NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
LEAK = "ring me on 07400 123456"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], input=stdin)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Soup, telly, bed.", Exit.CLEAR), ("mail isla@gmail.com", Exit.ADVISE), (LEAK, Exit.HOLD)],
)
def test_the_exit_says_the_verdict(text: str, ends: Exit) -> None:
    assert run(text).exit_code == ends


def test_it_reads_an_argument_a_file_and_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(LEAK, encoding="utf-8-sig")
    answers = [run("--json", LEAK), run("--json", str(file)), run("--json", "-", stdin=LEAK), run("--json", stdin=LEAK)]
    spans = [[(one["start"], one["end"]) for one in json.loads(answer.stdout)["findings"]] for answer in answers]
    assert spans == [[(11, 23)]] * 4


def test_people_see_the_words_underlined_and_why() -> None:
    out = run(LEAK).output
    first, second, *_ = out.splitlines()
    assert first == LEAK
    assert second == " " * 11 + "=" * 12, "marks where the terminal cannot underline"
    for part in ("Looks like a phone number", "“07400 123456” [11–23]", "§3", "→ Remove it", "spans count code points"):
        assert part in out


def test_marks_stand_below_wide_characters() -> None:
    lines = run("👍 日本 KA3 6DN").output.splitlines()
    assert lines[1] == "        ~~~~~~~", "an emoji and two ideographs are two cells each"


def test_colours_where_the_terminal_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    found = json.loads(run("--json", LEAK).stdout)
    from companion.draft import Review

    console = Console(force_terminal=True, color_system="standard", record=True, width=100)
    with console.capture() as shown:
        show(Review.model_validate(found), LEAK, console)
    assert "\x1b[1;4;31m07400 123456\x1b[0m" in shown.get()


def test_orders_to_the_terminal_are_shown_and_not_sent() -> None:
    out = run(f"\x1b]0;owned\x07 {LEAK} \x9b31m").output
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "\x9b" not in out
    assert "␛]0;owned␇" in out


def test_modes() -> None:
    found = json.loads(run("--json", "--mode", "official", "mail isla@gmail.com").stdout)
    assert (found["mode"], found["mode_source"], found["findings"][0]["severity"]) == ("official", "draft", "hold")


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (["-"], b"\xff\xfe\x00\x01", "not text in UTF-8"),
        (["-"], b"x" * (1024 * 1024 + 1), "larger than 1 MiB"),
        (["-"], b"x" * (MAX_TEXT_UTF16 + 1), "longer than 100,000 characters"),
        (["nothere.txt"], None, "There is no file nothere.txt"),
        (["--pack", "nothere.yaml", "x"], None, "No such file"),
    ],
)
def test_errors_are_sentences_and_end_with_three(arguments: list[str], stdin: bytes | None, says: str) -> None:
    done = run(*arguments, stdin=stdin)
    assert done.exit_code == Exit.ERROR
    assert says in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--mode", "party", "x"], ["--no-such"], ["--since", "yesterday", "."]])
def test_a_mistyped_command_does_not_look_like_a_text_that_is_held(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (Exit.ERROR, "")
    assert "Usage: " in done.stderr


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), ValueError("canaryword"), RecursionError()])
def test_a_stop_and_a_fault_of_our_own_end_with_three_and_repeat_nothing(
    fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise fault

    monkeypatch.setattr(Reviewer, "review", fail)
    done = run("x")
    assert done.exit_code == Exit.ERROR
    assert "canaryword" not in done.output
    assert re.search(
        r"Stopped before the end|fault of its own \((Value|Recursion)Error at test_check\.py:\d+\)", done.stderr
    )


def test_a_broken_pack_is_named_by_line(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text("id: test\nruels: []\n")
    done = run("--pack", str(file), "x")
    assert done.exit_code == Exit.ERROR
    assert "line 2, column 1: `ruels` is not known here. Did you mean `rules`?" in done.stderr


def answers(*lines: str | dict[str, Any]) -> list[dict[str, Any]]:
    written = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    done = run("--jsonl", "-", stdin=written + "\n")
    assert done.exit_code == Exit.CLEAR, "whatever is found"
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_jsonl_answers_line_by_line_in_order() -> None:
    first, second, third = answers(
        {"id": "a", "text": LEAK, "mode": "personal", "site": "x", "surface": "post"},
        {"id": 2, "text": "fine"},
        {"id": "c", "text": "👍 KA3 6DN", "surface": "caption"},
    )
    assert (first["id"], first["verdict"], first["offsets"]) == ("a", "hold", "codepoints")
    assert (second["id"], second["verdict"], second["findings"]) == (2, "clear", [])
    assert [(one["rule"], one["start"], one["end"]) for one in third["findings"]] == [("personal.postcode", 2, 9)]


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "[]",
        "7",
        '{"id": "b"}',
        '{"id": "b", "text": 7}',
        '{"id": "b", "text": "canaryword", "canarykey": 1}',
        '{"id": "b", "text": "canaryword", "mode": "canaryvalue"}',
        '{"id": "b", "text": "x", "surface": ["canaryword"]}',
        "[" * 100_000,
        json.dumps({"id": "b", "text": "x" * (MAX_TEXT_UTF16 + 1)}),
    ],
    ids=[
        "no json",
        "a list",
        "a number",
        "no text",
        "text is a number",
        "unknown key",
        "unknown mode",
        "odd surface",
        "deep",
        "long",
    ],
)
def test_a_bad_line_is_an_error_and_repeats_nothing(bad: str) -> None:
    first, second, third = answers({"id": "a", "text": "x"}, bad, {"id": "c", "text": "x"})
    assert set(second) == {"id", "error"}
    assert "canary" not in second["error"]
    assert (first["verdict"], third["verdict"]) == ("clear", "clear"), "the others are answered"
    if '"id": "b"' in bad:
        assert second["id"] == "b"


@pytest.mark.parametrize("sent", [b"not json\n[]\n", json.dumps({"text": "x"}).encode("utf-16")])
def test_where_not_one_line_is_a_draft_the_command_ends_as_on_an_error(sent: bytes) -> None:
    """It is the wrong file, or in the wrong encoding: a script that looks only at how it ended must know."""
    done = run("--jsonl", stdin=sent)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all("error" in line for line in lines)
    assert done.exit_code == Exit.ERROR
    assert f"{len(lines)} of {len(lines)} lines could not be read" in done.stderr


@pytest.mark.parametrize("sent", [b"", b"\n \n"])
def test_nothing_to_read_is_no_error(sent: bytes) -> None:
    done = run("--jsonl", stdin=sent)
    assert (done.exit_code, done.stdout, done.stderr) == (Exit.CLEAR, "", "")


def test_a_line_that_is_not_in_utf_8_is_not_guessed_at() -> None:
    """Its words would be checked with holes in them."""
    draft = json.dumps({"id": 1, "text": "café"}, ensure_ascii=False)
    done = run("--jsonl", stdin=b"\xef\xbb\xbf" + draft.encode() + b"\n" + draft.encode("latin-1") + b"\n")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["verdict"], second) == ("clear", {"id": None, "error": "this line is not in UTF-8"})
    assert done.exit_code == Exit.CLEAR
    assert "1 of 2 lines could not be read" in done.stderr


def test_the_persons_settings_count_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where, key = places(tmp_path), b"k" * 32
    settings = Settings(mode="professional", revision=4, allow=[entry_for("personal.phone", "07400 123456", key)])
    where.settings.write_text(settings.model_dump_json())
    where.key.write_bytes(key)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with_settings = json.loads(run("--json", "--state", str(tmp_path), LEAK).stdout)
    without = json.loads(run("--json", LEAK).stdout)
    assert (with_settings["mode"], with_settings["settings_revision"], with_settings["findings"]) == (
        "professional",
        4,
        [],
    )
    assert (without["mode"], without["verdict"]) == ("personal", "hold")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before, "read, never written"


def test_the_persons_choice_for_a_rule_counts_with_the_settings(tmp_path: Path) -> None:
    where = places(tmp_path)
    for choice, verdict, found in (
        (RuleChoice(), "hold", ["hold"]),
        (RuleChoice(personal="hint"), "clear", ["hint"]),
        (RuleChoice(personal="off"), "clear", []),
        (RuleChoice(monitor_only=True), "clear", []),
    ):
        where.settings.write_text(Settings(rules={"personal.phone": choice}).model_dump_json())
        review = json.loads(run("--json", "--state", str(tmp_path), LEAK).stdout)
        assert (review["verdict"], [one["severity"] for one in review["findings"]]) == (verdict, found)


def test_the_chosen_pack_is_used_with_the_settings_and_a_named_one_goes_before_it(tmp_path: Path) -> None:
    where, text = places(tmp_path), "The plans for Project Heron are ready."
    choose(where, SettingsStore(where.settings, lambda: NOW), COUNCIL.read_bytes(), NOW)
    with_state = ["--json", "--state", str(tmp_path)]
    assert json.loads(run(*with_state, text).stdout)["pack"]["id"] == "strathallison-council"
    assert run(*with_state, text).exit_code == Exit.HOLD
    assert run("--json", text).exit_code == Exit.CLEAR
    assert run(*with_state, "--pack", str(BUILT_IN), text).exit_code == Exit.CLEAR
    where.organisation.write_text("changed")
    done = run(*with_state, text)
    assert (done.exit_code, "was changed since you chose it" in done.stderr) == (Exit.CLEAR, True)


def test_damaged_settings_are_left_alone(tmp_path: Path) -> None:
    file = places(tmp_path).settings
    file.write_text("{damaged")
    done = run("--state", str(tmp_path), LEAK)
    assert done.exit_code == Exit.ERROR
    assert "nothing was changed" in done.stderr
    assert file.read_text() == "{damaged"


@pytest.mark.parametrize(
    ("draft", "fault"),
    [
        ('{"id": 1, "text": "x", "surface": "xyzzy"}', "cannot be read: surface"),
        ('{"id": 1, "text": "x", "xyzzy": 1}', "it has fields that no draft has"),
        ('{"id": 1, "text": 7, "xyzzy": 1}', "cannot be read: text; it has fields that no draft has"),
    ],
)
def test_a_line_that_is_no_draft_is_told_why_without_its_words(draft: str, fault: str) -> None:
    done = run("--jsonl", "-", stdin=draft + "\n")
    assert json.loads(done.stdout) == {"id": 1, "error": f"this line is not a draft: {fault}"}


def test_help_loads_neither_engine_nor_server() -> None:
    code = (
        "import sys\nfrom companion.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "bad = {'presidio_analyzer', 'flask', 'phonenumbers'} & set(sys.modules)\nsys.exit(str(bad) if bad else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_python_dash_m_is_the_same_command() -> None:
    done = subprocess.run([sys.executable, "-m", "companion", "--version"], check=False, capture_output=True, text=True)
    assert done.stdout.startswith("forepost, version")
    assert built_in().publisher == "Forepost"
