"""Addresses of machines; versions, times, scores and public name servers are silent."""

from __future__ import annotations

import pytest

from companion.detectors.network_address import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("locked out of 10.20.4.15 this morning", "10.20.4.15", "private"),
        ("failed login from 185.42.170.13, normal?", "185.42.170.13", "public"),
        ("our office is 10.8.32.0/22", "10.8.32.0/22", "a network"),
        ("rdp at 86.12.99.14:3389", "86.12.99.14", "a port behind it"),
        ("the CCTV is open at 31.125.44.7", "31.125.44.7", "a word for it"),
        ("server's on 2a02:c7c:5e1f::1b30", "2a02:c7c:5e1f::1b30", "version six"),
        ("fe80::1ff:fe23:4567:890a on eth0", "fe80::1ff:fe23:4567:890a", "link-local"),
        ("F0-18-98-44-7C-D3 on the guest list", "F0-18-98-44-7C-D3", "hardware, dashes"),
        ("aabb.cc12.3456 is the switch port", "aabb.cc12.3456", "hardware, dots"),
        ("blocked 203.0.112.77 in the log", "203.0.112.77", "beside a range for documentation"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("firmware 192.16.8.1 beta broke it", "a version"),
        ("Version 10.0.0.4 is out", "a version"),
        ("section 4.2.1.3 of the guidance", "a section"),
        ("there's no place like 127.0.0.1", "everybody's own machine"),
        ("8.8.8.8 to the rescue", "a public name server"),
        ("255.255.255.0", "a mask"),
        ("256.1.1.1 isn't valid", "no address"),
        ("tape at 01:22:14:09", "a time code"),
        ("scores 9.5.8.7 from the judges", "scores"),
        ("10.8.9.7, so that's bronze", "scores"),
        ("std::vector::push_back", "code"),
        ("Ratio 1:2:3:4:5:6:7:8", "a ratio"),
        ("lottery 04-19-27-36-41-02", "a lottery"),
        ("12:30:45 finish", "a time"),
        ("the manual has the server on 203.0.113.5 and the client on 198.51.100.7", "kept for manuals, RFC 5737"),
        ("route 192.0.2.0/24 to the firewall, says the tutorial", "a network kept for manuals"),
        ("ssh to 2001:db8::1 in the example", "kept for manuals, RFC 3849"),
        ("00-00-5E-00-53-A1 on the slide", "hardware kept for manuals, RFC 7042"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
