"""Looks for addresses of crypto wallets, by their check sums where the coin has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from companion.detectors.context import near
from companion.detectors.detector import Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.windows import windows
from companion.draft import Detection

ENTITY = "wallet"

_LONG_WORD = Pattern(r"[A-Za-z0-9]{25}")  # the prefilter
_ETHEREUM = Pattern(r"(?<![A-Za-z0-9/])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])")
_BASE58 = Pattern(r"(?<![A-Za-z0-9/=])[1-9A-HJ-NP-Za-km-z]{25,36}(?![A-Za-z0-9])")
_BECH32 = Pattern(
    r"(?<![A-Za-z0-9/=])(bc|ltc|tb|addr|btg|osmo|cosmos)1([ac-hj-np-z02-9]{38,110})(?![A-Za-z0-9])", re.IGNORECASE
)
_SOLANA = Pattern(r"(?<![A-Za-z0-9/=])[1-9A-HJ-NP-Za-km-z]{43,44}(?![A-Za-z0-9])")
_SOLANA_CUE = Pattern(r"\b(?:sol|solana|phantom|wallet)\b", re.IGNORECASE)

_BITCOIN_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE_ALPHABET = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_FACTORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)  # BIP 173
_BECH32_ENDS = (1, 0x2BC830A3)  # BIP 173, BIP 350


def find(text: str) -> Iterator[Detection]:
    for low, high in windows(text, _LONG_WORD, 60, 120):
        yield from _find(text, low, high)


def _find(text: str, low: int, high: int) -> Iterator[Detection]:
    for match in _ETHEREUM.finditer(text, low, high):
        if len(set(match.group()[2:].lower())) > 6:  # not 0x000…0 nor another filler
            yield Detection(ENTITY, *match.span(), 0.9, "the form of an Ethereum address", "ethereum")
    for match in _BASE58.finditer(text, low, high):
        if _sums_up(match.group(), _BITCOIN_ALPHABET) or _sums_up(match.group(), _RIPPLE_ALPHABET):
            yield Detection(ENTITY, *match.span(), 1.0, "a wallet address with a right check sum", "base58")
    for match in _BECH32.finditer(text, low, high):
        if _bech32(match[1].lower(), match[2].lower()):
            yield Detection(ENTITY, *match.span(), 1.0, "a wallet address with a right check sum", "bech32")
    for match in _SOLANA.finditer(text, low, high):
        if near(text, *match.span(), _SOLANA_CUE):
            yield Detection(
                ENTITY, *match.span(), 0.7, "the form of a Solana address, with a word for it nearby", "solana"
            )


def _sums_up(word: str, alphabet: str) -> bool:
    """Base58Check: 21 bytes and the first four bytes of their double SHA-256."""
    number = 0
    for char in word:
        number = number * 58 + alphabet.index(char)
    if number >= 1 << 200:
        return False
    raw = number.to_bytes(25, "big")
    return sha256(sha256(raw[:-4]).digest()).digest()[:4] == raw[-4:]


def _bech32(prefix: str, rest: str) -> bool:
    values = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    check = 1
    for value in values + [_BECH32_ALPHABET.index(char) for char in rest]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, factor in enumerate(_BECH32_FACTORS):
            check ^= factor if top >> place & 1 else 0
    return check in _BECH32_ENDS


DETECTOR = Detector(ENTITY, find, needs=Needs(longest=25))
