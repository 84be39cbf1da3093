"""Things break under the person's hands: they can always post, see what was checked, and lose no character."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.popup import press_toolbar_button
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser

LATE = 4.0  # seconds: longer than a press of Post waits, shorter than a call to the companion may take


@pytest.fixture
def open_fragile(fragile: Forepost) -> Iterator[Open]:
    with fragile.opening() as open_surface:
        yield open_surface


def test_background_stopped_in_the_middle_of_a_check(fragile: Forepost, open_fragile: Open) -> None:
    composer = open_fragile(X_HOME)
    with fragile.companion.in_trouble(seconds=LATE):
        composer.write(HELD).sent()
        fragile.stop_background()
        composer.press_post()
        assert composer.wait_submitted() == [HELD], "nobody waits for an answer that does not come"
        composer.notice_says("This went out without a check")

    composer.write(HELD)
    composer.wait_underlined(PHONE)
    assert composer.model() == HELD
    composer.press_post()
    expect(composer.review).to_be_visible()
    assert len(composer.submitted()) == 1


def test_companion_too_slow_for_the_press_of_post(fragile: Forepost, open_fragile: Open) -> None:
    composer = open_fragile(FACEBOOK_COMMENT)
    with fragile.companion.in_trouble(seconds=LATE):
        composer.write(HELD).sent()
        composer.go_on(" on Monday")
        assert composer.is_checking()
        composer.press_post("key")
        assert composer.wait_submitted() == [f"{HELD} on Monday"]
        composer.notice_says("This went out without a check")

        composer.write(HELD)
        composer.wait_underlined(PHONE)
        assert composer.model() == HELD, "the answer came late, and to the text of now"


NONSENSE = {
    "no JSON": "<html>",
    "nothing": "null",
    "half a review": '{"verdict": "hold"}',
    "findings of another kind": '{"verdict": "clear", "partly": [], "settings_revision": 1, "findings": [7]}',
}


def test_companion_that_answers_nonsense(fragile: Forepost, open_fragile: Open) -> None:
    for what, nonsense in NONSENSE.items():
        composer = open_fragile(PLAIN_FORM)
        with fragile.companion.in_trouble(body=nonsense):
            composer.write(HELD).sent()
            composer.chip_says("Not checked")
            assert composer.model() == HELD, what
            composer.press_post()
            assert composer.wait_submitted() == [HELD], what

    composer.write(HELD)
    composer.wait_underlined(PHONE, limit=20)


class Squatter(BaseHTTPRequestHandler):
    """Answers everything like somebody who has read how hello looks."""

    heard: list[str]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.heard.append(f"{self.path} {self.headers.get('Authorization')} {body}")
        answer = b'{"mac": "' + b"f" * 64 + b'", "start_id": "s1", "version": "1"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test's own output is enough."""


@contextmanager
def squatted(port: int) -> Iterator[list[str]]:
    """Another program on the companion's port; all that it is told."""
    heard: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Heard", (Squatter,), {"heard": heard}))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield heard
    server.shutdown()
    server.server_close()


def test_dead_it_says_so_and_another_program_on_its_port_hears_nothing(fragile: Forepost, open_fragile: Open) -> None:
    composer = open_fragile(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)
    fragile.native_host().chmod(0o600)
    fragile.companion.kill()
    composer.go_on(" soon")
    # The second, where a stranger listens on one of the known ports of this machine.
    until("it says so", lambda: re.search("Companion off|Not checked", composer.chip.inner_text()))
    composer.press_post()
    assert composer.wait_submitted() == [f"{HELD} soon"], "fail open: a broken companion keeps nobody from posting"

    composer.write(HELD)
    with squatted(fragile.companion.port) as heard:
        composer.go_on(" on Monday")
        composer.chip_says("Not checked")
        composer.press_post()
        assert composer.wait_submitted(2)[1] == f"{HELD} on Monday"
        assert heard
        assert [told for told in heard if "None" not in told or "Monday" in told] == [], "neither token nor text"
    fragile.native_host().chmod(0o700)
    fragile.companion.start()
    fragile.companion.warm()

    composer.write(HELD)
    composer.wait_underlined(PHONE, limit=20)
    assert composer.model() == HELD


def test_leave_to_reach_the_companion_taken_back_in_firefox(fragiles: Callable[[str], Forepost]) -> None:
    """There people take it under *Permissions and data*. Checks go on: the companion lets the browsers it knows in."""
    fragile = fragiles("firefox")
    with fragile.opening() as open_surface:
        composer = open_surface(X_HOME).write(CLEAN)
        composer.checked()
        fragile.context.allow(["http://127.0.0.1/*"], allowed=False)

        composer.go_on(f" {PHONE}")
        composer.wait_underlined(PHONE)
        popup = fragile.context.new_page()
        popup.goto(fragile.own_address("popup/popup.html"))
        expect(popup.get_by_role("radio", name="Personal")).to_be_visible()
        popup.close()
        assert "OPTIONS" in {request.method for request in fragile.companion.requests()}, (
            "it was asked as by a stranger"
        )
        fragile.context.allow(["http://127.0.0.1/*"], allowed=True)


def test_leave_to_read_a_site_taken_back_in_firefox_is_told_and_asked_for_again(
    fragiles: Callable[[str], Forepost],
) -> None:
    fragile = fragiles("firefox")
    fragile.context.allow(["https://*.x.com/*"], allowed=False)
    with fragile.opening() as open_surface:
        composer = open_surface(X_HOME)
        popup = press_toolbar_button(fragile, composer.page)
        popup.says("Your browser does not let Forepost read x.com, so nothing you write there is checked.")
        popup.get_by_role("button", name="Allow").click()
        popup.allow()
        popup.close()

        composer.write(HELD)
        composer.wait_underlined(PHONE)


def test_extension_updated_and_then_switched_off_under_an_open_page(
    fragile: Forepost, open_fragile: Open, browser_name: str
) -> None:
    composer = open_fragile(X_HOME).write(HELD)
    composer.wait_underlined(PHONE)

    fragile.update_extension()

    composer.go_on(" on Monday")
    composer.wait_underlined(PHONE)
    expect(composer.chip).to_have_count(1)
    assert composer.model() == f"{HELD} on Monday"
    composer.press_post()
    composer.held()
    let_go(composer)
    assert composer.wait_submitted() == [f"{HELD} on Monday"]

    composer.write(HELD)
    composer.wait_underlined(PHONE)
    fragile.switch_extension_off()
    composer.press_post("key")
    assert composer.wait_submitted(2)[1] == HELD, "what is gone holds nobody up"
    expect(composer.chip).to_be_hidden()
    if browser_name == "chromium":  # Firefox ends the script before it can clear up: what it drew is only out of sight
        expect(composer.overlay).to_have_count(0)
        assert composer.underlined() == []
