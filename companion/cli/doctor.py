"""`forepost doctor`: tests every link between the browser and the checks, and says what to do about a broken one."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from companion.desktop.faults import FAULTS
from companion.server.doctor.link import Link

BROKEN = 1  # exit code
SEEN_BY_THE_BROWSER = ("blocked", "permission-missing", "code-expired", "disconnected")


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(state: Path | None, as_json: bool) -> None:
    """Test every link from the browser to the checks. Ends with 1 when one is broken; changes nothing."""
    from companion.server.doctor.examine import from_outside

    found = list(from_outside(state))
    if as_json:
        click.echo(json.dumps([asdict(link) for link in found], indent=2))
    else:
        show(found)
    sys.exit(BROKEN if any(link.health == "broken" for link in found) else 0)


def show(found: list[Link]) -> None:
    signs = {"well": click.style("well  ", fg="green"), "note": "note  ", "broken": click.style("broken", fg="red")}
    for link in found:
        click.echo(f"{signs[link.health]}  {link.link}: {link.what}")
        if link.do:
            click.echo(f"        {link.do}")
    broken = sum(link.health == "broken" for link in found)
    if broken:
        click.echo(f"\n{broken} to mend, from the top.")
        return
    click.echo("\nEvery link is well. What only a browser can see, Forepost's button there says:")
    for fault in SEEN_BY_THE_BROWSER:
        click.echo(f"  {FAULTS[fault]}")
