"""Connected browsers: a short code for one more, and disconnecting one, which is asked about first."""

from __future__ import annotations

from dataclasses import dataclass

from companion.server.pages import said
from companion.server.pages.change import Answer, Ask, Done, Form
from companion.server.pages.desk import Desk
from companion.server.pairing import WINDOW_SECONDS
from companion.store.clients import Client


@dataclass(frozen=True)
class BrowserRow:
    """Two profiles of a browser have one name, and so has what is left of one that was set up anew."""

    id: str
    name: str
    since: str
    heard: str  # when it was last there


def shown(desk: Desk) -> list[BrowserRow]:
    return [_row(desk, client) for client in desk.companion.clients.all()]


def _row(desk: Desk, client: Client) -> BrowserRow:
    last = desk.companion.clients.last_heard(client.client)
    heard = f"Last heard of {said.ago(last, desk.now)}." if last else "Not heard of since the companion started."
    return BrowserRow(client.client, client.name, client.created, heard)


def connect(desk: Desk, form: Form) -> Answer:
    """The code stands on this page alone, once; a code shown before is void."""
    code = desk.companion.window.open().replace("-", "\N{NON-BREAKING HYPHEN}")
    return Done(
        f"Type this code into Forepost's button in the other browser: {code}. "
        f"It works once, for {said.counted(WINDOW_SECONDS // 60, 'minute')}; then press the button here for a new one.",
        at="browsers",
    )


def disconnect(desk: Desk, form: Form) -> Answer:
    client = desk.companion.clients.get(form.get("client", ""))
    if client is None:
        return None
    if form.get("sure") != "yes":
        return Ask(
            f"Disconnect {client.name}?",
            "Posts written in it are no longer checked. To connect it again, press the Forepost button in its toolbar.",
            "Disconnect it",
            {"change": "disconnect", "client": client.client},
            no="Leave it connected",
            facts=(("Connected", said.moment(client.created)), ("Now", _row(desk, client).heard)),
            at="browsers",
        )
    desk.companion.clients.revoke(client.client)
    return Done(f"Disconnected: {client.name}. It can no longer ask the companion.", at="browsers")
