"""A mail to ask before posting: to whom, about which rules and clauses. No word of the draft can be in it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from companion.policy.model import Rule
from companion.policy.organisation import Contact
from companion.server.messages import Mail, Mails

LINE_MANAGER = "Your line manager"
SUBJECT = "May I post this?"


def mails_about(rules: Sequence[Rule], contacts: Sequence[Contact], *, own_employer: bool) -> Mails:
    """One mail a recipient. A claim about one's own employer is nothing to bring before the line manager first."""
    body = "\r\n".join(
        [
            "Before I post something I would like to ask you about it. Forepost names these points:",
            "",
            *(f"- {rule.title} ({rule.clause.ref}: {rule.clause.text})" for rule in rules),
            "",
            "The draft is not in this mail. I will show it to you, or add it below, if you are content with that.",
        ]
    )
    people = [] if own_employer else [Mail(role=LINE_MANAGER, address=None, mailto=_mailto("", body))]
    people += [
        Mail(role=contact.role, address=contact.email, mailto=_mailto(contact.email, body))
        for contact in contacts
        if contact.email
    ]
    return Mails(mails=people, subject=SUBJECT, body=body)


def _mailto(address: str, body: str) -> str:
    """RFC 6068: everything but the unreserved is percent-encoded, lines end with CRLF."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(SUBJECT, safe='')}&body={quote(body, safe='')}"
