"""Fields of one line that go out with a post, as a title or a content warning: read, held and mended like the post."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import Surface
from tests.browser.surfaces.mastodon import MASTODON_MENTION, MASTODON_POST
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.reddit import REDDIT_OLD_POST, REDDIT_POST
from tests.browser.test_specification import CLEAN, HELD, MENDED, PHONE, let_go

pytestmark = pytest.mark.browser

WARNING = "#cw-spoiler-input"
TITLED = replace(PLAIN_FORM, name="plain-titled", url="https://plain.example/titled")


def write_line(composer: Composer, line: str, text: str) -> None:
    composer.page.locator(line).click()
    composer.put(text)


@pytest.mark.parametrize(
    ("surface", "query", "line"),
    [
        (MASTODON_POST, "?warning", WARNING),
        (REDDIT_POST, "", "#innerTextArea"),
        (REDDIT_OLD_POST, "", 'textarea[name="title"]'),
        (TITLED, "", "#heading"),
    ],
    ids=str,
)
def test_the_line_above_a_post_is_held_with_it(surface: Surface, query: str, line: str, open_composer: Open) -> None:
    composer = open_composer(surface, query).write(CLEAN)
    write_line(composer, line, HELD)
    composer.chip_says("1 to look at")
    assert {draft["text"] for draft in composer.drafts()} >= {CLEAN, HELD}

    composer.press_post()
    composer.held()
    expect(composer.review).to_contain_text(PHONE)
    let_go(composer)

    assert composer.wait_submitted() == [f"{HELD}\n---\n{CLEAN}"]


@pytest.mark.parametrize(("surface", "query"), [(MASTODON_POST, "?warning&line="), (TITLED, "?line=")], ids=str)
def test_a_line_that_nobody_has_touched_is_held_too(surface: Surface, query: str, open_composer: Open) -> None:
    composer = open_composer(surface, query + quote(HELD)).write(CLEAN)
    composer.chip_says("1 to look at")

    composer.press_post()
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [f"{HELD}\n---\n{CLEAN}"]


def test_a_fix_in_a_line_reaches_the_page(open_composer: Open) -> None:
    composer = open_composer(MASTODON_POST, "?warning").write(CLEAN)
    write_line(composer, WARNING, HELD)
    composer.press_post()
    composer.held()

    composer.answer("Remove it")
    expect(composer.page.locator(WARNING)).to_have_value(MENDED)
    composer.answer("Post")

    assert composer.wait_submitted() == [f"{MENDED}\n---\n{CLEAN}"]


def test_enter_in_a_line_of_a_form_is_held(open_composer: Open) -> None:
    composer = open_composer(TITLED).write(HELD)
    write_line(composer, "#heading", "Thursday")
    composer.page.keyboard.press("Enter")

    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [f"Thursday\n---\n{HELD}"]


def test_names_and_searches_are_not_read(open_composer: Open) -> None:
    composer = open_composer(TITLED)
    write_line(composer, '[name="author"]', "Ann Example")
    composer.write(CLEAN).checked()
    assert all(CLEAN.startswith(draft["text"]) for draft in composer.drafts()), "only this text, perhaps in pieces"
    assert all(draft["siblings"] == [] for draft in composer.drafts())


def test_the_warning_of_a_private_mention_is_not_read(open_composer: Open) -> None:
    composer = open_composer(MASTODON_MENTION, "?warning").write(CLEAN)
    write_line(composer, WARNING, HELD)
    composer.press_post()
    assert composer.wait_submitted() == [f"{HELD}\n---\n{CLEAN}"]
    assert composer.drafts() == []


def test_a_key_that_posts_otherwise_than_the_button_is_held_and_does_so_when_let_go(open_composer: Open) -> None:
    composer = open_composer(MASTODON_POST, "?glitch").write(HELD)
    composer.page.keyboard.press("Alt+Enter")
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [HELD]
    assert composer.ask("__replica.submitted[0].surface") == "to followers"
