"""Connecting a browser with a short code, and the proofs both sides give in pairing and hello.

The code never travels. Both sides stretch it with PBKDF2 into a key K and prove that they know K; the
long secret and the token are derived from K and two nonces, so they do not travel either.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that is read as something else: no 0 O 1 I L
CODE_LENGTH = 8
WINDOW_SECONDS = 120
TRIES = 5
PBKDF2_ROUNDS = 600_000  # OWASP's figure for PBKDF2-HMAC-SHA256
MOST_NONCES = 4096  # remembered a client


def proof(key: bytes, *parts: str) -> str:
    """HMAC-SHA256 over the parts joined by line feeds, lower-case hex."""
    return sign(key, *parts).hex()


def sign(key: bytes, *parts: str) -> bytes:
    return hmac.new(key, "\n".join(parts).encode(), hashlib.sha256).digest()


def proves(key: bytes, mac: str, *parts: str) -> bool:
    return hmac.compare_digest(proof(key, *parts).encode(), mac.encode())


def stretched(code: str, nonce: str) -> bytes:
    """K: the short code, made expensive to guess (about 0.2 s of one core)."""
    typed = code.replace("-", "").upper()
    return hashlib.pbkdf2_hmac("sha256", typed.encode(), nonce.encode(), PBKDF2_ROUNDS, 32)


@dataclass(frozen=True)
class Agreed:
    """What both sides derived: never sent."""

    client: str
    nonce: str  # the server's
    mac: str
    secret: bytes
    token: bytes


def agree(key: bytes, nonce: str) -> Agreed:
    """The companion's half of a pairing whose proof was right."""
    client, ours = secrets.token_hex(8), secrets.token_hex(16)
    return Agreed(
        client=client,
        nonce=ours,
        mac=proof(key, "paired", nonce, ours, client),
        secret=sign(key, "secret", nonce, ours),
        token=sign(key, "token", nonce, ours),
    )


class Window:
    """The 120 s in which one browser may connect with the code on the screen. `clock`: seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._code = ""
        self._until = 0.0
        self._tries = 0
        self._under_way = 0

    def open(self) -> str:
        """A new code; an older one is void. Shown as ABCD-EFGH."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        with self._lock:
            self._code, self._until, self._tries = code, self._clock() + WINDOW_SECONDS, TRIES
        return f"{code[:4]}-{code[4:]}"

    def close(self) -> None:
        with self._lock:
            self._tries = 0

    def is_open(self) -> bool:
        return self._tries > 0 and self._clock() < self._until

    def seconds_left(self) -> int:
        """0 when it is over: nobody can try any more, and no try is still being answered."""
        if self._under_way or self.is_open():
            return max(1, math.ceil(self._until - self._clock()))
        return 0

    @contextmanager
    def attempt(self, nonce: str, mac: str, port: int, origin: str) -> Iterator[bytes | None]:
        """Use up one of the five tries. Gives K when the proof is right, and then the window is closed, else None.

        The try is counted before the expensive part, so that many at once are still five. What is done with K belongs
        into the `with`: until its end the window does not count as over.
        """
        with self._lock:
            if not self.is_open():
                code = None
            else:
                code = self._code
                self._tries -= 1
                self._under_way += 1
        if code is None:
            yield None
            return
        try:
            key = stretched(code, nonce)
            right = proves(key, mac, "pair", nonce, str(port), origin)
            yield key if right and self._use_up(code) else None
        finally:
            with self._lock:
                self._under_way -= 1

    def _use_up(self, code: str) -> bool:
        """The first who proves this code has it."""
        with self._lock:
            if code != self._code:
                return False
            self._code, self._tries = "", 0
            return True


class Nonces:
    """Nonces of proved hellos: each is answered once, so a recorded hello is worth nothing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[str, OrderedDict[str, None]] = {}

    def fresh(self, client: str, nonce: str) -> bool:
        with self._lock:
            seen = self._seen.setdefault(client, OrderedDict())
            if nonce in seen:
                return False
            seen[nonce] = None
            if len(seen) > MOST_NONCES:
                seen.popitem(last=False)
            return True
