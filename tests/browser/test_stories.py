"""Stories a person lives through: posting anyway, threads, private messages, haste, other keyboards."""

from __future__ import annotations

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer
from tests.browser.expecting import expect
from tests.browser.forepost import Open
from tests.browser.surfaces import MESSAGES, Surface
from tests.browser.surfaces.facebook import FACEBOOK_COMMENT, FACEBOOK_PAGE, FACEBOOK_POST
from tests.browser.surfaces.linkedin import LINKEDIN_ARTICLE, LINKEDIN_COMMENT, LINKEDIN_SDUI
from tests.browser.surfaces.plain import PLAIN_FORM
from tests.browser.surfaces.threads import THREADS_POST
from tests.browser.surfaces.tiktok import TIKTOK_ASKS
from tests.browser.surfaces.x import X_HOME, X_REPLY
from tests.browser.test_specification import CLEAN, HELD, PHONE, let_go

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("surface", [X_HOME, LINKEDIN_SDUI, FACEBOOK_COMMENT, PLAIN_FORM], ids=str)
def test_post_anyway_waits_for_the_tick_and_then_posts_what_was_written(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    anyway = composer.review.get_by_role("button", name="Post anyway")
    expect(anyway).to_be_disabled()

    let_go(composer)

    assert composer.wait_submitted() == [HELD]


def test_where_the_site_ignores_a_replayed_press_it_asks_for_one_more(open_composer: Open) -> None:
    composer = open_composer(X_HOME, "?strict").write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    let_go(composer)
    expect(composer.overlay.get_by_text("Checked. Press Post again.").last).to_be_visible()
    expect(composer.button).to_be_focused()

    composer.page.keyboard.press("Enter")

    assert composer.wait_submitted() == [HELD]


def test_a_pass_is_for_one_text_only(open_composer: Open) -> None:
    composer = open_composer(X_HOME, "?strict").write(HELD)
    composer.wait_underlined(PHONE)
    composer.press_post()
    composer.held()
    let_go(composer)
    expect(composer.overlay.get_by_text("Checked. Press Post again.").last).to_be_visible()

    composer.editor.focus()
    composer.page.keyboard.press("Control+End")
    composer.go_on(" or 07400 654321")
    composer.wait_underlined(PHONE, "07400 654321")
    composer.press_post()

    composer.held()


def test_one_post_of_a_thread_holds_the_whole_thread(open_composer: Open) -> None:
    composer = open_composer(X_REPLY).write(CLEAN)
    composer.page.locator('[data-testid="addButton"]').click()
    second = composer.page.locator('[data-testid="tweetTextarea_1"][contenteditable]')
    second.click()
    composer.go_on(HELD)
    composer.wait_underlined(PHONE)
    composer.page.locator('[data-testid="addButton"]').click()
    composer.page.locator('[data-testid="tweetTextarea_2"][contenteditable]').click()
    composer.go_on("And that is all")

    composer.press_post()
    expect(composer.review).to_be_visible()
    assert composer.submitted() == []
    let_go(composer)

    assert composer.wait_submitted() == [f"{CLEAN}\n---\n{HELD}\n---\nAnd that is all"]


def test_a_thread_of_threads_is_held_as_a_whole(open_composer: Open) -> None:
    composer = open_composer(THREADS_POST).write(CLEAN)
    composer.page.get_by_role("button", name="Add to thread").click()
    composer.page.get_by_role("dialog", name="New thread").get_by_role("textbox").last.click()
    composer.go_on(HELD)
    composer.wait_underlined(PHONE)

    composer.press_post()
    composer.held()
    let_go(composer)

    assert composer.wait_submitted() == [f"{CLEAN}\n---\n{HELD}"]


@pytest.mark.parametrize("surface", [FACEBOOK_PAGE, LINKEDIN_ARTICLE, TIKTOK_ASKS], ids=str)
def test_what_posts_in_two_steps_is_held_while_its_words_can_still_be_mended(
    surface: Surface, open_composer: Open
) -> None:
    composer = open_composer(surface).write(HELD)
    composer.wait_underlined(PHONE)

    composer.press_post()
    composer.held()
    expect(composer.editor).to_be_visible()
    let_go(composer)

    expect(composer.page.locator(surface.then)).to_be_visible()
    assert composer.submitted() == []
    composer.finish()
    assert composer.wait_submitted() == [HELD], "let go once is let go: the last step does not ask again"


@pytest.mark.parametrize("surface", MESSAGES, ids=str)
def test_a_private_message_is_neither_read_nor_held(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface)
    before = len(composer.companion.drafts())
    composer.write(HELD)
    composer.press_post("key" if surface.key is not None else "mouse")

    assert [text.strip() for text in composer.wait_submitted()] == [HELD]
    assert len(composer.companion.drafts()) == before
    assert composer.underlined() == []
    expect(composer.chip).to_have_count(0)


def test_two_quick_posts_are_both_checked(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(CLEAN)
    composer.press_post("key")
    composer.wait_submitted(1)
    composer.write(HELD)
    composer.press_post("key")

    expect(composer.review).to_be_visible()
    assert composer.submitted() == [CLEAN]


@pytest.mark.parametrize("surface", [X_HOME, FACEBOOK_COMMENT], ids=str)
def test_posting_at_once_waits_for_the_answer_and_then_posts(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(CLEAN)
    composer.press_post("key")

    assert composer.wait_submitted() == [CLEAN]


def test_a_press_before_the_answer_is_held_when_the_answer_says_so(open_composer: Open) -> None:
    composer = open_composer(FACEBOOK_COMMENT).write(HELD)
    composer.press_post("key")

    composer.held()


NOTE_KEYS = """() => {
  window.__keys = [];
  window.addEventListener('keydown', ({ keyCode }) => window.__keys.push(keyCode), true);
}"""


def compose_in_chromium(composer: Composer) -> None:
    typing = composer.page.context.new_cdp_session(composer.page)
    typing.send("Input.imeSetComposition", {"text": "に", "selectionStart": 1, "selectionEnd": 1})
    # The Enter that ends a composition arrives as key code 229 and belongs to the input method.
    typing.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Process", "windowsVirtualKeyCode": 229})
    expect(composer.review).to_be_hidden()
    typing.send("Input.insertText", {"text": "日本"})


# Firefox has an input method for tests, which one script begins to use and another goes on with.
COMPOSE = """
const { classes: Cc, interfaces: Ci } = Components;
globalThis.method = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
if (!method.beginInputTransactionForTests(window)) throw new Error('another input method is at work');
method.setPendingCompositionString('に');
method.appendClauseToPendingComposition(1, method.ATTR_RAW_CLAUSE);
method.setCaretInPendingComposition(1);
method.flushPendingComposition();
"""
# Enter is told to the page as key code 229, and ends the composition.
CHOOSE = """
const enter = new KeyboardEvent('', { key: 'Enter', code: 'Enter', keyCode: KeyboardEvent.DOM_VK_RETURN });
method.commitCompositionWith('日本', enter);
"""
# Keys that the input method has no use for. Those of the driver would end the composition.
PRESS_CONTROL_ENTER = """
const keys = ['Control', 'Enter'].map((key) => new KeyboardEvent('', { key }));
for (const key of keys) method.keydown(key);
for (const key of keys.reverse()) method.keyup(key);
"""


def test_an_input_method_chooses_a_word_and_posts_nothing(open_composer: Open, browser_name: str) -> None:
    composer = open_composer(FACEBOOK_COMMENT).write(f"{PHONE} ")
    composer.wait_underlined(PHONE)
    composer.ask(NOTE_KEYS)
    if browser_name == "firefox":
        composer.page.script(COMPOSE, sandbox="system")
        composer.page.script(CHOOSE, sandbox="system")
    else:
        compose_in_chromium(composer)

    assert composer.ask("window.__keys") == [229], "the page was told of a key of the input method"
    composer.wait_for_model(lambda text: text.endswith("日本"))
    expect(composer.review).to_be_hidden()
    assert composer.submitted() == []
    composer.wait_underlined(PHONE)


def test_a_key_that_posts_in_the_middle_of_a_composition_is_held(open_composer: Open, browser_name: str) -> None:
    composer = open_composer(X_HOME).write(f"{HELD} ")
    composer.wait_underlined(PHONE)
    if browser_name == "firefox":
        composer.page.script(COMPOSE, sandbox="system")
        composer.page.script(PRESS_CONTROL_ENTER, sandbox="system")
    else:
        typing = composer.page.context.new_cdp_session(composer.page)
        typing.send("Input.imeSetComposition", {"text": "に", "selectionStart": 1, "selectionEnd": 1})
        composer.press_post("key")

    composer.held()
    # Draft takes it in a moment later.
    composer.wait_for_model(lambda text: text.endswith("に"), "no character is lost")


@pytest.mark.parametrize("surface", [FACEBOOK_POST, FACEBOOK_COMMENT, X_HOME, LINKEDIN_COMMENT], ids=str)
@pytest.mark.parametrize(
    ("lang", "browser_name"),
    [*((lang, "chromium") for lang in ("de", "fr", "ja", "ar")), ("ar", "firefox")],  # which words stand on a button
)
def test_holds_in_any_language(surface: Surface, lang: str, open_composer: Open) -> None:
    translated = Surface(
        surface.name, surface.url, surface.editor, surface.button.split('[aria-label="Post"]')[0], surface.kind
    )
    composer = open_composer(translated, f"?lang={lang}").write(HELD)
    composer.wait_underlined(PHONE)

    composer.button.last.click(no_wait_after=True)

    composer.held()


def test_a_mention_counts_as_its_words(open_composer: Open) -> None:
    composer = open_composer(LINKEDIN_SDUI)
    composer.focus()
    composer.ask("__replica.mention('Ann Example')")
    composer.go_on(f"ring {PHONE}")
    composer.wait_underlined(PHONE)
    assert composer.sent()["text"].replace("\xa0", " ") == f"@Ann Example ring {PHONE}"


def test_not_a_problem_here_is_quiet_there_from_then_on(open_composer: Open) -> None:
    composer = open_composer(X_HOME).write(HELD)
    try:
        composer.wait_underlined(PHONE)
        composer.open_card(PHONE)
        composer.card.get_by_role("button", name="Not a problem here").click()
        composer.wait_underlined()
        composer.press_post()
        assert composer.wait_submitted() == [HELD]

        open_composer(X_HOME).write(HELD).checked()
    finally:
        answers = composer.companion.take_back_answers()
    assert answers == ["dismissed"]


def test_switched_off_for_a_site_nothing_is_sent(open_composer: Open) -> None:
    composer = open_composer(PLAIN_FORM)
    companion = composer.companion
    companion.call("/v1/settings/patch", {"sites": {"plain.example": {"enabled": False}}})
    try:
        composer.open()
        before = len(companion.drafts())
        composer.write(HELD)
        composer.press_post()
        assert composer.wait_submitted() == [HELD]
        assert len(companion.drafts()) == before
    finally:
        companion.call("/v1/settings/patch", {"sites": {"plain.example": {"enabled": True}}})


def test_a_long_text_says_it_is_partly_checked(open_composer: Open) -> None:
    composer = open_composer(PLAIN_FORM)
    composer.editor.fill("A quiet morning at the depot. " * 4000)
    composer.chip_says("Partly checked", 10)
    until("it posts all the same", composer.button.is_enabled)
    composer.press_post()
    assert len(composer.wait_submitted()) == 1
