"""The bench must not flatter: no network, no invented figures, one rule of finding for all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bench import keystrokes
from tests.bench.engines import Engine, take_turns
from tests.bench.environments import NODE_PEERS, ROOT
from tests.bench.idle import processor_seconds
from tests.bench.measure import percentile, touches
from tests.bench.peers import OURS, PEERS
from tests.bench.report import engine_table, milliseconds, missing, paper, whole_way_table

SPEED = {
    "first_answer_s": 1.0,
    "rss_idle_mb": 120.0,
    "rss_after_60k_mb": 121.0,
    **{f"{p}_ms_{size}": 1.5 for p in ("p50", "p95") for size in (280, 3_000, 60_000)},
}
WAYS_OUT = (  # each swallows the failure, as a library might: the guard must have seen it all the same
    ("socket.create_connection(('192.0.2.1', 80), 1)", "192.0.2.1"),
    ("socket.getaddrinfo('example.invalid', 443)", "example.invalid"),
    ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))", "192.0.2.1"),
    ("__import__('urllib.request').request.urlopen('http://192.0.2.1/', timeout=1)", "192.0.2.1"),
)


def guarded(code: str) -> list[str]:
    """What the guard remembers of `code`, run in a process of its own (the hook cannot be taken down again)."""
    lines = f"""
import contextlib, json, socket
from tests.bench import guard
guard.put_up()
with contextlib.suppress(OSError):
    {code}
print(json.dumps(guard.attempts))
"""
    done = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True)
    seen: list[str] = json.loads(done.stdout)
    return seen


@pytest.mark.parametrize(("code", "host"), WAYS_OUT)
def test_a_measured_engine_cannot_reach_the_network_and_is_found_out(code: str, host: str) -> None:
    assert guarded(code) == [host]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_stays_open(host: str) -> None:
    assert (
        guarded(f"socket.create_connection(('{host}', socket.create_server(('127.0.0.1', 0)).getsockname()[1]))") == []
    )


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([(10, 20)], True),  # exactly
        ([(19, 40)], True),  # the last character of it
        ([(20, 30)], False),  # begins where it ends
        ([(0, 10)], False),  # ends where it begins
        ([(0, 0)], False),  # about something absent
        ([], False),
    ],
)
def test_a_detail_is_found_when_a_finding_overlaps_it(spans: list[tuple[int, int]], found: bool) -> None:
    assert touches(spans, 10, 20) is found


def test_percentiles_are_times_that_were_measured() -> None:
    assert [percentile([3, 1, 2, 5, 4], share) for share in (0, 0.5, 0.95, 1)] == [1, 3, 5, 5]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; sys.exit('RuntimeError: no model')", "it failed: RuntimeError: no model"),
        ('print(\'{"network": "models.example"}\')', "it tried to reach models.example over the network"),
    ],
)
def test_an_engine_that_fails_is_named_with_its_reason_and_has_no_figures(code: str, reason: str) -> None:
    ours = Engine(OURS, [sys.executable, "-c", f"print('{json.dumps(SPEED)}')"])
    peer = Engine("datafog", [sys.executable, "-c", code], [sys.executable, "-c", "print('{}')"])
    take_turns([ours, peer], 2, lambda words: None)
    figures = {engine.name: engine.figures() for engine in (ours, peer)}
    assert figures["datafog"] == {"not_available": reason}
    assert missing(figures) == f"- datafog: not available here; {reason}."
    assert "datafog" not in engine_table(figures)


def test_ours_must_not_be_left_out() -> None:
    with pytest.raises(RuntimeError, match="our own engine could not be measured: it failed: no pack"):
        take_turns([Engine(OURS, [sys.executable, "-c", "import sys; sys.exit('no pack')"])], 1, lambda words: None)


def test_the_median_of_the_rounds_is_kept() -> None:
    engine = Engine(OURS, rounds=[{"p50_ms_280": 9.0}, {"p50_ms_280": 1.0}, {"p50_ms_280": 2.0}])
    assert engine.figures() == {"p50_ms_280": 2.0}


def test_the_table_says_what_was_left_out_and_what_is_not_claimed() -> None:
    ours: dict[str, Any] = {**SPEED, "flagged": {"ordinary posts": [1, 400]}, "found": {"UK addresses": [9, 10]}}
    slow: dict[str, Any] = {**SPEED, "gave_up_s_60000": 34.2, "flagged": {"ordinary posts": [300, 400]}, "found": {}}
    table = engine_table({OURS: ours, "presidio": slow})
    assert "| 60,000 characters, p50 / p95 (ms) | 1.50 / 1.50 | left out: one call took 34 s | p95 ≤ 150 |" in table
    assert "| flagged: ordinary posts | 0.2 % (1/400) | 75.0 % (300/400) | ≤ 0.3 % |" in table
    assert "| found: UK addresses | 90.0 % (9/10) | – | ≥ 88 % |" in table


@pytest.mark.parametrize(("value", "shown"), [(0.004, "0.004"), (0.1, "0.10"), (3027.1, "3027.10")])
def test_no_time_is_shown_as_nothing(value: float, shown: str) -> None:
    assert milliseconds(value) == shown


def test_the_paper_holds_the_whole_way_only_where_it_was_measured() -> None:
    web = {**SPEED, "port_open_s": 0.3}
    page = {"painted_p50_ms": 20.0, "painted_p95_ms": 30.0, "clean_post_requests": 0, "bundle_gzip_kb": 50.0}
    page |= {"key_off_p50_ms": 3.0, "key_off_p95_ms": 5.0, "key_on_p50_ms": 3.5, "key_on_p95_ms": 6.0}
    page |= {"calls_before_focus": 0, "calls_when_idle": 0}
    rest = {"companion_cpu_s_per_min": 0.004, "companion_rss_mb": 90.0}
    engines: dict[str, dict[str, Any]] = {OURS: dict(SPEED)}
    table = whole_way_table(web, rest, page)
    assert table in paper("Head.", engines, table, 2_000)
    assert "| companion while nobody asks: processor time (s a minute) / memory (MB) | 0.004 / 90 |" in table
    assert "tray while nobody asks" not in table, "where nothing shows one, it has no figure"
    assert "The whole way" not in paper("Head.", engines, "", 2_000)


def test_processor_time_is_that_of_the_process_that_is_looked_at() -> None:
    code = "import sys, time\nwhile time.process_time() < 0.2: pass\nprint(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as busy:
        assert busy.stdout is not None
        busy.stdout.readline()
        assert processor_seconds(busy.pid) >= 0.2
        busy.communicate()


@pytest.mark.parametrize("name", PEERS)
def test_every_peer_has_a_hashed_lock_without_addresses(name: str) -> None:
    lock = (ROOT / "requirements" / "bench" / f"{name.replace('_', '-')}.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock


def test_the_node_lock_names_no_download_host() -> None:
    packages = json.loads((NODE_PEERS / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert all("integrity" in package for name, package in packages.items() if name)


def test_the_node_peer_cannot_reach_the_network(tmp_path: Path) -> None:
    """The same script with a stand-in for harper.js that reaches out and swallows the failure."""
    node = shutil.which("node")
    assert node
    package = tmp_path / "node_modules" / "harper.js"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"type": "module", "exports": {".": "./a.js", "./binary": "./a.js"}}')
    (package / "a.js").write_text(
        "export const Dialect = {}; export const binary = {};\n"
        "export class LocalLinter { async lint() { await fetch('http://192.0.2.1/').catch(() => {}); return []; } }\n"
    )
    shutil.copy(NODE_PEERS / "harper.mjs", tmp_path / "harper.mjs")
    (tmp_path / "texts.json").write_text(json.dumps({"280": ["a", "b", "c"]}))
    done = subprocess.run([node, "harper.mjs", "texts.json"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"network": "192.0.2.1"}


def test_a_key_costs_what_the_main_thread_does_until_the_next_one() -> None:
    def event(name: str, at: int, thread: int = 1, **more: object) -> keystrokes.Event:
        return {"name": name, "ts": at, "pid": 7, "tid": thread, "args": {"data": {"type": "keydown"}}, **more}

    keys = [event("EventDispatch", at, dur=1) for at in (1_000, 2_000, 3_000)]
    tasks = [
        event("RunTask", 900, dur=50_000),  # before the first
        event("RunTask", 1_000, dur=9_000, tdur=2_000),  # the thread had to wait for the processor
        event("RunTask", 1_500, dur=500),
        event("RunTask", 1_600, 2, dur=70_000),  # of another thread
        event("ThreadControllerImpl::RunTask", 1_000, dur=9_000, tdur=2_000),  # the same under its other name
        event("RunTask", 2_500, dur=1_000),
    ]
    assert keystrokes.per_key([*keys, *tasks]) == [2.5, 1.0]


def test_calls_of_ours_are_those_of_an_extension() -> None:
    calls = [
        {"name": "FunctionCall", "args": {"data": {"url": url}}}
        for url in ("chrome-extension://abc/content.js", "https://x.com/x.js", "")
    ]
    assert keystrokes.calls_of_ours(calls) == 1
