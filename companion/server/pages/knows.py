"""What Forepost knows about the person: every file it keeps, its size, what is in it, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.server.api import Companion
from companion.server.pages.desk import Desk, from_our_page
from companion.store.paths import Places
from companion.store.settings import SettingsPatch

WORDS = {
    "settings": "Your mode, the sites you switched off, accounts you set a mode for, and your allow list: "
    "fingerprints and labels, never the words.",
    "clients": "The browsers you connected: name, date, and what they prove themselves with.",
    "key": "32 random bytes that make the fingerprints on your allow list worthless to anybody else.",
    "runtime": "Where the companion listens, and a token for programs of yours. It goes when the companion stops.",
    "lock": "Nothing. It is held so that only one companion runs.",
}
BROWSER = "The profile of the browser that “make run” opened. That browser fills it as any browser does."
BROKEN = "A file that could not be read once and was put aside for you to look at."


@dataclass(frozen=True)
class Kept:
    """One file, or a folder with all that is in it. `size` in bytes."""

    id: str
    path: Path
    size: int
    words: str
    delete: str = ""  # what deleting means; empty where it is not offered


def kept(companion: Companion) -> Iterator[Kept]:
    """All that is there at this moment."""
    where = Places(config=companion.settings.path.parent, state=companion.clients.path.parent)
    meaning = {
        "settings": "Your allow list becomes empty, every site is checked again and the mode is personal.",
        "clients": "Every browser is disconnected until you connect it again.",
    }
    for name, words in WORDS.items():
        path: Path = getattr(where, name)
        if path.exists():
            yield Kept(name, path, path.stat().st_size, words, meaning.get(name, ""))
    for folder in sorted({where.config, where.state}):
        for path in sorted(folder.glob("*.broken-*")):
            yield Kept(f"broken:{path.name}", path, path.stat().st_size, BROKEN, "The file is gone for good.")
    if (profile := where.state / "browser-profile").is_dir():
        files = (file for file in profile.rglob("*") if file.is_file())
        yield Kept("browser", profile, sum(file.stat().st_size for file in files), BROWSER)


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion

    @app.get("/ui/<session>/what-forepost-knows", endpoint="what-forepost-knows")
    def knows(session: str) -> Response:
        return page(session)

    def page(session: str, sure: Kept | None = None) -> Response:
        files = list(kept(companion))
        title = "What Forepost knows about you"
        return desk.show(session, "what-forepost-knows", title, files=files, sure=sure)

    @app.post("/ui/<session>/what-forepost-knows")
    def delete(session: str) -> AnyResponse:
        """The first press asks, the second deletes."""
        file = next((one for one in kept(companion) if one.id == request.form.get("file") and one.delete), None)
        if not from_our_page() or file is None:
            return Response(status=404)
        if request.form.get("sure") != "yes":
            return page(session, file)
        delete_file(companion, file)
        desk.notices.leave(session, f"Deleted: {file.path.name}.")
        return desk.back_to(session, "what-forepost-knows")


def delete_file(companion: Companion, file: Kept) -> None:
    """Through whoever keeps it, so that memory and file say the same."""
    ways: dict[str, Callable[[], None]] = {
        "settings": lambda: forget_settings(companion),
        "clients": lambda: forget_browsers(companion),
    }
    ways.get(file.id, lambda: file.path.unlink(missing_ok=True))()


def forget_settings(companion: Companion) -> None:
    """Everything as on the first day. The revision goes on: browsers must see that something changed."""
    present = companion.settings.present
    for entry in present.allow:
        companion.settings.change(SettingsPatch(allow_remove=entry.id))
    companion.settings.change(
        SettingsPatch.model_validate(
            {
                "mode": "personal",
                "accounts": dict.fromkeys(present.accounts),
                "sites": {host: {"enabled": True} for host in present.sites},
            }
        )
    )


def forget_browsers(companion: Companion) -> None:
    for client in companion.clients.all():
        companion.clients.revoke(client.client)
