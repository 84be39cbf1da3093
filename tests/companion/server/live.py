"""A companion for tests: the real application behind a real server, with stand-ins for the checks and the clocks."""

from __future__ import annotations

import http.client
import json
import re
import secrets
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from companion import __version__
from companion.draft import Clause, Draft, Finding, PackRef, ReplaceFix, Review, verdict_of
from companion.policy.allow import keyed_hash
from companion.policy.model import Rule
from companion.policy.organisation import Contact
from companion.server.app import create_app
from companion.server.assemble import Clocks, assemble
from companion.server.checks import Load, Policy, Reviews, Terms
from companion.server.companion import Companion
from companion.server.ports import bind
from companion.server.serving import Serving
from companion.store.clients import from_b64url
from companion.store.paths import places
from companion.store.runtime import Runtime

EXTENSION = "chrome-extension://" + "a" * 32
OTHER_EXTENSION = "chrome-extension://" + "b" * 32
FIREFOX_EXTENSION = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"
WEB_PAGE = "https://evil.example"
RULE = "test.word"


def review(draft: Draft, terms: Terms) -> Review:
    """Stands in for the core: holds every "secret", with one fix that removes it."""
    findings = []
    for found in re.finditer("secret", draft.text):
        if not terms.allow.allows(RULE, found[0]):
            start, end = found.span()
            remove = ReplaceFix(id="remove", label="Remove it", start=start, end=end, text="")
            findings.append(
                Finding(
                    id=keyed_hash(RULE, found[0], terms.id_key)[:16],
                    rule=RULE,
                    severity="hold",
                    start=start,
                    end=end,
                    title="A secret",
                    why="It would be out.",
                    clause=Clause(ref="§1", text="Keep secrets."),
                    fixes=[remove],
                )
            )
    return Review(
        verdict=verdict_of(findings),
        mode=terms.mode,
        mode_source=terms.mode_source,
        settings_revision=terms.settings_revision,
        pack=PackRef(id="test", version="1"),
        offsets="codepoints",
        findings=findings,
    )


TEST_RULE = Rule.model_validate(
    {
        "id": RULE,
        "title": "A secret",
        "why": "It would be out.",
        "clause": {"ref": "§1", "text": "Keep secrets."},
        "when": {"entity": "secret"},
        "severity": {"personal": "hold", "professional": "hold", "official": "hold"},
        "examples": {"flag": ["secret"] * 3, "pass": ["nothing"] * 3},
    }
)
POLICY = Policy(
    PackRef(id="test", version="1"),
    "Test policy",
    "Test Office",
    ("Press desk: press@example.org",),
    rules=(TEST_RULE,),
    people=(Contact(role="Press desk", email="press@example.org"), Contact(role="Front door", phone="0141 000")),
)


@dataclass(frozen=True)
class StandIn:
    """In the place of a pack and an engine."""

    how: Callable[[Draft, Terms], Review] = review

    def __call__(self, draft: Draft, terms: Terms) -> Review:
        return self.how(draft, terms)

    def has_disclaimer(self, text: str) -> bool:
        return "my own" in text

    def warm(self, breathe: Callable[[], None]) -> None:
        """There is nothing to get ready."""


def load() -> tuple[Policy, Callable[[], Reviews]]:
    """The stand-in, as quickly as possible."""
    return POLICY, StandIn


@dataclass
class Clock:
    """Seconds that pass only when a test says so."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Browser:
    """What a connected extension knows."""

    client: str
    origin: str
    secret: bytes
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Origin": self.origin, "Sec-Fetch-Site": "none"}


@dataclass
class Live:
    """The running companion, and ways to call it."""

    state: Path
    load: Load = load
    clock: Clock = field(default_factory=Clock)
    wall: Callable[[], datetime] = lambda: datetime(2026, 11, 22, 12, 30, tzinfo=UTC)

    def __post_init__(self) -> None:
        where = places(self.state)
        where.make()
        listener = bind(0)
        self.port: int = listener.getsockname()[1]
        self.runtime = Runtime(self.port, 1, secrets.token_hex(16), secrets.token_urlsafe(32), __version__)
        clocks = Clocks(wall=self.wall, steady=self.clock)
        self.companion: Companion = assemble(where, self.runtime, clocks, self.load)
        self.serving = Serving(create_app(self.companion), listener)

    def stop(self) -> None:
        self.serving.stop()

    @property
    def local(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.runtime.token}"}

    def call(
        self, path: str, body: Any = None, headers: dict[str, str] | None = None, method: str = "POST", raw: bytes = b""
    ) -> Answer:
        """One request on a connection of its own. JSON unless `raw` is given."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        content = raw or (b"" if body is None else json.dumps(body).encode())
        named = {"Content-Type": "application/json"} if method == "POST" else {}
        try:
            link.request(method, path, content or None, {**named, **(headers or {})})
            answer = link.getresponse()
            return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read())
        finally:
            link.close()

    def as_local(self, path: str, body: Any) -> Answer:
        return self.call(path, body, self.local)

    def connect(self, origin: str = EXTENSION, name: str = "Chromium on Linux") -> Browser:
        """A browser connected through native messaging."""
        paired = self.as_local("/v1/pairings", {"kind": "native", "origin": origin, "name": name}).json
        return Browser(paired["client"], origin, from_b64url(paired["secret"]), paired["token"])

    def send(self, request: bytes, limit: float = 10) -> bytes:
        """All bytes that come back for these bytes, until the companion ends the connection. `limit`: seconds."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=limit) as link:
            link.sendall(request)
            found = b""
            while chunk := link.recv(65536):
                found += chunk
            return found

    def together(self, calls: list[Callable[[], Answer]]) -> list[Answer]:
        """Make all of these calls at the same time."""
        found: list[Answer | None] = [None] * len(calls)

        def make(place: int) -> None:
            found[place] = calls[place]()

        threads = [threading.Thread(target=make, args=(place,)) for place in range(len(calls))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [answer for answer in found if answer is not None]


def undated(raw: bytes) -> bytes:
    """The bytes of an answer without the one header that changes by itself."""
    return re.sub(rb"\r\nDate: [^\r]+", b"", raw)
