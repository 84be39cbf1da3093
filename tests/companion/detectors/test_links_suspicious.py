"""Links that hide where they lead; the real sites and names in other alphabets are silent."""

from __future__ import annotations

import pytest

from companion.detectors import links_suspicious
from tests.companion.detectors.examples import quotes, seen

DETECTOR = links_suspicious.detector(["kirkbraecouncil.scot"])


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        (
            "https://royalmail-redelivery.parcel-fee.co £1.45??",
            "https://royalmail-redelivery.parcel-fee.co",
            "a well-known name beside bait",
        ),
        ("http://paypa1.com/login", "http://paypa1.com/login", "a digit for a letter"),
        ("https://www.rnicrosoft.com/reset", "https://www.rnicrosoft.com/reset", "two letters for one"),
        ("steamcommunnity.com/gift", "steamcommunnity.com/gift", "a letter too many"),
        (
            "https://hmrc.gov.uk.refund-portal.com",
            "https://hmrc.gov.uk.refund-portal.com",
            "a whole domain before the real one",
        ),
        ("https://www.аррӏe.com/id", "https://www.аррӏe.com/id", "Cyrillic letters"),
        ("https://xn--pple-43d.com", "https://xn--pple-43d.com", "Cyrillic letters, encoded"),
        (
            "https://bank.com∕refund.example.net/ hm",
            "https://bank.com∕refund.example.net/",
            "a sign that looks like a slash",
        ),
        ("http://45.137.21.9/hamper.exe", "http://45.137.21.9/hamper.exe", "a bare address"),
        ("try https://0x2d4d0cbe/ it works", "https://0x2d4d0cbe/", "an address as one number, hexadecimal"),
        ("http://755486910/", "http://755486910/", "the same, decimal"),
        ("https://0x2d.0x4d.0xc.0xbe/a", "https://0x2d.0x4d.0xc.0xbe/a", "part by part"),
        ("https://apple.com@phish.example.ru/", "https://apple.com@phish.example.ru/", "a name before an @"),
        (
            "https://kirkbrae-council.org/login",
            "https://kirkbrae-council.org/login",
            "the organisation's name elsewhere",
        ),
        ("https://kirkbraecouncll.scot/x", "https://kirkbraecouncll.scot/x", "the organisation's name misspelt"),
        ("javascript:alert(document.cookie)", "javascript:alert(document.cookie)", "a script"),
        ("data:text/html;base64,PHNjcmlwdD4=", "data:text/html;base64,PHNjcmlwdD4=", "a page inside a link"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://www.royalmail.com/redelivery", "the real one"),
        ("https://login.microsoftonline.com", "the real one"),
        ("https://0xdeadbeef.com/blog", "a domain"),
        ("https://example.org/0x2d4d0cbe/", "a path"),
        ("https://www.halifax-online.co.uk/", "the real one"),
        ("https://kirkbraecouncil.scot/bins", "the organisation's own"),
        ("https://mastodon.scot/@jane", "a person's page"),
        ("https://bücher.de", "German"),
        ("https://пример.рф/", "Russian"),
        ("javascript: the good parts", "a book"),
        ("data: the new oil", "prose"),
        ("https://verify.service.gov.uk", "the government"),
        ("https://appletreecottage.co.uk", "a cottage"),
        ("http://90.212.44.18:8081", "a machine, not a page: network addresses speak of it"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why


def test_a_short_link_is_told_apart_from_one_with_bait() -> None:
    plain, baited = "lol look bit.ly/3xYz", "Unpaid parcel fee, claim your refund: bit.ly/3xYz"
    assert [one.kind for text in (plain, baited) for _, one in seen(DETECTOR, text)] == ["shortener", "short-with-bait"]


NAMED = links_suspicious.detector(["kirkbraecouncil.scot"], ["Kirkbrae District Council", "KDC", "the Council"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://www.kirkbraedistrictcounci1.org/pay", "a digit in its name, which its own domain does not hold"),
        ("https://kirkbraec0uncil.gov.uk/pay", "a digit in its domain, under the end of public bodies"),
        ("https://pay.kirkbrae-district-c0uncil.gov.scot", "the same with hyphens"),
    ],
)
def test_a_digit_in_the_organisations_name_is_a_look_alike_under_any_end(text: str, why: str) -> None:
    assert [(words, one.kind) for words, one in seen(NAMED, text)] == [(text, "own-look-alike")], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://www.kirkbraedistrictcouncil.gov.uk/bins", "its name as it is, under the end of public bodies"),
        ("https://kirkbrae-district-council.gov.scot/bins", "the same with hyphens"),
        ("https://kirkbraedistrictcouncillors.org", "a word that goes on"),
        ("https://districtcounci1.org", "no name of this organisation"),
    ],
)
def test_its_name_as_it_is_and_others_are_silent(text: str, why: str) -> None:
    assert quotes(NAMED, text) == [], why
