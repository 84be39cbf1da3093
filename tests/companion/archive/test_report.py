"""The report: everything escaped, nothing loaded, the words quoted, and no more of them than needed."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from companion.archive.entries import Post, Unread
from companion.archive.report import is_report, report_of
from companion.archive.summary import KEPT, OfFile, Summary
from companion.draft import Clause, Draft, Finding, PackRef, Review, Severity, verdict_of
from companion.policy.model import Pack
from companion.review import Detects, review

HOSTILE = '<script>alert("x")</script><img src=https://evil.example/x onerror=y> & ring 07700 900123'


def finding(rule: str, severity: Severity, span: tuple[int, int] | None) -> Finding:
    start, end = span or (None, None)
    clause = Clause(ref="§1", text="A clause.")
    return Finding(
        id=rule, rule=rule, severity=severity, start=start, end=end, title=f"Title of {rule}", why="Why.", clause=clause
    )


def found(*findings: Finding) -> Review:
    return Review(
        verdict=verdict_of(findings),
        mode="personal",
        mode_source="draft",
        settings_revision=0,
        pack=PackRef(id="none", version="1"),
        offsets="codepoints",
        findings=list(findings),
    )


def summary_of(*posts: tuple[Post, Review]) -> Summary:
    summary = Summary("personal", files=[OfFile("data/<b>tweets</b>.js", "X posts")])
    for post, answer in posts:
        summary.add("data/<b>tweets</b>.js", post, answer)
    return summary


def page(summary: Summary) -> str:
    return report_of(summary, "<i>archive</i>.zip", Path("/home/isla/my report's.html"))


class Loads(HTMLParser):
    """Whatever on a page could load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "img", "link", "iframe", "object", "embed", "form", "base", "video", "audio"}:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"src", "srcset", "style", "background", "ping"}:
                self.found.append(f"{tag} {name}")
            if name == "href":
                self.links.append(value or "")


def test_everything_is_escaped_and_nothing_is_loaded() -> None:
    post = Post(HOSTILE, "x", id="1", link="https://x.com/i/web/status/1")
    at = HOSTILE.index("07700")
    summary = summary_of((post, found(finding("personal.phone", "hold", (at, at + 12)))))
    summary.not_read("<u>odd</u>.csv", Unread("It has odd columns.", ("<s>a</s>",)))
    summary.leave_out("<s>other</s>.js", "other")
    text = page(summary)
    loads = Loads()
    loads.feed(text)
    assert loads.found == []
    assert [link for link in loads.links if not link.startswith("#")] == ["https://x.com/i/web/status/1"]
    assert not re.search(r"<(?:i|u|s|b)>", text)
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text
    assert '<mark class="hold">07700 900123</mark>' in text


def test_it_says_that_it_quotes_and_how_to_delete_it() -> None:
    text = page(summary_of())
    assert "This page quotes your own words." in text
    assert "rm &#39;/home/isla/my report&#39;&#34;&#39;&#34;&#39;s.html&#39;" in text
    assert text.index("quotes your own words") < text.index("<h2")


def test_headings_and_tables_can_be_read_aloud() -> None:
    text = page(summary_of((Post("ring", "x"), found(finding("personal.phone", "warn", (0, 4))))))
    assert re.findall(r"<h(\d)", text) == ["1", "2", "2", "2", "2"]
    assert text.count("<th") == text.count('<th scope="') + text.count("<thead"), (
        "every heading cell says its direction"
    )
    assert '<html lang="en-GB">' in text


def test_only_a_piece_of_a_long_post_is_kept() -> None:
    text = "a" * 1000 + " 07700 900123 " + "b" * 1000
    summary = summary_of((Post(text, ""), found(finding("personal.phone", "hold", (1001, 1013)))))
    (place,) = summary.rules[0].places
    assert (len(place.before), place.quote, len(place.after)) == (141, "07700 900123", 141)
    assert place.post.text == ""


def test_a_rule_keeps_its_most_serious_and_latest_places_and_counts_all() -> None:
    posts = [
        (
            Post(f"post {number}", "x", id=str(number), day=date.fromordinal(730000 + number)),
            found(finding("personal.phone", "hold" if number == 3 else "warn", (0, 4))),
        )
        for number in range(KEPT + 50)
    ]
    (rule,) = summary_of(*posts).rules
    assert (rule.findings, rule.posts, len(rule.places), rule.severity) == (KEPT + 50, KEPT + 50, KEPT, "hold")
    assert [place.post.id for place in rule.places][:3] == ["3", str(KEPT + 49), str(KEPT + 48)]
    assert rule.latest == date.fromordinal(730000 + KEPT + 49)


def test_rules_stand_by_weight_then_number() -> None:
    summary = summary_of(
        (Post("a", ""), found(finding("b.hint", "hint", None), finding("c.warn", "warn", None))),
        (Post("a", ""), found(finding("d.warn", "warn", None), finding("d.warn", "warn", (0, 1)))),
        (Post("a", ""), found(finding("a.hold", "hold", None))),
    )
    assert [(rule.rule, rule.findings, rule.posts) for rule in summary.rules] == [
        ("a.hold", 1, 1),
        ("d.warn", 2, 1),
        ("c.warn", 1, 1),
        ("b.hint", 1, 1),
    ]


def test_the_answer_for_programs_holds_no_word_of_a_post(pack: Pack, engine: Detects) -> None:
    text = "Xylophone: ring me on 07700 900123"
    answer = review(Draft(text=text), pack, engine, mode="personal", id_key=b"k" * 32, today=date(2026, 1, 1))
    summary = summary_of((Post(text, "x", id="12", day=date(2023, 1, 1)), answer))
    summary.not_read("t.csv", Unread("It has no such column.", ("Xylophone",)))
    written = json.dumps(summary.without_words())
    assert "07700" not in written
    assert "Xylophone" not in written
    assert json.loads(written)["by_rule"][0]["where"] == [
        {"file": "data/<b>tweets</b>.js", "id": "12", "date": "2023-01-01", "severity": "hold"}
    ]


@pytest.mark.parametrize(("content", "ours"), [(None, True), ("<html>mine</html>", False), ("", False)])
def test_it_knows_its_own(content: str | None, ours: bool, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(page(summary_of()) if content is None else content)
    assert is_report(file) == ours
