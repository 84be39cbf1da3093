"""What a person reads where there is nothing: at a link that was used, on a page that has ended, about what is gone.

It stands alone: the files of a page need its session. It says nothing of the companion that its address did not say.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from flask import Flask, render_template

from companion.server.caller import Late
from companion.server.guard import said

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

STYLES = ("tokens.css", "page.css")


def closed(app: Flask) -> Callable[[Late, StartResponse], Iterable[bytes]]:
    """How the guard answers a late caller: as a stranger, with 404, but in words; a fault of our own is a 500."""

    @cache
    def page(at: str) -> bytes:
        with app.app_context():
            return render_template("closed.html", at=at, style=style(), icon=icon()).encode()

    def answer(late: Late, start_response: StartResponse) -> Iterable[bytes]:
        headers = {
            "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest()}'; img-src data:; "
            "base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "X-Frame-Options": "DENY",
        }
        status = "500 Internal Server Error" if late.at == "fault" else "404 Not Found"
        return said(start_response, status, page(late.at), "text/html; charset=utf-8", headers)

    return answer


def static(name: str) -> str:
    return resources.files(__package__).joinpath("static", name).read_text(encoding="utf-8")


@cache
def style() -> str:
    return "".join(map(static, STYLES)).replace('@import url("tokens.css");', "")


def icon() -> str:
    """Its own as well: without one a browser asks for /favicon.ico, and complains of the page's policy."""
    return base64.b64encode(static("icon.svg").encode()).decode()


@cache
def digest() -> str:
    return base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
