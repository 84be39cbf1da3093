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

SURFACES = [THREADS_POST, THREADS_REPLY]
MESSAGES: list[Surface] = []
