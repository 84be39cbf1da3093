"""Counts as a page: sums, the chart, going quiet, the choice; and that they are the person's alone."""

from __future__ import annotations

import re
import sqlite3
from datetime import date
from typing import Any

import pytest

from companion.draft import MODES, Mode
from companion.policy.choices import RuleChoice
from companion.policy.model import Rule
from companion.server.pages.chart import BOTTOM, HEIGHT, TOP, chart, nice_step
from companion.server.pages.quieter import quieter, ways
from companion.server.pages.tally import WEEKS, by_rule, sums_of, weeks
from companion.store.counts import Count, Outcome
from tests.companion.server.live import RULE, TEST_RULE, Live
from tests.companion.server.test_pages import Visit
from tests.companion.server.test_undo import undo_of

TODAY = date(2026, 11, 25)  # a Wednesday


def count(outcome: Outcome, n: int, week: str = "2026-11-23", rule: str = RULE, mode: Mode = "personal") -> Count:
    return Count(week=date.fromisoformat(week), rule=rule, mode=mode, outcome=outcome, n=n)


def test_what_became_of_it_never_adds_up_to_more_than_was_shown() -> None:
    sums = sums_of([count("shown", 5), count("fixed", 2), count("edited", 1), count("not_useful", 1)])
    assert [sums.group(name) for name in ("mended", "aside", "anyway", "open")] == [3, 1, 0, 1]
    late = sums_of([count("posted_anyway", 3)])
    assert (late.shown, late.group("open")) == (3, 0), "shown at the end of the week before"


def test_the_last_twelve_weeks_are_there_also_when_empty() -> None:
    found = weeks([count("shown", 4), count("shown", 9, week="2026-01-05")], TODAY)
    assert len(found) == WEEKS
    assert (found[-1].monday, found[-1].sums.shown) == (date(2026, 11, 23), 4)
    assert sum(week.sums.shown for week in found) == 4
    assert [row.title for row in by_rule([count("shown", 1), count("shown", 2, rule="b")], {"b": "B"})] == ["B", RULE]


@pytest.mark.parametrize("most", [0, 1, 4, 7, 25, 99, 1234])
def test_every_bar_is_inside_the_chart_and_as_high_as_its_number(most: int) -> None:
    drawn = chart(weeks([count("shown", most), count("fixed", most // 2)], TODAY))
    assert 2 <= len(drawn.lines) <= 6
    assert int(drawn.lines[-1].label) >= most
    assert all(bar.y >= TOP - 0.1 and bar.y + bar.height <= HEIGHT - BOTTOM + 0.1 for bar in drawn.bars)
    high = sum(bar.height for bar in drawn.bars)
    assert high == pytest.approx(most / int(drawn.lines[-1].label) * (HEIGHT - TOP - BOTTOM), abs=0.2)
    assert nice_step(most) * 4 >= most


@pytest.mark.parametrize("most", [9, 999, 1_000, 98_765])
def test_the_numbers_of_the_scale_have_room(most: int) -> None:
    """A digit of 12 px is 8 px wide at most, and a number ends 10 px before the lines begin."""
    drawn = chart(weeks([count("shown", most)], TODAY))
    assert len(drawn.lines[-1].label) * 8 <= drawn.left - 10
    assert drawn.bars[0].x > drawn.left


def test_numbers_from_before_the_chart_are_not_taken_for_its_own(live: Live) -> None:
    live.as_local("/v1/settings/patch", {"measure": True})
    live.companion.counts.add(RULE, "personal", "shown", 5)
    with sqlite3.connect(live.companion.counts.database.path) as link:
        link.execute("INSERT INTO week VALUES ('2026-01-05', ?, 'personal', 'shown', 1234)", (RULE,))
    page = Visit(live, "counts").get().body.decode()
    assert "In all, from 5 January 2026 on: 1,239 shown" in page


@pytest.fixture
def visit(live: Live) -> Visit:
    live.as_local("/v1/settings/patch", {"measure": True})
    for outcome, n in (("shown", 20), ("fixed", 9), ("not_useful", 4)):
        live.as_local(
            "/v1/outcomes", {"outcomes": [{"rule": RULE, "mode": "official", "outcome": outcome, "count": n}]}
        )
    return Visit(live, "counts")


def test_the_chart_says_in_words_and_in_a_table_what_it_shows(visit: Visit) -> None:
    page = visit.get().body.decode()
    assert 'role="img" aria-labelledby="weeks" aria-describedby="chart-words"' in page
    assert "In all: 20 shown, 9 changed by you, 0 posted anyway, 4 set aside." in page
    cells = re.findall(r'data-label="([^"]+)">(\d+)<', page)
    assert cells[:4] == [("Shown", "20"), ("Changed", "9"), ("Set aside", "4"), ("Posted anyway", "0")]
    assert "20" not in visit.get(visit.at("counts-personal")).body.decode().partition("Rule by rule")[2]
    assert "In all: 20 shown" in visit.get(visit.at("counts-official")).body.decode()
    assert visit.get(visit.at("counts-party")).status == 404
    table = visit.get(visit.at("counts.csv")).body.decode()
    assert table.splitlines() == [
        "week,rule,mode,outcome,count",
        f"2026-11-16,{RULE},official,fixed,9",
        f"2026-11-16,{RULE},official,not_useful,4",
        f"2026-11-16,{RULE},official,shown,20",
    ]


@pytest.mark.parametrize(("way", "said"), [("hint", "a hint from now on"), ("count", "only counted from now on")])
def test_a_rule_of_little_use_goes_quiet_and_loud_again(visit: Visit, way: str, said: str) -> None:
    assert "20 in 100 were not useful" in visit.get().body.decode()
    visit.post({"change": "quieter", "rule": RULE, "way": way})
    rules = visit.live.companion.settings.present.rules
    assert (rules[RULE].official == "hint", rules[RULE].monitor_only) == (way == "hint", way == "count")
    undo = undo_of(visit)
    assert "Of little use to you?" not in visit.get().body.decode(), "it is offered until something is said of the rule"
    visit.post(undo, to="undo")
    assert visit.live.companion.settings.present.rules == {}
    assert visit.post({"change": "quieter", "rule": "no.such", "way": way}).status == 404


def test_what_is_only_counted_has_a_column_and_is_offered_nothing_quieter(live: Live) -> None:
    live.as_local("/v1/settings/patch", {"measure": True, "rules": {RULE: {"monitor_only": True}}})
    visit = Visit(live, "counts")
    counted: tuple[tuple[Outcome, int], ...] = (("noticed", 7), ("shown", 20), ("not_useful", 9))
    for outcome, n in counted:
        live.companion.counts.add(RULE, "official", outcome, n)
        page = visit.get().body.decode()
        if outcome == "noticed":
            assert "Nothing was shown. What Forepost noticed 7 times was only counted" in page
            assert "<figure>" not in page
        assert ("Only counted", "7") in re.findall(r'data-label="([^"]+)">(\d+)<', page)
        assert "Of little use to you?" not in page
    assert "In all: 20 shown, 0 changed by you, 0 posted anyway, 9 set aside. 7 more were only counted" in page


def test_an_own_choice_that_leaves_a_rule_loud_is_no_reason_to_keep_silent(visit: Visit) -> None:
    own = {RULE: {"personal": "off", "official": "warn"}}
    visit.live.as_local("/v1/settings/patch", {"rules": own})
    assert "20 in 100 were not useful" in visit.get().body.decode()
    visit.post({"change": "quieter", "rule": RULE, "way": "hint"})
    chosen = visit.live.companion.settings.present.rules[RULE]
    assert chosen == RuleChoice(personal="off", professional="hint", official="hint")


HINTS = dict.fromkeys(MODES, "hint")
RAISED = {"raise": [{"when": {"entity": "secret", "kind": "case"}, "severity": "hold"}]}


@pytest.mark.parametrize(
    ("change", "own", "left"),
    [
        ({}, {}, ("hint", "count")),
        ({}, {"official": "warn"}, ("hint", "count")),
        ({}, HINTS, ()),
        ({}, {**HINTS, "official": "off"}, ()),
        ({}, dict.fromkeys(MODES, "off"), ()),
        ({}, {"monitor_only": True}, ()),
        ({"severity": HINTS}, {}, ("count",)),
        ({"severity": HINTS}, {"official": "off"}, ("count",)),
        ({"severity": HINTS}, {"official": "hold"}, ("hint", "count")),
        ({"severity": HINTS, **RAISED}, {}, ("hint", "count")),
        ({"severity": dict.fromkeys(MODES), **RAISED}, {}, ()),
    ],
)
def test_only_what_would_make_it_quieter_is_offered(
    change: dict[str, Any], own: dict[str, Any], left: tuple[str, ...]
) -> None:
    rule = Rule.model_validate({**TEST_RULE.model_dump(by_alias=True), **change})
    choice = RuleChoice.model_validate(own)
    assert ways(rule, choice) == left
    for way in left:
        after = quieter(rule, choice, way)
        assert len(ways(rule, after)) < len(left), "and it is quieter then"


def test_counting_is_chosen_and_stopped_and_deleting_is_asked_first(live: Live) -> None:
    visit = Visit(live, "counts")
    assert "Shall Forepost count?" in visit.get().body.decode()
    practice = visit.at("practice")
    assert "may Forepost count for you" in visit.get(practice).body.decode()
    visit.post({"change": "counting", "measure": "yes"})
    assert live.companion.settings.present.measure is True
    assert "may Forepost count for you" not in visit.get(practice).body.decode()
    live.as_local("/v1/outcomes", {"outcomes": [{"rule": RULE, "mode": "personal", "outcome": "shown"}]})
    visit.post({"change": "counting", "measure": "no"})
    assert "Counting is off" in visit.get().body.decode()
    assert "gone for good" in visit.post({"change": "delete"}).body.decode()
    assert live.companion.counts.weeks() != []
    visit.post({"change": "delete", "sure": "yes"})
    assert live.companion.counts.weeks() == []
