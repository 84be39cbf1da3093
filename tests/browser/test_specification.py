"""What Forepost promises on every surface: one specification, run over real editors under the real sites' names."""

from __future__ import annotations

import re

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer, Press, plain
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import ENGINES, KEYS, SURFACES, Surface
from tests.browser.surfaces.bluesky import BLUESKY_POST

pytestmark = pytest.mark.browser

PHONE = "07400 123456"
HELD = f"Ring me on {PHONE} about the visit"
MENDED = "Ring me about the visit"  # the companion settles what goes with the number
ADDRESS = "I live at 12 Garscube Road,\nGlasgow G20 7JE so come round"
CLEAN = "The canal path is open again from Saturday"
RICH = f"Family day 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 مرحبا with @bob\nring {PHONE} #openday"
DISCLAIMER_NEEDED = "I work for the Scottish Housing Regulator and I think our new policy is a real step forward"

on_every_surface = pytest.mark.parametrize("surface", SURFACES, ids=str)
on_each_engine = pytest.mark.parametrize("surface", ENGINES, ids=str)
# In Firefox with one key an engine: what differs there hangs on the engine, and a whole run has its time.
with_each_key = pytest.mark.parametrize(
    ("surface", "browser_name"),
    [*((each, "chromium") for each in KEYS), *((each, "firefox") for each in ENGINES)],
    ids=str,
)
WAYS: list[Press] = ["mouse", "key", "enter on button", "space on button", "touch", "script"]


def ways_of(surface: Surface) -> list[Press]:
    return [how for how in WAYS if how != "key" or surface.key is not None]


@on_every_surface
def test_recognises_reads_and_holds_and_lets_go_what_was_written(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    draft = composer.sent()
    assert plain(draft["text"]) == composer.model() == HELD
    assert (draft["site"], draft["surface"]) == (surface.known_as, surface.kind)
    assert (draft["account"] or {}).get("id") == surface.account
    assert ((draft["account"] or {}).get("kind") == "organisation") == surface.organisation
    assert draft["audience"] == surface.audience
    assert draft["reply_to"] == surface.answers

    composer.press_post()
    composer.held()
    let_go(composer)
    composer.finish()

    assert composer.wait_submitted() == [HELD]


ACCOUNTS = [surface for surface in SURFACES if surface.account is not None]
# Where a label of the page is read, its words stand around the name in another order in each language.
LABELLED = [surface for surface in ACCOUNTS if surface.site in ("linkedin", "facebook")]


@pytest.mark.parametrize(
    ("surface", "lang", "browser_name"),
    [
        *((each, "ar", "chromium") for each in ACCOUNTS),
        *((each, "ja", "chromium") for each in LABELLED),
        *((each, lang, "firefox") for each in LABELLED for lang in ("ar", "ja")),
    ],
    ids=str,
)
def test_knows_who_writes_in_any_language(surface: Surface, lang: str, open_composer: Open) -> None:
    draft = open_composer(surface, f"?lang={lang}").write(CLEAN).sent()
    assert (draft["account"] or {}).get("id") == surface.account


@on_each_engine
def test_reads_what_the_editor_holds_and_underlines_the_right_words_also_in_a_new_node(
    surface: Surface, open_composer: Open
) -> None:
    composer = open_composer(surface).type(RICH)
    assert plain(composer.sent()["text"]) == composer.model() == RICH
    composer.wait_underlined(PHONE)

    composer.rerender()
    composer.wait_underlined(PHONE)

    composer.page.keyboard.press("Control+End")
    composer.go_on(" and more")
    composer.sent()
    composer.wait_underlined(PHONE)


@with_each_key
def test_holds_a_post_pressed_in_any_way_and_leaves_the_text_alone(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)
    before = composer.changes()

    composer.page.mouse.move(*composer.point_at(PHONE))
    composer.open_card(PHONE)
    composer.close_card()
    for how in ways_of(surface):
        composer.press_post(how)
        composer.held(how)
        expect(composer.review, how).to_contain_text(PHONE)

        composer.page.keyboard.press("Escape")
        expect(composer.review, how).to_be_hidden()
        expect(composer.editor, how).to_be_focused()
        assert composer.model() == HELD, how
        assert composer.submitted() == [], how
    composer.rerender()
    composer.wait_underlined(PHONE)

    assert composer.changes() == before
    assert composer.model() == HELD


@with_each_key
def test_a_clean_post_passes_untouched(surface: Surface, open_composer: Open) -> None:
    needed = {"mouse": {"pointerdown", "mousedown", "mouseup", "click"}, "touch": {"touchstart", "touchend", "click"}}
    composer = open_composer(surface)
    ways: list[Press] = [how for how in ways_of(surface) if how in {"mouse", "touch", "key"}]
    for how in ways:
        composer.again().write(CLEAN).checked()
        asked, fetched = questions(composer), composer.requests_of_the_page()
        composer.ask("__replica.events.length = 0")

        composer.press_post(how)

        assert composer.wait_submitted() == [CLEAN], how
        events = composer.ask("__replica.events")
        assert [event for event in events if event["prevented"] or not event["trusted"]] == [], how
        assert needed.get(how, {"keydown"}) <= {event["type"] for event in events}
        assert questions(composer) == asked, f"by {how}: pressing Post on a checked draft asks nobody"
        assert composer.requests_of_the_page() == fetched, how
        expect(composer.review, how).to_be_hidden()


@on_each_engine
def test_a_fix_reaches_the_editors_own_model_can_be_undone_and_goes_out(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)

    composer.fix(PHONE, "Remove it")
    composer.wait_model(MENDED)
    composer.wait_underlined()

    if surface.undo:
        composer.editor.focus()
        composer.page.keyboard.press("Control+Z")
    else:
        composer.card.get_by_role("button", name="Put back").click()
    composer.wait_model(HELD)
    composer.wait_underlined(PHONE)
    composer.close_card()

    composer.press_post()
    composer.held()
    composer.answer("Remove it")
    composer.wait_model(MENDED)
    composer.answer("Post")
    assert composer.wait_submitted() == [MENDED]


@on_each_engine
def test_a_fix_over_two_lines_leaves_no_word_behind_and_can_be_put_back(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(ADDRESS)
    composer.chip_says("1 to look at")
    composer.chip.click()
    composer.card.get_by_role("button", name="Remove it").click()
    composer.wait_model("I live so come round")

    composer.card.get_by_role("button", name="Put back").click()
    composer.wait_model(ADDRESS)


@on_each_engine
def test_the_disclaimer_is_added_at_the_end(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(DISCLAIMER_NEEDED)
    composer.chip_says("1 to look at")
    composer.chip.click()
    composer.card.get_by_role("button", name=re.compile("disclaimer", re.I)).first.click()

    composer.wait_for_model(lambda text: text.startswith(DISCLAIMER_NEEDED) and text != DISCLAIMER_NEEDED)
    composer.checked()
    assert composer.model().count("my own") == 1, "added once"


def questions(composer: Composer) -> list[str]:
    """What the companion was asked so far. Not counted is the look at the settings whenever a composer gets the focus
    (some sites give it the focus again once they have posted), nor the proof that comes before every question.
    """
    uncounted = {"/v1/settings/read", "/v1/hello"}
    return [request.path for request in composer.companion.requests() if request.path not in uncounted]


def skip_if_generic(surface: Surface) -> None:
    if not surface.site:
        pytest.skip("no site file describes it: the fallback is what the tests above ran")


@pytest.mark.parametrize(
    ("surface", "browser_name"),
    [*((each, "chromium") for each in SURFACES), *((each, "firefox") for each in ENGINES)],
    ids=str,
)
def test_without_its_site_file_the_fallback_reads_holds_and_lets_go(surface: Surface, open_undescribed: Open) -> None:
    skip_if_generic(surface)
    composer = open_undescribed(surface).write(HELD)
    assert plain(composer.sent()["text"]) == HELD
    if surface.key is not None:
        composer.press_post("key")
        composer.held("by key")
        composer.page.keyboard.press("Escape")
        expect(composer.review).to_be_hidden()

    composer.press_post()
    composer.held()
    let_go(composer)
    composer.finish()

    assert composer.wait_submitted() == [HELD]


@pytest.mark.parametrize("query", ["", "?lang=ar"])
def test_bluesky_checks_every_post_of_a_thread_and_knows_who_writes(query: str, open_composer: Open) -> None:
    composer = open_composer(BLUESKY_POST, query).write(HELD)
    composer.wait_underlined(PHONE)
    draft = composer.drafts()[-1]
    assert draft["account"]["id"] == "ann.example", "the writer's own profile, not that of a post in the feed"
    assert draft["audience"] == {"": "Everyone can reply", "?lang=ar": "يمكن للجميع الرد"}[query]

    composer.page.locator('[data-replica="add"]').click()
    empty = "document.activeElement.isContentEditable && document.activeElement.textContent === ''"
    until("the new post has the focus", lambda: composer.ask(empty))
    composer.go_on(CLEAN)
    composer.button.click(no_wait_after=True)

    composer.held()
    let_go(composer)
    assert composer.wait_submitted() == [f"{HELD}\n---\n{CLEAN}"]


def let_go(composer: Composer) -> None:
    """Tick what is meant to be shared, then Post anyway."""
    for tick in composer.review.get_by_role("checkbox").all():
        tick.check()
    composer.answer("Post anyway")
