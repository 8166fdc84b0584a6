"""The date of publication that a text itself shows in its first lines, where they leave no doubt."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from purport.sources.knowledge import table

__all__ = ["visible_date"]

_LINES = 12
_CHARS = 3000
_DATELINE = re.compile(
    r"^[^\W\d_][^\d\n]{1,60}?,\s+(?P<month>[^\W\d_]{3,9})\.?\s+(?P<day>\d{1,2})\s*(?:\([^)\n]{1,40}\))?\s*[-–—]\s"
)
_MARKS = re.compile(r"[*_#>\s]+")
_CLOCK = re.compile(r"(?:\bt)?\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)?\b|(?:utc|gmt)?[+-]\d{1,2}(?::?\d\d)?\b")


def visible_date(text: str) -> str | None:
    """The day of publication, an ISO 8601 date, that the first lines show; None where they show none or several.

    Lines that say so ("Published: 5 May 2024") come before lines that are nothing but a date, and these before a
    dateline ("KYIV, May 5 (Agency) - "), whose year must stand in another date of the same day. A date inside a
    sentence is never taken.
    """
    lines = [line for line in (raw.strip() for raw in text[:_CHARS].splitlines()) if line][:_LINES]
    labelled = {day for line in lines for day in _labelled(line, "published")}
    bare = {day for line in lines for day in (*_labelled(line, "generic"), *_bare(line))}
    for found in (labelled, bare):
        if found:
            return found.pop().isoformat() if len(found) == 1 else None
    return _dateline(lines)


def _labelled(line: str, tier: str) -> Iterator[date]:
    """The date that follows such a label at the start of the line, at most a weekday or clock time between."""
    found = _label(tier).match(_plain(line))
    if found:
        rest = found["rest"]
        first = next(_dates(rest), None)
        if first and not _rest_of(rest[: first[1]]):
            yield first[0]


def _bare(line: str) -> Iterator[date]:
    """The date of a line that says nothing else."""
    plain = _plain(line)
    found = list(_dates(plain))
    if len(found) == 1 and len(plain) <= 60 and not _rest_of(plain[: found[0][1]] + " " + plain[found[0][2] :]):
        yield found[0][0]


def _dateline(lines: list[str]) -> str | None:
    for line in lines:
        found = _DATELINE.match(line)
        month = _months().get(found["month"].lower()) if found else None
        if found and month:
            days = {
                day
                for other in lines
                for day, _, _ in _dates(_plain(other))
                if (day.month, day.day) == (month, int(found["day"]))
            }
            return days.pop().isoformat() if len(days) == 1 else None
    return None


def _plain(line: str) -> str:
    return _MARKS.sub(" ", line).strip().lower()


def _rest_of(words: str) -> str:
    """What is left of the words without clock times, weekdays and the like."""
    bare = _CLOCK.sub(" ", words)
    return "".join(w for w in re.findall(r"[\w'’.]+", bare) if w.strip(".") and w.strip(".") not in _fillers())


def _dates(line: str) -> Iterator[tuple[date, int, int]]:
    """Full dates in a line in lower case, with where each starts and ends."""
    for found in _full().finditer(line):
        day = _day(found)
        if day:
            yield day, found.start(), found.end()


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year = int(parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"] or parts["y5"])
    if parts["s1"]:  # 5/26/2023 or 26/5/2023: only where one of the two can be meant
        a, b = int(parts["s1"]), int(parts["s2"])
        readings = {d for d in (_valid(year, a, b), _valid(year, b, a)) if d}
        return readings.pop() if len(readings) == 1 else None
    month = parts["m1"] or parts["m3"] or _months()[parts["m2"] or parts["m4"]]
    return _valid(year, int(month), int(parts["d1"] or parts["d2"] or parts["d3"] or parts["d4"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _full() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        r"(?<![\d/.-])(?:"
        r"(?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d\d)[-/](?P<d1>\d\d)(?![\d/])"
        rf"|(?P<m2>{months})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)(?!\d)"
        r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>(?:19|20)\d\d)(?!\d)"
        rf"|(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m4>{months})\.?,?\s+(?P<y4>(?:19|20)\d\d)(?!\d)"
        r"|(?P<s1>\d{1,2})/(?P<s2>\d{1,2})/(?P<y5>(?:19|20)\d\d)(?!\d)"
        r")",
    )


@cache
def _label(tier: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, table("dates")[tier]), key=len, reverse=True))
    return re.compile(rf"(?:{words})\b\s*[:|,–—-]?\s*(?P<rest>.{{1,80}})")


@cache
def _months() -> dict[str, int]:
    return dict(table("dates")["months"])


@cache
def _fillers() -> frozenset[str]:
    known = table("dates")
    return frozenset(
        (
            *known["weekdays"],
            *known["fillers"],
            *(w for label in known["published"] + known["generic"] for w in label.split()),
        )
    )
