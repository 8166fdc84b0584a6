"""An episode in order of time, and summed up as a night is."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from purport.errors import NotFoundError
from purport.incidents import episodes_of
from purport.ledger import Look
from purport.model.incident import Episode, Incident, When
from purport.model.tally import Tally, tallies
from purport.pipeline.adding import locate
from purport.server.views.rows import Standing, standings_of

__all__ = ["EpisodeDetail", "EpisodeItem", "FirstClaim", "TallyRow", "episode_detail", "episode_item", "tally_rows"]

_SHOWN = 5
_PLACES = 12


class TallyRow(Struct, frozen=True, kw_only=True):
    """What one side's weapons came to in one region; `place` is its code, or what place there is besides."""

    side: str | None
    place: str | None
    name: str | None
    launched: int
    stopped: int
    hits: int
    damaged: int
    killed: int
    injured: int


class FirstClaim(Struct, frozen=True):
    """The first claim of an incident: the words behind its number."""

    id: str
    quote: str
    document: str


class EpisodeDetail(Struct, frozen=True, kw_only=True):
    """An episode; `claims` has the first claim of each incident, by its id."""

    episode: Episode
    incidents: tuple[Standing, ...]
    tallies: tuple[TallyRow, ...]
    claims: dict[str, FirstClaim]


class EpisodeItem(Struct, frozen=True, kw_only=True):
    """An episode in short: some of its places, and how many incidents it has."""

    id: str
    time: When | None
    attacker: str | None
    places: tuple[str, ...]
    incidents: int


def episode_detail(look: Look, wanted: str) -> EpisodeDetail:
    """The episode of this id, or of an incident of this id; raises NotFoundError."""
    episode = look.incident(wanted).incident.episode if wanted.startswith("i") else wanted
    incidents = look.of_episode(episode)
    found = sorted(episodes_of(incidents), key=lambda one: one.id)
    if not found:
        raise NotFoundError("no episode has this id", about=wanted, cure="each incident tells its episode")
    if len(found) > 1:
        shown = ", ".join(one.id for one in found[:_SHOWN])
        raise NotFoundError("several episodes have ids that begin so", about=wanted, cure=f"name one of {shown}")
    return EpisodeDetail(
        episode=found[0],
        incidents=standings_of(incidents),
        tallies=tuple(tally_rows(incidents)),
        claims=_first_claims(look, incidents),
    )


def tally_rows(incidents: Iterable[Incident]) -> Iterator[TallyRow]:
    """Sums by side and region, those with most first."""
    listed = list(incidents)
    for side in sorted({one.attacker for one in listed}, key=lambda side: side or "~"):
        rows = [
            (place, tally) for place, tally in tallies(one for one in listed if one.attacker == side).items() if tally
        ]
        rows.sort(key=lambda row: (-row[1].stopped, -row[1].hits, -row[1].damaged, row[0] or "~"))
        yield from (_row(side, place, tally) for place, tally in rows)


def _row(side: str | None, place: str | None, tally: Tally) -> TallyRow:
    known = locate(place) if place else None
    return TallyRow(
        side=side,
        place=place,
        name=known.name if known else place,
        launched=tally.launched,
        stopped=tally.stopped,
        hits=tally.hits,
        damaged=tally.damaged,
        killed=tally.killed,
        injured=tally.hurt,
    )


def _first_claims(look: Look, incidents: Iterable[Incident]) -> dict[str, FirstClaim]:
    first = {one.id: one.claims[0] for one in incidents}
    told = {one.claim.id: FirstClaim(one.claim.id, one.claim.quote, one.key) for one in look.words(first.values())}
    return {id_: told[claim] for id_, claim in first.items() if claim in told}


def episode_item(episode: Episode) -> EpisodeItem:
    """An episode in a list."""
    return EpisodeItem(
        id=episode.id,
        time=episode.time,
        attacker=episode.attacker,
        places=episode.places[:_PLACES],
        incidents=len(episode.incidents),
    )
