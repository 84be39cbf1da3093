"""E-mail addresses, also spelled out; example domains and code are silent."""

from __future__ import annotations

import pytest

from companion.detectors import email
from tests.companion.detectors.examples import quotes, seen

DETECTOR = email.detector(["scottishhousingregulator.gov.scot"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("swaps? isla.macquoid88@gmail.com", ["isla.macquoid88@gmail.com"]),
        ("(ruth.a@housingdata-lab.ac.uk).", ["ruth.a@housingdata-lab.ac.uk"]),
        ("jean47@talktalk.net is DEAD. Now jean47@virginmedia.com.", ["jean47@talktalk.net", "jean47@virginmedia.com"]),
        ("isla dot mac at gmail dot com", ["isla dot mac at gmail dot com"]),
        ("isla [at] gmail (dot) co (dot) uk", ["isla [at] gmail (dot) co (dot) uk"]),
        ("isla＠gmail.com", ["isla＠gmail.com"]),
        ("is\u200bla@gm\u200bail.com", ["is\u200bla@gm\u200bail.com"]),
        ("https://jane.macdoe@gmail.com", ["jane.macdoe@gmail.com"]),
        ("see https://gov.uk, jane@ish.co.uk", ["jane@ish.co.uk"]),
        ("mailto:jane@ish.co.uk", ["jane@ish.co.uk"]),
    ],
)
def test_an_address_is_found(text: str, found: list[str]) -> None:
    assert quotes(DETECTOR, text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("never type name@example.com", "kept for examples (RFC 2606)"),
        ("ssh git@localhost denied me", "no domain"),
        ("npm i @types/node@20.11.5", "a package"),
        ("@media (prefers-reduced-motion)", "a style sheet"),
        ("see you at five dot on the dot", "a dot in passing"),
        ("me@home.notatld", "no such suffix"),
        ("@SHR_Scotland and @dot_com", "handles"),
        (
            "https://www.scottishhousingregulator.gov.scot@portal.top/login",
            "a disguised link: suspicious, no letter box",
        ),
        ("pay at http://paypal.com@evil.co.uk", "the same"),
        ("pay at http://paypal.com:443@evil.co.uk", "the same with a port, as it seems"),
    ],
)
def test_others_are_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why


def test_the_kind_tells_the_organisations_own_domain() -> None:
    found = seen(
        DETECTOR, "f.d@scottishhousingregulator.gov.scot, a@mail.scottishhousingregulator.gov.scot, b@gmail.com"
    )
    assert [one.kind for _, one in found] == ["organisation", "organisation", "other"]
