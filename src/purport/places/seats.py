"""Cities that stand for the region that they are the seat of: "the governor of Kherson", "Kupiansk, Kharkiv"."""

import re
from itertools import pairwise

from purport.model import View
from purport.places.found import Known, Open, Option
from purport.places.index import Index, Row
from purport.places.words import script

__all__ = ["attach_seats", "meant_region"]

_OFFICE_BEFORE = re.compile(r"\bgovernors? (?:of|for) (?:the )?$")
_REGION_AFTER = re.compile(
    r"(?:'s)? (?:regional )?(?:governor|authorities|head)\b|, an? (?:[\w-]+ ){0,2}(?:province|region|oblast)\b"
)
_COMMA = re.compile(r"\s*[,(]\s*(?:in )?")
_LIST_GOES_ON = re.compile(r"\s*(?:,|and\b|or\b|&|та\b|і\b|й\b|и\b)\s*(?=\S)")


def _largest(mention: Open) -> Option:
    return max(mention.options, key=lambda o: o.row.population)


def attach_seats(view: View, opens: list[Open], index: Index) -> None:
    """Where a small place is followed by its region's seat ("Pavlivka, Sumy"), the seat says the region."""
    for mention, after in pairwise(opens):
        seat = _largest(after).row
        region = seat.region if seat.kind == "region" else index.seats.get(seat.id)
        if not region or not _COMMA.fullmatch(view.folded[mention.end : after.start]) or _listed(view, mention, after):
            continue
        inside = [
            o
            for o in mention.options
            if o.row.region == region and o.row.id != seat.id and o.row.population < seat.population
        ]
        if inside:
            mention.attached = region
            after.tags.add("region")


def _listed(view: View, mention: Open, after: Open) -> bool:
    """Whether the two stand in a list of more: then the second is a place of its own."""
    goes_on = _LIST_GOES_ON.match(view.plain, after.end)
    return (
        bool(goes_on and view.plain[goes_on.end()].isupper())
        or view.folded[max(0, mention.start - 2) : mention.start] == ", "
    )


def meant_region(view: View, mention: Open, row: Row, closed: list[Known], index: Index) -> str | None:
    """The region that a mention of its seat means here, or None where it means the city."""
    region = index.seats.get(row.id)
    if region is None or mention.cue == "noun":
        return None
    before = view.folded[max(0, mention.start - 24) : mention.start]
    said = "region" in mention.tags or _OFFICE_BEFORE.search(before) or _REGION_AFTER.match(view.folded, mention.end)
    return region if said or _told_before(mention, row, region, closed) else None


def _told_before(mention: Open, row: Row, region: str, closed: list[Known]) -> bool:
    """A short name that is rather the region's than the city's ("Rostov"), after the region was named."""
    short = "-on-" in row.name and "-" not in mention.form and " " not in mention.form
    return (
        short
        and script(mention.form) == "latin"
        and any(k.place.region == region and k.start < mention.start for k in closed)
    )
