"""Popup and welcome page in a real browser, in every state of the connection, with a stand-in for the background."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.access import LOOK, all_is_reached_by_tab, axe_finds_nothing, targets_are_large_enough
from tests.browser.clipboard import copied
from tests.browser.companion import until
from tests.browser.expecting import expect
from tests.browser.overlay.stage import ROOT
from tests.browser.pages import PageServer

pytestmark = pytest.mark.browser

EXTENSION = ROOT / "extension"
ADDRESS = "https://popup.test/"

OURS = ["http://127.0.0.1/*", "https://*.x.com/*"]  # the patterns the manifest names
CONNECTED = {"kind": "connected", "mode": "personal", "revision": 3}
SOON = datetime.now() + timedelta(minutes=15)  # the end of a pause: one of more than a day counts as a clock set back

# What of `chrome` the pages use. `answers` holds an answer by request kind; `asked` keeps what was asked.
STAND_IN = """
window.asked = []; window.answers = %s; window.granted = %s; window.stored = %s;
const matches = (origin) => granted.some((one) => origin.includes(one));
const answerTo = async (request) => {
  asked.push(request);
  if (answers[request.kind] === undefined) throw new Error('no answer to ' + request.kind);
  return answers[request.kind];
};
window.chrome = {
  runtime: { sendMessage: answerTo, getManifest: () => ({ host_permissions: %s }) },
  storage: { local: { get: async () => ({ added: stored.added, settings: { language: stored.language } }) } },
  scripting: {
    executeScript: async ({ target, func }) =>
      [{ result: target.allFrames && func ? await answerTo({ kind: 'capture' }) : stored.signs }],
  },
  tabs: { query: async () => [{ id: 7, url: %s }] },
  permissions: {
    contains: async ({ origins }) => origins.every(matches),
    request: async ({ origins }) => {
      asked.push({ kind: 'permission', origins });
      granted.push(new URL(origins[0].replace('*.', '')).hostname);
      return true;
    },
  },
};
window.close = () => asked.push({ kind: 'closed' });
window.wrong = [];
addEventListener('error', ({ error }) => error && wrong.push(String(error)));
addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));
"""


def bundle_pages(folder: Path) -> Path:
    """popup.js and welcome.js as the build makes them, in this folder; of the sites they know Mastodon alone."""
    known = folder / "sites.json"
    known.write_text(f"[{(EXTENSION / 'sites' / 'mastodon.json').read_text()}]", encoding="utf-8")
    command: list[str | Path] = [
        EXTENSION / "node_modules" / ".bin" / "esbuild",
        "popup/popup.ts",
        "welcome/welcome.ts",
    ]
    options = ["--bundle", "--format=iife", "--charset=utf8", "--log-level=error", "--entry-names=[name]"]
    options.append(f"--alias:virtual:sites={known}")
    subprocess.run([*command, *options, f"--outdir={folder}"], cwd=EXTENSION, check=True)
    return folder


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle_pages(tmp_path_factory.mktemp("pages"))


class Own:
    """One of our pages, with the answers it gets."""

    def __init__(self, page: Any, pages: PageServer, bundles: Path) -> None:
        self.page = page
        self.pages = pages
        self.bundles = bundles

    def open(
        self,
        name: str,
        answers: dict[str, Any],
        tab: str = "https://x.com/home",
        granted: tuple[str, ...] = ("x.com", "127.0.0.1"),
        stored: dict[str, Any] | None = None,
    ) -> Any:
        stood_in = [answers, list(granted), {"added": [], "signs": -1, **(stored or {})}, OURS, tab]
        before = f"<script>{STAND_IN % tuple(json.dumps(one) for one in stood_in)}</script>"
        html = (EXTENSION / name / f"{name}.html").read_text().replace("<head>", f"<head>{before}")
        self.nothing_went_wrong()
        self.pages.show(ADDRESS, html)
        self.pages.show(f"{ADDRESS}{name}.css", (EXTENSION / name / f"{name}.css").read_text(), "text/css")
        self.pages.show(f"{ADDRESS}{name}.js", (self.bundles / f"{name}.js").read_text(), "text/javascript")
        self.page.goto(ADDRESS)
        return self.page

    def nothing_went_wrong(self) -> None:
        assert self.page.evaluate("() => window.wrong ?? []") == []

    def asked(self, kind: str) -> list[Any]:
        return [one for one in self.page.evaluate("() => asked") if isinstance(one, dict) and one.get("kind") == kind]


@pytest.fixture
def own(page: Any, pages: PageServer, bundles: Path) -> Iterator[Own]:
    page.set_viewport_size({"width": 380, "height": 640})
    made = Own(page, pages, bundles)
    yield made
    made.nothing_went_wrong()


def fault(name: str) -> dict[str, str]:
    return {"kind": "fault", "fault": name}


def site(enabled: bool = True) -> dict[str, Any]:
    return {
        "enabled": enabled,
        "messages": False,
        "language": "auto",
        "on": True,
        "paused_until": None,
        "revision": 3,
        "connection": CONNECTED,
    }


WELL = {"status": CONNECTED, "site": site(), "set-mode": {**CONNECTED, "mode": "official"}, "set-site": site(False)}


def test_protected_is_said_only_when_it_is_earned(own: Own) -> None:
    page = own.open("popup", WELL)
    expect(page.get_by_role("status").first).to_have_text("Protected")
    page.evaluate("() => { answers.site = answers['set-site'] }")
    page.get_by_role("switch", name="Check on x.com").uncheck()
    expect(page.get_by_role("status").first).to_have_text("Switched off here")
    assert own.asked("set-site") == [{"kind": "set-site", "host": "x.com", "about": {"enabled": False}}]


def test_a_pause_is_begun_and_ended_here_and_never_looks_protected(own: Own) -> None:
    paused = {**site(), "paused_until": SOON.isoformat()}
    page = own.open("popup", {**WELL, "site": paused, "pause": {"kind": "done"}})
    expect(page.get_by_role("status").first).to_have_text(f"Paused until {SOON:%H:%M}")
    page.get_by_role("button", name="Go on checking").click()
    assert own.asked("pause") == [{"kind": "pause", "minutes": 0}]

    page = own.open("popup", {**WELL, "pause": {"kind": "done"}})
    page.get_by_role("button", name="Pause for 15 minutes").click()
    assert own.asked("pause") == [{"kind": "pause", "minutes": 15}]


def test_settings_that_could_not_be_read_are_said_with_the_way_to_them(own: Own) -> None:
    page = own.open("popup", {**WELL, "status": {**CONNECTED, "setAside": True}, "open-page": {"kind": "done"}})
    said = page.locator(".panel", has_text="Your settings could not all be read")
    said.get_by_role("button", name="See what happened").click()
    assert own.asked("open-page") == [{"kind": "open-page", "page": "settings"}]


def test_after_a_mistake_it_is_one_press_and_the_record_says_what_it_is(own: Own) -> None:
    page = own.open("popup", {**WELL, "site": {**site(), "record": True}, "open-page": {"kind": "done"}})
    expect(page.get_by_text("kept, as a working copy")).to_be_visible()
    page.get_by_role("button", name="I posted something by mistake").click()
    assert own.asked("open-page") == [{"kind": "open-page", "page": "mistake"}]


def test_who_was_not_asked_about_counting_finds_the_question(own: Own) -> None:
    page = own.open("popup", {**WELL, "site": {**site(), "measure": None}, "open-page": {"kind": "done"}})
    page.get_by_role("button", name="Shall Forepost count for you? Choose").click()
    assert own.asked("open-page") == [{"kind": "open-page", "page": "counts"}]


def test_mode_by_keyboard_keeps_the_focus(own: Own) -> None:
    page = own.open("popup", WELL)
    page.get_by_role("radio", name="Personal").focus()
    page.keyboard.press("ArrowLeft")  # from the first to the last
    expect(page.get_by_role("radio", name="Official")).to_be_checked()
    expect(page.get_by_role("radio", name="Official")).to_be_focused()
    assert own.asked("set-mode") == [{"kind": "set-mode", "mode": "official"}]


# fault, its one action, and what that asks for
FAULTS = [
    ("not-running", "Start", {"kind": "status", "start": True}),
    ("port-taken", "Try again", {"kind": "status"}),
    ("garbled", "Try again", {"kind": "status"}),
    ("blocked", "Try again", {"kind": "status"}),
    ("permission-missing", "Allow", {"kind": "permission", "origins": ["http://127.0.0.1/*"]}),
    ("disconnected", "Connect", {"kind": "pair"}),
    ("not-paired", "Connect", {"kind": "pair"}),
]


@pytest.mark.parametrize(("name", "action", "request_made"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_each_fault_has_a_sentence_and_one_action(
    own: Own, name: str, action: str, request_made: dict[str, Any]
) -> None:
    page = own.open("popup", {**WELL, "status": fault(name), "pair": CONNECTED})
    panel = page.locator(".fault")
    expect(panel.locator("p").first).not_to_be_empty()
    page.evaluate("() => { asked.length = 0; answers.status = {kind: 'connected', mode: 'personal', revision: 3} }")
    panel.get_by_role("button", name=action).click()
    expect(page.get_by_role("radio", name="Personal")).to_be_checked()
    assert page.evaluate("() => asked[0]") == request_made


# what is typed, and the code that is sent; None: it is said that this is no code
CODES = [
    ("ABCD-EFGH", "ABCD-EFGH"),
    ("abcdefgh", "ABCD-EFGH"),
    (" ab cd-ef gh ", "ABCD-EFGH"),
    ("ABCD-EFG", None),
    ("", None),
]


@pytest.mark.parametrize(("typed", "sent"), CODES)
def test_short_code(own: Own, typed: str, sent: str | None) -> None:
    page = own.open("popup", {**WELL, "status": fault("code-expired"), "pair": fault("code-expired")})
    field = page.get_by_label("Short code from the companion")
    field.fill(typed)
    field.press("Enter")
    if sent is None:
        expect(page.locator(".fault [role=status]")).to_have_text("A code has eight letters or digits, as ABCD-EFGH.")
        assert own.asked("pair") == []
    else:
        until("the code is sent", lambda: own.asked("pair"))
        assert own.asked("pair") == [{"kind": "pair", "code": sent}]


PAGES = [
    ("https://example.org/", ("127.0.0.1",), "Forepost does not read example.org."),
    ("chrome://extensions", ("127.0.0.1",), "Forepost reads nothing on this page."),
]


@pytest.mark.parametrize(("tab", "granted", "sentence"), PAGES)
def test_a_page_that_is_not_read_says_so(own: Own, tab: str, granted: tuple[str, ...], sentence: str) -> None:
    page = own.open("popup", WELL, tab, granted)
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_role("switch")).to_have_count(0)
    expect(page.get_by_text("Protected")).to_have_count(0)


# The host under the popup, what stands on its page, and what is said of it.
TO_ADD = [
    ("https://example.org", -1, "Forepost does not read example.org."),
    ("https://toot.example", 0, "toot.example looks like Mastodon, and Forepost does not read it yet."),
]


@pytest.mark.parametrize(("address", "signs", "sentence"), TO_ADD)
def test_a_site_is_added_on_the_click_that_asks_the_browser(own: Own, address: str, signs: int, sentence: str) -> None:
    page = own.open("popup", {**WELL, "add-site": {"kind": "done"}}, f"{address}/", stored={"signs": signs})
    expect(page.get_by_text(sentence)).to_be_visible()
    page.evaluate("(pattern) => { stored.added = [pattern] }", f"{address}/*")
    page.get_by_role("button", name="Check what I write on this site").click()
    expect(page.get_by_role("status").first).to_have_text("Protected")
    assert own.asked("permission") == [{"kind": "permission", "origins": [f"{address}/*"]}]
    assert own.asked("add-site") == [{"kind": "add-site", "pattern": f"{address}/*"}]
    expect(page.get_by_role("switch", name="Check on")).to_be_focused()


def test_a_site_that_was_added_can_be_given_back(own: Own) -> None:
    stored = {"added": ["https://toot.example/*"]}
    answers = {**WELL, "remove-site": {"kind": "done"}}
    page = own.open("popup", answers, "https://toot.example/", ("toot.example",), stored)
    page.evaluate("() => { stored.added = [] }")
    page.get_by_role("button", name="Stop reading this site").click()
    expect(page.get_by_role("button", name="Check what I write on this site")).to_be_focused()
    assert own.asked("remove-site") == [{"kind": "remove-site", "pattern": "https://toot.example/*"}]


def test_a_site_of_ours_that_the_browser_keeps_us_from_says_so_and_asks(own: Own) -> None:
    page = own.open("popup", {**WELL, "add-site": {"kind": "done"}}, granted=("127.0.0.1",))
    expect(page.get_by_text("Your browser does not let Forepost read x.com")).to_be_visible()
    expect(page.get_by_text("Protected")).to_have_count(0)
    page.get_by_role("button", name="Allow").click()
    expect(page.get_by_role("status").first).to_have_text("Protected")
    assert own.asked("permission") == [{"kind": "permission", "origins": ["https://*.x.com/*"]}]


def test_private_messages_are_off_until_they_are_turned_on_and_it_says_what_is_then_read(own: Own) -> None:
    page = own.open("popup", WELL)
    switch = page.get_by_role("switch", name="Check private messages, too")
    expect(switch).not_to_be_checked()
    expect(switch).to_have_accessible_description(
        "Off, message boxes here are left alone. On, what you write in them is read, on this computer; "
        "what others send you is not."
    )
    page.evaluate("() => { answers.site = { ...answers.site, messages: true } }")
    switch.check()
    expect(switch).to_be_checked()
    expect(switch).to_be_focused()
    assert own.asked("set-site") == [{"kind": "set-site", "host": "x.com", "about": {"messages": True}}]


# What the content script answers: the button was known by its place, and nobody sees who is writing.
RECOGNISED: dict[str, Any] = {
    "kind": "captured",
    "recognition": {
        "site": "x",
        "surface": "post",
        "seen": "2026-08",
        "editor": {"by": "file", "selector": '[data-testid^="tweetTextarea_"][contenteditable="true"]'},
        "submit": {"by": "structure"},
        "account": {"by": "nothing"},
        "audience": {"by": "unasked"},
    },
    "structure": "<div>\n  …(4)",
}
REPORT = """x.com
site: x, surface: post, seen: 2026-08
editor: [data-testid^="tweetTextarea_"][contenteditable="true"]
submit: structure
account: nothing
audience: unasked
<div>
  …(4)"""


def test_what_was_recognised_is_said_and_the_report_shows_before_it_copies(own: Own) -> None:
    page = own.open("popup", {**WELL, "capture": RECOGNISED})
    page.get_by_role("button", name="What is recognised on this site").click()
    box = page.get_by_role("textbox", name="The shape of the composer, without text")
    expect(page.get_by_text("Described as “post”, last seen on the site in 2026-08.")).to_be_visible()
    rows = page.get_by_role("listitem")
    expect(rows.nth(0)).to_contain_text("The box you write in: Recognised")
    expect(rows.nth(1)).to_contain_text("The button that posts: Recognised by its place")
    expect(rows.nth(2)).to_contain_text("Who is writing: Not found")
    expect(rows.nth(3)).to_contain_text("Who will see it: Not shown here")
    expect(box).to_have_value(REPORT)
    expect(box).not_to_be_editable()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert copied(page) == REPORT
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("radio", name="Personal")).to_be_visible()


@pytest.mark.parametrize(
    ("answer", "words"),
    [({"kind": "no-composer"}, "Click into it"), ({"kind": "switched-off"}, "stay away"), (None, "does not run")],
)
def test_report_without_a_composer_says_what_to_do(own: Own, answer: Any, words: str) -> None:
    page = own.open("popup", {**WELL, "capture": answer})
    page.get_by_role("button", name="What is recognised on this site").click()
    expect(page.locator(".capture")).to_contain_text(words)
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_welcome_asks_for_the_permission_that_is_missing(own: Own) -> None:
    page = own.open("welcome", {**WELL, "status": fault("permission-missing")}, granted=())
    panel = page.locator(".panel", has=page.get_by_role("heading", name="Reaching the companion"))
    page.evaluate("() => { answers.status = {kind: 'connected', mode: 'personal', revision: 3} }")
    panel.get_by_role("button", name="Allow").click()
    expect(panel).to_contain_text("and to nothing else")
    expect(page.get_by_text("Connected. Drafts are checked from now on.")).to_be_visible()


def test_welcome_has_what_is_read_where_and_what_never(own: Own) -> None:
    page = own.open("welcome", WELL)
    for heading in ("What is read", "Where", "What never"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.get_by_text("Private messages are not read, unless you turn that on for a site.")).to_be_visible()


@dataclass(frozen=True)
class Screen:
    """One of our pages in one state. `press`: the button that leads to it. `holds`: words that stand on it."""

    name: str
    answers: dict[str, Any]
    holds: str
    tab: str = "https://x.com/home"
    granted: tuple[str, ...] = ("x.com", "127.0.0.1", "added.example")
    stored: dict[str, Any] = field(default_factory=dict)
    press: str = ""

    def open(self, own: Own) -> Any:
        page = own.open(self.name, {**WELL, **self.answers}, self.tab, self.granted, self.stored)
        if self.press:
            page.get_by_role("button", name=self.press).click()
        expect(page.get_by_text(self.holds).first).to_be_visible()
        expect(page.get_by_text("Looking for the companion")).to_have_count(0)
        return page


ADDED = {"added": ["https://added.example/*"]}
OFFICIAL = {**CONNECTED, "mode": "official", "pointsDue": True}
SCREENS = {
    "popup": Screen("popup", {}, "Protected"),
    "popup, not connected": Screen("popup", {"status": fault("not-paired")}, "Not connected"),
    "popup, companion off": Screen("popup", {"status": fault("not-running")}, "Start"),
    "popup, short code": Screen("popup", {"status": fault("code-expired")}, "Short code"),
    "popup, what is recognised": Screen(
        "popup", {"capture": RECOGNISED}, "The box you write in", press="What is recognised on this site"
    ),
    "popup, no box": Screen(
        "popup", {"capture": {"kind": "no-composer"}}, "sees no box", press="What is recognised on this site"
    ),
    "popup, a site to add": Screen("popup", {}, "does not read toot.example", "https://toot.example/"),
    "popup, an added site": Screen("popup", {}, "Stop reading this site", "https://added.example/", stored=ADDED),
    "popup, permission withheld": Screen("popup", {}, "does not let Forepost read", granted=("127.0.0.1",)),
    "popup, no page to read": Screen("popup", {}, "reads nothing on this page", "chrome://extensions"),
    "popup, paused": Screen("popup", {"site": {**site(), "paused_until": SOON.isoformat()}}, "Paused until"),
    "popup, switched off here": Screen("popup", {"site": site(False)}, "Switched off here"),
    "popup, settings not read": Screen("popup", {"status": {**CONNECTED, "setAside": True}}, "could not all be read"),
    "popup, points due": Screen("popup", {"status": OFFICIAL}, "See the points"),
    "popup, a record and a question": Screen(
        "popup", {"site": {**site(), "record": True, "measure": None}}, "Shall Forepost count"
    ),
    "welcome": Screen("welcome", {"site": {**site(), "measure": None}}, "Count for me"),
    "welcome, short code": Screen("welcome", {"status": fault("code-expired")}, "Short code"),
    "welcome, permission withheld": Screen(
        "welcome", {"status": fault("permission-missing")}, "Reaching the companion", granted=()
    ),
}


@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_targets_are_large_enough_and_all_is_reached_by_tab(
    own: Own, name: str, browser_name: str
) -> None:
    page = SCREENS[name].open(own)
    page.emulate_media(color_scheme=LOOK[browser_name])
    axe_finds_nothing(page)
    targets_are_large_enough(page)
    all_is_reached_by_tab(page)


# A popup may take 800 × 600 CSS px of the screen: at 200 % that is half of it. A window of 900 px is then 450 wide.
AT_200_PERCENT: dict[str, ViewportSize] = {
    "popup": {"width": 400, "height": 300},
    "welcome": {"width": 450, "height": 320},
}
# What stands out of the window to one side, or hides a part of itself there.
OUT_OF_THE_SIDE = """() => {
  const width = document.documentElement.clientWidth;
  const out = ({ left, right }) => left < 0 || right > width;
  const cut = (one) => getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
  const all = [...document.querySelectorAll('main, main *')];
  return all.filter((one) => out(one.getBoundingClientRect()) || cut(one)).map((one) => one.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize("name", SCREENS)
def test_at_200_percent_nothing_runs_out_of_the_side(own: Own, name: str) -> None:
    own.page.set_viewport_size(AT_200_PERCENT[SCREENS[name].name])
    assert SCREENS[name].open(own).evaluate(OUT_OF_THE_SIDE) == []


# What two things are drawn in, where one lies on the other: in forced colours they must differ.
DRAWN = """(one) => {
  const knob = getComputedStyle(one, '::after').backgroundColor;
  return [knob, getComputedStyle(one).backgroundColor];
}"""


def test_in_forced_colours_the_state_of_every_control_is_seen(own: Own) -> None:
    own.page.emulate_media(forced_colors="active")
    page = SCREENS["popup"].open(own)
    for switch, on in (("Check on x.com", True), ("Check private messages, too", False)):
        box = page.get_by_role("switch", name=switch)
        expect(box).to_be_checked(checked=on)
        knob, ground = box.evaluate(DRAWN)
        assert knob != ground, switch
    ring = "one => getComputedStyle(one.closest('label')).outlineStyle"
    assert page.get_by_role("radio", name="Personal").evaluate(ring) == "solid"
    assert page.get_by_role("radio", name="Official").evaluate(ring) == "none"
    SCREENS["welcome, permission withheld"].open(own)
    behind = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    expect(page.get_by_role("button", name="Allow").first).not_to_have_css("background-color", behind)
    expect(page.locator(".panel").first).to_have_css("border-style", "solid")
