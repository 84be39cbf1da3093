"""Every selector of every site file is at work on some replica: one that none uses proves nothing, and rots unseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.browsers import in_chromium_alone
from tests.browser.companion import ROOT, Companion
from tests.browser.composer import Composer
from tests.browser.surfaces import IDENTITIES, MESSAGES, PROFILES, SURFACES

pytestmark = [pytest.mark.browser, in_chromium_alone]  # which selectors find something on a page, no browser decides

NOT_SITES = {"schema.json", "words.json"}
FILES = sorted(file for file in (ROOT / "extension" / "sites").glob("*.json") if file.name not in NOT_SITES)

# Which of these selectors match something now, open shadow roots included.
MATCHING = """(selectors) => {
  const inside = (element) => (element.shadowRoot ? roots(element.shadowRoot) : []);
  const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(inside)];
  const all = roots(document);
  return selectors.filter((selector) => all.some((root) => root.querySelector(selector)));
}"""


def selectors_of(site: dict[str, Any]) -> set[str]:
    """All that a site file looks for: each written alone, or with evidence of its own."""
    found = {plain(one) for one in site.get("anywhere", {}).get("signs", [])}
    for surface in site["surfaces"]:
        for name in ("editor", "scope", "submit"):
            found.update(plain(one) for one in surface.get(name, []))
        for name in ("account", "audience", "replyTo"):
            found.update(reader["sel"] for reader in surface.get(name, []))
    return found


def plain(selector: str | dict[str, str]) -> str:
    return selector if isinstance(selector, str) else selector["sel"]


def covers(hosts: list[str], host: str) -> bool:
    return any(host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:])) for pattern in hosts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_selector_is_used_by_a_replica(file: Path, bare: Any, tmp_path: Path) -> None:
    site = json.loads(file.read_text(encoding="utf-8"))
    unused = selectors_of(site)
    here = [
        each
        for each in [*SURFACES, *MESSAGES, *PROFILES, *IDENTITIES]
        if covers(site["hosts"], str(urlsplit(each.url).hostname))
    ]
    assert here, f"no replica under the hosts of {file.name}"
    for surface in here:
        composer = Composer(bare, surface, Companion(tmp_path, tmp_path)).open().write("Good morning")
        unused -= set(bare.evaluate(MATCHING, sorted(unused)))
        composer.leave()
    assert sorted(unused) == []
