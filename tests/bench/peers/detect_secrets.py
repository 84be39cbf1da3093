"""detect-secrets with all of its plugins, over a text in a file: the way its own limits of randomness apply.

Its `scan_line` would be the shorter way, and ignores those limits: it flags nearly every post.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import default_settings

from tests.bench.peers import Check, Span

CLAIMS = frozenset({"CREDENTIAL"})


def start() -> Check:
    settings = default_settings()
    settings.__enter__()  # for as long as this process lives
    folder = tempfile.TemporaryDirectory()
    post = Path(folder.name) / "post.txt"

    def check(text: str, _keep: object = folder) -> list[Span]:
        post.write_text(text, encoding="utf-8", errors="replace")
        values = [found.secret_value or "" for found in scan_file(str(post))]
        places = [(text.find(value), value) for value in values]
        return [(at, at + len(value)) if at >= 0 else (0, len(text)) for at, value in places]

    return check
