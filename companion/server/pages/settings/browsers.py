"""Connected browsers: disconnecting one, which cannot be taken back and is asked first."""

from __future__ import annotations

from companion.server.pages.change import Answer, Ask, Done, Form
from companion.server.pages.desk import Desk


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
