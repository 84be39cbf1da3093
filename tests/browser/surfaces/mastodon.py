"""Mastodon: where its compose form is on the replica."""

from dataclasses import replace

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
MASTODON_EDIT = replace(MASTODON_POST, name="mastodon-edit", url="https://mastodon.social/home?edit")
MASTODON_MENTION = Surface("mastodon-mention", "https://mastodon.social/mention", EDITOR, BUTTON)
MASTODON_BIO = Surface(
    "mastodon-bio",
    "https://mastodon.social/settings/profile",
    "#account_note",
    "#edit_profile button",
    kind="profile",
    key=None,
    site="mastodon",
    engine="field",
    account="ann",
)
MASTODON_BIO_DIALOG = Surface(
    "mastodon-bio-dialog",
    "https://mastodon.social/profile/edit",
    ".safety-action-modal textarea",
    ".safety-action-modal .button",
    kind="profile",
    key=None,
    site="mastodon",
    engine="field",
    account="ann",
)

SURFACES = [MASTODON_POST, MASTODON_REPLY]
MESSAGES: list[Surface] = [MASTODON_MENTION]
OTHER_ENDS = [MASTODON_EDIT]
PROFILES = [MASTODON_BIO, MASTODON_BIO_DIALOG]
