"""What surrounds a post: answers of a card, counts, the note for a report. A clean post leaves nothing behind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.companion import Companion, until
from tests.browser.expecting import expect
from tests.browser.forepost import Forepost, Open
from tests.browser.surfaces.x import X_HOME
from tests.browser.test_specification import HELD, PHONE, in_both_browsers, let_go

pytestmark = pytest.mark.browser

Choose = Callable[..., Companion]


@pytest.fixture
def choose(shared: Callable[[str, str], Forepost], browser_name: str) -> Iterator[Choose]:
    """Change settings of the companion, before a page is opened. Afterwards all is as it was."""
    companion = shared("dev", browser_name).companion
    before = {"mode": "personal", "measure": False, "record": False, "gut_check": 0}

    def change(**settings: Any) -> Companion:
        companion.call("/v1/settings/patch", settings)
        return companion

    yield change
    companion.call("/v1/settings/patch", before)


def told(companion: Companion, path: str, since: int) -> list[dict[str, Any]]:
    """What arrived at this endpoint since then."""
    return [json.loads(each.body) for each in companion.requests()[since:] if each.path == path]


@in_both_browsers
def test_an_answer_is_taken_back_and_a_post_that_went_anyway_is_noted_and_counted(
    choose: Choose, open_composer: Open
) -> None:
    companion = choose(measure=True)
    since = len(companion.requests())
    composer = open_composer(X_HOME).type(HELD)
    composer.wait_underlined(PHONE)
    composer.open_card(PHONE)
    composer.card.get_by_role("button", name="Not useful").click()
    expect(composer.card).to_contain_text("Counted as not useful, on this computer only.")
    composer.wait_underlined()
    composer.card.get_by_role("button", name="Undo").click()
    composer.wait_underlined(PHONE)

    composer.press_post()
    composer.held()
    let_go(composer)
    composer.wait_submitted()

    note = until("the post is noted", lambda: told(companion, "/v1/incidents/note", since))[0]
    assert (note["rules"], note["verdict"], note["posted_anyway"]) == (["personal.phone"], "hold", True)
    assert (note["site"], note["account"]["id"]) == ("x", "me")
    counts = until("it is counted", lambda: told(companion, "/v1/outcomes", since))
    assert [sorted((one["outcome"], one["count"]) for one in batch["outcomes"]) for batch in counts] == [
        [("posted_anyway", 1), ("shown", 1)]
    ], "in one message, and what was taken back is not counted"
    assert PHONE not in json.dumps([note, counts])
