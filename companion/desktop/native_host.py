"""The native-messaging host: a browser starts it, and it connects the extension with the companion.

Speaks in frames of a 4-byte length (native byte order) and JSON on standard input and output, as
browsers do. It sees no draft: pairing and starting are all it can do. Who calls is told by the browser in
the arguments, not by the message: Chromium passes the extension's origin, Firefox the manifest's path and
the add-on's id. Nothing is printed but frames.
"""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from companion.desktop.local import NotRunning, Refused, ask, started
from companion.desktop.manifests import allowed_ids

MAX_FRAME = 64 * 1024  # bytes; our messages have a few hundred
NOT_STARTED = "The companion could not be started. Run “forepost doctor” in a terminal to see why."
NOT_ALLOWED = (
    "This extension is not one the companion knows. Connect it with a short code instead: run “forepost pair”."
)
NOT_UNDERSTOOD = "The companion did not understand its extension. Update both, then try again."
FIREFOX_ORIGIN = re.compile(r"moz-extension://[0-9a-f-]{36}")


@dataclass(frozen=True)
class Arguments:
    state: Path | None
    port: int | None
    browser: Sequence[str]  # what the browser added


def read_arguments(arguments: Sequence[str]) -> Arguments:
    """`[--state DIR] [--port N] -- <what the browser passes>`, as the wrapper calls it."""
    ours, theirs = list(arguments), []
    if "--" in ours:
        place = ours.index("--")
        ours, theirs = ours[:place], ours[place + 1 :]
    given = dict(zip(ours[::2], ours[1::2], strict=True))
    state, port = given.get("--state"), given.get("--port")
    return Arguments(Path(state) if state else None, int(port) if port else None, theirs)


def is_allowed(browser: Sequence[str], origin: str | None) -> bool:
    """Is the calling extension one of ours, and is `origin` (when the message has one) really its own?"""
    caller = browser[0].rstrip("/") if browser else ""
    if caller.startswith("chrome-extension://"):
        known = caller.removeprefix("chrome-extension://") in allowed_ids("chromium")
        return known and origin in (None, caller)
    known = len(browser) > 1 and browser[1] in allowed_ids("firefox")
    return known and (origin is None or FIREFOX_ORIGIN.fullmatch(origin) is not None)


def answer(message: Any, arguments: Arguments) -> dict[str, Any]:
    """The answer to one message of the extension."""
    match message:
        case {"kind": "start"}:
            origin = name = None
        case {"kind": "pair", "origin": str(origin), "name": str(name)}:
            pass
        case _:
            return failed(NOT_UNDERSTOOD)
    if not is_allowed(arguments.browser, origin):
        return failed(NOT_ALLOWED)
    try:
        runtime = started(arguments.state, arguments.port)
        if origin is None:
            return {"kind": "running", "port": runtime.port}
        paired = ask(runtime, "/v1/pairings", {"kind": "native", "origin": origin, "name": name})
    except NotRunning:
        return failed(NOT_STARTED)
    except Refused as refused:
        return failed(refused.message)
    return {"kind": "paired", **paired}


def failed(message: str) -> dict[str, Any]:
    return {"kind": "failed", "fault": "not-running", "message": message}


def read_frame(stream: BinaryIO) -> Any:
    """The next message; None when the browser has closed the pipe or sent no frame of ours."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    (length,) = struct.unpack("=I", head)
    body = stream.read(length) if length <= MAX_FRAME else b""
    try:
        return json.loads(body) if len(body) == length else None
    except (ValueError, RecursionError):
        return None


def write_frame(stream: BinaryIO, message: dict[str, Any]) -> None:
    body = json.dumps(message).encode()
    stream.write(struct.pack("=I", len(body)) + body)
    stream.flush()


def main() -> None:
    arguments = read_arguments(sys.argv[1:])
    while (message := read_frame(sys.stdin.buffer)) is not None:
        write_frame(sys.stdout.buffer, answer(message, arguments))


if __name__ == "__main__":
    main()
