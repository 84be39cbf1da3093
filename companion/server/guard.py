"""Lets a request reach the application only when its sender is known; everybody else meets the same silence.

Why this stands before Flask. Every program on this machine, every web page and every browser extension can
reach a loopback port, so reachability proves nothing. Flask runs `before_request` hooks before it checks
`TRUSTED_HOSTS`, and a view that is forgotten in a decorator is open; a WSGI guard with a closed list of
paths has neither hole. It looks at headers only, in this order, and any doubt ends in the same answer:

* Host must be exactly `127.0.0.1:<port>` or `localhost:<port>`. A page whose name was re-pointed at
  127.0.0.1 (DNS rebinding) is truly same-origin and its GET carries no Origin; only this check stops it.
  Doubled headers arrive joined by a comma and so fail the same comparison.
* Method and raw path must be on the list; a query is never part of it, so no text can be put in a URL.
* POST /v1/… needs a bearer token. A web page cannot add `Authorization` without a preflight, and only
  connected origins get one answered. A token works from one place alone: an extension's from the origin
  seen at pairing, a local program's only without an Origin and without Fetch Metadata, which no browser
  leaves out. hello and pairing by code carry no token: they prove themselves in their body, and only
  extension origins (hello: connected ones; pairing: while its window is open) get that far.
* /open and /ui are for browsers' own navigations: Fetch Metadata must say `same-origin`, or `none` and
  `navigate` (an extension's fetch is `none`, too, and no extension reads our pages); a session needs its
  cookie, and a POST our own Origin (protection against forged forms without a token).
* A link that was used and a page that has ended are told so in words: to a navigation of the person's own that fills
  a tab, at an address that carries our mark (`visits`). Who makes an address up, or comes from another page, an image
  or a frame, meets the silence: so those words tell only who was given the address.
* JSON only (forms on our pages; a file on the two that take one). A simple request from a page cannot have
  that type.

What a stranger sees is one 404 without a body, `Server` or CORS header, with the connection closed;
`serving` answers unreadable requests in the same way. `Cross-Origin-Resource-Policy` makes even a
no-cors fetch of a page fail as if nobody listened. Tokens are compared in constant time. Who is known but
sends too much or the wrong type is told so. What is left: a stranger can learn that *something* listens.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from companion.server.caller import KEY, Caller, Extension, Late, Local, Newcomer, Opener, Page, Preflight
from companion.server.pairing import Window
from companion.server.quiet import log_fault
from companion.server.visits import Visits
from companion.store.clients import Clients

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MAX_BODY = 1024 * 1024  # bytes
COOKIE = "forepost"
EXTENSION_ORIGIN = re.compile(
    r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
OPEN_PATH = re.compile(r"/open/([\w-]{32})", re.ASCII)
PAGE_PATH = re.compile(r"/ui/([\w-]{32})/[\w./-]{1,64}", re.ASCII)
FILE_PATH = re.compile(r"/ui/[\w-]{32}/(?:policy-pack|settings-file)", re.ASCII)  # forms with a file, up to MAX_BODY

ON_EVERY_ANSWER = [
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Vary", "Origin"),
    ("X-Content-Type-Options", "nosniff"),
]


class Guard:
    """WSGI middleware; `api_paths` are the endpoints under /v1, `closed` says that a link or page of ours is closed."""

    def __init__(
        self,
        application: WSGIApplication,
        *,
        port: int,
        local_token: str,
        clients: Clients,
        window: Window,
        visits: Visits,
        api_paths: Iterable[str],
        closed: Callable[[Late, StartResponse], Iterable[bytes]],
    ) -> None:
        self.application = application
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self.local_token = local_token.encode()
        self.clients = clients
        self.window = window
        self.visits = visits
        self.api_paths = frozenset(api_paths)
        self.closed = closed

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        caller = self.caller(environ)
        if caller is None:
            return silence(start_response)
        if isinstance(caller, Late):
            return self.closed(caller, start_response)
        fault = unreadable(environ, caller)
        if fault is not None:
            return fault(start_response)
        environ[KEY] = caller
        return self._pass_on(caller, environ, start_response)

    def _pass_on(self, caller: Caller, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The application's answer; its own 404s become the same silence, its crashes a plain 500."""
        head: list[Any] = []

        def keep_head(status: str, headers: list[tuple[str, str]], _exc_info: Any = None) -> Callable[[bytes], object]:
            head[:] = [status, headers]
            return lambda _chunk: None

        try:
            answer = self.application(environ, keep_head)
            body = b"".join(answer)
            getattr(answer, "close", lambda: None)()
            status, headers = head
        except Exception as error:
            log_fault(error)
            if isinstance(caller, Newcomer):
                return silence(start_response)
            if isinstance(caller, Page) and _fills_a_tab(environ):
                return self.closed(Late("fault"), start_response)
            return said(start_response, "500 Internal Server Error", INTERNAL)
        if status.startswith("404"):
            in_words = isinstance(caller, Page) and _fills_a_tab(environ)
            return self.closed(Late("gone"), start_response) if in_words else silence(start_response)
        ours = {name.lower() for name, _ in ON_EVERY_ANSWER}
        kept = [(name, value) for name, value in headers if name.lower() not in ours]
        start_response(status, [*kept, *ON_EVERY_ANSWER])
        return [body]

    def caller(self, environ: WSGIEnvironment) -> Caller | None:
        """Who this is, from the headers alone; None for everybody not known."""
        path = environ.get("PATH_INFO", "")
        if environ.get("HTTP_HOST") not in self.hosts or environ.get("REQUEST_URI") != path:
            return None
        method = environ.get("REQUEST_METHOD")
        if path in self.api_paths:
            if method == "POST":
                return self._api_caller(environ, path)
            return self._preflight(environ) if method == "OPTIONS" else None
        link = OPEN_PATH.fullmatch(path)
        if link is not None and method == "GET":
            return self._opener(environ, link[1])
        page = PAGE_PATH.fullmatch(path)
        if page is not None and method in ("GET", "POST"):
            return self._page_caller(environ, page[1])
        return None

    def _api_caller(self, environ: WSGIEnvironment, path: str) -> Caller | None:
        origin = environ.get("HTTP_ORIGIN")
        authorization = environ.get("HTTP_AUTHORIZATION")
        if authorization is None:
            return self._newcomer(environ, path, origin)
        scheme, _, token = authorization.partition(" ")
        if scheme != "Bearer":
            return None
        local = hmac.compare_digest(token.encode("utf-8", "surrogateescape"), self.local_token)
        client = self.clients.by_token(token)
        if local and origin is None and "HTTP_SEC_FETCH_SITE" not in environ:
            return Local()
        if client is not None and origin == client.origin:
            return Extension(client)
        return None

    def _newcomer(self, environ: WSGIEnvironment, path: str, origin: str | None) -> Caller | None:
        if origin is None or not EXTENSION_ORIGIN.fullmatch(origin) or not _is_json(environ):
            return None
        if path == "/v1/hello" and origin in self.clients.origins():
            return Newcomer(origin)
        if path == "/v1/pairings" and self.window.is_open():
            return Newcomer(origin)
        return None

    def _preflight(self, environ: WSGIEnvironment) -> Caller | None:
        asked = environ.get("HTTP_ACCESS_CONTROL_REQUEST_METHOD")
        known = environ.get("HTTP_ORIGIN") in self.clients.origins()
        return Preflight() if known and asked == "POST" else None

    def _opener(self, environ: WSGIEnvironment, code: str) -> Caller | None:
        if not self._is_navigation(environ):
            return None
        if self.visits.waits(code):
            return Opener()
        return Late("link") if _fills_a_tab(environ) and self.visits.was_ours(code) else None

    def _page_caller(self, environ: WSGIEnvironment, session: str) -> Caller | None:
        reads = environ["REQUEST_METHOD"] == "GET"
        if not (self._is_navigation if reads else self._is_our_form)(environ):
            return None
        if not self.visits.knows(session, _cookies(environ)):
            ours = _fills_a_tab(environ) and self.visits.was_ours(session)
            return Late("page" if reads else "form") if ours else None
        self.visits.used(session)  # what is refused keeps no session alive
        return Page(session)

    def _is_our_form(self, environ: WSGIEnvironment) -> bool:
        own = environ.get("HTTP_ORIGIN") == f"http://{environ['HTTP_HOST']}"
        return own and environ.get("HTTP_SEC_FETCH_SITE") == "same-origin"

    def _is_navigation(self, environ: WSGIEnvironment) -> bool:
        """The person's own doing, or our page's. `none` alone is not enough: an extension's fetch says that, too."""
        if environ.get("HTTP_ORIGIN") not in (None, f"http://{environ['HTTP_HOST']}"):
            return False
        site = environ.get("HTTP_SEC_FETCH_SITE")
        return site == "same-origin" or (site == "none" and environ.get("HTTP_SEC_FETCH_MODE") == "navigate")


def _fills_a_tab(environ: WSGIEnvironment) -> bool:
    return environ.get("HTTP_SEC_FETCH_MODE") == "navigate" and environ.get("HTTP_SEC_FETCH_DEST") == "document"


def _cookies(environ: WSGIEnvironment) -> list[str]:
    pairs = (part.strip().partition("=") for part in environ.get("HTTP_COOKIE", "").split(";"))
    return [value for name, _, value in pairs if name == COOKIE]


def _media_type(environ: WSGIEnvironment) -> str:
    return str(environ.get("CONTENT_TYPE", "")).replace(" ", "").lower()


def _is_json(environ: WSGIEnvironment) -> bool:
    return _media_type(environ) in ("application/json", "application/json;charset=utf-8")


def _is_form(environ: WSGIEnvironment) -> bool:
    kind = _media_type(environ)
    if kind == "application/x-www-form-urlencoded":
        return True
    takes_a_file = FILE_PATH.fullmatch(environ["PATH_INFO"]) is not None
    return takes_a_file and kind.startswith("multipart/form-data;boundary=")


def unreadable(environ: WSGIEnvironment, caller: Caller) -> Callable[[StartResponse], Iterable[bytes]] | None:
    """How to answer a known caller whose body is too long or of the wrong type; None when it can be read."""
    if int(environ.get("CONTENT_LENGTH") or 0) > MAX_BODY:
        if isinstance(caller, Newcomer):
            return silence
        if isinstance(caller, Page):
            return lambda start: said(start, "413 Content Too Large", FILE_TOO_LARGE, "text/plain; charset=utf-8")
        return lambda start: said(start, "413 Content Too Large", TOO_LARGE)
    if isinstance(caller, Extension | Local) and not _is_json(environ):
        return lambda start: said(start, "400 Bad Request", NOT_JSON)
    if isinstance(caller, Page) and environ["REQUEST_METHOD"] == "POST":
        return None if _is_form(environ) else silence
    return None


TOO_LARGE = b'{"error":{"code":"body-too-large","message":"That is more than 1 MiB. Nothing was read."}}'
FILE_TOO_LARGE = (
    b"That is more than 1 MiB, and nothing of it was read. Go back, and choose a smaller file or a shorter text."
)
NOT_JSON = b'{"error":{"code":"invalid","fields":[],"message":"Send application/json in UTF-8."}}'
INTERNAL = (
    b'{"error":{"code":"internal","message":"The companion met a fault of its own. '
    b'Nothing of the text was kept. Run \\"forepost doctor\\"."}}'
)


def said(
    start_response: StartResponse,
    status: str,
    body: bytes,
    kind: str = "application/json",
    more: Mapping[str, str] = MappingProxyType({}),
) -> Iterable[bytes]:
    """A plain answer of the guard's own to somebody known."""
    headers = [("Content-Type", kind), ("Content-Length", str(len(body)))]
    start_response(status, [*headers, *more.items(), *ON_EVERY_ANSWER])
    return [body]


def silence(start_response: StartResponse) -> Iterable[bytes]:
    """The one answer to everybody not known."""
    start_response("404 Not Found", [("Content-Length", "0"), *ON_EVERY_ANSWER])
    return []
