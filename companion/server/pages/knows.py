"""What Forepost knows about the person: every file it keeps, its size, what is in it, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.desktop.in_place import InPlace, in_place
from companion.desktop.integration import this_system
from companion.desktop.registry import this_registry
from companion.server.api import Companion
from companion.server.pages.change import Done
from companion.server.pages.desk import Desk, from_our_page
from companion.store.database import BESIDE
from companion.store.paths import Places
from companion.store.portable import first_day

WORDS = {
    "settings": "Your mode and your other choices, the sites you switched off, accounts you set a mode for, your allow "
    "list and what you answered on cards: fingerprints and labels, never the words.",
    "organisation": "A copy of the policy pack you chose for your organisation.",
    "clients": "The browsers you connected: name, date, and what they prove themselves with.",
    "key": "32 random bytes that make the fingerprints on your allow list worthless to anybody else.",
    "record": "Your record of official posts, with their words, because you asked for it.",
    "counts": "How often a rule had something to say and what became of it, by day and week. No words, no sites.",
    "runtime": "Where the companion listens, and a token for programs of yours. It goes when the companion stops.",
    "lock": "Nothing. It is held so that only one companion runs.",
    "tray_lock": "Nothing. It is held so that only one sign stands in the tray.",
}
BROWSER = "The profile of the browser that “make run” opened. That browser fills it as any browser does."
ON_THE_DESKTOP = {
    "Start with the desktop": "Starts the companion and its sign in the tray when you sign in.",
    "What browsers start": "A few lines with the way to this companion: a browser runs them to start it.",
    "Its switch in Task Manager": "Windows notes there whether you switched that start off.",
    "For chromium": "Which extension Chromium and its relatives let start it.",
    "For firefox": "Which extension Firefox lets start it.",
    "": "The folders that had to be made for these files, so that they can go with them.",
}
BROKEN = "A file that could not be read once and was put aside for you to look at."


@dataclass(frozen=True)
class Kept:
    """One file, or a folder with all that is in it. `size` in bytes."""

    id: str
    path: Path
    size: int
    words: str
    delete: str = ""  # what deleting means; empty where it is not offered


def kept(where: Places) -> Iterator[Kept]:
    """All that is there at this moment."""
    meaning = {
        "settings": "Your allow list becomes empty, your answers to cards go, every site is checked again, the "
        "mode is personal, and nothing is counted or recorded.",
        "organisation": "The built-in rules are used instead.",
        "clients": "Every browser is disconnected until you connect it again.",
        "record": "Every post in your record is gone for good.",
        "counts": "Every count is gone for good.",
    }
    for name, words in WORDS.items():
        path: Path = getattr(where, name)
        if path.exists():
            beside = [path.with_name(path.name + end) for end in BESIDE]
            size = sum(file.stat().st_size for file in (path, *beside) if file.exists())
            yield Kept(name, path, size, words, meaning.get(name, ""))
    for folder in sorted({where.config, where.state}):
        for path in sorted(folder.glob("*.broken-*")):
            yield Kept(f"broken:{path.name}", path, path.stat().st_size, BROKEN, "The file is gone for good.")
    if (profile := where.state / "browser-profile").is_dir():
        files = (file for file in profile.rglob("*") if file.is_file())
        yield Kept("browser", profile, sum(file.stat().st_size for file in files), BROWSER)


def on_the_desktop() -> list[tuple[InPlace, str]] | None:
    """What `forepost integrate` put there, each with what it is. None on a system it knows nothing of."""
    system = this_system()
    if system is None:
        return None
    found = in_place(system, Path.home(), this_registry())
    return [(one, ON_THE_DESKTOP.get(one.what, f"Lets Forepost's extension in {one.what} start it.")) for one in found]


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion

    @app.get("/ui/<session>/what-forepost-knows", endpoint="what-forepost-knows")
    def knows(session: str) -> Response:
        return page(session)

    def page(session: str, sure: Kept | None = None) -> Response:
        files = list(kept(desk.places))
        title = "What Forepost knows about you"
        return desk.show(session, "what-forepost-knows", title, files=files, sure=sure, desktop=on_the_desktop())

    @app.post("/ui/<session>/what-forepost-knows")
    def delete(session: str) -> AnyResponse:
        """The first press asks, the second deletes."""
        file = next((one for one in kept(desk.places) if one.id == request.form.get("file") and one.delete), None)
        if not from_our_page() or file is None:
            return Response(status=404)
        if request.form.get("sure") != "yes":
            return page(session, file)
        return desk.answer(session, "what-forepost-knows", lambda: delete_file(companion, file))


def delete_file(companion: Companion, file: Kept) -> Done:
    """Through whoever keeps it, so that memory and file say the same."""
    ways: dict[str, Callable[[], object]] = {
        "settings": lambda: companion.settings.replace(first_day),
        "clients": companion.clients.revoke_all,
        "organisation": companion.packs.leave,
        "record": companion.records.delete_all,
        "counts": companion.counts.delete_all,
    }
    ways.get(file.id, lambda: file.path.unlink(missing_ok=True))()
    return Done(f"Deleted: {file.path.name}.")
