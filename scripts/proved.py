"""Writes the README's table of sites out of a whole test run (build/tests.xml); `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from tests.browser.pages import BY_HOST
from tests.browser.surfaces import SURFACES, Surface

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RESULTS = ROOT / "build" / "tests.xml"
BEGIN, END = "<!-- sites: written by scripts/proved.py -->\n", "<!-- /sites -->\n"

# The test that says of a surface: recognised, read, its writer known, held, let go as it was written.
SPECIFICATION = "test_recognises_reads_and_holds_and_lets_go_what_was_written"
BROWSERS = ("chromium", "firefox")
PROVED, NOT_PROVED = "*proved on replica*", "not proved"
HEAD = (
    "| site | surfaces | Chromium | Firefox ESR | the live site |",
    "|---|---|---|---|---|",
)

# A surface that no site file knows. Nothing is known of it either: its replica is a page we made up.
MARK = "¹"
NOTE = f"""
{MARK} No site file knows it, and its replica is an invented page: what is proved there is the generic fallback.
"""

Results = dict[tuple[str, str], str]  # (surface, browser): passed, failed or skipped


def results(file: Path) -> Results:
    """What became of the specification on each surface in each browser."""
    found: Results = {}
    for case in ElementTree.parse(file).iter("testcase"):
        name, _, rest = case.get("name", "").partition("[")
        for browser in BROWSERS:
            surface = rest.removesuffix("]").removeprefix(f"{browser}-")
            if name == SPECIFICATION and rest == f"{browser}-{surface}]":
                found[surface, browser] = outcome(case)
    return found


def outcome(case: ElementTree.Element) -> str:
    kinds = {child.tag for child in case}
    return "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"


def by_site() -> dict[str, list[Surface]]:
    """The surfaces of each site, under the title its replica has."""
    sites: dict[str, list[Surface]] = {}
    for surface in SURFACES:
        sites.setdefault(BY_HOST[str(urlsplit(surface.url).hostname)].title, []).append(surface)
    return sites


def short(surface: Surface) -> str:
    return surface.name.split("-", 1)[-1]


def listed(surface: Surface) -> str:
    return short(surface) if surface.site else f"{short(surface)} {MARK}"


def cell(surfaces: list[Surface], browser: str, found: Results) -> str:
    """Proved is what passed, and nothing else."""
    lacking = [short(surface) for surface in surfaces if found.get((surface.name, browser)) != "passed"]
    if not lacking:
        return PROVED
    return NOT_PROVED if len(lacking) == len(surfaces) else f"{NOT_PROVED}: {', '.join(lacking)}"


def table(found: Results) -> str:
    rows = [
        f"| {title} | {', '.join(map(listed, surfaces))} | {cell(surfaces, 'chromium', found)} "
        f"| {cell(surfaces, 'firefox', found)} | *live: not verified* |"
        for title, surfaces in by_site().items()
    ]
    return "\n".join((*HEAD, *rows)) + "\n" + NOTE


def written() -> str:
    """The table as it stands in the README."""
    return README.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]


def main(check: bool) -> int:
    found = results(RESULTS)
    fresh = table(found)
    if not check:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        README.write_text(before + BEGIN + fresh + END + rest.partition(END)[2], encoding="utf-8")
    elif "skipped" in found.values():
        print("A browser is missing here: the README's table of sites was not compared with this run.", file=sys.stderr)
    elif fresh != written():
        print("The README's table of sites is stale. Renew it: .venv/bin/python -m scripts.proved", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
