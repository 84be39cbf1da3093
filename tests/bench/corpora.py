"""Reads what the engines are asked about from the development corpora: ordinary posts, and labelled details.

The corpora lie beside the checkout and stay out of it (their licences want attribution); without them the bench
times the engines and leaves these rows out.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
POSTS = {"ordinary_posts": "ordinary posts", "scottish_posts": "posts on Scottish politics"}
NO_SECRET = re.compile("PASSWORD EXPIRE|HISTORY|<enter password>|[\uac00-\ud7a3]")  # labels that say nothing to us
CARRIERS = {  # the identifiers are bare test strings; each needs words around it
    "IBAN": "Please pay me at IBAN {}",
    "IP_ADDRESS": "The server is at {}",
    "UK_NINO": "My national insurance number is {}",
    "UK_NHS": "My NHS number is {}",
    "UK_CHI": "My CHI number is {}",
    "UK_PASSPORT": "My passport number is {}",
    "UK_DRIVING_LICENCE": "My driving licence number is {}",
}


class Detail(TypedDict):
    """One labelled detail: the row of the table it counts in, its label, its place in the text (code points)."""

    row: str
    label: str
    text: str
    start: int
    end: int


class Questions(TypedDict):
    """What every engine is asked: the same clean posts by name, the same details."""

    posts: dict[str, list[str]]
    details: list[Detail]


def questions(limit: int) -> Questions:
    """At most `limit` posts of each kind, and details of each corpus; both empty where the corpora are not."""
    posts = {}
    for name, title in POSTS.items():
        clean = [row["text"] for row in _read(name) if not row.get("spans")]
        if clean:
            posts[title] = clean[:limit]
    details = []
    for each in (_phones, _addresses, _credentials, _ids):
        details += list(each())[:limit]
    return {"posts": posts, "details": details}


def _read(name: str) -> list[dict[str, Any]]:
    path = CORPORA / f"{name}.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _spans(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for row in _read(name):
        for span in row["spans"]:
            yield row, span


def _phones() -> Iterator[Detail]:
    """Numbers of people: not freephone and the like, not the drama ranges, which libphonenumber calls invalid."""
    for row, span in _spans("phones"):
        number = row["text"][span["start"] : span["end"]].strip()
        digits = "".join(c for c in number if c.isdigit()).removeprefix("0044").removeprefix("44").lstrip("0")
        if span.get("region") == "GB" and not digits.startswith(("3", "8", "9")) and span["kind"] != "ofcom_drama":
            yield _detail("British phone numbers", "PHONE", row, span)
        elif span.get("region") != "GB" and number.startswith(("+", "00")):
            yield _detail("phone numbers abroad, with prefix", "PHONE", row, span)


def _addresses() -> Iterator[Detail]:
    for row, span in _spans("uk_addresses"):
        bare = span["kind"] == "no_postcode"
        yield _detail("UK addresses without postcode" if bare else "UK addresses", "ADDRESS", row, span)


def _credentials() -> Iterator[Detail]:
    """The core ones. Where a label's borders are only roughly known, a finding anywhere in the text counts."""
    for row, span in _spans("credentials"):
        if row["core"] and row["label"] == "positive" and not NO_SECRET.search(row["text"]):
            chat = row["style"] == "chat_or_document"
            place = {"start": 0, "end": len(row["text"])} if span.get("approx") else span
            yield _detail("credentials in chat" if chat else "credentials in code", "CREDENTIAL", row, place)


def _ids() -> Iterator[Detail]:
    for row, span in _spans("ids"):
        if span["type"] in CARRIERS and row["label"] == "positive":
            before, after = CARRIERS[span["type"]].split("{}")
            moved = {"start": span["start"] + len(before), "end": span["end"] + len(before)}
            title = {"IBAN": "IBANs", "IP_ADDRESS": "IP addresses"}.get(span["type"], "UK personal identifiers")
            yield _detail(title, span["type"], {"text": before + row["text"] + after}, moved)


def _detail(title: str, label: str, row: dict[str, Any], span: dict[str, Any]) -> Detail:
    return {"row": title, "label": label, "text": row["text"], "start": span["start"], "end": span["end"]}
