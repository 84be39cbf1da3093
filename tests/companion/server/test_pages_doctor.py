"""The table of links on the About page: what `forepost doctor` says, seen by the companion itself."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from companion.desktop.instance import claim
from companion.desktop.manifests import Launch, write_manifest
from companion.server.doctor import examine, here
from companion.server.ports import PORTS
from companion.store.runtime import write_runtime
from tests.companion.server.live import Live, load
from tests.companion.server.test_pages import Visit


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No browser but those of the test has run here, and the test text is held."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setattr(here, "PROBE", "a secret")
    return folder


def links_on(visit: Visit) -> dict[str, str]:
    """The rows of the table, as they are read: by link, what stands in the rest of the row."""
    table = visit.get().body.decode().partition('<h2 id="doctor">')[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*)</tr>', table)
    return {name: re.sub(r" +", " ", re.sub(r"<[^>]*>", " ", rest)).strip() for name, rest in rows}


def test_about_has_every_link_with_its_state_and_the_one_thing_to_do(live: Live, home: Path) -> None:
    write_manifest(home / ".config/chromium/NativeMessagingHosts", "chromium", Launch(python="/gone/python"))
    visit = Visit(live, "about")
    rows = links_on(visit)
    assert rows["Checks"] == "✓ Well test 1; a test text was held."
    assert rows["Companion"].startswith("• Note" if live.port not in PORTS else "✓ Well")
    assert f"http://127.0.0.1:{live.port} (process {os.getpid()})" in rows["Companion"]
    assert rows["Native messaging, Chromium"].startswith("▲ To mend ")
    assert rows["Native messaging, Chromium"].endswith(" Delete it, then connect with: forepost pair")
    assert rows["Browsers"].startswith("▲ To mend No browser is connected.")
    assert "<b>2 things to mend</b>" in visit.get().body.decode()

    client = live.companion.clients.get(live.connect(name="Firefox on Linux").client)
    assert client is not None
    live.companion.clients.heard(client.client, "0.0.9")
    write_manifest(home / ".config/chromium/NativeMessagingHosts", "chromium", Launch())
    assert "its extension is version 0.0.9" in links_on(visit)["Browser, Firefox on Linux"]
    assert "Every link from your browser to the checks is well." in visit.get().body.decode()


@pytest.mark.usefixtures("home")
def test_about_and_doctor_look_at_the_same_links(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that only one of them knew would be missed by whoever asks the other."""
    monkeypatch.setattr(examine, "load_checks", lambda _: load())
    write_runtime(live.state / "runtime.json", live.runtime)
    with claim(live.state / "instance.lock"):
        asked = [link.link for link in examine.from_outside(live.state)]
    assert list(links_on(Visit(live, "about"))) == asked


@pytest.mark.usefixtures("home")
def test_a_file_that_the_system_refuses_is_a_row_and_the_page_is_shown_all_the_same(live: Live) -> None:
    lock = live.state / "tray.lock"
    lock.mkdir()
    rows = links_on(Visit(live, "about"))
    assert rows["Tray"].startswith(f"▲ To mend {lock} could not be looked at: Is a directory. It should be yours.")
    assert rows["Checks"].startswith("✓ Well")
