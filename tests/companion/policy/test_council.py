"""A whole pack for an invented council works, and nothing of the first organisation shows through it."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from companion.cli.explain import explain
from companion.cli.policy import failed_examples
from companion.detectors.engine import Engine, build_engine
from companion.draft import MODES, Account, Draft, Finding, Mode, ReplaceFix
from companion.policy.layers import GOOD_PRACTICE
from companion.policy.load import Source, built_in, read_pack
from companion.policy.model import Example, Pack
from companion.review import review

COUNCIL = Path(__file__).parents[3] / "docs/examples/council.yaml"
BEFORE, DURING = date(2027, 1, 10), date(2027, 4, 10)  # the council's pre-election period

WORKPLACE, DISCLAIMER = "personal.place-of-work", "disclosure.missing-disclaimer"

# The first organisation's names, numbers and places, and the words of its own field and law.
FIRST = re.compile(
    r"scottish.?housing|\bSHR|shr_?scot|the regulator|242\W?5642|george house|hanover|\bG1\W?2AD|§|\bNE-20|"
    r"SFHA|GWSF|COSLA|civil serv|regulation manager|social landlord|\bRSL",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def source() -> Source:
    return read_pack(COUNCIL.read_bytes())


@pytest.fixture(scope="module")
def council_engine(source: Source) -> Engine:
    return build_engine(source.pack)


def findings(
    source: Source,
    engine: Engine,
    text: str,
    mode: Mode = "personal",
    *,
    today: date = BEFORE,
    more: dict[str, object] | None = None,
) -> list[Finding]:
    draft = Draft.model_validate({"text": text, **(more or {})})
    return review(draft, source.pack, engine, mode=mode, id_key=b"k" * 32, today=today).findings


def test_every_example_holds(source: Source, council_engine: Engine) -> None:
    failed = list(failed_examples(source, council_engine))
    assert [(source.place(one.path), one.rule, one.what) for one in failed] == []


def test_every_rule_is_in_the_councils_own_words(source: Source) -> None:
    assert len(source.pack.rules) == len(built_in().rules) + 1
    assert not [rule.id for rule in source.pack.rules if rule.clause.ref == GOOD_PRACTICE]
    assert {rule.clause.ref.split()[0] for rule in source.pack.rules} == {"Standard"}


def test_nothing_of_the_first_organisation_is_in_an_explanation(source: Source) -> None:
    said = explained(source.pack)
    # "As the regulator, we …" is one of the council's own examples, of what passes there.
    assert FIRST.findall(said.replace("As the regulator, we", "")) == []
    assert len(FIRST.findall(explained(built_in()))) > 50


def explained(pack: Pack) -> str:
    console = Console(width=200, file=io.StringIO(), record=True)
    for rule in pack.rules:
        explain(rule, pack, console)
    return console.export_text()


def test_nothing_of_the_first_organisation_is_in_a_finding(source: Source, council_engine: Engine) -> None:
    """Whatever is said of every example of the first organisation's own pack, in every mode."""
    texts = [one for rule in built_in().rules for one in (*rule.examples.flag, *rule.examples.pass_)]
    seen: set[str] = set()
    for one in texts:
        example = Example(text=one) if isinstance(one, str) else one
        draft = Draft(
            text=example.text,
            account=Account(id="a", kind=example.account_kind),
            bio=example.bio,
            siblings=list(example.siblings),
            reply_to=example.reply_to,
        )
        for mode in MODES:
            for finding in review(
                draft, source.pack, council_engine, mode=mode, id_key=b"k" * 32, today=BEFORE
            ).findings:
                seen.add(finding.rule)
                # What the person wrote themselves may be kept by a fix; it is not the pack's.
                fixes = [fix for fix in finding.fixes if not (isinstance(fix, ReplaceFix) and fix.text in draft.text)]
                said = " ".join([finding.title, finding.why, finding.clause.ref, finding.clause.text, *map(str, fixes)])
                assert not FIRST.search(said), (finding.rule, said)
    assert len(seen) > 25


@pytest.mark.parametrize(
    ("text", "mode", "more", "rules"),
    [
        ("I work for the Scottish Housing Regulator and I think our policy is wrong.", "personal", {}, {WORKPLACE}),
        (
            "I work for Strathallison Council and I think our policy is wrong.",
            "personal",
            {},
            {DISCLAIMER},
        ),
        ("Bin collection is always wrong in our street.", "professional", {}, {DISCLAIMER}),
        ("I work for StrathCo and love it.", "personal", {"bio": "a resident speaking, not the burgh"}, {WORKPLACE}),
        ("SHR/ENG/24/0931 and NE-2025-0418", "personal", {}, set()),
        ("Project Heron", "official", {"account": {"id": "a", "kind": "organisation"}}, {"sensitive.watchlist"}),
        ("STC/2026/PL", "personal", {}, {"council.planning"}),
        ("Ring me on 0131 496 0199", "personal", {}, set()),
        ("Ring me on 0141 242 5642", "personal", {}, {"personal.phone"}),
        ("Write to news@strathallison.gov.uk", "personal", {}, set()),
        ("Write to f.dalgleish@scottishhousingregulator.gov.scot", "personal", {}, {"personal.email"}),
        ("The Burgh Halls, 4 Market Brae, Strathallison FK99 1ZZ", "personal", {}, set()),
        ("36 North Hanover Street, Glasgow G1 2AD", "personal", {}, {"personal.home-address"}),
        ("see https://strathal1ison.com/pay", "personal", {}, {"links.suspicious"}),
        ("see https://scottishhousingregu1ator.com/portal", "personal", {}, set()),
        ("see https://intranet.strathallison.gov.uk/rota", "personal", {}, {"links.internal"}),
        ("see https://maps.strathallison.gov.uk/skips", "personal", {}, set()),
        ("ssh to the server at 203.0.113.9", "personal", {}, set()),
        ("ssh to the server at 203.0.112.9", "personal", {}, {"personal.network"}),
        ("The van reg SC07 GRT is ours", "personal", {}, set()),
        ("Mo Bain, Lead Warden: the skips are back.", "official", {}, set()),
        ("Mo Bain, Keen Gardener: the skips are back.", "official", {}, {"disclosure.missing-role"}),
        ("As your council, we have listened.", "personal", {}, {"disclosure.mode-mismatch"}),
        ("Allison Valley Trust wrote to us, says Strathallison Council", "official", {}, {"third-party.stakeholder"}),
        ("GWSF wrote to us, says Strathallison Council", "official", {}, set()),
    ],
)
def test_its_own_names_lists_and_links_count_and_no_others(
    *, source: Source, council_engine: Engine, text: str, mode: Mode, more: dict[str, object], rules: set[str]
) -> None:
    found = findings(source, council_engine, text, mode, more=more)
    assert {one.rule for one in found} == rules


def test_its_own_severities(source: Source, council_engine: Engine) -> None:
    (talk,) = findings(source, council_engine, "I work for Strathallison Council and I think our policy is wrong.")
    assert (talk.severity, talk.title) == ("hold", "Sounds like the burgh talking")
    assert [fix.label for fix in talk.fixes] == ["Say it is you"]
    assert findings(source, council_engine, "It's my 40th today") == []


def test_its_own_number_is_offered(source: Source, council_engine: Engine) -> None:
    (phone,) = findings(source, council_engine, "Ring 07400 123456")
    assert [fix.text for fix in phone.fixes if isinstance(fix, ReplaceFix)] == ["", "0131 496 0199"]


def test_its_own_pre_election_period(source: Source, council_engine: Engine) -> None:
    text: str = "Vote Green on the list, tenants need it."
    assert [one.severity for one in findings(source, council_engine, text, "professional")] == ["hint"]
    during = findings(source, council_engine, text, "professional", today=DURING)
    assert [one.severity for one in during] == ["warn"]
