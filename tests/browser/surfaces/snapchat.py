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

# No site file knows the profile's text, and its page is invented: the generic fallback takes it for a post.
SNAPCHAT_BIO = Surface(
    "snapchat-bio",
    "https://www.snapchat.com/profile",
    '[role="dialog"] textarea',
    '[role="dialog"] [role="button"]:text-is("Save")',
    key=None,
    site="snapchat",
    engine="field",
)

SURFACES = [SNAPCHAT_POST]
MESSAGES: list[Surface] = [SNAPCHAT_CHAT]
UNKNOWN_PROFILES = [SNAPCHAT_BIO]
