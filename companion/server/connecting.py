"""The endpoints by which companion and browser prove each other, and a browser is connected or disconnected."""

from __future__ import annotations

import secrets

from companion import __version__
from companion.server.caller import Caller, Newcomer
from companion.server.companion import Companion
from companion.server.messages import (
    ConnectedBrowser,
    ConnectedBrowsers,
    Hello,
    HelloAnswer,
    Nothing,
    PairClose,
    PairCode,
    PairedByCode,
    PairedNatively,
    PairingAnswer,
    PairingRequest,
    PairList,
    PairNative,
    PairOpen,
    PairRevoke,
    PairWindow,
)
from companion.server.pairing import WINDOW_SECONDS, agree, proof, proves
from companion.server.refusals import Refusal, Silence
from companion.store.clients import b64url, from_b64url


def hello(companion: Companion, caller: Caller, asked: Hello) -> HelloAnswer:
    client = companion.clients.get(asked.client)
    if client is None or not isinstance(caller, Newcomer) or client.origin != caller.origin:
        raise Silence
    secret, port = from_b64url(client.secret), str(companion.port)
    if not proves(secret, asked.mac, "client", asked.nonce, port):
        raise Silence
    if not companion.nonces.fresh(client.client, asked.nonce):
        raise Silence
    companion.clients.heard(client.client, asked.version)
    mac = proof(secret, "server", asked.nonce, port, companion.start_id)
    return HelloAnswer(mac=mac, start_id=companion.start_id, version=__version__)


def pairings(companion: Companion, caller: Caller, asked: PairingRequest) -> PairingAnswer:
    if isinstance(caller, Newcomer):
        if not isinstance(asked, PairCode):
            raise Silence
        return _pair_by_code(companion, caller.origin, asked)
    match asked:
        case PairOpen():
            return PairWindow(code=companion.window.open(), expires_in=WINDOW_SECONDS)
        case PairClose():
            companion.window.close()
            return Nothing()
        case PairNative(origin=origin, name=name):
            return _pair_natively(companion, origin, name)
        case PairList():
            return connected(companion)
        case PairRevoke(client=client):
            companion.clients.revoke(client)
            return Nothing()
        case PairCode():
            raise Refusal(400, "invalid", "Only a browser connects with a code.", ["kind"])


def _pair_by_code(companion: Companion, origin: str, asked: PairCode) -> PairedByCode:
    with companion.window.attempt(asked.nonce, asked.mac, companion.port, origin) as key:
        if key is None:
            raise Silence
        agreed = agree(key, asked.nonce)
        companion.clients.add(asked.name, origin, agreed.secret, b64url(agreed.token), agreed.client)
    return PairedByCode(client=agreed.client, nonce=agreed.nonce, mac=agreed.mac)


def _pair_natively(companion: Companion, origin: str, name: str) -> PairedNatively:
    secret, token = secrets.token_bytes(32), secrets.token_urlsafe(32)
    client = companion.clients.add(name, origin, secret, token)
    return PairedNatively(client=client.client, port=companion.port, secret=b64url(secret), token=token)


def connected(companion: Companion) -> ConnectedBrowsers:
    """The window is looked at first: when it is over, whoever connected through it is already on the list."""
    window = companion.window.seconds_left()
    clients = [
        ConnectedBrowser(
            client=client.client,
            name=client.name,
            origin=client.origin,
            created=client.created,
            version=companion.clients.version(client.client),
        )
        for client in companion.clients.all()
    ]
    return ConnectedBrowsers(clients=clients, window=window)
