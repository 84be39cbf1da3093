"""Finds the phrase of twelve to twenty-four words that brings a wallet back, beside a word for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.pattern import Pattern
from companion.detectors.signs import Signs

_IN_A_PHRASE = (  # lists of such words (BIP-0039) have none of these, and no sentence goes far without one
    r"(?!(?:the|and|for|was|are|had|her|his|him|its|our|but|not|she|from|some|them|were|has|been|would|"
    r"could)\b)[a-z]{3,8}"
)
_PHRASE = Pattern(rf"(?<![\w'])(?:{_IN_A_PHRASE}[, ]{{1,2}}){{11,23}}{_IN_A_PHRASE}(?![\w'])", re.IGNORECASE)
_OF_A_WALLET = Pattern(
    r"\b(?:(?:seed|recovery|secret|mnemonic|backup|wallet)[ ](?:phrase|words|seed)|"
    r"(?:crypto|bitcoin|ledger|metamask|wallet)\b[^.\n]{0,60}\bwords|"
    r"(?:the|my|ma|all|those|these|our)(?: all)? (?:twelve|12|twenty[- ]four|24)(?:(?: \w+)? words\b|"
    r"(?= (?:down|again|safe|somewhere|here|before|in|so|that|which|i|ah|on|off|and)\b)[^\n]{0,40}?\b(?:words|down|"
    r"forget|forgot|lose|lost|safe|again|back ?up|remember)))"
    r"\b(?P<between>[^\n]{0,120})$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = Pattern(r"[.!?]\s")
RECOVERY_SIGNS = (
    "phrase",
    "seed",
    "mnemonic",
    "secret words",
    "recovery words",
    "backup words",
    "wallet",
    "crypto",
    "bitcoin",
    "ledger",
    "metamask",
    "twelve",
    "12 ",
    "24 ",
    "twenty-four",
    "twenty four",
)
_NEAR = Signs(RECOVERY_SIGNS)


def recovery_phrases(text: str) -> Iterator[tuple[int, int]]:
    """The spans of such phrases, with the words that name them where they stand in the same sentence."""
    for start, end in _NEAR.around(text, 20, 290):
        for match in _PHRASE.finditer(text, start, end):
            if sign := _OF_A_WALLET.search(text, max(0, match.start() - 200), match.start()):
                apart = _SENTENCE_ENDS.search(sign["between"])
                first = match.start() if apart else sign.start()
                yield first, match.end()
