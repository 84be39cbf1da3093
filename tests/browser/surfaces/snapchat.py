"""Snapchat: where its composers are on the replica."""

from tests.browser.surfaces.surface import Surface

SNAPCHAT_POST = Surface(
    "snapchat-post",
    "https://my.snapchat.com/",
    "textarea",
    'button:text-is("Post")',
    key=None,
    engine="field",
)
SNAPCHAT_CHAT = Surface(
    "snapchat-chat", "https://www.snapchat.com/web", '[role="textbox"]', "body", key="Enter", engine="plain"
)

SURFACES = [SNAPCHAT_POST]
MESSAGES: list[Surface] = [SNAPCHAT_CHAT]
