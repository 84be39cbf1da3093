"""Loaded by Python itself in every companion and native host that the tests start: notes requests, refuses the network.

Active only when FOREPOST_PROBE names a folder. It writes two files there, outside of the state folder:
`requests.jsonl`, one line for each HTTP request with its body (so a test can compare what was read), and
`network.txt`, one line for each attempt to look up or reach anything but this machine. It reads one, `trouble.json`:
with it a test makes every review late (`seconds`) or nonsense (`body`, null for the companion's own).
"""

from __future__ import annotations

import io
import ipaddress
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

FOLDER = os.environ.get("FOREPOST_PROBE", "")
LOCAL_NAMES = {"localhost", "", None}


def text_of(host: object) -> str | None:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else None if host is None else str(host)


def is_loopback(host: str | None) -> bool:
    """Loopback addresses and the machine's own name for them. A Unix socket has no host."""
    if host in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def is_address(host: str | None) -> bool:
    """To "look up" an address asks no name server (waitress does it with its default, which it then does not use)."""
    try:
        return bool(ipaddress.ip_address(str(host)))
    except ValueError:
        return False


def watch_network(event: str, args: tuple[Any, ...]) -> None:
    """An audit hook: code cannot take it off again, whichever library opens the socket."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}:
        host = text_of(args[1][0]) if isinstance(args[1], tuple) else None
        fine = is_loopback(host)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        host = text_of(args[0])
        fine = is_loopback(host) or is_address(host)
    else:
        return
    if fine:
        return
    with open(os.path.join(FOLDER, "network.txt"), "a", encoding="utf-8") as notes:
        notes.write(f"{event} {host}\n")
    raise PermissionError(f"{event}: only this machine may be reached in tests")


def trouble_with(path: str) -> tuple[float, str | None]:
    """How many seconds late the answer comes, and the nonsense in its place if any."""
    try:
        with open(os.path.join(FOLDER, "trouble.json"), encoding="utf-8") as orders:
            trouble = json.load(orders)
    except FileNotFoundError:
        return 0, None
    return (trouble["seconds"], trouble["body"]) if path == "/v1/reviews" else (0, None)


def note_requests(app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """WSGI middleware that notes each request, which the application sees unchanged, and makes trouble if asked."""
    writing = threading.Lock()

    def noted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        late, nonsense = trouble_with(environ["PATH_INFO"])

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            line = {
                "method": environ["REQUEST_METHOD"],
                "path": environ["PATH_INFO"],
                "origin": environ.get("HTTP_ORIGIN"),
                "status": int(status[:3]),
                "body": body.decode("utf-8", "replace"),
            }
            with writing, open(os.path.join(FOLDER, "requests.jsonl"), "a", encoding="utf-8") as notes:
                notes.write(json.dumps(line) + "\n")
            if nonsense is not None:
                headers = [header for header in headers if header[0] != "Content-Length"]
            return start_response(status, headers, *more)

        answer = app(environ, start)
        time.sleep(late)
        return answer if nonsense is None else [nonsense.encode()]

    return noted


def wrap_servers() -> None:
    """waitress is the companion's server; whichever way it is created, the application is wrapped once."""
    import waitress
    import waitress.server

    create = waitress.server.create_server

    def create_noted(application: Any, *args: Any, **settings: Any) -> Any:
        return create(note_requests(application), *args, **settings)

    waitress.server.create_server = create_noted
    waitress.create_server = create_noted


if FOLDER:
    os.makedirs(FOLDER, exist_ok=True)
    sys.addaudithook(watch_network)
    wrap_servers()
