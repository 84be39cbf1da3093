"""Bluesky: where its composer is on the replica."""

from dataclasses import replace

from tests.browser.surfaces.surface import Surface

BLUESKY_POST = Surface(
    "bluesky-post",
    "https://bsky.app/",
    '[data-testid="composePostView"] .ProseMirror',
    '[data-testid="composerPublishBtn"]',
    site="bluesky",
    engine="prosemirror",
    account="ann.example",
    audience="Everyone can reply",
)
BLUESKY_REPLY = replace(
    BLUESKY_POST,
    name="bluesky-reply",
    url="https://bsky.app/reply",
    kind="reply",
    answers="The market is back on Thursday.",
)
BLUESKY_CHAT = Surface("bluesky-chat", "https://bsky.app/messages/1", "textarea", '[data-replica="send"]', key="Enter")
BLUESKY_BIO = Surface(
    "bluesky-bio",
    "https://bsky.app/profile/ann.example",
    "textarea",
    '[data-testid="editProfileSaveBtn"]',
    kind="profile",
    key=None,
    site="bluesky",
    engine="field",
    account="ann.example",
)

SURFACES = [BLUESKY_POST, BLUESKY_REPLY]
MESSAGES: list[Surface] = [BLUESKY_CHAT]
PROFILES = [BLUESKY_BIO]
