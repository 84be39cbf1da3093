"""Connected browsers: a short code for one more, and disconnecting one, which is asked about first."""

from __future__ import annotations

from companion.server.pages import said
from companion.server.pages.change import Answer, Ask, Done, Form
from companion.server.pages.desk import Desk
from companion.server.pairing import WINDOW_SECONDS


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
            at="browsers",
        )
    desk.companion.clients.revoke(client.client)
    return Done(f"Disconnected: {client.name}. It can no longer ask the companion.", at="browsers")
