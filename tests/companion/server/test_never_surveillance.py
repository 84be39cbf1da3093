"""Counts, outcomes and the record belong to the person: nothing of an organisation's switches them on or gets at them.

An organisation has four ways in: a policy pack, a file of settings, the API, and a browser it manages. Each is tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask

from companion.policy.schema import schema_text
from companion.server.api import ENDPOINTS
from companion.server.app import create_app
from companion.server.guard import Guard
from companion.store.chosen_pack import NotAPack, read
from companion.store.portable import NEVER_FROM_A_FILE, NotSettings, Portable, imported
from companion.store.settings import Record, Settings, SiteSwitch
from tests.companion.policy.test_load import GOOD
from tests.companion.server.live import OTHER_EXTENSION, RULE, WEB_PAGE, Browser, Live
from tests.companion.server.test_pages import TYPED, Visit

ROOT = Path(__file__).parents[3]
COUNCIL = (ROOT / "docs/examples/council.yaml").read_text(encoding="utf-8")
WORDS = "quagga-okapi"  # in a post of the record
TIMES = 7919  # so often a rule was shown
SURVEILLANCE = (
    "measure",
    "counts",
    "outcomes",
    "record",
    "records",
    "report_to",
    "telemetry",
    "messages",
    "url",
    "send",
)


# --- a policy pack ------------------------------------------------------------------------------------------------


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a pack that takes keys, the first of each list only."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from places_in(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from places_in(value[0], (*path, 0))


WHOLE = yaml.safe_load(GOOD) | {  # small, so that every place of it can be tried with every key
    "periods": [{"name": "one", "from": "2026-01-01", "to": "2026-01-02", "what": "One"}],
    "guidance": {
        "guide": [{"title": "One", "points": [{"text": "One"}]}],
        "readiness": [{"id": "one", "text": "One"}],
        "incident": {
            "steps": [{"id": "one", "title": "One", "text": "One"}],
            "correction": {"text": "One", "short": "One"},
        },
    },
}
WHOLE["organisation"] |= {
    "allow": {"values": [{"rule": "test.rule", "value": "a"}], "patterns": [{"rule": "test.rule", "pattern": "abc"}]},
    "watchlist": {"terms": ["One"]},
    "contacts": [{"role": "One"}],
}
WHOLE["rules"][0] |= {
    "raise": [{"when": {"all": [{"field": "site", "is": "x"}]}, "severity": "hold"}],
    "fixes": [{"kind": "remove", "label": "Remove it"}],
}
WHOLE["rules"][0]["examples"]["flag"][0] = {"text": "a"}


def test_the_whole_pack_is_one() -> None:
    assert read(yaml.safe_dump(WHOLE).encode()).pack.id == "test"
    assert len(list(places_in(WHOLE))) > 18


def test_no_place_of_a_pack_takes_a_key_that_would() -> None:
    keys = {*SURVEILLANCE, *Settings.model_fields} - {"rules"}
    for path in places_in(WHOLE):
        pack = json.loads(json.dumps(WHOLE))
        inner = pack
        for step in path:
            inner = inner[step]
        inner |= dict.fromkeys(keys, True)
        with pytest.raises(NotAPack) as fault:
            read(yaml.safe_dump(pack).encode())
        named = "\n".join(fault.value.problems)
        assert [key for key in keys if f"`{key}`" not in named] == [], path


def test_no_key_that_a_pack_may_have_speaks_of_counting_or_recording() -> None:
    schema = json.loads(schema_text())
    keys = {key for part in [schema, *schema["$defs"].values()] for key in part.get("properties", {})}
    assert len(keys) > 50
    assert not keys & {*SURVEILLANCE, "export", "upload", "webhook"}


def test_a_chosen_pack_switches_nothing_on(live: Live, browser: Browser) -> None:
    before = live.companion.settings.present
    assert live.as_local("/v1/policy/use", {"pack": COUNCIL}).status == 200
    after = live.companion.settings.present
    assert after.model_copy(update={"organisation": None, "revision": before.revision}) == before
    shown = {"outcomes": [{"rule": "personal.phone", "mode": "official", "outcome": "shown"}]}
    live.call("/v1/outcomes", shown, browser.headers)
    live.call("/v1/records/add", POST, browser.headers)
    assert not [path for path in live.state.iterdir() if "sqlite3" in path.name]


# --- a file of settings -------------------------------------------------------------------------------------------

ON = Settings(measure=True, record=Record(on=True, keep_days=30), sites={"x.com": SiteSwitch(messages=True)})
OFF = Settings(measure=False)


@pytest.mark.parametrize("present", [ON, OFF])
@pytest.mark.parametrize("host", ["x.com", "y.example"])
def test_a_file_of_settings_leaves_them_as_they_are(present: Settings, host: str) -> None:
    file = Portable(forepost_settings=1, mode="official", not_checked=[host]).model_dump_json().encode()
    after = imported(file, present, bytes(32)).settings
    assert (after.measure, after.record, after.organisation) == (present.measure, present.record, None)
    assert [name for name, site in after.sites.items() if site.messages] == [
        name for name, site in present.sites.items() if site.messages
    ]


@pytest.mark.parametrize("key", [*sorted(set(Settings.model_fields) - set(Portable.model_fields)), "messages"])
def test_a_file_with_more_in_it_is_refused_whole(key: str) -> None:
    assert set(NEVER_FROM_A_FILE).isdisjoint(Portable.model_fields)
    content = json.loads(Portable(forepost_settings=1, mode="official").model_dump_json())
    with pytest.raises(NotSettings, match="Nothing was changed"):
        imported(json.dumps({**content, key: True}).encode(), OFF, bytes(32))


# --- the API and the pages ----------------------------------------------------------------------------------------

POST: dict[str, Any] = {
    "site": "x.com",
    "surface": "post",
    "mode": "official",
    "account": {"id": "1", "name": "@Council"},
    "text": f"The {WORDS} is open on Sunday.",
    "left": "sent",
    "signal": "none",
}


@pytest.fixture
def kept(live: Live, browser: Browser) -> Live:
    """A companion with something to find out."""
    live.call("/v1/settings/patch", {"record": True, "measure": True}, browser.headers)
    live.call("/v1/records/add", POST, browser.headers)
    live.companion.counts.add(RULE, "official", "posted_anyway", TIMES)
    return live


def bodies(path: str) -> list[dict[str, Any]]:
    """What can be asked at this path without being refused, as far as it might answer with what is kept."""
    asked: dict[str, list[dict[str, Any]]] = {
        "/v1/pairings": [{"kind": "list"}],
        "/v1/reviews": [{"text": WORDS, "mode": "official"}],
        "/v1/settings/patch": [{}, {"mode": "official"}],
        "/v1/outcomes": [{"outcomes": []}],
        "/v1/records/add": [POST | {"text": "another"}],
        "/v1/records/settle": [{"id": 1, "sent": True}],
        "/v1/ask-first": [{"rules": [RULE]}],
        "/v1/pages": [{"page": "settings"}],
    }
    return [{}, *asked.get(path, [])]


def test_no_endpoint_answers_with_a_count_or_a_post(kept: Live, browser: Browser) -> None:
    """Not even the person's own browser: what it has counted and recorded, it cannot read again."""
    answered = 0
    for endpoint in ENDPOINTS:
        for body in bodies(endpoint.path):
            for headers in (browser.headers, kept.local):
                answer = kept.call(endpoint.path, body, headers)
                assert WORDS.encode() not in answer.body, endpoint.path
                assert str(TIMES).encode() not in answer.body, endpoint.path
                answered += answer.status == 200
    assert answered > 12
    assert kept.companion.records.count() == 3, "they are there, one kept by each caller"


@pytest.mark.parametrize("who", ["nobody", "a web page", "another extension", "a wrong token"])
def test_nobody_else_gets_any_answer(kept: Live, browser: Browser, who: str) -> None:
    headers = {
        "nobody": {},
        "a web page": {**browser.headers, "Origin": WEB_PAGE, "Sec-Fetch-Site": "cross-site"},
        "another extension": {**browser.headers, "Origin": OTHER_EXTENSION},
        "a wrong token": {"Authorization": "Bearer " + "a" * 43},
    }[who]
    before = kept.companion.settings.present
    for endpoint in ENDPOINTS:
        for body in [*bodies(endpoint.path), {"measure": True}, {"record": True}, {"file": None}, {"pack": None}]:
            answer = kept.call(endpoint.path, body, headers)
            assert (answer.status, answer.body) == (404, b""), endpoint.path
    assert kept.companion.settings.present == before


def pages(live: Live) -> list[str]:
    """Every page and every file to save that the companion serves."""
    guard = create_app(live.companion)
    assert isinstance(guard, Guard)
    app: Flask = getattr(guard.application, "__self__")  # noqa: B009 it is a bound method of the application
    paths = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/ui/<session>/")]
    own = {path.removeprefix("/ui/<session>/") for path in paths if "<name>" not in path}
    return sorted(re.sub(r"<any\((\w+)[^>]*>", r"\1", path) for path in own)  # of several names, the first


def test_the_pages_are_for_the_person_s_own_browsing_alone(kept: Live, browser: Browser) -> None:
    """Neither a token nor a cookie is enough: no program or extension opens them, only a browser that navigates."""
    visit = Visit(kept, "settings")
    reading = {"Cookie": visit.cookie, "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors"}
    posting = {"Cookie": visit.cookie, "Origin": browser.origin, "Sec-Fetch-Site": "none"}
    strangers: list[tuple[str, dict[str, str]]] = [
        ("GET", {**TYPED}),
        ("GET", {**kept.local}),
        ("GET", {**browser.headers, "Sec-Fetch-Mode": "navigate"}),
        ("GET", reading),
        ("POST", posting),
    ]
    assert len(pages(kept)) > 7
    for page in pages(kept):
        for method, headers in strangers:
            answer = kept.call(visit.at(page), headers=headers, method=method, raw=b"a=b" * (method == "POST"))
            assert (answer.status, answer.body) == (404, b""), f"{method} {page}"
    link = kept.call("/v1/pages", {"page": "settings"}, browser.headers).json["path"]
    fetched = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors"}
    assert kept.call(link, headers=fetched, method="GET").status == 404, "an extension cannot follow its own link"
    assert kept.call(link, headers=TYPED, method="GET").status == 303, "the person can"


# --- a browser that is managed ------------------------------------------------------------------------------------


def test_the_extension_takes_nothing_from_a_managed_browser() -> None:
    """What administrators set for an extension arrives through `storage.managed` and its schema: there is neither."""
    files = [path for path in (ROOT / "extension").rglob("*") if path.suffix in (".ts", ".json", ".mjs")]
    ours = [path for path in files if "node_modules" not in path.parts]
    assert len(ours) > 50
    assert [path for path in ours if re.search(r"managed_schema|storage\.managed", path.read_text("utf-8"))] == []
