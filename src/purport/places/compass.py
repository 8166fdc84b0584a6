"""Parts of countries and areas by the points of the compass: "southern Russia", «юг России», "Ukraine's east"."""

import re

from purport.model import Place, View
from purport.places.found import Known, named_place
from purport.places.words import cues

__all__ = ["in_part"]

_COMPASS_BEFORE = re.compile(r"([\w-](?<![\w-].)[\w-]*+)( of| in)?( the)? $")
_COMPASS_AFTER = re.compile(r"'s ([\w-]+?)(?<!ern)\b(?! of)")


def in_part(view: View, known: Known) -> Known:
    """The part of a country or area that the words around its name tell of; the mention itself where they tell none."""
    if known.place.precision not in {"country", "area"}:
        return known
    compass = cues().compass
    before = _COMPASS_BEFORE.search(view.folded[max(0, known.start - 24) : known.start])
    if before and before[1] in compass:
        start = max(0, known.start - 24) + before.start()
        return Known(start, known.end, _part(compass[before[1]], known.place), "area")
    after = _COMPASS_AFTER.match(view.folded, known.end)
    if after and after[1] in compass and view.plain[after.start(1)].islower():  # not "Congo's North Kivu"
        return Known(known.start, after.end(), _part(compass[after[1]], known.place), "area")
    return known


def _part(side: str, whole: Place) -> Place:
    """A part of a country or area has no point that anyone has said."""
    return named_place(f"{side} {whole.name}", "area", whole.country)
