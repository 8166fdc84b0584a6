"""What a text says of where it is, besides names: coordinates, and verbs by which a side tells what it hit itself."""

import re

from purport.model import View
from purport.places.fronts import Point
from purport.places.words import cues

__all__ = ["coordinates", "struck_country"]

_COORDINATES = re.compile(r"(?<![\d.])(-?\d{1,2}\.\d{3,})°?[NS]?,?\s{1,2}(-?\d{1,3}\.\d{3,})(?!\d|\.\d)")
_DEGREES = re.compile(r"\.(?<=\d\.)\d{3}")
_SENTENCE_END = re.compile(r"[.!?]\s")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 160  # code points around a name in which the verb stands that tells who hit it


def coordinates(text: str) -> tuple[Point, ...]:
    """The points that a text gives as decimal degrees."""
    if not _DEGREES.search(text):
        return ()
    found = ((float(m[1]), float(m[2])) for m in _COORDINATES.finditer(text))
    return tuple((lat, lon) for lat, lon in found if abs(lat) <= 90 and abs(lon) <= 180)


def struck_country(view: View, start: int) -> str | None:
    """The country that a name's sentence tells to be hit: each side has verbs of its own for what it hits."""
    first = max(0, start - _REACH)
    before = _SENTENCE_END.split(view.folded[first:start])[-1]
    after = _SENTENCE_END.split(view.folded[start : start + _REACH])[0]
    hits = cues().hits
    return next((hits[word] for word in _WORD.findall(before + after) if word in hits), None)
