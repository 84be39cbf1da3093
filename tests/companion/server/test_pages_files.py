"""What comes in as a file on the settings page: an organisation's pack, and settings taken along."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from companion.server.checks import load_checks
from companion.store.paths import places
from tests.companion.server.live import RULE, Answer, Live
from tests.companion.server.test_pages import Visit
from tests.companion.server.test_undo import undo_of

COUNCIL = Path(__file__).parents[3] / "docs/examples/council.yaml"
FENCE = "----forepost"


def send(visit: Visit, to: str, content: bytes, name: str = "file.txt", **fields: str) -> Answer:
    """As a browser sends a form with a file."""
    parts = [
        f'--{FENCE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    head = f'--{FENCE}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    headers = {
        "Cookie": visit.cookie,
        "Origin": f"http://127.0.0.1:{visit.live.port}",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": f"multipart/form-data; boundary={FENCE}",
    }
    raw = "".join(parts).encode() + head.encode() + content + f"\r\n--{FENCE}--\r\n".encode()
    return visit.live.call(visit.at(to), headers=headers, raw=raw)


@pytest.fixture
def visit(live: Live) -> Visit:
    return Visit(live, "settings")


def look(visit: Visit) -> str:
    answer = send(visit, "policy-pack", COUNCIL.read_bytes(), "council.yaml", pack="look")
    assert answer.status == 200
    return html.unescape(answer.body.decode())


def test_a_pack_is_shown_with_name_publisher_hash_and_changes_before_it_is_used(visit: Visit) -> None:
    page = look(visit)
    for fact in ("Posting with care", "Strathallison Council", "strathallison-council 2.1", "It decides what you are"):
        assert fact in page, fact
    sha256 = re.search(r'name="sha256" value="([0-9a-f]{64})"', page)
    assert sha256
    assert page.count(sha256[1]) == 2, "it is shown and sent back"
    assert "<h3>New rules</h3>" in page or "<h3>Watched for by name</h3>" in page
    assert visit.live.companion.settings.present.organisation is None
    form = {"pack": "use", "sha256": sha256[1]}
    assert "Another file was looked at since" in said(visit, {**form, "sha256": "0" * 64})
    assert "Posts are checked by “Posting with care” from now on." in said(visit, form)
    page = visit.get().body.decode()
    assert sha256[1] in page
    assert "Your organisation's pack, “Posting with care”: over them." in page


def said(visit: Visit, form: dict[str, str]) -> str:
    answer = visit.post(form, to="policy-pack")
    assert answer.headers["location"] == f"{visit.at('settings')}#policy"
    return visit.get(visit.at("settings")).body.decode()


def test_a_pack_is_taken_out_and_both_ways_can_be_taken_back(visit: Visit) -> None:
    def in_use() -> str:
        return load_checks(places(visit.live.state))[0].pack.id

    first = in_use()
    form = {"pack": "use", "sha256": re.findall(r'name="sha256" value="(\w+)"', look(visit))[0]}
    visit.post(form, to="policy-pack")
    undo = undo_of(visit)
    assert in_use() == "strathallison-council"
    visit.post(undo, to="undo")
    assert in_use() == first
    look(visit)
    visit.post(form, to="policy-pack")
    visit.post({"pack": "leave"}, to="policy-pack")
    undo = undo_of(visit)
    assert in_use() == first
    visit.post(undo, to="undo")
    assert in_use() == "strathallison-council"


def test_a_pack_with_faults_is_answered_with_line_and_mend_and_changes_nothing(visit: Visit) -> None:
    broken = COUNCIL.read_text(encoding="utf-8").replace("publisher:", "publishre:").encode()
    page = html.unescape(send(visit, "policy-pack", broken, pack="look").body.decode())
    assert "This file cannot be used yet" in page
    assert re.search(r"line \d+, column 1: `publishre` is not known here. Did you mean `publisher`\?", page)
    assert visit.live.companion.settings.present.revision == 1
    assert visit.post({"pack": "leave"}, to="policy-pack").status == 404, "there is none to take out"
    assert visit.post({"pack": "burn"}, to="policy-pack").status == 404
    assert send(visit, "settings", b"x", change="mode", mode="official").status == 404, "no other form takes a file"


def test_a_file_that_is_far_too_large_is_answered_in_words(visit: Visit) -> None:
    answer = send(visit, "policy-pack", b"x" * 2 * 1024 * 1024, pack="look")
    assert answer.status == 413
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert b"choose a smaller file or a shorter text" in answer.body


def test_settings_are_taken_along_taken_over_and_taken_back(visit: Visit) -> None:
    live = visit.live
    chosen = {"mode": "official", "allow_add": {"rule": RULE, "quote": "secret"}, "measure": True, "record": True}
    live.as_local("/v1/settings/patch", chosen)
    file = visit.get(visit.at("forepost-settings.json"))
    assert file.headers["content-disposition"] == 'attachment; filename="forepost-settings.json"'
    assert b"secret" not in file.body
    assert not {"measure", "record"} & set(json.loads(file.body))
    assert "your allow list too" in visit.post({"change": "reset"}).body.decode()
    assert mode_of(visit) == "official"
    visit.post({"change": "reset", "sure": "yes"})
    after = live.companion.settings.present
    assert (after.mode, after.allow, after.measure, after.record.on) == ("personal", [], None, False)
    assert send(visit, "settings-file", file.body).status == 303
    undo = undo_of(visit)
    taken = live.companion.settings.present
    assert (taken.mode, len(taken.allow), taken.measure, taken.record.on) == ("official", 1, None, False)
    visit.post(undo, to="undo")
    assert mode_of(visit) == "personal"


def mode_of(visit: Visit) -> str:
    return visit.live.companion.settings.present.mode


def test_no_file_can_switch_on_what_only_the_person_may(visit: Visit) -> None:
    page = send(visit, "settings-file", b'{"forepost_settings": 1, "measure": true}').body.decode()
    assert "This file was not taken over" in page
    assert "Only you can, on this machine." in page
    assert visit.live.companion.settings.present.measure is None
