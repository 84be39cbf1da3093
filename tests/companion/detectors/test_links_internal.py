"""Links that lead inside; public pages of the same services are silent."""

from __future__ import annotations

import pytest

from companion.detectors import links_internal
from tests.companion.detectors.examples import quotes

DETECTOR = links_internal.detector(["regulator.example"])


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        (
            "rota https://kirkbrae.sharepoint.com/:x:/s/Rota/EbQ1 ta",
            "https://kirkbrae.sharepoint.com/:x:/s/Rota/EbQ1",
            "a tenant of SharePoint",
        ),
        (
            "https://docs.google.com/document/d/1aBcD/edit?usp=sharing",
            "https://docs.google.com/document/d/1aBcD/edit?usp=sharing",
            "a document",
        ),
        ("https://1drv.ms/f/s!AoP3kLq8 (wedding)", "https://1drv.ms/f/s!AoP3kLq8", "a drive"),
        (
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
            "a meeting",
        ),
        (
            "https://us02web.zoom.us/j/891?pwd=Q2x4dHk3bXo",
            "https://us02web.zoom.us/j/891?pwd=Q2x4dHk3bXo",
            "a password in it",
        ),
        (
            "https://example.org/reset?token=8f1c0be27a44d9.",
            "https://example.org/reset?token=8f1c0be27a44d9",
            "a token in it",
        ),
        ("http://intranet/finance/q3.xlsx", "http://intranet/finance/q3.xlsx", "a single name"),
        ("http://nas:5000/photo", "http://nas:5000/photo", "a single name with a port"),
        ("https://git.int.kirkbrae.scot/x", "https://git.int.kirkbrae.scot/x", "an internal label"),
        (
            "https://jira.regulator.example/browse/X-1",
            "https://jira.regulator.example/browse/X-1",
            "an own host not for the public",
        ),
        ("http://192.168.0.10/cam", "http://192.168.0.10/cam", "a private address"),
        ("works on localhost:8080/admin, ship it", "localhost:8080/admin", "this machine"),
        ("in \\\\SHR-FS01\\Performance\\2025, shout", "\\\\SHR-FS01\\Performance\\2025", "a share"),
        ("H:\\Corporate\\Complaints, third folder", "H:\\Corporate\\Complaints", "a mapped drive"),
        ("smb://nas.local/media/tunes", "smb://nas.local/media/tunes", "a file scheme"),
        ("onenote:https://d.docs.live.net/8f1c/Team", "onenote:https://d.docs.live.net/8f1c/Team", "a notebook"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://docs.google.com/forms/d/e/1FAIpQLSc/viewform", "a public survey"),
        ("https://docs.google.com/document/d/e/2PACX-1v/pub", "a published document"),
        ("https://us02web.zoom.us/j/89144120973", "a meeting without its password"),
        ("https://en.wikipedia.org/wiki/Internal_combustion", "an article"),
        ("https://youtu.be/dQw4w9WgXcQ?si=9kQ2", "a film"),
        ("https://www.regulator.example/landlords?compare=12,44", "an own public page"),
        ("https://shop.example.com/?code=SAVE10", "a discount"),
        ("http://t", "cut off"),
        ("I hate SharePoint", "no link"),
        ("https://issues.apache.org/jira/browse/X-1", "a public tracker"),
        ("D: that's my face", "a face"),
        ("¯\\_(ツ)_/¯", "a shrug"),
        ("https://trello.com", "a front page"),
        ("https://github.com/org/repo/blob/main/internal/x.go", "public code"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
