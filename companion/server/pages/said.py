"""How moments, sizes and counts are said on the pages: in words a person uses, in the time of this machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def day(moment: str | datetime | date) -> str:
    """22 November 2026"""
    there = local(moment) if not isinstance(moment, date) or isinstance(moment, datetime) else moment
    return f"{there.day} {there:%B %Y}"


def clock(moment: str | datetime) -> str:
    """14:05"""
    return f"{local(moment):%H:%M}"


def moment(when: str | datetime) -> str:
    """22 November 2026 at 14:05"""
    return f"{day(when)} at {clock(when)}"


def local(moment: str | datetime) -> datetime:
    """In the time of this machine. A moment without a zone is UTC."""
    found = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone()


def ago(when: datetime, now: datetime) -> str:
    """just now · 12 minutes ago · 3 hours ago · 2 days ago"""
    passed = now - when
    for unit, name in ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute")):
        if passed >= unit:
            return f"{counted(passed // unit, name)} ago"
    return "just now"


def counted(count: int, one: str, many: str = "") -> str:
    """1 file · 2 files"""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def number(count: int) -> str:
    """12 · 1,234"""
    return f"{count:,}"


def size(octets: int) -> str:
    """420 bytes · 12 kB · 3.4 MB"""
    if octets < 1000:
        return counted(octets, "byte")
    if octets < 1_000_000:
        return f"{octets / 1000:.0f} kB"
    return f"{octets / 1_000_000:.1f} MB"
