"""The policy pack: which layers are in use, looking at a file before choosing it, and leaving it again."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.server.packs import LookedAt, NotLookedAt
from companion.server.pages.change import Answer, Ask, Done, Mend
from companion.server.pages.desk import Desk, from_our_page
from companion.server.pages.undo import AS_BEFORE
from companion.store.chosen_pack import NotAPack, found

AT = "policy"
MOST_NAMED = 6  # things of one kind of change that are listed


def add(app: Flask, desk: Desk) -> None:
    @app.post("/ui/<session>/policy-pack")
    def policy_pack(session: str) -> AnyResponse:
        do = {"look": look, "use": use, "leave": leave}.get(request.form.get("pack", ""))
        if do is None or not from_our_page():
            return Response(status=404)
        return desk.answer(session, "settings", lambda: do(desk))


def look(desk: Desk) -> Answer:
    """Read the file and say what it is and what it would change. Nothing changes by looking."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return Done("No file was chosen, so nothing was changed.", at=AT)
    try:
        looked = desk.companion.packs.look(file.read())
    except NotAPack as fault:
        return Mend(
            "This file cannot be used yet",
            "Nothing was changed: the rules in use are those of before. Hand this list to whoever wrote the file.",
            tuple(fault.problems),
            at=AT,
        )
    pack = looked.pack
    return Ask(
        f"Check by “{pack.title}” from now on?",
        "Use a pack only if you know where it comes from. It decides what you are warned about, and nothing else: "
        "it cannot count, record or read anything, or send it anywhere.",
        "Use it",
        {"pack": "use", "sha256": pack.sha256},
        no="Leave it",
        facts=(
            ("Name", pack.title),
            ("Speaks for", looked.organisation),
            ("Publisher, by its own word", pack.publisher),
            ("Version", f"{pack.id} {pack.version}"),
            ("Fingerprint (SHA-256)", pack.sha256),
        ),
        more=tuple(changes_of(looked)) or (("What changes", ("Nothing you would notice.",)),),
        to="policy-pack",
        at=AT,
    )


def changes_of(looked: LookedAt) -> list[tuple[str, tuple[str, ...]]]:
    """Each kind of change, with as many of its things as can be read at a glance."""
    return [(change.what, (*change.of[:MOST_NAMED], *_rest(len(change.of) - MOST_NAMED))) for change in looked.changes]


def _rest(more: int) -> tuple[str, ...]:
    return (f"and {more} more",) if more > 0 else ()


def use(desk: Desk) -> Answer:
    back = as_it_is(desk)
    try:
        pack = desk.companion.packs.use(request.form.get("sha256", ""))
    except NotLookedAt:
        return Done("Another file was looked at since. Choose yours again, so that you see what you agree to.", at=AT)
    return Done(f"Posts are checked by “{pack.title}” from now on.", back, at=AT)


def leave(desk: Desk) -> Answer:
    if desk.companion.settings.present.organisation is None:
        return None
    back = as_it_is(desk)
    desk.companion.packs.leave()
    return Done("The pack is out. Posts are checked by the rules that come with Forepost.", back, at=AT)


def as_it_is(desk: Desk) -> Callable[[], str]:
    """The way back to the pack in use at this moment."""
    packs, raw = desk.companion.packs, found(desk.places).raw

    def back() -> str:
        if raw is None:
            packs.leave()
        else:
            packs.use(packs.look(raw).pack.sha256)
        return AS_BEFORE

    return back
