"""The page server: serves the built replicas over TLS under the real sites' host names."""

from __future__ import annotations

import html
import json
import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme

ROOT = Path(__file__).resolve().parents[2]
REPLICAS = ROOT / "build" / "replicas"
SOURCES = ROOT / "tests" / "replicas" / "src"

# As strict as the editors bear. Styles are constructable sheets and need no permission.
STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'"
ALONE = "; frame-ancestors 'none'"
FRAMED = "; frame-ancestors 'self'; frame-src 'self'"  # a part of it stands in a frame of its own
TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types 'none'"
INLINE_STYLES = "; style-src 'unsafe-inline'"  # Quill writes a style attribute


@dataclass(frozen=True)
class Replica:
    """One replica, as `tests/replicas/src/<site>.json` describes it."""

    site: str
    title: str
    hosts: tuple[str, ...]
    policy: str


def described(file: Path) -> Replica:
    told = json.loads(file.read_text(encoding="utf-8"))
    frames = FRAMED if told.get("framed") else ALONE
    policy = (
        STRICT + frames + (INLINE_STYLES if told["styles"] else "") + (TRUSTED_TYPES if told["trustedTypes"] else "")
    )
    return Replica(file.stem, told["title"], tuple(told["hosts"]), policy)


BY_HOST = {
    host: replica for file in sorted(SOURCES.glob("*.json")) for replica in [described(file)] for host in replica.hosts
}

FRAME = '<!doctype html><meta charset=utf-8><title>test replica</title><iframe width=900 height=600 srcdoc="{}">'

# A page that may connect anywhere by its own policy: what stops its fetch is the browser or the companion.
BARE = "<!doctype html><meta charset=utf-8><title>A bare page (test replica)</title><p>test replica"


@dataclass
class Asked:
    """One request that reached the page server."""

    host: str
    path: str
    body: bytes = b""


@dataclass
class Shown:
    """What a test laid under an address."""

    body: str
    kind: str
    policy: str | None


@dataclass
class PageServer:
    """Two TLS ports with the same pages. Chromium is told that `port` is public and `near_port` is loopback."""

    port: int
    near_port: int
    asked: list[Asked] = field(default_factory=list)
    shown: dict[str, Shown] = field(default_factory=dict)
    _servers: list[ThreadingHTTPServer] = field(default_factory=list)

    def show(self, address: str, body: str, kind: str = "text/html", policy: str | None = None) -> None:
        """Serve this under an address from now on. `policy`: its Content-Security-Policy."""
        self.shown[address] = Shown(body, kind, policy)

    def close(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()


def _handler(asked: list[Asked], shown: dict[str, Shown]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").split(":")[0]
            path = self.path.split("?")[0]
            asked.append(Asked(host, self.path))
            if laid := shown.get(f"https://{host}{path}"):
                return self._send(200, f"{laid.kind}; charset=utf-8", laid.body.encode(), laid.policy)
            if path == "/bare":
                return self._send(200, "text/html; charset=utf-8", BARE.encode(), "default-src * 'unsafe-inline'")
            replica = BY_HOST.get(host)
            if replica is None:
                return self._send(404, "text/plain", b"no such site", "default-src 'none'")
            site = replica.site
            if path == f"/{site}.js":
                return self._send(200, "text/javascript; charset=utf-8", (REPLICAS / site / f"{site}.js").read_bytes())
            page = (REPLICAS / site / "index.html").read_text(encoding="utf-8")
            if path == "/srcdoc":  # the replica in a frame that has its page in an attribute
                page = FRAME.format(html.escape(page))
            return self._send(200, "text/html; charset=utf-8", page.encode(), replica.policy)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(Asked((self.headers.get("Host") or "").split(":")[0], self.path, body))
            self._send(204, "text/plain", b"")

        def _send(self, status: int, kind: str, body: bytes, policy: str | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            if policy is not None:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a test's own output is enough."""

    return Handler


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection it opened in advance is no error."""


def serve_pages() -> PageServer:
    """Start both ports on 127.0.0.1, each free, with one certificate for every host."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(*BY_HOST, "localhost", "near.example").configure_cert(context)
    asked: list[Asked] = []
    shown: dict[str, Shown] = {}
    servers: list[ThreadingHTTPServer] = []
    for _ in range(2):
        server = _Quiet(("127.0.0.1", 0), _handler(asked, shown))
        # The handshake belongs to the connection's own thread: one slow client must not stop the others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
    return PageServer(servers[0].server_address[1], servers[1].server_address[1], asked, shown, servers)
