"""The papers tell the truth: commands, permissions, tests and endpoints they name exist, and none is left out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import click
import pytest

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "PRIVACY.md", "SECURITY.md"]
DEEPER = ["docs/accessibility.md", "docs/sites.md", "docs/stores.md"]


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*PAPERS, *DEEPER])
def test_files_named_in_a_paper_exist(name: str) -> None:
    named = set(re.findall(r"`((?:companion|extension|tests|scripts|docs|requirements)/[\w./*-]+)`", paper(name)))
    missing = sorted(path for path in named if not list(ROOT.glob(path.rstrip("/"))))
    assert missing == []


@pytest.mark.parametrize("name", [*PAPERS, *DEEPER])
def test_links_between_papers_hold(name: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", paper(name))
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


@pytest.mark.parametrize("name", PAPERS)
def test_make_targets_named_in_a_paper_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", paper("Makefile"), re.M))
    assert set(re.findall(r"`?make ([a-z]+)`?(?= |`|$)", paper(name), re.M)) - {"sure"} <= targets


def test_readme_names_the_two_commands() -> None:
    assert "make run" in paper("README.md")
    assert "make test" in paper("README.md")


def test_every_permission_has_its_reason_in_the_readme() -> None:
    manifest = json.loads((ROOT / "build/extension/release/manifest.json").read_text(encoding="utf-8"))
    readme = paper("README.md")
    asked = [*manifest["permissions"], *manifest["host_permissions"], *manifest.get("optional_host_permissions", [])]
    assert asked
    assert [permission for permission in asked if f"`{permission}`" not in readme] == []


def test_every_command_of_the_cli_is_in_the_readme() -> None:
    from companion.cli import main

    readme = paper("README.md")
    assert [name for name in main.list_commands(click.Context(main)) if f"forepost {name}" not in readme] == []


def test_every_page_is_in_the_readme_and_has_its_pictures() -> None:
    from companion.server.messages import PageName

    readme, pages = paper("README.md"), get_args(PageName)
    assert [page for page in pages if f"(`{page}`)" not in readme] == []
    looks = ("light", "dark")
    pictures = {file.name for file in (ROOT / "docs/images/pages").glob("*.png")}
    assert pictures == {f"{page}-{look}.png" for page in pages for look in looks}


def test_every_endpoint_is_described() -> None:
    document = json.loads((ROOT / "docs/openapi.json").read_text(encoding="utf-8"))
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("summary"), f"{method} {path}"


def test_every_file_the_companion_keeps_is_in_the_privacy_paper(tmp_path: Path) -> None:
    from companion.store.paths import Places, places

    where = places(tmp_path)
    kept = [getattr(where, name) for name, value in vars(Places).items() if isinstance(value, property)]
    assert kept
    assert [file.name for file in kept if f"`{file.name}`" not in paper("PRIVACY.md")] == []
