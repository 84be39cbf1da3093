"""`forepost mode`, `settings` and `policy use`: the same with and without a running companion; nothing half done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.cli import main
from companion.cli.ending import Exit
from companion.desktop.instance import claim
from companion.policy.allow import Where, entry_here
from companion.policy.choices import RuleChoice
from companion.store.paths import Places, places
from companion.store.runtime import write_runtime
from companion.store.settings import AccountSettings, Readiness, Settings, SiteSwitch
from companion.store.settings_store import read_settings
from tests.companion.server.live import Live

COUNCIL = Path(__file__).parents[3] / "docs/examples/council.yaml"


@pytest.fixture(params=["running", "not running"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """A state folder, once with a companion that runs on it and once without."""
    state = tmp_path / "state"
    if request.param == "not running":
        yield places(state)
        return
    live = Live(state)
    write_runtime(state / "runtime.json", live.runtime)
    with claim(state / "instance.lock"):
        yield places(state)
    live.stop()


def forepost(where: Places, *words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [*words, "--state", str(where.state)], input=stdin)


def said(where: Places, *words: str) -> str:
    done = forepost(where, *words)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_mode_is_shown_and_changed(where: Places) -> None:
    assert said(where, "mode") == "personal. You write as yourself.\n"
    assert not where.settings.exists(), "looking writes nothing"
    official = "official. You write for your organisation.\n"
    points = "The policy has a few points to settle first; Settings has them, under Before official posts.\n"
    assert said(where, "mode", "official") == official + points
    assert said(where, "mode") == official + points, "until they were answered"
    assert read_settings(where.settings).mode == "official"
    assert forepost(where, "mode", "party").exit_code == 2


@pytest.mark.parametrize(("answered_days_ago", "asked"), [(1, False), (400, True)])
def test_the_points_before_official_posts_are_named_while_they_are_due(
    tmp_path: Path, answered_days_ago: int, asked: bool
) -> None:
    where = places(tmp_path)
    readiness = Readiness(answered=datetime.now(UTC) - timedelta(days=answered_days_ago))
    where.settings.parent.mkdir(parents=True, exist_ok=True)
    where.settings.write_text(Settings(mode="official", readiness=readiness).model_dump_json(), encoding="utf-8")
    assert ("a few points to settle" in said(where, "mode")) is asked


def test_the_settings_are_shown_in_words(where: Places) -> None:
    said(where, "mode", "professional")
    shown = said(where, "settings", "show")
    for line in (
        "Mode:              professional",
        "Rules you changed: none",
        "Answered on cards: nothing",
        "Record:            off",
    ):
        assert line in shown.splitlines()


def test_an_answer_to_a_card_is_shown_with_its_place_and_day(tmp_path: Path) -> None:
    here = Where(mode="personal", private=False, site="x")
    entry = replace(entry_here("personal.phone", "0131 496 0123", b"key", "dismissed", here), day=date(2026, 11, 22))
    where = places(tmp_path)
    where.settings.parent.mkdir(parents=True, exist_ok=True)
    where.settings.write_text(Settings(allow=[entry]).model_dump_json(), encoding="utf-8")
    shown = said(where, "settings", "show")
    assert f"Answered on cards: {entry.label} (personal.phone, personal, on x, 22 November 2026)" in shown.splitlines()


CHOSEN = Settings(
    mode="official",
    accounts={"x.com:1": AccountSettings(mode="official", name="@Council")},
    sites={"x.com": SiteSwitch(enabled=False, messages=True), "b.example": SiteSwitch()},
    rules={"personal.phone": RuleChoice(personal="hint", monitor_only=True)},
    gut_check=5,
    language="gd",
)


def test_settings_go_out_and_come_in_again(where: Places, tmp_path: Path) -> None:
    other = places(tmp_path / "other")
    other.make()
    other.settings.write_text(CHOSEN.model_dump_json())
    file = tmp_path / "mine.json"
    assert said(other, "settings", "export", str(file)) == f"Written: {file}.\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(said(other, "settings", "export")) == json.loads(file.read_text())
    assert said(where, "settings", "import", str(file)).startswith("Taken over.")
    after = read_settings(where.settings)
    assert (after.mode, after.accounts, after.rules) == (CHOSEN.mode, CHOSEN.accounts, CHOSEN.rules)
    assert (after.gut_check, after.language) == (5, "gd")
    assert after.sites == {"x.com": SiteSwitch(enabled=False, messages=False)}, "no file lets messages be read"
    again = forepost(other, "settings", "export", str(file))
    assert (again.exit_code, "left as it is" in again.output) == (Exit.ERROR, True)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "no file of settings"),
        ('{"mode": "official"}', "no file of settings"),
        ('{"forepost_settings": 1, "mode": "party"}', "cannot be read: mode"),
        ('{"forepost_settings": 1, "measure": true}', "would set measure. Only you can"),
        ('{"forepost_settings": 1, "record": {"on": true}}', "would set record. Only you can"),
        (Settings(measure=True).model_dump_json(), "no file of settings"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing(where: Places, tmp_path: Path, content: str, why: str) -> None:
    said(where, "mode", "professional")
    before = where.settings.read_bytes()
    file = tmp_path / "theirs.json"
    file.write_text(content)
    done = forepost(where, "settings", "import", str(file))
    assert (done.exit_code, why in done.output, "Nothing was changed" in done.output) == (Exit.ERROR, True, True)
    assert where.settings.read_bytes() == before


def test_a_reset_asks_first(where: Places) -> None:
    said(where, "mode", "official")
    assert forepost(where, "settings", "reset", stdin="n\n").exit_code == 1
    assert read_settings(where.settings).mode == "official"
    assert forepost(where, "settings", "reset", stdin="y\n").exit_code == 0
    after = read_settings(where.settings)
    assert after.model_copy(update={"revision": 1}) == Settings()
    assert after.revision > 2, "no browser takes an older answer for a present one"


def test_a_pack_is_shown_before_it_is_used(where: Places) -> None:
    asked = forepost(where, "policy", "use", str(COUNCIL), stdin="n\n")
    assert asked.exit_code == 1
    for line in ("Posting with care 2.1", "Made by Strathallison Council, Communications, for Strathallison Council."):
        assert line in asked.output
    assert "  Project Heron" in asked.output
    assert not where.organisation.exists()
    assert "is used from now on" in forepost(where, "policy", "use", str(COUNCIL), stdin="y\n").output
    assert where.organisation.read_bytes() == COUNCIL.read_bytes()
    pack = read_settings(where.settings).organisation
    assert pack
    assert f"sha256 {pack.sha256}" in said(where, "settings", "show")
    assert "built-in" in said(where, "policy", "use", "--none")
    assert read_settings(where.settings).organisation is None
    assert not where.organisation.exists()


def test_a_broken_pack_is_named_by_line_column_and_mend(where: Places, tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(COUNCIL.read_text(encoding="utf-8").replace("publisher:", "publishre:"), encoding="utf-8")
    done = forepost(where, "policy", "use", str(file), "--yes")
    assert done.exit_code == Exit.ERROR
    assert f"{file}: line 8, column 1: `publishre` is not known here. Did you mean `publisher`?" in done.output
    assert not where.organisation.exists()
    assert forepost(where, "policy", "use").exit_code == Exit.ERROR
    assert forepost(where, "policy", "use", "--none", str(file)).exit_code == Exit.ERROR


def test_what_cannot_be_written_is_said_and_nothing_is_changed(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    said(where, "mode", "professional")
    before = where.settings.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = forepost(where, "mode", "official")
    assert done.exit_code == Exit.ERROR
    assert "Nothing was changed" in done.output
    assert where.settings.read_bytes() == before


def test_damaged_settings_are_shown_to_be_so_and_left(tmp_path: Path) -> None:
    where = places(tmp_path)
    where.settings.write_text("{")
    for words in (("mode",), ("settings", "show"), ("settings", "export")):
        done = forepost(where, *words)
        assert (done.exit_code, "is damaged" in done.output) == (Exit.ERROR, True)
    assert where.settings.read_text() == "{"


@pytest.mark.parametrize("words", [["mode"], ["settings"], ["records"], ["policy", "use"]])
def test_help_gives_examples(words: list[str]) -> None:
    done = CliRunner().invoke(main, [*words, "--help"])
    assert done.exit_code == 0
    assert f"\n  forepost {' '.join(words)} " in done.output
