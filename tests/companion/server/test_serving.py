"""The server stops cleanly, whatever is under way."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path

from companion.draft import Draft, Review
from companion.server.checks import Terms
from companion.server.ports import bind
from tests.companion.server.live import Live, StandIn
from tests.companion.server.live import review as stand_in


def test_stopping_answers_what_is_under_way_and_frees_the_port(tmp_path: Path) -> None:
    live = Live(tmp_path)
    started, gate = threading.Event(), threading.Event()

    def slow(draft: Draft, terms: Terms) -> Review:
        started.set()
        assert gate.wait(10)
        return stand_in(draft, terms)

    live.companion.warming.reviews(1)
    live.companion.warming._reviews = StandIn(slow)
    idle = http.client.HTTPConnection("127.0.0.1", live.port)
    idle.connect()
    found: list[int] = []
    asking = threading.Thread(target=lambda: found.append(live.as_local("/v1/reviews", {"text": "a"}).status))
    asking.start()
    assert started.wait(5)
    stopping = threading.Thread(target=live.stop)
    stopping.start()
    gate.set()
    stopping.join(10)
    asking.join(10)
    assert not stopping.is_alive()
    assert found == [200]
    idle.close()
    bind(live.port).close()


def test_stopping_many_times_over_leaves_no_thread(tmp_path: Path) -> None:
    """The race between a last request and the stop is met by trying often."""
    for number in range(20):
        live = Live(tmp_path / str(number))
        caller = threading.Thread(target=lambda live=live: live.call("/nothing"))
        caller.start()
        caller.join()
        live.stop()
    assert not [thread.name for thread in threading.enumerate() if thread.name == "server"]
