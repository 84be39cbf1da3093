"""The engine: no network, no log of the text, late and cheap to load, safe in threads, linear in the text."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.detectors.detector import MOST_OF_ONE_ENTITY, Detector
from companion.detectors.engine import Engine, build_engine, detectors_for
from companion.detectors.presidio import analyzer_of
from companion.draft import Detection
from companion.policy.model import Pack

FIRST_RULES = ["phone", "address", "postcode", "email", "date-of-birth", "token", "password", "passcode", "marking"]


@pytest.mark.parametrize("module", ["companion.review", "companion.draft", "companion.text", "companion.cli"])
def test_importing_loads_no_presidio(module: str) -> None:
    code = f"import sys, {module}; sys.exit(bool({{'presidio_analyzer', 'spacy'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_building_and_using_opens_no_connection(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presidio's e-mail recognizer and tldextract would fetch the public-suffix list at the first "@"."""

    def refused(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("a connection was tried")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    built = build_engine(pack)
    built.warm()
    assert [one.entity for one in built.detect("mail isla@gmail.com", ["email"])] == ["email"]


def test_no_word_of_the_text_is_logged(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("presidio-analyzer").setLevel(logging.DEBUG)
        engine.detect("canaryword: call 07400 123456")
    assert "canaryword" not in caplog.text
    assert "07400" not in caplog.text


def test_threads_share_one_engine(engine: Engine) -> None:
    texts = [f"call 07400 1234{n:02d} or mail a{n}@gmail.com, {n} High Street, Leith EH6 4JF" for n in range(60)]
    alone = [engine.detect(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(engine.detect, texts))
    assert together == alone
    assert all(alone)


def test_only_what_is_asked_for_is_looked_for(engine: Engine) -> None:
    text = "call 07400 123456 or mail a@gmail.com"
    assert {one.entity for one in engine.detect(text, ["phone"])} == {"phone"}
    assert engine.detect(text, ["no-such-entity"]) == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "👍", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\ud83d", "\udc00\ud800", "\u200b\u200d\ufeff", "\x00", "\u0301"],
    ids=ascii,
)
def test_any_text_will_do(engine: Engine, text: str) -> None:
    assert engine.detect(text) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("07400 123456@.,/-:; SECRETpassword\u200d\ufe0f\ud800"))
    )
)
def test_spans_lie_in_the_text(engine: Engine, text: str) -> None:
    for one in engine.detect(text):
        assert 0 <= one.start < one.end <= len(text)


def test_evidence_and_kind_come_through_and_repeat_nothing(engine: Engine) -> None:
    (found,) = engine.detect("ring ０７４００ １２３４５６ now", ["phone"])
    assert found.kind == "mobile"
    assert found.evidence
    assert "０" not in found.evidence
    assert not any(char.isdigit() for char in found.evidence)


def test_a_cue_raises_a_weak_detection_on_either_side_and_by_whole_words_only() -> None:
    def find(text: str) -> list[Detection]:
        at = text.index("X")
        return [Detection("thing", at, at + 1, 0.3, "an X")]

    analyzer = analyzer_of([Detector("thing", find, threshold=0.5, cues=("lic", "post code"), lift=0.35)])
    found = {
        text: bool(analyzer.analyze(text, "en"))
        for text in ("the lic X", "X is my lic", "a post code: X", "public X", "X", "lic" + " " * 90 + "X")
    }
    assert found == {
        "the lic X": True,
        "X is my lic": True,
        "a post code: X": True,
        "public X": False,
        "X": False,
        "lic" + " " * 90 + "X": False,
    }


def test_a_flood_is_cut_off(engine: Engine) -> None:
    found = engine.detect("07400 123456, " * 2_000, ["phone"])
    assert 0 < len(found) <= MOST_OF_ONE_ENTITY


# Each repeats what some pattern begins with and never ends as it wants; the worst of a longer list tried by hand.
ADVERSARIAL = [
    "1.", "1", "0 ", "1-", "+1 ", "0/2, ", "07400 123456 ", "7400123456 ", "oh ", "a@", "a@b.", "a at b dot ",
    "A1 1AA ", "1 High ", "High Street ", "1 High Street, ", "Aa, ", ", by A", "Flat 1, ", "I live at ",
    "1/1/85 ", "born ", "eyJ", "eyJ-", "a-_.", "xoxb-", "http://a:b@", "-----BEGIN PRIVATE KEY-----",
    "password: ", "key=", "id/pw ", "machine a login b ", "1.1.1.1 a/", "code ", "pin ", "seed phrase ",
    "1 left ", "SECRET ", "SECRET\n", "\n", "OFFICIAL ", "O F F I C I A L ", "OFFICIAL-SENSITIVE marked ",
    "not my ", "my views ", "views ", "I SHR ", "our RSL ", "\u0301", "👩‍", "(", '"', "_", "echo ",
    "IV27 4HB ", "22 Heol y Bryn ", "22 Heol ", "1 Heol-", "PO Box 1 ", "14 Mill Lane (A ", "1 Mill Road, A of B of ",
    "FOR OFFICIAL USE ONLY ", "UK SECRET COMMERCIAL ", "Aa Bb, born 9 March 1934, ", "O77OO 9OO 128 ", "O7OO", "O7 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", ADVERSARIAL, ids=ascii)
def test_time_grows_with_the_text_and_no_faster(pack: Pack, engine: Engine, piece: str) -> None:
    """Four times the text takes about four times as long; sixteen would be quadratic. Generous: machines are busy."""
    entities = [*FIRST_RULES, "employer-talk", "disclaimer"]

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        began = time.process_time()
        engine.detect(text, entities)
        return time.process_time() - began

    seconds(1_000)
    short, long = seconds(15_000), seconds(60_000)  # each once: the same text again would be remembered
    assert long < max(10 * short, 0.5), f"{short:.2f} s for 15,000 characters, {long:.2f} s for 60,000"
    assert long < 3


def test_an_engine_is_gone_when_another_has_taken_its_place(pack: Pack) -> None:
    """What is loaded is kept out of later collections; an engine must not need one to go."""
    old = build_engine(pack)
    old.detect("call 07400 123456")
    last = weakref.ref(old)
    build_engine(pack)
    del old
    assert last() is None


def test_every_entity_of_the_pack_has_a_detector(pack: Pack) -> None:
    from companion.draft import MODES
    from companion.policy.plan import entities_of

    offered = {detector.entity for detector in detectors_for(pack)}
    assert {entity for mode in MODES for entity in entities_of(pack, mode)} <= offered
