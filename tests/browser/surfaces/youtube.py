"""YouTube: where its comment, its community post, the live chat and Studio are on the replica."""

from dataclasses import replace

from tests.browser.surfaces.surface import Surface

EDITOR = "#contenteditable-root"
BUTTON = "#submit-button:not([class]) button"  # not the empty twin before it

YOUTUBE_COMMENT = Surface(
    "youtube-comment",
    "https://www.youtube.com/watch",
    EDITOR,
    BUTTON,
    kind="comment",
    key=None,
    site="youtube",
    answers="A morning at the depot",
)
YOUTUBE_REPLY = replace(
    YOUTUBE_COMMENT,
    name="youtube-reply",
    url="https://www.youtube.com/watch/reply",
    answers="The market is back on Thursday.",
)
YOUTUBE_POST = Surface(
    "youtube-post",
    "https://www.youtube.com/@ann/posts",
    EDITOR,
    BUTTON,
    key=None,
    site="youtube",
)

# The page that the watch page shows in a frame, opened by itself; in its frame it is in test_frames.py.
YOUTUBE_LIVE = Surface(
    "youtube-live",
    "https://www.youtube.com/live_chat",
    "#input",
    "#send-button button",
    kind="live",
    key="Enter",
    site="youtube",
)
YOUTUBE_STUDIO = Surface(
    "youtube-studio",
    "https://studio.youtube.com/",
    "#description-textarea #textbox",
    "#next-button button",
    then="#done-button button",
    key=None,
    site="youtube",
)
YOUTUBE_STUDIO_EDIT = Surface(
    "youtube-studio-edit",
    "https://studio.youtube.com/video/1/edit",
    "#description-textarea #textbox",
    "#save button",
    key=None,
    site="youtube",
)
YOUTUBE_CHANNEL = Surface(
    "youtube-channel",
    "https://studio.youtube.com/channel/1/editing/profile",
    "#description-textbox #textbox",
    "#publish-button button",
    kind="profile",
    key=None,
    site="youtube",
    account="ann",
)

YOUTUBE_EDIT = replace(YOUTUBE_COMMENT, name="youtube-edit", url=f"{YOUTUBE_COMMENT.url}?edit")
YOUTUBE_STUDIO_SCHEDULED = replace(
    YOUTUBE_STUDIO, name="youtube-studio-scheduled", url=f"{YOUTUBE_STUDIO.url}?schedule"
)

# The person has opened the menu of their account: from then on the handle is on the page.
YOUTUBE_HANDLE = replace(
    YOUTUBE_COMMENT, name="youtube-handle", url="https://www.youtube.com/watch/menu", account="ann", answers=None
)

SURFACES = [YOUTUBE_COMMENT, YOUTUBE_REPLY, YOUTUBE_POST, YOUTUBE_LIVE, YOUTUBE_STUDIO, YOUTUBE_STUDIO_EDIT]
MESSAGES: list[Surface] = []
OTHER_ENDS = [YOUTUBE_EDIT, YOUTUBE_STUDIO_SCHEDULED]
IDENTITIES = [YOUTUBE_HANDLE]
PROFILES = [YOUTUBE_CHANNEL]
