"""A choice among claims: what a person asks for. The ledger asks the same in SQL, and a test holds the two together."""

from datetime import datetime

from msgspec import Struct

from purport.errors import UsageError
from purport.model.claim import KINDS, Claim, Kind
from purport.model.incident import Incident, Setting, When
from purport.model.place import Place
from purport.model.time import TimeSpan

__all__ = ["Selection", "count_bounds", "day_bounds", "event_bounds", "fold_term", "place_words"]


class Selection(Struct, frozen=True, kw_only=True):
    """Every condition that is set has to hold; of several kinds, places or sources, one has to.

    `since` and `until` are local date-times to the minute (see `day_bounds`), compared with the time of the event: a
    claim is in where its span touches the interval, and out where it has no time. `places` are whole words of a
    place's English name, or its ISO 3166 code; `sources` are parts of the name of whoever speaks or publishes; case
    never counts. `min_count` is about the least number that a claim states, of weapons, things or people: "up to 30"
    states none.
    """

    since: str | None = None
    until: str | None = None
    kinds: tuple[Kind, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    min_count: int | None = None

    def __post_init__(self) -> None:
        unknown = [kind for kind in self.kinds if kind not in KINDS]
        if unknown:
            raise UsageError(f"no kind of claim is called {unknown[0]!r}", cure=f"the kinds are {', '.join(KINDS)}")
        if any(not fold_term(term) for term in (*self.places, *self.sources)):
            raise UsageError("an empty name chooses nothing", cure="leave the option out, or give it a name")
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"nothing is both since {self.since} and until {self.until}", cure="exchange the two")

    def __bool__(self) -> bool:
        return self != Selection()

    def admits(self, claim: Claim) -> bool:
        """Whether the claim is among those asked for."""
        return (
            (not self.kinds or claim.kind in self.kinds)
            and self._admits_time(claim)
            and self._admits_place(claim)
            and self.admits_source(claim)
            and self._admits_count(claim)
        )

    def admits_incident(self, incident: Incident) -> bool:
        """Whether the incident is; whoever speaks of it is asked of its claims (`admits_source`)."""
        return (
            (not self.kinds or incident.kind in self.kinds)
            and self._admits_span(incident.time)
            and (not self.places or (incident.place is not None and self._names(incident.place)))
            and (self.min_count is None or (_least(incident) or 0) >= self.min_count)
        )

    def _admits_time(self, claim: Claim) -> bool:
        return self._admits_span(claim.time)

    def _admits_span(self, time: TimeSpan | When | None) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = event_bounds(time)
        return (
            first is not None and last is not None and (self.since or first) <= last and first <= (self.until or first)
        )

    def _admits_place(self, claim: Claim) -> bool:
        return not self.places or any(self._names(place) for place in claim.places)

    def _names(self, place: Place | Setting) -> bool:
        words = place_words(place)
        return any(f" {fold_term(term)} " in words for term in self.places)

    def admits_source(self, claim: Claim) -> bool:
        """Whether the claim is of a source that was asked for."""
        names = [fold_term(name) for name in (*claim.sources, claim.publisher)]
        return not self.sources or any(fold_term(term) in name for term in self.sources for name in names)

    def _admits_count(self, claim: Claim) -> bool:
        least = count_bounds(claim)[0]
        return self.min_count is None or (least is not None and least >= self.min_count)


def fold_term(term: str) -> str:
    """A name as it is compared: no case, single blanks."""
    return " ".join(term.casefold().split())


def place_words(place: Place | Setting) -> str:
    """All that a place can be asked for by, each between blanks."""
    code = place.code if isinstance(place, Place) else None
    names = [place.name, place.settlement, place.region, place.country, code]
    return f" {' | '.join(dict.fromkeys(fold_term(name) for name in names if name))} "


def event_bounds(time: TimeSpan | When | None) -> tuple[str | None, str | None]:
    """First and last minute of the event in a form that sorts as text; None where the claim has no time."""
    if time is None:
        return None, None
    first, last = TimeSpan(time.start, time.end).bounds()
    return first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")


def count_bounds(claim: Claim) -> tuple[int | None, int | None]:
    """The least and the greatest number that a claim states: its count, or of its people those that are most."""
    if claim.count is not None:
        return claim.count.min, claim.count.max
    least = [p.min for p in claim.people if p.min is not None]
    greatest = [p.max for p in claim.people if p.max is not None]
    return max(least, default=None), max(greatest, default=None)


def _least(incident: Incident) -> int | None:
    """The least number of weapons, things or people that an incident's claims leave."""
    figures = [*((incident.count,) if incident.count else ()), *incident.people]
    return max((figure.low for figure in figures if figure.low is not None), default=None)


def day_bounds(text: str) -> tuple[str, str]:
    """First and last minute of an ISO 8601 date or local date-time; raises UsageError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no ISO 8601 date", cure="write it as 2024-04-05 or 2024-04-05T21:30") from None
    if moment.tzinfo is not None:
        raise UsageError(f"{text!r} has an offset, but times of events are local to them", cure="leave the offset out")
    last = moment if len(text) > len("2024-04-05") else moment.replace(hour=23, minute=59)
    return moment.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")
