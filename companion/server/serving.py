"""The HTTP server itself: waitress on a loopback socket, with bodies in memory and no answer of its own.

waitress as it comes would write a request body above 512 KiB to a temporary file, answer unreadable
requests in its own words and greet `Expect: 100-continue` before anybody was known. The small classes here
take that away.
"""

from __future__ import annotations

import io
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import ChunkedReceiver, FixedStreamReceiver
from waitress.server import create_server
from waitress.task import WSGITask

from companion.server.guard import MAX_BODY, silence
from companion.server.ports import LOOPBACK

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 8  # reviews may take half of them (see pace.py); the rest answer at once
HARD_LIMIT = 64 * MAX_BODY  # bytes: a longer body is not even received
HEADER_LIMIT = 16 * 1024  # bytes


class Body:
    """A request body in memory. Keeps the first MiB, counts the rest and lets it go."""

    def __init__(self) -> None:
        self._kept = io.BytesIO()
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, chunk: bytes) -> None:
        self._length += len(chunk)
        self._kept.write(chunk[: max(0, MAX_BODY - self._kept.tell())])

    def getfile(self) -> io.BytesIO:
        self._kept.seek(0)
        return self._kept

    def close(self) -> None:
        self._kept.close()


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Receives the body into memory."""

    body_rcv: Any

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if self.body_rcv is not None:
            body = Body()
            self.body_rcv = ChunkedReceiver(body) if self.chunked else FixedStreamReceiver(self.content_length, body)


class Task(WSGITask):  # type: ignore[misc]
    """Ends the connection after every 404, so that all of them look the same on the wire."""

    def build_response_header(self) -> bytes:
        if self.status.startswith("404"):
            self.version = "1.1"
            self.request.headers["CONNECTION"] = "close"
        header: bytes = super().build_response_header()
        return header


class UnreadableTask(Task):
    """Answers what could not be read as a request in the way every stranger is answered."""

    def execute(self) -> None:
        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            self.status, self.content_length, self.complete = status, 0, True
            self.response_headers.extend(headers)

        silence(start_response)  # type: ignore[arg-type]


class Channel(HTTPChannel):  # type: ignore[misc]
    task_class = Task
    error_task_class = UnreadableTask
    parser_class = Parser

    def send_continue(self) -> None:
        """Say nothing before the caller is known; a client that waits for "100 Continue" goes on by itself."""
        self.request.expect_continue = False


class Serving:
    """A running server in a thread of its own."""

    def __init__(self, application: WSGIApplication, listener: socket.socket) -> None:
        host, self.port = listener.getsockname()
        if host != LOOPBACK:
            raise RuntimeError("the companion listens on the loopback address only")
        self._server: Any = create_server(
            application,
            sockets=[listener],
            ident=None,
            threads=THREADS,
            max_request_body_size=HARD_LIMIT,
            max_request_header_size=HEADER_LIMIT,
            outbuf_overflow=HARD_LIMIT,  # answers stay in memory, too
            clear_untrusted_proxy_headers=False,  # nothing reads them
            expose_tracebacks=False,
        )
        self._server.channel_class = Channel
        self._thread = threading.Thread(target=self._server.run, name="server")
        self._thread.start()

    def stop(self) -> None:
        """Answer what is under way, for at most 5 s, then close everything.

        `server.close()` from another thread pulls the sockets away under waitress's loop. The loop ends by itself
        when its map is empty, and only then is anything closed.
        """
        self._server.task_dispatcher.shutdown(cancel_pending=False, timeout=5)
        self._wait_until_sent(1)
        sockets = dict(self._server._map)
        self._server.trigger.pull_trigger(self._server._map.clear)
        self._thread.join()
        wasyncore.close_all(sockets, ignore_all=True)

    def _wait_until_sent(self, limit: float) -> None:
        """Let the loop send the answers that are ready. `limit`: seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if not any(channel.total_outbufs_len for channel in list(self._server.active_channels.values())):
                return
            time.sleep(0.005)
