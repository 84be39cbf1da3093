"""Takes the tray's pictures for docs/images/tray: its menu in both hosts, by both buttons, and without a companion."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import get_args

from companion.desktop.instance import claim
from companion.store.runtime import write_runtime
from companion.tray.icon import FILL, HOLLOW
from tests.companion.server.live import Live
from tests.companion.tray.desk import UNDER_ANY_MENU, Desk, Host, missing, until

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images" / "tray"


def main() -> int:
    if lacking := missing():
        print(f"Run scripts/ensure-tray-hosts.sh first: it installs {', '.join(lacking)}.", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    for host in get_args(Host):
        with tempfile.TemporaryDirectory(prefix="forepost-tray-") as folder:
            take(host, Path(folder))
    return 0


def take(host: Host, folder: Path) -> None:
    """The pictures in one host."""
    live = Live(folder / "state")
    write_runtime(live.state / "runtime.json", live.runtime)
    lock, desk = claim(live.state / "instance.lock"), Desk(folder)
    try:
        desk.open()
        desk.host(host)
        desk.tray(live.state)
        desk.click("1", FILL["personal"])
        keep(desk, f"{host}-left-click")
        desk.hand("key", "Escape")
        until("the menu is closed", lambda: not desk.menu_is_open())
        desk.click("3", FILL["personal"])
        keep(desk, f"{host}-right-click")
        desk.hand("key", "Escape")
        live.stop()
        lock.release()
        until("the icon is hollow", lambda: desk.found(HOLLOW))
        desk.click("1", HOLLOW, UNDER_ANY_MENU)
        keep(desk, f"{host}-companion-away")
    finally:
        desk.close()


def keep(desk: Desk, name: str) -> None:
    file = IMAGES / f"{name}.png"
    desk.picture().copy(0, 0, 320, 330).save(str(file))
    print(f"picture: {file.relative_to(IMAGES.parents[2])}")


if __name__ == "__main__":
    sys.exit(main())
