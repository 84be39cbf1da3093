"""The companion's pages: single-use links, sessions that no other page can ride on, forms that do what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode

import pytest

from companion.draft import MODES
from companion.server.messages import PageName
from companion.server.visits import LINK_SECONDS, LONGEST_SECONDS, MOST_SESSIONS, SESSION_SECONDS, Visits
from companion.store.settings_store import read_settings
from tests.companion.server.live import EXTENSION, RULE, WEB_PAGE, Answer, Browser, Clock, Live

TYPED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}
BY_HAND = TYPED | {"Sec-Fetch-Dest": "document"}  # as a browser says it in full, in a tab of its own
KEY = b"k" * 32


class Visit:
    """A browser that follows a link and keeps the cookie."""

    def __init__(self, live: Live, page: str) -> None:
        self.live = live
        link = live.as_local("/v1/pages", {"page": page}).json
        assert link["expires_in"] == LINK_SECONDS
        opened = live.call(link["path"], headers=TYPED, method="GET")
        assert opened.status == 303
        self.opened = opened
        self.link = link["path"]
        self.path = opened.headers["location"]
        self.cookie = opened.headers["set-cookie"].split(";")[0]

    def get(self, path: str | None = None, **headers: str) -> Answer:
        named = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin", **headers}
        return self.live.call(path or self.path, headers=named, method="GET")

    def at(self, page: str) -> str:
        """The path of another page of the same session."""
        return f"{self.path.rpartition('/')[0]}/{page}"

    def post(self, form: dict[str, str], without: str = "", to: str = "", **headers: str) -> Answer:
        named = {
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{self.live.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
            **headers,
        }
        named.pop(without, None)
        return self.live.call(self.at(to) if to else self.path, headers=named, raw=urlencode(form).encode())


def ticked(*sites: str) -> dict[str, str]:
    """The boxes of a form in which posts on these sites are checked."""
    return {f"{site}:enabled": "yes" for site in sites}


@pytest.mark.parametrize("page", get_args(PageName))
def test_a_link_opens_its_page_once(live: Live, page: str) -> None:
    visit = Visit(live, page)
    assert re.fullmatch(rf"/ui/[\w-]{{32}}/{page}", visit.path)
    assert visit.get().status == 200
    again = live.call(visit.link, headers=TYPED, method="GET")
    assert (again.status, again.body) == (404, b"")


def test_a_link_that_was_used_or_is_too_old_says_so_and_how_to_get_another(live: Live) -> None:
    visit = Visit(live, "settings")
    old = live.as_local("/v1/pages", {"page": "practice"}).json["path"]
    live.clock.seconds += LINK_SECONDS
    for link in (visit.link, old):
        answer = live.call(link, headers=BY_HAND, method="GET")
        page = answer.body.decode()
        assert answer.status == 404
        assert "<h1>This link was used or is too old</h1>" in page
        assert "press Forepost’s button in the toolbar" in page
        assert "location" not in answer.headers
        assert "set-cookie" not in answer.headers
        assert not re.search("href|src|action|<form|settings|practice|127", page.partition("</style>")[2])


@contextmanager
def running(state: Path) -> Iterator[Live]:
    live = Live(state)
    try:
        yield live
    finally:
        live.stop()


def test_a_page_that_has_ended_says_so_also_after_a_restart(tmp_path: Path) -> None:
    """A browser opens its tabs again after a restart of the computer; the companion knows the address by its mark."""
    with running(tmp_path / "state") as first:
        visit = Visit(first, "settings")
        first.clock.seconds += SESSION_SECONDS
        assert "<h1>This page has closed</h1>" in visit.get(**BY_HAND).body.decode()
    with running(tmp_path / "state") as again:
        visit.live = again
        for site in ("none", "same-origin"):
            answer = visit.get(**BY_HAND | {"Sec-Fetch-Site": site})
            assert (answer.status, "<h1>This page has closed</h1>" in answer.body.decode()) == (404, True)
        sent = visit.post({"change": "mode", "mode": "official"}, **{**BY_HAND, "Sec-Fetch-Site": "same-origin"})
        assert (sent.status, "What you pressed was not done" in sent.body.decode()) == (404, True)
        assert again.as_local("/v1/settings/read", {}).json["mode"] == "personal"
    with running(tmp_path / "another") as another:
        visit.live = another
        assert (visit.get(**BY_HAND).status, visit.get(**BY_HAND).body) == (404, b""), "it is none of that one's"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Dest": "image", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"Origin": WEB_PAGE},
    ],
    ids=str,
)
def test_nobody_else_learns_of_a_link_that_was_used(live: Live, headers: dict[str, str]) -> None:
    visit = Visit(live, "settings")
    live.clock.seconds += SESSION_SECONDS
    for path in (visit.link, visit.path):
        answer = live.call(path, headers=BY_HAND | headers, method="GET")
        assert (answer.status, answer.body) == (404, b"")


def test_a_fault_of_our_own_is_said_in_words_and_repeats_nothing(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = Visit(live, "record")

    def fail(*_: object) -> None:
        raise ValueError("canaryword")

    monkeypatch.setattr(live.companion.records, "newest", fail)
    answer = visit.get(**BY_HAND)
    page = answer.body.decode()
    assert (answer.status, "<h1>Forepost met a fault of its own</h1>" in page, "canaryword" in page) == (
        500,
        True,
        False,
    )


def test_who_makes_an_address_up_learns_nothing(live: Live) -> None:
    """Not even by hand, in a tab of its own: no page may say that Forepost is here to who was not given its address."""
    visit = Visit(live, "settings")
    code = visit.link.removeprefix("/open/")
    for made_up in ("a" * 32, code[:-1] + ("a" if code[-1] != "a" else "b"), code[1:] + "a", "a" * 20 + code[20:]):
        for path in (f"/open/{made_up}", f"/ui/{made_up}/settings"):
            answer = live.call(path, headers=BY_HAND, method="GET")
            assert (answer.status, answer.body) == (404, b""), path


def test_the_cookie_is_for_this_path_and_for_no_script_and_no_other_site(live: Live) -> None:
    visit = Visit(live, "settings")
    flags = {part.strip() for part in visit.opened.headers["set-cookie"].split(";")[1:]}
    assert flags == {"HttpOnly", "SameSite=Strict", f"Path={visit.path.removesuffix('/settings')}"}
    assert visit.opened.headers["referrer-policy"] == "no-referrer"


def test_a_link_is_void_after_60_seconds(live: Live) -> None:
    link = live.as_local("/v1/pages", {"page": "practice"}).json["path"]
    live.clock.seconds += LINK_SECONDS
    assert live.call(link, headers=TYPED, method="GET").status == 404


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
def test_no_page_can_open_a_link_or_show_ours(live: Live, site: str | None) -> None:
    headers = {"Sec-Fetch-Site": site} if site else {}
    link = live.as_local("/v1/pages", {"page": "practice"}).json["path"]
    assert live.call(link, headers=headers, method="GET").status == 404
    assert live.call(link, headers=TYPED, method="GET").status == 303, "the refused one did not use it up"
    visit = Visit(live, "settings")
    assert live.call(visit.path, headers={"Cookie": visit.cookie, **headers}, method="GET").status == 404


def test_an_extension_gets_a_link_too(live: Live, browser: Browser) -> None:
    link = live.call("/v1/pages", {"page": "practice"}, browser.headers).json["path"]
    assert live.call(link, headers=TYPED, method="GET").status == 303
    assert live.call("/v1/pages", {"page": "/etc"}, browser.headers).status == 400


@pytest.mark.parametrize(
    "headers",
    [{"Cookie": ""}, {"Cookie": "forepost=x"}, {"Origin": WEB_PAGE}, {"Origin": EXTENSION}, {"Origin": "null"}],
    ids=str,
)
def test_without_the_right_cookie_or_from_elsewhere_there_is_no_page(live: Live, headers: dict[str, str]) -> None:
    assert Visit(live, "settings").get(**headers).status == 404


def test_the_cookie_of_one_session_does_not_open_another(live: Live) -> None:
    first, second = Visit(live, "settings"), Visit(live, "settings")
    assert first.get(second.path).status == 404


def test_other_cookies_of_this_address_do_no_harm(live: Live) -> None:
    """Cookies know no ports: what other programs on 127.0.0.1 have set arrives here as well."""
    visit = Visit(live, "settings")
    assert visit.get(Cookie=f"forepost=old; a=b; {visit.cookie}; c").status == 200


@pytest.mark.parametrize("form", [{"change": "mode", "mode": "official"}])
@pytest.mark.parametrize(
    ("without", "headers"),
    [
        ("Origin", {}),
        ("Sec-Fetch-Site", {}),
        ("Cookie", {}),
        ("", {"Origin": WEB_PAGE}),
        ("", {"Origin": "null"}),
        ("", {"Sec-Fetch-Site": "cross-site"}),
        ("", {"Sec-Fetch-Site": "same-site"}),
        ("", {"Sec-Fetch-Site": "none"}),
        ("", {"Content-Type": "text/plain"}),
        ("", {"Content-Type": "application/json"}),
    ],
)
def test_a_forged_form_changes_nothing(live: Live, form: dict[str, str], without: str, headers: dict[str, str]) -> None:
    visit = Visit(live, "settings")
    assert visit.post(form, without, **headers).status == 404
    assert live.as_local("/v1/settings/read", {}).json["mode"] == "personal"


def test_the_page_works_under_the_name_localhost_too(live: Live) -> None:
    visit = Visit(live, "settings")
    host = f"localhost:{live.port}"
    assert visit.get(Host=host).status == 200
    form = {"change": "mode", "mode": "official"}
    assert visit.post(form, Host=host).status == 404, "its Origin would be the other name's"
    assert visit.post(form, Host=host, Origin=f"http://{host}").status == 303


def test_two_browsers_of_one_name_can_be_told_apart(live: Live, browser: Browser) -> None:
    """Two profiles, or what is left of one that was set up anew: only one of them is in use."""
    live.connect()
    live.companion.clients.heard(browser.client, None)
    visit = Visit(live, "settings")
    page = visit.get().body.decode()
    assert page.count("Last heard of just now.") == 1
    assert page.count("Not heard of since the companion started.") == 1
    asked = visit.post({"change": "disconnect", "client": browser.client}).body.decode()
    assert "Last heard of just now." in asked


def test_the_forms_of_the_settings_page(live: Live, browser: Browser) -> None:
    change = {"sites": {"x.com": {"enabled": False}}, "allow_add": {"rule": RULE, "quote": "secret"}}
    (entry,) = live.as_local("/v1/settings/patch", change).json["allow"]
    visit = Visit(live, "settings")
    page = visit.get().body.decode()
    for shown in (
        "x.com",
        entry["label"],
        "A secret",
        "Chromium on Linux",
        "22 November 2026",
        "Test policy",
        "Test Office",
    ):
        assert shown in page, shown
    forms = [
        ({"change": "mode", "mode": "professional"}, "mode", "Saved."),
        ({"change": "sites", "sites": "all", **ticked("x", "linkedin")}, "sites", "Saved."),
        ({"change": "allow-remove", "id": entry["id"]}, "allow", "Removed. Forepost will mention it again."),
        ({"change": "disconnect", "client": browser.client, "sure": "yes"}, "browsers", "Disconnected: Chromium"),
    ]
    for form, section, said in forms:
        answer = visit.post(form)
        assert (answer.status, answer.headers["location"]) == (303, f"{visit.path}#{section}"), form
        assert said in visit.get().body.decode()
        assert said not in visit.get().body.decode(), "it is said once"
    after = live.as_local("/v1/settings/read", {}).json
    assert (after["mode"], after["sites"]["x.com"], after["allow"]) == (
        "professional",
        {"enabled": True, "messages": False},
        [],
    )
    assert live.call("/v1/settings/read", {}, browser.headers).status == 404


def answer(said: str, site: str, surface: str = "post") -> dict[str, Any]:
    here = {"site": site, "surface": surface, "mode": "personal"}
    return {"allow_add": {"rule": RULE, "quote": "secret", "said": said, "here": here}}


ALWAYS = {"allow_add": {"rule": RULE, "quote": "secret"}}


def test_answers_of_cards_are_listed_apart_and_can_be_taken_back(live: Live) -> None:
    for change in (answer("dismissed", "x"), answer("not_useful", "reddit", "message")):
        entries = live.as_local("/v1/settings/patch", change).json["allow"]
    visit = Visit(live, "settings")
    page = visit.get().body.decode()
    for shown in ("Not a problem here", "X · Personal", "Not useful", "Every site · Personal · private messages"):
        assert shown in page, shown
    assert page.count('<span class="hosts">22 November 2026</span>') == 2, "the day of each answer"
    assert "Take back: word of 6 characters, Not a problem here, X · Personal" in page
    assert "Remove word of" not in page, "nothing is allowed everywhere"

    taken = visit.post({"change": "answer-remove", "id": entries[0]["id"]})
    assert taken.headers["location"] == f"{visit.path}#answered"
    after = visit.get().body.decode()
    assert "Removed. Forepost will mention it again." in after
    assert "X · Personal" not in after
    assert "Every site · Personal" in after


AGAIN = "Removed. Forepost will mention it again."
NOT_USEFUL = "you answered “Not useful” about the same words (Every site · Personal)"
NOT_HERE = "you answered “Not a problem here” about the same words (X · Personal)"


@pytest.mark.parametrize(
    ("gone", "left", "rule", "said"),
    [
        (answer("dismissed", "x"), answer("not_useful", "reddit"), {}, f"Still quiet there, because {NOT_USEFUL}."),
        (answer("dismissed", "x"), ALWAYS, {}, "Still quiet there, because you always allow these words."),
        (answer("not_useful", "x"), answer("dismissed", "x"), {}, f"will mention it again, but not where {NOT_HERE}."),
        (ALWAYS, answer("dismissed", "x"), {}, f"will mention it again, but not where {NOT_HERE}."),
        (answer("dismissed", "x"), answer("dismissed", "reddit"), {}, "Removed. Forepost will mention it again."),
        (
            answer("dismissed", "x"),
            answer("not_useful", "x", "message"),
            {},
            "Removed. Forepost will mention it again.",
        ),
        (ALWAYS, None, {"monitor_only": True}, "Still quiet, because you chose that its rule is only counted."),
        (answer("dismissed", "x"), None, {"personal": "off"}, "because you switched its rule off in that mode."),
        (answer("dismissed", "x"), None, {"official": "off"}, AGAIN),
        (ALWAYS, None, dict.fromkeys(MODES, "off"), "Still quiet, because you switched its rule off in every mode."),
        (ALWAYS, None, {"personal": "off", "official": "off"}, AGAIN),
    ],
)
def test_taking_one_back_says_what_still_keeps_the_words_quiet(
    live: Live, gone: dict[str, Any], left: dict[str, Any] | None, rule: dict[str, Any], said: str
) -> None:
    (entry,) = live.as_local("/v1/settings/patch", gone).json["allow"]
    live.as_local("/v1/settings/patch", {**(left or {}), "rules": {RULE: rule}})
    visit = Visit(live, "settings")
    visit.post({"change": "answer-remove", "id": entry["id"]})
    assert said in visit.get().body.decode()


def test_the_day_of_an_answer_is_kept_and_an_older_one_without_a_day_is_shown(live: Live) -> None:
    live.as_local("/v1/settings/patch", ALWAYS)
    settings = live.companion.settings
    assert [str(entry.day) for entry in read_settings(settings.path).allow] == ["2026-11-22"]
    visit = Visit(live, "settings")
    assert "since 22 November 2026" in visit.get().body.decode()
    old = [replace(entry, day=None) for entry in settings.present.allow]
    settings.replace(lambda now: now.model_copy(update={"allow": old}))
    page = visit.get().body.decode()
    assert "Remove word of 6 characters" in page
    assert "since 22 November" not in page


def test_a_code_for_one_more_browser_is_shown_once_and_opens_the_window(live: Live) -> None:
    visit = Visit(live, "settings")
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] == 0
    assert visit.post({"change": "connect"}).headers["location"] == f"{visit.path}#browsers"
    code = re.compile(r"other browser: [A-Z2-9]{4}\N{NON-BREAKING HYPHEN}[A-Z2-9]{4}[.] It works once, for 2 minutes")
    assert code.search(visit.get().body.decode())
    assert not code.search(visit.get().body.decode())
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] == 120


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"change": "mode"},
        {"change": "mode", "mode": "party"},
        {"change": "sites"},
        {"change": "rules", "family": "no-such"},
        {"change": "account", "account": "x.com:nobody"},
        {"change": "allow-add", "rule": "no.such", "quote": "x"},
        {"change": "checking", "checking": "9999"},
        {"change": "countdown", "seconds": "61"},
        {"change": "recording", "record": "on", "days": "0"},
        {"change": "counting", "measure": "perhaps"},
        {"change": "language", "language": "../en"},
        {"change": "disconnect", "client": "no-such"},
        {"change": "x"},
    ],
)
def test_a_form_we_did_not_make_changes_nothing(live: Live, form: dict[str, str]) -> None:
    visit = Visit(live, "settings")
    assert visit.post(form or {"": ""}).status == 404
    assert live.as_local("/v1/settings/read", {}).json["revision"] == 1


def test_what_a_client_calls_itself_is_shown_as_text(live: Live) -> None:
    live.connect(name="<script>alert(1)</script>")
    assert b"<script>" not in Visit(live, "settings").get().body


class Page(HTMLParser):
    """What a page loads and where it leads, and which of it is inline."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.outside: list[str] = []
        self.inline: list[str] = []
        self.headings: list[str] = []
        self.unlabelled: list[str] = []
        self.labels: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        loads = [value for name in ("src", "href", "action") if (value := given.get(name)) is not None]
        if tag == "a" and given.get("rel") == "noreferrer noopener":  # for the person to follow, and named as such
            self.outside += loads
        elif tag != "form":
            self.loads += [value.partition("#")[0] for value in loads if not value.startswith("#")]
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag == "label":
            self.labels.add(given.get("for") or "")
        if (tag in ("textarea", "select") or given.get("role") == "textbox") and "aria-label" not in given:
            self.unlabelled.append(given.get("id") or tag)

    @property
    def unnamed(self) -> list[str]:
        return [field for field in self.unlabelled if field not in self.labels]


@pytest.mark.parametrize("name", get_args(PageName))
def test_a_page_loads_only_its_own_files_and_nothing_inline(live: Live, name: str) -> None:
    visit = Visit(live, name)
    answer = visit.get()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "same-origin"
    page = Page(answer.body.decode())
    assert page.inline == []
    assert page.unnamed == []
    assert page.headings[0] == "h1"
    assert page.headings.count("h1") == 1
    assert ('data-gramm="false"' in answer.body.decode()) == (name != "practice"), "no form of ours is read as a post"
    base = visit.path.rpartition("/")[0]
    assert page.loads
    assert (page.outside != []) == (name == "guide")
    assert all(link.startswith("https://") for link in page.outside)
    for file in page.loads:
        assert re.fullmatch(r"[\w.-]+", file), f"{file} is not beside the page"
        found = visit.get(f"{base}/{file}")
        assert found.status == 200, file
        assert "." not in file or not re.search(rb"https?://(?!www\.w3\.org/2000/svg)", found.body), file
    assert visit.get(f"{base}/nothing.css").status == 404
    assert visit.get(f"{base}/../practice").status == 404


def test_the_practice_page_cannot_send_a_text_anywhere(live: Live) -> None:
    """Also without its script: no form of it may be submitted, and it may open no connection."""
    answer = Visit(live, "practice").get()
    assert "form-action 'none'" in answer.headers["content-security-policy"]
    assert "connect-src" not in answer.headers["content-security-policy"], "falls back to default-src 'none'"
    assert b'method="dialog"' in answer.body
    assert b"fetch(" not in Visit(live, "practice").get().body


def test_the_practice_page_has_both_composers_and_the_pack_s_own_example(live: Live) -> None:
    page = Visit(live, "practice").get().body.decode()
    assert page.count("<textarea") == 1
    assert page.count('contenteditable="true"') == 1
    assert page.count("the Test Office") == 2


def test_sessions_end_and_do_not_pile_up() -> None:
    clock = Clock()
    visits = Visits(clock, KEY)

    def session() -> tuple[str, str]:
        entered = visits.enter(visits.link("practice"))
        assert entered is not None
        return entered[1].path, entered[1].cookie

    path, cookie = session()
    assert visits.knows(path, ["x", cookie])
    clock.seconds += SESSION_SECONDS
    assert not visits.knows(path, [cookie])
    first = session()
    for _ in range(MOST_SESSIONS):
        last = session()
    assert not visits.knows(first[0], [first[1]])
    assert visits.knows(last[0], [last[1]])


def test_a_session_lasts_while_it_is_used_and_only_its_own_cookie_uses_it() -> None:
    clock = Clock()
    visits = Visits(clock, KEY)

    def session() -> tuple[str, str]:
        entered = visits.enter(visits.link("settings"))
        assert entered
        return entered[1].path, entered[1].cookie

    (used, cookie), (idle, other) = session(), session()
    for _ in range(3):
        clock.seconds += SESSION_SECONDS - 1
        assert visits.knows(used, [cookie]), "three half days of work on one page"
        visits.used(used)
        assert not visits.knows(idle, [cookie])
    assert not visits.knows(idle, [other])
    for _ in range(MOST_SESSIONS - 1):
        session()
        visits.used(used)
    session()
    assert visits.knows(used, [cookie]), "the ones that go are those nobody uses"
    clock.seconds += SESSION_SECONDS
    visits.used(used)
    assert not visits.knows(used, [cookie]), "one that has ended does not come back"


def test_no_session_outlives_its_seven_days_however_much_it_is_used() -> None:
    clock = Clock()
    visits = Visits(clock, KEY)
    entered = visits.enter(visits.link("settings"))
    assert entered
    path, cookie = entered[1].path, entered[1].cookie
    hour = 60 * 60
    for _ in range(LONGEST_SECONDS // hour - 1):
        clock.seconds += hour
        visits.used(path)
    clock.seconds += hour - 1
    visits.used(path)
    assert visits.knows(path, [cookie])
    clock.seconds += 1
    visits.used(path)
    assert not visits.knows(path, [cookie])


@pytest.mark.parametrize(
    "refused",
    [
        lambda visit: visit.get(**{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}),
        lambda visit: visit.get(**{"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors"}),
        lambda visit: visit.post({"change": "mode", "mode": "official"}, Origin=WEB_PAGE),
    ],
    ids=["page", "extension", "form"],
)
def test_what_is_refused_keeps_no_session_alive(live: Live, refused: Callable[[Visit], Answer]) -> None:
    """The cookie goes along with whatever a browser is made to ask for."""
    visit = Visit(live, "settings")
    live.clock.seconds += SESSION_SECONDS - 1
    assert refused(visit).status == 404
    live.clock.seconds += 1
    assert visit.get().status == 404


def test_every_page_says_how_to_open_it_again(live: Live) -> None:
    visit = Visit(live, "settings")
    for page in get_args(PageName):
        assert "Open it again from Forepost's button." in visit.get(visit.at(page)).body.decode(), page


def test_what_to_do_with_a_request_names_the_contacts(live: Live) -> None:
    page = Visit(live, "information-request").get().body.decode()
    assert "Pass both on today" in page
    assert "Press desk: press@example.org" in page


def test_every_page_that_a_rule_opens_is_there() -> None:
    from companion.policy.load import load_pack
    from companion.policy.model import OpenPart

    opened = {fix.page for rule in load_pack().rules for fix in rule.fixes if isinstance(fix, OpenPart)}
    assert opened
    assert opened <= set(get_args(PageName))
