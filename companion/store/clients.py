"""The browsers that were connected: who they are and by what they prove it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from companion.draft import Model
from companion.store.private_file import set_aside, write_private


def b64url(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_b64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def token_digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


class Client(Model):
    """One connected browser profile."""

    client: str
    name: str
    origin: str  # the one seen at pairing; no other origin may use this token
    created: str  # ISO 8601, UTC, seconds
    secret: str  # 32 bytes, base64url: proves both sides in hello
    token_sha256: str  # the token itself is not kept


CLIENTS = TypeAdapter(list[Client])


class Clients:
    """All connected browsers, kept in one file of mode 0600. Safe to use from several threads."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.clock = clock
        self.notice: str | None = None  # for the person, when the file had to be set aside
        self._lock = threading.Lock()
        self._clients = self._load()
        self._seen: dict[str, datetime] = {}  # when each was last heard of; in memory only
        self._versions: dict[str, str] = {}  # of extensions, as they said in their last hello; in memory only

    def _load(self) -> dict[str, Client]:
        try:
            found = CLIENTS.validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except ValidationError:
            aside = set_aside(self.path, self.clock())
            self.notice = (
                f"The list of connected browsers could not be read. It is kept as {aside.name}; "
                "no browser is connected now. Connect yours again from its Forepost button."
            )
            return {}
        return {client.client: client for client in found}

    def _save(self, clients: dict[str, Client]) -> None:
        """Write first, believe afterwards: a full disk must not leave memory and file apart."""
        content = [client.model_dump() for client in clients.values()]
        write_private(self.path, json.dumps(content, indent=1).encode())
        self._clients = clients

    def all(self) -> list[Client]:
        return list(self._clients.values())

    def origins(self) -> list[str]:
        return sorted({client.origin for client in self._clients.values()})

    def get(self, client: str) -> Client | None:
        return self._clients.get(client)

    def by_token(self, token: str) -> Client | None:
        """The client this token belongs to. All are compared, so the time says nothing of how near a guess was."""
        digest = token_digest(token)
        found = None
        for client in list(self._clients.values()):
            if hmac.compare_digest(client.token_sha256, digest):
                found = client
        return found

    def add(self, name: str, origin: str, secret: bytes, token: str, client: str | None = None) -> Client:
        new = Client(
            client=client or secrets.token_hex(8),
            name=name,
            origin=origin,
            created=self.clock().strftime("%Y-%m-%dT%H:%M:%SZ"),
            secret=b64url(secret),
            token_sha256=token_digest(token),
        )
        with self._lock:
            self._save({**self._clients, new.client: new})
        return new

    def heard(self, client: str, version: str | None) -> None:
        """Note that this browser was there, and which version of the extension it has."""
        self._seen[client] = self.clock()
        if version is not None:
            self._versions[client] = version

    def last_heard(self, client: str) -> datetime | None:
        """UTC; None where it was not heard of since the companion started."""
        return self._seen.get(client)

    def version(self, client: str) -> str | None:
        return self._versions.get(client)

    def revoke(self, client: str) -> bool:
        """Forget this browser. False when it was not known."""
        with self._lock:
            if client not in self._clients:
                return False
            self._save({key: value for key, value in self._clients.items() if key != client})
            return True

    def revoke_all(self) -> None:
        """Forget every browser: all of them or, where that cannot be written, none."""
        with self._lock:
            self._save({})
