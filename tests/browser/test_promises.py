"""Nothing leaves the machine and no text comes to rest: socket guard, canary word, local network checks."""

from __future__ import annotations

import json
import re
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.companion import Companion, until
from tests.browser.expecting import expect
from tests.browser.firefox import FirefoxBrowser
from tests.browser.forepost import Forepost
from tests.browser.pages import BY_HOST, PageServer
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT
from tests.browser.surfaces.linkedin import LINKEDIN_CLASSIC
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import PHONE, let_go

pytestmark = pytest.mark.browser

# Written by the browser for the page, with or without Forepost: what it needs to give a tab back after a crash.
THE_BROWSERS_OWN = {"Sessions", "sessionstore.jsonlz4", "sessionstore-backups"}

# What browsers ask by themselves, with or without Forepost (updates, sign-in, autofill's form signatures). In these
# tests our own page server stands in for them.
THE_BROWSERS_OWN_HOSTS = re.compile(r".*\.(google|googleapis|gvt1|mozilla|firefox)\.(com|net|org)")
# Chromium "connects" a UDP socket to it to learn whether it has IPv6. No packet is sent.
IPV6_PROBE = "[2001:4860:4860::8888]"


@pytest.fixture
def page(forepost: Forepost) -> Iterator[Any]:
    page = forepost.context.new_page()
    yield page
    page.close()


# Firefox asks the person, and holds the request until there is an answer: here there is none.
FETCH = """async (port) => {
  const patience = AbortSignal.timeout(2000);
  try {
    await fetch(`http://127.0.0.1:${port}/v1/hello`, { method: 'POST', mode: 'no-cors', body: '{}', signal: patience });
    return 'answered';
  } catch (error) {
    return 'refused';
  }
}"""


def test_the_browser_keeps_a_public_page_from_the_companion(forepost: Forepost, page: Any) -> None:
    """Local network checks are on in this suite: the request is stopped before it reaches the companion."""
    companion = forepost.companion
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("https://x.com/bare")
    before = len(companion.requests())
    assert page.evaluate(FETCH, companion.port) == "refused"
    assert [request for request in companion.requests()[before:] if request.origin in ("https://x.com", "null")] == []
    page.goto("about:blank")
    assert any(re.search("`loopback` address space|^Local Network Access permission", line) for line in said), said


def test_a_page_in_the_loopback_space_reaches_it_and_still_reads_nothing(
    forepost: Forepost, pages: PageServer, page: Any
) -> None:
    """The control for the test above, and the reason why the guard answers strangers with one silent 404."""
    companion = forepost.companion
    before = len(companion.requests())
    near = f"https://near.example:{pages.near_port}"
    page.goto(f"{near}/bare")
    assert page.evaluate(FETCH, companion.port) == "refused"
    # From a page with TLS to one without, such a request is to be of no origin (Fetch); Chromium tells it all the same.
    arrived = [request for request in companion.requests()[before:] if request.origin in (near, "null")]
    assert [request.status for request in arrived] == [404]


def test_the_socket_guard_refuses_and_notes_any_other_machine(tmp_path: Path) -> None:
    """The control for the guard that watches every companion and native host of this suite."""
    companion = Companion(tmp_path / "state", tmp_path / "probe")
    for attempt in ("socket.create_connection(('192.0.2.1', 80), 1)", "socket.getaddrinfo('example.com', 443)"):
        code = f"import socket\ntry:\n    {attempt}\nexcept PermissionError:\n    print('refused')"
        said = subprocess.check_output([sys.executable, "-c", code], env=companion.environment(), text=True)
        assert said == "refused\n"
    assert companion.strangers() == ["socket.connect 192.0.2.1", "socket.getaddrinfo example.com"]


def test_no_word_comes_to_rest_and_nothing_leaves_the_machine(
    put: Callable[..., Forepost], pages: PageServer, browser_name: str, tmp_path: Path
) -> None:
    """A whole story at debug level with a word that exists nowhere else; then every file is searched for it.

    Searched: the state folder, everything the companion's processes printed, and the browser's whole profile
    (extension storage, IndexedDB, caches, preferences) but for its sessions: there the browser itself keeps what it
    needs to restore a tab, the page's own form fields included, with or without Forepost. The tests' own record of
    requests lies outside of all of these, and shows that the search would find the word. Files are searched as bytes
    in UTF-8 and UTF-16; a compressed block could hide the word, so this is a strong sign and no proof.

    The browser's log of its own network says where it connected: to 127.0.0.1 alone, and it asked no name server.
    """
    word = f"quokka{secrets.token_hex(6)}"
    net_log = tmp_path / "net.moz_log"
    asked_before = len(pages.asked)
    forepost = put(net_log=net_log, browser=browser_name)
    live_a_story(forepost, word)
    if isinstance(forepost.context, FirefoxBrowser):
        forepost.context.leave()
    forepost.close()

    assert found_in(forepost.companion.state, word) == []
    assert found_in(forepost.companion.probe, word) == [Path("requests.jsonl")], "the tests' own record, and no output"
    assert [file for file in found_in(forepost.profile, word) if not THE_BROWSERS_OWN & set(file.parts)] == []
    assert forepost.companion.strangers() == []
    assert reached(net_log) - {IPV6_PROBE} == {"127.0.0.1"}
    asked = pages.asked[asked_before:]
    others = {each.host for each in asked} - set(BY_HOST)
    assert [host for host in others if not THE_BROWSERS_OWN_HOSTS.fullmatch(host)] == []
    assert [each.host for each in asked if word in each.path or word.encode() in each.body] == []


def live_a_story(forepost: Forepost, word: str) -> None:
    """Check, hold, fix, allow, post anyway, dismiss, lose the companion and get it back: the word is in every draft."""
    with forepost.opening() as open_surface:
        composer = open_surface(X_HOME).write(f"{word} ring {PHONE} today")
        composer.wait_underlined(PHONE)
        composer.press_post()
        composer.held()
        let_go(composer)
        composer.wait_submitted()

        composer = open_surface(LINKEDIN_CLASSIC).write(f"{word} ring {PHONE}")
        composer.wait_underlined(PHONE)
        composer.fix(PHONE, "Remove it")
        composer.wait_model(f"{word} ring")
        composer.checked()

        composer = open_surface(PLAIN_FORM).write(f"{word} my password is {word}A1! and {PHONE}")
        composer.chip_says("to look at")
        composer.open_card(PHONE)
        composer.card.get_by_role("button", name="Always allow").click()
        until("the number is allowed", lambda: PHONE not in composer.underlined())
        forepost.companion.kill()
        composer.editor.focus()
        composer.page.keyboard.press("Control+End")
        composer.go_on(f" {word}")
        forepost.companion.start()
        composer.go_on(" again")
        composer.sent()

        composer = open_surface(FACEBOOK_COMMENT).write(f"{word} " * 40)
        composer.sent()
        expect(composer.review).to_be_hidden()


def found_in(folder: Path, word: str) -> list[Path]:
    """The files below `folder` with the word in them."""
    wanted = [word.encode(), word.encode("utf-16-le")]
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    assert files, f"nothing to search in {folder}"
    return [file.relative_to(folder) for file in files if any(each in file.read_bytes() for each in wanted)]


def reached(net_log: Path) -> set[str]:
    """Every address the browser tried to connect to. Fails when Chromium asked a name server; Firefox has none here."""
    text = net_log.read_text(encoding="utf-8")
    if "nsSocketTransport" in text:
        return set(re.findall(r"trying address: (\S+)", text))
    log = json.loads(text)
    names = {number: name for name, number in log["constants"]["logEventTypes"].items()}
    addresses: set[str] = set()
    for event in log["events"]:
        name, parameters = names[event["type"]], event.get("params", {})
        assert name not in {"HOST_RESOLVER_SYSTEM_TASK", "HOST_RESOLVER_DNS_TASK", "DNS_TRANSACTION"}, parameters
        if name in {"TCP_CONNECT_ATTEMPT", "UDP_CONNECT"} and "address" in parameters:
            addresses.add(parameters["address"].rsplit(":", 1)[0])
    return addresses
