"""Writes lines of CSV in which no cell can begin a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

UTF8 = "\ufeff"  # at the beginning of a file: by it Excel knows the encoding, and reads £ and é as they are
FORMULA = ("=", "+", "-", "@", "−")  # what a cell must not begin with


def line_of(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_plain(value) for value in values])
    return line.getvalue()


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _begins_a_formula(value) else value


def _begins_a_formula(cell: str) -> bool:
    """Some programs pass over blanks and signs that cannot be seen, and read fullwidth forms as plain ones."""
    first = next((char for char in cell if unicodedata.category(char)[0] not in "ZC"), "")
    return cell[:1] in ("\t", "\r", "\n") or unicodedata.normalize("NFKC", first)[:1] in FORMULA
