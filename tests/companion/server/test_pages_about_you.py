"""By mistake, What Forepost knows, About and Guide: what they say is so, and nothing typed there is kept."""

from __future__ import annotations

import hashlib
import json
import re
from email import message_from_bytes
from email.policy import default
from fnmatch import fnmatch
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from companion.cli import integrate as command
from companion.desktop.integration import BROWSERS, System, to_take_away
from companion.policy.guidance import Correction, Guidance
from companion.policy.load import built_in_bytes
from companion.server.pages import knows, said
from companion.server.pages.advice import Site, advice, general, incident_of, sites
from companion.server.pages.report import fitted
from companion.store.chosen_pack import choose
from companion.store.paths import Places, places
from tests.companion.server.live import RULE, Live
from tests.companion.server.test_pages import Visit
from tests.companion.server.test_undo import undo_of

SITES = Path(__file__).resolve().parents[3] / "extension" / "sites"
CANARY = "zymurgy-quokka"
STEP = incident_of(general()).steps[0].id
FILLED = {"when": "ten past nine", "site": "x", "account": "@me", "what": "a number", "text": f"Ring {CANARY}"}


def test_the_report_says_what_was_typed_and_what_was_done(live: Live) -> None:
    visit = Visit(live, "mistake")
    page = visit.post({**FILLED, "done": STEP}).body.decode()
    assert "Done, 22 November 2026 at" in page
    assert 'value="ten past nine"' in page, "what was typed beside a button is still there"
    assert CANARY in page
    mail = message_from_bytes(visit.post({**FILLED, "show": "mail"}).body, policy=default)
    text = mail.get_content()
    for line in ("When: ten past nine", "Where: X", "Account: @me", "What is wrong: a number", f"Ring {CANARY}"):
        assert line in text
    assert "- Tell your manager (22 November 2026 at" in text
    assert mail["X-Unsent"] == "1"


def test_the_mail_is_a_download_and_no_header_can_be_typed_into_it(live: Live) -> None:
    answer = Visit(live, "mistake").post({"what": "x\r\nBcc: a@b.example", "show": "mail"})
    assert answer.headers["content-type"] == "message/rfc822"
    assert answer.headers["content-disposition"] == 'attachment; filename="posted-by-mistake.eml"'
    assert message_from_bytes(answer.body, policy=default)["Bcc"] is None


def test_the_mail_is_for_whom_the_person_chose(live: Live) -> None:
    visit = Visit(live, "mistake")
    page = visit.get().body.decode()
    choices = dict(re.findall(r'<option value="([^"]*)"[^>]*>([^<]+)', page.partition('name="to"')[2]))
    assert choices == {
        "": "Your line manager (fill in the address)",
        "press@example.org": "Press desk (press@example.org)",
    }, "a contact without a mail address is none of them"
    for address in choices:
        mail = message_from_bytes(visit.post({**FILLED, "to": address, "show": "mail"}).body, policy=default)
        assert (mail["To"] or "") == address
    shown = visit.post({"to": "press@example.org", "show": "report"}).body.decode()
    assert '<option value="press@example.org" selected>' in shown, "the choice stays"


def test_whom_the_pack_names_no_more_gets_no_mail_and_the_report_is_still_there(live: Live) -> None:
    """The pack changed while the page was open: its list of people is an old one."""
    visit = Visit(live, "mistake")
    gone = {**FILLED, "to": "boss@example.org"}
    shown = visit.post({**gone, "show": "report"})
    assert (shown.status, CANARY in shown.body.decode()) == (200, True)
    assert "boss@example.org" not in shown.body.decode()
    mail = message_from_bytes(visit.post({**gone, "show": "mail"}).body, policy=default)
    assert mail["To"] is None
    assert "boss@example.org" not in mail.as_string()
    assert CANARY in mail.get_content()


def test_nothing_typed_there_is_kept(live: Live) -> None:
    visit = Visit(live, "mistake")
    visit.post({**FILLED, "right": CANARY, "show": "report"})
    assert CANARY not in visit.get().body.decode()
    assert not [file for file in live.state.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()]


def test_a_long_post_is_whole_in_the_report(live: Live) -> None:
    """An article, too: whoever gets the report would not know that its end is missing."""
    post = "語" * 60_000
    visit = Visit(live, "mistake")
    assert f"The post:\n{post}\n" in visit.post({"text": post, "show": "report"}).body.decode()


def test_a_step_can_be_marked_undone(live: Live) -> None:
    visit = Visit(live, "mistake")
    visit.post({"done": STEP})
    assert "Done, 22 November" in visit.get().body.decode()
    visit.post({"undone": STEP})
    assert "Done, 22 November" not in visit.get().body.decode()


def test_a_new_report_begins_without_ticks_and_they_can_come_back(live: Live) -> None:
    visit = Visit(live, "mistake")
    assert "Begin a new report" not in visit.get().body.decode(), "there is nothing to put away"
    visit.post({**FILLED, "done": STEP})
    assert visit.post({**FILLED, "begin": "new"}).status == 303
    undo = undo_of(visit)
    page = visit.get().body.decode()
    assert "Done, 22 November" not in page
    assert FILLED["when"] not in page
    visit.post(undo, to="undo")
    assert "Done, 22 November" in visit.get().body.decode()


@pytest.mark.parametrize(
    "form", [{"begin": "x"}, {"done": "no-such"}, {"show": "all"}, {"done": STEP, "show": "report"}, {"x": ""}]
)
def test_a_form_we_did_not_make_is_met_with_silence(live: Live, form: dict[str, str]) -> None:
    assert Visit(live, "mistake").post(form).status == 404


@pytest.mark.parametrize("site", sites(), ids=lambda site: site.id)
def test_a_correction_fits_each_site(site: Site) -> None:
    correction = Correction(text="A correction " + "of what I posted here " * 12, short="Correction:")
    found = fitted(correction, "The office opens at nine on Monday.", site)
    assert found.over == 0
    assert found.text.endswith("nine on Monday.")
    too_long = fitted(correction, "ö" * found.site.limit.max, site)
    assert too_long.over == too_long.used - found.site.limit.max > 0
    assert too_long.text.startswith("Correction:")


def test_what_a_pack_leaves_out_is_said_in_general_words() -> None:
    own = Guidance.model_validate({"readiness": [{"id": "one", "text": "Ask."}]})
    said = advice(own)
    assert [question.text for question in said.readiness] == ["Ask."]
    assert said.guide == general().guide
    assert advice(None) == general()


NOTE = {"site": "x.com", "surface": "post", "mode": "personal", "account": {"id": "me", "name": "@jane"}}


def test_a_post_of_the_last_day_fills_in_the_report(live: Live) -> None:
    found = {"rules": [RULE], "verdict": "hold", "posted_anyway": True}
    for site in ("www.x.com", "forum.example.org"):
        live.as_local("/v1/incidents/note", {**NOTE, **found, "site": site})
    visit = Visit(live, "mistake")
    page = visit.get().body.decode()
    assert "posted anyway" in page
    elsewhere, on_x = re.findall(r'name="take" value="([^"]+)"', page)
    filled = visit.post({"take": on_x, "what": "a number"}).body.decode()
    for known in ('value="@jane"', 'value="a number"', 'value="x" selected', "22 November 2026 at", "A secret"):
        assert known in filled, known
    mail = visit.post({"take": elsewhere}).body.decode()
    assert "<option selected>forum.example.org</option>" in mail
    fields = {"site": "forum.example.org", "rules": RULE, "when": "now"}
    text = message_from_bytes(visit.post({**fields, "show": "mail"}).body, policy=default).get_content()
    assert "Where: forum.example.org" in text
    assert text.splitlines()[7:9] == ["Forepost had pointed out:", "- A secret"]
    assert visit.post({"take": "2026-01-01"}).status == 404


@pytest.mark.parametrize(("host", "id"), [("x.com", "x"), ("m.linkedin.com", "linkedin"), ("notx.com", None)])
def test_a_site_is_known_by_its_host(host: str, id: str | None) -> None:
    assert next((site.id for site in sites() if site.is_at(host)), None) == id


def test_the_sites_are_those_the_extension_describes() -> None:
    files = [path for path in SITES.glob("*.json") if path.stem not in ("schema", "words")]
    described = {path.stem: json.loads(path.read_text(encoding="utf-8"))["hosts"] for path in files}
    assert {site.id for site in sites()} == set(described)
    for site in sites():
        strange = [host for host in site.hosts if not any(fnmatch(host, own) for own in described[site.id])]
        assert strange == [], site.id


def test_a_correction_that_fits_here_fits_a_post_there() -> None:
    for site in sites():
        surfaces = json.loads((SITES / f"{site.id}.json").read_text(encoding="utf-8"))["surfaces"]
        limits = [surface["limit"] for surface in surfaces if surface["kind"] == "post" and "limit" in surface]
        assert {limit["rule"] for limit in limits} <= {site.limit.rule}, site.id
        assert all(site.limit.max <= limit["max"] for limit in limits), site.id


def test_every_file_is_shown_with_its_size_and_words(live: Live) -> None:
    live.connect()
    live.as_local("/v1/settings/patch", {"mode": "official"})
    (live.state / "settings.json.broken-1").write_text("x" * 42)
    page = Visit(live, "what-forepost-knows").get().body.decode()
    for shown in ("settings.json", "clients.json", "key", "settings.json.broken-1", "42 bytes", str(live.state)):
        assert shown in page, shown


def test_every_file_the_companion_keeps_has_words() -> None:
    kept = {name for name, value in vars(Places).items() if isinstance(value, property)}
    assert kept == set(knows.WORDS)


def test_what_integrate_put_on_the_desktop_is_shown_until_it_is_taken_away(
    live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / ".mozilla").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    for module in (command, knows):
        monkeypatch.setattr(module, "this_system", lambda: "linux")
    visit = Visit(live, "what-forepost-knows")
    nothing = "<p>Nothing. <code>forepost integrate</code> in a terminal would put a few small files there"
    assert nothing in visit.get().body.decode()
    assert CliRunner().invoke(command.integrate, [], catch_exceptions=False).exit_code == 0
    page = visit.get().body.decode()
    assert "<code>forepost unintegrate</code> in a terminal takes all of them away" in page
    assert nothing not in page
    files = [file for file in home.rglob("*") if file.is_file()]
    assert len(files) == 4, "the start, what browsers start, one manifest, and the note of folders"
    for file in files:
        assert f'{said.size(file.stat().st_size)} · <span class="path">{file}</span>' in page, file
    assert "Lets Forepost&#39;s extension in Firefox start it." in page
    assert CliRunner().invoke(command.unintegrate, [], catch_exceptions=False).exit_code == 0
    assert nothing in visit.get().body.decode()


@pytest.mark.parametrize("system", get_args(System))
def test_everything_that_integrate_writes_has_words(system: System) -> None:
    unknown = {entry.what for entry in to_take_away(system, Path("/home/me"))} - set(knows.ON_THE_DESKTOP)
    assert unknown <= set(BROWSERS)


def test_both_packs_can_be_told_by_their_hashes_on_settings_and_about(live: Live) -> None:
    built_in, other = built_in_bytes(), built_in_bytes() + b"\n"
    hashes = [hashlib.sha256(raw).hexdigest() for raw in (built_in, other)]
    visit = Visit(live, "about")
    for page in (visit.path, visit.at("settings")):
        assert [sha256 in visit.get(page).body.decode() for sha256 in hashes] == [True, False]
    choose(places(live.state), live.companion.settings, other, live.companion.now())
    for page in (visit.path, visit.at("settings")):
        assert [sha256 in visit.get(page).body.decode() for sha256 in hashes] == [True, True]


def test_deleting_asks_first_and_then_deletes(live: Live) -> None:
    browser = live.connect()
    live.as_local("/v1/settings/patch", {"mode": "official", "sites": {"x.com": {"enabled": False}}})
    broken = live.state / "settings.json.broken-1"
    broken.write_text("x")
    visit = Visit(live, "what-forepost-knows")
    for file in ("settings", "clients", f"broken:{broken.name}"):
        asked = visit.post({"file": file})
        assert asked.status == 200
        assert "This cannot be taken back" in asked.body.decode()
    assert broken.exists()
    assert live.as_local("/v1/settings/read", {}).json["mode"] == "official"
    for file in ("settings", "clients", f"broken:{broken.name}"):
        assert visit.post({"file": file, "sure": "yes"}).status == 303
    after = live.as_local("/v1/settings/read", {}).json
    assert after["mode"] == "personal"
    assert all(switch["enabled"] for switch in after["sites"].values())
    assert live.call("/v1/settings/read", {}, browser.headers).status == 404
    assert not broken.exists()


@pytest.mark.parametrize("file", ["runtime", "key", "lock", "broken:../key", "broken:key", ""])
def test_only_what_is_offered_can_be_deleted(live: Live, file: str) -> None:
    visit = Visit(live, "what-forepost-knows")
    assert visit.post({"file": file, "sure": "yes"}).status == 404
    assert (live.state / "key").exists()


def test_the_bill_of_materials_lists_what_is_inside(live: Live) -> None:
    visit = Visit(live, "about")
    answer = visit.get(visit.at("forepost-bill-of-materials.json"))
    parts = {part["purl"].rpartition("/")[2].partition("@")[0]: part for part in json.loads(answer.body)["components"]}
    assert {"flask", "presidio-analyzer", "waitress", "werkzeug"} <= set(parts)
    assert parts["flask"]["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]
    assert not [name for name, part in parts.items() if part["licenses"][0]["license"]["name"] == "not stated"]
    assert answer.headers["content-disposition"].startswith("attachment")
    page = visit.get().body.decode()
    assert f"{len(parts)} packages" in page


def test_the_guide_has_each_site_s_settings(live: Live) -> None:
    page = Visit(live, "guide").get().body.decode()
    assert [site.name for site in sites() if site.privacy not in page.replace("&amp;", "&")] == []


def test_the_record_the_counts_and_the_pack_can_be_deleted_with_what_lies_beside_them(live: Live) -> None:
    at = {"site": "x.com", "surface": "post", "mode": "official", "account": None}
    live.as_local("/v1/settings/patch", {"record": True, "measure": True})
    live.as_local("/v1/records/add", {**at, "text": "Closed on Monday", "left": "sent", "signal": "none"})
    live.as_local("/v1/outcomes", {"outcomes": [{"rule": RULE, "mode": "official", "outcome": "fixed"}]})
    where = places(live.state)
    choose(where, live.companion.settings, built_in_bytes(), live.companion.now())
    visit = Visit(live, "what-forepost-knows")
    for file in ("record", "counts", "organisation"):
        assert getattr(where, file).exists(), file
        assert visit.post({"file": file, "sure": "yes"}).status == 303
    assert not [path for path in live.state.iterdir() if "sqlite3" in path.name or "organisation" in path.name]
    assert live.companion.settings.present.organisation is None
    assert live.companion.settings.present.record.on, "it is the posts that went, not the choice"
