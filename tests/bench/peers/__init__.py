"""What `make bench` compares: one small file an engine, each with what it claims to find and how it is started.

`CLAIMS` names labels of the development corpora; `start()` gives a `check(text)` whose spans are in code points.
"""

from __future__ import annotations

from collections.abc import Callable

Span = tuple[int, int]  # start and end in the text; (0, 0) for a finding about something absent
Check = Callable[[str], list[Span]]

OURS = "forepost"
PEERS = ("presidio", "datafog", "piicleaner", "scrubadub", "detect_secrets")  # names of the files beside this one
TITLES = {
    OURS: "ours",
    "presidio": "Presidio's defaults",
    "datafog": "datafog",
    "piicleaner": "piicleaner",
    "scrubadub": "scrubadub",
    "detect_secrets": "detect-secrets",
    "harper": "harper.js",
}
