"""What a person is told another pack would change."""

from __future__ import annotations

from pathlib import Path

from companion.policy.compare import differences
from companion.policy.load import read_pack
from companion.policy.model import Pack
from tests.companion.policy.packs import pack_of, rule

COUNCIL = Path(__file__).parents[3] / "docs/examples/council.yaml"


def told(before: Pack, after: Pack) -> dict[str, tuple[str, ...]]:
    return {difference.what: difference.of for difference in differences(before, after)}


def test_the_same_pack_changes_nothing(pack: Pack) -> None:
    assert differences(pack, pack) == []


def test_rules_that_come_go_and_change() -> None:
    before = pack_of(
        rule(id="a", title="Goes"),
        rule(id="b", title="Moves", severity={"personal": "warn", "professional": "hint", "official": None}),
        rule(id="c", title="Looks"),
        rule(id="d", title="Old words"),
    )
    after = pack_of(
        rule(id="b", title="Moves", severity={"personal": "hold", "professional": None, "official": "hint"}),
        rule(id="c", title="Looks", when={"entity": "other"}),
        rule(id="d", title="New words"),
        rule(id="e", title="Comes"),
    )
    assert told(before, after) == {
        "New rules": ("Comes",),
        "Rules that go": ("Goes",),
        "More serious": (
            "Moves, in personal posts: held until you have looked at it (now: underlined, never held)",
            "Moves, in official posts: a quiet dot, nothing more (now: nothing is said)",
        ),
        "Less serious": ("Moves, in professional posts: nothing is said (now: a quiet dot, nothing more)",),
        "Looked for in another way": ("Looks",),
        "Explained in other words": ("New words",),
    }


def test_what_it_calls_public_is_listed_whole(pack: Pack) -> None:
    """A pack that allows everything must not be able to hide that."""
    organisation = {
        "name": "Test Office",
        "allow": {"phones": ["0131 496 0000"], "patterns": [{"rule": "test.rule", "pattern": "(?s).{3,}"}]},
        "watchlist": {"terms": ["Project Heron"], "patterns": ["AB/\\d{4}"]},
        "contacts": [{"role": "Newsroom"}],
    }
    assert told(pack_of(rule()), pack_of(rule(), organisation=organisation)) == {
        "Never flagged, because this pack says it is public": ("0131 496 0000", "whatever has the form (?s).{3,}"),
        "Watched for by name": ("Project Heron", "the form AB/\\d{4}"),
        "Whom to ask": ("Newsroom",),
    }


def test_a_whole_pack_of_another_organisation(pack: Pack) -> None:
    council = read_pack(COUNCIL.read_bytes()).pack
    assert told(pack, council)["It speaks for"] == (f"Strathallison Council, no longer {pack.organisation.name}",)
