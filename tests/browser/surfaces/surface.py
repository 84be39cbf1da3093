"""What a test knows of one composer of one replica: where it is, how it posts, and what Forepost should see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

Engine = Literal["draft", "lexical", "prosemirror", "quill", "field", "plain"]


@dataclass(frozen=True)
class Surface:
    """One composer of one replica. Selectors are the test's own and pierce open shadow roots."""

    name: str
    url: str
    editor: str
    button: str
    then: str = (
        ""  # the button of the second step, where posting takes two; what is held is the first, where the words are
    )
    kind: str = "post"  # what the draft sent to the companion calls it
    key: str | None = "Control+Enter"  # posts from within the editor
    undo: bool = True  # Ctrl+Z takes a fix back by itself (Quill 1 merges it with the typing before)
    site: str = ""  # the site's own id in sites/*.json; '' = the generic fallback
    engine: Engine = "plain"  # the editor library around which the replica is built
    slotted: bool = False  # it stands in a slot of the site's own element
    account: str | None = None  # the id of who is writing; None: the page does not show it
    organisation: bool = False  # a page or a company is writing
    answers: str | None = None  # what the page shows as being answered
    audience: str | None = None  # who will see it, in the page's own English words; None: the page does not show it

    def __str__(self) -> str:
        return self.name

    @property
    def known_as(self) -> str:
        """What the draft calls the site: the id of its file, or the host where there is none."""
        return self.site or str(urlsplit(self.url).hostname)
