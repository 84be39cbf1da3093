"""detect-secrets with all of its plugins, over a text in a file: the way its own limits of randomness apply.

Its `scan_line` would be the shorter way, and ignores those limits: it flags nearly every post.
"""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import default_settings

from tests.bench.peers import Check, Span

CLAIMS = frozenset({"CREDENTIAL"})
KEPT = ExitStack()  # its settings and the folder stay for as long as this process
atexit.register(KEPT.close)


def start() -> Check:
    """A secret is known by its words, not its place: the span is where they stand first."""
    KEPT.enter_context(default_settings())
    post = Path(KEPT.enter_context(TemporaryDirectory())) / "post.txt"

    def check(text: str) -> list[Span]:
        post.write_text(text, encoding="utf-8", errors="replace")
        values = [found.secret_value or "" for found in scan_file(str(post))]
        places = [(text.find(value), value) for value in values]
        return [(at, at + len(value)) if at >= 0 else (0, len(text)) for at, value in places]

    return check
