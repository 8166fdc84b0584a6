"""Dates of publication as machines write them, each to ISO 8601 with its offset, or to a bare date."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["from_iso", "from_mail", "from_unix", "given"]

_EXACT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")
_COARSE = re.compile(r"\d{4}(-\d\d)?")
_LOOSE_OFFSET = re.compile(r"\s+(?=(?:[+-]\d\d:?\d\d|Z|UTC|GMT)$)")

# Software that has no date writes the year 1, or the first second of 1970: nothing on the web was published then.
_FIRST_YEAR = 1971


def given(value: str | None) -> str | None:
    """The date that a record states about itself, unchanged where it has the form that the format asks for.

    A month or a year alone dates no document, so it gives None; a time without an offset keeps its day only. Raises
    ValueError for what is no ISO 8601.
    """
    value = value.strip() if value else ""
    if not value or _COARSE.fullmatch(value):
        return None
    when = datetime.fromisoformat(value)
    if _EXACT.fullmatch(value):
        return value
    return _written(when, bare=len(value) <= len("2024-01-01"))


def from_iso(value: str | None) -> str | None:
    """A date or time from metadata; None where it is none, or one that software writes for lack of any."""
    text = _LOOSE_OFFSET.sub("", value.strip()) if value else ""
    text = re.sub(r"(UTC|GMT)$", "Z", text)
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return _written(when, bare=len(text) <= len("2024-01-01")) if when.year >= _FIRST_YEAR else None


def from_mail(value: str | None) -> str | None:
    """A date as RSS has it ("Tue, 03 Mar 2026 17:05:00 +0200"), in its own offset; in an unknown zone, its day."""
    if not value:
        return None
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _written(when, bare=False) if when.year >= _FIRST_YEAR else None


def from_unix(value: str | int | None) -> str | None:
    """Seconds since 1970, in UTC."""
    try:
        when = datetime.fromtimestamp(int(value or 0), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return when.isoformat() if when.year >= _FIRST_YEAR else None


def _written(when: datetime, *, bare: bool) -> str:
    """A time without an offset is no moment: its day is all that it says."""
    if bare or when.tzinfo is None:
        return date(when.year, when.month, when.day).isoformat()
    return when.isoformat(timespec="seconds")
