"""YouTube: where its comment and its community post are on the replica."""

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
)
YOUTUBE_POST = Surface(
    "youtube-post",
    "https://www.youtube.com/@ann/posts",
    EDITOR,
    BUTTON,
    key=None,
    site="youtube",
)

SURFACES = [YOUTUBE_COMMENT, YOUTUBE_POST]
MESSAGES: list[Surface] = []
