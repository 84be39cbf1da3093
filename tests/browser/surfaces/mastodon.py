"""Mastodon: where its compose form is on the replica."""

from tests.browser.surfaces.surface import Surface

EDITOR = "textarea.autosuggest-textarea__textarea"
BUTTON = ".compose-form__submit button"

MASTODON_POST = Surface(
    "mastodon-post",
    "https://mastodon.social/home",
    EDITOR,
    BUTTON,
    site="mastodon",
    engine="field",
    account="ann",
    audience="Public",
)
MASTODON_REPLY = Surface(
    "mastodon-reply",
    "https://mastodon.social/reply",
    EDITOR,
    BUTTON,
    kind="reply",
    site="mastodon",
    engine="field",
    account="ann",
    audience="Public",
    answers="How did the visit to the depot go?",
)
MASTODON_MENTION = Surface("mastodon-mention", "https://mastodon.social/mention", EDITOR, BUTTON)

SURFACES = [MASTODON_POST, MASTODON_REPLY]
MESSAGES: list[Surface] = [MASTODON_MENTION]
