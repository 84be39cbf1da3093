"""Threads: where its composers are on the replica."""

from tests.browser.surfaces.surface import Surface

THREADS_POST = Surface(
    "threads-post",
    "https://www.threads.com/",
    '[role="dialog"] [role="textbox"]',
    '[role="dialog"] [role="button"]:text-is("Post")',
    key=None,
    site="threads",
    engine="lexical",
    account="me",
    audience="Anyone can reply & quote",
)
THREADS_REPLY = Surface(
    "threads-reply",
    "https://www.threads.net/@bob/post/1",
    'main [role="textbox"]',
    'main [role="button"]:text-is("Post")',
    kind="reply",
    key=None,
    site="threads",
    engine="lexical",
    account="me",
    answers="bobA quiet morning at the depot.",
)

# No site file knows the profile's text, and its page is invented: the generic fallback takes it for a post.
THREADS_BIO = Surface(
    "threads-bio",
    "https://www.threads.com/@me",
    '[role="dialog"] textarea',
    '[role="dialog"] [role="button"]:text-is("Save")',
    key=None,
    site="threads",
    engine="field",
)

SURFACES = [THREADS_POST, THREADS_REPLY]
MESSAGES: list[Surface] = []
UNKNOWN_PROFILES = [THREADS_BIO]
