"""Decides what each mention means, all mentions of a text together."""

import re
from functools import cache
from math import log10

from msgspec import Struct

from purport.model import Candidate, View
from purport.places.found import Known, Open, Option
from purport.places.fronts import nearness
from purport.places.index import Row
from purport.places.judge import in_list
from purport.places.pointers import struck_country
from purport.places.record import kilometres
from purport.places.scan import Context
from purport.places.tables import rows

__all__ = ["Choice", "prior", "resolve"]

_ATTACHED, _SENTENCE, _DOCUMENT = 6.0, 2.5, 1.5
_QUALITY = (0.0, -0.3, -0.2, -0.7)
# Parts of cities, and regions called by their bare names, are meant less often: (kind, not by its full name).
_KINDS = {("district", False): -1.0, ("district", True): -1.0, ("region", True): -2.5}
# A place beside the coordinates that a text gives; one in the country that its sentence tells to be hit.
_POINTED, _STRUCK = 4.0, 0.8
_NEAR_KM, _REGIONAL_KM = 70.0, 160.0
# Below this lead over the next candidate, and with that one elsewhere, nothing has decided.
_LEAD = 0.35
_BIG_CITY = 200_000
_VILLAGE = 15_000  # with fewer people a place is too little known to be meant from afar
_APART_KM = 40.0
_BESIDE = 24  # code points between a region and a village that is told right behind it, at most
_LEADS_TO = re.compile(r"(?:, (?:(?:в|у|на|in|at) )?| (?:в|у|на|in|at) )(?:the )?(?:[^\W\d]+\.? (?:of )?)?")
_SENTENCE_BREAK = re.compile(r"[.!?]\s|\n")


class Choice(Struct, gc=False):
    """What a mention was taken to mean, why, and what else it could have meant.

    `elsewhere`: the region that it is told to lie in, where what its name is known for lies in another country.
    """

    mention: Open
    option: Option
    basis: str
    others: tuple[Candidate, ...] = ()
    elsewhere: str | None = None


@cache
def _priors() -> dict[str, float]:
    return {region: float(value) for region, value in rows("priors.tsv")}


def prior(row: Row) -> float:
    """How much likelier than elsewhere a settlement of this region (or country) is meant, in tenfolds of population."""
    return _priors().get(row.region or "", _priors().get(row.country, 0.0))


class _Score(Struct):
    total: float
    option: Option
    reasons: dict[str, float]


def resolve(view: View, opens: list[Open], closed: list[Known], context: Context) -> list[Choice]:
    """A choice for each mention, in their order; what is decided first pulls the others towards it."""
    regions = [k for k in closed if k.place.region and k.kind in {"region", "raion", "area"}]
    firm: list[Option] = []
    choices: dict[int, Choice] = {}
    order = sorted(range(len(opens)), key=lambda i: _openness(opens[i]))
    for i in order:
        choice = _choose(view, opens[i], regions, context, firm)
        choices[i] = choice
        if choice.basis != "ambiguous" and all(known.row != choice.option.row for known in firm):
            firm.append(choice.option)  # once each: a text that names one town a thousand times knows one town
    for choice in choices.values():
        choice.elsewhere = _elsewhere(view, choice, regions, context)
    return [choices[i] for i in range(len(opens))]


def _elsewhere(view: View, choice: Choice, regions: list[Known], context: Context) -> str | None:
    """The region that a village is in, where all that its name is known for lies in another country.

    It is told right before it («в Белгородской области в селе …»), or is its source's.
    """
    mention, row = choice.mention, choice.option.row
    if mention.attached or row.population >= _VILLAGE:
        return None
    before = next((k for k in regions if 0 <= mention.start - k.end < _BESIDE), None)
    leads = before is not None and _LEADS_TO.fullmatch(view.folded, before.end, mention.start)
    told = (before.place.region if before is not None and leads else None) or context.region
    return told if told is not None and "-" in told and row.country != told.partition("-")[0] else None


def _openness(mention: Open) -> tuple[int, int, float]:
    """What is least open goes first: a region beside it, one candidate, a big city."""
    return (0 if mention.attached else 1, len(mention.options), -max(o.row.population for o in mention.options))


def _same_sentence(view: View, mention: Open, regions: list[Known]) -> set[str]:
    near = set()
    for known in regions:
        first, last = sorted(((mention.start, mention.end), (known.start, known.end)))
        if last[0] - first[1] < 160 and not _SENTENCE_BREAK.search(view.plain[first[1] : last[0]]):
            near.add(known.place.region or "")
    return near


def _choose(view: View, mention: Open, regions: list[Known], context: Context, firm: list[Option]) -> Choice:
    if len(mention.options) == 1:  # as most have
        return Choice(mention, mention.options[0], "unique")
    attached = None if _stands_in_list(view, mention) else mention.attached
    sentence = _same_sentence(view, mention, regions)
    scores = sorted((_score(o, attached, sentence, context, firm) for o in mention.options), key=lambda s: -s.total)
    if len({o.row.country for o in mention.options}) > 1 and (struck := struck_country(view, mention.start)):
        scores = sorted((_struck(s, struck) for s in scores), key=lambda s: -s.total)
    best = scores[0]
    second = scores[1]
    apart = (
        kilometres(best.option.row.lat, best.option.row.lon, second.option.row.lat, second.option.row.lon) > _APART_KM
    )
    if apart and best.total - second.total < _LEAD:
        return Choice(mention, best.option, "ambiguous", tuple(_candidate(s.option) for s in scores[:5]))
    lead = {reason: value - second.reasons.get(reason, 0.0) for reason, value in best.reasons.items()}
    return Choice(mention, best.option, max(lead, key=lambda r: lead[r]) if lead else "population")


def _stands_in_list(view: View, mention: Open) -> bool:
    """Whether a big city of another region is but the last before a region: "Kyiv, Zaporizhzhia, Donetsk region"."""
    city = max(mention.options, key=lambda o: o.row.population).row
    listed = view.plain.startswith(",", mention.end) and in_list(view, mention.start)
    return listed and city.population >= _BIG_CITY and city.region != mention.attached


def _score(option: Option, attached: str | None, sentence: set[str], context: Context, firm: list[Option]) -> _Score:
    row = option.row
    reasons = {"population": log10(row.population + 50), "name": _QUALITY[option.quality]}
    if named := _region_named(row, attached, sentence, context):
        reasons["region named"] = named
    if row.region and row.region == context.region:
        reasons["source's region"] = 1.0
    if row.country in context.home:
        reasons["country"] = 1.0 - 0.25 * context.home.index(row.country)
    elif row.country in context.named:
        reasons["country"] = 0.4
    if ahead := prior(row) + nearness(row, context.front):
        reasons["front"] = ahead
    if closeness := _closeness(option, firm):
        reasons["near others"] = closeness
    if any(kilometres(row.lat, row.lon, lat, lon) < _APART_KM for lat, lon in context.points):
        reasons["coordinates"] = _POINTED
    if against := _KINDS.get((row.kind, option.quality > 0)):
        reasons["kind"] = against
    return _Score(sum(reasons.values()), option, reasons)


def _region_named(row: Row, attached: str | None, sentence: set[str], context: Context) -> float:
    """How much likelier a place is for its region being named: beside it, in its sentence, or in its text."""
    if row.region and row.region == attached:
        return _ATTACHED
    if row.region in sentence:
        return _SENTENCE
    return _DOCUMENT if row.region in context.regions else 0.0


def _struck(score: _Score, country: str) -> _Score:
    if score.option.row.country != country:
        return score
    return _Score(score.total + _STRUCK, score.option, score.reasons | {"side struck": _STRUCK})


def _closeness(option: Option, firm: list[Option]) -> float:
    row = option.row
    distances = [kilometres(row.lat, row.lon, f.row.lat, f.row.lon) for f in firm]
    if not distances:
        return 0.0
    nearest = min(distances)
    return 1.2 if nearest < _NEAR_KM else 0.6 if nearest < _REGIONAL_KM else 0.0


def _candidate(option: Option) -> Candidate:
    row = option.row
    return Candidate(
        name=row.name, country=row.country, region=row.region, geonames=row.geonames, lat=row.lat, lon=row.lon
    )
