"""The report of something posted by mistake, as text and as a mail; and a correction that fits the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from companion.policy.guidance import Correction
from companion.policy.limits import length
from companion.server.pages import said
from companion.server.pages.advice import Site

SUBJECT = "Something I posted by mistake"


@dataclass(frozen=True)
class Report:
    """What the person says of it. `text` is the post itself, only if they put it in."""

    when: str = ""
    site: str = ""
    account: str = ""
    what: str = ""
    text: str = ""
    rules: tuple[str, ...] = ()  # titles of what Forepost had pointed out
    done: tuple[tuple[str, datetime], ...] = ()  # titles of steps, and when each was done

    def lines(self) -> str:
        asked = [("When", self.when), ("Where", self.site), ("Account", self.account), ("What is wrong", self.what)]
        lines = [SUBJECT, "", *(f"{name}: {given or 'not filled in'}" for name, given in asked)]
        lines += ["", "Forepost had pointed out:", *(f"- {title}" for title in self.rules)] if self.rules else []
        lines += ["", "Done so far:"] if self.done else ["", "Done so far: nothing yet"]
        lines += [f"- {title} ({said.moment(when)})" for title, when in self.done]
        if self.text:
            lines += ["", "The post:", self.text]
        return "\n".join(lines) + "\n"

    def mail(self, to: str, now: datetime) -> bytes:
        """An unsent message (RFC 5322; X-Unsent opens it as a draft). Nobody is written to by making it."""
        message = EmailMessage(policy=SMTP)
        message["Subject"] = SUBJECT
        message["Date"] = now
        message["X-Unsent"] = "1"
        if to:
            message["To"] = to
        message.set_content(self.lines())
        return message.as_bytes()


@dataclass(frozen=True)
class Fitted:
    """A correction and how long the site says it is."""

    text: str
    used: int
    site: Site

    @property
    def over(self) -> int:
        """Characters too many; 0 when it fits."""
        return max(0, self.used - self.site.limit.max)


def fitted(correction: Correction, right: str, site: Site) -> Fitted:
    """The longer beginning where it leaves room for what is right, else the shorter one."""
    candidates = [f"{start} {right}".strip() for start in (correction.text, correction.short)]
    sized = [Fitted(text, length(text, site.limit, site.id), site) for text in candidates]
    return next((one for one in sized if not one.over), sized[-1])
