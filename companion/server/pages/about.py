"""About Forepost: versions, whether every link is well, what it is made of, and where data goes."""

from __future__ import annotations

import platform

from flask import Flask, Response

from companion import __version__
from companion.policy.load import built_in_sha256
from companion.server.doctor.examine import from_inside
from companion.server.doctor.link import Health
from companion.server.pages.desk import Desk, download
from companion.server.pages.inside import bill_of_materials, components
from companion.store.settings import Settings

STATES: dict[Health, tuple[str, str]] = {  # a sign of its own shape, and the word
    "well": ("✓", "Well"),
    "note": ("•", "Note"),
    "broken": ("▲", "To mend"),
}
BILL = "forepost-bill-of-materials.json"


def add(app: Flask, desk: Desk) -> None:
    @app.get("/ui/<session>/about", endpoint="about")
    def about(session: str) -> Response:
        return desk.show(
            session,
            "about",
            "About Forepost",
            forms=False,
            versions=[
                ("Companion", __version__),
                ("Python", platform.python_version()),
                ("System", f"{platform.system()} {platform.release()}"),
                ("Listens on", f"127.0.0.1, port {desk.companion.port}"),
                ("Connected browsers", str(len(desk.companion.clients.all()))),
            ],
            links=(links := list(from_inside(desk.companion, desk.places))),
            states=STATES,
            to_mend=sum(link.health == "broken" for link in links),
            pack=packs(desk.companion.settings.present),
            components=components(),
            bill=BILL,
        )

    @app.get(f"/ui/<session>/{BILL}")
    def bill(session: str) -> Response:
        return download(bill_of_materials(), BILL, "application/vnd.cyclonedx+json; version=1.5")


def packs(settings: Settings) -> list[tuple[str, str]]:
    """The hashes by which the packs can be told from others, and who made the one that was chosen."""
    pack = settings.organisation
    chosen = [("Policy pack by", pack.publisher), ("Policy pack’s sha256", pack.sha256)] if pack else []
    return [*chosen, ("Built-in rules’ sha256", built_in_sha256())]
