"""`forepost check` on folders and archives: what it shows and writes, how it ends, that it stops when asked."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.cli import main
from companion.cli.archive import is_archive
from companion.cli.ending import Exit

ARCHIVES = Path(__file__).parent.parent / "archives"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def test_a_summary_by_rule_the_most_serious_first_with_its_places() -> None:
    done = run(ARCHIVES / "linkedin")
    assert done.exit_code == Exit.HOLD
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    assert lines[1].startswith("Hold Looks like a phone number 1 Shares.csv · 2024-03-02 ·")
    assert lines[3].startswith("Look Looks like an email address 1 Comments.csv · 2024-03-03 ·")
    assert "3 posts were checked as personal, 2024-02-01 to 2024-03-03: 2 to look at." in lines
    assert "Private messages are never read: 1 file." in lines
    assert "07700" not in done.output, "the words are for the report alone"


@pytest.mark.parametrize(
    ("name", "posts", "rules"),
    [
        ("x", 6, ["credentials.secret", "links.internal", "personal.phone"]),
        ("linkedin", 3, ["personal.phone", "personal.email"]),
        ("facebook", 3, ["personal.home-address", "personal.phone"]),
        ("facebook-html", 2, ["personal.phone"]),
        ("mastodon", 3, ["personal.phone"]),
    ],
)
def test_each_export_as_a_folder_and_as_a_zip(name: str, posts: int, rules: list[str], tmp_path: Path) -> None:
    zipped = tmp_path / f"{name}.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((ARCHIVES / name).rglob("*.*")):
            archive.write(file, file.relative_to(ARCHIVES / name))
    for path in (ARCHIVES / name, zipped):
        answer = json.loads(run("--json", path).stdout)
        assert (answer["posts"], [one["rule"] for one in answer["by_rule"]]) == (posts, rules)
        assert answer["whole"]


def test_only_posts_since_a_day() -> None:
    answer = json.loads(run("--json", "--since", "2023-05-01", ARCHIVES / "x").stdout)
    assert (answer["posts"], answer["first"], answer["passed_over"]["earlier"]) == (3, "2023-05-02", 3)


def test_posts_without_a_day_are_checked_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ring me on 07700 900123")
    done = run("--since", "2023-05-01", tmp_path)
    assert done.exit_code == Exit.HOLD
    assert "Without a readable date, and checked all the same: 1 post." in done.output


def test_a_post_is_judged_by_its_own_day(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        "extends: built-in\nid: own\nversion: '1'\ntitle: Own\npublisher: us\norganisation: {name: Example Council}\n"
        "periods:\n  - {name: pre-election, what: The election, from: 2024-05-25, to: 2024-07-04}\n"
    )
    severities = []
    for day in ("2024-06-01", "2023-06-01"):
        (tmp_path / "a.csv").write_text(f'text,date\n"Vote Labour on Thursday!",{day}\n')
        done = run("--json", "--mode", "professional", "--pack", pack, tmp_path / "a.csv")
        severities.append({one["rule"]: one["severity"] for one in json.loads(done.stdout)["by_rule"]})
    assert [one["conduct.impartiality"] for one in severities] == ["warn", "hint"], "stricter before an election"


def test_the_mode_changes_what_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Honestly, our new rents policy at the Scottish Housing Regulator is great. Views my own."
    )
    rules = {
        mode: {one["rule"] for one in json.loads(run("--json", "--mode", mode, tmp_path).stdout)["by_rule"]}
        for mode in ("personal", "official")
    }
    assert rules["personal"] != rules["official"]


@pytest.mark.parametrize(
    ("files", "ends"),
    [
        ({"a.txt": "Soup, telly, bed."}, Exit.CLEAR),
        ({"a.txt": "mail isla@gmail.com"}, Exit.ADVISE),
        ({"a.txt": "ring me on 07400 123456", "b.txt": "Soup."}, Exit.HOLD),
        ({"a.txt": "Soup.", "b.csv": "when,what\n1,2\n"}, Exit.ERROR),  # nothing found, but not all was read
        ({"a.txt": "mail isla@gmail.com", "b.csv": "when,what\n1,2\n"}, Exit.ADVISE),
        ({"a.bin": "?"}, Exit.ERROR),
        ({}, Exit.ERROR),
    ],
)
def test_the_exit_says_the_verdict(files: dict[str, str], ends: Exit, tmp_path: Path) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    assert run(tmp_path).exit_code == ends


def test_the_report_is_private_and_only_where_it_was_asked_for(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    before = sorted(ARCHIVES.rglob("*"))
    assert run("--report", report, ARCHIVES / "x").exit_code == Exit.HOLD
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "07700 900123" in report.read_text(encoding="utf-8")
    assert "07700 900777" not in report.read_text(encoding="utf-8"), "private messages"
    assert "07700 900999" not in report.read_text(encoding="utf-8"), "somebody else's words"
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]
    assert sorted(ARCHIVES.rglob("*")) == before
    assert run("--report", report, ARCHIVES / "mastodon").exit_code == Exit.HOLD, "its own report is written anew"
    assert "07700 900987" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["letter.html", "no/such/folder/report.html"])
def test_nothing_else_is_overwritten(name: str, tmp_path: Path) -> None:
    (tmp_path / "letter.html").write_text("mine")
    done = run("--report", tmp_path / name, ARCHIVES / "x")
    assert done.exit_code == Exit.ERROR
    assert (tmp_path / "letter.html").read_text() == "mine"


def test_half_a_letter_and_orders_to_the_terminal_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m[bold].json").write_text('[{"text": "\\ud83d ring 07700 900123 [/]", "id": "[red]"}]')
    done = run("--report", tmp_path / "r.html", tmp_path)
    assert done.exit_code == Exit.HOLD
    assert "\x1b" not in done.output
    assert "[bold].json" in done.output.replace("\n", "").replace(" ", "")
    assert "07700 900123" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "many"),
    [
        ("draft.txt", "a text", False),
        ("draft.md", "a text", False),
        ("page.html", "<p>a text</p>", False),
        ("thing.json", '{"text": "one draft"}', False),
        ("list.json", '[{"text": "a"}]', True),
        ("posts.csv", "text\na\n", True),
        ("posts.jsonl", '{"text": "a"}', True),
        ("x.zip", "", True),
        ("tweets.js", "", True),
        ("other.js", "", False),
        ("your_posts_1.html", "", True),
        ("outbox.json", "{}", True),
        ("export.tar.gz", "", True),
    ],
)
def test_what_is_many_posts_and_what_is_one_text(name: str, content: str, many: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    assert is_archive(tmp_path / name) == many
    assert is_archive(tmp_path)


@pytest.mark.parametrize("what", ["a text", "x\0y", "a" * 5000, "no-such.zip"])
def test_a_text_is_no_archive(what: str) -> None:
    assert not is_archive(Path(what))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--since", "2024-01-01", "a text"], "are for a folder or an archive"),
        (["--report", "r.html", "a text"], "are for a folder or an archive"),
        (["--jsonl", "--since", "2024-01-01", "-"], "are for a folder or an archive"),
    ],
)
def test_the_options_of_archives_are_for_archives(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert done.exit_code == Exit.ERROR
    assert says in done.stderr


def test_a_tar_says_to_unpack_it(tmp_path: Path) -> None:
    (tmp_path / "archive.tar.gz").write_bytes(b"\x1f\x8b")
    done = run(tmp_path / "archive.tar.gz")
    assert done.exit_code == Exit.ERROR
    assert "Unpack it" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_ctrl_c_stops_with_what_was_found(tmp_path: Path) -> None:
    entry = '{"text": "ring me on 07400 123456 today, or leave a word with the neighbours"}\n'
    (tmp_path / "many.jsonl").write_text(entry * 200_000)  # many minutes of reading
    command = [
        sys.executable,
        "-m",
        "companion",
        "check",
        "--json",
        "--report",
        str(tmp_path / "r.html"),
        str(tmp_path),
    ]
    ours, theirs = os.openpty()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    try:
        os.close(theirs)
        shown = b""
        while b"many.jsonl" not in shown:  # the bar says that reading has begun
            shown += os.read(ours, 1024)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    finally:
        process.kill()
        os.close(ours)
    answer = json.loads(out)
    assert answer["stopped"]
    assert not answer["whole"]
    assert answer["posts"] < 200_000
    assert process.returncode == (Exit.HOLD if answer["posts"] else Exit.ERROR)
    assert "The check was stopped" in (tmp_path / "r.html").read_text(encoding="utf-8")
