"""Bluesky: where its composer is on the replica."""

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
BLUESKY_CHAT = Surface("bluesky-chat", "https://bsky.app/messages/1", "textarea", '[data-replica="send"]', key="Enter")

SURFACES = [BLUESKY_POST]
MESSAGES: list[Surface] = [BLUESKY_CHAT]
