"""Lengths of time as people write them: "5 min", "1.5 h", "90 s"."""

import re

__all__ = ["seconds_of"]

_DURATION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*", re.IGNORECASE)
_UNITS = {
    1.0: ("s", "sec", "second", "seconds"),
    60.0: ("m", "min", "minute", "minutes"),
    3600.0: ("h", "hour", "hours"),
    86400.0: ("d", "day", "days"),
}
_SECONDS = {name: seconds for seconds, names in _UNITS.items() for name in names}


def seconds_of(text: str) -> float | None:
    """How many seconds that is; None where it is no length of time."""
    found = _DURATION.fullmatch(text)
    unit = _SECONDS.get(found[2].lower()) if found else None
    return float(found[1]) * unit if found and unit else None
