"""Writes docs/openapi.json from the companion's models, and extension/api.gen.ts from that document."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from companion.server.openapi import document

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "openapi.json"
TYPES = ROOT / "extension" / "api.gen.ts"
GENERATOR = ROOT / "extension" / "node_modules" / ".bin" / "openapi-typescript"


def document_text() -> str:
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def types_text(openapi: str) -> str:
    """The TypeScript types of a document. A field with a default may be left out of a request, hence the option."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "openapi.json", Path(folder) / "api.gen.ts"
        source.write_text(openapi, encoding="utf-8")
        command = [str(GENERATOR), str(source), "--output", str(target), "--default-non-nullable", "false"]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT / "extension")
        return target.read_text(encoding="utf-8")


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; end with 1 when a file is stale.")
def main(check: bool) -> None:
    """Generate the OpenAPI document and the extension's types."""
    openapi = document_text()
    stale = []
    for path, text in ((DOCUMENT, openapi), (TYPES, types_text(openapi))):
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(str(path.relative_to(ROOT)))
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        print(("Stale: " if check else "Written: ") + ", ".join(stale))
    if stale and check:
        print("Run: make types")
        sys.exit(1)


if __name__ == "__main__":
    main()
