"""Prints a review for people: the text with what was found underlined, and each finding explained below it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Printed

from companion.draft import Finding, Review, Severity

_STYLE: dict[Severity, str] = {"hold": "bold underline red", "warn": "underline yellow", "hint": "underline dim"}
_LINE: dict[Severity, str] = {"hold": "=", "warn": "~", "hint": "."}  # where the terminal cannot underline
_WORD: dict[Severity, str] = {"hold": "Hold", "warn": "Look", "hint": "Note"}
_NUMBERS = ("Nothing", "One thing", "Two things", "Three things", "Four things", "Five things")

# A text may hold anything, even orders to the terminal; its control characters are shown as pictures of themselves.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: 0x2421}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def printable(text: str) -> str:
    """The text on one terminal line, without orders to the terminal."""
    return text.translate(_PICTURES).replace("\n", " ").replace("\t", " ")


def word_of(severity: Severity) -> str:
    """The word the terminal shows for it."""
    return _WORD[severity]


def show(review: Review, text: str, console: Console | None = None) -> None:
    """Write the review to the terminal. Offsets of the review must be code points."""
    console = console or Console(highlight=False, soft_wrap=True)
    shown = text.translate(_PICTURES)
    _show_text(review, shown, console)
    for finding in review.findings:
        _explain(finding, shown, console)
    count = len(review.findings)
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count} things"
    console.print(Printed(f"{number} to look at. Read as a {review.mode} post; spans count code points.", style="dim"))


def _show_text(review: Review, text: str, console: Console) -> None:
    if console.color_system is not None:
        printed = Printed(text)
        for finding, start, end in _spans(review):
            printed.stylize(_STYLE[finding.severity], start, end)
        console.print(printed)
    else:
        begins = 0
        for line in text.split("\n"):
            console.print(Printed(line))
            if marks := _marks(review, line, begins):
                console.print(Printed(marks))
            begins += len(line) + 1
    console.print()


def _marks(review: Review, line: str, begins: int) -> str:
    """A line of marks to stand below `line`, which begins at `begins` of the text; empty where nothing was found."""
    marks = [" " * cell_len(char) for char in line]
    for finding, start, end in _spans(review):
        for place in range(max(start - begins, 0), min(end - begins, len(line))):
            marks[place] = _LINE[finding.severity] * cell_len(line[place])
    return "".join(marks).rstrip()


def _spans(review: Review) -> list[tuple[Finding, int, int]]:
    return [(one, one.start, one.end) for one in review.findings if one.start is not None and one.end is not None]


def _explain(finding: Finding, text: str, console: Console) -> None:
    head = Printed(f"{_WORD[finding.severity]}: ", style="bold")
    head.append(finding.title)
    if finding.start is not None and finding.end is not None:
        head.append(f": “{text[finding.start : finding.end]}” [{finding.start}–{finding.end}]")
    console.print(head)
    console.print(Printed(f"  {finding.why}"))
    console.print(Printed(f"  {finding.clause.ref}: {finding.clause.text}", style="dim"))
    for fix in finding.fixes:
        console.print(Printed(f"  → {fix.label}"))
    console.print()
