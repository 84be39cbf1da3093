"""The README's table of sites has a row for all there are, and says proved of what a run proved and nothing else."""

from __future__ import annotations

from pathlib import Path

from scripts import proved


def test_the_readme_s_table_has_every_surface_and_claims_nothing_of_a_live_site() -> None:
    """Whether each was proved is compared with the results at the end of `make test`."""
    table, _, note = proved.written().partition("\n\n")
    rows = [line.split("|")[1:-1] for line in table.splitlines()[2:]]
    listed = {site.strip(): surfaces.strip() for site, surfaces, *_ in rows}
    wanted = {title: ", ".join(map(proved.listed, some)) for title, some in proved.by_site().items()}
    assert listed == wanted, "after a whole run: .venv/bin/python -m scripts.proved"
    assert {live.strip() for *_, live in rows} == {"*live: not verified*"}
    assert listed["Snapchat"] == f"post {proved.MARK}", "a page that we made up proves the generic fallback alone"
    assert note.strip() == proved.NOTE.strip()


def test_the_table_says_proved_of_what_passed_and_nothing_else(tmp_path: Path) -> None:
    title, (first, *others) = next((title, some) for title, some in proved.by_site().items() if len(some) > 1)
    fates = {f"chromium-{first.name}": "", f"firefox-{first.name}": "<failure/>"}
    fates |= {f"chromium-{other.name}": "<skipped/>" for other in others}
    cases = "".join(
        f'<testcase name="{proved.SPECIFICATION}[{name}]">{fate}</testcase>' for name, fate in fates.items()
    )
    file = tmp_path / "tests.xml"
    file.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")

    table, _, _ = proved.table(proved.results(file)).partition("\n\n")
    rows = {line.split("|")[1].strip(): line.split("|") for line in table.splitlines()}
    assert rows[title][3].strip() == "not proved: " + ", ".join(map(proved.short, others))
    assert rows[title][4].strip() == "not proved"
    assert proved.PROVED not in "".join(rows[title])
